"""The shelf: the first column of the heap, for objects with a lasting global name."""

import math
from collections.abc import Iterable

from visualizer.layout.picture import Rect
from visualizer.layout.placing.cells import CELL
from visualizer.layout.placing.grid import DOWN
from visualizer.layout.placing.needs import LIFE, Needs
from visualizer.layout.placing.unit import Size, Unit, UnitKey

LIFT = 4.0
"""A card is this much higher than the row of its name: the arrow enters below its corner."""


def shelf_of(
    units: Iterable[tuple[Unit, Needs]], canvas: Size, left: float
) -> dict[UnitKey, Rect] | None:
    """Return a place for each unit with a shelf, in the order of the rows.

    None if they do not fit: then ``Placer`` puts each as near to its row as possible.
    """
    places = {}
    y = 0.0
    rows = ((unit.shelf, unit, needs) for unit, needs in units if unit.shelf is not None)
    for row, unit, needs in sorted(rows, key=lambda one: one[0]):
        size = needs.max_over(unit.sizes[0][0], LIFE)
        y = math.ceil(max(y, row - LIFT) / CELL.height) * CELL.height
        if left + size.width > canvas.width or y + size.height > canvas.height:
            return None
        places[unit.key] = Rect(left, y, *size)
        y += size.height + DOWN
    return places
