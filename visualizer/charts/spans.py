"""Draws any number of spans over an axis of steps; spans narrower than a pixel are merged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.int64]
type _Whole = Sequence[int] | Numbers


@dataclass(frozen=True, slots=True)
class Bar:
    """A painted rectangle from ``start`` to ``end`` on the axis, in a row.

    ``span`` is the number of its only span, or None if it stands for several.
    """

    row: int
    start: float
    end: float
    span: int | None


class Spans:
    """Spans of steps in rows; those of one row do not overlap. Steps count from 1."""

    def __init__(self, rows: _Whole, firsts: _Whole, lasts: _Whole) -> None:
        row_of: Numbers = np.asarray(rows, np.int64)
        starts: Numbers = np.asarray(firsts, np.int64)
        ends: Numbers = np.asarray(lasts, np.int64) + 1
        order = np.lexsort((starts, row_of))
        edges = np.searchsorted(row_of[order], np.arange(int(row_of.max(initial=-1)) + 2))
        self._rows: list[tuple[Numbers, Numbers, Numbers]] = []
        for begin, end in pairwise(edges.tolist()):
            numbers = order[begin:end]
            self._rows.append((numbers, starts[numbers], ends[numbers]))
        self._view = (0.0, 0.0, 0.0)
        self._bars: dict[int, list[Bar]] = {}
        """The bars of the rows that this view has shown."""

    @property
    def end(self) -> int:
        """The step after the last span."""
        return max((int(ends[-1]) for _, _, ends in self._rows if len(ends)), default=0)

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def bars(
        self, first: float, last: float, pixel: float, rows: slice = slice(None)
    ) -> Iterator[Bar]:
        """Yield the bars of ``rows`` between ``first`` and ``last``, at so many steps per pixel.

        The last view's bars are kept: a view is painted again whenever the marked step moves.
        """
        view = first, last, pixel
        if view != self._view:
            self._view, self._bars = view, {}
        for row in range(len(self._rows))[rows]:
            if row not in self._bars:
                self._bars[row] = self._bars_of(row)
            yield from self._bars[row]

    def _bars_of(self, row: int) -> list[Bar]:
        first, last, pixel = self._view
        numbers, starts, ends = self._rows[row]
        low = int(np.searchsorted(ends, first, side="right"))
        high = int(np.searchsorted(starts, last, side="left"))
        if low >= high:
            return []
        return list(_merged(row, numbers[low:high], starts[low:high], ends[low:high], 3 * pixel))

    def at(self, row: int, step: float) -> int | None:
        """Return the span of a row at a step."""
        if not 0 <= row < len(self._rows):
            return None
        numbers, starts, ends = self._rows[row]
        place = int(np.searchsorted(starts, step, side="right")) - 1
        return int(numbers[place]) if place >= 0 and step < ends[place] else None


def stacked(threads: Sequence[int], depths: Sequence[int]) -> tuple[Numbers, dict[int, int]]:
    """Return the row of each call, each thread's rows below those of the thread before, and the
    number of rows above each thread. Depths count from 1.
    """
    of, deep = np.array(threads, np.int64), np.array(depths, np.int64)
    rows, above, top = deep - 1, {}, 0
    # Not numpy.unique, which first imports numpy.ma: that takes longer than all the rest.
    for thread in sorted(set(threads)):
        rows[of == thread] += top
        above[thread] = top
        top += int(deep[of == thread].max())
    return rows, above


def open_until(lasts: Sequence[int], end: int) -> Numbers:
    """Return the last steps of spans, ``end`` for those that have not ended, whose last is 0."""
    found: Numbers = np.array(lasts, np.int64)
    found[found == 0] = end
    return found


def ended_at(lasts: Sequence[int], steps: Sequence[int]) -> frozenset[int]:
    """Return the numbers of the spans that end at one of these steps."""
    ends, wanted = np.array(lasts, np.int64), np.sort(np.array(steps, np.int64))
    if not len(wanted):
        return frozenset()
    # Not numpy.isin: it imports numpy.ma as well.
    nearest = wanted[np.minimum(np.searchsorted(wanted, ends), len(wanted) - 1)]
    return frozenset(np.flatnonzero(nearest == ends).tolist())


def _merged(
    row: int, numbers: Numbers, starts: Numbers, ends: Numbers, least: float
) -> Iterator[Bar]:
    """Yield wide spans one by one, and indistinguishable narrow neighbours as one bar."""
    narrow = ends - starts < least
    close = np.append(False, starts[1:] - ends[:-1] < least)
    joins = close & narrow & np.append(False, narrow[:-1])
    heads = np.flatnonzero(~joins)
    tails = np.append(heads[1:], len(numbers)) - 1
    for head, tail in zip(heads.tolist(), tails.tolist(), strict=True):
        alone = int(numbers[head]) if head == tail else None
        yield Bar(row, float(starts[head]), float(ends[tail]), alone)
