"""Makes room for boxes that are larger than planned, because the user has opened them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from visualizer.layout.picture import Key, Rect
from visualizer.layout.sheet import Placed

_ROUNDING = 0.01
_GAP = 18
"""Boxes that are nearer to the side of a box that moves down move with it."""


def with_room(boxes: Iterable[Placed], planned: Mapping[Key, Rect]) -> list[Placed]:
    """Return boxes without overlap: what is below a larger box, or at its right, moves away.

    ``planned`` has the sizes for which the boxes are placed.
    """
    found = {box.key: box for box in boxes}
    for key in list(found):
        here = found[key]
        before = planned.get(key, here.rect)
        higher, wider = here.block.height - before.height, here.block.width - before.width
        edge = here.y + before.height - _ROUNDING
        if higher > 0:
            below = (one for one in found.values() if one.y >= edge)
            for one in _reached(sorted(below, key=lambda one: one.y), here, is_down=True):
                found[one.key] = replace(one, y=one.y + higher)
        edge = here.x + before.width - _ROUNDING
        if wider > 0:
            right = (one for one in found.values() if one.x >= edge)
            for one in _reached(sorted(right, key=lambda one: one.x), here, is_down=False):
                found[one.key] = replace(one, x=one.x + wider)
    return list(found.values())


def _reached(boxes: Iterable[Placed], start: Placed, *, is_down: bool) -> list[Placed]:
    """Return those of ``boxes`` that the start would reach if it moved, pushing others away."""
    pushing = [start]
    for one in boxes:
        for by in pushing:
            if _is_beside(one.rect, by.rect) if is_down else _is_level(one.rect, by.rect):
                pushing.append(one)
                break
    return pushing[1:]


def _is_beside(one: Rect, other: Rect) -> bool:
    """Whether two boxes share a part of their widths."""
    return one.x < other.right + _GAP and other.x < one.right + _GAP


def _is_level(one: Rect, other: Rect) -> bool:
    """Whether two boxes share a part of their heights."""
    return one.y < other.bottom and other.y < one.bottom
