"""Where each card stands: decided once for each stay in the picture, and kept."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from visualizer.layout.columns import assign_columns
from visualizer.layout.foresight import Extent, Foresight, Reference, Stay
from visualizer.layout.occupancy import Block, Occupancy
from visualizer.layout.picture import Card, Key
from visualizer.layout.sizes import (
    CARD_GAP,
    HEAD_PITCH,
    MOST_HEADS,
    ROW,
    UNDER_MODULE,
)

HIGHEST_HOME = 40
"""The arrow that a card is placed by enters at its middle, or so far below its top."""

_BROTHERS_LOOKED_AT = 64
_LONGEST_SPINE = 400


@dataclass(slots=True, eq=False)
class Spot:
    """The place of one card for one stay: ``height`` is what is kept free for it."""

    key: Key
    stay: Stay
    start: float
    column: int
    y: float
    height: float
    home: float
    cut_short: float = math.inf

    @property
    def end(self) -> float:
        """The first step in which it is not there any more."""
        return min(self.stay.end, self.cut_short)


@dataclass(frozen=True, slots=True)
class _Home:
    """The reference that an object is placed by: the spot or stay it comes from, and its port."""

    parent: Stay
    port: float
    held: float


type _Floor = Mapping[int, float]
"""For columns: the height below which a subtree has to stay."""


class Places:
    """All spots. ``extend`` places what the foresight has learnt since."""

    def __init__(self, foresight: Foresight) -> None:
        self.columns: dict[int, int] = {}
        self.occupancy: dict[int, Occupancy] = defaultdict(Occupancy)
        self._foresight = foresight
        self._growing = not foresight.closed
        self._spots: dict[Key, list[Spot]] = defaultdict(list)
        self._of_stay: dict[Stay, Spot] = {}
        self._program: Key | None = None
        self._done = 0
        self._references_done = 0
        self._into: dict[int, list[Reference]] = defaultdict(list)

    def extend(self) -> None:
        """Place every stay that is not placed yet; those placed stay where they are."""
        foresight = self._foresight
        for occupancy in self.occupancy.values():
            occupancy.settle(foresight.horizon - 1 if foresight.observing else -math.inf)
        references = foresight.references[self._references_done :]
        self._references_done = len(foresight.references)
        for reference in references:
            self._into[reference.target].append(reference)
        stays = foresight.ordered_stays[self._done :]
        self._done = len(foresight.ordered_stays)
        for stay in stays:
            if stay.key.kind != "object":
                self._place_frame(stay)
        found = [stay for stay in stays if stay.key.kind == "object" and not self._owned(stay)]
        self._find_columns(found, references)
        self._place_objects(found)

    def spot(self, key: Key, time: float) -> Spot | None:
        """Where ``key`` stands at ``time``; None where it has no place then."""
        for spot in reversed(self._spots.get(key, ())):
            if spot.start <= time < spot.end:
                return spot
        return None

    def spots(self, key: Key) -> Iterable[Spot]:
        """Everywhere that ``key`` ever stands."""
        return self._spots.get(key, ())

    def last_spot(self, key: Key, time: float) -> Spot | None:
        """Where ``key`` stands at ``time`` or stood in the step before."""
        return self.spot(key, time) or self.spot(key, time - 1)

    def place_now(self, key: Key, card: Card, time: int) -> Spot:
        """A place from ``time`` on for a card that was not foreseen."""
        self._foresight.extents.setdefault(key, Extent()).include(card)
        stay = self._foresight.stay(key, time) or Stay(key, time)
        if key.kind == "object":
            self.columns.setdefault(int(key.name), 1)
        if stay not in self._of_stay and stay.start == time:
            if key.kind == "object":
                self._place_objects([stay])
            else:
                self._place_frame(stay)
            return self._of_stay[stay]
        spot = self._new_spot(stay, time)
        spot.y = self.occupancy[spot.column].free(0, spot.height, spot)
        self._settle(spot)
        return spot

    def outgrown(self, spot: Spot, height: float, time: int) -> Spot:
        """A place from ``time`` on for a card that has become higher than was kept for it."""
        spot.cut_short = time
        moved = self._new_spot(spot.stay, time)
        moved.height = height + 2 * ROW
        moved.y = self.occupancy[moved.column].free(spot.y, moved.height, moved)
        self._settle(moved)
        return moved

    def all_spots(self) -> Iterable[Spot]:
        """Every spot ever decided."""
        return (spot for spots in self._spots.values() for spot in spots)

    def _owned(self, stay: Stay) -> bool:
        """Whether it is drawn inside its owner for all that is known."""
        serial = int(stay.key.name)
        return self._foresight.in_place(serial, self._foresight.horizon)

    def _find_columns(self, stays: list[Stay], references: list[Reference]) -> None:
        foresight = self._foresight

        def life(serial: int) -> float:
            spans = foresight.stays.get(Key("object", serial), ())
            return sum(min(s.end, foresight.horizon + 1) - s.start for s in spans)

        serials = [int(stay.key.name) for stay in stays]
        self.columns.update(
            assign_columns(serials, references, life, foresight.horizon, self.columns)
        )

    def _place_frame(self, stay: Stay) -> None:
        spot = self._new_spot(stay, stay.start)
        caller = self._foresight.callers.get(stay.key) or self._program
        if stay.key.kind == "globals" and self._program is None:
            self._program = caller = stay.key
        below = self.spot(caller, stay.start) if caller is not None else None
        if below is not None:
            module = below.key.kind == "globals"
            spot.y = below.y + below.height + (UNDER_MODULE if module else CARD_GAP)
        spot.y = self.occupancy[0].free(spot.y, spot.height, spot)
        self._settle(spot)

    def _place_objects(self, stays: list[Stay]) -> None:
        children: dict[Stay, list[tuple[float, Stay]]] = defaultdict(list)
        roots: list[tuple[float, float, float, Stay]] = []
        waiting = dict.fromkeys(stays)
        for stay in stays:
            home = self._home(stay)
            if home is not None:
                children[home.parent].append((home.port, stay))
                if home.parent in self._of_stay:
                    order = self._of_stay[home.parent]
                    roots.append((order.column, order.start, order.y, home.parent))
        for found in children.values():
            found.sort(key=lambda child: (child[0], child[1].start))
        for *_, parent in sorted(roots, key=lambda root: root[:3]):
            for_parent = [c for c in children.pop(parent, ()) if c[1] in waiting]
            self._place_children(self._of_stay[parent], for_parent, children, waiting, {})
        for stay in stays:
            if stay in waiting:
                self._place_tree(stay, 0, {}, children, waiting)

    def _place_children(
        self,
        spot: Spot,
        found: list[tuple[float, Stay]],
        children: dict[Stay, list[tuple[float, Stay]]],
        waiting: dict[Stay, None],
        floor: _Floor,
    ) -> dict[int, float]:
        """Place the subtrees that hang on one card, brothers apart; returns their lower edges."""
        brothers: list[tuple[Stay, dict[int, float]]] = []
        whole: dict[int, float] = {}
        for port, stay in found:
            if stay not in waiting:
                continue
            below = dict(floor)
            for brother, bottoms in brothers[-_BROTHERS_LOOKED_AT:]:
                if brother.start < stay.end and stay.start < brother.end:
                    _lower(below, bottoms)
            wish = spot.y + port - self._home_height(stay.key)
            bottoms = self._place_tree(stay, wish, below, children, waiting)
            brothers.append((stay, bottoms))
            _lower(whole, bottoms)
        return whole

    def _place_tree(
        self,
        stay: Stay,
        wish: float,
        floor: _Floor,
        children: dict[Stay, list[tuple[float, Stay]]],
        waiting: dict[Stay, None],
    ) -> dict[int, float]:
        """Place a card and all that hangs on it; returns the lower edge for each column."""
        former = self._former(stay)
        if former is not None:
            wish, floor = former, {}
        spine = self._fit_spine(self._spine(stay, children, waiting), wish, floor)
        bottoms: dict[int, float] = {}
        for spot in spine:
            waiting.pop(spot.stay, None)
            self._settle(spot)
        for spot in reversed(spine):
            found = [c for c in children.get(spot.stay, ()) if c[1] in waiting]
            below = dict(floor)
            _lower(below, bottoms)
            _lower(bottoms, self._place_children(spot, found, children, waiting, below))
            _lower(bottoms, {spot.column: spot.y + spot.height})
        return bottoms

    def _spine(
        self,
        stay: Stay,
        children: dict[Stay, list[tuple[float, Stay]]],
        waiting: dict[Stay, None],
    ) -> list[tuple[Spot, float]]:
        """A card, its first child, that one's first child, …, with heights below the first."""
        found = [(self._new_spot(stay, stay.start), 0.0)]
        while len(found) < _LONGEST_SPINE:
            spot, offset = found[-1]
            ahead = (c for c in children.get(spot.stay, ()) if c[1] in waiting)
            port, child = next(ahead, (0.0, None))
            below = self._new_spot(child, child.start) if child is not None else None
            # One card a column: else the members of a spine could stand on each other.
            if child is None or below is None or below.column != spot.column + 1:
                break
            found.append((below, offset + port - self._home_height(child.key)))
        return found

    def _fit_spine(self, spine: list[tuple[Spot, float]], wish: float, floor: _Floor) -> list[Spot]:
        """The first height at or below ``wish`` at which every card of the spine stands free."""
        y, fits = wish, False
        while not fits:
            fits = True
            for spot, offset in spine:
                lowest = max(y + offset, floor.get(spot.column, -math.inf) + CARD_GAP)
                free = self.occupancy[spot.column].free(lowest, spot.height, spot)
                if free > y + offset:
                    y, fits = free - offset, False
        for spot, offset in spine:
            spot.y = y + offset
        return [spot for spot, _ in spine]

    def _former(self, stay: Stay) -> float | None:
        """The place that an object had when it was last in the picture, if that is free."""
        earlier = [spot for spot in self._spots.get(stay.key, ()) if spot.stay is not stay]
        if not earlier:
            return None
        spot = self._new_spot(stay, stay.start)
        spot.y = earlier[-1].y
        free = self.occupancy[spot.column].free(spot.y, spot.height, spot)
        return spot.y if free == spot.y else None

    def _home(self, stay: Stay) -> _Home | None:
        """Where the reference comes from that is held longest, out of the column before if any."""
        column = self.columns[int(stay.key.name)]
        best: tuple[bool, float, float] | None = None
        home = None
        for reference in self._into[int(stay.key.name)]:
            start, end = max(reference.start, stay.start), min(reference.end, stay.end)
            parent = self._foresight.stay(reference.holder, reference.start)
            if start >= end or parent is None or parent is stay:
                continue
            holder = reference.holder
            before = self.columns.get(int(holder.name), 0) if holder.kind == "object" else 0
            held = min(end, self._foresight.horizon + 1) - start
            rank = (before == column - 1, held, -reference.port)
            if best is None or rank > best:
                best, home = rank, _Home(parent, reference.port, held)
        return home

    def _new_spot(self, stay: Stay, start: float) -> Spot:
        column = self.columns[int(stay.key.name)] if stay.key.kind == "object" else 0
        height = self._kept_height(stay.key)
        return Spot(stay.key, stay, start, column, 0, height, self._home_height(stay.key))

    def _settle(self, spot: Spot) -> None:
        self._spots[spot.key].append(spot)
        self._of_stay[spot.stay] = spot
        self.occupancy[spot.column].add(Block(spot.y, spot.y + spot.height, spot))

    def _kept_height(self, key: Key) -> float:
        extent = self._foresight.extents[key]
        height = extent.height
        if key.kind == "object":
            # Two more: a head is kept for a moment after its arrow has gone.
            heads = min(self._foresight.heads(int(key.name)) + 2, MOST_HEADS)
            height = max(height, heads * HEAD_PITCH + 16)
        if self._growing and not extent.aside:
            height += 2 * ROW
        return height

    def _home_height(self, key: Key) -> float:
        extent = self._foresight.extents.get(key)
        return min(extent.least / 2, HIGHEST_HOME) if extent else 0


def _lower(bottoms: dict[int, float], others: _Floor) -> None:
    for column, bottom in others.items():
        bottoms[column] = max(bottoms.get(column, -math.inf), bottom)
