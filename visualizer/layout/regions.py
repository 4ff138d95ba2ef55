"""The grounds behind the cards: the heap, and the classic picture's data and stack."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from visualizer.layout.grid import Grid
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Arrow, Box, Rect, Region, RegionKind
from visualizer.layout.sizes import LABEL_CUT, THREAD_ROOM, cut
from visualizer.model import State, called

TITLE_ROOM = 44
MARGIN = 16
HEIGHT_STEP = 80

FOOT_ROOM = 24
"""Kept below the innermost call for where it returns to."""
HEAP_NARROWEST = 288
"""So wide that the line about a small heap stands beside its name, under no count."""
LEGEND_ROOM = 16
"""Kept below what stands on the heap's ground for what the signs of a step mean."""
_BETWEEN = 12

_LEVELS = {RegionKind.TEXT: 4, RegionKind.HEAP: 2, RegionKind.DATA: 4, RegionKind.STACK: 4}


class Said(NamedTuple):
    """What stands on the heap's ground, and at the foot of the stack's."""

    heap: Text
    stack: Text


class Regions(NamedTuple):
    """The grounds that a level shows, and those that there would be at the highest level."""

    shown: tuple[Region, ...]
    of_all_levels: tuple[Region, ...]


class Reach(NamedTuple):
    """How far a card reaches with what stands beside it and with its arrows.

    ``far`` and ``low`` are counted for the heap's ground alone.
    """

    left: float
    top: float
    right: float
    bottom: float
    far: float
    low: float


def reach_of(box: Box | None, arrows: Iterable[Arrow], grid: Grid) -> Reach:
    """How far a card reaches; without one, how far its arrows do."""
    across = [x for arrow in arrows for x, _ in arrow.points]
    along = [y for arrow in arrows for _, y in arrow.points]
    far = list(across)
    low = [y for arrow in arrows for x, y in arrow.points if x > grid.heap_left]
    if box is not None:
        x, y, width, height = box.rect
        across += (x, x + width)
        along += (y, y + height)
        if box.key.kind == "object":
            far.append(x + width + box.card.aside)
            low.append(y + height)
    least = -math.inf
    return Reach(
        min(across, default=math.inf),
        min(along, default=math.inf),
        max(across, default=least),
        max(along, default=least),
        max(far, default=least),
        max(low, default=least),
    )


def furthest(reaches: Iterable[Reach]) -> Reach:
    """How far all of them reach together."""
    columns = tuple(zip(*reaches, strict=True))
    if not columns:
        return Reach(math.inf, math.inf, *(-math.inf,) * 4)
    return Reach(min(columns[0]), min(columns[1]), *map(max, columns[2:]))


def make_regions(boxes: tuple[Box, ...], heap: Rect, grid: Grid, level: int, said: Said) -> Regions:
    """Level 2 and up show the heap, level 4 the module's names and the stack as well."""
    found = tuple(_regions(boxes, heap, grid, said))
    return Regions(tuple(r for r in found if level >= _LEVELS[r.kind]), found)


def above_all(regions: Regions) -> float:
    """Where the region of code ends, above all others."""
    return min((region.rect.y for region in regions.of_all_levels), default=0.0) - _BETWEEN


def returns_to(state: State) -> Text:
    """Where the innermost call of the step goes on."""
    frames = state.frames
    if len(frames) < 2:
        return ""
    caller = frames[-2]
    return phrase("returns-to", function=cut(called(caller, state), LABEL_CUT), line=caller.line)


def _regions(boxes: tuple[Box, ...], heap: Rect, grid: Grid, said: Said) -> Iterator[Region]:
    yield Region(RegionKind.HEAP, heap, phrase("heap"), said.heap)
    right = grid.heap_left - 12
    data = _around([box for box in boxes if box.key.kind == "globals"], right)
    if data is not None:
        title, hint = phrase("data"), phrase("data-hint")
        yield Region(RegionKind.DATA, data, title, phrase("data-note"), hint=hint)
    calls = _around([box for box in boxes if box.key.kind in ("frame", "calls")], right)
    if calls is not None:
        if grid.sides:
            # Its name stands above those of the threads.
            calls = calls._replace(y=calls.y - THREAD_ROOM, height=calls.height + THREAD_ROOM)
        calls = calls._replace(height=calls.height + FOOT_ROOM - MARGIN / 2)
        yield Region(
            RegionKind.STACK, calls, phrase("stack"), phrase("stack-note"), foot=said.stack
        )


def heap_rect(grid: Grid, top: float, all_reach: Reach, bottom: float) -> Rect:
    """The heap's ground: right of the frames, as far as what stands there in this step reaches.

    Its lower edge goes by steps, but no further than below the ``bottom`` of all that ever stands
    there; its right one by columns: they do not move with every card.
    """
    left = grid.heap_left
    wanted = all_reach.far if all_reach.far > -math.inf else left
    edges = (x + width for x, width in zip(grid.left, grid.width, strict=True))
    right = next((edge for edge in edges if edge >= wanted), max(wanted, grid.right))
    right = max(right, left + HEAP_NARROWEST) + MARGIN
    lowest = all_reach.low if all_reach.low > -math.inf else top
    wanted = lowest - top + MARGIN
    by_steps = max(math.ceil(wanted / HEIGHT_STEP), 1) * HEIGHT_STEP
    height = max(min(by_steps, bottom - top + MARGIN), wanted, HEIGHT_STEP)
    return Rect(left, top - TITLE_ROOM, right - left, height + TITLE_ROOM + LEGEND_ROOM)


def bounds(regions: Iterable[Region], all_reach: Reach) -> Rect:
    """The rectangle around everything, with a margin."""
    rects = [region.rect for region in regions]
    left = min(all_reach.left, *(rect.x for rect in rects))
    top = min(all_reach.top, *(rect.y for rect in rects))
    right = max(all_reach.right, *(rect.right for rect in rects))
    bottom = max(all_reach.bottom, *(rect.bottom for rect in rects))
    return Rect(left, top, right - left, bottom - top).grown(MARGIN)


def _around(boxes: list[Box], right: float) -> Rect | None:
    if not boxes:
        return None
    top = min(box.rect.y for box in boxes)
    bottom = max(box.rect.bottom for box in boxes)
    left = min(box.rect.x for box in boxes) - MARGIN
    return Rect(left, top - TITLE_ROOM, right - left, bottom - top + TITLE_ROOM + MARGIN)
