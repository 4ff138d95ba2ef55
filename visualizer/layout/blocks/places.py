"""The places of a long container that a block shows, and the sign for those left out."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from visualizer.layout.blocks.block import Block, Ink
from visualizer.layout.blocks.measures import NOTE, PAD
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Rect
from visualizer.model import HeapObject, Instance, Mapping, Sequence

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

LEFT_OUT = "⋯"
MORE = 16
"""The height of the row with the number of rows left out."""


def shown_places(runs: list[range]) -> Iterator[tuple[int, int]]:
    """Yield each shown place with 0, and the first place of each gap with the gap's length."""
    for run, after in pairwise(runs):
        yield from ((place, 0) for place in run)
        yield run.stop, after.start - run.stop
    yield from ((place, 0) for place in runs[-1])


def more_rows(maker: "Maker", left_out: int) -> Block:
    """Return a row with the number of rows left out."""
    text = phrase("more-rows", n=left_out)
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


def write_unrecorded(maker: "Maker", made: Block, thing: HeapObject) -> None:
    """Say how many items of a very long container the recording does not have."""
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
