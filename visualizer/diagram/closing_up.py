"""A picture without the room that is given up because long structures are shortened.

What is opened there stands in the row that is kept of that room. Ways follow their cards; one that
would then lead over a card gives way to a sign.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from visualizer.diagram.apart import Lines, crowding
from visualizer.diagram.frame_rect import framed
from visualizer.diagram.shortening import MIDDLE
from visualizer.layout import Arrow, Box, Key, Picture, Point, Rect, object_key
from visualizer.layout.closing import Closing
from visualizer.layout.sizes import LANE_INSET

_STUB = 16.0
_DETOUR = 80.0
"""No way leads further than that below the lowest card."""
_BESIDE, _ABOVE = 22.0, 22.0
"""How far from cards that leads which goes on after the middle of a chain."""
_LANES = 0.0, 4.0, -5.0, 8.0
"""By so much nearer where others run there."""
_AROUND = 24.0
"""Kept between cards below each other, for their badges and arrows."""


def close_up(picture: Picture, closing: Closing) -> Picture:
    """The same cards and arrows, nearer to each other from top to bottom."""
    if not closing:
        return _led_on(picture)
    boxes, opened = _moved_boxes(picture.boxes, closing)
    before = {box.key: box for box in picture.boxes}
    around = {object_key(inner.serial): box.key for box in picture.boxes for inner in box.nested}
    ways = _Ways(closing, before, boxes, around, opened)
    arrows = tuple(ways.moved(arrow) for arrow in picture.arrows)
    crowded = crowding(arrows)
    arrows = tuple(
        _yielding(arrow) if place in crowded and len(arrow.points) > 1 else arrow
        for place, arrow in enumerate(arrows)
    )
    moved = replace(picture, boxes=tuple(boxes[key] for key in before), arrows=arrows)
    return framed(_led_on(moved))


def _led_on(picture: Picture) -> Picture:
    """With a way from the card of a middle to what comes after it, where none was left."""
    if not any(arrow.slot.kind == MIDDLE and arrow.chip for arrow in picture.arrows):
        return picture
    boxes = {box.key: box for box in picture.boxes}
    rects = [box.rect for box in picture.boxes]
    lines = Lines(arrow.points for arrow in picture.arrows)

    def led(arrow: Arrow) -> Arrow:
        target = boxes.get(object_key(arrow.target))
        if arrow.slot.kind != MIDDLE or not arrow.chip or target is None or not arrow.points:
            return arrow
        card, goal, last = boxes[arrow.card].rect, target.rect, arrow.points[-1]
        if last.x != goal.x or arrow.port.x < card.x + card.width / 2:
            return arrow
        port = arrow.port._replace(x=card.right)
        ways = (_around_corner(card, port, goal, last, lane) for lane in _LANES)
        for way in ways:
            if not passes_over(way, rects) and lines.are_free(way[:-1]):
                lines.add(way)
                return replace(arrow, points=way, port=way[0], chip=False)
        return arrow

    return replace(picture, arrows=tuple(map(led, picture.arrows)))


def _around_corner(
    card: Rect, port: Point, goal: Rect, last: Point, by: float
) -> tuple[Point, ...]:
    """Out at the right, along above the row of the goal, and into it from the left.

    All ``by`` so much nearer to the cards.
    """
    lane, into = card.right + _BESIDE - by, goal.x - _BESIDE + by
    away = _ABOVE - by
    between = goal.y - away if goal.y > card.bottom else goal.bottom + away
    points = [port, Point(lane, port.y), Point(lane, between), Point(into, between)]
    return _straightened([*points, Point(into, last.y), last])


def _moved_boxes(boxes: Iterable[Box], closing: Closing) -> tuple[dict[Key, Box], list[Rect]]:
    """Where all stand then, and which room is taken by what stands where none was."""
    down = closing.down.shown_at
    made: dict[Key, Box] = {}
    opened: list[Box] = []
    for box in boxes:
        rect = box.rect
        if rect.x < closing.left:
            made[box.key] = box
        elif closing.gap_at(rect.y) is None and closing.gap_at(rect.bottom) is None:
            made[box.key] = _at(box, down(rect.y))
        else:
            opened.append(box)
    # What stands for others gives way.
    for box in sorted(opened, key=lambda box: (bool(box.middle), box.rect.y, box.rect.x)):
        y = closing.opened_at(box.rect.x, box.rect.y)
        y = down(box.rect.y) if y is None else y
        made[box.key] = _at(box, _first_free(box.rect, y, made.values()))
    return made, [made[box.key].rect for box in opened]


def _at(box: Box, y: float) -> Box:
    return (
        box
        if y == box.rect.y
        else replace(
            box,
            rect=box.rect._replace(y=y),
            cursors=tuple(bar._replace(y=bar.y + y - box.rect.y) for bar in box.cursors),
        )
    )


def _first_free(rect: Rect, y: float, others: Iterable[Box]) -> float:
    """The first height from ``y`` on at which a card stands apart from all others."""
    beside = sorted(
        (other.rect.y, other.rect.bottom)
        for other in others
        if other.rect.x < rect.right and rect.x < other.rect.right
    )
    for top, bottom in beside:
        if bottom + _AROUND > y and top < y + rect.height + _AROUND:
            y = bottom + _AROUND
    return y


class _Ways:
    """Leads arrows to where their cards stand now."""

    def __init__(
        self,
        closing: Closing,
        before: Mapping[Key, Box],
        boxes: Mapping[Key, Box],
        around: Mapping[Key, Key],
        opened: list[Rect],
    ) -> None:
        self._closing, self._before, self._boxes = closing, before, boxes
        self._around, self._opened = around, opened
        self._rects = [box.rect for box in boxes.values()]
        self._lowest = max(rect.bottom for rect in self._rects) + _DETOUR

    def moved(self, arrow: Arrow) -> Arrow:
        """The same arrow between the same cards."""
        target = object_key(arrow.target)
        start, end = self._by(arrow.card), self._by(self._around.get(target, target))
        if not (start or end or any(self._at(point) != point for point in arrow.points)):
            return _yielding(arrow) if passes_over(arrow.points, self._opened) else arrow
        port = arrow.port._replace(y=arrow.port.y + start)
        arrow = replace(arrow, joined=tuple(y + start for y in arrow.joined))
        if arrow.chip:
            points = tuple(point._replace(y=point.y + end) for point in arrow.points)
            full = self._led(arrow.full, start, end)
            full = () if passes_over(full, self._rects) else full
            return replace(arrow, points=points, full=full, port=port)
        points = arrow.points
        for late in (False, True):
            points = self._led(arrow.points, start, end, late=late)
            too_low = max((y for _, y in points), default=0.0) > self._lowest
            if not too_low and not passes_over(points, self._rects):
                return replace(arrow, points=points, full=(), port=port)
        return _yielding(replace(arrow, points=points, port=port))

    def _by(self, key: Key) -> float:
        """How far a card has moved down."""
        box = self._boxes.get(key)
        return box.rect.y - self._before[key].rect.y if box is not None else 0.0

    def _at(self, point: Point) -> Point:
        x, y = point
        return point if x < self._closing.gutter else Point(x, self._closing.down.shown_at(y))

    def _led(
        self, points: tuple[Point, ...], start: float, end: float, *, late: bool = False
    ) -> tuple[Point, ...]:
        """A way whose ends have moved so far: its level parts at either end go along.

        If it is ``late``, the last does so only among what moved.
        """
        if len(points) < 2:
            return points
        first, last = points[0].y, points[-1].y
        moved = list(map(self._at, points))
        head = next((n for n, (_, y) in enumerate(points) if y != first), len(points))
        tail = next((n for n, (_, y) in enumerate(reversed(points)) if y != last), len(points))
        for n in range(head):
            moved[n] = Point(points[n].x, first + start)
        for n in range(len(points) - tail, len(points)):
            if not late or points[n].x >= self._closing.gutter:
                moved[n] = Point(points[n].x, last + end)
        if head == len(points) and start != end:
            moved[:-1] = [Point(x, first + start) for x, _ in points[:-1]]
        found = [moved[0]]
        for point in moved[1:]:
            before = found[-1]
            if point.x != before.x and point.y != before.y:
                lane = self._lane(before.x, point.x)
                found += [Point(lane, before.y), Point(lane, point.y)]
            found.append(point)
        return _straightened(found)

    def _lane(self, start: float, end: float) -> float:
        """Where a level part that is no more goes down: before what moved, else before its end."""
        gutter = self._closing.gutter
        if min(start, end) < gutter < max(start, end):
            return gutter + LANE_INSET
        return end - LANE_INSET if start < end else end + LANE_INSET


def passes_over(points: tuple[Point, ...], rects: Iterable[Rect]) -> bool:
    """Whether a way crosses a card; at its ends it is at the edge of one, or inside it."""
    parts = list(pairwise(points))
    for number, (start, stop) in enumerate(parts):
        left, right = sorted((start.x, stop.x))
        top, bottom = sorted((start.y, stop.y))
        for rect in rects:
            if (
                left < rect.right
                and right > rect.x
                and top < rect.bottom
                and bottom > rect.y
                and not (number == 0 and _holds(rect, start))
                and not (number == len(parts) - 1 and _holds(rect, stop))
            ):
                return True
    return False


def _holds(rect: Rect, point: Point) -> bool:
    return rect.x <= point.x <= rect.right and rect.y <= point.y <= rect.bottom


def _straightened(points: list[Point]) -> tuple[Point, ...]:
    """Without points on the way between two others."""
    found: list[Point] = []
    for point in points:
        if found and point == found[-1]:
            continue
        while len(found) > 1 and (
            found[-2].x == found[-1].x == point.x or found[-2].y == found[-1].y == point.y
        ):
            found.pop()
        found.append(point)
    return tuple(found)


def _yielding(arrow: Arrow) -> Arrow:
    """A sign at its port, and the head of its way alone."""
    before, last = arrow.points[-2:]
    stub = last._replace(x=last.x - (_STUB if before.x <= last.x else -_STUB))
    return replace(arrow, points=(stub, last), full=(), chip=True)
