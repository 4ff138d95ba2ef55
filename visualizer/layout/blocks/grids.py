"""A list of rows of values: a matrix or a board, with both indices at its edges."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from visualizer.layout.analysis.boards import Board
from visualizer.layout.analysis.matrices import Matrix
from visualizer.layout.blocks.block import (
    Align,
    Block,
    Field,
    Form,
    Ink,
    Reference,
    ReferenceDisplay,
    Shape,
    Side,
)
from visualizer.layout.blocks.cells import UNORDERED
from visualizer.layout.blocks.measures import (
    CELL,
    INDEX,
    MIN_CELL,
    PAD,
    POINTER,
)
from visualizer.layout.blocks.places import (
    COLUMNS,
    left_out_cell,
    left_out_rows,
    shown_places,
    sign,
    write_left_out,
)
from visualizer.layout.blocks.spare import draw_spare, spare_cells, spare_width, write_places
from visualizer.layout.blocks.values import truncate
from visualizer.layout.blocks.watched import depends_on_room, has_room
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Point, Rect, Slot, object_key
from visualizer.model import HeapObject, Sequence

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

MAX_GRID_ROWS = 20
_EVEN_LETTERS, _FEWER_LETTERS, _MAX_LETTERS = 8, 12, 20
"""The maximum number of letters of a value.

