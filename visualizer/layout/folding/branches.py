"""A tree with folded branches; each branch becomes one element of a smaller tree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from types import MappingProxyType

from visualizer.layout.analysis.facts import Facts
from visualizer.layout.folding.spacing import TREE_ACROSS_SMALL, TREE_DOWN, Spacing
from visualizer.layout.picture import Point
from visualizer.layout.placing.unit import Size

_ABOVE = 5
"""The number of shown ancestors of a wanted node in a tree that is too deep."""
_FEW = 2
"""Branches of this size are not folded: a stub would need more room."""
_BESIDE = 4.0
_MAX_FAILED = 8
"""The maximum number of failed attempts to show more."""

_ALIKE: Mapping[int, Size] = MappingProxyType({})

type Elements = list[tuple[int, ...]]
"""Single nodes, and the nodes of each stub."""
type Members = dict[int, list[int]]
"""The nodes of each element, by its topmost node."""
type Rows = dict[int, int]
"""The row of each element, by its topmost node."""


class Branches:
    """The nodes of a tree that are alive in some steps, ``step`` being the first of them."""

    def __init__(self, alive: Iterable[int], facts: Facts, step: int) -> None:
        columns = {one: node.column for one in alive if (node := facts.node(one, step))}
        self._columns = columns
        self._alive = sorted(columns, key=columns.__getitem__)
        self._known = set(self._alive)
        number = facts.nodes[self._alive[0]].structure if columns else None
        self._has_lists = number is not None and facts.structures[number].has_lists
        parents = facts.shape(number, step).parents if number is not None else {}
        self._parents = {one: self._living(one, parents) for one in self._alive}
        self._children: defaultdict[int | None, list[int]] = defaultdict(list)
        for one in self._alive:
            self._children[self._parents[one]].append(one)

    def __contains__(self, serial: int) -> bool:
        return serial in self._known

    def _living(self, node: int, parents: Mapping[int, int]) -> int | None:
        seen = {node}
        above = parents.get(node)
        while above is not None and above not in self._known and above not in seen:
            seen.add(above)
            above = parents.get(above)
        return above if above in self._known and above != node else None

    def shown(self, wanted: Sequence[int], spacing: Spacing) -> tuple[Elements, dict[int, Point]]:
        """Return elements and places: the wanted nodes, and as many others as fit."""
        for above in (None, _ABOVE, 1):
            shown = self._wanted(wanted, spacing, above)
            elements, places = self._laid(shown, spacing)
            if self._fits(elements, places, spacing):
                break
        failed = 0
        for more in self._by_levels(shown):
            if failed > _MAX_FAILED:
                break
            tried = shown | more
            now, where = self._laid(tried, spacing)
            if self._fits(now, where, spacing):
                shown, elements, places = tried, now, where
            else:
                failed += 1
        return elements, places

    def all_places(self, spacing: Spacing) -> dict[int, Point]:
        """Return the places of all nodes."""
        return self._laid(self._known, spacing, spacing.sizes)[1]

    def have_room(self, wanted: Sequence[int], spacing: Spacing) -> bool:
        """Whether the nodes fit with all their ancestors, and with stubs for all others."""
        elements, places = self._laid(self._wanted(wanted, spacing, None), spacing)
        return self._fits(elements, places, spacing)

    def _wanted(self, wanted: Sequence[int], spacing: Spacing, above: int | None) -> set[int]:
        """Return nodes with up to ``above`` ancestors; in a tree that is too deep, the nearest."""
        roots = self._children[None]
        shown = set(roots[:1])
        rows = int(spacing.room.height // (spacing.box.height + TREE_DOWN))
        for node in wanted:
            path = list(self._path(node))
            if above is None and len(path) <= rows:
                shown.update(path)
            else:
                shown.update((*path[: above or _ABOVE], *path[-2:]))
        return shown

    def _path(self, node: int) -> Iterator[int]:
        one: int | None = node
        seen: set[int] = set()
        while one is not None and one not in seen:
            seen.add(one)
            yield one
            one = self._parents[one]

    def _by_levels(self, shown: set[int]) -> Iterator[set[int]]:
        """Yield further nodes to show: small branches, then level by level from the roots."""
        seen = set(shown)
        waiting = [*self._children[None]]
        for one in waiting:
            waiting += self._children[one]
        for one in waiting:
            if one in seen:
                continue
            branch = {one, *self._children[one]}
            if len(branch) <= _FEW and not any(self._children[each] for each in branch - {one}):
                seen |= branch
                yield branch
            else:
                seen.add(one)
                yield {one}

    def _fits(self, elements: Elements, places: dict[int, Point], spacing: Spacing) -> bool:
        for element in elements:
            size = spacing.stub if len(element) > 1 else spacing.box
            at = places[element[0]]
            if at.x + size.width > spacing.room.width or at.y + size.height > spacing.room.height:
                return False
        return True

    def _laid(
        self, shown: set[int], spacing: Spacing, sizes: Mapping[int, Size] = _ALIKE
    ) -> tuple[Elements, dict[int, Point]]:
        """Place every element in its row, from left to right without overlap.

        Nodes without a size get the largest width, so that they move less when others are shown.
        """
        members, row_of = self._joined(shown)
        widths = {
            first: (spacing.stub if len(found) > 1 else sizes.get(first, spacing.box)).width
            for first, found in members.items()
        }
        centres = self._above_children if self._has_lists else self._side_by_side
        lefts = {
            first: centre - widths[first] / 2
            for first, centre in centres(members, row_of, widths, spacing.box.width / 2)
        }
        least = min(lefts.values(), default=0.0)
        down = spacing.box.height + TREE_DOWN
        places = {one: Point(x - least, row_of[one] * down) for one, x in lefts.items()}
        return [tuple(found) for found in members.values()], places

    def _side_by_side(
        self, members: Members, row_of: Rows, widths: Mapping[int, float], most: float
    ) -> Iterator[tuple[int, float]]:
        """Yield the centre of each element, by its first node.

        Each is at least a gap and ``most``, half a node, away from the last one.
        """
        rights: dict[int, float] = {}
        centre = -inf
        for first in sorted(members, key=self._columns.__getitem__):
            half = widths[first] / 2
            clear = rights.get(row_of[first], -_BESIDE) + _BESIDE + half
            centre = max(centre + most + TREE_ACROSS_SMALL, clear)
            rights[row_of[first]] = centre + half
            yield first, centre

    def _above_children(
        self, members: Members, row_of: Rows, widths: Mapping[int, float], most: float
    ) -> Iterator[tuple[int, float]]:
        """Yield the centre of each element, by its first node; parents are above their children."""
        element_of = {node: first for first, found in members.items() for node in found}
        below: defaultdict[int | None, list[int]] = defaultdict(list)
        for first in members:
            parent = self._parents[first]
            below[element_of[parent] if parent is not None else None].append(first)
        centres: dict[int, float] = {}
        rights: dict[int, float] = {}
        leaf = -inf
        waiting = [(one, False) for one in reversed(below[None])]
        while waiting:
            first, is_due = waiting.pop()
            found, half = below.get(first, []), widths[first] / 2
            if found and not is_due:
                waiting += [(first, True), *((one, False) for one in reversed(found))]
                continue
            clear = rights.get(row_of[first], -_BESIDE) + _BESIDE + half
            if found:
                centre = max((centres[found[0]] + centres[found[-1]]) / 2, clear)
            else:
                centre = leaf = max(leaf + min(half, most) + TREE_ACROSS_SMALL, clear)
            centres[first] = centre
            rights[row_of[first]] = centre + half
            yield first, centre

    def _joined(self, shown: set[int]) -> tuple[Members, Rows]:
        """Return the nodes of each element, and its row, by its topmost node."""
        members: dict[int, list[int]] = {}
        top_of: dict[int, int] = {}
        row_of: dict[int, int] = {}
        waiting = [(one, 0) for one in reversed(self._children[None])]
        beside: dict[int, int] = {}
        while waiting:
            node, row = waiting.pop()
            parent = self._parents[node]
            is_folded = node not in shown and parent is not None
            if is_folded and parent is not None and parent not in shown:
                top = top_of[parent]
                members[top].append(node)
            elif is_folded and parent in beside:
                top = beside[parent]
                members[top].append(node)
            else:
                top = node
                members[top] = [node]
                row_of[top] = row
            if self._has_lists and parent is not None and parent in shown:
                # Neighbouring folded children are one element.
                if node in shown:
                    beside.pop(parent, None)
                else:
                    beside[parent] = top
            top_of[node] = top
            waiting += [(child, row_of[top] + 1) for child in reversed(self._children[node])]
        return members, row_of
