"""Finds the cheapest free cell near an aim."""

import math
from collections.abc import Iterator

from visualizer.layout.placing.cells import CELL

_SIDEWAYS = 1.3
_FAR = 0.15
"""The cost of a pixel beside the aim, and of a pixel right of or below the corner.

A pixel above or below the aim costs 1.
"""


class Search:
    """The cheapest cell among those searched so far."""

    def __init__(self, aim: tuple[int, int], stride: int) -> None:
        self._column, self._row = aim
        self._stride = stride
        self.cost = math.inf
        self.found: tuple[int, int] | None = None
        """The column and row of that cell."""

    def min_cost(self, rows: range) -> float:
        """Return the lowest possible cost of a cell in some rows."""
        return self._height(min(max(self._row, rows.start), rows.stop - 1))

    def search(self, free: int, rows: range, extra: float) -> None:
        """Search the free cells of some rows, from the aim downwards and upwards.

        Below the aim, a cell is worse than a free one directly above it, so only upper edges of
        free areas count; above the aim, only lower edges do. A direction ends when its height alone
        costs more than the best cell.
        """
        stride = self._stride
        first = min(max(self._row, rows.start), rows.stop - 1) - rows.start
        start = free >> first * stride & (1 << stride) - 1
        self._check_row(first + rows.start, start, extra)
        for row, bits in _downwards(free & ~(free << stride), stride, first + 1):
            if not self._check_row(rows.start + row, bits, extra):
                break
        for row, bits in _upwards(free & ~(free >> stride), stride, first):
            if not self._check_row(rows.start + row, bits, extra):
                break

    def _height(self, row: int) -> float:
        return (abs(row - self._row) + _FAR * row) * CELL.height

    def _check_row(self, row: int, bits: int, extra: float) -> bool:
        """Check the free cells of a row nearest to the aim; false if none could be better."""
        height = self._height(row) + extra
        if height >= self.cost:
            return False
        before = bits & ((2 << self._column) - 1)
        after = bits >> self._column
        found = []
        if before:
            found.append(before.bit_length() - 1)
        if after:
            found.append(self._column + (after & -after).bit_length() - 1)
        for column in found:
            aside = _SIDEWAYS * abs(column - self._column) + _FAR * column
            cost = height + aside * CELL.width
            if cost < self.cost:
                self.cost, self.found = cost, (column, row)
        return True


def _downwards(bits: int, stride: int, row: int) -> Iterator[tuple[int, int]]:
    """Yield the non-empty rows from ``row`` on."""
    bits >>= row * stride
    while bits:
        empty = ((bits & -bits).bit_length() - 1) // stride
        bits >>= empty * stride
        row += empty
        yield row, bits & (1 << stride) - 1
        bits >>= stride
        row += 1


def _upwards(bits: int, stride: int, row: int) -> Iterator[tuple[int, int]]:
    """Yield the non-empty rows from the one before ``row`` back to the first."""
    bits &= (1 << row * stride) - 1
    while bits:
        row = (bits.bit_length() - 1) // stride
        yield row, bits >> row * stride
        bits &= (1 << row * stride) - 1
