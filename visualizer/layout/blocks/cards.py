"""Cards with a row for each slot: instances, dicts, functions, exceptions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from visualizer.layout.blocks.block import Block, Ink, Reference, Side
from visualizer.layout.blocks.measures import (
    MAX_ROWS,
    PAD,
    PORT,
    ROW,
)
from visualizer.layout.blocks.places import more_rows, shown_places, write_line, write_unrecorded
from visualizer.layout.blocks.rows import Row, rows_of
from visualizer.layout.blocks.spare import write_places
from visualizer.layout.picture import Key, Rect, object_key
from visualizer.model import HeapObject, Instance

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker


_IN_ROW = 4
"""The gap between a label and a value in its row."""


def card(maker: "Maker", thing: HeapObject, depth: int, room: float) -> Block:
    """Return the block of an object that is shown in rows."""
    content = rows_of(thing, maker.values, maker.facts, maker.step, maker.generator_name)
    has_title = not depth or isinstance(thing.content, Instance)
    made = maker.begin(thing.serial, content.title, has_title=has_title)
    places = list(shown_places(maker.runs(thing.serial, len(content.rows), MAX_ROWS)))
    shown = [content.rows[place] for place, left_out in places if not left_out]
    labels = [maker.width(row.label, Ink.KEY if row.is_key else Ink.NAME) for row in shown]
    column = max(labels) + 2 * PAD if shown else 0
    key = object_key(thing.serial)
    references = [Reference(key, row.slot, row.target) for row in shown]
    slots = [maker.slot(one, depth, room) for one in references]
    across = max([piece.width for piece in slots] + [PORT]) if shown else 0
    notes = [maker.width(note, Ink.NOTE) + 2 * PAD for note in content.notes]
    signs = [more_rows(maker, left_out) for _, left_out in places if left_out]
    made.width = max(made.width, column + across, *notes, *(one.width for one in signs))
    if content.value:
        write_line(maker, made, content.value, Ink.VALUE, ROW)
    top = made.height
    pieces, gaps = iter(zip(shown, slots, strict=True)), iter(signs)
    for place, left_out in places:
        if place or has_title:
            made.rule(0, made.height, made.width, made.height)
        if left_out:
            made.rule(column, top, column, made.height)
            made.append(next(gaps))
            top = made.height
        else:
            _draw_row(made, *next(pieces), column)
    if shown:
        made.rule(column, top, column, made.height)
        give_rooms(made, key, {one.rect.y: column for one in made.fields})
    write_unrecorded(maker, made, thing)
    for note in content.notes:
        write_line(maker, made, note)
    made.height += 3 if shown else 5
    write_places(maker, made, thing, depth)
    return maker.finish(made, thing.serial, depth)


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
