"""Cards that the user puts elsewhere, by hand or by keys, and how all glide to new places."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF

from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.items import Items
from visualizer.diagram.lifted_badges import ArrowKey
from visualizer.diagram.motion import VIEW, Motion
from visualizer.diagram.planning import Planning
from visualizer.diagram.relaying import Relaying
from visualizer.layout import Arrow, Key, Layout, Move, Point, Scales, object_key
from visualizer.layout.closing import Closing
from visualizer.layout.condensed import Condensed
from visualizer.layout.sizes import LANE_INSET


class Arranging:
    """Keeps the ``layout`` that a scene goes by; ``show`` shows the same step again."""

    def __init__(
        self, layout: Layout, items: Items, motion: Motion, show: Callable[[], object]
    ) -> None:
        self.layout = layout
        self.scales = Scales()
        self.closing = Closing()
        self.condensed: Condensed | None = None
        self._items, self._motion, self._show = items, motion, show
        self._before: dict[ArrowKey, Arrow] = {}
        self.relaying = Relaying(self._adopt, motion)
        self.planning = Planning(motion)

    @property
    def pinned(self) -> bool:
        """Whether any card stands where the user put it."""
        return bool(self.layout.pins)

    def carry(self, key: Key) -> None:
        """A card is dragged: its arrows go along, straight over whatever is there."""
        item = self._items.boxes[key]
        inside = {key, *(object_key(nested.serial) for nested in item.box.nested)}
        self._items.lift(key)
        by = item.pos() - item.place
        for way in {way for end in inside for way in self._items.ways_at(end)}:
            found = self._items.arrows[way]
            arrow = self._before.setdefault(way, found.arrow)
            start = by if arrow.card == key else QPointF()
            end = by if object_key(arrow.target) in inside else QPointF()
            self._items.stretch(way, stretched(arrow, start, end))

    def put_down(self) -> None:
        """Another picture is shown: nothing of it is where a card was carried."""
        self._before.clear()

    def drop(self, key: Key) -> None:
        """Pin a card where it was carried to: it glides into its column, its arrows go round."""
        at = self._items.boxes[key].pos()
        across, down = self.scales
        x, y = self.closing.own_at(at.x(), at.y())
        if self.condensed is not None:
            self._make_condensed(self.condensed, self.condensed.move_to(key, x, y))
            return
        self._make(self.layout.move_to(key, across.own_at(x), down.own_at(y)))

    def nudge(self, key: Key, across: int, rows: int) -> None:
        """Pin a card that many columns and rows further."""
        if self.condensed is not None:
            move = self.condensed.move_by(key, self.layout.now, across, rows)
            self._make_condensed(self.condensed, move)
            return
        self._make(self.layout.move_by(key, across, rows))

    def stay(self) -> None:
        """What is being laid out is not wanted any more: all as it was."""
        self.relaying.cancel()
        self.planning.cancel()
        self._items.settle()
        self.through(self._show)

    def through(self, change: Callable[[], object]) -> None:
        """Let every card glide from where it is seen now to its place after ``change``."""
        self._motion.finish()
        boxes = {key: item.pos() for key, item in self._items.boxes.items()}
        arrows = {key: item.arrow for key, item in self._items.arrows.items()}
        change()
        for key, item in self._items.boxes.items():
            before = boxes.get(key)
            if before is not None and before != item.place:
                self._motion.play(VIEW, partial(_glide, item, before))
        for way, found in self._items.arrows.items():
            if way in arrows and found.arrow != arrows[way]:
                self._motion.play(VIEW, found.show_presence)

    def _make(self, move: Move | None) -> None:
        """Put a card elsewhere; in a large picture all is laid out anew beside the work."""
        if move is None:
            return
        if self.layout.is_large:
            self.relaying.begin((self.relaying.wanted or self.layout).rearranged(move))
        else:
            self.through(partial(self._rearrange, move))

    def _make_condensed(self, condensed: Condensed, move: Move | None) -> None:
        """Put a card elsewhere beside groups; what has no place of its own goes back."""
        if move is None:
            self._items.settle()
            self.through(self._show)
        else:
            self.through(partial(self._rearrange_condensed, condensed, move))

    def _rearrange_condensed(self, condensed: Condensed, move: Move) -> None:
        self.layout.rearrange_condensed(condensed, move)
        self._show()

    def _rearrange(self, move: Move) -> None:
        self.layout.rearrange(move)
        self._show()

    def _adopt(self, layout: Layout) -> None:
        self.through(partial(self._go_by, layout))

    def _go_by(self, layout: Layout) -> None:
        self.layout = layout
        self._show()


def _glide(item: BoxItem, before: QPointF, share: float) -> None:
    item.setPos(before + (item.place - before) * share)


def stretched(arrow: Arrow, start: QPointF, end: QPointF) -> Arrow:
    """The arrow with its ends elsewhere: a chip stays one."""
    port = _moved(arrow.port, start)
    full = _led(arrow.full, start, end) if arrow.full else ()
    if arrow.chip or not arrow.points:
        return replace(arrow, port=port, full=full, points=_all_moved(arrow.points, end))
    if start == end:
        return replace(arrow, port=port, points=_all_moved(arrow.points, start))
    return replace(arrow, port=port, points=_led(arrow.points, start, end))


def _led(points: tuple[Point, ...], start: QPointF, end: QPointF) -> tuple[Point, ...]:
    first, last = _moved(points[0], start), _moved(points[-1], end)
    if points[1].x < points[0].x:
        # From the left edge into the right one: the same, seen in a mirror.
        return tuple(
            Point(-x, y) for x, y in _way(Point(-first.x, first.y), Point(-last.x, last.y))
        )
    return _way(first, last)


def _way(start: Point, end: Point) -> tuple[Point, ...]:
    """Into the target from the left, round both cards where that is behind the start."""
    last = end.x - LANE_INSET
    first = max(last, start.x + LANE_INSET)
    middle = (start.y + end.y) / 2 if first > last else end.y
    corners = ((first, start.y), (first, middle), (last, middle), (last, end.y))
    return (start, *(Point(x, y) for x, y in corners), end)


def _moved(point: Point, by: QPointF) -> Point:
    return Point(point.x + by.x(), point.y + by.y())


def _all_moved(points: tuple[Point, ...], by: QPointF) -> tuple[Point, ...]:
    return tuple(_moved(point, by) for point in points)
