"""Decides which objects are of one kind: only these make chains and trees together.

The kind of an instance is its class, that of a dict its keys, and that of a list its length. Data
of other forms is full of dicts and lists, too; these are nodes only if they refer to others as the
nodes of a class do. A dict whose values are dicts, again and again, is a node under any keys.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

from visualizer.layout.analysis.clocks import Stays
from visualizer.layout.analysis.facts import Structure
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.nodes.families import Families, Groups, Relation
from visualizer.layout.nodes.links import MAX_PLACES, is_dict, is_list, places_of
from visualizer.layout.nodes.parents import Link
from visualizer.model import Heap, HeapObject, Instance, content_of

_KEYED = -1
"""The kind of dicts that are nodes under any keys."""
_MIN_DEPTH = 3
"""The minimum number of such dicts below the topmost one."""
_ENOUGH = 0.75
"""The share of the most values of an attribute with which another one tells nodes apart, too."""


class Kinds:
    """The kinds of objects; those of dicts and lists are negative numbers."""

    def __init__(self) -> None:
        self.names: dict[int, tuple[str, ...]] = {}
        """The names of each object's places: all of a dict or list, of others when it had most."""
        self.places: dict[tuple[int, int], int] = {}
        """The place of each child in a dict that is a node under any keys."""
        self._of: dict[int, int] = {}
        self._numbers: dict[Hashable, int] = {}
        self._families = Families()
        self._dicts: set[int] = set()
        self._lists: set[int] = set()
        self._values: defaultdict[int, set[str]] = defaultdict(set)
        """The names under which a dict or list ever held anything but None, a dict or a list."""
        self._others: defaultdict[int, set[str]] = defaultdict(set)
        """The names under which it ever held None or a list."""
        self._keyed: set[int] = set()
        """The dicts that are nodes under any keys."""

    def record(self, thing: HeapObject, heap: Heap) -> None:
        """Note an object's kind, and the names of its places, also of those that it loses later."""
        serial = thing.serial
        if isinstance(thing.content, Instance):
            self._of[serial] = thing.content.cls
            if len(thing.content.attributes) > len(self.names.get(serial, ())):
                self.names[serial] = tuple(name for name, _ in thing.content.attributes)
            return
        places = places_of(thing.content, heap)
        before = self.names.get(serial, ())
        names = tuple(dict.fromkeys((*before, *(one.name for one in places))))[:MAX_PLACES]
        if serial not in self._of or names != before:
            self.names[serial] = names
            key: Hashable = frozenset(names) if is_dict(thing) else len(names)
            self._of[serial] = self._numbers.setdefault(key, _KEYED - 1 - len(self._numbers))
            (self._dicts if is_dict(thing) else self._lists).add(serial)
        for name, _, target in places:
            other = heap.get(target)
            if other is None or is_dict(other):
                continue
            is_other = other.type == "NoneType" or is_list(other)
            (self._others if is_other else self._values)[serial].add(name)

    def relate(self, link: Link, heap: Heap) -> None:
        """Note a link between instances; those of dicts and lists are known at the end only."""
        relation = Relation(self._of[link.source], link.name, self._of[link.target])
        if min(relation.source, relation.target) > 0:
            self._families.record(relation, heap)

    def are_related(self, link: Link) -> bool:
        """Whether both ends are of one family."""
        return self.are_relatives(link.source, link.target)

    def are_relatives(self, serial: int, other: int) -> bool:
        """Whether two objects are of one family."""
        return self._families.are_related(self._kind(serial), self._kind(other))

    def _kind(self, serial: int) -> int:
        return _KEYED if serial in self._keyed else self._of[serial]

    def settled(self, stays: Mapping[Link, Stays]) -> dict[Link, Stays]:
        """Return the links between objects of one family, with the steps at which they held.

        A list or dict that also holds other objects has no links, and one with the children of a
        node is no node.
        """
        with_children = {link.container for link in stays}
        stays = {link: held for link, held in stays.items() if link.target not in with_children}
        keyed = self._keyed = {one for found in self._dicts_in_dicts(stays) for one in found}
        found: dict[Link, Stays] = {}
        for link, held in with_checkpoints(stays.items()):
            one = link
            if link.source in keyed and link.target in keyed:
                one = Link(link.source, "", link.target, link.source)
                self.places[link.source, link.target] = self.names[link.source].index(link.name)
            elif self._leads_to_data(link):
                continue
            found[one] = sorted((*found.get(one, ()), *held))
            ends = self._kind(link.source), self._kind(link.target)
            if min(ends) < _KEYED:
                self._families.record(Relation(ends[0], link.name, ends[1]), {})
        mixed = {link.container for link in found if not self.are_related(link)} - {None}
        related = {
            link: held
            for link, held in found.items()
            if self.are_related(link) and link.container not in mixed
        }
        for link in list(self._of_data(related)):
            del related[link]
        return related

    def _leads_to_data(self, link: Link) -> bool:
        """Whether a link comes from a list of lists alone, or leads to a dict without keys."""
        if link.target in self._dicts and not self.names[link.target]:
            return True
        return link.source in self._lists and not self._values[link.source]

    def _dicts_in_dicts(self, links: Iterable[Link]) -> Iterator[set[int]]:
        """Yield the dicts of each tree in which dicts are nodes under any keys.

        At most one key has other values than dicts, such as the mark of a word's end, but not in
        all of them; and each dict is in one other at most.
        """
        dicts = self._dicts
        direct = [
            link
            for link in links
            if link.container is None and link.source in dicts and link.target in dicts
            if link.name in self.names[link.source]
        ]
        for members, found in components(direct):
            above = {link.target: link.source for link in found}
            if any(above[link.target] != link.source for link in found):
                continue
            marks = set[str]().union(*(self._values[one] | self._others[one] for one in members))
            sources = {link.source for link in found}
            if len(marks) > 1 or (all(marks & {*self.names[one]} for one in sources) and marks):
                continue
            if _depth(above) >= _MIN_DEPTH:
                yield members

    def _of_data(self, links: Collection[Link]) -> Iterator[Link]:
        """Yield the links between dicts and lists that are data, and no nodes.

        Nodes have values, too, and not only in places that lead to nodes; of lists, these places
        have no other values.
        """
        between = [link for link in links if self._kind(link.source) < _KEYED]
        for members, found in components(between):
            names = {link.name for link in found}
            values = set[str]().union(*(self._values[one] for one in members))
            are_lists = not members.isdisjoint(self._lists)
            if values & names if are_lists else not values - names:
                yield from found


