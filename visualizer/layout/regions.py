"""The grounds behind the cards: the heap, and the classic picture's data and stack."""

from collections.abc import Iterator

from visualizer.layout.grid import Grid
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Arrow, Box, Point, Rect, Region, RegionKind

TITLE_ROOM = 44
MARGIN = 16


def make_regions(
    boxes: tuple[Box, ...], heap: Rect, grid: Grid, level: int, note: Text
) -> Iterator[Region]:
    """Level 2 and up show the heap, level 4 the module's names and the stack as well."""
    if level < 2:
        return
    yield Region(RegionKind.HEAP, heap, phrase("heap"), note)
    if level < 4:
        return
    right = grid.heap_left - 12
    data = _around([box for box in boxes if box.key.kind == "globals"], right)
    if data is not None:
        yield Region(RegionKind.DATA, data, phrase("data"), phrase("data-note"))
    calls = _around([box for box in boxes if box.key.kind == "frame"], right)
    if calls is not None:
        yield Region(RegionKind.STACK, calls, phrase("stack"), phrase("stack-note"))


def heap_rect(grid: Grid, top: float, bottom: float) -> Rect:
    """The heap's ground: right of the frames, around all that ever stands there."""
    left = grid.heap_left
    right = max(grid.right, left + 240) + MARGIN
    return Rect(left, top - TITLE_ROOM, right - left, bottom - top + TITLE_ROOM + MARGIN)


def bounds(boxes: tuple[Box, ...], regions: tuple[Region, ...], arrows: tuple[Arrow, ...]) -> Rect:
    """The rectangle around everything, with a margin."""
    rects = [box.rect for box in boxes] + [region.rect for region in regions]
    points = [point for arrow in arrows for point in arrow.points]
    points += [Point(rect.x, rect.y) for rect in rects]
    points += [Point(rect.right, rect.bottom) for rect in rects]
    if not points:
        return Rect(0, 0, 0, 0)
    left, right = min(p.x for p in points), max(p.x for p in points)
    top, bottom = min(p.y for p in points), max(p.y for p in points)
    return Rect(left, top, right - left, bottom - top).grown(MARGIN)


def _around(boxes: list[Box], right: float) -> Rect | None:
    if not boxes:
        return None
    top = min(box.rect.y for box in boxes)
    bottom = max(box.rect.bottom for box in boxes)
    left = min(box.rect.x for box in boxes) - MARGIN
    return Rect(left, top - TITLE_ROOM, right - left, bottom - top + TITLE_ROOM + MARGIN)
