"""Finds the parents of the nodes of trees, also of those that a program rearranges."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from visualizer.layout.analysis.clocks import Stays

type Parents = dict[int, "Link"]
"""The link from above to each node that has a parent."""


class Link(NamedTuple):
    """A reference from an attribute of an object to another object of its family.

    ``container`` is the list or dict that holds the target, None if the attribute itself does.
    """

    source: int
    name: str
    target: int
    container: int | None = None


def parents_over_time(
    stays: Mapping[Link, Stays], died: Mapping[int, int]
) -> list[tuple[int, Parents]]:
    """Return the parents of nodes, with an entry for each step at which a node changes its parent.

    A node keeps its parent while that refers to it, and its place until another node does. So
    adding or removing nodes changes no shape. ``died`` has the step at which a node was
    freed.
    """
    begins: defaultdict[int, list[tuple[Link, int]]] = defaultdict(list)
    ends: defaultdict[int, list[Link]] = defaultdict(list)
    for link, held in stays.items():
        for start, end in held:
            begins[start].append((link, end))
            ends[end].append(link)
    history = _History(died)
    for step in sorted({*begins, *ends}):
        history.observe(step, begins[step], ends[step])
    return history.found


class _History:
    """Follows the links between nodes; ``found`` has the parents with their first steps."""

    def __init__(self, died: Mapping[int, int]) -> None:
        self._died = died
        self._ends: defaultdict[int, dict[Link, int]] = defaultdict(dict)
        """The links that lead to a node now, with the steps at which they end."""
        self._children: defaultdict[int, dict[int, None]] = defaultdict(dict)
        """The nodes to which links of a node lead now."""
        self._now: Parents = {}
        self.found = [(0, self._now)]

    def observe(self, step: int, begun: Iterable[tuple[Link, int]], ended: Iterable[Link]) -> None:
        """Record the links that begin and end at a step."""
        touched: dict[int, None] = {}
        for link in ended:
            self._ends[link.target].pop(link, None)
            self._children[link.source].pop(link.target, None)
            touched[link.target] = None
        for link, end in begun:
            if link.source != link.target:
                self._ends[link.target][link] = end
                self._children[link.source][link.target] = None
                touched[link.target] = None
        # A child of a detached node may have another parent, too.
        for node in list(touched):
            if self._is_detached(node):
                touched |= self._children[node]
        moved = self._moved(touched)
        for node, link in list(moved.items()):
            if node not in self._now and root_of(link.source, self._now) != node:
                self._now[node] = moved.pop(node)
        if moved:
            self._rearrange(step, moved.values())

    def _is_detached(self, node: int) -> bool:
        """Whether a node keeps its place below a parent that does not refer to it any more."""
        return self._now.get(node) is not None and self._now[node] not in self._ends[node]

    def _moved(self, nodes: Iterable[int]) -> Parents:
        """Return the new parent links of the nodes that have lost their parent."""
        moved: Parents = {}
        for node in nodes:
            known = self._now.get(node)
            ends = self._ends[node]
            if known in ends and not self._is_detached(known.source):
                continue
            best = max(
                ends,
                key=lambda link: (not self._is_detached(link.source), ends[link]),
                default=known,
            )
            if best is None or best == known:
                continue
            if known is not None and known[:2] == best[:2]:
                self._now[node] = best
            else:
                moved[node] = best
        return moved

    def _rearrange(self, step: int, moved: Iterable[Link]) -> None:
        """Add an entry with the parents of living nodes, some of them moved."""
        living = {
            node: link
            for node, link in self._now.items()
            if min(self._died.get(one, step + 1) for one in (node, link.source)) > step
        }
        for link in moved:
            self._move(link, living)
        if living != self._now:
            self._now = living
            self.found.append((step, living))

    def _move(self, link: Link, parents: Parents) -> None:
        """Put a node below another parent; if that was below the node, cut a link between them.

        Cut the link that ends first; if it does not end before the new link, move nothing.
        """
        known = parents.pop(link.target, None)
        way = list(_way_up(link.source, parents))
        if way and way[-1].source == link.target:
            ends = {one: self._ends[one.target].get(one, 0) for one in way}
            cut = min(ends, key=ends.__getitem__)
            if ends[cut] >= self._ends[link.target][link]:
                if known is not None:
                    parents[link.target] = known
                return
            del parents[cut.target]
        parents[link.target] = link


def root_of(node: int, parents: Parents) -> int:
    """Return the topmost node above a node, or itself."""
    for link in _way_up(node, parents):
        node = link.source
    return node


def _way_up(node: int, parents: Parents) -> Iterator[Link]:
    """Yield the link from a node's parent, then the link from the parent's parent, and so on."""
    while (link := parents.get(node)) is not None:
        yield link
        node = link.source


def forest(links: Iterable[Link], times: Mapping[Link, int]) -> Parents:
    """Return the link from each node's parent: the one that lasts longest and closes no cycle.

    A node may be above another for some time and below it later, as in trees that are merged.
    """
    parents: Parents = {}
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
