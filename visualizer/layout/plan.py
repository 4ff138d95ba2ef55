"""All decisions about one recording: places, ways, and the grid that they lie on."""

import math
from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from visualizer.layout.choosing import MOST_LOWERED, choose
from visualizer.layout.foresight import Foresight
from visualizer.layout.grid import Grid, make_grid
from visualizer.layout.kept import Kept
from visualizer.layout.picture import Card, Key, Part, Point, object_key
from visualizer.layout.places import Places
from visualizer.layout.route import Route
from visualizer.layout.routes import Routes
from visualizer.layout.sizes import GUTTER_NARROWEST, ROW
from visualizer.layout.spots import Spot

MOST_RELIEVED = 250
"""References beyond which a picture is past what one screen shows: who crosses whom in each step is
not gone through then."""


def holder_of(card: Key, part: Part) -> Key:
    """Whose part it is: the card's, or that of a container inside it."""
    return card if part.inner is None else object_key(part.inner)


class Move(NamedTuple):
    """A card put into a column: where it was ``wished``, or ``by`` so much lower than it stood."""

    key: Key
    column: int
    wished: Point | None
    by: float = 0


class Plan:
    """What has been decided stays; what the foresight learns, or a step asks for, is added.

    ``moves`` are made before any way is found. ``version`` grows whenever something was added.
    """

    def __init__(
        self, foresight: Foresight, moves: Iterable[Move] = (), kept: Kept | None = None
    ) -> None:
        self.foresight = foresight
        self._kept = kept
        self._least = kept.left if kept is not None else ()
        self._moves = list(moves)
        self.places = Places(foresight, kept)
        self.routes = Routes(foresight, self.places)
        self._extended_to = -1
        self.version = 0
        self._grid: Grid | None = None
        self._grid_before: Grid | None = None
        self._top: float | None = None
        self._bottom: float | None = None
        self._grounds: list[tuple[int, Grid, float]] = []

    def extend(self) -> None:
        """Take in what the foresight has learnt."""
        if self.foresight.horizon != self._extended_to:
            if self._extended_to < 0 and self._is_chosen:
                self.places, self.routes = choose(self.foresight)
            self._extended_to = self.foresight.planned_to = self.foresight.horizon
            self.places.extend()
            if self._moves:
                for move in self._moves:
                    self._make(move)
                self._moves.clear()
                self.routes = Routes(self.foresight, self.places)
            self.routes.extend()
            if self.foresight.closed and len(self.foresight.references) <= MOST_RELIEVED:
                self.routes.relieve(self.foresight.horizon + 1)
            self._changed()

    def spot(self, key: Key, card: Card, time: int) -> Spot:
        """The place of a card, large enough for it."""
        spot = self.places.spots.at(key, time)
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
        way = (holder_of(holder, part), part.slot, part.target)
        route = self.routes.known(way, part.port, time)
        if route is None:
            route = self.routes.find_now(way, holder, part.port, time)
            self._changed()
        return route

    def move_to(self, key: Key, x: float, y: float) -> Move:
        """What puts a card into the column nearest to ``x``, from ``y`` on.

        One more column is begun at the right if that is nearer. Calls stay in theirs.
        """
        grid = self.grid()
        left = (*grid.left, grid.right + GUTTER_NARROWEST)
        column = self.foresight.aside.get(key, 0)
        if key.kind == "object":
            column = min(range(1, len(left)), key=lambda n: abs(left[n] - x))
        return Move(key, column, Point(x, y))

    def move_by(self, key: Key, spot: Spot, across: int, rows: int) -> Move:
        """What puts a card, which is at ``spot``, that many columns and rows further.

        One more column may be begun at the right. Calls stay in theirs.
        """
        column = spot.column
        if key.kind == "object":
            column = min(max(column + across, 1), len(self.grid().left))
        return Move(key, column, None, rows * ROW)

    def move(self, move: Move) -> None:
        """Put a card elsewhere; no other moves, all arrows find their ways anew."""
        self._make(move)
        self.routes = Routes(self.foresight, self.places)
        self.routes.extend()
        self._grounds.clear()
        self._changed()

    def grid(self) -> Grid:
        """Where columns and lanes lie, everything decided so far being taken into account."""
        if self._grid is None:
            made = make_grid(self.foresight, self.places, self.routes, self._least)
            # The very same one where nothing has moved: what was drawn on it is so still.
            if made != self._grid_before:
                self._grid_before = made
            self._grid = self._grid_before
        return self._grid

    def heap_top(self) -> float:
        """The upper end of all that is ever drawn in the heap: its title must not move."""
        if self._top is None:
            upper = [spot.y for spot in self.places.spots if spot.column]
            upper += [band for _, band in self.routes.bands()]
            self._top = min(upper, default=0.0)
        return self._top

    def heap_bottom(self) -> float:
        """The lower end of all that is ever drawn in the heap, if that is known; else infinity."""
        if not self.foresight.closed:
            return math.inf
        if self._bottom is None:
            lower = [spot.y + spot.height for spot in self.places.spots if spot.column]
            lower += [band for _, band in self.routes.bands()]
            self._bottom = max(lower, default=0.0)
        return self._bottom

    def ground(self, time: int) -> tuple[Grid, float]:
        """The grid, and the upper end of the heap: of one that grows as they first were then.

        What has been decided since makes the picture of a step no larger.
        """
        now = self.grid(), self.heap_top()
        if self.foresight.closed:
            return now
        if not self._grounds or self._grounds[-1][0] < self.foresight.horizon:
            if not self._grounds or self._grounds[-1][1:] != now:
                self._grounds.append((self.foresight.horizon, *now))
        else:
            self._grounds[-1] = (self.foresight.horizon, *now)
        place = bisect_right(self._grounds, time, key=itemgetter(0))
        _, grid, top = self._grounds[max(place - 1, 0)]
        return grid, top

    @property
    def _is_chosen(self) -> bool:
        """Whether all steps are known, so few that several orders are tried, and no place is."""
        few = len(self.foresight.references) <= MOST_LOWERED
        return few and self.foresight.closed and self._kept is None

    def _make(self, move: Move) -> None:
        if move.wished is None:
            self.places.nudge(move.key, move.column, move.by)
        else:
            self.places.move(move.key, move.column, move.wished.y)

    def _changed(self) -> None:
        self.version += 1
        self._grid = self._top = self._bottom = None
