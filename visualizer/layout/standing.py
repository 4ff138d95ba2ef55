"""Where the cards of a step stand and which ways lead from them, looked up anew only if need be.

Most cards of a step are those of the step before, at the same places: what was found for them holds
until a place or a way ends, or the plan is changed. Only what a step touches is looked at.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from visualizer.layout.arrows import ArrowMaker, turned
from visualizer.layout.boxes import BoxMaker
from visualizer.layout.drawn import Drawn
from visualizer.layout.grid import Grid
from visualizer.layout.marks import Marks
from visualizer.layout.picture import Arrow, ArrowKind, Box, Card, Key, Part, Slot, object_key
from visualizer.layout.plan import Plan
from visualizer.layout.regions import Reach, furthest, reach_of
from visualizer.layout.route import Route
from visualizer.layout.sight import Call
from visualizer.layout.spots import Spot
from visualizer.model import HeapObject

type Former = tuple[Key, Slot, Route]
"""Where a slot led to one step ago."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """A card's place and ways, which hold from ``first`` up to before ``last``."""

    card: Card
    spot: Spot
    ways: tuple[tuple[Part, Route], ...]
    goals: tuple[Key, ...]
    first: float
    last: float

    @property
    def end(self) -> float:
        """Up to before which step it holds for all that is known now."""
        return _end(self.spot, self.ways)


_FIRST, _LAST = attrgetter("first"), attrgetter("last")


@dataclass(frozen=True, slots=True)
class _KeptBox:
    """A box without marks, and all that it was made of."""

    card: Card
    thing: HeapObject
    spot: Spot
    lowest: float
    cursors: tuple[int, ...]
    values: tuple[tuple[int, HeapObject], ...]
    box: Box


