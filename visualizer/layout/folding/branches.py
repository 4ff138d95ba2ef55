"""A tree with folded branches; each branch is one element, so the result is a tree again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from visualizer.layout.analysis.facts import Facts
from visualizer.layout.folding.spacing import TREE_DOWN, Spacing
from visualizer.layout.picture import Point

_ABOVE = 5
"""The number of shown ancestors of a wanted node in a tree that is too deep."""
_FEW = 2
"""Branches of this size are not folded: a stub would need more room."""
_BESIDE = 4.0
_MAX_FAILED = 8
"""The maximum number of failed attempts to show more."""

type Elements = list[tuple[int, ...]]
"""Single nodes, and the nodes of each stub."""


class Branches:
    """The nodes of a tree that are alive in some steps."""

    def __init__(self, alive: Iterable[int], facts: Facts) -> None:
        self._facts = facts
        self._alive = sorted(alive, key=lambda one: facts.nodes[one].column)
        self._known = set(self._alive)
        self._children: defaultdict[int | None, list[int]] = defaultdict(list)
        for one in self._alive:
            self._children[self._parent(one)].append(one)

    def __contains__(self, serial: int) -> bool:
        return serial in self._known

    def _parent(self, node: int) -> int | None:
        """Return its nearest living ancestor."""
        seen = set()
        above = self._facts.parents.get(node)
        while above is not None and above not in self._known and above not in seen:
            seen.add(above)
            above = self._facts.parents.get(above)
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
            one = self._parent(one)

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

    def _laid(self, shown: set[int], spacing: Spacing) -> tuple[Elements, dict[int, Point]]:
        """Place every element in its row, from left to right without overlap."""
        members, row_of = self._joined(shown)
        elements = [tuple(found) for found in members.values()]
        step = spacing.box.width / 2 + 2
        places: dict[int, Point] = {}
        rights: dict[int, float] = {}
        centre = 0.0
        for element in sorted(elements, key=self._column):
            first = element[0]
            size = spacing.stub if len(element) > 1 else spacing.box
            row = row_of[first]
            clear = rights.get(row, -_BESIDE) + _BESIDE
            centre = max(centre + step if places else size.width / 2, clear + size.width / 2)
            places[first] = Point(centre - size.width / 2, row * (spacing.box.height + TREE_DOWN))
            rights[row] = centre + size.width / 2
        left = min((at.x for at in places.values()), default=0.0)
        return elements, {one: at.moved(-left, 0) for one, at in places.items()}

    def _column(self, element: tuple[int, ...]) -> int:
        return self._facts.nodes[element[0]].column

    def _joined(self, shown: set[int]) -> tuple[dict[int, list[int]], dict[int, int]]:
        """Return the nodes of each element, and its row, by its topmost node."""
        members: dict[int, list[int]] = {}
        top_of: dict[int, int] = {}
        row_of: dict[int, int] = {}
        waiting = [(one, 0) for one in reversed(self._children[None])]
        while waiting:
            node, row = waiting.pop()
            parent = self._parent(node)
            joins = node not in shown and parent is not None and parent not in shown
            if joins and parent is not None:
                top = top_of[parent]
                members[top].append(node)
            else:
                top = node
                members[top] = [node]
                row_of[top] = row
            top_of[node] = top
            waiting += [(child, row_of[top] + 1) for child in reversed(self._children[node])]
        return members, row_of
