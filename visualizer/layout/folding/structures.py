"""Chains and trees that are too large: chooses the shown nodes and their places.

Runs of nodes between them are folded to stubs. A choice holds for as many steps as possible, while
the focus of all of them fits; nodes keep their places meanwhile.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from visualizer.layout.analysis.facts import Facts, Structure, StructureKind
from visualizer.layout.analysis.focus import Events, Focus
from visualizer.layout.checkpoints import checkpoint, with_checkpoints
from visualizer.layout.folding.branches import Branches
from visualizer.layout.folding.spacing import Spacing, chain_places
from visualizer.layout.folding.windows import runs, slots_of, windows
from visualizer.layout.picture import Point

_MAX_TRIED = 300
"""The maximum number of a tree's nodes for which fitting is tried; above it, it is estimated."""
_LAST = 1 << 60
"""A step after all others."""


@dataclass(frozen=True, slots=True)
class Part:
    """The shown part of a structure for some steps.

    ``places`` are those of shown nodes and of stubs, the latter by their first node; ``stub_of``
    maps each folded node to the first node of its stub.
    """

    places: Mapping[int, Point]
    stub_of: Mapping[int, int]


def folded_structures(
    facts: Facts, focus: Focus, spacings: Mapping[int, Spacing]
) -> dict[int, "FoldedStructure"]:
    """Return the shown parts of structures.

    ``spacings`` has the size of each structure's nodes, and the room, which is too small for all.
    """
    large = {number: found for number, found in facts.members.items() if number in spacings}
    events = _events_of(focus, facts, large)
    return {
        number: FoldedStructure(
            facts,
            facts.structures[number],
            serials,
            spacings[number],
            events.get(number, []),
            matters=focus.core.has,
        )
        for number, serials in large.items()
    }


