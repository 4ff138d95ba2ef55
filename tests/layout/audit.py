"""What must hold in every picture, as questions with the offenders for an answer."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from visualizer.layout import Arrow, ArrowKind, Box, CardKind, Key, Picture, Point, Rect, object_key


def overlapping(picture: Picture) -> list[tuple[Box, Box]]:
    """Cards that share room."""
    return [(a, b) for a, b in combinations(picture.boxes, 2) if a.rect.overlaps(b.rect)]


def slanted(picture: Picture) -> list[Arrow]:
    """Arrows with a part that is neither level nor upright."""
    return [
        arrow
        for arrow in picture.arrows
        if any(a.x != b.x and a.y != b.y for a, b in pairwise(arrow.points))
    ]


def passing_over(picture: Picture) -> list[tuple[Arrow, Box]]:
    """Arrows that run over a card, other than out of their own port or into the round of a pill."""
    return [
        (arrow, box)
        for arrow in picture.arrows
        for box in picture.boxes
        if any(_crosses(part, arrow, box) for part in pairwise(arrow.points))
    ]


def _crosses(part: tuple[Point, Point], arrow: Arrow, box: Box) -> bool:
    start, stop = part
    if box.key == arrow.card and start == arrow.points[0] and not arrow.chip:
        return False
    is_target = box.key == ("object", arrow.target) and stop == arrow.points[-1]
    if is_target and box.card.kind is CardKind.PILL:
        return False
    rect = box.rect
    left, right = sorted((start.x, stop.x))
    top, bottom = sorted((start.y, stop.y))
    return left < rect.right and right > rect.x and top < rect.bottom and bottom > rect.y


def crowded_heads(picture: Picture) -> list[tuple[Arrow, Arrow]]:
    """Arrows into one edge of a card, or what stands inside it, with heads less than 10 apart."""
    cards = {nested.serial: box.serial for box in picture.boxes for nested in box.nested}
    return [
        (a, b)
        for a, b in combinations([arrow for arrow in picture.arrows if arrow.points], 2)
        if cards.get(a.target, a.target) == cards.get(b.target, b.target)
        and abs(a.points[-1].y - b.points[-1].y) < 9.99
        and _enters_at_right(a) == _enters_at_right(b)
    ]


def _enters_at_right(arrow: Arrow) -> bool:
    before, end = arrow.points[-2:]
    return end.x < before.x


def crowded_ports(picture: Picture) -> list[tuple[Arrow, Arrow]]:
    """Heads where another arrow leaves their card at the same edge: less than 9 from its port."""
    shown = [arrow for arrow in picture.arrows if arrow.kind is not ArrowKind.FORMER]
    cards = {nested.serial: box.serial for box in picture.boxes for nested in box.nested}
    return [
        (entering, leaving)
        for entering in shown
        for leaving in shown
        if entering.points
        and leaving.points
        and not leaving.chip
        and leaving.card == object_key(cards.get(entering.target, entering.target) or 0)
        and _enters_at_right(entering) != leaving.leftwards
        and abs(entering.points[-1].y - leaving.points[0].y) < 8.99
    ]


def bundled(picture: Picture) -> list[tuple[Arrow, Arrow]]:
    """Arrows that run along each other on the same line; from one port they may."""
    return [
        (a, b)
        for a, b in combinations(picture.arrows, 2)
        if (a.holder, a.slot) != (b.holder, b.slot)
        and any(_along(p, q) for p in pairwise(a.points) for q in pairwise(b.points))
    ]


def _along(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    for axis in (0, 1):
        if one[0][axis] == one[1][axis] == other[0][axis] == other[1][axis]:
            a, b = sorted((one[0][1 - axis], one[1][1 - axis]))
            c, d = sorted((other[0][1 - axis], other[1][1 - axis]))
            return min(b, d) > max(a, c)
    return False


def astray(picture: Picture) -> list[Arrow]:
    """Arrows that do not begin at a port of their holder or do not end at their target's edge.

    Those that run leftwards begin at the left edge and end at the right one.
    """
    boxes = {box.key: box.rect for box in picture.boxes}
    for box in picture.boxes:
        boxes |= {object_key(nested.serial): box.rect_of(nested) for nested in box.nested}
    return [arrow for arrow in picture.arrows if arrow.points and not _fits(arrow, boxes)]


def _fits(arrow: Arrow, boxes: dict[Key, Rect]) -> bool:
    source, target = boxes[arrow.card], boxes[object_key(arrow.target)]
    start, end = arrow.points[0], arrow.points[-1]
    beside = start.x == source.x if arrow.leftwards else source.x < start.x < source.right
    begins = arrow.chip or (beside and source.y < start.y < source.bottom)
    at_right = _enters_at_right(arrow)
    ends = end.x == target.right if at_right else 0 <= end.x - target.x <= 17
    return begins and target.y < end.y < target.bottom and ends


def references(picture: Picture) -> Iterator[tuple[object, ...]]:
    """The references that are to be drawn as arrows: one for each part with a port."""
    for box in picture.boxes:
        for part in box.card.parts:
            if part.points:
                holder = box.key if part.inner is None else object_key(part.inner)
                yield holder, part.slot, part.target


def drawn(picture: Picture) -> Iterator[tuple[object, ...]]:
    """The references that are drawn as arrows."""
    for arrow in picture.arrows:
        if arrow.kind is not ArrowKind.FORMER:
            yield arrow.holder, arrow.slot, arrow.target
