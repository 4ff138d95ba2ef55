"""Cards with a row for each slot: instances, dicts, functions, exceptions."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

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


def card(maker: "Maker", thing: HeapObject, depth: int, room: float) -> Block:
    """Return the block of an object that is shown in rows."""
    content = rows_of(thing, maker.values, maker.facts, maker.step, maker.generator_name)
    has_title = not depth or isinstance(thing.content, Instance)
    made = maker.begin(thing.serial, content.title, has_title=has_title)
    slots = MAX_ITEMS if thing.serial in maker.facts.short_entries else MAX_ROWS
    places = list(shown_places(maker.runs(thing.serial, len(content.rows), slots)))
    shown = [content.rows[place] for place, left_out in places if not left_out]
    labels = [maker.width(row.label, Ink.KEY if row.is_key else Ink.NAME) for row in shown]
    column = max(labels) + 2 * PAD if shown else 0
    key = object_key(thing.serial)
    references = [Reference(key, row.slot, row.target) for row in shown]
    pieces = iter([maker.slot(one, depth, room) for one in references])
    rows = iter(shown)
    lines: list[_Line] = [
        (None, more_rows(maker, left_out)) if left_out else (next(rows), next(pieces))
        for _, left_out in places
    ]
    widths = [piece.width + (column if row else 0) for row, piece in lines]
    width = max([column + PORT, *widths]) if shown else 0
    across = _across(maker, thing.serial, lines, room)
    notes = [maker.width(note, Ink.NOTE) + 2 * PAD for note in content.notes]
    made.width = max(made.width, len(across) * (width + _BETWEEN) - _BETWEEN, *notes)
    if content.value:
        write_line(maker, made, content.value, Ink.VALUE, ROW)
    top = made.height
    for number, some in enumerate(across):
        left, is_last = number * (width + _BETWEEN), number == len(across) - 1
        own = made.width - left if is_last else width
        part = _column(some, column, own, has_top=has_title)
        made.insert(part, left, top)
        made.height = max(made.height, top + part.height)
        for x in (left - _BETWEEN, left) if number else ():
            made.rule(x, top, x, made.height)
    if shown:
        give_rooms(made, key, {one.rect.y: column for one in made.fields})
    write_unrecorded(maker, made, thing)
    for note in content.notes:
        write_line(maker, made, note)
    made.height += 3 if shown else 5
    write_places(maker, made, thing, depth)
    return maker.finish(made, thing.serial, depth)


def _across(maker: "Maker", serial: int, lines: list["_Line"], room: float) -> list[list["_Line"]]:
    """Return the lines of each column; short entries have several, the same at every step."""
    facts, high = maker.facts, len(lines)
    letters = facts.short_entries.get(serial, 0)
    most = min(facts.longest.get(serial, 0), facts.slots(serial, MAX_ITEMS))
    columns = math.ceil(most / MAX_ROWS) if letters else 1
    width = maker.width("0" * letters, Ink.VALUE) + 4 * PAD + _BETWEEN
    while columns > 1 and not has_room(maker, columns * width, room):
        columns -= 1
    if columns > 1:
        high = math.ceil(max(most, high) / columns)
    return [lines[at : at + high] for at in range(0, len(lines), high or 1)]


def _column(lines: list["_Line"], labels: float, width: float, *, has_top: bool) -> Block:
    """Return some lines one below the other, with rules between them and behind the labels."""
    made = Block(width)
    top = made.height
    for number, (row, piece) in enumerate(lines):
        if number or has_top:
            made.rule(0, made.height, width, made.height)
        if row is None:
            made.rule(labels, top, labels, made.height)
            made.append(piece)
            top = made.height
        else:
            _draw_row(made, row, piece, labels)
    if any(row for row, _ in lines):
        made.rule(labels, top, labels, made.height)
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
