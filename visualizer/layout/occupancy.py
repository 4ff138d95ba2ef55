"""Who takes which height of one column, and when: places are used again over time."""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from visualizer.layout.sizes import BADGE_OVERHANG, BAND_CLEARANCE, BAND_PITCH, CARD_GAP

KEPT_AFTER = 2
"""Steps for which a place is kept after its card went: freed cards and former arrows are shown."""

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
        return self.bottom + (BADGE_OVERHANG + BAND_CLEARANCE if self.band else CARD_GAP)


class Occupancy:
    """The blocks of one column. Time is cut into buckets so that short lives are found fast."""

    def __init__(self) -> None:
        self._long: list[Block] = []
        self._buckets: dict[int, list[Block]] = defaultdict(list)

    def add(self, block: Block) -> None:
        """Take a stretch."""
        numbers = _bucket_numbers(block.span.start, block.span.end + KEPT_AFTER)
        if numbers is None:
            self._long.append(block)
            return
        for number in numbers:
            self._buckets[number].append(block)

    def settle(self, forget_before: float = -math.inf) -> None:
        """File anew what has ended meanwhile; what ended before the given step is let go."""
        waiting, self._long = self._long, []
        for block in waiting:
            if block.span.end + KEPT_AFTER >= forget_before:
                self.add(block)

    def alive(self, span: Span) -> Iterator[Block]:
        """The blocks whose time overlaps that of ``span``."""
        start, end = span.start, span.end + KEPT_AFTER
        for block in self._long:
            if block.span.start < end and start < block.span.end + KEPT_AFTER:
                yield block
        numbers = _bucket_numbers(start, end)
        seen: set[int] = set()
        for number in numbers if numbers is not None else list(self._buckets):
            for block in self._buckets.get(number, ()):
                overlaps = block.span.start < end and start < block.span.end + KEPT_AFTER
                if overlaps and id(block) not in seen:
                    seen.add(id(block))
                    yield block

    def free(self, wish: float, height: float, span: Span) -> float:
        """The least y from ``wish`` on at which a card of ``height`` stands free."""
        y = wish
        taken = [(b.from_y, b.to_y) for b in self.alive(span) if b.to_y > wish]
        for from_y, to_y in sorted(taken):
            if from_y >= y + height:
                break
            y = max(y, to_y)
        return y

    def is_free(self, y: float, height: float, span: Span) -> bool:
        """Whether a card of ``height`` may stand at ``y``."""
        return self.free(y, height, span) == y

    def barred(self, span: Span) -> list[tuple[float, float]]:
        """The stretches through which no arrow may pass, open at both ends."""
        return [
            (block.top - BAND_PITCH, block.bottom + BAND_PITCH)
            if block.band
            else (
                block.top - BADGE_OVERHANG - BAND_CLEARANCE,
                block.bottom + BAND_CLEARANCE,
            )
            for block in self.alive(span)
        ]


def _bucket_numbers(start: float, end: float) -> range | None:
    if math.isinf(end) or math.isinf(start):
        return None
    numbers = range(int(start) // _BUCKET, int(end) // _BUCKET + 1)
    return numbers if len(numbers) <= _MOST_BUCKETS else None
