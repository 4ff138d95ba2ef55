"""The effect of a line: the states before and after it runs."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from visualizer.explain.lives.lives import LostReference, last_references
from visualizer.explain.naming import ByPath, describe_by_value
from visualizer.explain.paths import path_to
from visualizer.explain.source.statements import Statement, statements
from visualizer.explain.steps.frames import is_same_frame
from visualizer.model import (
    ClassBody,
    Event,
    Frame,
    FrameKind,
    Function,
    Heap,
    HeapObject,
    Module,
    State,
    is_of_shown_module,
    parse_program,
)
from visualizer.model.delta import ReadableRecording, Steps

MAX_STEPS = 5_000
"""The maximum number of steps within a line that a question may be about."""

_ENDED = (Event.FINISH, Event.UNCAUGHT)
_OF_CLASSES = ("classmethod", "property", "staticmethod")
"""The types of what a class has for decorated functions."""
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of a step's state, which stays valid when the cursor moves.

    ``names`` are those that the running frame can see, its own before the module's; ``own`` are the
    names that it binds itself.
    """

    state: State
    frame: Frame
    names: Mapping[str, int]
    own: Mapping[str, int]

    @property
    def number(self) -> int:
        """The number of the step."""
        assert self.state.step is not None
        return self.state.step.number

    @property
    def heap(self) -> Heap:
        """The objects, by serial."""
        return self.state.heap


def is_value(snapshot: Snapshot, serial: int) -> bool:
    """Whether an object can be written as a literal: what a definition makes cannot."""
    thing = snapshot.heap.get(serial)
    return thing is not None and not is_definition(thing)


def is_definition(thing: HeapObject) -> bool:
    """Whether an object is a function, a method or property of a class, a class, or a module."""
    return isinstance(thing.content, Function | ClassBody | Module) or thing.type in _OF_CLASSES


@dataclass(frozen=True, slots=True)
class LineEffect:
    """A line that is about to run, and the states before and after it.

    ``ran`` are its statements, and those of the calls in it. ``printed`` is its standard output;
    ``losses`` has the last references to each object that died.
    """

    before: Snapshot
    after: Snapshot
    statement: Statement
    ran: tuple[Statement, ...]
    code: str
    printed: str
    losses: Mapping[int, tuple[LostReference, ...]]

    def describe(self, serial: int, snapshot: Snapshot) -> str:
        """Describe an object before or after the line, without a number: cards may have none."""
        return describe_by_value(serial, self.heap_of(snapshot))

    def heap_of(self, snapshot: Snapshot) -> ByPath:
        """Return the objects before or after the line, named by names that the line keeps."""
        now = self.after.names
        stay = tuple(one for one in self.before.names.items() if now.get(one[0]) == one[1])
        return ByPath(snapshot.heap, lambda serial: path_to(serial, stay, snapshot.heap))


def line_effect_at(
    run: ReadableRecording, step: int, cursor: Steps | None = None, most: int = MAX_STEPS
) -> LineEffect | None:
    """Return the effect of the line that is about to run at ``step``.

    Pass one ``cursor`` when asking about many steps. A line may have ``most`` steps.
    None if no line begins there or its end is not visible: the line has too many steps, the
    recording ends within it, or it cannot be distinguished from its own repetition. Also None if
    another thread runs meanwhile: its progress is random, so no question is fair.
    """
    cursor = cursor or run.cursor()
    state = cursor.seek(step)
    frame = _running(state)
    if state.step is None or state.step.event is not Event.LINE or frame is None:
        return None
    thread, source = state.step.thread, run.sources.get(frame.file, "")
    statement = next(iter(statements(source).get(frame.line, ())), None)
    if statement is None or statement.head.start != frame.line or _is_endless(statement, source):
        return None
    if step > 1 and _began_earlier(cursor.seek(step - 1), frame, statement):
        return None
    state = cursor.seek(step)
    before = _snapshot(state, frame)
    losses: dict[int, tuple[LostReference, ...]] = {}
    lines = {(frame.file, frame.line)}
    for number in range(step + 1, min(run.steps, step + most) + 1):
        delta = cursor.delta(number)
        if delta.step.thread != thread:
            return None
        for change in delta.objects:
            if change.new is None and change.serial in before.heap:
                found = last_references(cursor.seek(number - 1), delta, change.serial)
                losses[change.serial] = found
        state = cursor.seek(number)
        ends = _end_of(state, before, statement)
        if ends is not None:
            after = _snapshot(state, ends)
            code, printed = _code_of(statement, source), _printed(run, before, after)
            ran = (statements(run.sources.get(file, "")).get(line, ()) for file, line in lines)
            return LineEffect(
                before, after, statement, (*chain.from_iterable(ran),), code, printed, losses
            )
        if delta.step.event is Event.LINE:
            lines.add((delta.step.file, delta.step.line))
    return None