def _events_of(focus: Focus, facts: Facts, large: Mapping[int, Sequence[int]]) -> dict[int, Events]:
    """Return the wanted places of each structure at each step."""
    found: dict[int, Events] = {}
    wanted: defaultdict[int, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
    both = sorted((*focus.near.events, *focus.named.events), key=lambda event: event[0])
    for step, added, removed in with_checkpoints(both):
        touched = set()
        for serials, by in ((added, 1), (removed, -1)):
            for serial in serials:
                node = facts.nodes.get(serial)
                if node is not None and node.structure in large:
                    wanted[node.structure][serial] += by
                    touched.add(node.structure)
        for number in touched:
            now = frozenset(serial for serial, often in wanted[number].items() if often > 0)
            events = found.setdefault(number, [])
            if events and events[-1][0] == step:
                events.pop()
            events.append((step, now))
    return found


class FoldedStructure:
    """The shown parts of one structure; ``parts`` has them with their first steps.

    ``matters`` returns whether a node is in the core focus of a step.
    """

    def __init__(
        self,
        facts: Facts,
        structure: Structure,
        serials: Iterable[int],
        spacing: Spacing,
        events: Events,
        *,
        matters: Callable[[int, int], bool],
    ) -> None:
        self._facts, self._spacing = facts, spacing
        self._is_chain = is_chain = structure.kind is StructureKind.CHAIN
        # The nodes of a chain come in order; several of them may have one column.
        ordered = serials if is_chain else sorted(serials, key=lambda one: facts.nodes[one].column)
        self._order = list(ordered)
        self._place = {serial: place for place, serial in enumerate(self._order)}
        self._slots = spacing.slots(structure)
        self._all: Branches | None = None
        asked = [(step, frozenset(self._place[one] for one in found)) for step, found in events]
        wanted = dict(asked)

        def first(step: int) -> frozenset[int]:
            places = wanted[step]
            return frozenset(place for place in places if matters(self._order[place], step))

        taken = slots_of if self._is_chain else cache(self._branches_of)
        # In a tight room, the ends of a chain need no slots.
        slots = self._slots + 2 * (self._is_chain and spacing.is_tight)
        self._windows = windows(asked, slots, taken, first) or [(0, frozenset())]
        if not self._is_chain:
            number = facts.nodes[self._order[0]].structure
            starts = [step for step, _ in facts.shapes[number]][1:]
            self._windows = _split(self._windows, starts)
        self.parts = [(self._windows[nth][0], self._part(nth)) for nth in range(len(self._windows))]

    def at(self, step: int) -> Part:
        """Return the part at a step."""
        return self.parts[self._nth(step)][1]

    def with_node(self, serial: int, step: int) -> Part:
        """Return the part at a step with one more node."""
        return self._part(self._nth(step), frozenset((self._place[serial],)))

    def _nth(self, step: int) -> int:
        return max(0, bisect_right(self._windows, step, key=lambda one: one[0]) - 1)

    def _part(self, nth: int, more: frozenset[int] = frozenset()) -> Part:
        checkpoint()
        start, places = self._windows[nth]
        is_last = nth == len(self._windows) - 1
        end = _LAST if is_last else self._windows[nth + 1][0]
        decide = self._chain if self._is_chain else self._tree
        return decide(start, end, places | more)

    def _alive(self, start: int, end: int) -> list[int]:
        lives = self._facts.lives
        return [one for one in self._order if lives[one][0] < end and lives[one][1] > start]

    def _chain(self, start: int, end: int, wanted: frozenset[int]) -> Part:
        alive = self._alive(start, end)
        nth = {self._place[one]: number for number, one in enumerate(alive)}
        near = frozenset(nth[place] for place in wanted if place in nth)

        def shown(slots: int, with_ends: bool) -> tuple[list[tuple[int, ...]], dict[int, Point]]:
            found = runs(len(alive), slots, near, with_ends=with_ends) if alive else []
            elements = _chained(alive, found)
            return elements, chain_places(elements, self._spacing)

        for with_ends in (True, False)[: 1 + self._spacing.is_tight]:
            best = shown(self._slots, with_ends)
            if self._spacing.has_room(best[1].values()):
                break
            most = bisect_left(
                range(1, self._slots),
                True,
                key=lambda n: not self._spacing.has_room(shown(n, with_ends)[1].values()),
            )
            best = shown(max(most, 1), with_ends)
            if most:
                break
        return _part(*best)

    def _tree(self, start: int, end: int, wanted: frozenset[int]) -> Part:
        alive = self._alive(start, end)
        branches = Branches(alive, self._facts, start)
        near = [self._order[place] for place in sorted(wanted)]
        elements, places = branches.shown([one for one in near if one in branches], self._spacing)
        return _part(elements, places)

    def _branches_of(self, places: frozenset[int]) -> int:
        """Return the slots that nodes need with all their ancestors and a stub next to each."""
        if len(self._order) <= _MAX_TRIED:
            if self._all is None:
                self._all = Branches(self._order, self._facts, _LAST)
            nodes = [self._order[place] for place in places]
            return 0 if self._all.have_room(nodes, self._spacing) else self._slots + 1
        seen: set[int] = set()
        for place in places:
            node: int | None = self._order[place]
            while node is not None and node not in seen:
                seen.add(node)
                node = self._facts.parents.get(node)
        return 3 * len(seen) // 2


def _split(found: Events, steps: Iterable[int]) -> Events:
    """Return windows with additional starts at ``steps``, which keep the places in effect."""
    split = dict(found)
    starts = [step for step, _ in found]
    for step in steps:
        nth = max(0, bisect_right(starts, step) - 1)
        split.setdefault(step, found[nth][1])
    return sorted(split.items())


def _chained(alive: Sequence[int], shown: Sequence[range]) -> list[tuple[int, ...]]:
    """Return the shown nodes as single elements, and the nodes of each stub between them."""
    elements: list[tuple[int, ...]] = []
    before = 0
    for run in shown:
        if run.start > before:
            elements.append(tuple(alive[before : run.start]))
        elements += [(alive[number],) for number in run]
        before = run.stop
    if shown and before < len(alive):
        elements.append(tuple(alive[before:]))
    return elements


def _part(elements: Iterable[tuple[int, ...]], places: Mapping[int, Point]) -> Part:
    return Part(places, dict(_stubs(elements)))


def _stubs(elements: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    for element in elements:
        if len(element) > 1:
            yield from ((one, element[0]) for one in element)
