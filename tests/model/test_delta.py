"""The frames that a step changed."""

from dataclasses import replace

from visualizer.model import Frame, FrameKind, StackChange

MODULE = Frame(1, "<module>", "prog.py", 1, FrameKind.MODULE, ())
OUTER, INNER = (Frame(n, f"f{n}", "prog.py", 1, FrameKind.FUNCTION, ()) for n in (2, 3))


def test_frames_that_stay_as_they_are_are_passed_over() -> None:
    moved = replace(INNER, line=2)
    change = StackChange(1, (MODULE, OUTER, INNER), (MODULE, OUTER, moved))
    assert change.outer == 2
    assert list(change.frames()) == [(INNER, moved)]


def test_a_call_is_a_frame_that_was_not_there() -> None:
    change = StackChange(1, (MODULE,), (MODULE, OUTER))
    assert change.outer == 1
    assert list(change.frames()) == [(None, OUTER)]


def test_a_frame_below_may_change_beside_one_that_is_gone() -> None:
    resumed = replace(MODULE, line=7)
    change = StackChange(1, (MODULE, OUTER, INNER), (resumed, OUTER))
    assert change.outer == 0
    assert list(change.frames()) == [(MODULE, resumed), (INNER, None)]


def test_a_thread_begins_and_ends_with_all_of_its_frames() -> None:
    assert list(StackChange(1, None, (MODULE,)).frames()) == [(None, MODULE)]
    assert list(StackChange(1, (MODULE,), None).frames()) == [(MODULE, None)]
