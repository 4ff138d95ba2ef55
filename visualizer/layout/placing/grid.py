"""The occupied space of the heap, and the search for the best free place.

The search goes band by band, starting at the wish. Bands without room for a size are remembered
until a place in them is freed: so a full canvas costs little, and a place among a thousand units no
more than a few operations on long integers.
"""

import math
from collections import defaultdict
from collections.abc import Iterable

from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing.cells import BAND, CELL, Bands, Cells, cells_of
from visualizer.layout.placing.search import Search
from visualizer.layout.placing.unit import Size

ACROSS, DOWN = 30.0, 18.0
"""The minimum gaps between units."""

_ON_SHELF = 220.0
"""The cost of a place that is reserved on the shelf for a later unit."""


class Grid:
    """The occupied space and the reserved shelf, between ``left`` and ``right``."""

    def __init__(self, left: float, right: float) -> None:
        self._left = left
        columns = max(cells_of(right - left + ACROSS, 0)[0], 1)
        self._columns = columns
        self._taken = Bands(columns)
        self._reserved = Bands(columns)
        self._full: defaultdict[tuple[Size, int], list[tuple[int, int]]] = defaultdict(list)
        """The sizes in cells for which a band has no room, for each canvas and band."""

    def occupy(self, place: Rect) -> None:
        """Occupy a free place."""
        self._taken.add(self._cells(place))

    def release(self, place: Rect) -> None:
        """Free an occupied place."""
        cells = self._cells(place)
        self._taken.remove(cells)
        for canvas, band in tuple(self._full):
            if band * BAND < cells.row + cells.high:
                full = self._full.pop((canvas, band))
                end = (band + 1) * BAND
                self._full[canvas, band] = [size for size in full if end + size[1] <= cells.row]

    def reserve(self, places: Iterable[Rect]) -> None:
        """Reserve places of the shelf for their units."""
        for place in places:
            self._reserved.add(self._cells(place))

    def unreserve(self, place: Rect) -> None:
        """Stop reserving a place of the shelf."""
        self._reserved.remove(self._cells(place))

    def is_free(self, place: Rect) -> bool:
        """Whether a place is free, including the gap around it."""
        return not self._taken.meets(self._cells(place))

    def nearest(self, size: Size, wish: Point, canvas: Size) -> Point | None:
        """Return the free place in the canvas that costs least from the wish, or None.

        The canvas may be unbounded below: its height is infinite.
        """
        columns = int((canvas.width - self._left - size.width) // CELL.width) + 1
        aim = self._cell(wish.x, wish.y)
        rows = max(self._taken.rows, self._reserved.rows, aim[1]) + 1
        if math.isfinite(canvas.height):
            rows = min(rows, int((canvas.height - size.height) // CELL.height) + 1)
        if columns <= 0 or rows <= 0:
            return None
        search = Search(aim, self._columns)
        bands = [range(first, min(first + BAND, rows)) for first in range(0, rows, BAND)]
        for band in sorted(bands, key=search.min_cost):
            if search.min_cost(band) >= search.cost:
                break
            self._search_band(search, band, size, columns, canvas)
        if search.found is None:
            return None
        column, row = search.found
        return Point(self._left + column * CELL.width, row * CELL.height)

    def _search_band(
        self, search: Search, rows: range, size: Size, columns: int, canvas: Size
    ) -> None:
        """Search a band, preferring space that is not reserved for the shelf."""
        wide, high = cells_of(size.width + ACROSS, size.height + DOWN)
        band = rows.start // BAND
        full = self._full[canvas, band]
        if any(width <= wide and height <= high for width, height in full):
            return
        free = self._taken.beside(band, len(rows), columns, wide, high)
        if not free:
            full.append((wide, high))
            return
        if self._reserved:
            off_shelf = free & self._reserved.beside(band, len(rows), columns, wide, high)
            search.search(off_shelf, rows, 0)
        search.search(free, rows, _ON_SHELF if self._reserved else 0)

    def _cells(self, place: Rect) -> Cells:
        """Return the cells of a place, and of the gaps to its right and below."""
        around = cells_of(place.width + ACROSS, place.height + DOWN)
        return Cells(*self._cell(place.x, place.y), *around)

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        """Return the column and row of a place, clamped to the heap."""
        column = round((x - self._left) / CELL.width)
        return max(0, column), max(0, round(y / CELL.height))
