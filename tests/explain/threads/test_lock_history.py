"""The threads' uses of a lock over a recording."""

from visualizer.explain.threads.lock_history import (
    LockEvent,
    LockWait,
    Uses,
    held_since,
    lock_events,
    lock_uses,
    lock_waits,
)
from visualizer.model import Delta, Event, LocksChange, LockUse, Step

LOCK, OTHER = 5, 6
USES: Uses = (
    (3, {LOCK: LockUse(2)}),
    (6, {LOCK: LockUse(2, next=(1,))}),
    (7, {LOCK: LockUse(2, (1,)), OTHER: LockUse(3)}),
    (9, {LOCK: LockUse(2, (1,), (3,))}),
    (11, {LOCK: LockUse(1)}),
    (12, {}),
    (14, {LOCK: LockUse(None, (2,))}),
)


def test_threads_ask_wait_get_it_and_let_go() -> None:
    assert lock_events(USES, LOCK) == (
        LockEvent(3, 2, "gets"),
        LockEvent(6, 1, "asks"),
        LockEvent(9, 3, "asks"),
        LockEvent(11, 2, "lets-go"),
        LockEvent(11, 3, "gives-up"),
        LockEvent(11, 1, "gets", 6),
        LockEvent(12, 1, "lets-go"),
        LockEvent(14, 2, "asks"),
    )


def test_a_thread_that_stops_waiting_for_a_free_lock_is_about_to_have_it() -> None:
    uses: Uses = (
        (3, {LOCK: LockUse(2, (1, 3))}),
        (5, {LOCK: LockUse(None, (3,))}),
        (6, {LOCK: LockUse(1, (3,))}),
        (8, {}),
        (9, {LOCK: LockUse(2)}),
    )
    assert lock_events(uses, LOCK)[3:] == (
        LockEvent(5, 2, "lets-go"),
        LockEvent(6, 1, "gets", 3),
        LockEvent(8, 1, "lets-go"),
        LockEvent(9, 3, "gives-up"),
        LockEvent(9, 2, "gets"),
    )


def test_since_when_goes_by_the_step() -> None:
    moments = lock_events(USES, LOCK)
    assert held_since(moments, 2) == {}
    assert held_since(moments, 8) == {2: 3, 1: 6}
    assert held_since(moments, 11) == {1: 11}
    assert held_since(moments, 13) == {}


def test_waits_are_spans_of_steps() -> None:
    assert lock_waits(USES, 20) == (
        LockWait(1, LOCK, 6, 10),
        LockWait(3, LOCK, 9, 10),
        LockWait(2, LOCK, 14, 20),
    )


class _Cursor:
    def delta(self, step: int) -> Delta:
        now = Step(step, Event.LINE, "a.py", 1, "<module>", 1)
        known = dict(USES).get(step)
        return Delta(None, now, locks=LocksChange({}, dict(known)) if known is not None else None)


def test_they_are_read_from_the_steps() -> None:
    assert lock_uses(_Cursor(), 12) == USES[:-1]
