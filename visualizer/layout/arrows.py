"""Arrows on their ways, those of this step and those that led elsewhere one step ago."""

from collections.abc import Mapping
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
    Slot,
)
from visualizer.layout.routes import Route
from visualizer.layout.sizes import PORT_INSET

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
        kind = ArrowKind.WEAK if part.weak else ArrowKind.PLAIN
        kind = _KINDS.get(self.marks.slot(key, part.slot), kind)
        return self._made(key, part.slot, route, kind)

    def former(self, key: Key, slot: Slot, route: Route) -> Arrow:
        """Where a slot that the step changed led to before it."""
        return self._made(key, slot, route, ArrowKind.FORMER)

    def _made(self, key: Key, slot: Slot, route: Route, kind: ArrowKind) -> Arrow:
        goal = self.boxes[route.target.key]
        port = Point(self.boxes[key].rect.right - PORT_INSET, route.from_y)
        pill = goal.card.kind is CardKind.PILL
        points = full = way(route, self.grid, port, goal.rect, pill)
        # What changed is always drawn in full, if there is a way.
        chip = not full or (kind not in _FULL and route.is_chip(self.time))
        if chip:
            points = stub(route, goal.rect, pill)
        target = int(route.target.key.name)
        return Arrow(key, slot, target, points, port, kind, chip, full if chip else ())
