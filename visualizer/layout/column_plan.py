"""In which column everything stands: by what refers to it, and by how much room there is."""

from collections.abc import Iterable, Mapping
from functools import cache

from visualizer.layout.chains import ROW_LENGTH, Rows
from visualizer.layout.columns import assign_columns
from visualizer.layout.foresight import Foresight
from visualizer.layout.picture import object_key
from visualizer.layout.spans import Reference, Stay
from visualizer.layout.spread import spread

JOINED_ROW = 4
"""So many members of a chain stand beside each other where what is frequent stands in one card: of
such a chain both ends are shown, which are two each."""


def plan_columns(
    foresight: Foresight,
    heights: Mapping[Stay, float],
    references: Iterable[Reference],
    fixed: Mapping[int, int],
    rows: Rows,
) -> dict[int, int]:
    """The columns of objects that have none yet, by the stays that they have and their heights."""
    horizon = foresight.horizon

    @cache
    def life(serial: int) -> float:
        spans = foresight.stays.get(object_key(serial), ())
        return sum(min(s.end, horizon + 1) - s.start for s in spans)

    # A value that comes to stand in its slot stands beside its names until then.
    settled = foresight.structure.settled
    lasting = [r for r in references if r.target not in settled or r.holder.kind != "object"]
    serials = [int(stay.key.name) for stay in heights]
    columns = assign_columns(serials, lasting, life, horizon, fixed, rows=rows)
    if not foresight.closed or foresight.joined:
        return columns
    return columns | spread(heights, lasting, {**fixed, **columns}, rows, fixed)


def rows_of(foresight: Foresight) -> Rows:
    """What chains are told by, and as yet none of their rows."""

    def kind(serial: int) -> object:
        extent = foresight.extents.get(object_key(serial))
        # Each of its own kind where there is nothing to know: no chain goes on from there.
        return extent.kind if extent is not None and not extent.aside else serial

    def width(serial: int) -> float:
        extent = foresight.extents.get(object_key(serial))
        return extent.width + extent.aside if extent is not None else 0

    return Rows(kind, width, JOINED_ROW if foresight.joined else ROW_LENGTH)
