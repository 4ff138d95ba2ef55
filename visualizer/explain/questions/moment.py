"""What a line does: how things are before it runs, and when it has run to its end."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from visualizer.explain.lives import Loss, Steps, last_references
from visualizer.explain.statements import Statement, statements
from visualizer.model import (
    ClassBody,
    Event,
    Frame,
    FrameKind,
    Function,
    HeapObject,
    Module,
    State,
)

MOST_STEPS = 5_000
"""Steps within a line after which nobody is asked what it does."""

_ENDED = (Event.FINISH, Event.UNCAUGHT)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)


class Recorded(Protocol):
    """A recording, as far as it is asked about."""

    @property
    def steps(self) -> int:
        """How many there are."""

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file."""

    def cursor(self) -> Steps:
        """One of its own for whoever asks."""

    def output(
        self, stream: Literal["stdout", "stderr", "stdin"], start: int = 0, end: int | None = None
    ) -> bytes:
        """What was written, from byte to byte."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How things are at a step, kept: a cursor's own state goes on.

    ``names`` are those that the running frame can use, its own before the module's; ``own`` are
    the names that it binds itself.
    """

    state: State
    frame: Frame
    names: Mapping[str, int]
    own: Mapping[str, int]

    @property
    def number(self) -> int:
        """The step."""
        assert self.state.step is not None
        return self.state.step.number

    @property
    def heap(self) -> Mapping[int, HeapObject]:
        """The objects, by serial."""
        return self.state.heap


def is_value(standing: Standing, serial: int) -> bool:
    """Whether an object is one that people write down: functions, classes and modules are not."""
    thing = standing.heap.get(serial)
    return thing is not None and not isinstance(thing.content, Function | ClassBody | Module)


@dataclass(frozen=True, slots=True)
class Moment:
    """A line about to run, and the step at which it has.

    ``printed`` is what was written to standard output between the two; ``losses`` tells of each
    object that was there before and died which references were its last.
    """

    before: Standing
    after: Standing
    statement: Statement
    code: str
    printed: str
    losses: Mapping[int, tuple[Loss, ...]]


def moment_at(run: Recorded, step: int) -> Moment | None:
    """What the line does that is about to run at ``step``.

    None where none begins there, or where its end is not to be seen: a line of very many steps, one
    that the recording ends within, one that cannot be told from its own repetition.
    """
    cursor = run.cursor()
    state = cursor.seek(step)
    frame = _running(state)
    if state.step is None or state.step.event is not Event.LINE or frame is None:
        return None
    source = run.sources.get(frame.file, "")
    statement = next(iter(statements(source).get(frame.line, ())), None)
    if statement is None or statement.head.start != frame.line or _is_endless(statement, source):
        return None
    if step > 1 and _goes_on(cursor.seek(step - 1), frame, statement):
        return None
    state = cursor.seek(step)
    before = _standing(state, frame)
    losses: dict[int, tuple[Loss, ...]] = {}
    for number in range(step + 1, min(run.steps, step + MOST_STEPS) + 1):
        delta = cursor.delta(number)
        for change in delta.objects:
            if change.new is None and change.serial in before.heap:
                found = last_references(cursor.seek(number - 1), delta, change.serial)
                losses[change.serial] = found
        state = cursor.seek(number)
        ends = _end_of(state, before, statement)
        if ends is not None:
            after = _standing(state, ends)
            code = "\n".join(source.splitlines()[one - 1] for one in statement.head)
            return Moment(before, after, statement, code, _printed(run, before, after), losses)
    return None


def _running(state: State) -> Frame | None:
    return state.frames[-1] if state.frames else None


def _standing(state: State, frame: Frame) -> Standing:
    kept = State(
        state.step,
        *(dict(state.stacks), dict(state.globals), dict(state.heap)),
        *(dict(state.thread_names), dict(state.codes), dict(state.locks)),
    )
    whole = dict(state.globals.get(frame.file, ()))
    own = whole if frame.kind is FrameKind.MODULE else dict(frame.locals)
    return Standing(kept, frame, {**whole, **own}, own)


def _end_of(state: State, before: Standing, statement: Statement) -> Frame | None:
    """The frame whose line it was, where that has run to its end; None where it goes on."""
    step, frame = state.step, _running(state)
    assert step is not None
    assert before.state.step is not None
    if step.event in _ENDED:
        return frame if frame is not None and _is_same(frame, before.frame) else before.frame
    if step.thread != before.state.step.thread or frame is None:
        return None
    if not _is_same(frame, before.frame) or step.event in (Event.CALL, Event.RESUME):
        return None
    if step.event is Event.LINE and step.line in statement.head and not statement.body:
        again = len(statement.head) == 1 and not _has_comprehension(statement)
        return frame if again else None
    if step.event is Event.LINE and step.line in statement.head and step.line != before.frame.line:
        return None
    return frame


def _goes_on(previous: State, frame: Frame, statement: Statement) -> bool:
    """Whether the line has begun before: a comprehension in it comes to its next item."""
    was = _running(previous)
    if was is None or not _is_same(was, frame) or statement.body:
        return False
    is_long = len(statement.head) > 1 or _has_comprehension(statement)
    return is_long and was.line in statement.head


def _is_same(one: Frame, other: Frame) -> bool:
    if one.kind is FrameKind.MODULE:
        return one.kind is other.kind and one.file == other.file
    return one.serial == other.serial


def _has_comprehension(statement: Statement) -> bool:
    return any(isinstance(node, _COMPREHENSIONS) for node in ast.walk(statement.node))


def _is_endless(statement: Statement, source: str) -> bool:
    """Whether it may be its own successor without any step between, and not be seen to end.

    The head of ``while True:`` runs no code, so its only line is followed by itself.
    """
    if len(statement.head) == 1 and not _has_comprehension(statement):
        return False
    return any(
        isinstance(node, ast.While)
        and isinstance(node.test, ast.Constant)
        and node.body[0].lineno == node.body[-1].lineno == statement.head.start
        for node in ast.walk(ast.parse(source))
    )


def _printed(run: Recorded, before: Standing, after: Standing) -> str:
    first, last = (one.state.step.stdout_end for one in (before, after) if one.state.step)
    return run.output("stdout", first, last).decode(errors="replace") if last > first else ""
