"""Which column each object comes to stand in."""

import math

from visualizer.layout.columns import assign_columns
from visualizer.layout.picture import Key, object_key
from visualizer.layout.spans import Reference

FRAME = Key("globals", "prog.py")


def held(holder: int | None, target: int, named: str = "", start: int = 1) -> Reference:
    key = object_key(holder) if holder else FRAME
    return Reference(key, 40.0, target, start, math.inf, named)


def columns(*references: Reference, fixed: dict[int, int] | None = None) -> dict[int, int]:
    serials = {reference.target for reference in references}
    return assign_columns(sorted(serials), references, lambda _: 100, 100, fixed or {})


def test_what_a_name_refers_to_stands_in_the_first_column() -> None:
    assert columns(held(None, 1)) == {1: 1}


def test_an_object_stands_right_of_the_furthest_that_refers_to_it() -> None:
    found = columns(held(None, 1), held(None, 3), held(1, 2), held(2, 3), held(1, 3))
    assert found == {1: 1, 2: 2, 3: 3}


def test_a_ring_begins_where_one_enters_it() -> None:
    assert columns(held(None, 2), held(1, 2), held(2, 3), held(3, 1)) == {2: 1, 3: 2, 1: 3}


def test_a_way_back_does_not_count() -> None:
    assert columns(held(None, 1), held(1, 2), held(2, 1, "parent")) == {1: 1, 2: 2}


def test_a_reference_that_does_not_last_does_not_count() -> None:
    assert columns(held(None, 1), held(None, 2), held(1, 2, start=99)) == {1: 1, 2: 1}


def test_what_has_a_name_all_its_life_is_not_moved_by_what_it_outlives() -> None:
    passing = Reference(object_key(2), 40.0, 3, 1, 60)
    assert columns(held(None, 1), held(None, 3), held(1, 2), passing) == {1: 1, 2: 2, 3: 1}


def test_an_object_that_refers_to_itself_has_a_place() -> None:
    assert columns(held(None, 1), held(1, 1)) == {1: 1}


def test_what_stands_already_stays_and_new_objects_go_by_it() -> None:
    assert columns(held(7, 1), held(1, 2), fixed={7: 4}) == {1: 5, 2: 6}


def test_a_chain_of_thousands_needs_no_recursion() -> None:
    chain = [held(serial, serial + 1) for serial in range(1, 5000)]
    assert columns(held(None, 1), *chain)[5000] == 5000
