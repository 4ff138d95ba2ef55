"""Spans of steps: how long something is in the picture, how long a reference is there."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from visualizer.layout.measure import Text
from visualizer.layout.picture import NO_SLOT, Card, Key, Slot


@dataclass(slots=True, eq=False)
class Stay:
    """A span of steps in which something may be in the picture: ``start`` up to before ``end``.

    ``above`` is for calls the one below which they stand.
    """

    key: Key
    start: int
    end: float = math.inf
    above: Key | None = None


@dataclass(slots=True, eq=False)
class Reference:
    """A span of steps in which the port at one height of a card leads to one other card.

    ``of`` is the container inside the card whose ``slot`` it is, ``inner`` the one inside the other
    card that it leads to, ``into`` how far that begins below that card's upper edge.
    """

    holder: Key
    port: float
    target: int
    start: int
    end: float = math.inf
    named: str = ""
    slot: Slot = NO_SLOT
    of: int | None = None
    inner: int | None = None
    into: float = 0.0

    @property
    def leads_to(self) -> int:
        """The object that it refers to."""
        return self.target if self.inner is None else self.inner


@dataclass(slots=True)
class Extent:
    """The most room a card ever takes; ``least`` is its smallest height, ``kind`` its title.

    ``widths`` are those that it had to have, each from a step on.
    """

    width: float = 0
    height: float = 0
    aside: float = 0
    least: float = math.inf
    kind: Text = ""
    header: float = 0
    widths: list[tuple[float, float]] = field(default_factory=list)

    def include(self, card: Card, time: float) -> None:
        """Make room for ``card``, which it is from ``time`` on."""
        self.kind = card.title
        if card.width > self.width:
            self.width = card.width
            self.widths.append((time, card.width))
        self.height = max(self.height, card.height)
        self.aside = max(self.aside, card.aside)
        self.least = min(self.least, card.height)
        self.header = card.header

    def width_at(self, time: float) -> float:
        """How wide it has had to be up to a step."""
        place = bisect_right(self.widths, (time, math.inf))
        return self.widths[place - 1][1] if place else 0


@dataclass(slots=True)
class Holding:
    """Who refers to one object: how many do now, the most at once, and its only holder so far."""

    now: int = 0
    most: int = 0
    holder: Key | None = None
    shared_from: float = math.inf


def busiest(stays: Iterable[Stay], horizon: int) -> tuple[int, int]:
    """When most cards of objects are in the picture at a time, the last such step, and how many."""
    turns = Counter[float]()
    for stay in stays:
        if stay.key.kind == "object":
            turns[stay.start] += 1
            turns[stay.end] -= 1
    count, most = 0, (0, 0)
    ends = sorted(turns)
    for time, until in zip(ends, [*ends[1:], math.inf], strict=False):
        count += turns[time]
        if count >= most[1] and time <= horizon:
            most = max(int(min(until, horizon + 1)) - 1, int(time)), count
    return most
