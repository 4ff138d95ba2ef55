"""What lies over what where things of one kind touch: it follows from where they are alone.

Qt would go by the order in which they were added, so that a step looked otherwise after another.
"""

from visualizer.layout import Point

_PARTS = 4
"""A place is told to a quarter of a pixel."""
_BITS, _FAR = 18, 1 << 17
_NAMES = 1 << 8


def rank(at: Point, serial: int) -> float:
    """Between 0 and 0.1, to be added to the level of its kind: the lower the higher, then the
    further right; what begins at the same place goes by the number of its object."""
    down, across = (round(length * _PARTS) + _FAR for length in (at.y, at.x))
    place = (down << _BITS | across & (1 << _BITS) - 1) & (1 << 2 * _BITS) - 1
    return 0.1 * (place * _NAMES + serial % _NAMES + 1) / ((1 << 2 * _BITS) * _NAMES + 1)
