"""The places of the nodes of a tree: children below their parents, from left to right."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from visualizer.layout.analysis.facts import Node


class Link(NamedTuple):
    """A reference from an attribute of an object to another object of its family.

    ``container`` is the list or dict that holds the target, None if the attribute itself does.
    """

    source: int
    name: str
    target: int
    container: int | None = None


class Tree:
    """Puts each node below its longest-lasting referrer.

    A node's column is between those of its children: in a tree of attributes (``left``, ``right``)
    each node has a column of its own, right of the child that ``goes_left``; in a tree of lists or
    dicts a node is above the middle of its children. ``parents`` has the link from above to each
    node.
    """

    def __init__(
        self,
        links: Sequence[Link],
        times: Mapping[Link, int],
        names: Sequence[str],
        order: Mapping[int, int],
        places: Mapping[tuple[int, int], int],
        *,
        goes_left: Callable[[Link], bool],
    ) -> None:
        self._goes_left, self._order = goes_left, order
        self._has_lists = any(link.container is not None for link in links)
        self.parents = forest(links, times)
        self._children: defaultdict[int, list[Link]] = defaultdict(list)
        for link in self.parents.values():
            self._children[link.source].append(link)

        def rank(link: Link) -> tuple[int, int, int]:
            place = places.get((link.container or 0, link.target), 0)
            return names.index(link.name), place, order[link.target]

        for found in self._children.values():
            found.sort(key=rank)

    def nodes(self, number: int, members: Iterable[int]) -> dict[int, Node]:
        """Return the place of each member in structure ``number``, tree by tree.

        A column is half as wide as a node: in one row, every other one is free.
        """
        tops = [self._root(one) for one in sorted(members, key=self._order.__getitem__)]
        place = self._centred if self._has_lists else self._in_order
        return {one: Node(number, column, row) for one, column, row in place(dict.fromkeys(tops))}

    def _root(self, node: int) -> int:
        while node in self.parents:
            node = self.parents[node].source
        return node

    def _in_order(self, roots: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        """Yield nodes with columns and rows, from left to right."""
        column = -1
        last_in: dict[int, int] = {}
        waiting = [(root, 0, False) for root in reversed(list(roots))]
        while waiting:
            node, row, is_due = waiting.pop()
            if is_due:
                column = max(column + 1, last_in.get(row, -2) + 2)
                last_in[row] = column
                yield node, column, row
                continue
            found = self._children.get(node, [])
            left = [(link.target, row + 1, False) for link in found if self._goes_left(link)]
            right = [(link.target, row + 1, False) for link in found if not self._goes_left(link)]
            waiting += [*reversed(right), (node, row, True), *reversed(left)]

    def _centred(self, roots: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        """Yield nodes with columns and rows; a node follows its children."""
        leaf = -1
        last_in: dict[int, int] = {}
        columns: dict[int, int] = {}
        waiting = [(root, 0, False) for root in reversed(list(roots))]
        while waiting:
            node, row, is_due = waiting.pop()
            below = [link.target for link in self._children.get(node, ())]
            if below and not is_due:
                waiting.append((node, row, True))
                waiting += [(one, row + 1, False) for one in reversed(below)]
                continue
            wanted = (columns[below[0]] + columns[below[-1]]) // 2 if below else leaf + 1
            columns[node] = last_in[row] = max(wanted, last_in.get(row, -2) + 2)
            leaf = leaf if below else columns[node]
            yield node, columns[node], row


def forest(links: Iterable[Link], times: Mapping[Link, int]) -> dict[int, Link]:
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
