"""Makes room for boxes that are larger than planned, because the user has opened them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from visualizer.layout.picture import Key, Rect
from visualizer.layout.sheet import Placed

_ROUNDING = 0.01
_ACROSS, _DOWN = 0, 1
_GAPS = 48, 18
"""The gaps that are kept of those across, where arrows pass, and of those down.

Boxes that are nearer to the side of a box that moves down move with it.
"""


def with_room(boxes: Iterable[Placed], planned: Mapping[Key, Rect]) -> list[Placed]:
    """Return boxes without overlap: what is in the way of a larger box moves down or right.

    ``planned`` has the sizes for which the boxes are placed.
    """
    found = {box.key: box for box in boxes}
    for key in list(found):
        for axis in (_DOWN, _ACROSS):
            here = found[key].rect
            size = planned.get(key, here)[axis + 2]
            if size < here[axis + 2]:
                found |= {one.key: one for one in _pushed(found.values(), here, size, axis)}
    return list(found.values())


def _pushed(boxes: Iterable[Placed], start: Rect, size: float, axis: int) -> Iterator[Placed]:
    """Yield the boxes that one reaches that was planned with a smaller size, or that these reach.

    Each moves only as far as necessary.
    """
    edge = start[axis] + size
    pushing = [(start, edge, start[axis] + start[axis + 2])]
    behind = (box for box in boxes if box.rect[axis] >= edge - _ROUNDING)
    for one in sorted(behind, key=lambda box: box.rect[axis]):
        rect, place = one.rect, one.rect[axis]
        places = (
            after + min(place - before, _GAPS[axis])
            for by, before, after in pushing
            if (_is_beside(rect, by) if axis == _DOWN else _is_level(rect, by))
        )
        far = max(places, default=place) - place
        if far > 0:
            end = place + rect[axis + 2]
            pushing.append((rect, end, end + far))
            yield replace(one, y=one.y + far) if axis == _DOWN else replace(one, x=one.x + far)


def _is_beside(one: Rect, other: Rect) -> bool:
    """Whether two boxes share a part of their widths."""
    gap = _GAPS[_DOWN]
    return one.x < other.right + gap and other.x < one.right + gap


def _is_level(one: Rect, other: Rect) -> bool:
    """Whether two boxes share a part of their heights."""
    return one.y < other.bottom and other.y < one.bottom
