"""A recording that goes on: no foresight, and what was placed stays."""

from tests.layout.placing.units import CANVAS, FOREVER, LEFT, card
from visualizer.layout.picture import Point
from visualizer.layout.placing import GrowingPlacement


def test_a_unit_goes_on_until_its_end_is_told() -> None:
    growing = GrowingPlacement(CANVAS, LEFT)
    growing.extend([card("a", (0, FOREVER))], 3)
    growing.extend([], 9)
    assert growing.placement.at("a", 9) == Point(LEFT, 0)
    growing.extend([card("a", (0, 10))], 20)
    assert growing.placement.at("a", 9) == Point(LEFT, 0)
    assert growing.placement.at("a", 10) is None
    growing.extend([card("b", (30, FOREVER))], 30)
    assert growing.placement.at("b", 30) == Point(LEFT, 0)


def test_a_unit_that_grows_beyond_its_place_begins_an_epoch_at_that_step() -> None:
    growing = GrowingPlacement(CANVAS, LEFT)
    growing.extend([card("low", (0, FOREVER)), card("below", (1, FOREVER), at=(LEFT, 100))], 5)
    before = growing.placement.at("below", 5)
    growing.extend([card("low", (0, FOREVER), later=[(7, (100, 300))])], 9)
    placement = growing.placement
    assert placement.at("below", 6) == before
    assert placement.at("low", 9) == Point(LEFT, 0)
    assert placement.at("below", 7) != before
    assert placement.epochs == (7,)
    assert placement.moved(7) == 1


def test_room_for_two_more_rows_is_left_below_a_unit() -> None:
    growing = GrowingPlacement(CANVAS, LEFT)
    growing.extend([card("low", (0, FOREVER)), card("below", (1, FOREVER), at=(LEFT, 78))], 5)
    growing.extend([card("low", (0, FOREVER), later=[(7, (100, 100))])], 9)
    assert growing.placement.is_steady


def test_a_unit_that_is_back_within_four_steps_stands_where_it_stood() -> None:
    growing = GrowingPlacement(CANVAS, LEFT)
    growing.extend([card("a", (0, 5)), card("b", (6, FOREVER))], 7)
    growing.extend([card("a", (0, 5), again=[(8, FOREVER)])], 9)
    assert growing.placement.at("a", 8) == Point(LEFT, 0)
