"""Finding the free cell that is cheapest seen from an aim."""

import math
from collections.abc import Iterator

from visualizer.layout.placing.cells import CELL

_SIDEWAYS = 1.3
_FAR = 0.15
"""What it costs to stand a pixel beside the aim, and a pixel right or down of the corner; a pixel
above or below the aim costs 1."""

_GLANCE = 16
"""So many rows are passed over at once where they are empty."""


class Search:
    """The cheapest cell that was found, of those that were looked at."""

    def __init__(self, aim: tuple[int, int], width: int) -> None:
        self._column, self._row = aim
        self._width = width
        self.cost = math.inf
        self.found: tuple[int, int] | None = None
        """Its column and row."""

    def least(self, rows: range) -> float:
        """What a cell in some rows costs at least."""
        return self._height(min(max(self._row, rows.start), rows.stop - 1))

    def look(self, free: int, rows: range, extra: float) -> None:
        """Look through the free cells of some rows, from that of the aim downwards and upwards.

        Below the aim a cell is worse than a free one right above it, so that only the upper edges
        of what is free count, and above the aim the lower edges. A way ends where the height alone
        costs more than what was found.
        """
        width, stride = self._width, self._width * 8
        first = min(max(self._row, rows.start), rows.stop - 1) - rows.start
        start = free >> first * stride & (1 << stride) - 1
        self._look_at(first + rows.start, start, extra)
        upper = (free & ~(free << stride)).to_bytes(len(rows) * width, "little")
        for row, bits in _downwards(upper, width, first + 1):
            if not self._look_at(rows.start + row, bits, extra):
                break
        lower = (free & ~(free >> stride)).to_bytes(len(rows) * width, "little")
        for row, bits in _upwards(lower, width, first):
            if not self._look_at(rows.start + row, bits, extra):
                break

    def _height(self, row: int) -> float:
        return (abs(row - self._row) + _FAR * row) * CELL.height

    def _look_at(self, row: int, bits: int, extra: float) -> bool:
        """Look at the free cells of a row nearest to the aim; false if none could be better."""
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


def _downwards(cells: bytes, width: int, row: int) -> Iterator[tuple[int, int]]:
    """The rows that are not empty, from one on."""
    empty = bytes(_GLANCE * width)
    for place in range(row * width, len(cells), len(empty)):
        part = cells[place : place + len(empty)]
        if part != empty:
            for at in range(0, len(part), width):
                bits = int.from_bytes(part[at : at + width], "little")
                if bits:
                    yield (place + at) // width, bits


def _upwards(cells: bytes, width: int, row: int) -> Iterator[tuple[int, int]]:
    """The rows that are not empty, from the one before ``row`` back to the first."""
    empty = bytes(_GLANCE * width)
    for end in range(row * width, 0, -len(empty)):
        place = max(0, end - len(empty))
        part = cells[place:end]
        if part != empty:
            for at in range(len(part) - width, -1, -width):
                bits = int.from_bytes(part[at : at + width], "little")
                if bits:
                    yield (place + at) // width, bits