def _code_of(statement: Statement, source: str) -> str:
    """Return the lines of a statement or its head, without those of only a comment at the end."""
    lines = source.splitlines()[statement.head.start - 1 : statement.head.stop - 1]
    while len(lines) > 1 and lines[-1].lstrip()[:1] in ("", "#"):
        lines.pop()
    return "\n".join(lines)


def _running(state: State) -> Frame | None:
    return state.frames[-1] if state.frames else None


def _snapshot(state: State, frame: Frame) -> Snapshot:
    is_known = is_of_shown_module(frame, state.frames, state.codes)
    whole = dict(state.globals.get(frame.file, ())) if is_known else {}
    own = whole if frame.kind is FrameKind.MODULE else dict(frame.locals)
    # The compiler's own names (`.0`) are not in the program.
    own = {name: one for name, one in own.items() if name.isidentifier()}
    return Snapshot(state.copy(), frame, {**whole, **own}, own)


def _end_of(state: State, before: Snapshot, statement: Statement) -> Frame | None:
    """Return the frame of the line if it has run to its end; None while it continues."""
    step, frame = state.step, _running(state)
    assert step is not None
    assert before.state.step is not None
    if step.event in _ENDED:
        return frame if frame is not None and is_same_frame(frame, before.frame) else before.frame
    if step.thread != before.state.step.thread or frame is None:
        return None
    if not is_same_frame(frame, before.frame) or step.event in (Event.CALL, Event.RESUME):
        return None
    if step.event is Event.LINE and step.line in statement.head and not statement.body:
        again = len(statement.head) == 1 and not _has_comprehension(statement)
        return frame if again else None
    if step.event is Event.LINE and step.line in statement.head and step.line != before.frame.line:
        return None
    return frame


def _began_earlier(previous: State, frame: Frame, statement: Statement) -> bool:
    """Whether the line began earlier: a comprehension in it advances to its next item."""
    was = _running(previous)
    if was is None or not is_same_frame(was, frame) or statement.body:
        return False
    is_long = len(statement.head) > 1 or _has_comprehension(statement)
    return is_long and was.line in statement.head


def _has_comprehension(statement: Statement) -> bool:
    return any(isinstance(node, _COMPREHENSIONS) for node in ast.walk(statement.node))


def _is_endless(statement: Statement, source: str) -> bool:
    """Whether the line may run repeatedly with no step between, so that its end is not visible.

    The head of ``while True:`` runs no code, so a body of one line follows itself.
    """
    if len(statement.head) == 1 and not _has_comprehension(statement):
        return False
    return any(
        isinstance(node, ast.While)
        and isinstance(node.test, ast.Constant)
        and node.body[0].lineno == node.body[-1].lineno == statement.head.start
        for node in ast.walk(parse_program(source))
    )


def _printed(run: ReadableRecording, before: Snapshot, after: Snapshot) -> str:
    first, last = (one.state.step.stdout_end for one in (before, after) if one.state.step)
    if last <= first:
        return ""
    return run.output("stdout", first, last).decode(errors="replace").replace("\r\n", "\n")
