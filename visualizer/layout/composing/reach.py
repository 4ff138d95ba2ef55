"""The objects that frames reach and that are drawn, and the block that contains each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Block, Field
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.stub_cards import stub_card
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.composing.folded_frames import suspended_lines
from visualizer.layout.composing.stack import Column, column_of
from visualizer.layout.folding.folds import NOTHING, Asked, OpenedObjects
from visualizer.layout.folding.hidden import Stub, hidden_from
from visualizer.layout.folding.structures import Part
from visualizer.layout.picture import Key, Rect, Slot, object_key
from visualizer.layout.visibility import handled_exceptions
from visualizer.model import Event, Generator, HeapObject, Instance, Scalar, State
from visualizer.model import Mapping as Entries
from visualizer.model import Sequence as Items

_NOWHERE = Rect(0, 0, 0, 0)

SUSPENDED = -1
"""The key of the block with the lines of suspended frames; no object has this serial."""
_FEW = 6
"""The number of places that even a shortened container shows."""


@dataclass(slots=True)
class ReachedBlocks:
    """``blocks`` are the separate blocks, in order of discovery.

    ``inside`` maps each drawn object to the block that contains it and its rectangle there.
    ``stubs`` are the blocks for several nodes, by the first node.
    """

    blocks: dict[int, Block] = field(default_factory=dict)
    inside: dict[int, tuple[int, Rect]] = field(default_factory=dict)
    stubs: dict[int, Stub] = field(default_factory=dict)
    unfinished: set[int] = field(default_factory=set)
    """The containers that a literal has not made yet: only their items exist."""

    def is_group(self, serial: int) -> bool:
        """Whether a block shows several objects instead of being one."""
        return serial in self.stubs or serial in self.unfinished or serial == SUSPENDED

    def key_of(self, serial: int) -> Key:
        """Return the key of a block."""
        if not self.is_group(serial):
            return object_key(serial)
        if serial in self.unfinished:
            return Key("unfinished", serial)
        return Key("nodes", serial) if serial in self.stubs else Key("suspended", 0)


class DrawnStep(NamedTuple):
    """The frames of a step, and the blocks that they reach."""

    maker: Maker
    column: Column
    found: ReachedBlocks


def drawn_step(maker: Maker, state: State, height: float) -> DrawnStep:
    """Return the frames and blocks of a step; ``height`` is that of the canvas."""
    column = column_of(maker, state, height)
    found = reach(maker, roots(maker, column, state))
    for call in column.calls:
        serials = (row.target for row in call.rows if row.slot.kind == "unfinished")
        for nth, serial in enumerate(serials):
            if serial in found.blocks:
                found.unfinished.add(serial)
                block = found.blocks[serial]
                fields = [*_waiting(maker, block, serial, call.key, "…" * nth)]
                anchors = {one: rect for one, rect in block.anchors.items() if one != serial}
                found.blocks[serial] = replace(block, fields=fields, anchors=anchors)
    return DrawnStep(maker, column, found)


def _waiting(maker: Maker, block: Block, serial: int, frame: Key, before: str) -> Iterator[Field]:
    """Yield the fields of an unfinished container, whose items a frame holds.

    Plain values are left out: which of them wait depends on the interpreter's version.
    """
    for one in block.fields:
        kind, name = one.slot
        if one.holder != object_key(serial):
            yield one
        elif kind != "key" and not isinstance(maker.heap[one.target].content, Scalar):
            place = maker.values.text(int(name), 10) if kind == "value" else name
            yield one._replace(holder=frame, slot=Slot("pending", f"{before}[{place}]"))


class Roots(NamedTuple):
    """The objects at which drawing starts, and those that have a line if nothing refers to them."""

    objects: Sequence[int]
    lines: Sequence[int]


def reach(maker: Maker, roots: Roots) -> ReachedBlocks:
    """Make the blocks of everything that can be reached along drawn references from ``roots``.

    The roots have cards unless they are folded to lines.
    """
    found = ReachedBlocks()
    blocks, inside = found.blocks, found.inside
    heap, nodes, containers = maker.heap, maker.facts.nodes, maker.facts.container_of
    is_line = maker.values.is_line
    waiting = [one for one in reversed(roots.objects) if not is_line(one)]
    while waiting:
        serial = waiting.pop()
        if serial in inside or serial not in heap:
            continue
        if serial in containers:
            serial = _outermost(maker, serial)
        if serial in nodes:
            part = _part_of(maker, serial)
            if part is not None and serial in part.stub_of:
                waiting += _fold(maker, found, part, serial)
                continue
        if serial in blocks or maker.is_hidden(serial):
            continue
        block = blocks[serial] = maker.whole(serial)
        checkpoint()
        inside.update(block.inside(serial))
        waiting += [one.target for one in reversed(block.ports)]
    for first, stub in found.stubs.items():
        members = stub.members
        block = found.blocks[first] = stub_card(maker, members, stub.leads_on)
        found.inside.update(dict.fromkeys(stub.inside, (first, block.rect)))
    _add_lines(maker, found, roots.lines)
    return found


def roots(maker: Maker, column: Column, state: State) -> Roots:
    """Return the roots: targets of frames, handled exceptions, suspended frames.

    At levels with objects, unreachable objects that are not freed yet are roots, too.
    """
    others, suspended = handled_exceptions(state), _suspended(maker, state)
    if maker.facts.suspended.few:
        others += suspended
    if maker.facts.has_unreachable and maker.facts.level is not Level.VALUES:
        others += [one.serial for one in state.heap.values() if one.unreachable]
    others = [one for one in others if not maker.values.is_always_text(one)]
    # Show all of a tree that a recursion builds, though the callers are folded.
    nodes = [one for one in column.folded_targets if one in maker.facts.nodes]
    return Roots([*column.targets, *others, *nodes], suspended)


def _suspended(maker: Maker, state: State) -> Sequence[int]:
    """Return the suspended frames, without one that is still on the stack as it yields."""
    suspended = maker.facts.suspended.at(maker.step)
    if state.step is None or state.step.event is not Event.YIELD or not state.frames:
        return suspended
    running = state.frames[-1]
    contents = ((serial, state.heap[serial].content) for serial in suspended)
    return [
        serial
        for serial, content in contents
        if isinstance(content, Generator)
        and (content.line, content.locals) != (running.line, running.locals)
    ]


def _add_lines(maker: Maker, found: ReachedBlocks, suspended: Iterable[int]) -> None:
    """Add the lines of suspended frames that nothing leads to and that have no card."""
    unseen = (one for one in suspended if one not in found.inside)
    serials = tuple(one for one in unseen if not maker.is_hidden(one))
    if serials:
        make = partial(suspended_lines, serials=serials)
        asked = serials, maker.names
        block = found.blocks[SUSPENDED] = maker.kept(SUSPENDED, asked, make)
        found.inside.update((one, (SUSPENDED, rect)) for one, rect in block.anchors.items())


def _part_of(maker: Maker, serial: int) -> Part | None:
    """Return the shown part of a node's structure; None if all of it is shown."""
    node = maker.facts.nodes.get(serial)
    return maker.folds.part(node.structure, maker.step) if node is not None else None


