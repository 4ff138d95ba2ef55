"""The lanes that arrows need between the frames and the first column of objects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from visualizer.layout.placing import Placement
from visualizer.layout.placing.unit import UnitKey

_CORNER = 5.0
"""An arrow to a box that is level with its row, but for this much, is straight."""

_DOOR = 17.0
"""Where the second of two arrows enters the side of a box that is lower than their rows."""


class LeadingRow(NamedTuple):
    """A row of a frame at ``y`` with an arrow to a box; the box's edges are those in its unit."""

    y: float
    unit: UnitKey
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class LeadingRows:
    """The rows of frames that refer to boxes at a step."""

    step: int
    rows: tuple[LeadingRow, ...]

    def lanes(self, placement: Placement) -> int:
        """Return how many lanes the arrows take if each has its own."""
        ways = [*self._ways(placement)]
        return max(_lanes_down(ways), _lanes_down((-start, -end) for start, end in ways))

    def _ways(self, placement: Placement) -> Iterator[tuple[float, float]]:
        """Yield where the arrows that take a lane start and end.

        An arrow to a level box behind another one takes a lane, too; it may lead up or down.
        """
        found = [(row, placement.at(row.unit, self.step)) for row in self.rows]
        placed = [(row, at) for row, at in found if at is not None]
        first = min((at.x for _, at in placed), default=0.0)
        for row, at in placed:
            top, bottom = at.y + row.top, at.y + row.bottom
            is_level = top + _CORNER <= row.y <= bottom - _CORNER
            if not is_level:
                yield row.y, top + _DOOR if row.y < top + _CORNER else bottom
            elif at.x > first:
                yield from ((row.y, top), (row.y, bottom))


def _lanes_down(ways: Iterable[tuple[float, float]]) -> int:
    """Count the lanes of ways that lead down: each begins left of those that it passes."""
    most, passed = 0, list[tuple[float, int]]()
    for start, end in sorted(ways):
        if end > start:
            passed = [one for one in passed if one[0] > start]
            lane = 1 + max((lane for _, lane in passed), default=0)
            passed.append((end, lane))
            most = max(most, lane)
    return most
