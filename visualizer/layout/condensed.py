"""Places and ways where one card stands for very many objects of a type.

They are found as those of all cards are, from all that is known of the recording, with one card in
the place of all of a type: so the picture is no larger than what it shows, and nothing moves from
step to step. Some room below such a card is kept for members that step out of it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from visualizer.layout.arrows import ArrowMaker
from visualizer.layout.foresight import Foresight
from visualizer.layout.grid import way
from visualizer.layout.groups import GROUP_HEADER, MOST_CELLS, height_of, width_of
from visualizer.layout.marks import Marks
from visualizer.layout.picture import (
    Arrow,
    ArrowKind,
    Box,
    CardKind,
    Key,
    Point,
    Rect,
    Slot,
    object_key,
)
from visualizer.layout.plan import Move, Plan
from visualizer.layout.route import Route
from visualizer.layout.sizes import UNDER_LOWEST_HEAD, WIDEST
from visualizer.layout.spans import Extent, Holding, Reference, Stay

SEAT_GAP = 40.0
"""Above each card that stands below that of its group."""
VALUE_HIGH, _VALUE_WIDE = 72.0, 216.0
"""So wide that name and number can be read at 40 %."""
_VALUE_GAP = 32.0
MOST_SEATS, _SEATS_HIGH = 3, 420.0
_FIRST_PORT, _PORT_PITCH = GROUP_HEADER + 16.0, 14.0
_STUB = 16.0
_NEAR = 0.5

type _Way = tuple[Key, Slot, int]
type Ends = tuple[Key, Key, Slot]
"""From which card to which; names point each by itself."""


class Seats(NamedTuple):
    """Room for so many cards below that of a group, each so high."""

    number: int
    height: float

    @property
    def room(self) -> float:
        """What is kept for all of them."""
        return self.number * (self.height + SEAT_GAP)


@dataclass(frozen=True, slots=True)
class _Kind:
    """One type that is grouped: the number that its card goes by, and its size."""

    number: int
    width: float
    height: float
    seats: Seats


class Condensed:
    """The plan of a recording in which the cards of some ``kinds`` are one each.

    ``moves`` are cards that the user put elsewhere in it.
    """

    def __init__(
        self, foresight: Foresight, kinds: Iterable[str], moves: Iterable[Move] = ()
    ) -> None:
        self._kinds = {kind: _kind(foresight, kind, -1 - n) for n, kind in enumerate(sorted(kinds))}
        self._foresight = foresight
        self.plan = Plan(self._joined(foresight), moves)
        self.plan.extend()
        self.held: dict[int, tuple[object, tuple[int, ...]]] = {}
        """The values in the slots of members, with the content that they were found in."""
        self._rooms: tuple[int, dict[str, Rect]] = -1, {}
        self._routes: defaultdict[_Way, list[Route]] = defaultdict(list)
        self._look_up()

    def _look_up(self) -> None:
        self._routes.clear()
        for route in self.plan.routes.all_routes():
            self._routes[route.leads].append(route)

    def move_to(self, key: Key, x: float, y: float) -> Move | None:
        """What puts a card into the nearest column here; None for what stands in that of a group,
        or beside it."""
        return self.plan.move_to(key, x, y) if self._has_place(key) else None

    def move_by(self, key: Key, time: int, across: int, rows: int) -> Move | None:
        """What puts a card that many columns and rows further."""
        spot = self.plan.places.spots.at(key, time) if self._has_place(key) else None
        return self.plan.move_by(key, spot, across, rows) if spot is not None else None

    def move(self, move: Move) -> Point:
        """Do that now; returns where the card is to stand."""
        self.plan.move(move)
        self._look_up()
        spot = next(one for one in self.plan.places.spots if one.key == move.key)
        return move.wished or Point(self.plan.grid().left_of(spot.column), spot.y)

    def _has_place(self, key: Key) -> bool:
        return key in self.plan.foresight.extents

    @property
    def kinds(self) -> frozenset[str]:
        """The titles of the cards that are one."""
        return frozenset(self._kinds)

    def key_of(self, key: Key) -> Key:
        """What a card goes by here: one of many by its group."""
        extent = self._foresight.extents.get(key)
        kind = self._kinds.get(str(extent.kind)) if extent is not None else None
        return key if kind is None or key.kind != "object" else object_key(kind.number)

    def room(self, kind: str) -> Rect:
        """Where the card of a group stands, as high as it ever is."""
        if self._rooms[0] != self.plan.version:
            self._rooms = self.plan.version, {one: self._found_room(one) for one in self._kinds}
        return self._rooms[1][kind]

    def _found_room(self, kind: str) -> Rect:
        found = self._kinds[kind]
        key = object_key(found.number)
        mine = next(one for one in self.plan.places.spots if one.key == key)
        return Rect(self.plan.grid().left_of(mine.column), mine.y, found.width, found.height)

    def values(self, kind: str) -> list[Rect]:
        """Where cards stand for what is drawn in the slots of a group's members: below its right
        end, beside those that step out."""
        room = self.room(kind)
        width = room.width - WIDEST - _VALUE_GAP
        if width < _VALUE_WIDE:
            return []
        at, pitch = room.bottom + SEAT_GAP, VALUE_HIGH + SEAT_GAP
        high = self._kinds[kind].seats.room
        return [
            Rect(room.right - width, at + n * pitch, width, VALUE_HIGH)
            for n in range(int((high + 1) // pitch))
        ]

    def seats(self, kind: str) -> list[Rect]:
        """Where members stand that step out of the card of their group."""
        count, height = self._kinds[kind].seats
        room = self.room(kind)
        first = room.bottom + SEAT_GAP
        return [
            Rect(room.x, first + n * (height + SEAT_GAP), room.width, height) for n in range(count)
        ]

    def kept(self, kind: str) -> list[Rect]:
        """All the room that belongs to a group."""
        return [self.room(kind), *self.seats(kind), *self.values(kind)]

    def placed(self, boxes: Iterable[Box], time: int) -> dict[Key, Box]:
        """Cards that are no members in their places here; their heights are settled later."""
        return {box.key: self._placed(box, time) for box in boxes}

    def _placed(self, box: Box, time: int) -> Box:
        places = self.plan.places
        spot = places.spots.at(box.key, time)
        if spot is None:
            spot = places.spots.at(box.key, time - 1)
        if spot is None:
            spot = self.plan.spot(box.key, box.card, time)
        x, y = self.plan.grid().left_of(spot.column), spot.y
        if (x, y) == (box.rect.x, box.rect.y):
            return box
        bars = (
            bar._replace(x=bar.x + x - box.rect.x, y=bar.y + y - box.rect.y) for bar in box.cursors
        )
        return replace(box, rect=box.rect._replace(x=x, y=y), cursors=tuple(bars))

    def led(
        self, arrows: Iterable[Arrow], before: Mapping[Key, Box], boxes: dict[Key, Box], time: int
    ) -> Iterator[Arrow]:
        """Arrows between cards that are no members, on their ways here.

        ``before`` are the cards where they stood, ``boxes`` where they stand now.
        """
        maker = ArrowMaker(boxes, self.plan.grid(), Marks(), time)
        for arrow in arrows:
            if arrow.card not in boxes:
                continue
            route = self._route(arrow, before[arrow.card].rect.y, time)
            if route is not None:
                yield maker.on_route(arrow, route)
            elif arrow.kind is not ArrowKind.FORMER and object_key(arrow.target) in boxes:
                yield _chip(arrow, before[arrow.card].rect, boxes)

    def _route(self, arrow: Arrow, top: float, time: int) -> Route | None:
        way, port = (arrow.holder, arrow.slot, arrow.target), arrow.port.y - top
        former = arrow.kind is ArrowKind.FORMER
        for route in reversed(self._routes.get(way, ())):
            if former and route.end == time and route.head is not None and not route.chip:
                return route
            is_there = route.start <= time < route.end
            if not former and is_there and abs(route.port - port) < _NEAR:
                return route
        return None

    def bundle(self, ends: Ends, groups: Mapping[Key, Key], time: int) -> Route | None:
        """The way of all references from one card to another; ``groups`` are the cards' own keys.

        Their types are known by ``key_of``.
        """
        start, end, slot = ends
        holder, target = groups.get(start, start), groups.get(end, end)
        if start.kind == "object":
            slot = Slot("group", str(target.name))
        found = self._routes.get((holder, slot, int(target.name)), ())
        return next((route for route in found if route.start <= time < route.end), None)

    def way(self, route: Route, port: Point, goal: Rect, *, round_: bool) -> tuple[Point, ...]:
        """The corners of a route from a port to a card; nothing where none was free."""
        return way(route, self.plan.grid(), port, goal, round_)

    def number_of(self, kind: str) -> Key:
        """What the card of a group goes by here."""
        return object_key(self._kinds[kind].number)

    def grown(self, boxes: dict[Key, Box], arrows: Iterable[Arrow]) -> dict[Key, Box]:
        """The cards as high as their content and their heads need here."""
        lowest: defaultdict[Key, float] = defaultdict(lambda: -math.inf)
        for arrow in arrows:
            if arrow.points:
                key = object_key(arrow.target)
                lowest[key] = max(lowest[key], arrow.points[-1].y)
        made = {}
        for key, box in boxes.items():
            height = box.card.height
            if box.ghost or box.serial is None:
                height = box.rect.height
            else:
                height = max(height, lowest[key] - box.rect.y + UNDER_LOWEST_HEAD)
            same = height == box.rect.height
            made[key] = box if same else replace(box, rect=box.rect._replace(height=height))
        return made

    def _joined(self, whole: Foresight) -> Foresight:
        """What is known of the recording, with one card for all of each kind."""
        numbers = {kind: found.number for kind, found in self._kinds.items()}
        group_of = {
            int(key.name): numbers[str(extent.kind)]
            for key, extent in whole.extents.items()
            if key.kind == "object" and str(extent.kind) in numbers
        }
        extents = {key: e for key, e in whole.extents.items() if not _is_in(key, group_of)}
        stays: dict[Key, list[Stay]] = {}
        ordered: list[Stay] = []
        of_groups: dict[int, Stay] = {}
        for stay in whole.ordered_stays:
            if not _is_in(stay.key, group_of):
                stays.setdefault(stay.key, []).append(stay)
                ordered.append(stay)
                continue
            number = group_of[int(stay.key.name)]
            known = of_groups.get(number)
            if known is None:
                known = of_groups[number] = Stay(object_key(number), stay.start, stay.end)
                stays[known.key] = [known]
                ordered.append(known)
            known.start, known.end = min(known.start, stay.start), max(known.end, stay.end)
        for found in self._kinds.values():
            height = found.height + found.seats.room
            title = f"× {found.number}"
            extents[object_key(found.number)] = Extent(
                found.width, height, least=found.height, kind=title, header=GROUP_HEADER
            )
        rooms = {found.number: found.height for found in self._kinds.values()}
        references = list(_references(whole.references, group_of, rooms))
        made = Foresight(
            whole.measure,
            closed=True,
            joined=True,
            structure=whole.structure,
            signatures=whole.signatures,
            horizon=whole.horizon,
            planned_to=whole.horizon,
            stays=stays,
            ordered_stays=ordered,
            references=references,
            extents=extents,
            blocks=whole.blocks,
            rows=whole.rows,
            inner=whole.inner,
            folding=whole.folding,
            headers=whole.headers,
            aside=whole.aside,
            near=whole.near,
        )
        made.expect_heads(_most_at_once(references))
        return made


def _is_in(key: Key, group_of: Mapping[int, int]) -> bool:
    return key.kind == "object" and key.name in group_of


def _kind(foresight: Foresight, kind: str, number: int) -> _Kind:
    count = foresight.most.get(kind, 0)
    own = [extent for extent in foresight.extents.values() if str(extent.kind) == kind]
    # Values in their slots stand below it, beside what steps out.
    width = max(width_of(count), WIDEST + _VALUE_GAP + _VALUE_WIDE)
    width = max(width, *(extent.width + extent.aside for extent in own), 0.0)
    high = max((extent.height for extent in own), default=0.0)
    seats = max(1, min(MOST_SEATS, int(_SEATS_HIGH // (high + SEAT_GAP))))
    height = height_of(min(max(count, 1), MOST_CELLS + 1), width)
    return _Kind(number, width, height, Seats(seats, high))


def _references(
    whole: Iterable[Reference], group_of: Mapping[int, int], heights: Mapping[int, float]
) -> Iterator[Reference]:
    """The same references, all from one card to another one as one where either is a group's.

    ``heights`` are those of the groups' cards: their ports follow on each other, again and again.
    """
    bundles: dict[tuple[Key, Slot, int], Reference] = {}
    ports: defaultdict[Key, int] = defaultdict(int)
    for reference in whole:
        holder = reference.holder
        start = group_of.get(int(holder.name)) if holder.kind == "object" else None
        end = group_of.get(reference.target)
        if start is None and end is None:
            yield reference
            continue
        if start == end:
            continue
        target = reference.target if end is None else end
        if start is not None:
            holder = object_key(start)
        slot = reference.slot
        if holder.kind == "object":
            slot = Slot("group", str(target))
        known = bundles.get((holder, slot, target))
        if known is not None:
            known.start = min(known.start, reference.start)
            known.end = max(known.end, reference.end)
            if start is None:
                known.port = min(known.port, reference.port)
            continue
        port = reference.port
        if start is not None:
            room = max(int((heights[start] - _FIRST_PORT - _PORT_PITCH) // _PORT_PITCH), 1)
            port = _FIRST_PORT + _PORT_PITCH * (ports[holder] % room)
            ports[holder] += 1
        made = Reference(holder, port, target, reference.start, reference.end, slot=slot)
        if end is None and reference.inner is not None:
            made.inner, made.into = reference.inner, reference.into
        bundles[holder, slot, target] = made
    yield from bundles.values()


def _most_at_once(references: Iterable[Reference]) -> dict[int, Holding]:
    """How many arrows lead to each card at a time, at the most."""
    events: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for reference in references:
        events[reference.target] += (reference.start, 1), (reference.end, -1)
    found = {}
    for target, turns in events.items():
        now = most = 0
        for _, by in sorted(turns):
            now += by
            most = max(most, now)
        found[target] = Holding(most=most)
    return found


def _chip(arrow: Arrow, before: Rect, boxes: Mapping[Key, Box]) -> Arrow:
    """A sign at the port, and a head alone: no way is known here."""
    card, goal = boxes[arrow.card].rect, boxes[object_key(arrow.target)]
    port = Point(arrow.port.x + card.x - before.x, arrow.port.y + card.y - before.y)
    round_ = goal.card.kind is CardKind.PILL
    y = goal.rect.y + (goal.rect.height / 2 if round_ else UNDER_LOWEST_HEAD)
    points = Point(goal.rect.x - _STUB, y), Point(goal.rect.x, y)
    return replace(arrow, port=port, points=points, full=(), chip=True, joined=())
