"""Who takes which height of one column, and when: places are used again over time."""

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from typing import Protocol

from visualizer.layout.sizes import BADGE_OVERHANG, BAND_ABOVE, BAND_CLEARANCE, BAND_PITCH, CARD_GAP

KEPT_AFTER = 2
"""Steps for which a place is kept after its card went: freed cards and former arrows are shown."""

_WORTH_FILING = 64
"""Fewer things are looked through as fast as they are filed anew."""

_LOOKED_THROUGH = 48
"""So many entries are looked through one by one before they are put in their places."""

_MANY = 4
"""Among so many times as many, entries are put in their places one by one; else all are sorted."""

_AROUND = 200
"""How far around the wished height what is there is looked at first."""

type _Entry[T] = tuple[float, int, float, float, float, T]
"""What it is sorted by, a number in the order of entering, and its end, low, and high; of what has
no end its high, start, and low."""


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
    """Finds what is there at the same time, and between two heights where it has any.

    What passes stands in a list with what lasts alike long, in the order in which it begins; what
    has no end yet in one with what is alike high, from the top down: what one asks for is one
    stretch of each list. An end may come nearer later, it never moves away.
    """

    def __init__(self) -> None:
        self._passing: dict[float, list[_Entry[T]]] = {}
        self._staying: dict[float, list[_Entry[T]]] = {}
        self._fresh: list[_Entry[T]] = []
        self._entered = 0
        self._filed_at = _WORTH_FILING
        self._may_change = False

    def add(self, thing: T, low: float = -math.inf, high: float = math.inf) -> None:
        """Enter something, which lies between two heights."""
        span = thing.span
        if not isinstance(span, Known):
            self._may_change = True
        self._entered += 1
        self._fresh.append((span.start, self._entered, span.end, low, high, thing))

    def __bool__(self) -> bool:
        return self._entered > 0

    def remove(self, thing: T) -> None:
        """Take something out."""
        self._file()
        for entries in (*self._passing.values(), *self._staying.values()):
            entries[:] = [entry for entry in entries if entry[-1] is not thing]

    def settle(self, forget_before: float = -math.inf) -> None:
        """File anew what has ended meanwhile; what ended before the given step is let go.

        Only now and then: one more thing must not cost a look at all others.
        """
        self._file()
        if sum(map(len, self._staying.values())) < self._filed_at:
            return
        waiting, self._staying = self._staying, {}
        for entries in waiting.values():
            for low, _, high, _, _, thing in entries:
                if thing.span.end + KEPT_AFTER >= forget_before:
                    self.add(thing, low, high)
        self._file()
        self._filed_at = max(2 * sum(map(len, self._staying.values())), _WORTH_FILING)

    def alive(self, span: Span, low: float = -math.inf, high: float = math.inf) -> list[T]:
        """Everything whose time overlaps ``span``, and that lies between the two heights in part."""
        if len(self._fresh) > _LOOKED_THROUGH:
            self._file()
        first, last = span.start - KEPT_AFTER, span.end + KEPT_AFTER
        found = [
            thing
            for start, _, end, least, greatest, thing in self._fresh
            if start < last and end > first and least < high and greatest > low
        ]
        for longest, entries in self._passing.items():
            begin = bisect_left(entries, (first - longest,))
            found += [
                thing
                for _, _, end, least, greatest, thing in entries[
                    begin : bisect_left(entries, (last,), begin)
                ]
                if end > first and least < high and greatest > low
            ]
        for highest, entries in self._staying.items():
            begin = bisect_left(entries, (low - highest,))
            found += [
                thing
                for _, _, greatest, start, _, thing in entries[
                    begin : bisect_left(entries, (high,), begin)
                ]
                if start < last and greatest > low
            ]
        if self._may_change:
            return [thing for thing in found if thing.span.end > first]
        return found

    def _file(self) -> None:
        """Put what was entered in its place."""
        fresh, self._fresh = self._fresh, []
        passing: dict[float, list[_Entry[T]]] = defaultdict(list)
        staying: dict[float, list[_Entry[T]]] = defaultdict(list)
        for entry in fresh:
            start, number, end, low, high, thing = entry
            if end == math.inf:
                staying[_alike(high - low)].append((low, number, high, start, end, thing))
            else:
                passing[_alike(end - start)].append(entry)
        for lists, more in ((self._passing, passing), (self._staying, staying)):
            for kind, entries in more.items():
                there = lists.setdefault(kind, [])
                if len(there) > _MANY * len(entries):
                    for entry in entries:
                        insort(there, entry)
                else:
                    there += entries
                    there.sort()


def _alike(length: float) -> float:
    """The upper bound of the lengths that are told apart from others."""
    return math.inf if length == math.inf else 8 ** ((int(length).bit_length() + 2) // 3)


class Block:
    """A stretch of a column taken for a span of time: by a card, or by an arrow passing through.

    ``from_y`` is the least height at which no other card may end any more, ``to_y`` the greatest at
    which no other may begin yet; ``barred`` is the stretch, open at both ends, through which no
    arrow may pass.
    """

    __slots__ = ("band", "barred", "bottom", "from_y", "span", "to_y", "top")

    def __init__(self, top: float, bottom: float, span: Span, *, band: bool = False) -> None:
        self.top, self.span, self.band = top, span, band
        self.reach_to(bottom)

    def reach_to(self, bottom: float) -> None:
        """Let it end there."""
        self.bottom = bottom
        if self.band:
            self.from_y = self.top - BAND_CLEARANCE
            self.to_y = bottom + BADGE_OVERHANG + BAND_ABOVE
            self.barred = self.top - BAND_PITCH, bottom + BAND_PITCH
        else:
            self.from_y, self.to_y = self.top - CARD_GAP, bottom + CARD_GAP
            self.barred = self.top - BADGE_OVERHANG - BAND_ABOVE, bottom + BAND_CLEARANCE


class Occupancy(TimeIndex[Block]):
    """The blocks of one column."""

    def enter(self, block: Block) -> None:
        """Add a block, at its height."""
        self.add(block, min(block.from_y, block.barred[0]), block.to_y)

    def free(self, wish: float, height: float, span: Span, own: Container[Block] = ()) -> float:
        """The least y from ``wish`` on at which a card of ``height`` stands free.

        ``own`` is not in its way: what the card takes already, or what gives way to it.
        """
        y, window = wish, height + _AROUND
        while True:
            until = y + window
            there = [b for b in self.alive(span, y, until) if b not in own]
            for from_y, to_y in sorted([(b.from_y, b.to_y) for b in there]):
                if from_y >= y + height:
                    return y
                y = max(y, to_y)
            if y + height <= until:
                return y
            window *= 4
