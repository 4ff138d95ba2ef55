"""Where "over" and "out" lead, forwards and backwards."""

from __future__ import annotations

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
