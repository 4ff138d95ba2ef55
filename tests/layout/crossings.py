"""How often the arrows of a picture cross each other."""

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise

from visualizer.layout import ArrowKind, Picture

UNCHANGED = (ArrowKind.PLAIN, ArrowKind.WEAK)


def crossings(picture: Picture, kinds: tuple[ArrowKind, ...] = UNCHANGED) -> Counter[int]:
    """For each arrow, by its place in the picture, how many others it crosses; none: not there.

    Only arrows of these ``kinds`` count: what has changed is drawn in full, whatever it crosses.
    """
    level: list[tuple[float, float, float, int]] = []
    upright: list[tuple[float, float, float, int]] = []
    for number, arrow in enumerate(picture.arrows):
        if arrow.kind not in kinds:
            continue
        for a, b in pairwise(arrow.points):
            if a.y == b.y:
                level.append((a.y, min(a.x, b.x), max(a.x, b.x), number))
            else:
                upright.append((a.x, min(a.y, b.y), max(a.y, b.y), number))
    level.sort()
    heights = [y for y, *_ in level]
    pairs = set()
    for x, top, bottom, mine in upright:
        first, last = bisect_right(heights, top), bisect_left(heights, bottom)
        for _, left, right, other in level[first:last]:
            if mine != other and left < x < right:
                pairs.add((min(mine, other), max(mine, other)))
    return Counter(number for pair in pairs for number in pair)
