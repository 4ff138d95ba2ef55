"""The places of the nodes of a tree: children below their parents, from left to right.

A tree that a program rearranges, as search trees do to stay balanced, has one shape after another.
A sentinel, which stands for nothing below all leaves, is no node.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from visualizer.layout.analysis.clocks import Stays
from visualizer.layout.analysis.facts import Node, Shape
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.nodes.families import leads_backward
from visualizer.layout.nodes.parents import (
    Link,
    Parents,
    forest,
    parents_over_time,
    root_of,
)
from visualizer.model import Heap, held_by

_MAX_PLACES = 200_000
"""The maximum number of places in all shapes of a tree; a larger tree has one shape."""


class TreeOrder(NamedTuple):
    """The order of a node's children: by ``names`` of attributes, places in lists, appearance.

    In a tree of attributes (``left``, ``right``) each node has a column of its own, right of the
    children for which ``goes_left`` holds; in a tree with lists or dicts a node is above the middle
    of its children.
    """

    names: Sequence[str]
    places: Mapping[tuple[int, int], int]
    appearance: Mapping[int, int]
    goes_left: Callable[[Link], bool]
    has_lists: bool


def shapes(
    number: int,
    members: Sequence[int],
    stays: Mapping[Link, Stays],
    order: TreeOrder,
    died: Mapping[int, int],
) -> list[tuple[int, Shape]]:
    """Return the shapes of tree ``number``, each with its first step.

    ``died`` has the step at which a node was freed.
    """
    found = parents_over_time(stays, died)
    if len(found) * len(members) > _MAX_PLACES:
        times = {link: sum(end - start for start, end in held) for link, held in stays.items()}
        found = [(0, forest(stays, times))]
    trees = []
    for step, parents in found:
        living = [one for one in members if died.get(one, step + 1) > step]
        trees.append((step, _Tree(parents, living, order)))
    return [
        (
            step,
            Shape(
                {one: Node(number, column, row) for one, column, row in tree.places()},
                {node: link.source for node, link in tree.parents.items()},
            ),
        )
        for step, tree in trees
    ]


class _Tree:
    """One shape: nodes with their children in order. There may be several roots."""

    def __init__(self, parents: Parents, members: Iterable[int], order: TreeOrder) -> None:
        self.parents, self._order = parents, order
        self._children: defaultdict[int, list[Link]] = defaultdict(list)
        for link in parents.values():
            self._children[link.source].append(link)
        for found in self._children.values():
            found.sort(key=self._rank)
        ordered = sorted(members, key=order.appearance.__getitem__)
        self._roots = list(dict.fromkeys(root_of(one, parents) for one in ordered))

    def _rank(self, link: Link) -> tuple[int, int, int]:
        place = self._order.places.get((link.container or 0, link.target), 0)
        return self._order.names.index(link.name), place, self._order.appearance[link.target]

    def places(self) -> Iterator[tuple[int, int, int]]:
        """Yield nodes with columns and rows, from left to right.

        A column is half as wide as a node: in a row, every other column is free.
        """
        if self._order.has_lists:
            yield from self._centred()
            return
        column = -1
        last_in: dict[int, int] = {}
        for node, row in self._rows():
            column = last_in[row] = max(column + 1, last_in.get(row, -2) + 2)
            yield node, column, row

    def _rows(self) -> Iterator[tuple[int, int]]:
        """Yield nodes with their rows, from left to right."""
        goes_left = self._order.goes_left
        waiting = [(root, 0, False) for root in reversed(self._roots)]
        while waiting:
            node, row, is_due = waiting.pop()
            if is_due:
                yield node, row
                continue
            found = self._children.get(node, [])
            left = [(link.target, row + 1, False) for link in found if goes_left(link)]
            right = [(link.target, row + 1, False) for link in found if not goes_left(link)]
            waiting += [*reversed(right), (node, row, True), *reversed(left)]

    def _centred(self) -> Iterator[tuple[int, int, int]]:
        """Yield nodes with columns and rows; a node follows its children."""
        leaf = -1
        last_in: dict[int, int] = {}
        columns: dict[int, int] = {}
        waiting = [(root, 0, False) for root in reversed(self._roots)]
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


def sentinels_of(stays: Mapping[Link, Stays]) -> set[int]:
    """Return the objects that lead nowhere and to which several lead by two attributes each.

    In a red-black tree each leaf has the same one on its left and on its right. Both attributes of
    other nodes lead to nodes: an object to which all lead, by both, is one of the data.
    """
    ends: defaultdict[tuple[int, int], list[Stays]] = defaultdict(list)
    targets: defaultdict[str, set[int]] = defaultdict(set)
    names: defaultdict[int, set[str]] = defaultdict(set)
    for link, held in with_checkpoints(stays.items()):
        is_forward = link.container is None and not leads_backward(link.name)
        if is_forward and link.source != link.target:
            ends[link.source, link.target].append(held)
            targets[link.name].add(link.target)
            names[link.target].add(link.name)
    leading = {source for source, _ in ends}
    often = Counter(target for (_, target), found in ends.items() if _are_together(found))
    return {
        target
        for target, many in often.items()
        if many > 1
        and target not in leading
        and all(targets[one] != {target} for one in names[target])
    }


def _are_together(found: Collection[Stays]) -> bool:
    """Whether the first two of these were ever there at one step."""
    if len(found) < 2:
        return False
    first, second, *_ = found
    return any(a < d and c < b for a, b in first for c, d in second)


def names_of_sentinels(
    sentinels: Iterable[int],
    holders: Mapping[int, Iterable[int]],
    things: Heap,
    lasting: Mapping[str, int],
) -> dict[int, str]:
    """Return the name of each: an attribute of another type, a ``lasting`` name, or its type.

    ``holders`` are the objects that refer to each.
    """
    found = {}
    bound = {serial: name for name, serial in lasting.items()}
    for serial in sentinels:
        thing = things[serial]
        names = (
            str(slot.name)
            for holder in holders.get(serial, ())
            if holder in things and things[holder].type != thing.type
            for slot, target in held_by(things[holder].content)
            if target == serial and slot.kind == "attribute"
        )
        found[serial] = next(names, bound.get(serial, thing.type))
    return found
