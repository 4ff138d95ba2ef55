"""Who stands where at the step that was reached."""

from collections.abc import Iterable, Mapping

from visualizer.layout.picture import Rect
from visualizer.layout.placing.grid import ACROSS, DOWN, Grid
from visualizer.layout.placing.packing import Packing, area
from visualizer.layout.placing.unit import Size, UnitKey


class Board:
    """The places that are taken, those of units that left but lately among them.

    Its canvas is larger than it should be where an epoch had no room else.
    """

    def __init__(self, left: float, canvas: Size) -> None:
        self._packing = Packing(Grid(left, canvas.width), canvas)
        self.gone: dict[UnitKey, int] = {}
        """Who left, and at which step."""
        self.unborn: dict[UnitKey, Rect] = {}
        """The places of the shelf whose units are still to come."""
        self.load = 0.0
        """The room that is reserved, in square pixels."""

    @property
    def canvas(self) -> Size:
        """What units may stand in."""
        return self._packing.canvas

    @property
    def grid(self) -> Grid:
        """What is taken."""
        return self._packing.grid

    @property
    def places(self) -> Mapping[UnitKey, Rect]:
        """Where units stand, with the room that is reserved for each."""
        return self._packing.places

    def fits(self, place: Rect) -> bool:
        """Whether a place is free and in the canvas."""
        return self._packing.fits(place)

    def settle(self, key: UnitKey, place: Rect) -> None:
        """Let a unit have a place that is free."""
        self._packing.settle(key, place)
        self.load += area(place)

    def give_up(self, key: UnitKey) -> Rect:
        """Take a unit's place from it, and return it."""
        place = self._packing.places.pop(key)
        self.gone.pop(key, None)
        self.grid.release(place)
        self.load -= area(place)
        return place

    def in_the_way(self, place: Rect) -> list[UnitKey]:
        """Who stands too close to a place for it to be free."""
        wide = Rect(
            place.x - ACROSS, place.y - DOWN, place.width + 2 * ACROSS, place.height + 2 * DOWN
        )
        return [key for key, other in self.places.items() if other.overlaps(wide)]

    def keep_shelf(self, shelf: Mapping[UnitKey, Rect]) -> None:
        """Keep the places of the shelf for their units."""
        self.unborn = dict(shelf)
        self.grid.keep_all(shelf.values())

    def be_born(self, keys: Iterable[UnitKey]) -> None:
        """Keep no place of the shelf for those that come now."""
        for key in keys:
            place = self.unborn.pop(key, None)
            if place is not None:
                self.grid.unkeep(place)

    def forget_gone(self) -> None:
        """Free the places of those that left."""
        for key in tuple(self.gone):
            self.give_up(key)

    def adopt(self, packing: Packing) -> None:
        """Begin anew with what an epoch found."""
        self._packing = packing
        self.gone.clear()
        self.load = sum(map(area, packing.places.values()))
