"""Lists of rows of values: each is a grid, with any values and at any size."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.blocks.test_maker import block, texts
from tests.layout.composing.test_sheets import sheets_of
from tests.layout.film import Film
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Form, ReferenceDisplay
from visualizer.layout.measure import phrase
from visualizer.layout.picture import Slot, object_key
from visualizer.layout.sheet import Sheet, TagKind
from visualizer.model import Iterator, Scalar, Sequence


def grid_of(film: Film, *rows: list[int]) -> tuple[int, list[int]]:
    """Bind a list of rows; return the list and the rows."""
    serials = [film.list(*row) for row in rows]
    film.bind("grid", film.list(*serials))
    film.step()
    return film.names["grid"], serials


def table(film: Film, rows: int, columns: int) -> tuple[int, list[int]]:
    return grid_of(
        film, *([film.number((r + c) % 10) for c in range(columns)] for r in range(rows))
    )


def columns_in(sheet: Sheet, grid: int, row: int) -> list[int | str]:
    """Return the shown columns of a row."""
    fields = sheet.boxes_by_key[object_key(grid)].block.fields
    return [one.slot.name for one in fields if one.holder == object_key(row)]


@pytest.mark.parametrize(("rows", "columns"), [(2, 16), (7, 15), (16, 3), (20, 17)])
def test_a_table_that_has_room_is_shown_whole(rows: int, columns: int) -> None:
    film = Film()
    grid, serials = table(film, rows, columns)
    made = block(film, grid)
    assert set(made.anchors) == {grid, *serials}
    assert sum(shape.form is Form.CELL for shape in made.shapes) == rows * columns
    assert not any(one.display is ReferenceDisplay.PORT for one in made.fields)
    assert made.width <= 480


def test_of_many_columns_each_row_shows_the_same_that_have_room() -> None:
    film = Film()
    grid, serials = table(film, 3, 60)
    made = block(film, grid)
    shown = [
        [one.slot.name for one in made.fields if one.holder == object_key(row)] for row in serials
    ]
    assert shown[0] == shown[1] == shown[2]
    assert 10 <= len(shown[0]) < 20
    assert shown[0][-1] == 59
    assert texts(made).count("⋯") == 3
    assert made.width <= 480 + 24


def test_rows_beyond_the_room_are_left_out() -> None:
    film = Film()
    grid, serials = table(film, 60, 3)
    made = block(film, grid)
    rows = [one.slot.name for one in made.fields if one.holder == object_key(grid)]
    assert rows == [*range(18), 59]
    assert set(made.anchors) == {grid, *serials[:18], serials[59]}


def test_rows_and_items_that_were_not_recorded_are_counted() -> None:
    film = Film()
    grid, serials = table(film, 3, 3)
    film.put(grid, Sequence(tuple(serials), 12_003))
    film.step()
    assert phrase("unrecorded-rows", n=12_000) in [word.text for word in block(film, grid).words]
    row = film.heap[serials[0]].content
    assert isinstance(row, Sequence)
    film.put(serials[0], Sequence(row.items, 20_003))
    film.step()
    assert phrase("unrecorded-rows", n=20_000) in [word.text for word in block(film, grid).words]


def test_columns_are_equally_wide_but_where_words_are_long() -> None:
    film = Film()
    numbers, _ = grid_of(film, *([film.number(n), film.number(1234567)] for n in range(2)))
    cells = [shape.rect.width for shape in block(film, numbers).shapes if shape.form is Form.CELL]
    assert len(set(cells)) == 1
    film = Film()
    name = film.new("str", Scalar("'Christopher'"))
    people, _ = grid_of(film, *([name, film.number(n)] for n in range(2)))
    cells = [shape.rect.width for shape in block(film, people).shapes if shape.form is Form.CELL]
    assert cells == [cells[0], cells[1]] * 2
    assert cells[0] > 2 * cells[1]


def test_a_number_as_large_as_they_get_keeps_a_table_together() -> None:
    film = Film()
    far = film.number(9223372036854775807)
    grid, serials = grid_of(film, [film.number(0), far], [far, film.number(0)])
    made = block(film, grid)
    assert set(made.anchors) == {grid, *serials}
    assert "9223372036854775807" in texts(made)


def test_an_iterator_that_goes_over_a_row_does_not_take_it_out() -> None:
    film = Film()
    grid, serials = table(film, 3, 4)
    for row in serials:
        film.bind("_", film.new("list_iterator", Iterator(row, 0)))
        for _ in range(4):
            film.step()
    assert facts_of(film, Level.COUNTS).container_of == dict.fromkeys(serials, grid)


def test_a_matrix_and_a_list_of_objects_stay_in_their_object_while_they_are_gone_over() -> None:
    film = Film()
    cells = film.list(*(film.list(film.number(1), film.number(2)) for _ in range(2)))
    players = film.list(*(film.instance(film.cls("Player"), n=film.number(n)) for n in range(2)))
    film.bind("game", film.instance(film.cls("Game"), cells=cells, players=players))
    film.step()
    assert {cells, players} <= facts_of(film).container_of.keys()
    for one in (cells, players):
        film.bind("_", film.new("list_iterator", Iterator(one, 0)))
        film.step()
        assert facts_of(film).container_of[one] == film.names["game"]


@pytest.mark.parametrize("kind", ["grid", "table", "rows"])
def test_an_object_that_its_list_has_twice_is_drawn_once(kind: str) -> None:
    film = Film()
    key = film.new("str", Scalar("'n'"))
    inner = [film.number(n) for n in range(2)]
    if kind == "rows":
        inner = [film.list(one) for one in inner]
        inner = [film.list(film.dict((key, one))) for one in inner]
    is_table = kind == "table"
    first, second = (film.dict((key, one)) if is_table else film.list(one) for one in inner)
    film.bind("rows", film.list(first, second))
    for _ in range(9):
        film.step()
    film.put(film.names["rows"], Sequence((first, first), 2))
    film.step()
    shown = [one for one in block(film, film.names["rows"]).fields if one.target == first]
    assert [one.display for one in shown] == [ReferenceDisplay.INLINED, ReferenceDisplay.PORT]
    (arrow,) = (one for one in sheets_of(film).sheet(film.states[-1]).arrows if one.target == first)
    assert (arrow.start, arrow.end) == (object_key(film.names["rows"]),) * 2
    assert len(arrow.points) > 1


def test_long_values_are_cut_before_columns_are_left_out() -> None:
    film = Film()
    far = film.number(9223372036854775807)
    grid, serials = grid_of(film, *([far] * 6 for _ in range(3)))
    made = block(film, grid)
    assert set(made.anchors) == {grid, *serials}
    assert made.width <= 480 + 24
    cells = [one for one in texts(made) if one.startswith("922")]
    assert len(cells) == 18
    assert {len(one) for one in cells} == {8}


def test_a_column_that_is_written_or_indexed_is_shown_and_named() -> None:
    film = Film()
    grid, serials = table(film, 3, 60)
    items = [film.number(0) for _ in range(60)]
    for column in range(60):
        film.bind("j", film.number(column))
        items[column] = film.number(1)
        film.put(serials[1], Sequence(tuple(items), 60))
        film.step()
    sheets = sheets_of(film, text="grid[1][j] = 1\n")
    for column in range(60):
        sheet = sheets.sheet(film.states[column + 1], film.deltas[column + 1])
        for row in serials:
            assert column in columns_in(sheet, grid, row)
        (tag,) = (tag for tag in sheet.tags if tag.kind is TagKind.INDEX)
        assert (tag.label.text, tag.box) == ("j", object_key(grid))
        (cell,) = (
            one.rect
            for one in sheet.boxes_by_key[object_key(grid)].block.fields
            if one.holder == object_key(serials[2]) and one.slot == Slot("item", column)
        )
        box = sheet.boxes_by_key[object_key(grid)]
        assert tag.tip is not None
        assert tag.tip.x == pytest.approx(box.x + cell.x + cell.width / 2)
        assert tag.tip.y == pytest.approx(box.y + cell.bottom)


def test_a_row_that_a_name_indexes_has_the_names_below_the_last_row() -> None:
    film = Film()
    grid, serials = table(film, 3, 4)
    film.bind("grid", grid)
    film.call("sort", 1, row=serials[0], i=film.number(2))
    film.step()
    sheet = sheets_of(film, text="def sort(row, i):\n    row[i] = 1\n").sheet(
        film.states[-1], film.deltas[-1]
    )
    box = sheet.boxes_by_key[object_key(grid)]
    (tag,) = (tag for tag in sheet.tags if tag.kind is TagKind.INDEX)
    rows = [box.block.anchors[one].moved(box.x, box.y) for one in serials]
    assert tag.label.text == "i"
    assert not any(row.overlaps(tag.label.rect) for row in rows)
    assert tag.label.rect.bottom <= box.rect.bottom


def test_a_list_in_an_attribute_has_the_names_that_index_it() -> None:
    film = Film()
    rows = [film.list(*(film.number(n) for n in range(3))) for _ in range(3)]
    film.bind("game", film.instance(film.cls("Game"), cells=film.list(*rows)))
    film.bind("r", film.number(1))
    film.bind("c", film.number(2))
    film.step()
    sheet = sheets_of(film, text="game.cells[r][c]\n").sheet(film.states[0], film.deltas[0])
    named = {tag.label.text for tag in sheet.tags if tag.kind is TagKind.INDEX}
    assert named == {"r", "c"}


def test_rows_without_items_are_within_the_grid() -> None:
    film = Film()
    film.bind("Table", film.cls("Table"))
    rows = [film.list(film.number(1)) for _ in range(2)]
    film.bind("table", film.instance(film.names["Table"], rows=film.list(*rows)))
    film.step()
    for row in rows:
        film.put(row, Sequence((), 0))
    film.step()
    made = block(film, film.names["table"])
    cells = [shape.rect for shape in made.shapes if shape.form is Form.CELL]
    (grid,) = [shape.rect for shape in made.shapes if shape.form is Form.INLINED]
    assert len(cells) == 2
    assert all(cell.right < grid.right for cell in cells)


def test_a_list_of_sets_is_named_and_has_no_numbers_over_their_items() -> None:
    film = Film()
    rows = [film.new("set", Sequence((film.number(n), film.number(9)), 2)) for n in (7, 8)]
    film.bind("grid", film.list(*rows))
    film.step()
    made = block(film, film.names["grid"])
    title = str(phrase("table-of", type="list", item="set"))
    assert texts(made) == [title, "0", "7", "9", "1", "8", "9"]
