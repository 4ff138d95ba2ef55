"""Of a small recording cards are placed in several orders; that is kept which reads best."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from visualizer.layout.foresight import Foresight
from visualizer.layout.grid import make_grid
from visualizer.layout.orders import LOWER, ORDERS, USUAL, Order
from visualizer.layout.places import Places
from visualizer.layout.regions import MARGIN
from visualizer.layout.routes import Routes

MOST_TRIED = 80
"""References beyond which one order only is tried at first: each takes as long as the first."""
MOST_LOWERED = 250
"""References beyond which there is no other order for what is too large either."""

_CHIP, _SIZE, _TOO_LARGE = 1.5, 1.5, 20.0
"""What counts as much as one crossing in every step: a chip, a window; one too large costs more."""
_BESIDE_DOCKS, _WINDOW = (782, 653), (1440, 860)
_LEAST_ZOOM = 0.75
_ACROSS, _ALONG = 80, 92
"""What regions and margins add to what is placed."""


type _Known = set[tuple[Order, tuple[tuple[int, int], ...]]]
"""Which orders were tried, and with which columns."""


class _Made(NamedTuple):
    """Places and ways; what they cost, and how much smaller they should be."""

    cost: float
    too_large: float
    places: Places
    routes: Routes


def choose(foresight: Foresight) -> tuple[Places, Routes]:
    """Places and ways with few crossings, few chips, and of a size that fits.

    Of what costs alike much the first is taken: the same recording gives the same picture.
    """
    count = len(foresight.references)
    known: _Known = set()
    if count <= MOST_TRIED:
        best = _best(_tried(foresight, ORDERS, known))
    else:
        best = _best(_tried(foresight, (USUAL,), known))
        if best.too_large and count <= MOST_LOWERED:
            best = _best((best, *_tried(foresight, LOWER, known)))
    return best.places, best.routes


def _best(tried: Iterable[_Made]) -> _Made:
    return min(tried, key=lambda made: made.cost)


def _tried(foresight: Foresight, orders: Iterable[Order], known: _Known) -> Iterator[_Made]:
    """What each order makes, but for what is ``known``: mostly lower columns are the same ones."""
    for order in orders:
        places = Places(foresight, order=order)
        places.extend()
        how = order._replace(limits=USUAL.limits), tuple(places.columns.items())
        if how in known:
            continue
        known.add(how)
        routes = Routes(foresight, places)
        routes.extend()
        yield _made(foresight, places, routes)


def _made(foresight: Foresight, places: Places, routes: Routes) -> _Made:
    until = foresight.horizon + 1
    crossed, chips = routes.obstructed(until)
    wide = make_grid(foresight, places, routes).right + _ACROSS
    bands = [band for _, band in routes.bands()]
    lowest = max((*bands, *(spot.y + spot.height for spot in places.spots)), default=0.0)
    high = lowest - min((0.0, *bands)) + MARGIN + _ALONG
    docked, whole = (max(wide / w, high / h) for w, h in (_BESIDE_DOCKS, _WINDOW))
    too_large = max(whole - 1 / _LEAST_ZOOM, 0.0)
    cost = (crossed + _CHIP * chips) / until + _SIZE * docked + _TOO_LARGE * too_large
    return _Made(cost, too_large, places, routes)
