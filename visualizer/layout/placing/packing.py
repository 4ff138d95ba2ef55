"""Placing all that a step draws again: an epoch."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing.grid import ACROSS, DOWN, Grid
from visualizer.layout.placing.needs import LIFE
from visualizer.layout.placing.unit import Size, UnitKey
from visualizer.layout.placing.wants import Wants

type Attempt = tuple[float, int]
"""How many times as large the canvas is, and for how many steps room is reserved."""

WITH_FORESIGHT: tuple[Attempt, ...] = (
    (1.0, LIFE), (1.0, 120), (1.0, 25), (1.0, 1),
    (1.2, 120), (1.2, 25), (1.43, 120), (1.43, 1), (2.2, 120),
    (math.inf, 120),
)  # fmt: skip
"""Best first; the last has no bottom, and so has room for everything."""

WITHOUT_FORESIGHT: tuple[Attempt, ...] = tuple(
    (factor, 1) for factor in dict.fromkeys(factor for factor, _ in WITH_FORESIGHT)
)

_WIDEST = 2.2


@dataclass(slots=True)
class Packing:
    """Where units stand, in a canvas that may be larger than it should."""

    grid: Grid
    canvas: Size
    places: dict[UnitKey, Rect] = field(default_factory=dict)

    def fits(self, place: Rect) -> bool:
        """Whether a place is free and in the canvas."""
        canvas = self.canvas
        inside = place.right <= canvas.width and place.bottom <= canvas.height
        return inside and self.grid.is_free(place)

    def settle(self, key: UnitKey, place: Rect) -> None:
        """Let a unit have a place that is free."""
        self.places[key] = place
        self.grid.take(place)


@dataclass(frozen=True, slots=True)
class Packer:
    """What epochs go by."""

    wants: Wants
    canvas: Size
    attempts: Sequence[Attempt]

    def pack(
        self,
        keys: Sequence[UnitKey],
        step: int,
        before: Mapping[UnitKey, Point],
        kept: Iterable[Rect],
    ) -> Packing:
        """Place ``keys``, in their order: what can stay stays, others stand near their wishes.

        ``kept`` is the room of the shelf for units to come.
        """
        kept = tuple(kept)
        tried = None
        for factor, horizon in self.attempts:
            sizes = self.wants.sizes(keys, step, horizon)
            canvas = self._larger(factor, sizes.values())
            if (sizes, canvas) == tried or not self._may_fit(sizes.values(), canvas):
                continue
            tried = sizes, canvas
            for stay in (before, {}):
                packing = Packing(Grid(self.wants.left, canvas.width), canvas)
                packing.grid.keep_all(kept)
                _let_stay(packing, stay, sizes)
                if self._place_others(packing, step, sizes):
                    return packing
            if horizon == 1:
                packing = Packing(Grid(self.wants.left, canvas.width), canvas)
                packing.grid.keep_all(kept)
                if self._place_others(packing, step, _widest_first(sizes), from_corner=True):
                    return packing
        raise AssertionError("a canvas without bottom has room")

    def _larger(self, factor: float, sizes: Iterable[Size]) -> Size:
        """The canvas so many times as large; without bottom it is as wide as any unit needs."""
        if math.isfinite(factor):
            return Size(self.canvas.width * factor, self.canvas.height * factor)
        widest = self.wants.left + max((size.width for size in sizes), default=0)
        return Size(max(self.canvas.width * _WIDEST, widest + 1), math.inf)

    def _may_fit(self, sizes: Iterable[Size], canvas: Size) -> bool:
        """Whether the canvas is as large as all together."""
        width = canvas.width - self.wants.left
        return sum(map(area, sizes)) <= area(Size(max(0, width), canvas.height))

    def _place_others(
        self,
        packing: Packing,
        step: int,
        sizes: Mapping[UnitKey, Size],
        *,
        from_corner: bool = False,
    ) -> bool:
        """Place those that do not stay; false if one of them finds no room.

        ``from_corner`` leaves no room between them for what anyone wishes.
        """
        corner_of_all = Point(self.wants.left, 0)
        for key, size in sizes.items():
            if key not in packing.places:
                aim = corner_of_all
                if not from_corner:
                    aim = self.wants.aim(key, step, packing.places)
                corner = packing.grid.nearest(size, aim, packing.canvas)
                if corner is None:
                    return False
                packing.settle(key, Rect(*corner, *size))
        return True


def _let_stay(
    packing: Packing, before: Mapping[UnitKey, Point], sizes: Mapping[UnitKey, Size]
) -> None:
    """Keep the places that are still large enough; large units first, which are many boxes."""
    still = ((size, key) for key, size in sizes.items() if key in before)
    for size, key in sorted(still, key=lambda one: -area(one[0])):
        place = Rect(*before[key], *size)
        if packing.fits(place):
            packing.settle(key, place)


def _widest_first(sizes: Mapping[UnitKey, Size]) -> dict[UnitKey, Size]:
    return dict(sorted(sizes.items(), key=lambda one: -one[1].width))


def area(size: Size | Rect) -> float:
    """The room that something takes, with that around it."""
    return (size.width + ACROSS) * (size.height + DOWN)
