"""One sentence reports a ring of threads that wait for each other, when it closes."""

from visualizer.explain.steps.step import explain_step
from visualizer.explain.threads.deadlocks import deadlocked
from visualizer.model import (
    Delta,
    Event,
    HeapObject,
    Lock,
    LocksChange,
    LockUse,
    State,
    Step,
    deadlock,
)

HEAP = {n: HeapObject(n, "lock", 64 * n, 2, 40, Lock(True, None, None)) for n in (5, 6)}
RING = {5: LockUse(1, (2,)), 6: LockUse(2, next=(1,))}


def told(old: dict[int, LockUse], new: dict[int, LockUse]) -> list[dict[str, str | int]]:
    """Return the sentences about a deadlock at a step with the locks ``new``."""
    step = Step(2, Event.LINE, "p.py", 3, "f", 1)
    before = State(
        Step(1, Event.LINE, "p.py", 2, "f", 1),
        globals={"p.py": (("a", 5),)},
        heap=dict(HEAP),
        thread_names={1: "MainThread", 2: "worker"},
        locks=old,
    )
    said = explain_step(before, Delta(before.step, step, locks=LocksChange(old, new)))
    return [dict(s.arguments) for s in said if s.key in ("deadlock", "waits-for-ever")]


def test_a_deadlock_is_reported_with_all_its_threads_when_it_begins() -> None:
    assert told({}, RING) == [
        {"n": 2},
        {"thread": "worker", "what": "a", "holder": "MainThread"},
        {"thread": "MainThread", "what": "lock #6", "holder": "worker"},
    ]


def test_an_old_deadlock_is_not_reported_again() -> None:
    assert told(RING, RING | {7: LockUse(None, (3,))}) == []


def test_threads_that_wait_in_no_ring_or_only_for_a_time_are_no_deadlock() -> None:
    assert deadlock({5: LockUse(1, (2,)), 6: LockUse(2, timed=(1,))}) == ()
    assert deadlock({5: LockUse(1, (2, 3)), 6: LockUse(4, (1,))}) == ()
    assert deadlock({5: LockUse(None, (1, 2))}) == ()


def test_a_thread_that_waits_for_a_ring_is_not_part_of_it() -> None:
    locks = RING | {7: LockUse(1, (3,))}
    assert {wait[0] for wait in deadlock(locks)} == {1, 2}
    state = State(locks=locks, thread_names={1: "MainThread", 2: "worker"})
    assert sorted(deadlocked(state)) == ["MainThread", "worker"]


def test_a_thread_may_wait_for_a_lock_that_it_holds() -> None:
    assert deadlock({5: LockUse(1, next=(1,))}) == ((1, 5, 1),)
