"""Arrows on their ways, those of this step and those that led elsewhere one step ago."""

from collections.abc import Iterator, Mapping

from visualizer.layout.grid import Grid, way
from visualizer.layout.marks import Marks
from visualizer.layout.picture import (
    Arrow,
    ArrowKind,
    Box,
    CardKind,
    Key,
    Mark,
    Part,
    PartKind,
    Point,
    object_key,
)
from visualizer.layout.plan import Plan
from visualizer.layout.routes import Route
from visualizer.layout.sizes import FRAME_HEADER, PORT_INSET, ROW

_KINDS = {Mark.NEW: ArrowKind.NEW, Mark.REBOUND: ArrowKind.REBOUND}


def make_arrow(
    key: Key, part: Part, route: Route, boxes: Mapping[Key, Box], grid: Grid, marks: Marks
) -> Arrow:
    """The arrow of a reference that is there in this step."""
    source, target = boxes[key], boxes[route.target.key]
    assert part.target is not None
    port = Point(source.rect.right - PORT_INSET, route.from_y)
    kind = ArrowKind.WEAK if part.weak else ArrowKind.PLAIN
    kind = _KINDS.get(marks.slot(key, part.slot), kind)
    points = way(route, grid, port, target.rect, target.card.kind is CardKind.PILL)
    return Arrow(key, part.slot, part.target, points, port, kind, route.chip)


def former_arrows(marks: Marks, boxes: Mapping[Key, Box], plan: Plan, time: int) -> Iterator[Arrow]:
    """Where the names and slots that the step changed led to before it."""
    grid = plan.grid()
    for (key, slot), target in marks.former.items():
        source, goal = boxes.get(key), boxes.get(object_key(target))
        if source is None or goal is None:
            continue
        for height in _port_heights(source, slot.name):
            route = plan.routes.former(key, height, target, time)
            if route is None or route.chip:
                continue
            port = Point(source.rect.right - PORT_INSET, route.from_y)
            points = way(route, grid, port, goal.rect, goal.card.kind is CardKind.PILL)
            if points:
                yield Arrow(key, slot, target, points, port, ArrowKind.FORMER)


def _port_heights(box: Box, name: int | str) -> list[float]:
    """Where the port of a slot is, or was if its name was deleted."""
    found = [
        part.y + part.height / 2
        for part in box.card.parts
        if part.slot.name == name and part.kind in (PartKind.NAME, PartKind.PAIR)
    ]
    lost = [y + ROW / 2 for lost, y in box.lost if lost == name]
    return found + lost if box.card.header == FRAME_HEADER else found
