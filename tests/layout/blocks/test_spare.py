"""Spare places of lists and dicts in their cards."""

from dataclasses import replace

import pytest

from tests.layout.blocks.test_maker import block, texts
from tests.layout.film import Film
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Block, Form, Ink
from visualizer.layout.blocks.spare import MOST_SPARE
from visualizer.layout.measure import phrase
from visualizer.model import Mapping, Scalar

ARRAY, DICT, TABLE_OF_FIVE = 56, 64, 32 + 8 + 5 * 16


def of_size(film: Film, serial: int, size: int) -> int:
    film.heap[serial] = replace(film.heap[serial], size=size)
    return serial


def grown(used: int, places: int) -> Film:
    """Make a list whose array has that many places."""
    film = Film()
    numbers = film.list(*(film.number(n) for n in range(used)))
    film.bind("a", of_size(film, numbers, ARRAY + 8 * places))
    film.step()
    return film


def cells(made: Block, form: Form) -> int:
    return sum(shape.form is form for shape in made.shapes)


@pytest.mark.parametrize("level", Level)
def test_spare_places_are_cells_where_sizes_are_shown(level: Level) -> None:
    film = grown(5, 8)
    made = block(film, film.names["a"], level)
    assert cells(made, Form.SPARE) == (3 if level.has_counts else 0)
    assert cells(made, Form.CELL) == 5
    assert len(made.fields) == 5


def test_an_item_takes_a_spare_cell_and_the_card_stays_as_large() -> None:
    sizes = set()
    for used in range(5, 9):
        film = grown(used, 8)
        made = block(film, film.names["a"], Level.COUNTS)
        assert cells(made, Form.SPARE) + cells(made, Form.CELL) == 8
        sizes.add((made.width, made.height))
    assert len(sizes) == 1


def test_the_last_of_many_spare_cells_counts_the_others() -> None:
    film = grown(2, 2 + MOST_SPARE + 3)
    made = block(film, film.names["a"], Level.COUNTS)
    assert cells(made, Form.SPARE) == MOST_SPARE
    assert "+4" in texts(made)


def test_with_omitted_items_one_cell_stands_for_all_spare_places() -> None:
    film = grown(40, 1040)
    made = block(film, film.names["a"], Level.COUNTS)
    assert cells(made, Form.SPARE) == 1
    assert "+1,000" in texts(made)
    assert all(words.rect.right <= made.width for words in made.words)


def test_a_list_of_records_has_its_spare_places_in_a_row_below_them() -> None:
    film = Film()
    cls = film.cls("Student")
    students = [film.instance(cls, name=film.number(n), mark=film.number(n + 50)) for n in (1, 2)]
    film.bind("students", of_size(film, film.list(*students), ARRAY + 8 * 4))
    film.step()
    made = block(film, film.names["students"], Level.COUNTS)
    assert phrase("addresses-places", used=2, places=4) in [one.text for one in made.words]
    assert cells(made, Form.SPARE) == 1


def test_a_dict_shows_the_number_of_entries_its_table_has_room_for() -> None:
    film = Film()
    key = film.new("str", Scalar("'red'"))
    one = film.new("dict", Mapping(((key, film.number(3)),), 1))
    film.bind("d", of_size(film, one, DICT + TABLE_OF_FIVE))
    film.step()
    for level in Level:
        said = [one.text for one in block(film, film.names["d"], level).words]
        is_said = phrase("addresses-entries", used=1, places=5) in said
        assert is_said is level.has_counts


def test_a_dict_shows_the_number_of_places_of_deleted_entries() -> None:
    film = Film()
    key = film.new("str", Scalar("'red'"))
    one = of_size(
        film, film.new("dict", Mapping(((key, film.number(3)),), 1)), DICT + TABLE_OF_FIVE
    )
    film.heap[one] = replace(film.heap[one], deleted=3)
    film.bind("d", one)
    film.step()
    said = [words.text for words in block(film, one, Level.COUNTS).words]
    assert phrase("addresses-entries-deleted", used=1, places=5, deleted=3) in said


def instance_with(film: Film, held: int) -> Block:
    """Return the card of an instance that holds the only reference to a container."""
    film.bind("x", film.instance(film.cls("Bag"), held=held))
    film.step()
    return block(film, film.names["x"], Level.COUNTS)


def test_a_list_in_another_card_has_one_cell_for_all_spare_places() -> None:
    film = Film()
    made = instance_with(film, of_size(film, film.list(film.number(7)), ARRAY + 8 * 4))
    assert (cells(made, Form.CELL), cells(made, Form.SPARE)) == (1, 1)
    assert "+3" in texts(made)


def test_a_dict_in_another_card_counts_its_entries_in_small_letters() -> None:
    film = Film()
    key = film.new("str", Scalar("'red'"))
    one = film.new("dict", Mapping(((key, film.number(3)),), 1))
    made = instance_with(film, of_size(film, one, DICT + TABLE_OF_FIVE))
    said = {words.text: words.ink for words in made.words}
    assert said[phrase("addresses-entries", used=1, places=5)] is Ink.INDEX
    assert cells(made, Form.SPARE) == 0


def test_the_lines_between_entries_reach_the_edge_of_a_card_that_its_notes_widen() -> None:
    film = Film()
    entries = tuple((film.new("str", Scalar(f"'{n}'")), film.number(n)) for n in (1, 2))
    one = of_size(film, film.new("dict", Mapping(entries, 2)), DICT + TABLE_OF_FIVE)
    made = instance_with(film, one)
    level = [rule for rule in made.rules if rule.start.y == rule.end.y]
    assert {rule.end.x for rule in level} == {made.anchors[one].right, made.width}


def test_rows_of_a_grid_have_a_cell_for_their_spare_places_beside_their_counts() -> None:
    film = Film()
    full = of_size(film, film.list(*(film.number(n) for n in (1, 2, 3))), ARRAY + 8 * 3)
    spare = of_size(film, film.list(film.number(4)), ARRAY + 8 * 4)
    film.bind("grid", of_size(film, film.list(full, spare), ARRAY + 8 * 2))
    film.step()
    made = block(film, film.names["grid"], Level.COUNTS)
    (cell,) = [shape.rect for shape in made.shapes if shape.form is Form.SPARE]
    assert "+3" in texts(made)
    others = [shape.rect for shape in made.shapes if shape.form in (Form.CELL, Form.COUNT)]
    assert not any(cell.overlaps(one) for one in others)
    assert all(one.right <= made.width for one in (*others, cell))


def test_a_list_that_is_full_or_without_a_known_size_has_none() -> None:
    film = grown(4, 4)
    assert cells(block(film, film.names["a"], Level.COUNTS), Form.SPARE) == 0
    film = grown(4, 4)
    of_size(film, film.names["a"], 0)
    film.step()
    assert cells(block(film, film.names["a"], Level.COUNTS), Form.SPARE) == 0
