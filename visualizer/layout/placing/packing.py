"""Places all units of a step again, which begins an epoch."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing.grid import ACROSS, DOWN, Grid
from visualizer.layout.placing.needs import LIFE
from visualizer.layout.placing.unit import Size, UnitKey
from visualizer.layout.placing.wants import UnitTable

type Attempt = tuple[float, int]
"""The factor of the canvas size, and the number of steps for which space is reserved."""

ATTEMPTS: tuple[Attempt, ...] = (
    (1.0, LIFE), (1.0, 120), (1.0, 25), (1.0, 1),
    (1.2, 120), (1.2, 25), (1.43, 120), (1.43, 1), (2.2, 120),
    (math.inf, 120),
)  # fmt: skip
"""Best first; the last is unbounded below, so everything fits."""

_MAX_FACTOR = 2.2


@dataclass
class Packing:
    """The places of units with their reserved space, in a canvas that may be enlarged."""

    grid: Grid
    canvas: Size
    places: dict[UnitKey, Rect] = field(default_factory=dict)

    def fits(self, place: Rect) -> bool:
        """Whether a place is free and within the canvas."""
        canvas = self.canvas
        inside = place.right <= canvas.width and place.bottom <= canvas.height
        return inside and self.grid.is_free(place)

    def occupy(self, key: UnitKey, place: Rect) -> None:
        """Put a unit at a free place."""
        self.places[key] = place
        self.grid.occupy(place)


@dataclass(frozen=True, slots=True)
class Packer:
    """Packs the units of an epoch."""

    table: UnitTable
    canvas: Size

    def pack(
        self,
        keys: Sequence[UnitKey],
        step: int,
        before: Mapping[UnitKey, Point],
        kept: Iterable[Rect],
    ) -> Packing:
        """Place ``keys`` in order: at their previous places if possible, else near their wishes.

        ``kept`` are the places of the shelf reserved for later units.
        """
        kept = tuple(kept)
        tried = None
        for factor, horizon in ATTEMPTS:
            sizes = self.table.sizes(keys, step, horizon)
            canvas = self._larger(factor, sizes.values())
            if (sizes, canvas) == tried or not self._may_fit(sizes.values(), canvas):
                continue
            tried = sizes, canvas
            for stay in (before, {}):
                packing = Packing(Grid(self.table.left, canvas.width), canvas)
                packing.grid.reserve(kept)
                _keep_places(packing, stay, sizes)
                if self._place_others(packing, step, sizes):
                    return packing
            # Objects that keep their sizes never come here: far from their names they read worse
            # than folded.
            if horizon == 1:
                packing = Packing(Grid(self.table.left, canvas.width), canvas)
                packing.grid.reserve(kept)
                widest_first = dict(sorted(sizes.items(), key=lambda one: -one[1].width))
                if self._place_others(packing, step, widest_first, from_corner=True):
                    return packing
        raise AssertionError("a canvas without bottom has room")

    def _larger(self, factor: float, sizes: Iterable[Size]) -> Size:
        """Return an enlarged canvas; an unbounded one is as wide as the widest unit needs."""
        if math.isfinite(factor):
            return Size(self.canvas.width * factor, self.canvas.height * factor)
        widest = self.table.left + max((size.width for size in sizes), default=0)
        return Size(max(self.canvas.width * _MAX_FACTOR, widest + 1), math.inf)

    def _may_fit(self, sizes: Iterable[Size], canvas: Size) -> bool:
        """Whether the canvas has at least the total area."""
        width = canvas.width - self.table.left
        return sum(map(area, sizes)) <= area(Size(max(0, width), canvas.height))

    def _place_others(
        self,
        packing: Packing,
        step: int,
        sizes: Mapping[UnitKey, Size],
        *,
        from_corner: bool = False,
    ) -> bool:
        """Place the units that did not keep their places; false if one does not fit.

        ``from_corner`` packs them tightly, whatever their wishes.
        """
        corner_of_all = Point(self.table.left, 0)
        for key, size in sizes.items():
            checkpoint()
            if key not in packing.places:
                aim = corner_of_all
                if not from_corner:
                    aim = self.table.aim(key, step, packing.places)
                corner = packing.grid.nearest(size, aim, packing.canvas)
                if corner is None:
                    return False
                packing.occupy(key, Rect(*corner, *size))
        return True


def _keep_places(
    packing: Packing, before: Mapping[UnitKey, Point], sizes: Mapping[UnitKey, Size]
) -> None:
    """Keep places that are still large enough; large units first, as they have many boxes."""
    still = ((size, key) for key, size in sizes.items() if key in before)
    for size, key in sorted(still, key=lambda one: -area(one[0])):
        place = Rect(*before[key], *size)
        if packing.fits(place):
            packing.occupy(key, place)


def area(size: Size | Rect) -> float:
    """Return the area of a size or place, including its gaps."""
    return (size.width + ACROSS) * (size.height + DOWN)
