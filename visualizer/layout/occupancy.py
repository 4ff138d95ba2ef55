"""Who takes which height of one column, and when: places are used again over time."""

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Protocol

from visualizer.layout.sizes import BADGE_OVERHANG, BAND_ABOVE, BAND_CLEARANCE, BAND_PITCH, CARD_GAP

KEPT_AFTER = 2
"""Steps for which a place is kept after its card went: freed cards and former arrows are shown."""

_WORTH_FILING = 64
"""Fewer things are looked through as fast as they are filed anew."""

_LOOKED_THROUGH, _WORTH_A_LIST = 48, 24
"""So many entries are looked through one by one before they are put in their places."""

_LONG, _LOW = 256, 4096
"""Who stays longer, and is no higher, finds what passes by its height."""

_CELL, _MOST_CELLS = 256, 8
"""Heights are filed by cells of so many pixels; what lies in more of them stands apart."""

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
    stretch of each list. What itself stays long asks by height. An end may come nearer later, it
    never moves away.
    """

    def __init__(self) -> None:
        self._passing: dict[float, list[_Entry[T]]] = {}
        self._staying: dict[float, list[_Entry[T]]] = {}
        self._heights: _Heights[T] = _Heights()
        self._fresh: list[_Entry[T]] = []
        self._entered = 0
        self._stayed = 0
        self._filed_at = _WORTH_FILING
        self._filed_past = _LOOKED_THROUGH
        self._may_change = False

    def add(self, thing: T, low: float = -math.inf, high: float = math.inf) -> None:
        """Enter something, which lies between two heights."""
        span = thing.span
        if not isinstance(span, Known):
            self._may_change = True
        self._entered += 1
        self._fresh.append((span.start, self._entered, span.end, low, high, thing))

    def remove(self, thing: T) -> None:
        """Take something out."""
        for entries in (self._fresh, *self._passing.values(), *self._staying.values()):
            entries[:] = [entry for entry in entries if entry[-1] is not thing]
        self._heights = _Heights()
        for entries in self._passing.values():
            self._heights.add(entries)

    def settle(self, forget_before: float = -math.inf) -> None:
        """File anew what has ended meanwhile; what ended before the given step is let go.

        Only now and then: one more thing must not cost a look at all others.
        """
        if self._stayed < self._filed_at:
            return
        waiting, self._staying, self._stayed = self._staying, {}, 0
        for entries in waiting.values():
            for low, _, high, _, _, thing in entries:
                if thing.span.end + KEPT_AFTER >= forget_before:
                    self.add(thing, low, high)
        self._file()
        self._filed_at = max(2 * self._stayed, _WORTH_FILING)

    def alive(self, span: Span, low: float = -math.inf, high: float = math.inf) -> list[T]:
        """Everything whose time overlaps ``span``, if some of it lies between the heights."""
        if len(self._fresh) > self._filed_past:
            self._file()
        first, last = span.start - KEPT_AFTER, span.end + KEPT_AFTER
        found = [
            thing
            for start, _, end, least, greatest, thing in self._fresh
            if start < last and end > first and least < high and greatest > low
        ]
        by_height = last - first > _LONG and high - low < _LOW and self._heights.count > _LONG
        if by_height:
            found += self._heights.alive((first, last), low, high)
        for longest, entries in () if by_height else self._passing.items():
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
        """Put what was entered in its place; where that would be a list of a few only it waits."""
        fresh, self._fresh = self._fresh, []
        passing: dict[float, list[_Entry[T]]] = defaultdict(list)
        staying: dict[float, list[_Entry[T]]] = defaultdict(list)
        for entry in fresh:
            _, _, end, low, high, _ = entry
            if end == math.inf:
                staying[_alike(high - low)].append(entry)
            else:
                passing[_alike(end - entry[0])].append(entry)
        for lists, more in ((self._passing, passing), (self._staying, staying)):
            for kind, entries in more.items():
                if kind not in lists and len(entries) < _WORTH_A_LIST:
                    self._fresh += entries
                elif lists is self._passing:
                    _sort_in(lists.setdefault(kind, []), entries)
                    self._heights.add(entries)
                else:
                    turned = [(low, n, high, at, end, it) for at, n, end, low, high, it in entries]
                    _sort_in(lists.setdefault(kind, []), turned)
                    self._stayed += len(turned)
        self._filed_past = len(self._fresh) + _LOOKED_THROUGH


class _Heights[T]:
    """What passes by cells of height, filed only once that is asked for."""

    def __init__(self) -> None:
        self.count = 0
        self._waiting: list[_Entry[T]] = []
        self._cells: dict[int, list[_Entry[T]]] = defaultdict(list)
        self._high: list[_Entry[T]] = []

    def add(self, entries: list[_Entry[T]]) -> None:
        """Enter what passes."""
        self.count += len(entries)
        self._waiting += entries

    def alive(self, when: tuple[float, float], low: float, high: float) -> Iterable[T]:
        """What is there in a span of time between two heights."""
        first, last = when
        for entry in self._waiting:
            cells = _cells(entry[3], entry[4])
            for cell in cells or ():
                self._cells[cell].append(entry)
            if cells is None:
                self._high.append(entry)
        self._waiting.clear()
        asked = range(int(low // _CELL), int(high // _CELL) + 1)
        found: dict[T, None] = {}
        for entries in (self._high, *(self._cells.get(cell, ()) for cell in asked)):
            found |= dict.fromkeys(
                thing
                for start, _, end, least, greatest, thing in entries
                if start < last and end > first and least < high and greatest > low
            )
        return found


def _cells(low: float, high: float) -> range | None:
    """The cells between two heights; None where those are too many."""
    if high - low > _MOST_CELLS * _CELL:
        return None
    return range(int(low // _CELL), int(high // _CELL) + 1)


def _sort_in[T](there: list[_Entry[T]], entries: list[_Entry[T]]) -> None:
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
