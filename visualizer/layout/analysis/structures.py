"""Finds chains and trees: objects of one class that refer to each other, and their places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from visualizer.layout.analysis.clocks import Clocks
from visualizer.layout.analysis.facts import Node, Structure, StructureKind
from visualizer.model import HeapObject, Instance

BACKWARD_NAMES = frozenset({"prev", "previous", "parent", "up", "back", "owner", "before"})
"""Names of attributes that lead backwards."""


MAX_FOLLOWED = 2_000
"""The maximum number of links of one name for which an order is searched."""


class Link(NamedTuple):
    """A reference from an attribute of an object to another object of its class."""

    source: int
    name: str
    target: int


class Links:
    """Collects the links of all instances; ``structures`` returns the result."""

    def __init__(self) -> None:
        self._links_of: dict[int, tuple[Link, ...]] = {}
        self._times: Clocks[Link] = Clocks()
        self._names: dict[int, tuple[str, ...]] = {}
        self._longest: dict[int, list[int]] = {}
        self._next: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._order: dict[int, int] = {}
        self._sources: Counter[tuple[str, int]] = Counter()
        """How many objects lead to a target now, by the name of the attribute."""
        self._with_siblings: set[int] = set()
        """The objects to which several led by one name at the same time, as to a parent."""
        self._step = 0
        self.parents: dict[int, int] = {}
        """The parent of each node of a tree; known after ``structures``."""

    def follow(
        self, serial: int, thing: HeapObject, heap: Mapping[int, HeapObject], step: int
    ) -> None:
        """Record the links that an instance has from ``step`` on."""
        self._step = step
        content = thing.content
        assert isinstance(content, Instance)
        now = tuple(
            Link(serial, name, target)
            for name, target in content.attributes
            if (other := heap.get(target)) is not None
            and isinstance(other.content, Instance)
            and other.content.cls == content.cls
        )
        before = self._links_of.get(serial, ())
        if now == before:
            return
        self._names[serial] = tuple(name for name, _ in content.attributes)
        for link in set(before) - set(now):
            self._times.stop(link, step)
            self._next[link.name].pop(link.source, None)
            self._sources[link.name, link.target] -= 1
        for link in set(now) - set(before):
            self._times.start(link, step)
            for end in (link.source, link.target):
                self._order.setdefault(end, len(self._order))
            self._next[link.name][link.source] = link.target
            self._sources[link.name, link.target] += 1
            if self._sources[link.name, link.target] > 1:
                self._with_siblings.add(link.target)
        self._links_of[serial] = now
        for link in now:
            self._record_chain(link)

    def record_death(self, serial: int) -> None:
        """Note that an object leads nowhere any more: another one may take its place."""
        for link in self._links_of.get(serial, ()):
            self._sources[link.name, link.target] -= 1

    def _record_chain(self, link: Link) -> None:
        """Order nodes by the longest chain that ever contained them."""
        if link.name in BACKWARD_NAMES or len(self._next[link.name]) > MAX_FOLLOWED:
            return
        follows = self._next[link.name]
        run: list[int] = []
        seen: set[int] = set()
        node: int | None = self._head(link.source, link.name)
        while node is not None and node not in seen:
            seen.add(node)
            run.append(node)
            node = follows.get(node)
        if len(run) > len(self._longest.get(link.source, ())):
            for one in run:
                if len(run) > len(self._longest.get(one, ())):
                    self._longest[one] = run

    def _head(self, node: int, name: str) -> int:
        before = {target: source for source, target in self._next[name].items()}
        seen: set[int] = set()
        while node in before and node not in seen:
            seen.add(node)
            node = before[node]
        return node

    def structures(self) -> tuple[dict[int, Structure], dict[int, Node]]:
        """Return every structure by its number, and the place of each node."""
        times = self._times.totals(self._step + 1)
        structures: dict[int, Structure] = {}
        nodes: dict[int, Node] = {}
        for number, (members, links) in enumerate(_components(times)):
            names = {link.name for link in links}
            forward = names - BACKWARD_NAMES or names
            if names <= BACKWARD_NAMES and self._with_siblings & members:
                # A tree whose nodes know their parents; what leads on is in lists of children.
                continue
            ordered = self._in_order(forward, members)
            if len(forward) == 1:
                kind = StructureKind.CHAIN
                nodes |= self._chain(number, members, links, ordered[0])
            else:
                kind = StructureKind.TREE
                nodes |= self._tree(number, members, links, times, ordered)
            structures[number] = Structure(kind, tuple(ordered), len(members))
        return structures, nodes

    def _in_order(self, names: set[str], members: set[int]) -> list[str]:
        """Sort names in the order in which the class sets them."""
        set_by = next((self._names[one] for one in members if one in self._names), ())
        return sorted(names, key=lambda name: (set_by.index(name) if name in set_by else 99, name))

    def _chain(
        self, number: int, members: set[int], links: list[Link], name: str
    ) -> dict[int, Node]:
        runs: list[list[int]] = [self._longest.get(one, []) for one in members]
        order = max(runs, key=len)[:]
        leads_to = {link.source: link.target for link in links if link.name == name}
        for one in sorted(members - set(order), key=self._order.__getitem__):
            target = leads_to.get(one)
            order.insert(order.index(target) if target in order else len(order), one)
        return {one: Node(number, place, 0) for place, one in enumerate(order)}

    def _tree(
        self,
        number: int,
        members: set[int],
        links: list[Link],
        times: Mapping[Link, int],
        forward: list[str],
    ) -> dict[int, Node]:
        """Put each node below its longest-lasting referrer, in a column between its children's."""
        parents = _forest([link for link in links if link.name in forward], times)
        self.parents.update((node, link.source) for node, link in parents.items())
        children: defaultdict[int, list[Link]] = defaultdict(list)
        for link in parents.values():
            children[link.source].append(link)
        for found in children.values():
            found.sort(key=lambda link: (forward.index(link.name), self._order[link.target]))
        placed: dict[int, Node] = {}
        column = -1
        last_in: dict[int, int] = {}
        for one in sorted(members, key=self._order.__getitem__):
            root = _root(one, parents)
            for node, row in _in_columns(root, children, forward[0], placed):
                # A column is half as wide as a node: in one row, every other one is free.
                column = max(column + 1, last_in.get(row, -2) + 2)
                last_in[row] = column
                placed[node] = Node(number, column, row)
        return placed


