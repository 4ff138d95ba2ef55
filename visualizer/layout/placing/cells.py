"""Sets of canvas cells as bits of integers.

Cells are in rows, and rows in bands; a band is one integer with a bit for each cell, row after row.
Shifting a band and combining it with itself shows for all cells at once where a unit of two cells
would touch something; a few doublings do so for a unit of any size.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from visualizer.layout.placing.unit import Size

CELL = Size(6, 3)
"""The size of a cell; places and gaps between units are multiples of it.

Cells are low, because equal heights matter more than closeness.
"""

BAND = 128
"""The number of rows in a band."""


class Cells(NamedTuple):
    """A rectangle of cells."""

    column: int
    row: int
    wide: int
    high: int


class Bands:
    """A set of cells; a row has ``columns`` cells."""

    def __init__(self, columns: int) -> None:
        self._stride = columns
        self._bands: dict[int, int] = {}

    def __bool__(self) -> bool:
        return bool(self._bands)

    @property
    def rows(self) -> int:
        """The number of rows down to the last non-empty one."""
        last = max(self._bands, default=0)
        return last * BAND + math.ceil(self._bands.get(last, 0).bit_length() / self._stride)

    def add(self, cells: Cells) -> None:
        """Add cells that are not in the set."""
        for band, bits in self._parts(cells):
            self._bands[band] = self._bands.get(band, 0) | bits

    def remove(self, cells: Cells) -> None:
        """Remove cells that are in the set."""
        for band, bits in self._parts(cells):
            rest = self._bands[band] & ~bits
            if rest:
                self._bands[band] = rest
            else:
                del self._bands[band]

    def meets(self, cells: Cells) -> bool:
        """Whether any of the cells is in the set."""
        return any(self._bands.get(band, 0) & bits for band, bits in self._parts(cells))

    def beside(self, band: int, rows: int, columns: int, wide: int, high: int) -> int:
        """Return the cells of a band where a rectangle would touch nothing, as bits.

        Only the given number of rows and columns of the band are searched.
        """
        needed = rows + high
        bits = 0
        for nth in range(-(-needed // BAND)):
            bits |= self._bands.get(band + nth, 0) << nth * BAND * self._stride
        bits &= (1 << needed * self._stride) - 1
        met = _spread(_spread(bits, wide, -1), high, -self._stride)
        return _field(columns, rows, self._stride) & ~met

    def _parts(self, cells: Cells) -> Iterator[tuple[int, int]]:
        """Yield the cells of each band as bits."""
        band, row = divmod(cells.row, BAND)
        bits = _field(cells.wide, cells.high, self._stride)
        bits <<= row * self._stride + cells.column
        while bits:
            yield band, bits & (1 << BAND * self._stride) - 1
            bits >>= BAND * self._stride
            band += 1


def cells_of(width: float, height: float) -> tuple[int, int]:
    """Return the columns and rows that a size needs."""
    return math.ceil(width / CELL.width), math.ceil(height / CELL.height)


@lru_cache(maxsize=1024)
def _field(columns: int, rows: int, stride: int) -> int:
    """Return a block of columns and rows as bits."""
    return _spread((1 << columns) - 1, rows, stride)


def _spread(bits: int, times: int, step: int) -> int:
    """Return the bits combined with copies shifted by 1 to ``times`` - 1 steps.

    A negative step shifts downwards.
    """
    done = 1
    while done < times:
        more = min(done, times - done)
        bits |= bits << more * step if step > 0 else bits >> -more * step
        done += more
    return bits
