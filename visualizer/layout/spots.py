"""A place in the picture."""

import math
from dataclasses import dataclass

from visualizer.layout.foresight import Stay
from visualizer.layout.occupancy import Block
from visualizer.layout.picture import Key


@dataclass(slots=True, eq=False)
class Spot:
    """The place of one card for one stay: ``height`` is what is kept free for it.

    ``home`` is the height in it at which the arrow enters that it is placed by, ``least`` the
    height that it never falls below.
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
    block: Block | None = None

    @property
    def end(self) -> float:
        """The first step in which it is not there any more."""
        return min(self.stay.end, self.cut_short)
