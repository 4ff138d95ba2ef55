"""Where each card stands: decided once for each stay in the picture, and kept."""

import math
from collections import defaultdict
from collections.abc import Sequence

from visualizer.layout.column_plan import plan_columns, rows_of
from visualizer.layout.foresight import Foresight
from visualizer.layout.homes import Homes
from visualizer.layout.kept import Kept, KeptSpot
from visualizer.layout.occupancy import Block, Known, Occupancy
from visualizer.layout.orders import USUAL, Order
from visualizer.layout.picture import Card, Key
from visualizer.layout.sizes import HEAD_PITCH, MOST_HEADS, ROW
from visualizer.layout.spans import Extent, Stay
from visualizer.layout.spots import Spot
from visualizer.layout.stacks import Stacks
from visualizer.layout.standing_spots import StandingSpots
from visualizer.layout.trees import Child, Forest

_NAMES_TO_COME = 10
_HIGH = 100
"""Of what passes the higher cards are placed first: the lower ones find room between them."""
LONG = 0.25
"""What is in the picture for such a part of the recording, and what is no value if it is there at
the end, is placed before what passes."""
HIGHEST_HOME = 40
"""The arrow that a card is placed by enters at its middle, or so far below its top."""


class Places:
    """Decides on all ``spots``. ``extend`` places what the foresight has learnt since."""

    def __init__(
        self, foresight: Foresight, kept: Kept | None = None, order: Order = USUAL
    ) -> None:
        self._kept = kept
        self._order = order
        self.columns: dict[int, int] = {}
        self.occupancy: dict[int, Occupancy] = defaultdict(Occupancy)
        self._foresight = foresight
        self._growing = not foresight.closed
        self.spots = StandingSpots(foresight)
        self._done = 0
        self._references_done = 0
        self._rows = rows_of(foresight)
        self._stacks = Stacks(foresight, self)
        self._homes = Homes(foresight, self.columns, self._rows, self._kept_height)

    def extend(self) -> None:
        """Place every stay that is not placed yet; those placed stay where they are."""
        foresight = self._foresight
        for occupancy in self.occupancy.values():
            occupancy.settle(foresight.horizon - 1 if foresight.observing else -math.inf)
        references = foresight.references[self._references_done :]
        self._references_done = len(foresight.references)
        self._homes.add(references)
        stays = foresight.ordered_stays[self._done :]
        self._done = len(foresight.ordered_stays)
        for stay in stays:
            if stay.key.kind != "object":
                self._stacks.place(stay)
        found = [stay for stay in stays if stay.key.kind == "object" and not self._owned(stay)]
        for stay in found:
            if (known := self.kept_spot(stay)) is not None:
                self.columns.setdefault(int(stay.key.name), known.column)
        heights = {stay: self._kept_height(stay.key) for stay in found}
        made = plan_columns(
            *(foresight, heights, references, self.columns, self._rows), limits=self._order.limits
        )
        self.columns.update(made)
        self._place_objects(found)

    def place_now(self, key: Key, card: Card, time: int) -> Spot:
        """A place from ``time`` on for a card that was not foreseen."""
        self._foresight.extents.setdefault(key, Extent()).include(card, time)
        stay = self._foresight.stay(key, time) or Stay(key, time)
        if key.kind == "object":
            self.columns.setdefault(int(key.name), 1)
        if self.spots.of_stay(stay) is None and stay.start == time:
            if key.kind == "object":
                self._place_objects([stay])
            else:
                self._stacks.place(stay)
            placed = self.spots.of_stay(stay)
            assert placed is not None
            return placed
        spot = self.new_spot(stay, time)
        spot.y = self.occupancy[spot.column].free(0, spot.height, spot)
        self.settle(spot)
        return spot

    def outgrown(self, spot: Spot, height: float, time: int) -> Spot:
        """A place from ``time`` on for a card that has become higher than was kept for it.

        The same one if there is room below; else the card moves, for it may not move others.
        """
        occupancy = self.occupancy[spot.column]
        for wanted in (height + 2 * ROW, height):
            if spot.block and occupancy.free(spot.y, wanted, spot, {spot.block}) == spot.y:
                self._let_reach(spot, wanted)
                return spot
        self._cut_short(spot, time)
        moved = self.new_spot(spot.stay, time)
        moved.height = height + 2 * ROW
        moved.y = self.occupancy[moved.column].free(spot.y, moved.height, moved)
        self.settle(moved)
        return moved

    def grow(self, spot: Spot, by: float) -> bool:
        """Keep more room below a card, if it is free."""
        block = spot.block
        if block is None:
            return False
        wanted = spot.height + by
        if self.occupancy[spot.column].free(spot.y, wanted, spot, {block}) != spot.y:
            return False
        self._let_reach(spot, wanted)
        return True

    def highest(self, spot: Spot) -> float:
        """How high what stands there ever is for what is in it."""
        return spot.height if spot.within else self._foresight.extents[spot.key].height

    def move(self, key: Key, column: int, y: float) -> None:
        """Put a card elsewhere, at the first free height from ``y`` on; all others stay.

        What was taken by arrows is free again: their ways are to be found anew.
        """
        for spot in self._lifted(key):
            own = self._stacks.giving_way(spot)
            y_free = self.occupancy[column].free(max(y, 0), spot.height, spot, own)
            self._put_down(spot, column, y_free)

    def nudge(self, key: Key, column: int, by: float) -> None:
        """Put a card into a column at least ``by`` lower than it is; higher where less than 0.

        Upwards it goes past what is in its way, if there is room for it beyond.
        """
        for spot in self._lifted(key):
            free, goal = self.occupancy[column].free, max(spot.y + by, 0)
            own = self._stacks.giving_way(spot)
            while by < 0 < goal and free(goal, spot.height, spot, own) >= spot.y:
                goal = max(goal + by, 0)
            y = free(goal, spot.height, spot, own)
            # A call may stand where one was that has ended at once: that is free for it alone.
            stays = column == spot.column and by <= 0 and y > spot.y
            self._put_down(spot, column, spot.y if stays else y)

    def _lifted(self, key: Key) -> Sequence[Spot]:
        """The spots of a card, which take no room any more; nor does any arrow."""
        self.occupancy.clear()
        self.spots.forget_inside()
        lifted = self.spots.of_key(key)
        for spot in self.spots:
            if spot.block is not None and spot not in lifted:
                for column in self._stacks.columns_of(spot):
                    self.occupancy[column].enter(spot.block)
        return lifted

    def _put_down(self, spot: Spot, column: int, y: float) -> None:
        spot.column, spot.y = column, y
        before = spot.block
        self._take_room(spot)
        self._stacks.has_moved(before, spot.block)
        if spot.key.kind == "object":
            self.columns[int(spot.key.name)] = column

    def wraps(self, source: Spot, target: Spot) -> bool:
        """Whether an arrow between them leads from one row of a chain to the next."""
        length = (
            self._rows.lengths.get(int(target.key.name)) if target.key.kind == "object" else None
        )
        return length is not None and source.column == target.column + length - 1

    def _owned(self, stay: Stay) -> bool:
        """Whether it is drawn inside its owner for all that is known."""
        serial = int(stay.key.name)
        foresight = self._foresight
        return foresight.in_place(serial, stay.start if foresight.closed else foresight.horizon)

    def kept_spot(self, stay: Stay) -> KeptSpot | None:
        """Where a card stood before the program was edited."""
        if self._kept is None or stay.key not in self._kept.spots:
            return None
        stays = enumerate(self._foresight.stays.get(stay.key, ()))
        number = next((number for number, one in stays if one is stay), None)
        return self._kept.spot(stay.key, number) if number is not None else None

    def _place_kept(self, stays: list[Stay]) -> list[Stay]:
        """Let stand where they stood those that can; returns the others."""
        others = []
        for stay in stays:
            known = self.kept_spot(stay)
            if known is None:
                others.append(stay)
                continue
            spot = self.new_spot(stay, stay.start)
            spot.column, spot.y = known.column, known.y
            spot.home = min(known.home, spot.height)
            if self.occupancy[spot.column].free(spot.y, spot.height, spot) == spot.y:
                self.settle(spot)
            else:
                others.append(stay)
        return others

    def _place_objects(self, stays: list[Stay]) -> None:
        """Place what stays long first, so that it stands near its slot; the rest around it.

        So it is unless another order was asked for, or the end is not known.
        """
        stays = self._place_kept(stays) if self._kept is not None else stays
        order = self._order
        foresees = not self._growing
        long = [s for s in stays if self._is_long(s)] if foresees and order.long_first else []
        among = set(long)
        self._place_trees(long)
        rest = [stay for stay in stays if stay not in among]
        is_high = foresees and order.high_first
        high = {s for s in rest if self._kept_height(s.key) > _HIGH} if is_high else set()
        self._place_trees([stay for stay in rest if stay in high])
        self._place_trees([stay for stay in rest if stay not in high])

    def _is_long(self, stay: Stay) -> bool:
        horizon = self._foresight.horizon + 1
        if stay.end > horizon and not self.is_pill(stay):
            return True
        return min(stay.end, horizon) - stay.start >= LONG * horizon

    def _place_trees(self, stays: list[Stay]) -> None:
        forest = Forest(self, stays, self._order.far)
        roots: dict[Stay, Spot] = {}
        for stay in stays:
            home = self._homes.home(stay)
            if home is not None:
                forest.hang(home.parent, Child(home.port, stay))
                if (root := self.spots.of_stay(home.parent)) is not None:
                    roots[home.parent] = root
        in_order = sorted(roots.values(), key=lambda spot: (spot.column, spot.start, spot.y))
        for spot in in_order:
            forest.place_children(spot, {})
        for stay in stays:
            if forest.is_waiting(stay):
                forest.place_tree(Child(0, stay), 0, {})

    def former_height(self, stay: Stay) -> float | None:
        """Where an object stood when it was last in the picture, if that is free."""
        earlier = [spot for spot in self.spots.of_key(stay.key) if spot.stay is not stay]
        if not earlier:
            return None
        spot = self.new_spot(stay, stay.start)
        spot.y = earlier[-1].y
        free = self.occupancy[spot.column].free(spot.y, spot.height, spot)
        return spot.y if free == spot.y else None

    def new_spot(self, stay: Stay, start: float) -> Spot:
        """A place that is still to be decided on, with the room that it needs."""
        column = self._foresight.aside.get(stay.key, 0)
        if stay.key.kind == "object":
            column = self.columns[int(stay.key.name)]
        height = self._kept_height(stay.key)
        least = self._foresight.extents[stay.key].least
        home = min(least / 2, HIGHEST_HOME)
        return Spot(stay.key, stay, start, column, 0, height, home, least)

    def same_kind(self, one: Stay, other: Stay) -> bool:
        """Whether two cards are of objects of one class."""
        extents = self._foresight.extents
        return one.key.kind == other.key.kind and extents[one.key].kind == extents[other.key].kind

    def is_pill(self, stay: Stay) -> bool:
        """Whether a card is that of a plain value."""
        return self._foresight.extents[stay.key].aside > 0

    def settle(self, spot: Spot) -> None:
        """Decide on a place."""
        self.spots.enter(spot)
        self._take_room(spot)

    def _take_room(self, spot: Spot) -> None:
        # Of a whole recording nothing changes any more.
        span = spot if self._growing else Known(spot.start, spot.end)
        spot.block = Block(spot.y - self._stacks.room_above(spot), spot.y + spot.height, span)
        for column in self._stacks.columns_of(spot):
            self.occupancy[column].enter(spot.block)

    def _let_reach(self, spot: Spot, height: float) -> None:
        """Keep so much room for a card."""
        spot.height = height
        if spot.block is not None:
            occupancy = self.occupancy[spot.column]
            occupancy.remove(spot.block)
            spot.block.reach_to(spot.y + height)
            occupancy.enter(spot.block)

    def _cut_short(self, spot: Spot, time: int) -> None:
        """From ``time`` on a card stands elsewhere."""
        spot.cut_short = time
        block = spot.block
        if block is not None and block.span is not spot:
            self.occupancy[spot.column].remove(block)
            block.span = Known(spot.start, spot.end)
            self.occupancy[spot.column].enter(block)

    def _kept_height(self, key: Key) -> float:
        extent = self._foresight.extents[key]
        height = extent.height
        if key.kind == "object":
            # Two more: a head is kept for a moment after its arrow has gone.
            heads = min(self._foresight.heads(int(key.name)) + 2, MOST_HEADS)
            height = max(height, heads * HEAD_PITCH + 16)
        if self._growing and not extent.aside:
            # A module goes on to bind names while calls stand below it.
            height += ROW * (_NAMES_TO_COME if key.kind == "globals" else 2)
        return height
