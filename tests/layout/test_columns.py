"""Which column each object comes to stand in."""

import math

from visualizer.layout.chains import ROW_LENGTH, Rows
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


def in_rows(*references: Reference, width: float = 150) -> tuple[dict[int, int], Rows]:
    rows = Rows(lambda _: "Node", lambda _: width)
    serials = sorted({reference.target for reference in references})
    return assign_columns(serials, references, lambda _: 100, 100, {}, rows=rows), rows


def linked(count: int) -> list[Reference]:
    return [held(None, 1), *(held(n, n + 1, "next") for n in range(1, count))]


def test_a_chain_of_eight_stands_in_one_row() -> None:
    found, rows = in_rows(*linked(ROW_LENGTH))
    assert [found[n] for n in range(1, 9)] == list(range(1, 9))
    assert rows.above == {}


def test_a_longer_one_goes_on_below_its_beginning() -> None:
    found, rows = in_rows(*linked(20))
    length = rows.lengths[min(rows.lengths)]
    assert length <= ROW_LENGTH
    assert [found[n] for n in range(1, 21)] == [1 + n % length for n in range(20)]
    assert rows.above == {n + length: n for n in range(1, 21 - length, length)}


def test_a_row_wider_than_a_window_is_shorter_and_none_is_alone_in_the_last() -> None:
    found, rows = in_rows(*linked(7), width=300)
    assert max(found.values()) == 4
    assert rows.above == {5: 1}


def test_members_that_stand_beside_each_other_in_turn_make_a_chain_too() -> None:
    before = [held(n, n + 1, "next") for n in (1, 2, 4, 5, 6, 7)]
    turn = Reference(object_key(3), 40.0, 4, 1, 50, "next")
    inserted = [
        Reference(object_key(3), 40.0, 9, 50, math.inf, "next"),
        Reference(object_key(9), 40.0, 4, 50, math.inf, "next"),
    ]
    found, rows = in_rows(held(None, 1), *before, turn, *inserted, width=300)
    assert [[n for n in found if found[n] == column] for column in (1, 2, 3)] == [
        [1, 6, 9],
        [2, 4, 7],
        [3, 5, 8],
    ]
    assert rows.above == {9: 1, 6: 9}


def test_what_leads_to_two_of_its_kind_at_once_is_no_chain() -> None:
    twigs = [held(n, n + 10, "left") for n in range(1, 12)]
    found, rows = in_rows(*linked(12), *twigs)
    assert max(found.values()) > ROW_LENGTH
    assert rows.above == {}
