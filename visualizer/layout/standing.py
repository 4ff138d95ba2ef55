"""Where the cards of a step stand and which ways lead from them, looked up anew only if need be.

Most cards of a step are those of the step before, at the same places: what was found for them holds
until a place or a way ends, or the plan is changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from visualizer.layout.arrows import ArrowMaker
from visualizer.layout.boxes import BoxMaker
from visualizer.layout.drawn import Drawn
from visualizer.layout.grid import Grid
from visualizer.layout.picture import Arrow, ArrowKind, Box, Card, Key, Part, object_key
from visualizer.layout.plan import Plan
from visualizer.layout.routes import Route
from visualizer.layout.spots import Spot
from visualizer.model import HeapObject


@dataclass(frozen=True, slots=True)
class _Stand:
    """A card's place and ways, which hold from ``first`` up to before ``last``."""

    card: Card
    version: int
    spot: Spot
    ways: tuple[tuple[Part, Route], ...]
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class _KeptBox:
    """A box without marks, and all that it was made of."""

    card: Card
    thing: HeapObject
    spot: Spot
    heads: Sequence[float] | None
    values: tuple[tuple[int, HeapObject], ...]
    box: Box


class Standing:
    """What is known from earlier steps of one recording."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._stands: dict[Key, _Stand] = {}
        self._boxes: dict[Key, _KeptBox] = {}
        self._arrows: dict[tuple[Key, Part], tuple[Box, Box, Route, Arrow]] = {}
        self._made_for: tuple[Grid, int] | None = None

    def look_up(
        self, drawn: Drawn, time: int
    ) -> tuple[dict[Key, Spot], list[tuple[Key, Part, Route]]]:
        """The places of all cards and the ways of all references of a step."""
        plan = self._plan
        while True:
            version = plan.version
            spots = {key: self._spot(key, card, time) for key, card in drawn.cards.items()}
            for key, card in drawn.cards.items():
                if not self._holds(key, card, time):
                    self._stands[key] = self._stand(key, card, spots[key], time)
            if plan.version == version:
                break
        stands = self._stands
        ways = [(key, part, way) for key in drawn.cards for part, way in stands[key].ways]
        return spots, ways

    def boxes(
        self,
        maker: BoxMaker,
        drawn: Drawn,
        spots: Mapping[Key, Spot],
        heads: Mapping[Spot, list[float]],
        time: int,
    ) -> dict[Key, Box]:
        """The boxes of a step; those that nothing happened to are the same as before."""
        self._begin(maker)
        marks, boxes = maker.marks, {}
        marked = {*marks.cards, *marks.slots}
        for key, card in drawn.cards.items():
            spot = spots[key]
            entered = heads.get(spot)
            if key.kind != "object":
                rect = maker.rect(spot, card, entered or [])
                boxes[key] = maker.frame(drawn.calls[key], card, rect, time)
                continue
            thing = maker.heap[int(key.name)]
            plain = key not in marked and thing.serial not in marks.counts
            kept = self._boxes.get(key) if plain else None
            if (
                kept is not None
                and kept.card is card
                and kept.thing is thing
                and kept.spot is spot
                and kept.heads == entered
                and _same_values(kept, maker)
            ):
                boxes[key] = kept.box
                continue
            boxes[key] = maker.object(thing, card, maker.rect(spot, card, entered or []))
            values = tuple(_values(card, maker))
            if plain and not any(_is_marked(serial, maker) for serial, _ in values):
                self._boxes[key] = _KeptBox(card, thing, spot, entered, values, boxes[key])
        return boxes

    def arrow(self, maker: ArrowMaker, key: Key, part: Part, route: Route) -> Arrow:
        """The arrow of a reference; the same as before if nothing happened to it."""
        within = route.target.within
        goal = maker.boxes[route.target.key if within is None else within.key]
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

    def _holds(self, key: Key, card: Card, time: int) -> bool:
        stand = self._stands.get(key)
        return (
            stand is not None
            and stand.card is card
            and stand.version == self._plan.version
            and stand.first <= time < stand.last
        )

    def _spot(self, key: Key, card: Card, time: int) -> Spot:
        if self._holds(key, card, time):
            return self._stands[key].spot
        return self._plan.spot(key, card, time)

    def _stand(self, key: Key, card: Card, spot: Spot, time: int) -> _Stand:
        ways = tuple(
            (part, self._plan.route(key, part, time)) for part in card.parts if part.points
        )
        first = max([spot.start, *(way.start for _, way in ways)])
        last = min([spot.end, *(way.end for _, way in ways)])
        return _Stand(card, self._plan.version, spot, ways, first, last)

    def _begin(self, maker: BoxMaker) -> None:
        made_for = maker.grid, maker.level
        if self._made_for is None or self._made_for[0] is not made_for[0]:
            self._boxes.clear()
            self._arrows.clear()
        elif self._made_for[1] != made_for[1]:
            self._boxes.clear()
        self._made_for = made_for


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
