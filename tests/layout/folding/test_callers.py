"""The steps of a call at which its caller is a line."""

import pytest

from visualizer.layout.folding.callers import BRIEF, Callers, Pressing


def observed(*folded: tuple[int, bool], end: int, known: Pressing | None = None) -> Pressing:
    """Observe call 1 at steps with and without room for its caller, until the call ends."""
    callers = Callers()
    for step, is_folded in folded:
        callers.observe({1: is_folded}, step)
    callers.observe({}, end)
    return callers.pressing(end + 10, known or {})


def test_a_caller_stays_a_line_between_two_steps_that_lack_room() -> None:
    folded = (1, False), (50, True), (52, False), (60, True), (62, False)
    assert observed(*folded, end=200) == {1: [(50, 62)]}


@pytest.mark.parametrize("brief", [1, BRIEF])
def test_a_caller_is_a_line_from_the_beginning_to_the_end_if_little_is_left(brief: int) -> None:
    first, last = 10, 80
    folded = (first, False), (first + brief, True), (last - brief, False)
    assert observed(*folded, end=last) == {1: [(first, last)]}


def test_a_caller_is_whole_where_it_has_room_for_long() -> None:
    folded = (1, False), (2 + BRIEF, True), (40, False), (41 + BRIEF, True), (80, False)
    assert observed(*folded, end=81 + BRIEF) == {}


def test_steps_at_which_a_caller_is_a_line_stay() -> None:
    folded = (1, False), (50, True), (52, False), (60, True), (62, False)
    known = observed(*folded, end=200)
    # Another caller folds, and this one has room at more steps.
    assert observed((1, False), (50, True), (52, False), end=200, known=known) == known
    # Or it is never drawn as a line.
    assert observed(*folded, end=200, known=known) == known
    longer = observed((1, False), (40, True), (52, False), end=200, known=known)
    assert longer == {1: [(40, 62)]}


def test_a_caller_that_has_room_for_long_is_whole_there_only() -> None:
    folded = (1, True), (4, False), (6, True), (10, False)
    assert observed(*folded, end=200) == {1: [(1, 10)]}
