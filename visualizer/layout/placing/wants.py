"""The wanted space and place of each unit at a step."""

import math
from collections.abc import Iterable, Iterator, Mapping

from visualizer.layout.analysis.clocks import in_effect
from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing.cells import CELL
from visualizer.layout.placing.grid import DOWN
from visualizer.layout.placing.needs import LIFE, Needs
from visualizer.layout.placing.unit import Size, Unit, UnitKey

LIFT = 4.0
"""A card is this much higher than the row of its name: the arrow enters below its corner."""
type Places = Mapping[UnitKey, Rect]
"""The places of units, including the space reserved for each."""


class UnitTable:
    """The known units, in order of appearance."""

    def __init__(self, left: float) -> None:
        self.left = left
        self.shelf: Places = {}
        self._units: dict[UnitKey, Unit] = {}
        self._needs: dict[UnitKey, Needs] = {}
        self._number: dict[UnitKey, int] = {}

    def add(self, unit: Unit) -> None:
        """Add a unit."""
        self._number[unit.key] = len(self._number)
        self._units[unit.key] = unit
        self._needs[unit.key] = Needs(unit.sizes)

    def number(self, key: UnitKey) -> int:
        """Return the unit's position in the order of appearance."""
        return self._number[key]

    def needs(self, key: UnitKey) -> Needs:
        """Return the space that a unit needs."""
        return self._needs[key]

    def arriving_after(
        self, key: UnitKey, step: int, others: Iterable[UnitKey]
    ) -> Iterator[UnitKey]:
        """Yield the units among ``others`` that arrive after this one left, here at ``step``.

        One that arrives as it leaves would get another place: see ``KEEP_STEPS``.
        """
        leaves = next(end for start, end in self._units[key].intervals if start <= step < end)
        return (one for one in others if self._units[one].intervals[0][0] > leaves)

    def sizes(self, keys: Iterable[UnitKey], step: int, horizon: int) -> dict[UnitKey, Size]:
        """Return the maximum size of each over ``horizon`` steps."""
        return {key: self._needs[key].max_over(step, horizon) for key in keys}

    def aim(self, key: UnitKey, step: int, places: Places) -> Point:
        """Return the preferred corner of a unit, given the places of others."""
        unit = self._units[key]
        if key in self.shelf:
            return Point(self.left, self.shelf[key].y)
        if unit.shelf is not None:
            return Point(self.left, unit.shelf - LIFT)
        for wish in filter(None, (unit.keeper, in_effect(unit.wishes, step, None))):
            if wish.owner is None:
                return wish.at._replace(x=max(self.left, wish.at.x))
            owner = places.get(wish.owner, self.shelf.get(wish.owner))
            if owner is not None:
                return wish.at.moved(owner.x, owner.y)
        return Point(self.left, 0)

    def in_order(self, keys: Iterable[UnitKey], step: int) -> list[UnitKey]:
        """Sort units for placing: the shelf from the top, then owners before their targets."""
        waiting = sorted(keys, key=self._rank)
        todo = set(waiting)
        ordered: list[UnitKey] = []
        for key in waiting:
            path = []
            up: UnitKey | None = key
            while up in todo:
                todo.discard(up)
                path.append(up)
                up = self._owner(up, step)
            ordered += reversed(path)
        return ordered

    def _rank(self, key: UnitKey) -> tuple[bool, float, int, int]:
        unit = self._units[key]
        return unit.shelf is None, unit.shelf or 0, unit.intervals[0][0], self._number[key]

    def _owner(self, key: UnitKey, step: int) -> UnitKey | None:
        if self._units[key].shelf is not None:
            return None
        wish = in_effect(self._units[key].wishes, step, None)
        return wish.owner if wish is not None else None


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
