"""A place in the picture."""

import math
from dataclasses import dataclass

from visualizer.layout.occupancy import Block
from visualizer.layout.picture import Key
from visualizer.layout.sizes import HEAD_PITCH, OVER_HIGHEST_HEAD, PILL, UNDER_LOWEST_HEAD
from visualizer.layout.spans import Stay


@dataclass(slots=True, eq=False)
class Spot:
    """The place of one card for one stay: ``height`` is what is kept free for it.

    ``home`` is the height in it at which the arrow enters that it is placed by, ``least`` the
    height that it never falls below. ``within`` is the spot of the card that it stands inside.
    """

    key: Key
    stay: Stay
    start: float
    column: int
    y: float
    height: float
    home: float
    least: float
    cut_short: float = math.inf
    within: "Spot | None" = None
    block: Block | None = None

    @property
    def card(self) -> "Spot":
        """The place of the card that it stands inside; else its own."""
        return self if self.within is None else self.within

    @property
    def heads(self) -> int:
        """How many arrows there is room for, those above and below the one at home included."""
        return 1 + self.room(-1) + self.room(1)

    def room(self, direction: int) -> int:
        """For how many further heads there is room above (-1) or below (1) the one at home."""
        above, below = (7, 7) if self.least == PILL else (OVER_HIGHEST_HEAD, UNDER_LOWEST_HEAD)
        if self.within is not None:
            above = below = 4
        room = self.home - above if direction < 0 else self.height - self.home - below
        return int(max(room, 0) // HEAD_PITCH)

    @property
    def end(self) -> float:
        """The first step in which it is not there any more."""
        end, cut = self.stay.end, self.cut_short
        end = cut if cut < end else end
        return end if self.within is None else min(end, self.within.end)
