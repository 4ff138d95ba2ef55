"""The place of a unit that appears."""

from tests.layout.placing.units import CANVAS, LEFT, card, drawn
from visualizer.layout.picture import Point
from visualizer.layout.placing import Placement, Size, Unit, place
from visualizer.layout.placing.grid import ACROSS, DOWN


def placed(*units: Unit, canvas: Size = CANVAS) -> Placement:
    return place(units, canvas, LEFT, 99)


def test_a_unit_stands_level_with_the_slot_that_leads_to_it() -> None:
    assert placed(card("a", (0, 9), at=(LEFT, 120))).at("a", 0) == Point(LEFT, 120)


def test_a_unit_stands_right_of_its_owner() -> None:
    owner = card("owner", (0, 9), (90, 60), at=(LEFT, 60))
    owned = card("owned", (3, 9), owner="owner", at=(120, 21))
    assert placed(owner, owned).at("owned", 3) == Point(LEFT + 120, 81)


def test_owners_that_come_at_the_same_step_are_placed_first() -> None:
    owned = card("owned", (3, 9), owner="owner", at=(120, 21))
    owner = card("owner", (3, 9), (90, 60), at=(LEFT, 60))
    assert placed(owned, owner).at("owned", 3) == Point(LEFT + 120, 81)


def test_units_that_own_each_other_have_places_all_the_same() -> None:
    one = card("one", (0, 9), owner="other")
    other = card("other", (0, 9), owner="one")
    placement = placed(one, other)
    assert placement.at("one", 0) is not None
    assert placement.at("other", 0) is not None


def test_a_unit_whose_wished_place_is_taken_stands_beside_it() -> None:
    first, second = card("first", (0, 9)), card("second", (1, 9))
    assert placed(first, second).at("second", 1) == Point(LEFT, 60 + DOWN)


def test_a_unit_may_stand_aside_where_that_is_nearer_than_below() -> None:
    first, second = card("first", (0, 9), (60, 300)), card("second", (1, 9))
    assert placed(first, second).at("second", 1) == Point(LEFT + 60 + ACROSS, 0)


def test_the_largest_size_of_its_life_is_reserved() -> None:
    first = card("first", (0, 9), later=[(5, (100, 150))])
    second = card("second", (1, 9), at=(LEFT, 90))
    placement = placed(first, second)
    assert placement.at("second", 1) == Point(LEFT, 150 + DOWN)
    assert placement.is_steady


def test_a_unit_that_arrives_does_not_take_the_place_of_one_that_leaves() -> None:
    gone = card("gone", (0, 10))
    soon, later = card("soon", (10, 11)), card("later", (11, 20))
    placement = placed(gone, soon, later)
    assert placement.at("soon", 10) == Point(LEFT, 60 + DOWN)
    assert placement.at("later", 11) == Point(LEFT, 0)


def test_a_kept_place_is_given_away_where_another_unit_would_stand_far_off() -> None:
    gone = card("gone", (0, 10), (100, 200))
    placement = placed(gone, card("soon", (10, 14), (60, 200)))
    assert placement.at("soon", 10) == Point(LEFT, 0)
    assert placement.is_steady


def test_a_kept_place_stays_kept_where_the_nearer_one_is_not_much_nearer() -> None:
    near, gone = card("near", (0, 20)), card("gone", (0, 10))
    placement = placed(near, gone, card("soon", (10, 14)))
    assert placement.at("gone", 9) == Point(LEFT, 60 + DOWN)
    assert placement.at("soon", 10) == Point(LEFT, 2 * (60 + DOWN))


def test_a_kept_place_is_given_away_where_there_is_no_room_else() -> None:
    canvas = Size(LEFT + 100, 70)
    placement = placed(card("gone", (0, 10)), card("soon", (10, 14)), canvas=canvas)
    assert placement.at("soon", 10) == Point(LEFT, 0)
    assert placement.is_steady


def test_a_unit_that_comes_back_takes_its_old_place_if_that_is_free() -> None:
    first = card("first", (0, 5))
    back = card("back", (1, 3), again=[(30, 40)])
    assert placed(first, back).at("back", 30) == Point(LEFT, 60 + DOWN)


def test_a_unit_has_no_place_while_it_is_not_drawn() -> None:
    placement = placed(card("a", (2, 4), again=[(6, 8)]))
    there = [step for step in range(10) if placement.at("a", step) is not None]
    assert there == [2, 3, 6, 7]
    assert placement.at("unknown", 2) is None


def test_nothing_to_place_is_steady() -> None:
    placement = placed()
    assert placement.is_steady
    assert placement.all_moved == 0


def test_a_thousand_units_stand_at_once() -> None:
    units = [card(key, (key, 2000), (60, 30), at=(LEFT, key % 400)) for key in range(1000)]
    placement = place(units, CANVAS, LEFT, 1999)
    assert len(set(drawn(units, placement, 1500).values())) == 1000
    assert placement.has_grown
