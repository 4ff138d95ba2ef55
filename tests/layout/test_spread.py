"""A column too high for the window stands in two."""

from collections.abc import Mapping

from visualizer.layout import object_key
from visualizer.layout.chains import Rows
from visualizer.layout.orders import USUAL
from visualizer.layout.picture import Key
from visualizer.layout.sizes import CARD_GAP
from visualizer.layout.spans import Reference, Stay
from visualizer.layout.spread import spread

HIGHEST, FAR_TOO_HIGH = USUAL.limits
PROGRAM = Key("globals", "program.py")
HEIGHT = 100


def named(count: int, first: int = 1) -> list[Reference]:
    """So many objects, each with a name of its own."""
    return [Reference(PROGRAM, 28.0 * n, n, n) for n in range(first, first + count)]


def placed(
    references: list[Reference],
    columns: Mapping[int, int],
    *,
    ends: Mapping[int, int] | None = None,
    kind: str = "",
    width: float = 100,
) -> dict[int, int]:
    stays = [Stay(object_key(n), n) for n in columns]
    for stay in stays:
        if ends is not None:
            stay.end = ends[int(stay.key.name)]
    heights = dict.fromkeys(stays, float(HEIGHT))
    rows = Rows(lambda serial: kind or serial, lambda _: width)
    return spread(heights, references, columns, rows)


def test_a_column_that_fits_stays_as_it_is() -> None:
    assert placed(named(5), dict.fromkeys(range(1, 6), 1)) == {}


def test_every_second_card_of_one_too_high_goes_into_the_next() -> None:
    columns = dict.fromkeys(range(1, 11), 1)
    columns[11] = 2
    moved = placed(named(10), columns)
    assert set(moved.values()) == {2}
    assert 3 <= len(moved) <= 5
    assert not any(serial + 1 in moved for serial in moved)


def test_a_new_column_is_begun_only_for_one_much_too_high() -> None:
    somewhat = int((HIGHEST + FAR_TOO_HIGH) / 2 // HEIGHT)
    assert placed(named(somewhat), dict.fromkeys(range(1, somewhat), 1)) == {}
    much = int(2 * FAR_TOO_HIGH // HEIGHT)
    assert set(placed(named(much), dict.fromkeys(range(1, much), 1)).values()) >= {2}


def test_what_leads_on_stays_in_a_column_that_is_not_far_too_high() -> None:
    count = int((HIGHEST + FAR_TOO_HIGH) / 2 // (HEIGHT + CARD_GAP))
    columns = {**dict.fromkeys(range(1, count + 1), 1), 20: 2}
    leading = [Reference(object_key(n), 40.0, 20, n) for n in range(1, count + 1)]
    assert placed([*named(count), *leading], columns) == {}
    assert placed(named(count), columns) != {}


def test_members_of_a_chain_or_a_tree_stay() -> None:
    columns = {1: 1, **dict.fromkeys(range(2, 20), 2), 30: 3}
    members = [Reference(object_key(1), 28.0 * n, n, n) for n in range(2, 20)]
    assert placed(members, columns, kind="Node") == {}
    assert placed(members, columns) != {}


def test_what_stands_there_one_after_the_other_needs_no_more_room() -> None:
    columns = {**dict.fromkeys(range(1, 41), 1), 50: 2}
    assert placed(named(40), columns, ends={n: n + 1 for n in columns}) == {}


def test_what_leads_on_goes_too_where_that_is_not_enough_and_takes_along_what_it_leads_to() -> None:
    count = int(3 * FAR_TOO_HIGH // HEIGHT)
    columns = {**dict.fromkeys(range(1, count), 1), **dict.fromkeys(range(101, 100 + count), 2)}
    leading = [Reference(object_key(n), 40.0, 100 + n, n) for n in range(1, count)]
    moved = placed([*named(count - 1), *leading], columns)
    assert {moved[n] for n in moved if n < 100} == {2}
    assert all(moved[n + 100] >= 3 for n in moved if n < 100)


def test_what_is_to_stay_where_it_is_stays() -> None:
    columns = {**dict.fromkeys(range(1, 13), 1), 20: 2}
    stays = {Stay(object_key(n), n): float(HEIGHT) for n in columns}
    rows = Rows(lambda serial: serial, lambda _: 100)
    moved = spread(stays, named(12), columns, rows, fixed=range(1, 11))
    assert set(moved) <= {11, 12}


def test_a_picture_that_is_as_wide_as_it_is_high_is_not_made_wider() -> None:
    count = int((HIGHEST + FAR_TOO_HIGH) / 2 // (HEIGHT + CARD_GAP))
    columns = {**dict.fromkeys(range(1, count + 1), 1), 20: 2}
    assert placed(named(count), columns, width=100) != {}
    assert placed(named(count), columns, width=500) == {}
