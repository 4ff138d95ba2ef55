"""Places small texts: stubs, tags and index names. None covers a box or another label."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from math import inf
from typing import NamedTuple

from visualizer.layout.measure import Text, TextMeasure, TextStyle, last_kept
from visualizer.layout.placing.unit import Size
from visualizer.layout.routing.geometry import Area, Axis, Corner, grown, touch, within
from visualizer.layout.routing.plane import Plane

STUB_STYLE = TextStyle.NOTE
TAG_STYLE = TextStyle.HEADING
"""The style of names in tags and under cells."""
_OPENINGS = " '\"([{"
"""The characters between a type and the first letter of its value."""
_OPENING = {")": "(", "]": "[", "}": "{", "'": "'", '"': '"'}
"""The opening character for each closing one."""
INSET = 6.0
"""The padding at the left and right of a label's text."""
_OVER_LINE = 120.0
"""The cost of a label on a line."""
_OUT_OF_ROOM = 200.0
"""The price of a place outside the room: the reader would have to scroll to see the label."""
_RING, _STEP = 10.0, 16.0
_FIRST_RING = 24.0
"""The cost of the nearest unusual place; each further ring costs its distance."""
_LEFTMOST, _TOPMOST = -10.0, -16.0
"""The limits for labels, which may use the view's margin."""
_APART = 1.0
"""The minimum distance of labels from boxes and from each other."""
_EPSILON = 0.01
"""A step larger than the rounding error."""


class LabelPlace(NamedTuple):
    """A usual place for a label, and its price."""

    price: float
    x: float
    y: float


def label_size(text: Text, style: TextStyle, height: float, measure: TextMeasure) -> Size:
    """Return the size of a label with a text."""
    return Size(measure.width(text, style) + 2 * INSET, height)


def without_kind(text: str) -> str:
    """Return the text of a stub without a word that names no object: ``→ Dog`` for a class."""
    return re.sub("^→ (class|module) ", "→ ", text)


def shorten(text: str, width: float, style: TextStyle, measure: TextMeasure) -> str:
    """Return a text cut to the width, with its last character unless that is a letter.

    Only the type is kept if no letter of its value fits: ``→ Dog`` for ``→ Dog 'Rex'``.
    """
    room = width - 2 * INSET
    if measure.width(text, style) <= room:
        return text
    text = without_kind(text)
    if measure.width(text, style) <= room:
        return text
    end = last_kept(text)
    for letters in range(len(text) - 1 - len(end), 0, -1):
        cut = text[:letters].rstrip("…")
        short = f"{cut}…{end if _OPENING.get(end, '') in cut else ''}"
        head = cut.rstrip(_OPENINGS)
        if len(head) < len(cut) and head.rpartition(" ")[2].isidentifier():
            short = head
        if measure.width(short, style) <= room:
            return short
    return "…"


class Labels:
    """The placed labels of a step; later labels avoid them like boxes."""

    def __init__(self, plane: Plane) -> None:
        self.plane = plane

    def add(self, area: Area) -> None:
        """Add a label at its place."""
        self.plane.add_box(area)

    def place(self, size: Size, spots: Iterable[LabelPlace], near: Area, *over: Area) -> Area:
        """Return the cheapest free place: one of the spots, or on a ring around ``near``.

        On a spot, a label may cover the boxes ``over``. A place always exists: rings grow until
        they are outside everything.
        """
        best, best_price = self._cheapest(size, spots, over)
        for number in count(1):
            price = _FIRST_RING + number * _RING
            if price >= best_price:
                break
            ring = grown(near, number * _RING)
            if price + self._least_price(ring) >= best_price:
                continue
            for area in self._free_on_ring(size, ring):
                dear = price + self._price(area)
                if dear < best_price:
                    best, best_price = area, dear
        return best or near

    def place_at(
        self,
        size: Size,
        spots: Iterable[LabelPlace],
        *over: Area,
        allows: Callable[[Area], bool] | None = None,
    ) -> Area | None:
        """Return the cheapest free spot that is allowed.

        None if every spot is outside the room or over a line, whose name the label would seem to
        be.
        """
        best, _ = self._cheapest(size, spots, over, allows)
        return best if best is not None and self._price(best) < _OVER_LINE else None

    def _cheapest(
        self,
        size: Size,
        spots: Iterable[LabelPlace],
        over: tuple[Area, ...],
        allows: Callable[[Area], bool] | None = None,
    ) -> tuple[Area | None, float]:
        best, best_price = None, inf
        for price, x, y in sorted(spots):
            if price >= best_price:
                break
            area = (x, y, x + size.width, y + size.height)
            if price + self._price_of_room(area) >= best_price:
                continue
            if self._is_free(area, *over) and (allows is None or allows(area)):
                dear = price + self._price(area)
                if dear < best_price:
                    best, best_price = area, dear
        return best, best_price

    def _price(self, area: Area) -> float:
        """Return the price of a free place: for lines below it, and for being outside the room."""
        return _OVER_LINE * self.plane.lines.count_over(area) + self._price_of_room(area)

    def _price_of_room(self, area: Area) -> float:
        room = self.plane.room
        return 0.0 if room is None or within(area, room) else _OUT_OF_ROOM

    def _least_price(self, ring: Area) -> float:
        """Return the least price of the places that touch an area."""
        room = self.plane.room
        return 0.0 if room is None or touch(ring, room) else _OUT_OF_ROOM

    def _free_on_ring(self, size: Size, ring: Area) -> Iterator[Area]:
        """Yield the free places directly outside an area: right, below, above, left."""
        left, top, right, bottom = ring
        width, height = size
        yield from self._free_along(Axis.UPRIGHT, (right, top - height), bottom, size)
        yield from self._free_along(Axis.LEVEL, (left - width, bottom), right, size)
        yield from self._free_along(Axis.LEVEL, (left - width, top - height), right, size)
        yield from self._free_along(Axis.UPRIGHT, (left - width, top - height), bottom, size)

    def _free_along(self, axis: Axis, first: Corner, last: float, size: Size) -> Iterator[Area]:
        """Yield free places from ``first`` to the right or downwards, skipping obstacles."""
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
                # Advance at least a little: rounding could return the same place again.
                corner[axis] = max(hit[axis + 2] + _APART, corner[axis] + _EPSILON)

    def _is_free(self, area: Area, *over: Area) -> bool:
        if area[0] < _LEFTMOST or area[1] < _TOPMOST:
            return False
        return self.plane.boxes.first_hit(grown(area, _APART), *over) is None
