"""Where columns, gutters and lanes lie from left to right; fixed last, when all is placed."""

import math
from dataclasses import dataclass

from visualizer.layout.foresight import Foresight
from visualizer.layout.kept import LANES_TO_COME
from visualizer.layout.lanes import Lane
from visualizer.layout.picture import Point, Rect
from visualizer.layout.places import Places
from visualizer.layout.route import Route
from visualizer.layout.routes import Routes
from visualizer.layout.sizes import (
    COMPACT_GUTTER,
    COMPACT_HEADER,
    FIRST_GUTTER_EXTRA,
    GUTTER_NARROWEST,
    LANE_INSET,
    LANE_PITCH,
    NARROWEST,
    OPEN_LANES,
    PILL,
    WIDEST,
)


@dataclass(frozen=True, slots=True)
class Side:
    """A column of calls of other threads, left of column 0, and the gutter at its right."""

    left: float
    width: float
    first_lane: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The left edge and the width of every column, and where each gutter's first lane is.

    ``sides`` are the columns -1, -2, …
    """

    left: tuple[float, ...]
    width: tuple[float, ...]
    first_lane: tuple[float, ...]
    last_lane: float
    sides: tuple[Side, ...] = ()

    def lane_x(self, gutter: int, lane: Lane) -> float:
        """Where an upright part runs."""
        first = self.first_lane[gutter] if gutter >= 0 else self.sides[-gutter - 1].first_lane
        return first + LANE_PITCH * lane.rank

    def left_of(self, column: int) -> float:
        """The left edge of a column."""
        return self.left[column] if column >= 0 else self.sides[-column - 1].left

    def width_of(self, column: int) -> float:
        """The width of a column."""
        return self.width[column] if column >= 0 else self.sides[-column - 1].width

    @property
    def heap_left(self) -> float:
        """Where the ground of the heap begins."""
        return self.left[0] + self.width[0] + FIRST_GUTTER_EXTRA - 12

    @property
    def right(self) -> float:
        """The right edge of the last column, and of the lanes beside it where there are any."""
        return max(self.left[-1] + self.width[-1], self.last_lane)


def make_grid(
    foresight: Foresight, places: Places, routes: Routes, least: tuple[float, ...] = ()
) -> Grid:
    """Columns as wide as their widest card ever, gutters as wide as their lanes need.

    While the recording grows both are as wide as they may ever have to be. No column begins
    further left than where ``least`` says; one that must give way has room for the next time.
    """
    growing = not foresight.closed
    columns = range(-foresight.sides, 1 + max(places.columns.values(), default=0))
    width = dict.fromkeys(columns, float(NARROWEST))
    members, all_cards = dict.fromkeys(columns, 0), dict.fromkeys(columns, 0)
    for spot in places.spots:
        extent, column = foresight.extents[spot.key], spot.column
        width[column] = max(width[column], extent.width + extent.aside)
        all_cards[column] += 1
        members[column] += extent.header == COMPACT_HEADER
    if growing:
        for column in (column for column in columns if all_cards[column]):
            width[column] = max(width[column], WIDEST)
    mostly = {column for column in columns if 2 * members[column] > all_cards[column]}
    left, first_lane, x = dict[int, float](), dict[int, float](), 0.0
    for column in columns:
        if 0 < column < len(least):
            x = least[column] if x <= least[column] else x + LANES_TO_COME
        left[column] = x
        x += width[column] + (FIRST_GUTTER_EXTRA if column == 0 else 0)
        gutter = routes.gutters.get(column)
        lanes = max(len(gutter.lanes) if gutter else 0, OPEN_LANES if growing else 0, 1)
        span = LANE_PITCH * (lanes - 1)
        # Between members of chains and trees.
        narrowest = COMPACT_GUTTER if {column, column + 1} <= mostly else GUTTER_NARROWEST
        room = max(narrowest, span + 14 + LANE_INSET)
        first_lane[column] = x + min((room - span) / 2, room - LANE_INSET - span)
        x += room
    last = columns[-1]
    beside = routes.gutters.get(last)
    last_lane = first_lane[last] + LANE_PITCH * len(beside.lanes) if beside is not None else 0.0
    if growing:
        # Columns that come at the left move nothing.
        x = left[0]
        left, first_lane = ({n: at - x for n, at in of.items()} for of in (left, first_lane))
        last_lane = last_lane - x if beside is not None else 0.0
    sides = tuple(Side(left[n], width[n], first_lane[n]) for n in range(-1, columns.start - 1, -1))
    lefts, widths, lanes_from = (
        tuple(of[n] for n in columns if n >= 0) for of in (left, width, first_lane)
    )
    return Grid(lefts, widths, lanes_from, last_lane, sides)


STUB = 16
"""How long the head of a chip is."""


def stub(route: Route, target: Rect, pill: bool) -> tuple[Point, ...]:
    """The head of an arrow whose way is not shown; nothing where it has none."""
    if route.head is None:
        return ()
    end = _end(route, route.head, target, pill)
    return Point(end.x + (STUB if route.leftwards else -STUB), end.y), end


def way(route: Route, grid: Grid, port: Point, target: Rect, pill: bool) -> tuple[Point, ...]:
    """The corners of an arrow from its port to the edge of its target; nothing without a way."""
    if route.head is None or not route.way:
        return ()
    end = _end(route, route.head, target, pill)
    made_for = (grid, port, end)
    if route.traced is None or route.traced[0] != made_for:
        route.traced = made_for, _corners(route, grid, port, end)
    return route.traced[1]


def _corners(route: Route, grid: Grid, port: Point, end: Point) -> tuple[Point, ...]:
    points = [Point(port.x, route.from_y)]
    for gutter, upright in route.uprights:
        x = grid.lane_x(gutter, upright.lane)
        points += [Point(x, upright.first), Point(x, upright.last)]
    points.append(end)
    return tuple(points)


def _end(route: Route, y: float, target: Rect, pill: bool) -> Point:
    return Point(target.right if route.leftwards else _edge(target, y, pill), y)


def _edge(target: Rect, y: float, pill: bool) -> float:
    """Where a card's left edge is at height ``y``: that of a pill is round."""
    if not pill:
        return target.x
    radius = PILL / 2
    inner = min(max(y, target.y + radius), target.bottom - radius)
    return target.x + radius - math.sqrt(max(radius**2 - (y - inner) ** 2, 0))