def _forest(links: Iterable[Link], times: Mapping[Link, int]) -> dict[int, Link]:
    """Return the link from each node's parent: the one that lasts longest and closes no circle.

    A node may be above another for some time and below it later, as in trees that are merged.
    """
    parents: dict[int, Link] = {}
    top: dict[int, int] = {}

    def root(node: int) -> int:
        while top.setdefault(node, node) != node:
            top[node] = node = top[top[node]]
        return node

    for link in sorted(links, key=lambda one: -times[one]):
        if link.target not in parents and root(link.source) != link.target:
            parents[link.target] = link
            top[link.target] = root(link.source)
    return parents


def _root(node: int, parents: Mapping[int, Link]) -> int:
    seen: set[int] = set()
    while node in parents and node not in seen:
        seen.add(node)
        node = parents[node].source
    return node


def _in_columns(
    root: int, children: Mapping[int, list[Link]], first: str, placed: Mapping[int, Node]
) -> Iterator[tuple[int, int]]:
    """Yield the nodes from left to right with their depths, without those already placed."""
    seen: set[int] = set()
    waiting: list[tuple[int, int, bool]] = [(root, 0, False)]
    while waiting:
        node, row, is_due = waiting.pop()
        if is_due:
            yield node, row
            continue
        if node in seen or node in placed:
            continue
        seen.add(node)
        found = children.get(node, [])
        left = [(link.target, row + 1, False) for link in found if link.name == first]
        right = [(link.target, row + 1, False) for link in found if link.name != first]
        waiting += [*reversed(right), (node, row, True), *reversed(left)]


def _components(times: Mapping[Link, int]) -> Iterator[tuple[set[int], list[Link]]]:
    """Yield the connected nodes with their links, in order of appearance."""
    leader: dict[int, int] = {}

    def find(node: int) -> int:
        while leader.setdefault(node, node) != node:
            leader[node] = node = leader[leader[node]]
        return node

    for link in times:
        leader[find(link.source)] = find(link.target)
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for link in times:
        links[find(link.source)].append(link)
    for found in links.values():
        yield {end for link in found for end in (link.source, link.target)}, found
