"""Places units step by step, as they appear."""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum

from visualizer.layout.checkpoints import checkpoint, with_checkpoints
from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing.board import Board
from visualizer.layout.placing.needs import LIFE, is_within
from visualizer.layout.placing.packing import Packer, area
from visualizer.layout.placing.placement import Placement
from visualizer.layout.placing.unit import Size, Unit, UnitKey
from visualizer.layout.placing.wants import UnitTable, shelf_of

KEEP_STEPS = 1
"""The number of steps for which a unit that left keeps its place.

A unit that arrives in that step gets another place, so that it does not look like a changed one.
"""

FAR = 80.0
"""If a kept place pushes another unit away by this distance, it is given up."""

SOON, NOW = 40, 1
"""The numbers of steps for which space is reserved if a whole life does not fit."""

_LOAD_SHARE = 0.8
"""A larger canvas is given up once the load falls to this share of its load at the start."""


class _EventKind(IntEnum):
    """The events of a unit at a step, in the order of processing."""

    FREE = 0
    LEAVE = 1
    OUTGROW = 2
    ARRIVE = 3


class Placer:
    """Places units at their birth, and all units again if one does not fit."""

    def __init__(self, canvas: Size, left: float) -> None:
        self.placement = Placement()
        self.table = UnitTable(left)
        self._canvas = canvas
        self._board = Board(left, canvas)
        self._packer = Packer(self.table, canvas)
        self._load_of_epoch = 0.0
        self._events: list[tuple[int, _EventKind, int, UnitKey]] = []
        self._placed: set[UnitKey] = set()
        """The units placed at this step."""

    def add(self, unit: Unit) -> None:
        """Add a unit with its whole life."""
        self.placement.add(unit)
        self.table.add(unit)
        for start, end in unit.intervals:
            self._schedule(start, _EventKind.ARRIVE, unit.key)
            self._schedule(end, _EventKind.LEAVE, unit.key)

    def reserve_shelf(self, shelf: Mapping[UnitKey, Rect] | None) -> None:
        """Reserve the shelf; it is None if it does not fit."""
        self.placement.has_shelf = shelf is not None
        self.table.shelf = shelf or {}
        self._board.reserve_shelf(self.table.shelf)

    def run(self, last: int, until_unsteady: bool = False) -> None:
        """Process all events up to the step ``last``."""
        while self._events and self._events[0][0] <= last:
            if until_unsteady and not self.placement.is_steady:
                break
            self._process_step(self._events[0][0])

    def _schedule(self, step: int, what: _EventKind, key: UnitKey) -> None:
        heapq.heappush(self._events, (step, what, self.table.number(key), key))

    def _schedule_outgrow(self, key: UnitKey, step: int) -> None:
        outgrown = self.table.needs(key).outgrows(_size(self._board.places[key]), step)
        if outgrown is not None:
            self._schedule(outgrown, _EventKind.OUTGROW, key)

    def _process_step(self, step: int) -> None:
        checkpoint()
        self._placed.clear()
        grown, waiting = self._process_events(step)
        self._board.release_shelf(waiting)
        for key in self.table.in_order(grown, step):
            if key in self._board.places and not self._has_room(key, step):
                waiting += self._enlarge(key, step)
        for key in self.table.in_order(waiting, step):
            if key not in self._board.places and not self._place(key, step):
                self._begin_epoch(step, waiting)
        if self._placed:
            self.placement.count_moved(step, self._placed)

    def _process_events(self, step: int) -> tuple[list[UnitKey], list[UnitKey]]:
        """Remove leaving units; return the possibly outgrown ones, and those without a place."""
        board = self._board
        grown, new = [], []
        for what, key in self._events_of(step):
            if what is _EventKind.FREE:
                if board.departed.get(key) == step - KEEP_STEPS:
                    board.release(key)
            elif what is _EventKind.LEAVE:
                board.departed[key] = step
                self._schedule(step + KEEP_STEPS, _EventKind.FREE, key)
            elif key in board.places:
                if what is _EventKind.ARRIVE:
                    board.departed.pop(key, None)
                if key not in board.departed:
                    grown.append(key)
            elif what is _EventKind.ARRIVE:
                new.append(key)
        return grown, new

    def _events_of(self, step: int) -> Iterator[tuple[_EventKind, UnitKey]]:
        while self._events and self._events[0][0] == step:
            _, what, _, key = heapq.heappop(self._events)
            yield what, key

    def _has_room(self, key: UnitKey, step: int) -> bool:
        return is_within(self.table.needs(key).max_over(step, NOW), _size(self._board.places[key]))

    def _enlarge(self, key: UnitKey, step: int) -> list[UnitKey]:
        """Enlarge a unit's place; return the units that then need another place.

        They are the units in its way if it is larger than all of them together, else the unit
        itself.
        """
        board = self._board
        before = board.release(key)
        rooms = [Rect(before.x, before.y, *size) for size in self._sizes(key, step)]
        room = next(filter(board.fits, rooms), None)
        if room is None and board.departed:
            board.release_departed()
            room = next(filter(board.fits, rooms), None)
        if room is not None:
            self._settle(key, room, step)
            return []
        for room in rooms:
            others = board.blockers(room)
            if sum(area(board.places[other]) for other in others) < area(room):
                places = [board.release(other) for other in others]
                if board.fits(room):
                    self._settle(key, room, step)
                    return others
                for other, place in zip(others, places, strict=True):
                    board.occupy(other, place)
        return [key]

    def _place(self, key: UnitKey, step: int) -> bool:
        board = self._board
        place = self._best_place(key, step)
        if board.departed and self._distance(key, place, step) >= FAR:
            released = board.release_departed()
            nearer = self._best_place(key, step)
            saved = self._distance(key, place, step) - self._distance(key, nearer, step)
            if place is None or saved >= FAR:
                place = nearer
            else:
                board.restore_departed(released)
        if place is not None:
            self._settle(key, place, step)
        return place is not None

    def _distance(self, key: UnitKey, place: Rect | None, step: int) -> float:
        """Return how far a place is from the preferred corner; infinity for no place."""
        if place is None:
            return math.inf
        aim = self.table.aim(key, step, self._board.places)
        return abs(place.x - aim.x) + abs(place.y - aim.y)

    def _best_place(self, key: UnitKey, step: int) -> Rect | None:
        """Return the best free place, with the most space for later sizes."""
        board = self._board
        old = self.placement.last_place(key)
        aim = self.table.aim(key, step, board.places)
        with board.ignoring_shelf(self.table.arriving_after(key, step, board.reserved)):
            for canvas in self._canvases():
                for size in self._sizes(key, step):
                    if old is not None and board.fits(Rect(*old, *size)):
                        return Rect(*old, *size)
                    corner = board.grid.nearest(size, aim, canvas)
                    if corner is not None:
                        return Rect(*corner, *size)
        return None

    def _sizes(self, key: UnitKey, step: int) -> list[Size]:
        """Return the sizes to reserve for a unit, the preferred first."""
        needs = self.table.needs(key)
        return list(dict.fromkeys(needs.max_over(step, horizon) for horizon in (LIFE, SOON, NOW)))

    def _canvases(self) -> Iterator[Size]:
        """Yield the canvas, then the epoch's, while it still holds most of its initial load."""
        yield self._canvas
        if self._board.canvas != self._canvas and (
            self._board.load > _LOAD_SHARE * self._load_of_epoch
        ):
            yield self._board.canvas

    def _settle(self, key: UnitKey, place: Rect, step: int) -> None:
        self._board.occupy(key, place)
        self.placement.set_place(key, step, Point(place.x, place.y))
        wanted = self.table.shelf.get(key)
        if wanted is not None and (wanted.x, wanted.y) != (place.x, place.y):
            self.placement.strays += 1
        self._placed.add(key)
        self._schedule_outgrow(key, step)

    def _begin_epoch(self, step: int, waiting: Iterable[UnitKey]) -> None:
        """Place all units of the step again."""
        board = self._board
        board.release_departed()
        keys = self.table.in_order({*board.places, *waiting}, step)
        old = ((key, self.placement.last_place(key)) for key in keys)
        before = {key: place for key, place in old if place is not None}
        packing = self._packer.pack(keys, step, before, board.reserved.values())
        board.replace_packing(packing)
        self._load_of_epoch = board.load
        if packing.canvas != self._canvas:
            self.placement.has_grown = True
        for key, place in packing.places.items():
            self.placement.set_place(key, step, Point(place.x, place.y))
            self._schedule_outgrow(key, step)
        self._placed.update(packing.places)


def _size(place: Rect) -> Size:
    return Size(place.width, place.height)


def place(
    units: Iterable[Unit], canvas: Size, left: float, last: int, until_unsteady: bool = False
) -> Placement:
    """Place every unit of a whole recording, knowing all later sizes.

    ``left`` is the x at which the heap begins, ``last`` the last step. With ``until_unsteady`` it
    stops as soon as something moves or does not fit.
    """
    units = tuple(units)
    placer = Placer(canvas, left)
    for unit in with_checkpoints(units):
        placer.add(unit)
    needs = ((unit, placer.table.needs(unit.key)) for unit in units)
    placer.reserve_shelf(shelf_of(needs, canvas, left))
    placer.run(last, until_unsteady)
    return placer.placement
