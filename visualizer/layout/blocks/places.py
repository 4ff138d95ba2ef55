"""The places of a long container that a block shows, and the sign for those left out."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from visualizer.layout.blocks.block import SIGNS, Align, Block, Ink, Sign
from visualizer.layout.blocks.measures import NOTE, PAD
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Rect, Slot, object_key
from visualizer.model import HeapObject, Instance, Mapping, Sequence

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

LEFT_OUT = "⋯"
PAGE = 1_000
"""The number of places that the user opens at once: more of them would delay every step."""
COLUMNS = -1
"""The place of the signs for columns left out."""
MORE = 16
"""The height of the row with the number of rows left out."""


def shown_places(runs: list[range]) -> Iterator[tuple[int, int]]:
    """Yield each shown place with 0, and the first place of each gap with the gap's length."""
    for run, after in pairwise(runs):
        yield from ((place, 0) for place in run)
        yield run.stop, after.start - run.stop
    yield from ((place, 0) for place in runs[-1])


def is_opened(maker: "Maker", serial: int) -> bool:
    """Whether the user has opened a container."""
    how = maker.folding(serial)
    return how is not None and how.opened > 0


def sign(holder: Key, place: int, rect: Rect, left_out: int) -> Sign:
    """Return the sign for what a container or frame leaves out from ``place`` on."""
    return Sign(holder, Slot(SIGNS[0], place), rect, left_out)


def left_out_cell(made: Block, one: Sign) -> None:
    """Draw the sign for cells left out."""
    made.write(LEFT_OUT, Ink.NOTE, one.rect, Align.CENTRE)
    made.signs.append(one)


def left_out_rows(maker: "Maker", holder: Key, place: int, left_out: int) -> Block:
    """Return a row with the number of rows that a container or frame leaves out; it opens them."""
    made = _row(maker, phrase("more-rows", n=left_out))
    made.signs.append(sign(holder, place, made.rect, left_out))
    return made


def fewer_rows(maker: "Maker", holder: Key) -> Block:
    """Return a row that folds what is opened."""
    made = _row(maker, phrase("fewer-rows"))
    made.signs.append(Sign(holder, Slot(SIGNS[1]), made.rect))
    return made


def more_rows(maker: "Maker", left_out: int) -> Block:
    """Return a row with the number of rows left out, which nothing opens."""
    return _row(maker, phrase("further-rows", n=left_out))


def _row(maker: "Maker", text: Text) -> Block:
    made = Block(maker.width(text, Ink.NOTE) + 2 * PAD, MORE)
    made.write(text, Ink.NOTE, Rect(PAD, 0, made.width - PAD, MORE))
    return made


def write_line(
    maker: "Maker", made: Block, text: Text, ink: Ink = Ink.NOTE, height: float = NOTE
) -> None:
    """Write a line of text below the block's contents."""
    width = maker.width(text, ink)
    made.widen(width + 2 * PAD)
    made.write(text, ink, Rect(PAD, made.height, width, height))
    made.height += height


def write_left_out(maker: "Maker", made: Block, thing: HeapObject) -> None:
    """Offer to fold an opened container, and say how many items the recording does not have."""
    if is_opened(maker, thing.serial):
        made.append(fewer_rows(maker, object_key(thing.serial)))
    if count := _unrecorded(thing):
        write_line(maker, made, phrase("unrecorded-rows", n=count))


def _unrecorded(thing: HeapObject) -> int:
    content = thing.content
    match content.base if isinstance(content, Instance) else content:
        case Sequence(items=items, length=length):
            return length - len(items)
        case Mapping(entries=entries, length=length):
            return length - len(entries)
    return 0
