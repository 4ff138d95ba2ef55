"""Opens one selected object even if it is folded."""

from collections.abc import Iterator

from visualizer.layout.blocks.maker import Maker
from visualizer.layout.composing.reach import ReachedBlocks
from visualizer.layout.folding.folds import NOTHING, OpenedObjects
from visualizer.model import HeapObject, Instance
from visualizer.model import Mapping as Entries
from visualizer.model import Sequence as Items

_FEW = 6
"""The number of places that even a shortened container shows."""


def opened(maker: Maker, found: ReachedBlocks, serial: int) -> OpenedObjects:
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
            places[one] = place
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
