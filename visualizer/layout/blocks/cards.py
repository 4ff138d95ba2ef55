"""Cards with a row for each slot: instances, dicts, functions, exceptions."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from visualizer.layout.blocks.block import Block, Ink, Reference, Side
from visualizer.layout.blocks.measures import (
    MAX_ITEMS,
    MAX_ROWS,
    PAD,
    PORT,
    ROW,
)
from visualizer.layout.blocks.places import (
    MORE,
    left_out_rows,
    shown_places,
    write_left_out,
    write_line,
)
from visualizer.layout.blocks.rows import Row, rows_of
from visualizer.layout.blocks.spare import write_places
from visualizer.layout.blocks.watched import has_room
from visualizer.layout.picture import Key, Rect, object_key
from visualizer.model import HeapObject, Instance

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker


type _Line = tuple[Row | None, Block]
"""A row with its slot, or the sign for rows left out."""

_BETWEEN = 4
"""The gap between two columns of rows."""
_IN_ROW = 4
"""The gap between a label and a value in its row."""


class _Column(NamedTuple):
    """Lines one below the other, and the widths of their labels and of the whole."""

    lines: list[_Line]
    labels: float
    width: float


def card(maker: "Maker", thing: HeapObject, depth: int, room: float) -> Block:
    """Return the block of an object that is shown in rows."""
    content = rows_of(thing, maker.values, maker.facts, maker.step, maker.generator_name)
    has_title = not depth or isinstance(thing.content, Instance)
    made = maker.begin(thing.serial, content.title, has_title=has_title)
    slots = MAX_ITEMS if thing.serial in maker.folds.across else MAX_ROWS
    places = list(shown_places(maker.runs(thing.serial, len(content.rows), slots)))
    key = object_key(thing.serial)
    lines: list[_Line] = []
    for place, left_out in places:
        row = content.rows[place] if not left_out else None
        slot = Reference(key, row.slot, row.target) if row is not None else None
        if slot is not None:
            piece = maker.slot(slot, depth, room)
        else:
            piece = left_out_rows(maker, key, place, left_out)
        lines.append((row, piece))
    columns = _columns(maker, thing.serial, lines, room)
    notes = [maker.width(note, Ink.NOTE) + 2 * PAD for note in content.notes]
    made.width = max(made.width, _together(columns), *notes)
    if content.value:
        write_line(maker, made, content.value, Ink.VALUE, ROW)
    top, left = made.height, 0.0
    for one in columns:
        part = _drawn(one, made.width - left if one is columns[-1] else one.width, key, has_title)
        made.insert(part, left, top)
        made.height = max(made.height, bottom := top + part.height)
        if bottom < made.height:
            made.rule(left, bottom, left + part.width, bottom)
        for x in (left - _BETWEEN, left) if left else ():
            made.rule(x, top, x, made.height)
        left += part.width + _BETWEEN
    write_left_out(maker, made, thing)
    for note in content.notes:
        write_line(maker, made, note)
    made.height += 3 if columns else 5
    write_places(maker, made, thing, depth)
    return maker.finish(made, thing.serial, depth)


def _columns(maker: "Maker", serial: int, lines: list[_Line], room: float) -> list[_Column]:
    """Return the lines in as many columns as they need and fit; only short entries have several."""
    letters, how = maker.folds.across.get(serial, 0), maker.folding(serial)
    others = sum(row is not None and not row.is_key for row, _ in lines)
    longest = maker.facts.longest.get(serial, 0) + others
    most = min(longest, maker.facts.slots(serial, MAX_ITEMS))
    high = max(len(lines), most if how is None else min(most, how.slots))
    # The longest entries have room at every step, so the number of columns seldom changes.
    entry = maker.width("0" * letters, Ink.VALUE) + 4 * PAD + _BETWEEN
    for count in range(math.ceil(most / MAX_ROWS) if letters else 1, 1, -1):
        found = _cut(maker, lines, math.ceil(high / count), ROW)
        if has_room(maker, max(count * entry, _together(found)), room):
            return found
    return _cut(maker, lines, len(lines), MORE)


def _cut(maker: "Maker", lines: list[_Line], high: int, sign: float) -> list[_Column]:
    """Return columns of ``high`` lines; ``sign`` is the height of one for rows left out."""
    for row, piece in lines:
        if row is None:
            piece.height = sign
    return [_measured(maker, lines[at : at + high]) for at in range(0, len(lines), high or 1)]


def _together(columns: list[_Column]) -> float:
    """Return the width of columns with the gaps between them."""
    return sum(one.width + _BETWEEN for one in columns) - _BETWEEN


def _measured(maker: "Maker", lines: list[_Line]) -> _Column:
    """Return lines with the widths of their labels and of the whole."""
    rows = [row for row, _ in lines if row is not None]
    labels = [maker.width(row.label, Ink.KEY if row.is_key else Ink.NAME) for row in rows]
    column = max(labels, default=0) + 2 * PAD if rows else 0
    widths = [piece.width + (column if row is not None else 0) for row, piece in lines]
    return _Column(lines, column, max([column + PORT, *widths] if rows else widths))


def _drawn(column: _Column, width: float, key: Key, has_top: bool) -> Block:
    """Return a column with rules between its lines and behind the labels."""
    made = Block(width)
    top, labels = made.height, column.labels
    for number, (row, piece) in enumerate(column.lines):
        if number or has_top:
            made.rule(0, made.height, width, made.height)
        if row is None:
            made.rule(labels, top, labels, made.height)
            made.append(piece)
            top = made.height
        else:
            _draw_row(made, row, piece, labels)
    made.rule(labels, top, labels, made.height)
    give_rooms(made, key, {one.rect.y: labels for one in made.fields})
    return made


def give_rooms(made: Block, holder: Key, lefts: Mapping[float, float]) -> None:
    """Set the room of ports in the rows of a card or list, for values where no arrow is drawn.

    ``lefts`` has the end of each row's label, by the row's height in the card.
    """
    for place, one in enumerate(made.fields):
        left = lefts.get(one.rect.y)
        if left is not None and one.holder == holder and one.port and one.side is Side.RIGHT:
            room = Rect(left + _IN_ROW, one.rect.y, made.width - left - _IN_ROW, one.rect.height)
            made.fields[place] = one._replace(room=room)


def _draw_row(made: Block, row: Row, piece: Block, column: float) -> None:
    ink = Ink.KEY if row.is_key else Ink.NAME
    kind = "str" if row.is_key and str(row.label).startswith("'") else ""
    made.write(row.label, ink, Rect(PAD, made.height, column - PAD, piece.height), type=kind)
    made.append(piece, column)
