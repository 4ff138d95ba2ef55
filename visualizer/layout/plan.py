"""All decisions about one recording: places, ways, and the grid that they lie on."""

from bisect import bisect_right
from itertools import accumulate

from visualizer.layout.foresight import Foresight
from visualizer.layout.grid import Grid, make_grid
from visualizer.layout.picture import Card, Key, Part
from visualizer.layout.places import Places
from visualizer.layout.routes import Route, Routes
from visualizer.layout.spots import Spot


class Plan:
    """What has been decided stays; what the foresight learns, or a step asks for, is added."""

    def __init__(self, foresight: Foresight) -> None:
        self.foresight = foresight
        self.places = Places(foresight)
        self.routes = Routes(foresight, self.places)
        self._extended_to = -1
        self._grid: Grid | None = None
        self._span: tuple[float, list[float], list[float]] | None = None

    def extend(self) -> None:
        """Take in what the foresight has learnt."""
        if self.foresight.horizon != self._extended_to:
            self._extended_to = self.foresight.planned_to = self.foresight.horizon
            self.places.extend()
            self.routes.extend()
            self._changed()

    def spot(self, key: Key, card: Card, time: int) -> Spot:
        """The place of a card, large enough for it."""
        spot = self.places.spot(key, time)
        if spot is None:
            spot = self.places.place_now(key, card, time)
            self._changed()
        elif card.height > spot.height:
            spot = self.places.outgrown(spot, card.height, time)
            self._changed()
        return spot

    def route(self, holder: Key, part: Part, time: int) -> Route:
        """The way of the arrow from a part of a card."""
        assert part.port is not None
        assert part.target is not None
        route = self.routes.known(holder, part.port, part.target, time)
        if route is None:
            route = self.routes.find_now(holder, part.port, part.target, time)
            self._changed()
        return route

    def grid(self) -> Grid:
        """Where columns and lanes lie, everything decided so far being taken into account."""
        if self._grid is None:
            self._grid = make_grid(self.foresight, self.places, self.routes)
        return self._grid

    def heap_span(self, time: int) -> tuple[float, float]:
        """The upper end of all that is ever drawn in the heap, the lower end of it up to ``time``.

        Its title must not move; below there is no need to show room that is not used yet.
        """
        if self._span is None:
            lower = [
                (spot.start, spot.y + spot.height)
                for spot in self.places.all_spots()
                if spot.column
            ]
            upper = [spot.y for spot in self.places.all_spots() if spot.column]
            for start, band in self.routes.bands():
                lower.append((start, band))
                upper.append(band)
            lower.sort()
            lowest = list(accumulate((bottom for _, bottom in lower), max))
            self._span = min(upper, default=0.0), [start for start, _ in lower], lowest
        top, starts, lowest = self._span
        count = bisect_right(starts, time)
        return top, lowest[count - 1] if count else top + 80

    def _changed(self) -> None:
        self._grid = self._span = None