def components(links: Iterable[Link]) -> Iterator[tuple[set[int], list[Link]]]:
    """Yield the connected nodes with their links, in order of appearance."""
    groups, links = Groups(), list(links)
    for link in with_checkpoints(links):
        groups.join(link.source, link.target)
    found: defaultdict[int, list[Link]] = defaultdict(list)
    for link in with_checkpoints(links):
        found[groups.leader(link.source)].append(link)
    for own in found.values():
        yield {end for link in own for end in (link.source, link.target)}, own


def _depth(above: Mapping[int, int]) -> int:
    """Return the number of nodes on the longest way up; 0 if a way has no end."""
    depths: dict[int, int] = {}
    for one in above:
        way: dict[int, None] = {}
        node: int | None = one
        while node is not None and node not in depths:
            if node in way:
                return 0
            way[node] = None
            node = above.get(node)
        top = depths[node] if node is not None else -1
        for number, below in enumerate(reversed(way), 1):
            depths[below] = top + number
    return max(depths.values(), default=0)


def telling_attribute(structure: Structure, members: Collection[int], things: Heap) -> str:
    """Return the first attribute that tells about as many nodes apart as any other does."""
    nodes = {*members}
    values: defaultdict[str, set[int]] = defaultdict(set)
    for one in members:
        content = content_of(one, things)
        for name, value in content.attributes if isinstance(content, Instance) else ():
            if name not in structure.links and value not in nodes:
                values[name].add(value)
    most = max(map(len, values.values()), default=0)
    return next((name for name, found in values.items() if len(found) >= _ENOUGH * most), "")
