"""Searches for the target steps of commands, forwards and backwards.

A search yields the reached step from time to time, so that its caller can check the clock, and
returns the step that it found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualizer.explain.conditions import is_true
from visualizer.explain.recorded_values import Undecidable
from visualizer.model import Delta, Event, Frame
from visualizer.recording.mapping.together import Search

if TYPE_CHECKING:
    from visualizer.explain.conditions import Condition, Seen
    from visualizer.explain.sentence import Sentence
    from visualizer.explain.watched.looks import WatchedName
    from visualizer.model import Named, ObjectChange, StackChange
    from visualizer.recording import Cursor, Recording
    from visualizer.recording.index.lines import Stretch
    from visualizer.shell.source.breakpoints import Place

_SHORT = 0.01
"""The maximum number of seconds between two yields."""
_BACK = 32
"""The number of steps at breakpoints in a batch of a backward search."""
_STOPS = (Event.LINE, Event.FINISH, Event.UNCAUGHT)


@dataclass(frozen=True, slots=True)
class Stop:
    """A step at a breakpoint; ``doubt`` says why it is unknown whether the condition holds."""

    step: int
    doubt: Sentence | None = None


def over(cursor: Cursor, step: int, steps: int, direction: int) -> Search[int]:
    """Find the next step (``direction`` 1) or the previous one (-1) outside deeper calls."""
    return _search(cursor, step, steps, direction, 0)


def out(cursor: Cursor, step: int, steps: int, direction: int) -> Search[int]:
    """Find the next or previous step in the caller."""
    return _search(cursor, step, steps, direction, 1)


def to_stop(
    recording: Recording, step: int, direction: int, stops: Mapping[Place, Condition | None]
) -> Search[Stop | None]:
    """Find the next or previous step at a breakpoint whose condition holds or may hold."""
    search = _stop_ahead if direction > 0 else _stop_behind
    return search(recording, step, stops)


def _stop_ahead(
    recording: Recording, step: int, stops: Mapping[Place, Condition | None]
) -> Search[Stop | None]:
    at = recording.peek().at
    for reached, found in recording.lines.stretches(stops, step, 1):
        for number, place in found:
            stop = judged(number, stops[place], at)
            if stop is not None:
                return stop
            yield number
        yield reached
    return None


def _stop_behind(
    recording: Recording, step: int, stops: Mapping[Place, Condition | None]
) -> Search[Stop | None]:
    # A cursor reads states forwards, so each batch is checked from its first step on.
    at = recording.peek().at
    for reached, some in _portions(recording, step, stops):
        nearest = None
        for number, place in reversed(some):
            nearest = judged(number, stops[place], at) or nearest
            yield number
        if nearest is not None:
            return nearest
        yield reached
    return None


def _portions(
    recording: Recording, step: int, stops: Mapping[Place, Condition | None]
) -> Iterator[Stretch]:
    """Yield batches of steps at breakpoints, backwards."""
    reached = step
    waiting: list[tuple[int, Place]] = []
    for reached, found in recording.lines.stretches(stops, step, -1):
        waiting += found
        ends_here = any(stops[place] is None for _, place in found)
        while len(waiting) >= _BACK or (waiting and ends_here):
            yield reached, waiting[:_BACK]
            del waiting[:_BACK]
        yield reached, []
    yield reached, waiting


def judged(step: int, condition: Condition | None, at: Callable[[int], Seen]) -> Stop | None:
    """Return a stop if the condition holds at ``step`` or may hold; ``at`` reads the state."""
    if condition is None:
        return Stop(step)
    try:
        return Stop(step) if is_true(condition, at(step)) else None
    except Undecidable as doubt:
        # A debugger also stops when a condition fails, so that the user sees it.
        return Stop(step, doubt.message)


def to_line(recording: Recording, step: int, place: Place) -> Search[int | None]:
    """Find the next step at a line, else the previous one."""
    for direction in (1, -1):
        for reached, found in recording.lines.stretches((place,), step, direction):
            if found:
                return found[0][0]
            yield reached
    return None


def to_change(
    recording: Recording,
    step: int,
    direction: int,
    serial: int,
    is_it: Callable[[ObjectChange], bool] = lambda _: True,
) -> Search[int | None]:
    """Find the next or previous step that creates, changes, frees or recounts an object, by a
    change for which ``is_it`` holds.
    """
    cursor = recording.cursor()
    for stretch in recording.change_index.stretches(serial, step, direction):
        if stretch is None:
            yield step
            continue
        for number in stretch:
            changes = cursor.delta(number).objects
            if any(change.serial == serial and is_it(change) for change in changes):
                return number
            yield number
    return None


def to_birth(recording: Recording, serial: int) -> Search[int | None]:
    """Find the step that created an object."""
    return to_change(recording, 0, 1, serial, lambda change: change.old is None)


def to_death(recording: Recording, serial: int) -> Search[int | None]:
    """Find the step that freed an object; None if it lives to the end."""
    last = recording.steps + 1
    return to_change(recording, last, -1, serial, lambda change: change.new is None)


def to_call(
    recording: Recording, step: int, direction: int, frame: Frame, *, ends: bool
) -> Search[int | None]:
    """Find the next or previous first step of a call of ``frame``'s code, or last step (``ends``).

    Functions may share a name, so the search also compares their code.
    """
    profile, calls = recording.run_profile, recording.run_profile.calls
    while not profile.refresh(_SHORT):
        yield step
    columns = calls.lasts if ends else calls.firsts
    # A call that has not ended has no last step.
    named = (number for number in calls.of_function(frame.function) if columns[number])
    found = sorted((columns[number], number) for number in named)
    cursor = recording.cursor()
    at = (
        bisect_right(found, (step, len(calls))) if direction > 0 else bisect_left(found, (step, -1))
    )
    for number, call in found[at:] if direction > 0 else reversed(found[:at]):
        stack = cursor.seek(number).stacks.get(calls.threads[call], ())
        depth = calls.depths[call]
        if depth <= len(stack) and _runs_the_same(stack[depth - 1], frame):
            return number
        yield number
    return None


def _runs_the_same(one: Frame, other: Frame) -> bool:
    """Whether two calls run the same code; if unknown, code with the same name and file."""
    if one.code is None or other.code is None:
        return (one.function, one.file) == (other.function, other.file)
    return one.code == other.code


def to_rebinding(
    recording: Recording, step: int, direction: int, watched: WatchedName
) -> Search[int | None]:
    """Find the next or previous step that rebinds or deletes a name.

    A function's name stands for that name in each of its calls; the end of a call does not count.
    """
    cursor = recording.cursor()
    last = recording.steps if direction > 0 else 1
    for number in range(step + direction, last + direction, direction):
        if _rebinds(cursor.delta(number), watched):
            return number
        yield number
    return None


def _rebinds(delta: Delta, watched: WatchedName) -> bool:
    if not watched.function:
        of_file = (change for change in delta.globals if change.file == watched.file)
        return any(_bound(c.old, watched.name) != _bound(c.new, watched.name) for c in of_file)
    return any(_rebound(change, watched, delta.step.event) for change in delta.stacks)


def _rebound(change: StackChange, watched: WatchedName, event: Event) -> bool:
    for old, frame in change.frames():
        if frame is None or (frame.function, frame.file) != (watched.function, watched.file):
            continue
        now = _bound(frame.locals, watched.name)
        # A resumed generator has a frame with a new serial, and its former names.
        if old is None and event is Event.RESUME:
            continue
        if now != _bound(old.locals if old is not None else None, watched.name):
            return True
    return False


def _bound(names: Named | None, name: str) -> int | None:
    return next((serial for known, serial in names or () if known == name), None)


def _search(cursor: Cursor, step: int, steps: int, direction: int, less: int) -> Search[int]:
    """Search by the changes of steps alone: the changed stacks determine the depth."""
    here = cursor.delta(step)
    thread = here.step.thread
    depth = len(cursor.seek(step).frames)
    wanted = depth - less
    current = step
    while 1 <= current + direction <= steps:
        # A forward move applies the next step's changes, a backward move undoes this step's.
        delta = cursor.delta(current + 1 if direction > 0 else current)
        depth = _depth_after(delta, thread, depth, direction)
        current += direction
        reached = delta.step if direction > 0 else delta.before
        if reached and reached.thread == thread and depth <= wanted and reached.event in _STOPS:
            return current
        yield current
    return current


def _depth_after(delta: Delta, thread: int, depth: int, direction: int) -> int:
    for change in delta.stacks:
        if change.thread == thread:
            return len((change.new if direction > 0 else change.old) or ())
    return depth
