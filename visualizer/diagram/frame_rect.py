"""How far a picture reaches, where cards stand elsewhere than they were laid out."""

import math
from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from visualizer.layout import Arrow, Box, Picture, Rect, RegionKind

_MARGIN, _STEP, _LEAST_WIDTH = 16.0, 80.0, 560.0


def framed(picture: Picture, kept: Iterable[Rect] = ()) -> Picture:
    """The same with the heap's ground and the bounds around what is drawn, and what is ``kept``."""
    room = tuple(kept)
    boxes, arrows = picture.boxes, picture.arrows
    regions = tuple(
        replace(region, rect=_around(region.rect, boxes, arrows, room))
        if region.kind is RegionKind.HEAP
        else region
        for region in picture.regions
    )
    found = [*room, *(box.rect for box in boxes), *(region.rect for region in regions)]
    low = max((y for arrow in arrows for _, y in arrow.points), default=-math.inf)
    bounds = reduce(Rect.united, found).grown(_MARGIN)
    bounds = bounds._replace(height=max(bounds.bottom, low + _MARGIN) - bounds.y)
    bounds = bounds.united(picture.bounds._replace(width=0, height=0))
    return replace(picture, regions=regions, bounds=bounds)


def _around(
    ground: Rect, boxes: Iterable[Box], arrows: Iterable[Arrow], kept: Iterable[Rect]
) -> Rect:
    """The ground ends beside and below what is drawn on it, by the steps that it grows by."""
    cards = [box for box in boxes if box.serial is not None]
    right = max((box.rect.right + box.card.aside for box in cards), default=ground.x)
    low = max((box.rect.bottom for box in cards), default=ground.y)
    for rect in kept:
        right, low = max(right, rect.right), max(low, rect.bottom)
    for arrow in arrows:
        for x, y in arrow.points:
            if x > ground.x:
                right, low = max(right, x), max(low, y)
    steps = math.ceil((low + _MARGIN - ground.bottom) / _STEP)
    return ground._replace(
        width=max(right + _MARGIN - ground.x, _LEAST_WIDTH), height=ground.height + steps * _STEP
    )