def _fold(maker: Maker, found: ReachedBlocks, part: Part, serial: int) -> Iterable[int]:
    """Fold a node and the folded nodes it reaches; return the visible nodes they link to."""
    first = part.stub_of[serial]
    hidden = hidden_from(serial, part, maker.heap, maker.facts, maker.hidden)
    found.stubs.setdefault(first, Stub()).found.append(hidden)
    found.inside.update(dict.fromkeys(hidden.contents, (first, _NOWHERE)))
    return hidden.ends


def _outermost(maker: Maker, serial: int) -> int:
    """Return the outermost object that contains it at present, or itself."""
    chain = [serial]
    while (home := maker.values.container_of(chain[-1])) is not None and home in maker.heap:
        chain.append(home)
    for one in reversed(chain):
        if one == serial:
            break
        made = maker.whole(one)
        if serial in made.anchors:
            return one
    return serial


def opened(maker: Maker, found: ReachedBlocks, asked: Asked) -> OpenedObjects:
    """Return the foldings to open so that what the user asks for is shown."""
    shown = _leading_to(maker, found, asked.selected) if asked.selected is not None else NOTHING
    slots = {one: count for one, count in asked.opened.items() if one in maker.heap}
    shown = shown._replace(frames=asked.frames)
    if not slots:
        return shown
    places = {one: asked.places.get(one, frozenset()) for one in slots}
    both = {one: places.get(one, frozenset()) | found for one, found in shown.places.items()}
    return shown._replace(slots=slots, places=places | both)


def _leading_to(maker: Maker, found: ReachedBlocks, serial: int) -> OpenedObjects:
    """Return the foldings to open so that an object is shown."""
    facts, folds, heap, step = maker.facts, maker.folds, maker.heap, maker.step
    if serial not in heap:
        return NOTHING
    around = {serial}
    while (home := maker.values.container_of(serial)) is not None and home not in around:
        around.add(home)
        serial = home
    drawn = (field for block in found.blocks.values() for field in block.fields)
    leading = {field.holder.name for field in drawn if field.target in around}
    places = {}
    for one in found.inside:
        # A further row would need room, which the plan did not reserve.
        if facts.longest.get(one, 0) <= _FEW or one not in heap or one in leading:
            continue
        place = next(_places_of(heap[one], around), None)
        if place is not None:
            places[one] = frozenset({place})
    lines = frozenset(one for one in around if (how := folds.at(one, step)) and how.is_line)
    node = facts.nodes.get(serial)
    part = folds.part(node.structure, step) if node is not None else None
    if node is None or part is None or serial not in part.stub_of:
        return OpenedObjects(lines, places)
    part = folds.structures[node.structure].with_node(serial, step)
    return OpenedObjects(lines, places, node.structure, part)


def _places_of(thing: HeapObject, serials: set[int]) -> Iterator[int]:
    """Yield the places where a container refers to one of the objects."""
    content = thing.content
    base = content.base if isinstance(content, Instance) and content.base is not None else content
    if isinstance(base, Items):
        yield from (place for place, one in enumerate(base.items) if one in serials)
    elif isinstance(base, Entries):
        yield from (place for place, pair in enumerate(base.entries) if serials & set(pair))
