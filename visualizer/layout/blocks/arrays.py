"""The block of an array: its first values in cells, its base, and the part that it shows."""

from typing import TYPE_CHECKING

from visualizer.layout.blocks.block import Align, Block, Ink, Reference
from visualizer.layout.blocks.measures import CELL, INDEX, MIN_CELL, PAD, ROW
from visualizer.layout.blocks.places import LEFT_OUT, write_line
from visualizer.layout.blocks.values import truncate
from visualizer.layout.measure import phrase
from visualizer.layout.picture import Rect, Slot, object_key
from visualizer.model import Array, HeapObject, content_of
from visualizer.model.array_part import (
    dtype_name,
    owner_of_memory,
    part_of_base,
    start_in_base,
)

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

_TYPES = {"i": "int", "u": "int", "f": "float", "c": "complex", "b": "bool"}
"""Python's types of the values, by the letter of a ``dtype``; they choose the colour."""
_LETTERS = 10
"""The maximum number of letters of a value in a cell."""
_PLANE = 2
"""The number of dimensions that are drawn; of larger arrays, the first plane."""


def array(maker: "Maker", thing: HeapObject, content: Array, depth: int) -> Block:
    """Return the block of an array."""
    shape = " × ".join(map(str, content.shape))
    title = " ".join(filter(None, (thing.type, shape, dtype_name(content.dtype))))
    made = maker.begin(thing.serial, title, has_title=not depth)
    if any(content.rows):
        _draw_values(maker, made, content)
    target = content.base
    if target is not None and not maker.facts.level.has_counts:
        target = owner_of_memory(target, maker.heap)
    if target is not None:
        _draw_base(maker, made, Reference(object_key(thing.serial), Slot("base"), target), depth)
        _write_part(maker, made, content)
    made.height += 4
    return maker.finish(made, thing.serial, depth)


def _draw_values(maker: "Maker", made: Block, content: Array) -> None:
    """Draw the values row by row, with indices at two edges and a sign where some are left out."""
    kind = _TYPES.get(content.dtype[1:2], "str")
    lines = [[truncate(text, _LETTERS) for text in row] for row in content.rows]
    columns = content.shape[-1] if content.shape else 1
    is_plane = len(content.shape) >= _PLANE
    widest = max(maker.width(text, Ink.VALUE) for line in lines for text in line)
    width = max(MIN_CELL + 2, widest + 12)
    left = PAD + (maker.width(str(len(lines) - 1), Ink.INDEX) + 5 if is_plane else 0)
    y = made.height
    if content.shape:
        for column in range(len(lines[0])):
            rect = Rect(left + column * width, y, width, INDEX)
            made.write(str(column), Ink.INDEX, rect, Align.CENTRE)
        y += INDEX
    right = left + width * len(lines[0])
    for number, line in enumerate(lines):
        if is_plane:
            made.write(str(number), Ink.INDEX, Rect(0, y, left, CELL), Align.CENTRE)
        for column, text in enumerate(line):
            rect = Rect(left + column * width, y, width, CELL)
            made.cell(rect)
            made.write(text, Ink.VALUE, rect, Align.CENTRE, kind)
        if columns > len(line):
            made.write(LEFT_OUT, Ink.NOTE, Rect(right + 3, y, INDEX, CELL), Align.CENTRE)
        y += CELL
    made.height = y
    made.width = max(made.width, right + (INDEX + 3 if columns > len(lines[0]) else 0) + PAD)
    if is_plane and content.shape[-2] > len(lines):
        write_line(maker, made, phrase("unrecorded-rows", n=content.shape[-2] - len(lines)))
    if len(content.shape) > _PLANE:
        write_line(maker, made, f"[{', '.join('0' for _ in content.shape[:-_PLANE])}, :, :]")


def _draw_base(maker: "Maker", made: Block, reference: Reference, depth: int) -> None:
    label = "base"
    column = maker.width(label, Ink.NAME) + 2 * PAD
    piece = maker.slot(reference, depth, maker.room)
    made.height += 4
    made.write(label, Ink.NAME, Rect(PAD, made.height, column - PAD, ROW))
    made.append(piece, column)
    made.width = max(made.width, column + piece.width)


def _write_part(maker: "Maker", made: Block, content: Array) -> None:
    """Write the slice of its base that a view shows."""
    base = content_of(content.base, maker.heap)
    if isinstance(base, Array):
        part = part_of_base(content, base) or start_in_base(content, base)
        if part:
            write_line(maker, made, part)
