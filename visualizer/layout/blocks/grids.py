"""A list of rows of values: a matrix or a board, with both indices at its edges."""

from typing import TYPE_CHECKING

from visualizer.layout.blocks.block import (
    Align,
    Block,
    Field,
    Form,
    Ink,
    Reference,
    ReferenceDisplay,
    Shape,
)
from visualizer.layout.blocks.measures import CELL, INDEX, MIN_CELL, PAD, TITLE
from visualizer.layout.blocks.places import more_rows, shown_places
from visualizer.layout.blocks.spare import draw_spare, spare_cells, spare_width, write_places
from visualizer.layout.picture import Rect, Slot, object_key
from visualizer.model import HeapObject, Sequence

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

MAX_ROW, MAX_VALUE = 10, 8
MAX_GRID_ROWS = 20
_GAP = 3
"""The gap between two rows: each is an object of its own."""

type Grid = list[tuple[int, Sequence]]
"""The serial of each row, and its items."""


def rows_of_grid(maker: "Maker", thing: HeapObject) -> Grid:
    """Return the rows, if the object is a list of rows of values that only it holds; else none."""
    content = thing.content
    if not isinstance(content, Sequence) or not 1 < len(content.items) <= MAX_GRID_ROWS:
        return []
    found: Grid = []
    for serial in content.items:
        row = maker.heap.get(serial)
        if row is None or not isinstance(row.content, Sequence):
            return []
        facts = maker.facts
        is_short = facts.longest.get(serial, 0) <= MAX_ROW and serial not in facts.linked
        is_narrow = facts.widest.get(serial, 0) <= MAX_VALUE
        if not maker.is_nested_in(serial, thing.serial, 0) or not is_short or not is_narrow:
            return []
        found.append((serial, row.content))
    return found


def grid(maker: "Maker", thing: HeapObject, rows: Grid, depth: int) -> Block:
    """Return the block of a matrix."""
    made = maker.begin(thing.serial, thing.type, depth, has_title=not depth)
    letters = max(maker.facts.widest.get(serial, 1) for serial, _ in rows)
    width = max(MIN_CELL + 2, maker.width("0" * letters, Ink.VALUE) + 12)
    columns = max(len(row.items) for _, row in rows)
    left = PAD + maker.width(str(len(rows) - 1), Ink.INDEX) + 5
    y = made.height
    for column in range(columns):
        rect = Rect(left + column * width, y, width, INDEX)
        made.write(str(column), Ink.INDEX, rect, Align.CENTRE)
    y += INDEX
    right = left + columns * width + 3
    room = 0.0
    widths = [_spare_width(maker, serial, width) + len(row.items) * width for serial, row in rows]
    right = max(right, left + max(widths) + 3)
    for index, left_out in shown_places(maker.runs(thing.serial, len(rows), MAX_GRID_ROWS)):
        if left_out:
            more = more_rows(maker, left_out)
            made.insert(more, left, y)
            made.width = max(made.width, left + more.width)
            y += more.height
            continue
        serial, row = rows[index]
        made.write(str(index), Ink.INDEX, Rect(0, y, left, CELL), Align.CENTRE)
        whole = Rect(left, y, max(10, width * len(row.items)), CELL)
        _draw_row(maker, made, (serial, row), whole, width)
        slot = Slot("item", index)
        made.fields.append(
            Field(object_key(thing.serial), slot, whole, serial, ReferenceDisplay.INLINED)
        )
        _draw_spare(maker, made, serial, Rect(whole.right, y, width, CELL))
        room = max(room, maker.count(made, serial, right, y, CELL))
        y += CELL + _GAP
    made.width = max(made.width, right + room + 2)
    made.height = y + 2
    write_places(maker, made, thing, depth)
    return maker.finish(made, thing.serial, depth, 0 if depth else TITLE)


def _spare_width(maker: "Maker", row: int, width: float) -> float:
    spare = spare_cells(maker, maker.heap[row], 1, is_whole=True)
    return sum(spare_width(maker, more, width) for more in spare)


def _draw_spare(maker: "Maker", made: Block, row: int, rect: Rect) -> None:
    for more in spare_cells(maker, maker.heap[row], 1, is_whole=True):
        draw_spare(maker, made, more, rect)


def _draw_row(
    maker: "Maker", made: Block, row: tuple[int, Sequence], whole: Rect, width: float
) -> None:
    serial, content = row
    made.anchors[serial] = whole
    if not content.items:
        made.shapes.append(Shape(whole, Form.CELL, serial=serial))
    for column, item in enumerate(content.items):
        rect = Rect(whole.x + column * width, whole.y, width, CELL)
        made.cell(rect)
        one = Reference(object_key(serial), Slot("item", column), item)
        maker.value_in(made, one, rect, 10)
