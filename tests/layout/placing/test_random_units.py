"""Rules for any units at any step."""

from itertools import combinations

from hypothesis import given, settings

from tests.layout.placing.units import CANVAS, LEFT, drawn, random_units, steps_of
from visualizer.layout.picture import Rect
from visualizer.layout.placing import Placement, Unit, place
from visualizer.layout.placing.grid import ACROSS, DOWN


def has_room(one: Rect, other: Rect) -> bool:
    return not Rect(
        one.x - ACROSS, one.y - DOWN, one.width + 2 * ACROSS, one.height + 2 * DOWN
    ).overlaps(other)


def placed(units: list[Unit]) -> Placement:
    return place(units, CANVAS, LEFT, len(steps_of(units)))


@given(random_units())
@settings(max_examples=25, deadline=None)
def test_no_two_units_are_closer_than_the_room_between_units(units: list[Unit]) -> None:
    placement = placed(units)
    for step in steps_of(units):
        rects = drawn(units, placement, step).values()
        assert all(has_room(one, other) for one, other in combinations(rects, 2))


@given(random_units())
@settings(max_examples=25, deadline=None)
def test_exactly_the_drawn_units_have_places_in_the_heap(units: list[Unit]) -> None:
    placement = placed(units)
    for step in steps_of(units):
        for unit in units:
            found = placement.at(unit.key, step)
            is_drawn = any(start <= step < end for start, end in unit.intervals)
            assert (found is not None) == is_drawn
            assert found is None or (found.x >= LEFT and found.y >= 0)


@given(random_units())
@settings(max_examples=25, deadline=None)
def test_a_steady_unit_is_in_the_canvas_and_never_moves(units: list[Unit]) -> None:
    placement = placed(units)
    if not placement.is_steady:
        return
    for unit in units:
        for stay in unit.intervals:
            places = {placement.at(unit.key, step) for step in range(*stay)}
            assert len(places) == 1
    for step in steps_of(units):
        for rect in drawn(units, placement, step).values():
            assert rect.right <= CANVAS.width
            assert rect.bottom <= CANVAS.height


@given(random_units())
@settings(max_examples=25, deadline=None)
def test_units_move_at_epochs_only_and_all_that_move_are_counted(units: list[Unit]) -> None:
    placement = placed(units)
    before = drawn(units, placement, 0)
    for step in steps_of(units)[1:]:
        now = drawn(units, placement, step)
        both = before.keys() & now.keys()
        moved = sum((before[key].x, before[key].y) != (now[key].x, now[key].y) for key in both)
        assert placement.moved(step) == moved
        before = now


@given(random_units())
@settings(max_examples=25, deadline=None)
def test_the_same_units_have_the_same_places(units: list[Unit]) -> None:
    one, other = placed(units), placed(units)
    for step in steps_of(units):
        assert drawn(units, one, step) == drawn(units, other, step)
