"""Finds the nodes of a stub, and searches again only if one of them has changed."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from visualizer.layout.analysis.facts import Facts
from visualizer.layout.blocks.block import Reference
from visualizer.layout.folding.structures import Part
from visualizer.layout.nodes.families import leads_backward
from visualizer.layout.nodes.links import name_of
from visualizer.layout.picture import object_key
from visualizer.model import Content, Heap, HeapObject, held_by


@dataclass(frozen=True, slots=True)
class HiddenNodes:
    """The folded nodes that can be reached from one node without leaving its stub.

    ``members`` are in the order of their structure; ``ends`` are the nodes outside the stub that
    they link to, ``leads_on`` the references that lead there and not backwards.
    """

    part: Part
    contents: Mapping[int, Content]
    members: tuple[int, ...]
    ends: tuple[int, ...]
    leads_on: tuple[Reference, ...]

    def holds(self, part: Part, heap: Heap) -> bool:
        """Whether the result would be the same now."""
        if part is not self.part:
            return False
        for serial, content in self.contents.items():
            thing = heap.get(serial)
            if thing is None or thing.content is not content:
                return False
        return True


@dataclass(slots=True)
class Stub:
    """Nodes that are folded together, and the references from them to later nodes."""

    found: list[HiddenNodes] = field(default_factory=list)

    @property
    def members(self) -> tuple[int, ...]:
        """All nodes, from the first on."""
        if len(self.found) == 1:
            return self.found[0].members
        return tuple(dict.fromkeys(one for hidden in self.found for one in hidden.members))

    @property
    def inside(self) -> Iterator[int]:
        """The nodes, and their lists of children."""
        return (one for hidden in self.found for one in hidden.contents)

    @property
    def leads_on(self) -> list[Reference]:
        """The references to the following nodes."""
        return [one for hidden in self.found for one in hidden.leads_on]


type HiddenCache = dict[int, HiddenNodes]
"""The latest results, by the start node."""


def hidden_from(
    serial: int, part: Part, heap: Heap, facts: Facts, known: HiddenCache
) -> HiddenNodes:
    """Return the nodes of the same stub that can be reached from a node."""
    before = known.get(serial)
    if before is not None and before.holds(part, heap):
        return before
    nodes = facts.nodes
    first, structure = part.stub_of[serial], nodes[serial].structure
    contents: dict[int, Content] = {}
    ends: dict[int, None] = {}
    leads_on = []
    waiting = [serial]
    while waiting:
        one = waiting.pop()
        thing = heap.get(one)
        if one in contents or thing is None:
            continue
        contents[one] = thing.content
        for link in _links_of(thing, heap, facts.child_lists, contents):
            node = nodes.get(link.target)
            if node is None or node.structure != structure:
                continue
            if part.stub_of.get(link.target) == first:
                waiting.append(link.target)
                continue
            ends[link.target] = None
            if not leads_backward(name_of(link.slot, heap)):
                leads_on.append(link)
    members = tuple(sorted((one for one in contents if one in nodes), key=lambda one: nodes[one]))
    found = known[serial] = HiddenNodes(part, contents, members, tuple(ends), tuple(leads_on))
    return found


def _links_of(
    thing: HeapObject, heap: Heap, child_lists: Set[int], contents: dict[int, Content]
) -> Iterator[Reference]:
    """Yield the references of a node and of its lists of children, which ``contents`` records."""
    for slot, target in held_by(thing.content):
        yield Reference(object_key(thing.serial), slot, target)
        container = heap.get(target) if target in child_lists else None
        if container is not None and target not in contents:
            contents[target] = container.content
            yield from _links_of(container, heap, child_lists, contents)
