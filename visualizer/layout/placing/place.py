"""Places all units of a recording at once."""

from collections.abc import Iterable

from visualizer.layout.checkpoints import with_checkpoints
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
    for unit in with_checkpoints(units):
        placer.add(unit)
    needs = ((unit, placer.table.needs(unit.key)) for unit in units)
    placer.reserve_shelf(shelf_of(needs, canvas, left))
    placer.run(last, until_unsteady)
    return placer.placement
