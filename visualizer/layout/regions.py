"""The grounds behind the cards: the heap, and the classic picture's data and stack."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from visualizer.layout.grid import Grid
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Arrow, Box, Rect, Region, RegionKind

TITLE_ROOM = 44
MARGIN = 16
HEIGHT_STEP = 80

_LEVELS = {RegionKind.HEAP: 2, RegionKind.DATA: 4, RegionKind.STACK: 4}


class Regions(NamedTuple):
    """The grounds that a level shows, and those that there would be at the highest level."""

    shown: tuple[Region, ...]
    of_all_levels: tuple[Region, ...]


def make_regions(boxes: tuple[Box, ...], heap: Rect, grid: Grid, level: int, note: Text) -> Regions:
    """Level 2 and up show the heap, level 4 the module's names and the stack as well."""
    found = tuple(_regions(boxes, heap, grid, note))
    return Regions(tuple(r for r in found if level >= _LEVELS[r.kind]), found)


def _regions(boxes: tuple[Box, ...], heap: Rect, grid: Grid, note: Text) -> Iterator[Region]:
    yield Region(RegionKind.HEAP, heap, phrase("heap"), note)
    right = grid.heap_left - 12
    data = _around([box for box in boxes if box.key.kind == "globals"], right)
    if data is not None:
        yield Region(RegionKind.DATA, data, phrase("data"), phrase("data-note"))
    calls = _around([box for box in boxes if box.key.kind in ("frame", "calls")], right)
    if calls is not None:
        yield Region(RegionKind.STACK, calls, phrase("stack"), phrase("stack-note"))


def heap_rect(grid: Grid, top: float, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> Rect:
    """The heap's ground: right of the frames, down to the lowest that stands there in this step.

    Its lower edge goes by steps, so that it does not move with every card.
    """
    left = grid.heap_left
    right = max(grid.right, left + 240) + MARGIN
    lowest = [box.rect.bottom for box in boxes if box.key.kind == "object"]
    lowest += [y for arrow in arrows for x, y in arrow.points if x > left]
    height = max(lowest, default=top) - top + MARGIN
    height = max(math.ceil(height / HEIGHT_STEP), 1) * HEIGHT_STEP
    return Rect(left, top - TITLE_ROOM, right - left, height + TITLE_ROOM)


def bounds(boxes: tuple[Box, ...], regions: tuple[Region, ...], arrows: tuple[Arrow, ...]) -> Rect:
    """The rectangle around everything, with a margin."""
    rects = [box.rect for box in boxes] + [region.rect for region in regions]
    if not rects:
        return Rect(0, 0, 0, 0)
    # Plain lists: of thousands of arrows this is asked at every step.
    across = [x for arrow in arrows for x, _ in arrow.points]
    along = [y for arrow in arrows for _, y in arrow.points]
    for x, y, width, height in rects:
        across += (x, x + width)
        along += (y, y + height)
    left, right = min(across), max(across)
    top, bottom = min(along), max(along)
    return Rect(left, top, right - left, bottom - top).grown(MARGIN)


def _around(boxes: list[Box], right: float) -> Rect | None:
    if not boxes:
        return None
    top = min(box.rect.y for box in boxes)
    bottom = max(box.rect.bottom for box in boxes)
    left = min(box.rect.x for box in boxes) - MARGIN
    return Rect(left, top - TITLE_ROOM, right - left, bottom - top + TITLE_ROOM + MARGIN)
