"""Determines which lines are marked at a step, and how."""

from dataclasses import dataclass

from visualizer.model import RAISING_EVENTS, Event, Generator, State, Step
from visualizer.shell.source.signs import Sign


@dataclass(frozen=True, slots=True)
class LineMark:
    """A sign at ``line`` (from 1) of ``file``; ``sign`` also determines the line's background."""

    file: str
    line: int
    sign: Sign


@dataclass(frozen=True, slots=True)
class LineNote:
    """A row below ``line`` (from 1): ``title`` in bold, then ``text``."""

    file: str
    line: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ThreadMark:
    """The sign of a thread at ``line`` (from 1) of ``file``, with ``words`` before the sign."""

    file: str
    line: int
    thread: int
    is_current: bool
    words: str


def marks_of(state: State, before: Step | None) -> tuple[LineMark, ...]:
    """Return the marks at ``state``; ``before`` is the previous step; a line's first mark wins."""
    step = state.step
    if step is None:
        return ()
    found: dict[tuple[str, int], LineMark] = {}
    for mark in (*_raised(state, step, before), *_running(step, before), *_paused(state)):
        found.setdefault((mark.file, mark.line), mark)
    return tuple(found.values())


def _raised(state: State, step: Step, before: Step | None) -> list[LineMark]:
    if step.event not in RAISING_EVENTS or not state.frames:
        return []
    if step.event is Event.EXCEPTION:
        passes = before is not None and before.exception == step.exception
        return [LineMark(step.file, step.line, Sign.PASSED if passes else Sign.RAISED)]
    passed = [LineMark(frame.file, frame.line, Sign.PASSED) for frame in state.frames[:-1]]
    innermost = state.frames[-1]
    return [LineMark(innermost.file, innermost.line, Sign.RAISED), *passed]


def _running(step: Step, before: Step | None) -> list[LineMark]:
    marks = []
    if step.event is Event.LINE:
        marks.append(LineMark(step.file, step.line, Sign.ABOUT_TO_RUN))
    elif step.event not in RAISING_EVENTS:
        # A call has the line of its function, a return the line that returned.
        marks.append(LineMark(step.file, step.line, _at(step.event)))
    if before is not None and before.event is Event.LINE:
        marks.append(LineMark(before.file, before.line, Sign.JUST_RAN))
    return marks


def _at(event: Event) -> Sign:
    ran = (Event.RETURN, Event.YIELD, Event.FINISH)
    return Sign.JUST_RAN if event in ran else Sign.ABOUT_TO_RUN


def _paused(state: State) -> list[LineMark]:
    # A generator object does not contain the file of its line.
    if len(state.globals) != 1:
        return []
    file = next(iter(state.globals))
    return [
        LineMark(file, thing.content.line, Sign.PAUSED)
        for thing in state.heap.values()
        if isinstance(thing.content, Generator) and thing.content.state == "suspended"
    ]
