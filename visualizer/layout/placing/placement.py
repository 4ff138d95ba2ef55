"""The place of every unit at every step."""

from collections.abc import Iterable

from visualizer.layout.analysis.clocks import in_effect
from visualizer.layout.picture import Point
from visualizer.layout.placing.unit import Unit, UnitKey


class Placement:
    """The places of units, and the steps at which visible units moved.

    An epoch begins at a step that places existing units again and moves some.
    """

    def __init__(self) -> None:
        self.has_grown = False
        """Whether some units had to be placed outside the canvas."""
        self.has_shelf = True
        """Whether the shelf fits, if one is wanted."""
        self.strays = 0
        """The number of times a unit of the shelf was put elsewhere."""
        self._units: dict[UnitKey, Unit] = {}
        self._places: dict[UnitKey, list[tuple[int, Point]]] = {}
        self._moved: dict[int, int] = {}

    def at(self, key: UnitKey, step: int) -> Point | None:
        """Return the place of a unit; None if it is not drawn."""
        unit = self._units.get(key)
        end = in_effect(unit.intervals, step, 0) if unit is not None else 0
        return in_effect(self._places[key], step, None) if step < end else None

    def moved(self, step: int) -> int:
        """Return how many of the units that the previous step shows, too, have moved."""
        return self._moved.get(step, 0)

    @property
    def all_moved(self) -> int:
        """The number of moves of units over all steps."""
        return sum(self._moved.values())

    @property
    def loss(self) -> tuple[bool, bool, int]:
        """Return the faults: units outside of the canvas or the shelf, and moves."""
        return self.has_grown, not self.has_shelf, self.all_moved

    @property
    def is_steady(self) -> bool:
        """Whether everything fits in the canvas and on the shelf, and nothing ever moves."""
        return not any(self.loss)

    def add(self, unit: Unit) -> None:
        """Add a unit."""
        self._units[unit.key] = unit
        self._places[unit.key] = []

    def last_place(self, key: UnitKey) -> Point | None:
        """Return the last place of a unit; None before its first."""
        places = self._places[key]
        return places[-1][1] if places else None

    def set_place(self, key: UnitKey, step: int, place: Point) -> None:
        """Set the place of a unit from a step on."""
        places = self._places[key]
        if places and places[-1][0] == step:
            places.pop()
        if not places or places[-1][1] != place:
            places.append((step, place))

    def count_moved(self, step: int, placed: Iterable[UnitKey]) -> None:
        """Record an epoch if some of the units that a step placed have moved."""
        both = ((self.at(key, step - 1), self.at(key, step)) for key in placed)
        moved = sum(before is not None and before != after for before, after in both)
        if moved:
            self._moved[step] = moved
