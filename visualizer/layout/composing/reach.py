"""The objects that frames reach and that are drawn, and the block that contains each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Block, Field, ReferenceDisplay
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.stub_cards import stub_card
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.composing.stack import Column
from visualizer.layout.folding.hidden import Stub, hidden_from
from visualizer.layout.folding.structures import Part
from visualizer.layout.picture import Key, Rect, object_key
from visualizer.layout.visibility import handled_exceptions
from visualizer.model import State

_NOWHERE = Rect(0, 0, 0, 0)


@dataclass(slots=True)
class ReachedBlocks:
    """``blocks`` are the separate blocks, in order of discovery.

    ``inside`` maps each drawn object to the block that contains it and its rectangle there.
    ``stubs`` are the blocks for several nodes, by the first node.
    """

    blocks: dict[int, Block] = field(default_factory=dict)
    inside: dict[int, tuple[int, Rect]] = field(default_factory=dict)
    stubs: dict[int, Stub] = field(default_factory=dict)

    def key_of(self, serial: int) -> Key:
        """Return the key of a block: a stub is not an object."""
        return Key("nodes", serial) if serial in self.stubs else object_key(serial)


def reach(maker: Maker, roots: Iterable[int]) -> ReachedBlocks:
    """Make the blocks of everything that can be reached along drawn references from ``roots``."""
    found = ReachedBlocks()
    waiting = [one for one in reversed(list(roots)) if not maker.values.is_text(one)]
    while waiting:
        serial = waiting.pop()
        if serial in found.inside or serial not in maker.heap:
            continue
        part = _part_of(maker, serial)
        if part is not None and serial in part.stub_of:
            waiting += _fold(maker, found, part, serial)
            continue
        serial = _outermost(maker, serial)
        if serial in found.blocks or maker.is_hidden(serial):
            continue
        block = found.blocks[serial] = maker.whole(serial)
        checkpoint()
        for one, rect in block.anchors.items():
            found.inside[one] = serial, rect
        waiting += reversed([one.target for one in ports_of(block)])
    for first, stub in found.stubs.items():
        members = stub.members
        block = found.blocks[first] = stub_card(maker, members, stub.leads_on)
        found.inside.update(dict.fromkeys(members, (first, block.rect)))
    return found


def roots(maker: Maker, column: Column, state: State) -> list[int]:
    """Return the roots: targets of frames, exceptions being handled, unreachable objects.

    Unreachable objects are not freed yet; they are shown at levels with objects.
    """
    found = [*column.targets, *handled_exceptions(state)]
    if maker.facts.has_unreachable and maker.facts.level is not Level.VALUES:
        found += [one.serial for one in state.heap.values() if one.unreachable]
    return found


def _part_of(maker: Maker, serial: int) -> Part | None:
    """Return the shown part of a node's structure; None if all of it is shown."""
    node = maker.facts.nodes.get(serial)
    return maker.folds.part(node.structure, maker.step) if node is not None else None


def _fold(maker: Maker, found: ReachedBlocks, part: Part, serial: int) -> Iterable[int]:
    """Fold a node and the folded nodes it reaches; return the visible nodes they link to."""
    first = part.stub_of[serial]
    hidden = hidden_from(serial, part, maker.heap, maker.facts.nodes, maker.hidden)
    found.stubs.setdefault(first, Stub()).found.append(hidden)
    found.inside.update(dict.fromkeys(hidden.members, (first, _NOWHERE)))
    return hidden.ends


def ports_of(block: Block) -> list[Field]:
    """Return the fields where arrows start."""
    return [one for one in block.fields if one.display is ReferenceDisplay.PORT]


def _outermost(maker: Maker, serial: int) -> int:
    """Return the outermost object that contains it at present, or itself."""
    chain = [serial]
    while (home := maker.facts.container_of.get(chain[-1])) is not None and home in maker.heap:
        chain.append(home)
    for one in reversed(chain):
        if one == serial:
            break
        made = maker.whole(one)
        if serial in made.anchors:
            return one
    return serial
