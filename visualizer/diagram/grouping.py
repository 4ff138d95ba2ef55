"""Of very many cards the oldest of each frequent type stand for the others, which are counted.

Nothing moves: what is counted leaves its place free. Of what the step changed so many more are
drawn.
"""

import math
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from visualizer.diagram.attention import is_marked
from visualizer.layout import ArrowKind, Box, Fold, Key, Picture, Rect, RegionKind, object_key

MOST_CARDS = 400
"""Cards of objects beyond which they are grouped by type."""
SHOWN = 24
"""Of each group so many are drawn."""
_LEAST = 2 * SHOWN
_MARGIN, _STEP = 16.0, 80.0


def group(
    picture: Picture, opened: Collection[str], kept: Collection[int]
) -> tuple[Picture, dict[Key, str]]:
    """The picture with its most frequent types grouped; what is not drawn, and of which type.

    ``opened`` types are shown whole, the objects ``kept`` in any case.
    """
    by_type: dict[str, list[Box]] = defaultdict(list)
    count = 0
    for box in picture.boxes:
        if box.serial is not None and not box.ghost:
            by_type[str(box.card.title)].append(box)
            count += 1
    gone: dict[Key, str] = {}
    folds: dict[Key, Fold] = {}
    for name, boxes in sorted(by_type.items(), key=lambda found: (-len(found[1]), found[0])):
        if count <= MOST_CARDS or len(boxes) < _LEAST:
            break
        if name in opened:
            continue
        boxes.sort(key=lambda box: box.serial or 0)
        others = [box for box in boxes[SHOWN:] if box.serial not in kept]
        changed = {box.key for box in [box for box in others if is_marked(box)][:SHOWN]}
        away = [box for box in others if box.key not in changed]
        if away:
            gone.update((box.key, name) for box in away)
            folds[boxes[SHOWN - 1].key] = Fold(len(away), any(map(is_marked, away)), 0, name)
            count -= len(away)
    return (_without(picture, gone, folds), gone) if gone else (picture, gone)


def _without(picture: Picture, gone: Collection[Key], folds: dict[Key, Fold]) -> Picture:
    inside = {
        object_key(inner.serial) for box in picture.boxes if box.key in gone for inner in box.nested
    }
    without = inside.union(gone)
    boxes = tuple(
        replace(box, fold=folds[box.key]) if box.key in folds else box
        for box in picture.boxes
        if box.key not in gone
    )
    arrows = tuple(
        arrow
        for arrow in picture.arrows
        if arrow.card not in gone and object_key(arrow.target) not in without
    )
    full = (arrow for arrow in arrows if arrow.kind is not ArrowKind.FORMER)
    lowest = max((y for arrow in full for _, y in arrow.points), default=-math.inf)
    lowest = max([lowest, *(box.rect.bottom for box in boxes)])
    regions = tuple(
        replace(region, rect=_shorter(region.rect, lowest))
        if region.kind is RegionKind.HEAP
        else region
        for region in picture.regions
    )
    bottom = max([lowest, *(region.rect.bottom for region in regions)]) + _MARGIN
    height = min(picture.bounds.height, bottom - picture.bounds.y)
    bounds = picture.bounds._replace(height=height)
    return replace(picture, boxes=boxes, arrows=arrows, regions=regions, bounds=bounds)


def _shorter(rect: Rect, lowest: float) -> Rect:
    """The ground ends below what is drawn on it, by the steps that it grows by."""
    free = max(rect.bottom - lowest - _MARGIN, 0.0)
    return rect._replace(height=rect.height - free // _STEP * _STEP)
