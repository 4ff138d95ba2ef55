"""Boards: large grids with instances in their places, which have cards only in focus."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.composing.test_sheets import sheets_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import ReferenceDisplay
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.measure import phrase
from visualizer.layout.picture import Slot, object_key
from visualizer.layout.placing.unit import Size
from visualizer.layout.sheet import Sheet
from visualizer.model import Sequence


def board(film: Film, *types: str, rows: int = 6) -> tuple[list[int], list[int]]:
    """Bind a board with six places in each row; return its rows and the pieces of the first row."""
    classes = [film.cls(name) for name in types]
    serials: list[int] = []
    first: list[int] = []
    for row in range(rows):
        pieces = [
            film.instance(classes[n % len(classes)], value=film.number(10 * row + n))
            for n in range(6)
        ]
        serials.append(film.list(*pieces))
        first = first or pieces
    film.bind("board", film.list(*serials))
    for _ in range(20):
        film.step()
    return serials, first


def sheet_of(film: Film) -> Sheet:
    sheets = sheets_of(film)
    sheets.plan()
    return sheets.sheet(film.states[-1], film.deltas[-1])


def words_of(sheet: Sheet, serial: int) -> list[object]:
    return [one.text for one in sheet.boxes_by_key[object_key(serial)].block.words]


def test_a_board_of_objects_is_one_grid() -> None:
    film = Film()
    rows, first = board(film, "Pawn", "Rook")
    sheet = sheet_of(film)
    grid = film.names["board"]
    assert {one.key for one in sheet.boxes if one.key.kind == "object"} == {object_key(grid)}
    assert {*rows} <= sheet.boxes_by_key[object_key(grid)].block.anchors.keys()
    words = words_of(sheet, grid)
    assert words.count("Pawn") == words.count("Rook") == 18
    assert facts_of(film).boards.pieces >= {*first}


def test_pieces_of_one_type_are_written_as_their_values() -> None:
    film = Film()
    board(film, "Cell")
    words = words_of(sheet_of(film), film.names["board"])
    assert phrase("table-of", type="list", item="Cell") in words
    assert {str(10 * row + n) for row in range(6) for n in range(6)} <= {*words}


def test_a_piece_in_focus_has_a_card_whose_arrow_runs_below_the_row() -> None:
    film = Film()
    rows, first = board(film, "Pawn", "Rook")
    film.bind("chosen", first[1])
    film.step()
    sheet = sheet_of(film)
    assert object_key(first[1]) in sheet.boxes_by_key
    assert object_key(first[0]) not in sheet.boxes_by_key
    block = sheet.boxes_by_key[object_key(film.names["board"])].block
    field = next(one for one in block.fields if one[:2] == (object_key(rows[0]), Slot("item", 1)))
    assert field.display is ReferenceDisplay.PORT
    assert field.port is not None
    assert field.port.y > field.rect.bottom


def test_a_board_without_room_shows_the_column_in_focus() -> None:
    film = Film()
    rows, _ = board(film, "Pawn", "Rook")
    row = film.heap[rows[0]].content
    assert isinstance(row, Sequence)
    film.put(rows[0], Sequence((*row.items[:3], film.number(0), *row.items[4:]), 6))
    film.step()
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), Level.VALUES, Size(370, 595))
    sheets.plan()
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    fields = sheet.boxes_by_key[object_key(film.names["board"])].block.fields
    shown = [one.slot.name for one in fields if one.holder == object_key(rows[0])]
    assert 4 <= len(shown) < 6
    assert 3 in shown


@pytest.mark.parametrize("inner", ["small", "linked"])
def test_few_objects_and_objects_that_lead_to_others_are_no_pieces(inner: str) -> None:
    film = Film()
    _, first = board(film, "Cell", rows=2 if inner == "small" else 6)
    if inner == "linked":
        film.put(first[0], film.heap[first[1]].content)
        other = film.instance(film.cls("Owner"), cell=first[1])
        film.put(first[0], film.heap[other].content)
        film.step()
    assert not facts_of(film).boards.pieces
