"""What the frames lead to: the objects that are drawn, and the block that each stands in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from visualizer.layout.blocks.block import Block, Field, Reference, Shown
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.stub_cards import stub_card
from visualizer.layout.composing.stack import Column
from visualizer.layout.course.facts import Level
from visualizer.layout.course.structures import LEADS_BACK
from visualizer.layout.picture import Key, Rect, Slot, object_key
from visualizer.layout.sight import caught
from visualizer.model import Instance, State


@dataclass(slots=True)
class Stub:
    """Nodes that are folded together, and the references that lead on from them."""

    members: list[int] = field(default_factory=list)
    leads_on: list[Reference] = field(default_factory=list)


@dataclass(slots=True)
class Reached:
    """``blocks`` are those that stand alone, in the order in which they were come to.

    ``inside`` says of each object that is drawn which of them it is in, and where. ``stubs`` are
    the blocks that stand for several nodes, by the first of them.
    """

    blocks: dict[int, Block] = field(default_factory=dict)
    inside: dict[int, tuple[int, Rect]] = field(default_factory=dict)
    stubs: dict[int, Stub] = field(default_factory=dict)

    def key_of(self, serial: int) -> Key:
        """The key of a block: a stub is no object."""
        return Key("nodes", serial) if serial in self.stubs else object_key(serial)


def reach(maker: Maker, roots: Iterable[int]) -> Reached:
    """Make the blocks of all that can be come to along what is drawn, from ``roots``."""
    found = Reached()
    waiting = [one for one in reversed(list(roots)) if not maker.values.is_text(one)]
    while waiting:
        serial = waiting.pop()
        if serial in found.inside or serial not in maker.heap:
            continue
        first = _stub_of(maker, serial)
        if first is not None:
            waiting += _fold(maker, found, first, serial)
            continue
        serial = _outermost(maker, serial)
        if serial in found.blocks or maker.is_hidden(serial):
            continue
        block = found.blocks[serial] = maker.whole(serial)
        for one, rect in block.anchors.items():
            found.inside[one] = serial, rect
        waiting += reversed([one.target for one in ports_of(block)])
    for first, stub in found.stubs.items():
        block = found.blocks[first] = stub_card(maker, stub.members, stub.leads_on)
        for one in stub.members:
            found.inside[one] = first, block.rect
    return found


def roots(maker: Maker, column: Column, state: State) -> list[int]:
    """Where one begins: what frames refer to, exceptions being handled, what no name leads to.

    The last is not freed yet, which is for who looks at objects.
    """
    found = [*column.targets, *caught(state)]
    if maker.facts.is_ever_lost and maker.facts.level is not Level.VALUES:
        found += [one.serial for one in state.heap.values() if one.unreachable]
    return found


def _stub_of(maker: Maker, serial: int) -> int | None:
    """The first of the nodes that one is folded with; None where it is shown."""
    node = maker.facts.nodes.get(serial)
    part = maker.folds.part(node.structure, maker.step) if node is not None else None
    return part.stub_of.get(serial) if part is not None else None


def _fold(maker: Maker, found: Reached, first: int, serial: int) -> Iterator[int]:
    """Fold a node; the nodes that it links to are come to all the same."""
    stub = found.stubs.setdefault(first, Stub())
    stub.members.append(serial)
    found.inside[serial] = first, Rect(0, 0, 0, 0)
    content, structure = maker.heap[serial].content, maker.facts.nodes[serial].structure
    assert isinstance(content, Instance)
    for name, target in content.attributes:
        node = maker.facts.nodes.get(target)
        if node is None or node.structure != structure:
            continue
        yield target
        if name not in LEADS_BACK and _stub_of(maker, target) != first:
            stub.leads_on.append(Reference(object_key(serial), Slot("attribute", name), target))


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
