"""Lists, tuples and sets: cells side by side with their indices, or rows."""

import math
from typing import TYPE_CHECKING

from visualizer.layout.blocks.block import Align, Block, Ink, Reference, Side
from visualizer.layout.blocks.cards import give_rooms
from visualizer.layout.blocks.measures import (
    CELL,
    FEWER_ACROSS,
    INDEX,
    MAX_ACROSS,
    MAX_ITEMS,
    MAX_ROWS,
    MIN_CELL,
    PAD,
    POINTER,
    ROW,
    TITLE,
)
from visualizer.layout.blocks.places import (
    is_opened,
    left_out_cell,
    left_out_rows,
    shown_places,
    sign,
    write_left_out,
    write_line,
)
from visualizer.layout.blocks.spare import draw_spare, spare_cells, write_places
from visualizer.layout.blocks.watched import depends_on_room, has_room
from visualizer.layout.folding.windows import runs
from visualizer.layout.measure import phrase
from visualizer.layout.nodes.links import MAX_CHILDREN
from visualizer.layout.picture import Rect, Slot, object_key
from visualizer.model import HeapObject, Sequence

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

_LETTER = "0"
UNORDERED = frozenset({"set", "frozenset"})
_INSET = 5
_MIN_ACROSS = 40
"""The width in which a short value has room if no arrow leads to its label."""
_NARROW = 48
"""The maximum width of cells with which each spare place has a cell of its own."""


def sequence(
    maker: "Maker", thing: HeapObject, content: Sequence, depth: int, room: float
) -> Block:
    """Return the block of a list or similar sequence."""
    if not content.items:
        return empty(maker, thing, depth)
    room -= 0 if depth else 2 * _INSET
    if _is_upright(maker, thing.serial, content, depth, room):
        return _upright(maker, thing, content, depth, room)
    return _in_cells(maker, thing, content, depth, room)


def empty(maker: "Maker", thing: HeapObject, depth: int) -> Block:
    """Return the block of an empty container."""
    if depth:
        text = maker.values.text(thing.serial)
        made = Block(max(30, maker.width(text, Ink.VALUE) + 2 * PAD), ROW)
        made.write(text, Ink.VALUE, Rect(0, 0, made.width, ROW), Align.CENTRE)
        return maker.finish(made, thing.serial, depth)
    made = maker.begin(thing.serial, phrase("empty-type", type=thing.type))
    made.height += 9
    return maker.finish(made, thing.serial, depth)


def cell_width(maker: "Maker", serial: int) -> float:
    """Return the width of a list's cells, which is the same at every step."""
    letters = maker.facts.widest.get(serial, 1)
    return max(MIN_CELL, maker.width(_LETTER * letters, Ink.VALUE) + 11)


def _is_upright(maker: "Maker", serial: int, content: Sequence, depth: int, room: float) -> bool:
    """Whether a list's items need rows: nested containers, arrows, long texts."""
    facts = maker.facts
    if serial in facts.child_lists:
        return False
    if serial in facts.siblings and any(
        maker.is_nested_in(one, serial, depth) for one in content.items
    ):
        return True
    longest = max(len(content.items), facts.longest.get(serial, 0))
    if serial in facts.linked:
        return True
    wide = min(FEWER_ACROSS, longest) * cell_width(maker, serial)
    return longest <= MAX_ROWS and not has_room(maker, wide, room)


def _upright(
    maker: "Maker", thing: HeapObject, content: Sequence, depth: int, room: float
) -> Block:
    made = maker.begin(thing.serial, thing.type, has_title=not depth)
    is_ordered = thing.type not in UNORDERED
    last_index = max(maker.facts.longest.get(thing.serial, 1) - 1, 0)
    left = 6 + maker.width(str(last_index), Ink.INDEX) + 3 if is_ordered else 4
    known = len(content.items)
    rows: list[tuple[int, Block]] = []
    for index, left_out in shown_places(maker.runs(thing.serial, known, MAX_ROWS)):
        if left_out:
            rows.append((-1, left_out_rows(maker, object_key(thing.serial), index, left_out)))
            continue
        one = _item(thing.serial, content, index)
        rows.append((index, maker.slot(one, depth, room)))
    across = max(piece.width for _, piece in rows)
    if maker.facts.value_labels and any(piece.ports for _, piece in rows):
        across = max(across, _MIN_ACROSS)
    made.width = max(made.width, left + across + 2)
    for place, (index, piece) in enumerate(rows):
        if place or not depth:
            made.rule(left, made.height, made.width, made.height)
        if is_ordered and index >= 0:
            rect = Rect(0, made.height, left - 2, piece.height)
            made.write(str(index), Ink.INDEX, rect, Align.CENTRE)
        made.append(piece, left)
    give_rooms(made, object_key(thing.serial), {one.rect.y: left for one in made.fields})
    write_left_out(maker, made, thing)
    made.height += 2
    write_places(maker, made, thing, depth)
    return maker.finish(made, thing.serial, depth)


