"""Of a small recording cards are placed in several orders; that is kept which reads best."""

from collections.abc import Iterator

from visualizer.layout.foresight import Foresight
from visualizer.layout.grid import make_grid
from visualizer.layout.orders import ORDERS
from visualizer.layout.places import Places
from visualizer.layout.regions import MARGIN
from visualizer.layout.routes import Routes

MOST_TRIED = 80
"""References beyond which there is one order only: each one tried takes as long as the first."""

_CHIP, _SIZE, _TOO_LARGE = 1.5, 1.5, 20.0
"""What counts as much as one crossing in every step: a chip, a window; one too large costs more."""
_BESIDE_DOCKS, _WINDOW = (782, 653), (1440, 860)
_LEAST_ZOOM = 0.75
_ACROSS, _ALONG = 80, 92
"""What regions and margins add to what is placed."""


def choose(foresight: Foresight) -> tuple[Places, Routes]:
    """Places and ways with few crossings, few chips, and of a size that fits.

    Of what costs alike much the first is taken: the same recording gives the same picture.
    """
    return min(_tried(foresight), key=lambda made: _cost(foresight, *made))


def _tried(foresight: Foresight) -> Iterator[tuple[Places, Routes]]:
    for order in ORDERS:
        places = Places(foresight, order=order)
        places.extend()
        routes = Routes(foresight, places)
        routes.extend()
        yield places, routes


def _cost(foresight: Foresight, places: Places, routes: Routes) -> float:
    until = foresight.horizon + 1
    crossed, chips = routes.obstructed(until)
    wide = make_grid(foresight, places, routes).right + _ACROSS
    lowest = max((spot.y + spot.height for spot in places.spots), default=0.0)
    high = lowest + MARGIN + _ALONG
    docked, whole = (max(wide / w, high / h) for w, h in (_BESIDE_DOCKS, _WINDOW))
    too_large = max(whole - 1 / _LEAST_ZOOM, 0.0)
    return (crossed + _CHIP * chips) / until + _SIZE * docked + _TOO_LARGE * too_large
