"""Placement without enough room."""

from tests.layout.placing.units import LEFT, card, drawn
from visualizer.layout.picture import Point
from visualizer.layout.placing import Placement, Size, Unit, place

NARROW = Size(LEFT + 100, 250)
"""Room for three cards, one below the other."""


def placed(*units: Unit, canvas: Size = NARROW) -> Placement:
    return place(units, canvas, LEFT, 999)


def test_room_for_the_next_steps_is_enough_where_there_is_none_for_a_life() -> None:
    """The second would be too tall in step 500, when the first is gone."""
    first = card("first", (0, 200), (100, 130))
    second = card("second", (10, 600), later=[(500, (100, 120))])
    placement = placed(first, second)
    assert placement.at("second", 10) == Point(LEFT, 150)
    assert placement.moved(500) == 1
    assert placement.all_moved == 1
    assert not placement.has_grown


def test_a_unit_that_grows_where_there_is_room_by_now_stays() -> None:
    first = card("first", (0, 200), (100, 60), at=(LEFT, 190))
    second = card("second", (10, 600), later=[(500, (100, 240))])
    placement = placed(first, second)
    assert placement.at("second", 500) == placement.at("second", 10) == Point(LEFT, 0)
    assert placement.is_steady


def test_a_large_unit_that_grows_sends_away_a_small_one() -> None:
    canvas = Size(LEFT + 240, 250)
    large = card("large", (0, 99), (100, 120), later=[(60, (100, 220))])
    small = card("small", (0, 99), (100, 30), at=(LEFT, 140))
    side = card("side", (0, 50), (100, 250), at=(LEFT + 132, 0))
    placement = place([side, large, small], canvas, LEFT, 99)
    assert placement.at("large", 60) == Point(LEFT, 0)
    assert placement.at("small", 10) == Point(LEFT, 141)
    assert placement.at("small", 60) == Point(LEFT + 132, 141)
    assert placement.moved(60) == 1


def test_a_unit_that_fits_nowhere_stands_in_a_larger_canvas() -> None:
    units = [card(key, (key, 50)) for key in range(4)]
    placement = placed(*units)
    assert placement.has_grown
    assert not placement.is_steady
    assert len(drawn(units, placement, 10)) == 4


def test_a_canvas_grows_no_more_than_it_must() -> None:
    units = [card(key, (key, 50)) for key in range(4)]
    shown = drawn(units, placed(*units), 10).values()
    assert max(rect.bottom for rect in shown) <= NARROW.height * 1.43


def test_a_unit_larger_than_any_canvas_has_a_place() -> None:
    placement = placed(card("huge", (0, 9), (9000, 9000)), card("other", (2, 9)))
    assert placement.at("huge", 0) == Point(LEFT, 0)
    assert placement.at("other", 2) == Point(LEFT, 9018)


def test_units_stand_in_the_canvas_again_when_there_is_room() -> None:
    many = [card(key, (0, 20)) for key in range(4)]
    late = card("late", (30, 50), at=(LEFT + 132, 0))
    assert placed(*many, late).at("late", 30) == Point(LEFT, 0)


def test_a_search_for_steadiness_ends_early() -> None:
    units = [card(key, (key, 50)) for key in range(9)]
    placement = place(units, NARROW, LEFT, 99, until_unsteady=True)
    assert not placement.is_steady
    assert placement.at(8, 20) is None
