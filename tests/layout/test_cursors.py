"""Where iterators stand in what they walk over."""

import pytest

from tests.layout.film import Film
from visualizer.layout import Box, FixedMeasure, Layout, Rect
from visualizer.layout.picture import PartKind
from visualizer.model import Iterator, Mapping


def walked(film: Film, *positions: int) -> Box:
    """The box of ``film.names["a"]``, over which iterators stand at these positions."""
    for number, position in enumerate(positions):
        film.bind(f"walk{number}", film.new("iterator", Iterator(film.names["a"], position)))
    state = film.step()
    picture = Layout(FixedMeasure()).picture(state, film.deltas[-1])
    return next(box for box in picture.boxes if box.serial == film.names["a"])


def numbers(film: Film, n: int) -> None:
    film.bind("a", film.list(*map(film.number, range(n))))


def test_a_cursor_stands_before_the_cell_that_is_next() -> None:
    film = Film()
    numbers(film, 3)
    box = walked(film, 1)
    cell = [part for part in box.card.parts if part.kind is PartKind.CELL][1]
    assert box.cursors == (Rect(cell.x, cell.y, 0, cell.height),)


def test_each_iterator_has_its_own_and_those_at_one_place_share_it() -> None:
    film = Film()
    numbers(film, 3)
    box = walked(film, 2, 0, 2)
    cells = [part.x for part in box.card.parts if part.kind is PartKind.CELL]
    assert [cursor.x for cursor in box.cursors] == [cells[0], cells[2]]


def test_behind_the_last_it_stands_behind_and_used_up_nowhere() -> None:
    film = Film()
    numbers(film, 2)
    box = walked(film, 2, -1)
    last = [part for part in box.card.parts if part.kind is PartKind.CELL][-1]
    assert [cursor.x for cursor in box.cursors] == [last.x + last.width]


def test_in_rows_it_lies_above_the_row_that_is_next() -> None:
    film = Film()
    film.bind("b", film.list())
    film.bind("a", film.list(film.names["b"], film.names["b"]))
    box = walked(film, 1)
    row = box.card.parts[1]
    assert [(cursor.y, cursor.height) for cursor in box.cursors] == [(row.y, 0)]


def test_in_a_mapping_it_counts_the_entries() -> None:
    film = Film()
    keys = [film.number(one) for one in (7, 5)]
    film.bind("a", film.new("dict", Mapping(((keys[0], keys[1]), (keys[1], keys[0])), 2)))
    box = walked(film, 1)
    assert [cursor.y for cursor in box.cursors] == [box.card.parts[1].y]


@pytest.mark.parametrize("position", [8, 997])
def test_where_the_item_is_folded_away_there_is_none(position: int) -> None:
    film = Film()
    numbers(film, 1000)
    assert walked(film, position).cursors == ()
