"""Places what hangs on each other: a child level with its slot, brothers below, chains in a row.

Every object hangs on the one that it is placed by, so that the objects of a step form a forest.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from visualizer.layout.occupancy import Occupancy, together
from visualizer.layout.sizes import CARD_GAP, HEAD_PITCH, UNDER_LOWEST_HEAD
from visualizer.layout.spans import Stay
from visualizer.layout.spots import Spot

_BROTHERS_LOOKED_AT = 64
_LONGEST_SPINE = 400

type Floor = Mapping[int, float]
"""For columns: the height below which a subtree has to stay."""


class Child(NamedTuple):
    """An object that hangs on another, and the height of the port that it hangs on."""

    port: float
    stay: Stay


class Ground(Protocol):
    """Where places are decided on."""

    occupancy: dict[int, Occupancy]

    def new_spot(self, stay: Stay, start: float) -> Spot:
        """A place that is still to be decided on."""
        ...

    def settle(self, spot: Spot) -> None:
        """Decide on a place."""
        ...

    def former_height(self, stay: Stay) -> float | None:
        """Where an object stood when it was last in the picture, if that is free."""
        ...

    def same_kind(self, one: Stay, other: Stay) -> bool:
        """Whether two cards are of objects of one class."""
        ...

    def is_pill(self, stay: Stay) -> bool:
        """Whether a card is that of a plain value."""
        ...


class Forest:
    """The objects that are to be placed now, and what each hangs on.

    A subtree stays below its brothers unless there is free room so ``far`` higher up.
    """

    def __init__(self, ground: Ground, waiting: Iterable[Stay], far: float) -> None:
        self._ground = ground
        self._far = far
        self._waiting = dict.fromkeys(waiting)
        self._children: dict[Stay, list[Child]] = defaultdict(list)

    def hang(self, parent: Stay, child: Child) -> None:
        """Let an object be placed by a reference from another."""
        self._children[parent].append(child)

    def is_waiting(self, stay: Stay) -> bool:
        """Whether it has no place yet."""
        return stay in self._waiting

    def place_children(self, spot: Spot, floor: Floor) -> dict[int, float]:
        """Place all that hangs on one card, brothers apart; returns their lower edges."""
        brothers: list[tuple[Child, dict[int, float]]] = []
        whole: dict[int, float] = {}
        for child in self._children_of(spot.stay):
            if child.stay not in self._waiting:
                continue
            below = dict(floor)
            for brother, bottoms in brothers[-_BROTHERS_LOOKED_AT:]:
                # What one slot refers to in turn may stand in the same place in turn.
                if brother.port < child.port and together(brother.stay, child.stay):
                    lower(below, bottoms)
            home = self._ground.new_spot(child.stay, child.stay.start).home
            bottoms = self.place_tree(child, spot.y + child.port - home, below)
            brothers.append((child, bottoms))
            lower(whole, bottoms)
        return whole

    def place_tree(self, root: Child, wish: float, floor: Floor) -> dict[int, float]:
        """Place a card and all that hangs on it; returns the lower edge for each column."""
        former = self._ground.former_height(root.stay)
        if former is not None:
            wish, floor = former, {}
        spine = self._spine(root.stay)
        self._fit(spine, wish, floor)
        bottoms: dict[int, float] = {}
        for spot, _ in spine:
            self._waiting.pop(spot.stay, None)
            self._ground.settle(spot)
        for spot, _ in reversed(spine):
            below = dict(floor)
            lower(below, bottoms)
            lower(bottoms, self.place_children(spot, below))
            lower(bottoms, {spot.column: spot.y + spot.height})
        return bottoms

    def _children_of(self, stay: Stay) -> list[Child]:
        found = self._children.get(stay, [])
        found.sort(key=lambda child: (child.port, child.stay.start))
        return found

    def _spine(self, stay: Stay) -> list[tuple[Spot, float]]:
        """The cards that are placed together, with their heights below the first.

        A card, the child that goes on from it, that one's, …: the first of the same class, else
        the first of all. Values held above that child's slot stand above it, out of the way.
        """
        spot, offset = self._ground.new_spot(stay, stay.start), 0.0
        found, seen = [(spot, offset)], {stay}
        while len(found) < _LONGEST_SPINE:
            ahead = [
                child
                for child in self._children_of(spot.stay)
                if child.stay in self._waiting and child.stay not in seen
            ]
            same = (c for c in ahead if self._ground.same_kind(spot.stay, c.stay))
            child = next(same, ahead[0] if ahead else None)
            below = self._beside(spot, child) if child is not None else None
            # One chain a column: else the members of a spine could stand on each other.
            if child is None or below is None:
                break
            top = offset + child.port - below.home
            above = self._above(spot, child, ahead, top)
            found += [*above, (below, top)]
            seen.update(member.stay for member, _ in found[-1 - len(above) :])
            spot, offset = below, top
        return found

    def _beside(self, spot: Spot, child: Child) -> Spot | None:
        """The place of a child in the next column; None if it stands in another."""
        below = self._ground.new_spot(child.stay, child.stay.start)
        if below.column != spot.column + 1:
            return None
        if self._ground.same_kind(spot.stay, child.stay):
            # Members of a chain stand level: the arrow enters at the height it leaves at.
            heads = below.heads
            below.home = min(child.port, below.height - UNDER_LOWEST_HEAD)
            if below.heads < heads:
                below.height += HEAD_PITCH
        return below

    def _above(
        self, spot: Spot, chosen: Child, ahead: list[Child], top: float
    ) -> list[tuple[Spot, float]]:
        """Plain values whose slots lie above that of the chosen child, stacked above it."""
        found = []
        higher = [c for c in ahead if c.port < chosen.port and self._ground.is_pill(c.stay)]
        for child in reversed(higher):
            pill = self._ground.new_spot(child.stay, child.stay.start)
            if pill.column == spot.column + 1:
                top -= CARD_GAP + pill.height
                found.append((pill, top))
        return found

    def _fit(self, spine: list[tuple[Spot, float]], wish: float, floor: Floor) -> None:
        """Move the spine down to the first height at or below ``wish`` at which it stands free.

        That is below its brothers, unless there is room far enough above.
        """
        y = self._first_free(spine, wish, {})
        ordered = self._first_free(spine, y, floor) if floor else y
        if ordered - y <= self._far:
            y = ordered
        for spot, offset in spine:
            spot.y = y + offset

    def _first_free(self, spine: list[tuple[Spot, float]], wish: float, floor: Floor) -> float:
        y, fits = wish, False
        while not fits:
            fits = True
            for spot, offset in spine:
                # Above the module's frame there is room for other things than cards.
                lowest = max(y + offset, floor.get(spot.column, -math.inf) + CARD_GAP, 0)
                free = self._ground.occupancy[spot.column].free(lowest, spot.height, spot)
                if free > y + offset:
                    y, fits = free - offset, False
        return y


def lower(bottoms: dict[int, float], others: Floor) -> None:
    """Move lower edges down to where others reach further."""
    for column, bottom in others.items():
        bottoms[column] = max(bottoms.get(column, -math.inf), bottom)
