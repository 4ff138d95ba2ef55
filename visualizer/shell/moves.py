"""Where moves other than by one step lead, forwards and backwards."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from visualizer.model import Delta, Event

if TYPE_CHECKING:
    from visualizer.recording import Cursor


FURTHEST = 100_000
"""Steps looked at before a move gives up and stops there, so that no key ever hangs the window."""

_STOPS = (Event.LINE, Event.FINISH, Event.UNCAUGHT)


def over(cursor: Cursor, step: int, steps: int, direction: int) -> int:
    """The next step (``direction`` 1) or the one before (-1) that is not in a deeper call."""
    return _search(cursor, step, steps, direction, 0)


def out(cursor: Cursor, step: int, steps: int, direction: int) -> int:
    """The next step, or the one before, that is in the caller."""
    return _search(cursor, step, steps, direction, 1)


def nearest(
    cursor: Cursor, step: int, steps: int, direction: int, is_it: Callable[[Delta], bool]
) -> int | None:
    """The next step, or the one before, of which ``is_it`` holds; None where there is none."""
    last = steps if direction > 0 else 1
    end = max(1, min(step + direction * FURTHEST, steps))
    last = min(last, end) if direction > 0 else max(last, end)
    for number in range(step + direction, last + direction, direction):
        if is_it(cursor.delta(number)):
            return number
    return None


def comes_to(places: Collection[tuple[str, int]]) -> Callable[[Delta], bool]:
    """Of a step: it is about to run one of these lines, each a file and a number from 1."""

    def is_it(delta: Delta) -> bool:
        step = delta.step
        return step.event is Event.LINE and (step.file, step.line) in places

    return is_it


def changes(serial: int) -> Callable[[Delta], bool]:
    """Of a step: it made an object, changed it or its count, or freed it."""

    def is_it(delta: Delta) -> bool:
        return any(change.serial == serial for change in delta.objects)

    return is_it


def _search(cursor: Cursor, step: int, steps: int, direction: int, less: int) -> int:
    """Only a step's changes are read: the depth follows from the stacks that changed."""
    here = cursor.delta(step)
    thread = here.step.thread
    depth = len(cursor.seek(step).frames)
    wanted = depth - less
    current = step
    while 1 <= current + direction <= steps and abs(current - step) < FURTHEST:
        # Going forward the next step's change applies, going back one's own is undone.
        delta = cursor.delta(current + 1 if direction > 0 else current)
        depth = _depth_after(delta, thread, depth, direction)
        current += direction
        reached = delta.step if direction > 0 else delta.before
        if reached and reached.thread == thread and depth <= wanted and reached.event in _STOPS:
            return current
    return current


def _depth_after(delta: Delta, thread: int, depth: int, direction: int) -> int:
    for change in delta.stacks:
        if change.thread == thread:
            return len((change.new if direction > 0 else change.old) or ())
    return depth
