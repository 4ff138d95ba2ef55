"""Arrows on their ways, those of this step and those that led elsewhere one step ago."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from visualizer.layout.grid import Grid, stub, way
from visualizer.layout.marks import Marks
from visualizer.layout.picture import (
    Arrow,
    ArrowKind,
    Box,
    CardKind,
    Key,
    Mark,
    Part,
    Point,
    Rect,
    Slot,
)
from visualizer.layout.plan import holder_of
from visualizer.layout.route import Route
from visualizer.layout.sizes import PORT_INSET
from visualizer.layout.spots import Spot

_FULL = (ArrowKind.NEW, ArrowKind.REBOUND, ArrowKind.FORMER)
_KINDS = {Mark.NEW: ArrowKind.NEW, Mark.REBOUND: ArrowKind.REBOUND}


@dataclass(frozen=True, slots=True)
class ArrowMaker:
    """Makes the arrows of one step between its boxes."""

    boxes: Mapping[Key, Box]
    grid: Grid
    marks: Marks
    time: int

    def arrow(self, key: Key, part: Part, route: Route) -> Arrow:
        """The arrow of a reference that is there in this step."""
        kind = _kind(key, part, self.marks)
        return self._made(holder_of(key, part), part.slot, route, kind)

    def former(self, key: Key, slot: Slot, route: Route) -> Arrow:
        """Where a slot that the step changed led to before it."""
        return self._made(key, slot, route, ArrowKind.FORMER)

    def on_route(self, arrow: Arrow, route: Route) -> Arrow:
        """The same arrow on another way."""
        return self._made(arrow.holder, arrow.slot, route, arrow.kind)

    def reaches(self, route: Route) -> bool:
        """Whether both its ends are in the picture: a card may have lost the row of its port.

        So may another slot have taken it, such as that of what is returned.
        """
        spot, box = route.target, self.boxes[route.source.key]
        goal = spot.within.key if spot.within is not None else spot.key
        if goal not in self.boxes or not box.rect.y < route.from_y < box.rect.bottom:
            return False
        slot = route.of, route.slot
        there = (part for part in box.card.parts if part.port == route.port)
        return all((part.inner, part.slot) == slot for part in there)

    def _goal(self, spot: Spot) -> tuple[Rect, bool]:
        """What an arrow ends at, and whether that is round."""
        if spot.within is None:
            box = self.boxes[spot.key]
            return box.rect, box.card.kind is CardKind.PILL
        rect = self.boxes[spot.within.key].rect
        return Rect(rect.x, spot.y, rect.width, spot.height), False

    def _made(self, holder: Key, slot: Slot, route: Route, kind: ArrowKind) -> Arrow:
        rect, pill = self._goal(route.target)
        key = route.source.key
        source = self.boxes[key].rect
        port = Point(source.x if route.leftwards else source.right - PORT_INSET, route.from_y)
        points = full = way(route, self.grid, port, rect, pill)
        chip = not full or _gives_way(route, kind, self.time)
        if chip:
            points, port = stub(route, rect, pill), port._replace(x=source.right - PORT_INSET)
        target = int(route.target.key.name)
        return Arrow(holder, slot, target, points, port, kind, chip, full if chip else (), key)


def turned(
    key: Key, ways: Iterable[tuple[Part, Route]], marks: Marks, time: float
) -> tuple[float, ...]:
    """The heights in a card of the ports that are at its left edge: those whose ways are shown."""
    return tuple(
        route.port
        for part, route in ways
        if route.leftwards and route.way and not _gives_way(route, _kind(key, part, marks), time)
    )


def _kind(key: Key, part: Part, marks: Marks) -> ArrowKind:
    kind = ArrowKind.WEAK if part.weak else ArrowKind.PLAIN
    return _KINDS.get(marks.slot(holder_of(key, part), part.slot), kind)


def _gives_way(route: Route, kind: ArrowKind, time: float) -> bool:
    """Whether it is a chip though there is a way: what changed is always drawn in full."""
    return kind not in _FULL and route.is_chip(time)
