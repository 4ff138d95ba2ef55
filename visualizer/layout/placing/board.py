"""The occupied places at the current step."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from visualizer.layout.picture import Rect
from visualizer.layout.placing.grid import ACROSS, DOWN, Grid
from visualizer.layout.placing.packing import Packing, area
from visualizer.layout.placing.unit import Size, UnitKey


class Board(Packing):
    """The occupied places, including those of units that left recently.

    Its canvas is larger than wanted if an epoch did not fit otherwise.
    """

    def __init__(self, left: float, canvas: Size) -> None:
        super().__init__(Grid(left, canvas.width), canvas)
        self.departed: dict[UnitKey, int] = {}
        """The units that left, with the step."""
        self.reserved: dict[UnitKey, Rect] = {}
        """The reserved shelf places of units that have not arrived."""
        self.load = 0.0
        """The reserved area, in square pixels."""

    def occupy(self, key: UnitKey, place: Rect) -> None:
        """Put a unit at a free place."""
        super().occupy(key, place)
        self.load += area(place)

    def release(self, key: UnitKey) -> Rect:
        """Remove a unit and return its place."""
        place = self.places.pop(key)
        self.departed.pop(key, None)
        self.grid.release(place)
        self.load -= area(place)
        return place

    def blockers(self, place: Rect) -> list[UnitKey]:
        """Return the units too close to a place."""
        wide = Rect(
            place.x - ACROSS, place.y - DOWN, place.width + 2 * ACROSS, place.height + 2 * DOWN
        )
        return [key for key, other in self.places.items() if other.overlaps(wide)]

    def reserve_shelf(self, shelf: Mapping[UnitKey, Rect]) -> None:
        """Reserve the shelf places for their units."""
        self.reserved = dict(shelf)
        self.grid.reserve(shelf.values())

    @contextmanager
    def ignoring_shelf(self, keys: Iterable[UnitKey]) -> Iterator[None]:
        """Do not reserve the shelf places of these units meanwhile."""
        places = [self.reserved[key] for key in keys]
        for place in places:
            self.grid.unreserve(place)
        yield
        self.grid.reserve(places)

    def release_shelf(self, keys: Iterable[UnitKey]) -> None:
        """Stop reserving the shelf places of units that arrive now."""
        for key in keys:
            place = self.reserved.pop(key, None)
            if place is not None:
                self.grid.unreserve(place)

    def release_departed(self) -> dict[UnitKey, tuple[Rect, int]]:
        """Free the places of units that have left; return the places, with the step they left."""
        departed = dict(self.departed)
        return {key: (self.release(key), step) for key, step in departed.items()}

    def restore_departed(self, released: Mapping[UnitKey, tuple[Rect, int]]) -> None:
        """Occupy the places of units that have left again."""
        for key, (place, step) in released.items():
            self.occupy(key, place)
            self.departed[key] = step

    def replace_packing(self, packing: Packing) -> None:
        """Replace the places with those of a new epoch."""
        self.grid, self.canvas, self.places = packing.grid, packing.canvas, packing.places
        self.departed.clear()
        self.load = sum(map(area, packing.places.values()))
