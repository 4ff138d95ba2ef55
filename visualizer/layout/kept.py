"""Where things stood in the layout of the same program before it was edited."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from visualizer.layout.picture import Key
from visualizer.layout.sizes import LANE_PITCH, ROW
from visualizer.layout.spots import Spot

LANES_TO_COME = 6 * LANE_PITCH
"""What a column that has to give way once moves further, so that it need not the next time."""
NAMES_TO_COME = 3
"""Names that are likely to come to a module while one edits."""


class KeptSpot(NamedTuple):
    """A place that a card had; ``home`` is the height in it at which its arrow entered."""

    column: int
    y: float
    home: float


class Kept(NamedTuple):
    """The places of each card, one for each of its stays, and the left edges of the columns.

    They are taken again where they are free, so that a picture stands still while one edits.
    """

    spots: Mapping[Key, tuple[KeptSpot, ...]]
    left: tuple[float, ...]

    def spot(self, key: Key, number: int) -> KeptSpot | None:
        """Where a card stood in a stay of it, counted from 0."""
        known = self.spots.get(key, ())
        return known[number] if number < len(known) else None

    def with_room(self) -> "Kept":
        """The same, columns and calls further apart: there will be more arrows and more names."""
        spots = {
            key: places
            if key.kind in ("object", "globals")
            else tuple(place._replace(y=place.y + NAMES_TO_COME * ROW) for place in places)
            for key, places in self.spots.items()
        }
        # Behind the calls most: names may be longer, and most arrows begin there.
        left = (x + (n + 1) * LANES_TO_COME if n else x for n, x in enumerate(self.left))
        return Kept(spots, tuple(left))


def keep(spots: Iterable[Spot], left: tuple[float, ...], renamed: Mapping[int, int]) -> Kept:
    """What is to be kept of ``spots``; ``renamed`` says what the objects are called now."""
    found: dict[Key, list[KeptSpot]] = defaultdict(list)
    # Of a stay in which a card had to be put elsewhere that counts where it came to stand first.
    first = {spot.stay: spot for spot in sorted(spots, key=lambda spot: spot.start, reverse=True)}
    for spot in sorted(first.values(), key=lambda spot: spot.stay.start):
        key: Key | None = spot.key
        if spot.key.kind == "object":
            serial = renamed.get(int(spot.key.name))
            key = Key("object", serial) if serial is not None else None
        if key is not None:
            found[key].append(KeptSpot(spot.column, spot.y, spot.home))
    return Kept({key: tuple(places) for key, places in found.items()}, left)
