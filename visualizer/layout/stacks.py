"""Where calls stand: below each other, outermost first; what has ended gives up its place."""

from collections import defaultdict
from typing import Protocol

from visualizer.layout.foresight import Foresight
from visualizer.layout.kept import NAMES_TO_COME, KeptSpot
from visualizer.layout.occupancy import Block, Occupancy
from visualizer.layout.picture import Key
from visualizer.layout.sizes import (
    FOLDED_HEADER,
    FRAME_GAP,
    ROW,
    THREAD_ROOM,
    UNDER_MODULE,
)
from visualizer.layout.spans import Stay
from visualizer.layout.spots import Spot
from visualizer.layout.standing_spots import StandingSpots


class Ground(Protocol):
    """Where places are decided on."""

    occupancy: dict[int, Occupancy]
    spots: StandingSpots

    def new_spot(self, stay: Stay, start: float) -> Spot:
        """A place that is still to be decided on."""
        ...

    def settle(self, spot: Spot) -> None:
        """Decide on a place."""
        ...

    def kept_spot(self, stay: Stay) -> KeptSpot | None:
        """Where a card stood before the program was edited."""
        ...


class Stacks:
    """The calls of all threads, and whose places are taken in turn."""

    def __init__(self, foresight: Foresight, ground: Ground) -> None:
        self._foresight = foresight
        self._ground = ground
        self._program: Key | None = None
        self._turns: dict[Key, dict[Block, Key]] = defaultdict(dict)
        """Of each stack the calls that take turns."""

    def place(self, stay: Stay) -> None:
        """Decide where a call stands, or the names of a module."""
        ground, foresight, key = self._ground, self._foresight, stay.key
        spot = ground.new_spot(stay, stay.start)
        caller = stay.above or self._program
        if key.kind == "globals" and self._program is None:
            self._program = caller = key
        below = ground.spots.at(caller, stay.start) if caller is not None else None
        if below is not None:
            spot.y = below.y + self._room_below(key, below)
        known = ground.kept_spot(stay)
        if known is not None and known.y >= spot.y:
            spot.y = known.y
        elif known is not None and below is not None and below.key.kind == "globals":
            # It must give way to new names: far enough for the next ones, too.
            spot.y += NAMES_TO_COME * ROW
        own = self._turns[self._outermost(stay)]
        spot.y = self._free(spot, own)
        ground.settle(spot)
        takes_turns = foresight.folding if foresight.closed else foresight.inner
        if spot.block is not None and key in takes_turns:
            # Of a stack whose middle is folded only the innermost call is shown in full.
            own[spot.block] = key

    def room_above(self, spot: Spot) -> float:
        """What is kept above the first call of a thread where calls stand in several columns."""
        key, above = spot.key, spot.stay.above
        if not self._foresight.sides or key.kind not in ("frame", "calls"):
            return 0
        return THREAD_ROOM if above is None or above.kind == "globals" else 0

    def columns_of(self, spot: Spot) -> tuple[int, ...]:
        """Names of a module stand above all calls, in however many columns those are.

        Not in a recording that grows: there they stay where they stood before others came.
        """
        wide = self._foresight.closed and spot.key.kind == "globals"
        return tuple(range(-self._foresight.sides, 1)) if wide else (spot.column,)

    def giving_way(self, spot: Spot) -> set[Block]:
        """What is not in the way of an inner call put elsewhere: those that take turns with it."""
        inner = self._foresight.inner
        if spot.key not in inner:
            return set()
        own = self._turns[self._outermost(spot.stay)]
        return {block for block, key in own.items() if key in inner}

    def has_moved(self, before: Block | None, after: Block | None) -> None:
        """Know a call again that was put elsewhere."""
        for own in self._turns.values():
            if before in own and after is not None:
                own[after] = own.pop(before)

    def _free(self, spot: Spot, own: dict[Block, Key]) -> float:
        """The first height for a call from its own on; ``own`` are those of its stack.

        It takes the place of one that has ended at once: there are no arrows to calls.
        """
        start, end = spot.start, spot.end
        titled = self.room_above(spot)
        y = spot.y - titled
        for column in self.columns_of(spot):
            occupancy = self._ground.occupancy[column]
            there = occupancy.alive(spot)
            ended = {b for b in there if b.span.end <= start or end <= b.span.start or b in own}
            y = occupancy.free(y, spot.height + titled, spot, ended)
        return y + titled

    def _room_below(self, key: Key, below: Spot) -> float:
        """How far below the upper edge of its caller a call stands."""
        foresight = self._foresight
        if below.key.kind == "globals":
            titles = foresight.closed and foresight.sides > 0
            return below.height + UNDER_MODULE + titles * THREAD_ROOM
        folded = foresight.closed or below.key.kind == "calls"
        folded = folded and below.key in foresight.headers
        between = 0
        if key in foresight.inner and below.key.kind != "calls":
            between = FOLDED_HEADER + FRAME_GAP
        return (FOLDED_HEADER if folded else below.height) + FRAME_GAP + between

    def _outermost(self, stay: Stay) -> Key:
        """The first call of the stack in which a call stands."""
        found: Stay | None = stay
        while found is not None and found.above is not None and found.above.kind != "globals":
            stay = found
            found = self._foresight.stay(found.above, stay.start)
        return (found or stay).key
