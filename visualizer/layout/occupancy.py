"""Who takes which height of one column, and when: places are used again over time."""

import math
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Protocol

from visualizer.layout.sizes import BADGE_OVERHANG, BAND_ABOVE, BAND_CLEARANCE, BAND_PITCH, CARD_GAP

KEPT_AFTER = 2
"""Steps for which a place is kept after its card went: freed cards and former arrows are shown."""

_WORTH_FILING = 64
"""Fewer things are looked through as fast as they are filed anew."""

_BUCKET = 32
_MOST_BUCKETS = 8


class Span(Protocol):
    """Something with a beginning and an end, which may become known later."""

    @property
    def start(self) -> float:
        """Its first step."""
        ...

    @property
    def end(self) -> float:
        """The first step after it."""
        ...


class Timed(Protocol):
    """Something that takes room for a span of time."""

    @property
    def span(self) -> Span:
        """When."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """A span that will not change any more: it need not be worked out each time."""

    start: float
    end: float


def together(one: Span, other: Span) -> bool:
    """Whether two spans share a step, the steps counted for which a place is kept."""
    return one.start < other.end + KEPT_AFTER and other.start < one.end + KEPT_AFTER


class TimeIndex[T: Timed]:
    """Finds what is there at the same time. Time is cut into buckets; long lives stand apart."""

    def __init__(self) -> None:
        self._long: list[T] = []
        self._filed_at = _WORTH_FILING
        self._buckets: dict[int, list[T]] = defaultdict(list)

    def add(self, thing: T) -> None:
        """Enter something."""
        numbers = _bucket_numbers(thing.span)
        if numbers is None:
            self._long.append(thing)
            return
        for number in numbers:
            self._buckets[number].append(thing)

    def settle(self, forget_before: float = -math.inf) -> None:
        """File anew what has ended meanwhile; what ended before the given step is let go.

        Only now and then: one more thing must not cost a look at all others.
        """
        if len(self._long) < self._filed_at:
            return
        waiting, self._long = self._long, []
        for thing in waiting:
            if thing.span.end + KEPT_AFTER >= forget_before:
                self.add(thing)
        self._filed_at = max(2 * len(self._long), _WORTH_FILING)

    def perhaps_alive(self, span: Span) -> Iterator[T]:
        """What may overlap ``span``, some of it more than once: for a cheaper question to ask."""
        yield from self._long
        numbers = _bucket_numbers(span)
        for number in numbers if numbers is not None else list(self._buckets):
            yield from self._buckets.get(number, ())

    def alive(self, span: Span) -> list[T]:
        """Everything whose time overlaps ``span``."""
        first, last = span.start - KEPT_AFTER, span.end + KEPT_AFTER
        found = [t for t in self._long if t.span.start < last and first < t.span.end]
        numbers = _bucket_numbers(span)
        seen: set[int] = set()
        for number in numbers if numbers is not None else list(self._buckets):
            for thing in self._buckets.get(number, ()):
                when = thing.span
                if when.start < last and first < when.end and id(thing) not in seen:
                    seen.add(id(thing))
                    found.append(thing)
        return found


@dataclass(slots=True, eq=False)
class Block:
    """A stretch of a column taken for a span of time: by a card, or by an arrow passing through."""

    top: float
    bottom: float
    span: Span
    band: bool = False

    @property
    def from_y(self) -> float:
        """The least height at which no other card may end any more."""
        return self.top - (BAND_CLEARANCE if self.band else CARD_GAP)

    @property
    def to_y(self) -> float:
        """The greatest height at which no other card may begin yet."""
        return self.bottom + (BADGE_OVERHANG + BAND_ABOVE if self.band else CARD_GAP)

    @property
    def barred(self) -> tuple[float, float]:
        """The stretch through which no arrow may pass, open at both ends."""
        if self.band:
            return self.top - BAND_PITCH, self.bottom + BAND_PITCH
        return self.top - BADGE_OVERHANG - BAND_ABOVE, self.bottom + BAND_CLEARANCE


class Occupancy(TimeIndex[Block]):
    """The blocks of one column."""

    def free(self, wish: float, height: float, span: Span, own: Container[Block] = ()) -> float:
        """The least y from ``wish`` on at which a card of ``height`` stands free.

        ``own`` is not in its way: what the card takes already, or what gives way to it.
        """
        y = wish
        others = (block for block in self.alive(span) if block not in own)
        taken = [(b.from_y, b.to_y) for b in others if b.to_y > wish]
        for from_y, to_y in sorted(taken):
            if from_y >= y + height:
                break
            y = max(y, to_y)
        return y


def _bucket_numbers(span: Span) -> range | None:
    last = span.end
    if last == math.inf:
        return None
    start, end = int(span.start), int(last) + KEPT_AFTER
    numbers = range(start // _BUCKET, end // _BUCKET + 1)
    return numbers if len(numbers) <= _MOST_BUCKETS else None
