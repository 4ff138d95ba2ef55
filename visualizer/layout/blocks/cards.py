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
from visualizer.layout.blocks.places import more_rows, shown_places, write_line, write_unrecorded
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
    slots = MAX_ITEMS if thing.serial in maker.facts.short_entries else MAX_ROWS
    places = list(shown_places(maker.runs(thing.serial, len(content.rows), slots)))
    key = object_key(thing.serial)
    lines: list[_Line] = []
    for place, left_out in places:
        row = content.rows[place] if not left_out else None
        slot = Reference(key, row.slot, row.target) if row is not None else None
        piece = maker.slot(slot, depth, room) if slot is not None else more_rows(maker, left_out)
        lines.append((row, piece))
    columns = [_measured(maker, some) for some in _across(maker, thing.serial, lines, room)]
    notes = [maker.width(note, Ink.NOTE) + 2 * PAD for note in content.notes]
    made.width = max(made.width, sum(one.width + _BETWEEN for one in columns) - _BETWEEN, *notes)
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
    write_unrecorded(maker, made, thing)
    for note in content.notes:
        write_line(maker, made, note)
    made.height += 3 if columns else 5
    write_places(maker, made, thing, depth)
    return maker.finish(made, thing.serial, depth)


def _across(maker: "Maker", serial: int, lines: list["_Line"], room: float) -> list[list["_Line"]]:
    """Return the lines of each column; short entries have several, with equal lines."""
    facts, high = maker.facts, len(lines)
    letters = facts.short_entries.get(serial, 0)
    others = sum(row is not None and not row.is_key for row, _ in lines)
    most = min(facts.longest.get(serial, 0) + others, facts.slots(serial, MAX_ITEMS))
    columns = math.ceil(most / MAX_ROWS) if letters else 1
    width = maker.width("0" * letters, Ink.VALUE) + 4 * PAD + _BETWEEN
    while columns > 1 and not has_room(maker, columns * width, room):
        columns -= 1
    if columns > 1:
        for sign in (piece for row, piece in lines if row is None):
            sign.height = ROW
        how = maker.folding(serial)
        high = math.ceil(max(high, most if how is None else min(most, how.slots)) / columns)
    return [lines[at : at + high] for at in range(0, len(lines), high or 1)]


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
