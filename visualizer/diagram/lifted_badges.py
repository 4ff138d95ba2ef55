"""Counts that arrows pass are painted above these: no line goes through a number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.badge_item import BadgeItem
from visualizer.diagram.badges import badge_rect, largest_reach
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.brush import Look
from visualizer.diagram.small_card import SOME_DETAIL
from visualizer.layout import Arrow, Box, Key, Rect, Slot

type Cell = tuple[int, int]
type ArrowKey = tuple[Key, Slot, int, bool]

_NOBODY, _NOWHERE = set[Key](), frozenset[Cell]()
_CELL = 128.0
"""How wide and high the squares are by which counts are found."""
_FEW = 40
"""Of more cards than that it is quicker to look at all arrows than at what is near each."""
_HALF_LINE = 1.2
_SIZES = (1.0, 0.69, 0.55, SOME_DETAIL)
"""At which a count is looked at: it stands higher where it would cover words."""
_HOW = Qt.ItemSelectionMode.IntersectsItemBoundingRect


class LiftedBadges:
    """Keeps such items in ``scene`` for the counts that arrows pass, from picture to picture."""

    def __init__(
        self, scene: QGraphicsScene, boxes: dict[Key, BoxItem], arrows: dict[ArrowKey, ArrowItem]
    ) -> None:
        self._scene, self._boxes, self._arrows = scene, boxes, arrows
        self._under: defaultdict[Key, set[ArrowKey]] = defaultdict(set)
        self._over: defaultdict[ArrowKey, set[Key]] = defaultdict(set)
        self.items: dict[Key, BadgeItem] = {}
        self._near: defaultdict[Cell, set[Key]] = defaultdict(set)
        self._reaches: dict[Key, Rect | None] = {}
        self._counts: dict[Key, tuple[Rect, ...]] = {}
        self._cells: dict[Key, frozenset[Cell]] = {}
        self._look: Look

    def take(
        self,
        boxes: tuple[list[Box], list[Box]],
        arrows: tuple[list[Arrow], list[Arrow]],
        look: Look,
    ) -> None:
        """Lift those of another picture: boxes and arrows are what is new in it and what is gone,
        in which what became another is both."""
        (fresh, gone), (new, old), self._look = boxes, arrows, look
        touched = {box.key for box in (*fresh, *gone)}
        for key in touched:
            self._counts.pop(key, None)
            self._forget_box(key)
        for arrow in old:
            touched |= self._over.get(arrow.key, set())
            self._forget_arrow(arrow.key)
        for box in gone:
            if box.key not in self._boxes:
                self._unplace(box.key)
        for box in fresh:
            self._place(box)
        if len(fresh) <= _FEW:
            for box in fresh:
                self._find(box, self._passing(box))
        else:
            new = [item.arrow for item in self._arrows.values()]
        for arrow in new:
            for key in self._passed(arrow):
                self._find(self._boxes[key].box, (arrow,))
                touched.add(key)
        for key in touched:
            self._settle(key)

    def _find(self, box: Box, arrows: Iterable[Arrow]) -> None:
        for arrow in arrows:
            if self._passes(arrow, box):
                self._under[box.key].add(arrow.key)
                self._over[arrow.key].add(box.key)

    def _passes(self, arrow: Arrow, box: Box) -> bool:
        """Whether an arrow goes through where a card's count stands, at any size it is seen at."""
        reach = self._reaches.get(box.key)
        near = [part for part in _parts(arrow) if part.overlaps(reach)] if reach else ()
        if not near:
            return False
        if box.key not in self._counts:
            self._counts[box.key] = _counts(self._look, box)
        counts = self._counts[box.key]
        return any(part.overlaps(count) for part in near for count in counts)

    def _settle(self, key: Key) -> None:
        """Let there be an item if an arrow passes, else none."""
        box = self._boxes.get(key)
        wanted = box is not None and bool(self._under.get(key))
        if (key in self.items) == wanted and (box is None or box.above is self.items.get(key)):
            return
        if key in self.items:
            self._scene.removeItem(self.items.pop(key))
        if box is None:
            return
        if wanted:
            item = self.items[key] = BadgeItem(box)
            self._scene.addItem(item)
        box.lift_signs(self.items.get(key))

    def _forget_arrow(self, key: ArrowKey) -> None:
        for box in self._over.pop(key, ()):
            self._under[box].discard(key)

    def _forget_box(self, key: Key) -> None:
        for arrow in self._under.pop(key, ()):
            self._over[arrow].discard(key)

    def _passing(self, box: Box) -> Iterator[Arrow]:
        reach = self._reaches[box.key]
        if reach is not None:
            found: list[QGraphicsItem] = self._scene.items(QRectF(*reach), _HOW)
            yield from (item.arrow for item in found if isinstance(item, ArrowItem))

    def _passed(self, arrow: Arrow) -> set[Key]:
        """The cards whose counts may stand where an arrow passes."""
        found = set[Key]()
        for part in _parts(arrow):
            for cell in _cells(part):
                found |= self._near.get(cell, _NOBODY)
        return found

    def _place(self, box: Box) -> None:
        """Note in which cells its count can stand."""
        reach = self._reaches[box.key] = largest_reach(box)
        cells = frozenset(_cells(reach)) if reach is not None else _NOWHERE
        before = self._cells.get(box.key, _NOWHERE)
        if cells == before:
            return
        for cell in before - cells:
            self._near[cell].discard(box.key)
        for cell in cells - before:
            self._near[cell].add(box.key)
        self._cells[box.key] = cells

    def _unplace(self, key: Key) -> None:
        self._reaches.pop(key, None)
        for cell in self._cells.pop(key, ()):
            self._near[cell].discard(key)


def _counts(look: Look, box: Box) -> tuple[Rect, ...]:
    """Where the count of a card stands, at one size after another."""
    found = []
    for detail in _SIZES:
        count = badge_rect(look, box, detail).translated(box.rect.x, box.rect.y)
        found.append(Rect(count.x(), count.y(), count.width(), count.height()))
    return tuple(found)


def _parts(arrow: Arrow) -> Iterator[Rect]:
    for (x1, y1), (x2, y2) in pairwise(arrow.full or arrow.points):
        part = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        yield part.grown(_HALF_LINE)


def _cells(rect: Rect) -> Iterator[Cell]:
    """The squares that a rectangle lies in."""
    for across in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1):
        for down in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1):
            yield across, down