def cells_across(maker: "Maker", serial: int, width: float, room: float) -> int:
    """Return the number of cells side by side, which is the same at every step.

    All children of a node are side by side: arrows run below.
    """
    longest = maker.facts.longest.get(serial, MAX_ACROSS)
    if serial in maker.facts.child_lists:
        return max(longest, 1)
    if has_room(maker, min(_evenly(longest, MAX_ACROSS), longest) * width, room):
        return _evenly(longest, MAX_ACROSS)
    if has_room(maker, _evenly(longest, FEWER_ACROSS) * width, room):
        return _evenly(longest, FEWER_ACROSS)
    depends_on_room(maker)
    return _evenly(longest, max(1, int(room // width)))


def _evenly(longest: int, most: int) -> int:
    """Return how many of ``most`` cells to put side by side, so that no line is nearly empty."""
    lines = math.ceil(min(longest, MAX_ITEMS) / most)
    return math.ceil(min(longest, MAX_ITEMS) / lines) if lines > 1 else most


def _in_cells(
    maker: "Maker", thing: HeapObject, content: Sequence, depth: int, room: float
) -> Block:
    serial, items = thing.serial, content.items
    shown = _shown(maker, serial, content)
    made = maker.begin(serial, thing.type, has_title=not depth)
    width = cell_width(maker, serial)
    across = cells_across(maker, serial, width, room)
    is_ordered = thing.type not in UNORDERED
    few_brothers = maker.facts.siblings.get(maker.values.container_of(serial) or 0, 0) <= 4
    index = INDEX if is_ordered and (not depth or (len(items) > 1 and few_brothers)) else 0
    pointer = POINTER if serial in maker.facts.indexed else 0
    left = 0 if depth else _INSET
    pitch = index + CELL + pointer
    top = made.height
    is_whole = [one for one, _ in shown] == [*range(len(items))]
    is_narrow = width <= _NARROW
    spare = spare_cells(maker, thing, depth, is_whole=is_whole and is_narrow)
    # Draw spare cells first: the outline of the last item covers theirs.
    for place, more in enumerate(spare, len(shown)):
        # Spare cells as wide as long values would take more room than the values.
        before, own = (0, width) if is_narrow else (1, MIN_CELL)
        column, line = (place - before) % across + before, (place - before) // across
        x, y = left + column * width, top + line * pitch + index
        draw_spare(maker, made, more, Rect(x, y, own, CELL))
    for place, (item, left_out) in enumerate(shown):
        x, y = left + (place % across) * width, top + (place // across) * pitch
        if left_out:
            rect = Rect(x, y + index, width, CELL)
            left_out_cell(made, sign(object_key(serial), item, rect, left_out))
            continue
        if index:
            made.write(str(item), Ink.INDEX, Rect(x, y, width, INDEX), Align.CENTRE)
        one = _item(serial, content, item)
        _draw_cell(maker, made, one, Rect(x, y + index, width, CELL), depth)
    count = len(shown) + (len(spare) if is_narrow else 0)
    lines = math.ceil(count / across)
    made.width = max(made.width + left, 2 * left + min(across, count) * width)
    made.height = top + lines * pitch + (0 if depth else _INSET)
    if not is_whole and serial not in maker.facts.child_lists:
        _write_length(maker, made, content.length, depth)
    write_left_out(maker, made, thing)
    return maker.finish(made, serial, depth)


def _shown(maker: "Maker", serial: int, content: Sequence) -> list[tuple[int, int]]:
    """Return the shown places and gaps; of a node's long list, the children and one gap."""
    length = len(content.items)
    is_whole = length <= MAX_CHILDREN or is_opened(maker, serial)
    if serial not in maker.facts.child_lists or is_whole:
        return list(shown_places(maker.runs(serial, length, MAX_ITEMS)))
    filled = [n for n, one in enumerate(content.items) if maker.values.type_of(one) != "NoneType"]
    places = runs(length, 0, frozenset(filled), with_ends=False) if filled else [range(0)]
    shown = list(shown_places(places))
    return shown if any(left for _, left in shown) else [*shown, (length, length - len(shown))]


def _write_length(maker: "Maker", made: Block, length: int, depth: int) -> None:
    text = phrase("item-count", n=length)
    if depth:
        write_line(maker, made, text, Ink.INDEX, INDEX)
        return
    width = maker.width(text, Ink.INDEX)
    title = max(one.rect.right for one in made.words if one.rect.y == 0)
    made.width = max(made.width, title + width + 2 * PAD)
    rect = Rect(made.width - width - PAD, 0, width, TITLE)
    made.write(text, Ink.INDEX, rect, Align.RIGHT)


def _draw_cell(maker: "Maker", made: Block, one: Reference, rect: Rect, depth: int) -> None:
    one = one._replace(target=maker.values.reached(one.target))
    made.cell(rect)
    # An arrow from a row of cells inside another container would run through the cells below it.
    if maker.values.is_label(one.target) if depth else maker.values.is_text(one.target):
        maker.value_in(made, one, rect)
    else:
        made.fields.append(maker.port(one, rect, Side.BELOW))


def _item(holder: int, content: Sequence, index: int) -> Reference:
    return Reference(object_key(holder), Slot("item", index), content.items[index])
