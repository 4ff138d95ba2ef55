"""What the frames lead to: the objects that are drawn, and the block that each stands in."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from visualizer.layout.blocks.block import Block, Field, Shown
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.picture import Rect


@dataclass(slots=True)
class Reached:
    """``blocks`` are those that stand alone, in the order in which they were come to.

    ``inside`` says of each object that is drawn which of them it is in, and where.
    """

    blocks: dict[int, Block] = field(default_factory=dict)
    inside: dict[int, tuple[int, Rect]] = field(default_factory=dict)


def reach(maker: Maker, roots: Iterable[int]) -> Reached:
    """Make the blocks of all that can be come to along what is drawn, from ``roots``."""
    found = Reached()
    waiting = [one for one in reversed(list(roots)) if not maker.values.is_text(one)]
    while waiting:
        serial = waiting.pop()
        if serial in found.inside or serial not in maker.heap:
            continue
        serial = _outermost(maker, serial)
        if serial in found.blocks:
            continue
        block = found.blocks[serial] = maker.whole(serial)
        for one, rect in block.anchors.items():
            found.inside[one] = serial, rect
        waiting += reversed([one.target for one in ports_of(block)])
    return found


def ports_of(block: Block) -> list[Field]:
    """The fields from which an arrow starts."""
    return [one for one in block.fields if one.shown is Shown.PORT]


def _outermost(maker: Maker, serial: int) -> int:
    """The object in which one is drawn: the home that holds it now, or itself."""
    chain = [serial]
    while (home := maker.facts.homes.get(chain[-1])) is not None and home in maker.heap:
        chain.append(home)
    for one in reversed(chain):
        if one == serial:
            break
        made = maker.whole(one)
        if serial in made.anchors:
            return one
    return serial
