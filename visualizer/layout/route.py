"""The way of one arrow, decided once for the life of a reference."""

import math
from dataclasses import dataclass, field

from visualizer.layout.lanes import Drawn, Upright
from visualizer.layout.occupancy import Known
from visualizer.layout.picture import NO_SLOT, Key, Point, Slot, object_key
from visualizer.layout.spans import Reference
from visualizer.layout.spots import Spot

type Way = tuple[Key, Slot, int]
"""From a slot of what stands in a card, or in a container inside one, to an object."""


@dataclass(frozen=True, slots=True)
class Time(Known):
    """When a route is there, and when it is drawn, as lanes ask for it; known for good."""

    near: tuple[tuple[float, float], ...] | None
    shown: tuple[tuple[float, float], ...]
    """The spans of steps in which it is drawn in full."""

    @classmethod
    def of(cls, start: float, end: float, near: tuple[tuple[float, float], ...] | None) -> "Time":
        """The time from one step up to before another."""
        return cls(start, end, near, ((start, end),) if near is None else near)


@dataclass(slots=True, eq=False)
class Route:
    """An arrow's way while both of its ends stand where they do.

    ``head`` is the height at which it enters. What runs ``leftwards`` leaves at the left edge of
    its card and enters at the right one of the other. ``band`` is the height at which it passes the
    columns between, ``uprights`` its parts in gutters, told by the column left of them. A ``chip``
    is shown as such, unless one asks to see its way; without ``head`` it has not even a stub.
    ``near`` are the steps in which its frame is one of the innermost; None where that makes no
    difference.
    """

    source: Spot
    target: Spot
    port: float
    start: float
    held: Reference | None
    slot: Slot = NO_SLOT
    of: int | None = None
    head: float | None = None
    band: float | None = None
    uprights: tuple[tuple[int, Upright], ...] = ()
    chip: bool = False
    way: bool = True
    """False where no lane was free."""
    goes_on: bool = False
    """Whether it leads from one row of a chain to the next."""
    near: tuple[tuple[float, float], ...] | None = None
    leftwards: bool = False
    from_y: float = field(init=False)
    """The height of its port."""
    passed: range = field(init=False)
    """The columns that it has to pass."""
    span: Drawn = field(init=False)
    """For when it takes a head, lanes and a height."""
    traced: tuple[object, tuple[Point, ...]] | None = None
    """Its corners, and what they were worked out from."""
    time: Time | None = None
    """Its own time, if that is known for good."""

    def __post_init__(self) -> None:
        """Work out once what is asked for again and again."""
        self.from_y = self.source.y + self.port
        self.passed = self._between()
        self.span = self if self.time is None else self.time

    def turn_right(self) -> None:
        """Let it leave at the right edge of its card after all: there was no room for its head."""
        self.leftwards = False
        self.passed = self._between()

    def _between(self) -> range:
        source, target = self.source.column, self.target.column
        if self.leftwards:
            return range(target + 1, source)
        return range(source + 1, target) if target > source else range(target, source + 1)

    @property
    def end(self) -> float:
        """The first step in which it is not there any more."""
        end = self.held.end if self.held is not None else math.inf
        source, target = self.source.end, self.target.end
        # Asked for so often that a call of `min` would count.
        end = source if source < end else end
        return target if target < end else end

    @property
    def leads(self) -> Way:
        """From what to what it leads."""
        holder = self.source.key if self.of is None else object_key(self.of)
        return holder, self.slot, int(self.target.key.name)

    @property
    def straight(self) -> bool:
        """Whether it is one level line."""
        return self.from_y == self.head and self.band in (None, self.head)

    @property
    def shown(self) -> tuple[tuple[float, float], ...]:
        """The spans of steps in which it is drawn in full if it is no chip."""
        if self.near is None or self.straight:
            return ((self.start, self.end),)
        return self.near

    def is_chip(self, time: float) -> bool:
        """Whether it is shown as a chip at ``time``."""
        if self.chip or self.near is None:
            return self.chip
        return not any(start <= time < end for start, end in self.shown)
