"""Places for small texts: stubs, tags and the names under cells. None covers a box or another."""

from collections.abc import Iterable, Iterator
from itertools import count
from math import inf
from typing import NamedTuple

from visualizer.layout.measure import TextMeasure, TextStyle
from visualizer.layout.routing.courses import Plane
from visualizer.layout.routing.geometry import Area, Axis, Corner, around, grown

STUB_STYLE = TextStyle.NOTE
TAG_STYLE = TextStyle.HEADING
"""Names in tags and under cells."""
_INSET = 6.0
"""From the text of a label to its edge, left and right."""
_OVER_LINE = 40.0
"""What it costs a label to stand on a line."""
_OUT_OF_ROOM = 200.0
"""The price of a place outside the room: the reader would have to scroll to see the label."""
_RING, _STEP = 10.0, 16.0
_FIRST_RING = 24.0
"""What the nearest place costs that is none of the usual ones; each further ring its distance."""
_LEFTMOST, _TOPMOST = -10.0, -16.0
"""The margin of the view may be used."""
_APART = 1.0
"""Labels keep this far from boxes and from each other."""
_LEAST = 0.01
"""A step that is larger than what is lost by rounding."""


class Size(NamedTuple):
    """How wide and high a label is."""

    width: float
    height: float


class Spot(NamedTuple):
    """A usual place for a label, and what it costs to take it."""

    price: float
    x: float
    y: float


def label_size(text: str, style: TextStyle, height: float, measure: TextMeasure) -> Size:
    """The size of a label with a text."""
    return Size(measure.width(text, style) + 2 * _INSET, height)


def shortened(text: str, width: float, style: TextStyle, measure: TextMeasure) -> str:
    """As much of a text as fits a label; its last letter stays, being a quote or a bracket."""
    room = width - 2 * _INSET
    if measure.width(text, style) <= room:
        return text
    for letters in range(len(text) - 2, 0, -1):
        short = f"{text[:letters]}…{text[-1]}"
        if measure.width(short, style) <= room:
            return short
    return "…"


class Placed(NamedTuple):
    """Where a label stands, and the area that was looked at to find that out."""

    area: Area
    seen: Area


class Labels:
    """The labels of a step that have their places; for what follows they are boxes like others."""

    def __init__(self, plane: Plane) -> None:
        self.plane = plane
        self._areas: list[Area] = []

    def add(self, area: Area) -> None:
        """Put a label into its place."""
        self._areas.append(area)
        self.plane.boxes.add(area)

    def clear(self) -> None:
        """Leave the boxes as they were without labels."""
        for area in self._areas:
            self.plane.boxes.remove(area)
        self._areas.clear()

    def place(self, size: Size, spots: Iterable[Spot], near: Area, *over: Area) -> Placed:
        """The cheapest free place: one of the spots, or one on a ring around ``near``.

        On a spot a label may stand over the boxes ``over``. There is always a place: rings grow
        until they are outside of everything.
        """
        best, best_price, seen = near, inf, near
        for price, x, y in sorted(spots):
            if price >= best_price:
                break
            area = (x, y, x + size.width, y + size.height)
            seen = around((seen, area))
            if self._is_free(area, *over):
                dear = price + self._price(area)
                if dear < best_price:
                    best, best_price = area, dear
        for number in count(1):
            price = _FIRST_RING + number * _RING
            if price >= best_price:
                break
            ring = grown(near, number * _RING)
            seen = around((seen, grown(ring, max(size))))
            for area in self._free_on_ring(size, ring):
                dear = price + self._price(area)
                if dear < best_price:
                    best, best_price = area, dear
        return Placed(best, grown(seen, 2 * _APART))

    def _price(self, area: Area) -> float:
        """The price of a free place: for the lines below it, and for lying outside the room."""
        price = _OVER_LINE * self.plane.lines.count_over(area)
        if self.plane.room is not None and not _is_inside(area, self.plane.room):
            price += _OUT_OF_ROOM
        return price

    def _free_on_ring(self, size: Size, ring: Area) -> Iterator[Area]:
        """The free places right outside of an area: at its right, below, above, at its left."""
        left, top, right, bottom = ring
        width, height = size
        yield from self._free_along(Axis.UPRIGHT, (right, top - height), bottom, size)
        yield from self._free_along(Axis.LEVEL, (left - width, bottom), right, size)
        yield from self._free_along(Axis.LEVEL, (left - width, top - height), right, size)
        yield from self._free_along(Axis.UPRIGHT, (left - width, top - height), bottom, size)

    def _free_along(self, axis: Axis, first: Corner, last: float, size: Size) -> Iterator[Area]:
        """Free places from one on, right- or downwards; what is in the way is passed at once."""
        corner = [max(first[0], _LEFTMOST), max(first[1], _TOPMOST)]
        if corner[axis.other] != first[axis.other]:
            return
        while corner[axis] <= last:
            x, y = corner
            area = (x, y, x + size.width, y + size.height)
            hit = self.plane.boxes.first_hit(grown(area, _APART))
            if hit is None:
                yield area
                corner[axis] += _STEP
            else:
                # Rounding must not lead to the same place again.
                corner[axis] = max(hit[axis + 2] + _APART, corner[axis] + _LEAST)

    def _is_free(self, area: Area, *over: Area) -> bool:
        if area[0] < _LEFTMOST or area[1] < _TOPMOST:
            return False
        return self.plane.boxes.first_hit(grown(area, _APART), *over) is None


def _is_inside(inner: Area, outer: Area) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )
