"""Places all units of a recording at once, or as it grows."""

from collections.abc import Iterable

from visualizer.layout.placing.placement import Placement
from visualizer.layout.placing.placer import Placer
from visualizer.layout.placing.shelf import shelf_of
from visualizer.layout.placing.unit import Size, Unit


def place(
    units: Iterable[Unit], canvas: Size, left: float, last: int, until_unsteady: bool = False
) -> Placement:
    """Place every unit of a whole recording, knowing all later sizes.

    ``left`` is the x at which the heap begins, ``last`` the last step. With ``until_unsteady`` it
    stops as soon as something moves or does not fit.
    """
    units = tuple(units)
    placer = Placer(canvas, left)
    for unit in units:
        placer.update(unit, last)
    needs = ((unit, placer.table.needs(unit.key)) for unit in units)
    placer.reserve_shelf(shelf_of(needs, canvas, left))
    placer.run(last, until_unsteady)
    return placer.placement


class GrowingPlacement:
    """The places of a growing recording: units keep their places; later sizes are unknown."""

    def __init__(self, canvas: Size, left: float) -> None:
        self._placer = Placer(canvas, left, knows_future=False)

    @property
    def placement(self) -> Placement:
        """The places so far."""
        return self._placer.placement

    def extend(self, units: Iterable[Unit], last: int) -> None:
        """Continue to the step ``last``.

        ``units`` are new or changed units, each with its whole history. A stay that extends beyond
        ``last`` continues until the unit is passed again with its end.
        """
        for unit in units:
            self._placer.update(unit, last)
        self._placer.run(last)
