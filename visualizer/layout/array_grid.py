"""The values of an array as a grid of cells below its rows."""

from collections.abc import Iterator, Sequence
from itertools import batched

from visualizer.layout.contents import Line, Lines
from visualizer.layout.measure import TextMeasure, TextStyle
from visualizer.layout.picture import Part, PartKind, Slot
from visualizer.layout.sizes import CELL_INSET, NESTED_ROW, WIDEST_GRID

_NARROWEST = 30
_PADDING = 14
_MORE = 22
_GAP = 6


def value_grid(
    values: Sequence[Line], lines: Lines, top: float, measure: TextMeasure
) -> tuple[tuple[Part, ...], float, float]:
    """Parts, width and bottom of the grid; columns that find no room are left out with a sign."""
    columns = lines.columns
    widths = [measure.width(line.text, TextStyle.CODE) + _PADDING for line in values]
    width = max(_NARROWEST, round(max(widths, default=0)))
    shown = max(1, min(columns, int((WIDEST_GRID - 2 * CELL_INSET - _MORE) // width)))
    parts = tuple(_parts(values, columns, shown, width, top + _GAP))
    if lines.hidden:
        x, y = parts[0].x, parts[-1].y + NESTED_ROW
        text = f"… +{lines.hidden:,}"
        room = measure.width(text, TextStyle.CODE) + _PADDING
        more = Part(PartKind.MORE, Slot("more"), y, NESTED_ROW, "", text, x=x, width=room)
        parts = (*parts, more)
    bottom = max((part.y + part.height for part in parts), default=top)
    right = max((part.x + part.width for part in parts), default=0)
    return parts, right + CELL_INSET, bottom + _GAP + 2


def _parts(
    lines: Sequence[Line], columns: int, shown: int, width: float, y: float
) -> Iterator[Part]:
    for row in batched(lines, columns, strict=False):
        x = float(CELL_INSET)
        for line in row[:shown]:
            yield Part(PartKind.CELL, line.slot, y, NESTED_ROW, "", line.text, x=x, width=width)
            x += width
        if len(row) > shown:
            yield Part(PartKind.MORE, Slot("more"), y, NESTED_ROW, "", "…", x=x, width=_MORE)
        y += NESTED_ROW
