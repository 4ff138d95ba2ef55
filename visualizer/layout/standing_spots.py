"""Which place is whose, and when: all places decided on, found by card and step."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from visualizer.layout.foresight import Foresight
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sizes import ROW
from visualizer.layout.spans import Stay
from visualizer.layout.spots import Spot

_FEW = 8
"""So many places are looked through one by one."""

_start = attrgetter("start")


class StandingSpots:
    """All spots. What has been entered stays; it may come to stand elsewhere."""

    def __init__(self, foresight: Foresight) -> None:
        self._foresight = foresight
        self._may_come_between = not foresight.closed
        self._all: list[Spot] = []
        self._of_key: dict[Key, list[Spot]] = defaultdict(list)
        self._in_time: dict[Key, list[Spot]] = defaultdict(list)
        self._of_stay: dict[Stay, Spot] = {}
        self._inside: dict[tuple[int, Spot, float], Spot] = {}

    def __iter__(self) -> Iterator[Spot]:
        """Every spot ever decided on."""
        return iter(self._all)

    def enter(self, spot: Spot) -> None:
        """A place that was decided on."""
        self._all.append(spot)
        self._of_key[spot.key].append(spot)
        insort(self._in_time[spot.key], spot, key=_start)
        self._of_stay[spot.stay] = spot

    def of_key(self, key: Key) -> Sequence[Spot]:
        """All that ``key`` ever has, in the order in which they were decided on."""
        return self._of_key.get(key, ())

    def of_stay(self, stay: Stay) -> Spot | None:
        """The one decided on last for a stay."""
        return self._of_stay.get(stay)

    def at(self, key: Key, time: float) -> Spot | None:
        """Where ``key`` stands at ``time``; None where it has no place then."""
        for spot in reversed(self.of_key(key)):
            if spot.start <= time < spot.end:
                return spot
        return None

    def within(self, key: Key, start: float, end: float) -> list[Spot]:
        """Where ``key`` stands in some of a span of steps."""
        spots = self._in_time.get(key, [])
        if len(spots) > _FEW and not self._may_come_between:
            # One is there before the next: no more than one of those before was not gone yet.
            first = max(bisect_right(spots, start, key=_start) - 1, 0)
            spots = spots[first : bisect_left(spots, end, first, key=_start)]
        return [spot for spot in spots if spot.start < end and start < spot.end]

    def inside(self, spot: Spot, serial: int, into: float, height: float) -> Spot:
        """Where a container stands that is drawn in the card at ``spot``."""
        known = self._inside.get((serial, spot, into))
        if known is None:
            key = object_key(serial)
            place = spot.y + into
            known = Spot(*(key, spot.stay, spot.start, spot.column, place, height, ROW / 2, height))
            known.within = spot
            self._inside[serial, spot, into] = known
        return known

    def inner(self, serial: int, time: int) -> Spot | None:
        """Where a container stands at ``time`` that is drawn in the card of another."""
        foresight = self._foresight
        spot = self.at(object_key(foresight.structure.card_of(serial, time)), time)
        nest = foresight.structure.nests.get(serial)
        if spot is None or nest is None:
            return None
        heights = [y for since, y in foresight.blocks.get(serial, [(0, 0.0)]) if since <= time]
        return self.inside(spot, serial, heights[-1], nest.height + ROW)

    def forget_inside(self) -> None:
        """What stands in cards goes where they go: it is found anew."""
        self._inside.clear()
