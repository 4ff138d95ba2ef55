"""In which column everything stands: by what refers to it, and by how much room there is."""

from collections.abc import Iterable, Mapping
from functools import cache

from visualizer.layout.chains import ROW_LENGTH, Rows
from visualizer.layout.columns import assign_columns
from visualizer.layout.foresight import Foresight
from visualizer.layout.orders import USUAL, Limits
from visualizer.layout.picture import object_key
from visualizer.layout.sizes import COMPACT_HEADER
from visualizer.layout.spans import Reference, Stay, busiest
from visualizer.layout.spread import spread
from visualizer.layout.structures import ENDS, LEAST_CLOSED, MOST_WHOLE

SHORTENED_ROW = 2 * ENDS
"""So many members of a chain stand beside each other where only its two ends are shown."""
MOST_IN_SHORT_ROWS = 400
"""Of a longer chain rows are as long as can be: each hangs on the one above it."""

MOSTLY = 0.75
"""For such a part of its time as a card a slot holds a value that stands beside that slot."""


def plan_columns(
    foresight: Foresight,
    heights: Mapping[Stay, float],
    references: Iterable[Reference],
    fixed: Mapping[int, int],
    rows: Rows,
    *,
    limits: Limits = USUAL.limits,
) -> dict[int, int]:
    """The columns of objects that have none yet, by the stays that they have and their heights.

    ``limits`` say how high a column may be.
    """
    horizon = foresight.horizon

    @cache
    def life(serial: int) -> float:
        spans = foresight.stays.get(object_key(serial), ())
        return sum(min(s.end, horizon + 1) - s.start for s in spans)

    settled = foresight.structure.settled

    def counts(reference: Reference) -> bool:
        """A value that soon comes to stand in its slot stands beside its names until then."""
        if reference.target not in settled or reference.holder.kind != "object":
            return True
        if foresight.extents[reference.holder].header == COMPACT_HEADER:
            # Beside a member of a chain the next one stands.
            return False
        held = min(reference.end, horizon + 1) - reference.start
        return held >= MOSTLY * life(reference.target)

    lasting = [reference for reference in references if counts(reference)]
    serials = [int(stay.key.name) for stay in heights]
    columns = assign_columns(serials, lasting, life, horizon, fixed, rows=rows)
    if not foresight.closed or foresight.joined:
        return columns
    known = {**fixed, **columns}
    return columns | spread(heights, lasting, known, rows, limits=limits, fixed=fixed)


def rows_of(foresight: Foresight) -> Rows:
    """What chains are told by, and as yet none of their rows."""

    def kind(serial: int) -> object:
        extent = foresight.extents.get(object_key(serial))
        # Each of its own kind where there is nothing to know: no chain goes on from there.
        return extent.kind if extent is not None and not extent.aside else serial

    def width(serial: int) -> float:
        extent = foresight.extents.get(object_key(serial))
        return extent.width + extent.aside if extent is not None else 0

    most = busiest(foresight.ordered_stays, foresight.horizon)[1] if foresight.closed else 0
    shortens = most > MOST_WHOLE

    def longest(members: int) -> int:
        is_short = members < LEAST_CLOSED or not shortens
        if members > MOST_IN_SHORT_ROWS or (is_short and not foresight.joined):
            return ROW_LENGTH
        return SHORTENED_ROW

    return Rows(kind, width, longest)
