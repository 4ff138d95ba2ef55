"""The timeline's view of threads: the ends of their calls, the row in which they wait."""

from visualizer.explain.threads.lock_history import LockWait
from visualizer.recording.index.run_profile import Call, Calls
from visualizer.shell.timeline.thread_rows import end_threads, wait_rows


def calls() -> Calls:
    """The main thread runs 1 to 3, another 4 to 9, the main thread again from 10 on."""
    found = Calls(("<module>", "fill"))
    for step, thread, function, depth in ((1, 1, 0, 1), (4, 2, 1, 1), (10, 1, 0, 1)):
        found.add(step, thread, function, thread, depth)
    return found


TURNS = ((1, 1), (4, 2), (10, 1))


def test_the_call_of_a_thread_ends_where_it_returns_and_is_not_seen_again() -> None:
    made = calls()
    lasts = list(made.lasts)
    end_threads(lasts, made, TURNS, {9})
    assert lasts == [0, 9]


def test_it_goes_on_where_the_thread_was_only_interrupted() -> None:
    made = calls()
    lasts = list(made.lasts)
    end_threads(lasts, made, TURNS, {3, 8})
    assert lasts == [0, 0]


def test_a_wait_is_in_the_row_of_the_innermost_call() -> None:
    there = (
        Call("<module>", 1, 1, 1, None),
        Call("take", 1, 2, 3, 12),
        Call("inner", 1, 3, 4, 5),
        Call("fill", 2, 1, 4, 9),
    )
    waits = (
        LockWait(1, 7, 4, 5),
        LockWait(1, 7, 8, 9),
        LockWait(2, 7, 6, 6),
        LockWait(1, 7, 20, 21),
    )
    above = {1: 0, 2: 3}
    assert wait_rows(there, above, waits) == [(0, 20, 21), (1, 8, 9), (2, 4, 5), (3, 6, 6)]


def test_a_thread_without_calls_of_the_program_has_no_row() -> None:
    assert wait_rows((), {}, (LockWait(3, 7, 1, 2),)) == []