The last one is tried first; the first one also decides whether columns are equally wide.
"""
_EMPTY_ROW = 10
"""The width of a row without items."""
_LEFT_OUT = 16
"""The width of the sign for columns left out."""
_GAP = 3
"""The gap between two rows: each is an object of its own."""

type Grid = list[tuple[int, int, Sequence]]
"""The place, serial and items of each shown row; for rows left out, minus their number."""


class _Columns(NamedTuple):
    """The columns that are shown: the place, left edge and width of each."""

    cells: list[tuple[int, float, float]]
    gaps: list[tuple[float, int]]
    """The left edges of the signs for columns left out, and the numbers of columns."""
    right: float
    letters: int
    """The maximum number of letters of a value."""


def rows_of_grid(maker: "Maker", thing: HeapObject) -> Grid:
    """Return the shown rows of a matrix; none if the object is not drawn as a matrix."""
    content = thing.content
    if thing.serial not in maker.facts.matrices or not isinstance(content, Sequence):
        return []
    serials = content.items
    if len(serials) < 2:
        return []
    found: Grid = []
    for index, left_out in shown_places(maker.runs(thing.serial, len(serials), MAX_GRID_ROWS)):
        if left_out:
            found.append((-left_out, 0, Sequence((), 0)))
            continue
        serial = serials[index]
        row = maker.heap.get(serial) if maker.values.container_of(serial) == thing.serial else None
        if row is None or not isinstance(row.content, Sequence) or maker.is_hidden(serial):
            return []
        if row.content.length > len(row.content.items):
            # Draw no matrix: a row in a card of its own says how many items are not recorded.
            return []
        found.append((index, serial, row.content))
    return found


def grid(maker: "Maker", thing: HeapObject, rows: Grid, depth: int) -> Block:
    """Return the block of a matrix."""
    made, is_ordered = _begin(maker, thing, rows, depth)
    left = PAD + maker.width(str(max(index for index, _, _ in rows)), Ink.INDEX) + 5
    columns = _columns(maker, thing.serial, rows, left)
    y = made.height
    for place, x, width in columns.cells if is_ordered else ():
        made.write(str(place), Ink.INDEX, Rect(x, y, width, INDEX), Align.CENTRE)
    y += INDEX if is_ordered else _GAP
    ends = {serial: _end(columns, content, left) for _, serial, content in rows}
    spare = {serial: _spare_width(maker, serial) for index, serial, _ in rows if index >= 0}
    right = 3 + max(columns.right, *(ends[one] + more for one, more in spare.items()))
    room, after = 0.0, 0
    for index, serial, row in rows:
        if index < 0:
            more = left_out_rows(maker, object_key(thing.serial), after, -index)
            made.insert(more, left, y)
            made.width = max(made.width, left + more.width)
            y += more.height
            continue
        after = index + 1
        made.write(str(index), Ink.INDEX, Rect(0, y, left, CELL), Align.CENTRE)
        whole = Rect(left, y, ends[serial] - left, CELL)
        one = Reference(object_key(thing.serial), Slot("item", index), serial)
        if serial in made.anchors:
            made.fields.append(maker.port(one, whole))
        else:
            make = partial(_row, row=(serial, row), whole=whole, columns=columns)
            asked = row, whole, columns
            made.insert(maker.part(("row", serial, id(row)), make, asked), 0, 0)
            made.fields.append(Field(*one[:2], whole, serial, ReferenceDisplay.INLINED))
            _draw_spare(maker, made, serial, Rect(whole.right, y, MIN_CELL, CELL))
            room = max(room, maker.count(made, serial, right, y, CELL))
        y += CELL + _GAP
    made.width = max(made.width, right + room + 2)
    made.height = y + (POINTER if thing.serial in maker.facts.indexed_across else 2)
    write_left_out(maker, made, thing)
    write_places(maker, made, thing, depth)
    return maker.finish(made, thing.serial, depth)


def _begin(maker: "Maker", thing: HeapObject, rows: Grid, depth: int) -> tuple[Block, bool]:
    """Return the empty card of a matrix, and whether its rows have an order.

    Only its title says of which type the pieces of a board are.
    """
    kinds = {maker.heap[serial].type for index, serial, _ in rows if index >= 0}
    is_ordered = kinds.isdisjoint(UNORDERED)
    board = maker.facts.boards.found.get(thing.serial)
    item = board.type if board is not None else ""
    if not is_ordered:
        item = item or " | ".join(sorted(kinds))
    title: Text = phrase("table-of", type=thing.type, item=item) if item else thing.type
    has_title = not depth or (board is not None and bool(item))
    return maker.begin(thing.serial, title, has_title=has_title), is_ordered


def _columns(maker: "Maker", serial: int, rows: Grid, left: float) -> _Columns:
    """Return the columns that fit, at the same places at every step."""
    count, room = max(len(row.items) for _, _, row in rows), maker.room - left
    letters = _letters(maker.facts.matrices[serial], count)
    if (board := maker.facts.boards.found.get(serial)) is not None:
        letters = [max(one, board.letters) for one in letters]
    slots, most = count, _MAX_LETTERS
    for most in (_MAX_LETTERS, _FEWER_LETTERS, _EVEN_LETTERS):
        by_letters = {
            one: max(MIN_CELL + 2, maker.width("0" * min(one, most), Ink.VALUE) + 12)
            for one in {*letters}
        }
        widths = [by_letters[one] for one in letters]
        if not widths or has_room(maker, sum(widths), room):
            break
    else:
        depends_on_room(maker)
        fewest = maker.facts.fewest_columns(serial)
        slots = max(fewest, int(room * count // sum(widths)))
    x, cells, gaps = left, [], []
    for place, left_out in shown_places(maker.columns(serial, count, slots)):
        if left_out:
            gaps.append((x, left_out))
            x += _LEFT_OUT
        else:
            cells.append((place, x, widths[place]))
            x += widths[place]
    return _Columns(cells, gaps, x, most)


def _letters(matrix: Matrix, count: int) -> list[int]:
    """Return the number of letters of a value in each column; the same number if it is small."""
    widest = max(matrix.letters, default=1)
    if widest <= _EVEN_LETTERS:
        return [widest] * count
    return [*matrix.letters[:count], *[widest] * (count - len(matrix.letters))]


def _end(columns: _Columns, row: Sequence, left: float) -> float:
    """Return the right end of a row, which may be shorter than other rows."""
    return max(
        (x + width for place, x, width in columns.cells if place < len(row.items)),
        default=left + _EMPTY_ROW,
    )


def _spare_width(maker: "Maker", row: int) -> float:
    spare = spare_cells(maker, maker.heap[row], 1, is_whole=True)
    return sum(spare_width(maker, more, MIN_CELL) for more in spare)


def _draw_spare(maker: "Maker", made: Block, row: int, rect: Rect) -> None:
    for more in spare_cells(maker, maker.heap[row], 1, is_whole=True):
        draw_spare(maker, made, more, rect)


def _row(maker: "Maker", row: tuple[int, Sequence], whole: Rect, columns: _Columns) -> Block:
    """Return the cells of a row, at their places in the matrix."""
    serial, content = row
    made = Block()
    made.anchors[serial] = whole
    if not content.items:
        made.shapes.append(Shape(whole, Form.CELL, serial=serial))
    holder = maker.values.container_of(serial) or 0
    for x, left_out in columns.gaps:
        if x < whole.right:
            rect = Rect(x, whole.y, _LEFT_OUT, CELL)
            left_out_cell(made, sign(object_key(holder), COLUMNS, rect, left_out))
    board = maker.facts.boards.found.get(holder)
    for place, x, width in columns.cells:
        if place >= len(content.items):
            continue
        rect = Rect(x, whole.y, width, CELL)
        made.cell(rect)
        one = Reference(object_key(serial), Slot("item", place), content.items[place])
        if board is not None and one.target in maker.facts.boards.pieces:
            _draw_piece(maker, made, board, one, rect)
        else:
            maker.value_in(made, one, rect, columns.letters)
    return made


def _draw_piece(maker: "Maker", made: Block, board: Board, one: Reference, rect: Rect) -> None:
    """Write a piece of a board; an arrow to its card runs below the row, not over its texts."""
    text = truncate(board.text(maker.heap[one.target], maker.heap), board.letters)
    made.write(text, Ink.VALUE, rect, Align.CENTRE, maker.values.type_of(one.target))
    if maker.values.is_text(one.target):
        made.fields.append(Field(*one[:2], rect, one.target, ReferenceDisplay.TEXT))
        return
    below = Point(rect.x + rect.width / 2, rect.bottom + _GAP / 2)
    display = ReferenceDisplay.PORT
    made.fields.append(Field(*one[:2], rect, one.target, display, below, Side.RIGHT))