class Standing:
    """What is known from earlier steps of one recording, and the picture that was last made."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._version = -1
        self._routes = plan.routes
        self._stands: dict[Key, _Stand] = {}
        self._here: dict[Key, _Stand] = {}
        self._from = self._until = 0.0
        """The steps in which all that is here stands as it does."""
        self._entered: defaultdict[Key, dict[Key, float]] = defaultdict(dict)
        """By the card that arrows lead to and the one they come from: how low they enter."""
        self._kept: dict[Key, _KeptBox] = {}
        self._arrows: dict[tuple[Key, Part], tuple[Box, Box, Route, Arrow]] = {}
        self._made_for: tuple[Grid, int] | None = None
        self._boxes: dict[Key, Box] = {}
        self._ways: dict[Key, tuple[Arrow, ...]] = {}
        self._reaches: dict[Key, Reach] = {}
        self._furthest: Reach | None = None
        self._moved: set[Key] = set()
        self._touched: set[Key] = set()
        self._marked: set[Key] = set()
        self._positions: Mapping[int, tuple[int, ...]] = {}

    def look_up(self, drawn: Drawn, time: int) -> None:
        """Find the places of all cards and the ways of all references of a step."""
        plan, stands, cards = self._plan, self._stands, drawn.cards
        others: Collection[Key] = cards
        if self._version == plan.version and self._from <= time < self._until:
            others = drawn.fresh
        while True:
            if self._version != plan.version:
                self._version, others = plan.version, cards
                self._drop_changed()
            stale = set(self._stale(others, cards, time))
            # In the order of the cards: that is how they are placed.
            wanted = [key for key in cards if key in stale] if len(stale) > 1 else stale
            spots = {key: plan.spot(key, cards[key], time) for key in wanted}
            for key, spot in spots.items():
                stands[key] = self._stand(key, cards[key], spot, time)
            if plan.version == self._version:
                break
        self._enter(drawn, others)

    def _stale(self, keys: Iterable[Key], cards: Mapping[Key, Card], time: int) -> Iterator[Key]:
        """Those for which what was found does not hold at a time."""
        known = self._stands.get
        for key in keys:
            stand = known(key)
            if (
                stand is None
                or stand.card is not cards[key]
                or not stand.first <= time < stand.last
            ):
                yield key

    def spot(self, key: Key) -> Spot | None:
        """The place of a card that is in the picture."""
        stand = self._here.get(key)
        return stand.spot if stand is not None else None

    def boxes(
        self, maker: BoxMaker, drawn: Drawn, formers: Sequence[Former], time: int
    ) -> dict[Key, Box]:
        """The boxes of a step; those that nothing happened to are the same as before."""
        self._begin(maker)
        suspects = self._suspects(maker.marks, drawn, formers)
        lowest: dict[Spot, float] = {}
        for _, _, route in formers:
            if route.head is not None:
                lowest[route.target] = max(route.head, lowest.get(route.target, -math.inf))
        before, made = self._boxes, dict[Key, Box]()
        new = drawn.cards.keys() - before.keys()
        # There may be very many cards: what asks for each of them costs more than what is few.
        for key in [key for key in suspects | new if key in drawn.cards]:
            if key in drawn.calls:
                made[key] = self._frame(key, maker, drawn.calls[key], time)
            else:
                made[key] = self._box(key, maker, lowest, time)
        self._moved |= {key for key in suspects if made.get(key) is not before.get(key)}
        self._moved |= made.keys() - before.keys()
        every = {**before, **made}
        self._boxes = boxes = dict(
            zip(drawn.cards, map(every.__getitem__, drawn.cards), strict=True)
        )
        return boxes.copy()

    def arrows(self, maker: ArrowMaker, drawn: Drawn) -> list[Arrow]:
        """The arrows of a step, those that nothing happened to as before."""
        holders = (self._entered.get(key, ()) for key in self._moved)
        suspects = self._moved.union(*holders, drawn.calls)
        for key in suspects:
            if key not in self._here:
                self._ways.pop(key, None)
                self._note_reach(key, None)
                continue
            ways = self._here[key].ways
            arrows = tuple(self._arrow(maker, key, part, route) for part, route in ways)
            self._ways[key] = arrows
            self._note_reach(key, reach_of(self._boxes[key], arrows, maker.grid))
        self._moved = set()
        return list(chain.from_iterable(map(self._ways.__getitem__, drawn.cards)))

    @property
    def reach(self) -> Reach:
        """How far all cards reach with their arrows."""
        if self._furthest is None:
            self._furthest = furthest(self._reaches.values())
        return self._furthest

    def _note_reach(self, key: Key, reach: Reach | None) -> None:
        """How far a card reaches now; None if it is gone."""
        before, whole = self._reaches.pop(key, None), self._furthest
        if reach is not None:
            self._reaches[key] = reach
        if whole is None or before == reach:
            return
        if before is not None and any(
            was == most and (reach is None or reach[edge] != was)
            for edge, (was, most) in enumerate(zip(before, whole, strict=True))
        ):
            # It was the one that reached so far.
            self._furthest = None
        elif reach is not None:
            self._furthest = furthest((whole, reach))

    def _drop_changed(self) -> None:
        """Forget the places and ways whose end is another than was known, or all if all are new."""
        routes, stands = self._plan.routes, self._stands
        if self._routes is not routes:
            self._routes = routes
            stands.clear()
        for key in [key for key, stand in stands.items() if stand.last != stand.end]:
            del stands[key]

    def _enter(self, drawn: Drawn, others: Collection[Key]) -> None:
        """Note what is in the picture now, and from where arrows enter what.

        Only the ``others`` may not stand as they did.
        """
        here, stands, cards = self._here, self._stands, drawn.cards
        moved = {key for key in others if here.get(key) is not stands[key]}
        moved |= here.keys() - cards.keys()
        for key in moved:
            before = here.pop(key, None)
            for goal in before.goals if before is not None else ():
                self._entered[goal].pop(key, None)
                self._touched.add(goal)
        for key in moved & cards.keys():
            stand = here[key] = stands[key]
            for goal, (_, route) in zip(stand.goals, stand.ways, strict=True):
                entered = self._entered[goal]
                # What is drawn in a card has its own place in it: the card is as it is.
                low = -math.inf if route.head is None or route.target.within else route.head
                entered[key] = max(low, entered.get(key, -math.inf))
                self._touched.add(goal)
        self._moved |= moved
        if others is cards:
            self._from, self._until = -math.inf, math.inf
        # Calls are looked at in each step.
        steady = [here[key] for key in others if key not in drawn.calls]
        self._from = max(self._from, max(map(_FIRST, steady), default=-math.inf))
        self._until = min(self._until, min(map(_LAST, steady), default=math.inf))

    def _suspects(self, marks: Marks, drawn: Drawn, formers: Iterable[Former]) -> set[Key]:
        """The cards whose boxes may not be as they were."""
        marked = {*marks.cards, *marks.slots, *map(object_key, marks.counts)}
        marked |= {_goal(route) for _, _, route in formers}
        for key in list(marked):
            if key.kind == "object":
                marked.update(map(object_key, drawn.shown_in.get(int(key.name), ())))
        old, new = self._positions, drawn.positions
        walked = {serial for serial in {*old, *new} if old.get(serial) != new.get(serial)}
        suspects = {*map(object_key, walked), *map(object_key, drawn.touched), *drawn.calls}
        suspects |= marked | self._marked | self._moved | self._touched
        self._marked, self._positions, self._touched = marked, new, set()
        return suspects

    def _frame(self, key: Key, maker: BoxMaker, call: Call, time: int) -> Box:
        stand, before = self._here[key], self._boxes.get(key)
        rect = maker.rect(stand.spot, stand.card, -math.inf)
        box = maker.frame(call, stand.card, rect, time)
        return before if before is not None and before == box else box

    def _box(self, key: Key, maker: BoxMaker, formers: Mapping[Spot, float], time: int) -> Box:
        stand = self._here[key]
        at_left = turned(key, stand.ways, maker.marks, time)
        card, spot, marks = stand.card, stand.spot, maker.marks
        lowest = max(self._entered[key].values(), default=-math.inf)
        lowest = max(lowest, formers.get(spot, -math.inf))
        thing = maker.heap[int(key.name)]
        cursors = maker.iterators.get(thing.serial, ())
        plain = not (key in marks.cards or key in marks.slots or thing.serial in marks.counts)
        kept = self._kept.get(key) if plain else None
        if (
            kept is not None
            and kept.card is card
            and kept.thing is thing
            and kept.spot is spot
            and kept.lowest == lowest
            and kept.box.turned == at_left
            and kept.cursors == cursors
            and _same_values(kept, maker)
        ):
            return kept.box
        box = maker.object(thing, card, maker.rect(spot, card, lowest), at_left)
        values = tuple(_values(card, maker))
        if plain and not any(_is_marked(serial, maker) for serial, _ in values):
            self._kept[key] = _KeptBox(card, thing, spot, lowest, cursors, values, box)
        return box

    def _arrow(self, maker: ArrowMaker, key: Key, part: Part, route: Route) -> Arrow:
        """The arrow of a reference; the same as before if nothing happened to it."""
        goal = maker.boxes[_goal(route)]
        holder = maker.boxes[key]
        kept = self._arrows.get((key, part))
        if (
            kept is not None
            and kept[0] is holder
            and kept[1] is goal
            and kept[2] is route
            and kept[3].chip == route.is_chip(maker.time)
        ):
            return kept[3]
        arrow = maker.arrow(key, part, route)
        if arrow.kind in (ArrowKind.PLAIN, ArrowKind.WEAK) and (arrow.full or not arrow.chip):
            self._arrows[key, part] = holder, goal, route, arrow
        else:
            self._arrows.pop((key, part), None)
        return arrow

    def _stand(self, key: Key, card: Card, spot: Spot, time: int) -> _Stand:
        ways = tuple(
            (part, self._plan.route(key, part, time)) for part in card.parts if part.points
        )
        first = max([spot.start, *(way.start for _, way in ways)])
        goals = tuple(_goal(way) for _, way in ways)
        return _Stand(card, spot, ways, goals, first, _end(spot, ways))

    def _begin(self, maker: BoxMaker) -> None:
        made_for = maker.grid, maker.level
        if self._made_for is None or self._made_for[0] is not made_for[0]:
            self._kept.clear()
            self._arrows.clear()
            self._boxes = {}
        elif self._made_for[1] != made_for[1]:
            self._kept.clear()
            self._boxes = {}
        self._made_for = made_for


def _end(spot: Spot, ways: Iterable[tuple[Part, Route]]) -> float:
    return min([spot.end, *(way.end for _, way in ways)])


def _goal(route: Route) -> Key:
    """The card that an arrow leads to, also where its target is drawn inside that."""
    spot = route.target
    return spot.key if spot.within is None else spot.within.key


def _same_values(kept: _KeptBox, maker: BoxMaker) -> bool:
    """Whether nothing happened to what is drawn inside the card."""
    heap = maker.heap
    return all(
        heap.get(serial) is value and not _is_marked(serial, maker) for serial, value in kept.values
    )


def _is_marked(serial: int, maker: BoxMaker) -> bool:
    marks, key = maker.marks, object_key(serial)
    return serial in marks.counts or key in marks.cards or key in marks.slots


def _values(card: Card, maker: BoxMaker) -> Iterator[tuple[int, HeapObject]]:
    """The objects that are drawn inside a card, with their badges."""
    for part in card.parts:
        if part.target is not None and not part.points:
            yield part.target, maker.heap[part.target]
