"""Where there is room for a word beside cards and arrows."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from visualizer.diagram.badges import lift_of
from visualizer.diagram.mark_legend import room_of_legend
from visualizer.layout import Arrow, Box, CardKind, Picture, Rect

_CARD_MARGIN, _LINE_MARGIN = 5.0, 4.0
_BADGE = 12.0
_FOLD = 17.0
"""The mark of what is folded away, below its card."""
_FOOT = 26.0
_STEP = 12.0
_TITLE = 34.0
_FARTHEST = 400.0
"""How far out of its rectangle a card's label may reach."""


class Obstacles:
    """What stands near ``around``: cards with their badges and labels, arrows, and ``others``."""

    def __init__(self, picture: Picture, around: Rect, others: Iterable[Rect] = ()) -> None:
        reach = reach_around(around)
        near = [box for box in picture.boxes if box.rect.overlaps(reach)]
        cards = [rect for rect in map(room_of, near) if rect.overlaps(around)]
        cards += [rect for rect in _words(picture) if rect.overlaps(around)]
        # A region's title stands at its upper edge.
        titles = (region.rect._replace(height=_TITLE) for region in picture.regions)
        cards += others
        cards += [title for title in titles if title.overlaps(around)]
        lines = [rect for arrow in picture.arrows for rect in _near(arrow, around)]
        self._card_edges, self._line_edges = _edges(cards), _edges(lines)

    def cost(self, rect: Rect) -> float:
        """0 where it is free; an arrow under it is bad, a card is out of the question."""
        x, y, right, bottom = _edges((rect,))[0]
        # Written out: in a dense picture this is asked some thousand times for one sentence.
        for left, top, far, low in self._card_edges:
            if x < far and left < right and y < low and top < bottom:
                return 1000.0
        return self.lines_under(rect)

    def lines_under(self, rect: Rect) -> float:
        """How many parts of arrows pass there."""
        x, y, right, bottom = _edges((rect,))[0]
        return float(
            sum(
                x < far and left < right and y < low and top < bottom
                for left, top, far, low in self._line_edges
            )
        )

    def best(self, candidates: Iterable[Rect]) -> Rect | None:
        """The first free one, else the one with the fewest arrows under it; never on a card."""
        found, least = None, 1000.0
        for rect in candidates:
            cost = self.cost(rect)
            if cost == 0:
                return rect
            if cost < least:
                found, least = rect, cost
        return found


def _edges(rects: Iterable[Rect]) -> list[tuple[float, float, float, float]]:
    return [(x, y, x + width, y + height) for x, y, width, height in rects]


def reach_around(area: Rect) -> Rect:
    """Where cards may stand whose labels reach into an area."""
    return area.grown(_FARTHEST)


def beside(anchor: Rect, width: float, height: float, reach: float) -> Iterator[Rect]:
    """Places for a label near ``anchor``: below it first, then above, right, and farther."""
    gap = 8.0
    for away in range(int(reach / _STEP)):
        far = gap + away * _STEP
        yield Rect(anchor.x, anchor.bottom + far, width, height)
        yield Rect(anchor.right - width, anchor.bottom + far, width, height)
        yield Rect(anchor.x, anchor.y - far - height - 6, width, height)
        yield Rect(anchor.right + far + 6, anchor.y, width, height)
        yield Rect(anchor.right + far + 6, anchor.bottom - height, width, height)


def _words(picture: Picture) -> Iterator[Rect]:
    """What is written at the foot of a ground, and what the signs mean."""
    yield room_of_legend(picture)
    for region in picture.regions:
        if region.chips:
            yield region.rect
        if region.foot:
            x, _, width, _ = region.rect
            yield Rect(x, region.rect.bottom - _FOOT, width, _FOOT)


def room_of(box: Box) -> Rect:
    """What a card takes, with badge, sign, and what stands beside it."""
    rect = box.rect
    beside_it = box.ghost or (box.card.kind is CardKind.PILL and (box.address or box.note))
    aside = box.card.aside if beside_it else 0.0
    width = rect.width + max(aside, _CARD_MARGIN)
    top = _BADGE + (4 if box.badge is not None and box.badge.changed else 0) + lift_of(box)
    below = _FOLD if box.fold is not None else _CARD_MARGIN
    return Rect(
        rect.x - _CARD_MARGIN,
        rect.y - top,
        width + _CARD_MARGIN,
        rect.height + top + below,
    )


def _near(arrow: Arrow, around: Rect) -> Iterator[Rect]:
    """The parts of an arrow that pass near."""
    x, y, width, height = around
    right, bottom = x + width, y + height
    for (x1, y1), (x2, y2) in pairwise(arrow.points):
        if (x1 > right and x2 > right) or (x1 < x and x2 < x):
            continue
        if (y1 > bottom and y2 > bottom) or (y1 < y and y2 < y):
            continue
        part = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        yield part.grown(_LINE_MARGIN)
