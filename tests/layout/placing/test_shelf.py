"""The first column of the heap, for objects that the module's names refer to all along."""

from tests.layout.placing.units import CANVAS, LEFT, card
from visualizer.layout.picture import Point
from visualizer.layout.placing import Placement, Size, Unit, place
from visualizer.layout.placing.grid import DOWN


def placed(*units: Unit, canvas: Size = CANVAS) -> Placement:
    return place(units, canvas, LEFT, 99)


def test_the_shelf_is_in_the_order_of_the_rows_not_of_the_births() -> None:
    lower, upper = card("lower", (0, 50), shelf=49), card("upper", (10, 50), shelf=28)
    placement = placed(lower, upper)
    assert placement.at("upper", 10) == Point(LEFT, 24)
    assert placement.at("lower", 0) == Point(LEFT, 24 + 60 + DOWN)


def test_a_unit_of_the_shelf_stands_level_with_its_row_if_it_can() -> None:
    one, other = card("one", (0, 50), shelf=4), card("other", (0, 50), shelf=304)
    assert placed(one, other).at("other", 0) == Point(LEFT, 300)


def test_others_stand_beside_room_that_is_kept_on_the_shelf() -> None:
    coming = card("coming", (20, 50), (100, 60), shelf=4)
    placement = placed(coming, card("other", (0, 50)))
    assert placement.at("other", 0) == Point(LEFT, 60 + DOWN)
    assert placement.at("coming", 20) == Point(LEFT, 0)


def test_others_take_kept_room_where_anything_else_is_far() -> None:
    canvas = Size(LEFT + 120, 500)
    coming = card("coming", (20, 50), (100, 300), shelf=4)
    placement = placed(coming, card("other", (0, 50)), canvas=canvas)
    assert placement.at("other", 0) == Point(LEFT, 0)
    assert placement.strays == 1


def test_room_on_the_shelf_is_free_for_those_who_leave_before_it_is_needed() -> None:
    coming = card("coming", (20, 50), shelf=4)
    placement = placed(coming, card("other", (0, 19)))
    assert placement.at("other", 0) == placement.at("coming", 20) == Point(LEFT, 0)


def test_room_is_kept_on_the_shelf_though_others_then_stand_in_the_next_column() -> None:
    canvas = Size(LEFT + 300, 160)
    coming = card("coming", (20, 50), (100, 140), shelf=4)
    placement = placed(coming, card("other", (0, 50)), canvas=canvas)
    beside = placement.at("other", 0)
    assert beside is not None
    assert beside.x > LEFT + 100
    assert placement.at("coming", 20) == Point(LEFT, 0)


def test_without_room_for_the_shelf_each_stands_near_its_row() -> None:
    one, other = (
        card("one", (0, 10), (100, 300), shelf=4),
        card("other", (50, 60), (100, 300), shelf=25),
    )
    placement = placed(one, other)
    assert not placement.has_shelf
    assert not placement.is_steady
    assert placement.at("other", 50) == Point(LEFT, 21)


def test_a_unit_that_is_too_wide_loses_the_shelf() -> None:
    assert not placed(card("wide", (0, 9), (600, 20), shelf=4)).has_shelf
