"""Marks search hits on a sheet, and finds the visible places of each hit."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.items.kept import KeptMarks, MarkItem
from visualizer.diagram.items.scene_items import SheetItems
from visualizer.diagram.motion.movement import Motion
from visualizer.diagram.painting.look import Look
from visualizer.diagram.wording.known import Known
from visualizer.explain.references.roots import why_alive
from visualizer.layout.blocks.block import Block, Field, Ink, ReferenceDisplay
from visualizer.layout.picture import Key, Rect
from visualizer.layout.sheet import Placed
from visualizer.model import HeapObject, Sequence

PULSES = 3
_GLOWS = ((4.0, 90), (8.0, 45))
_GLOWS_INSIDE = ((2.0, 110),)
"""The reach and opacity of each glow, around a box (``_GLOWS``) and inside one."""
_INSET = 1.5
"""The distance of corners from the edge of a row, because the next row may have its own."""
_REACH = 14.0
_LINE, _STRONG_LINE, _GROUND = 2.5, 3.5, 2.0
"""The widths of corners, of the current hit's corners, and of the ground around both."""
_LONGEST, _SHARE = 9.0, 0.35
"""The maximum length of a corner's sides, and their share of the marked place's shorter side."""
_PULSE = 280.0
_AROUND = 3.0
"""The distance of corners around a whole box from the box."""


class Hit(NamedTuple):
    """The place of a hit in a box, and whether it is the current hit.

    If the hit is the box itself, it ``is_whole``, and its place has a margin.
    """

    box: Key
    rect: Rect
    is_whole: bool = False
    is_current: bool = False


class HitItem(MarkItem):
    """Corners around a part of ``box``."""

    def __init__(self, box: QGraphicsItem, hit: Hit, look: Look) -> None:
        super().__init__(box, look)
        self.hit = hit
        self._strength = 1.0

    def pulse(self, share: float) -> None:
        """Show a share of the three pulses; the end has full brightness."""
        self._strength = 0.5 + 0.5 * math.cos(2 * math.pi * PULSES * share)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the bounds with the glow."""
        return QRectF(*self.hit.rect).adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the corners over the ground's colour, so that they are visible everywhere."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        accent = self.look.colour("accent")
        inset = 0 if self.hit.is_whole else _INSET
        rect = QRectF(*self.hit.rect).adjusted(inset, inset, -inset, -inset)
        if self.hit.is_current:
            self._paint_glow(painter, rect, accent)
        line = _STRONG_LINE if self.hit.is_current else _LINE
        for colour, width in ((self.look.colour("card"), line + _GROUND), (accent, line)):
            painter.setPen(_pen(colour, width))
            for corner in _corners(rect):
                painter.drawPolyline(corner)

    def _paint_glow(self, painter: QPainter, rect: QRectF, accent: QColor) -> None:
        for reach, opacity in reversed(_GLOWS if self.hit.is_whole else _GLOWS_INSIDE):
            glow = QColor(accent)
            glow.setAlpha(round(opacity * self._strength))
            painter.setPen(QPen(glow, reach * 1.5))
            painter.drawRoundedRect(rect, 4, 4)


def _pen(colour: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)


def _corners(rect: QRectF) -> list[QPolygonF]:
    length = min(_LONGEST, _SHARE * min(rect.width(), rect.height()))
    found = []
    for corner, x, y in (
        (rect.topLeft(), 1, 1),
        (rect.topRight(), -1, 1),
        (rect.bottomRight(), -1, -1),
        (rect.bottomLeft(), 1, -1),
    ):
        along, down = QPointF(x * length, 0), QPointF(0, y * length)
        found.append(QPolygonF([corner + along, corner, corner + down]))
    return found


class Finding:
    """The marks of hits: one at each place where a hit is drawn, as a box or as a value."""

    def __init__(self, shown: SheetItems, motion: Motion) -> None:
        self._shown, self._motion = shown, motion
        self._hits: tuple[int, ...] = ()
        self._current: int | None = None
        self._kept = KeptMarks(shown.boxes, HitItem)
        self.marks: Mapping[Hit, HitItem] = self._kept.items

    def mark(
        self, hits: Iterable[int], current: int | None, known: Known | None, look: Look
    ) -> None:
        """Mark the found objects; ``current`` is the current hit."""
        jumps = current is not None and current != self._current
        self._hits, self._current = tuple(hits), current
        self.show(known, look)
        if jumps:
            for hit, item in self.marks.items():
                if hit.is_current:
                    self._motion.play(PULSES * _PULSE, item.pulse)

    def show(self, known: Known | None, look: Look) -> None:
        """Mark the hits on the current sheet; existing marks stay."""
        self._kept.show(self._wanted(known), look)

    def rect(self, serial: int, known: Known | None) -> Rect | None:
        """Return where an object, or the nearest drawn object on its path, is on the sheet."""
        spots = self._spots((serial,), known).get(serial) or self._on_the_way(serial, known)
        if not spots:
            return None
        box = self._shown.boxes[spots[0].box].box
        return spots[0].rect.moved(box.x, box.y)

    def _wanted(self, known: Known | None) -> list[Hit]:
        if not self._hits:
            return []
        current = self._current
        found = self._spots({*self._hits, *([] if current is None else [current])}, known)
        if current is not None and current not in found:
            found[current] = self._on_the_way(current, known)
        here = found.get(current, []) if current is not None else []
        every = (hit for hits in found.values() for hit in hits)
        return [hit._replace(is_current=hit in here) for hit in every]

    def _spots(self, serials: Collection[int], known: Known | None) -> dict[int, list[Hit]]:
        """Return where objects are drawn, then where they are written: in rows, keys, tuples."""
        drawn: defaultdict[int, list[Hit]] = defaultdict(list)
        texts: defaultdict[int, list[Hit]] = defaultdict(list)
        for key, item in self._shown.boxes.items():
            box = item.box
            for serial in box.block.anchors.keys() & serials:
                drawn[serial].append(_spot(box, box.block.anchors[serial]))
            for one in box.block.fields:
                for serial, rect in _written_at(box.block, one, serials, known):
                    texts[serial].append(Hit(key, rect))
        return {serial: [*drawn[serial], *texts[serial]] for serial in {*drawn, *texts}}

    def _on_the_way(self, serial: int, known: Known | None) -> list[Hit]:
        """Return the nearest drawn object on the path to an object that is not drawn."""
        hops = why_alive(known.state, serial) if known is not None else ()
        for hop in reversed(hops):
            if hop.serial is not None and (found := self._spots((hop.serial,), known)):
                return found[hop.serial][:1]
        return []


def _written_at(
    block: Block, one: Field, serials: Collection[int], known: Known | None
) -> Iterator[tuple[int, Rect]]:
    """Yield the objects that a row writes, and where: its value, the value's items, its key."""
    if one.slot.kind == "value" and one.slot.name in serials:
        yield int(one.slot.name), _key_rect(block, one)
    if one.display is not ReferenceDisplay.TEXT:
        return
    thing = known.thing(one.target) if known is not None else None
    held = _items(thing)
    for serial in dict.fromkeys((one.target, *held)):
        if serial in serials:
            yield serial, one.rect


def _items(thing: HeapObject | None) -> tuple[int, ...]:
    """Return the items of a sequence, which its row writes."""
    if thing is not None and isinstance(thing.content, Sequence):
        return thing.content.items
    return ()


def _key_rect(block: Block, one: Field) -> Rect:
    """Return the place of the key before a value, or of the value if there is none."""
    x, y = one.rect.x, one.rect.y + one.rect.height / 2
    before = (
        words.rect
        for words in block.words
        if words.ink is Ink.KEY and words.rect.x < x and words.rect.y <= y < words.rect.bottom
    )
    return max(before, default=one.rect)


def _spot(box: Placed, rect: Rect) -> Hit:
    """Return the area of a hit: around a whole box, or inside it."""
    is_whole = rect == box.block.rect
    return Hit(box.key, rect.grown(_AROUND) if is_whole else rect, is_whole)
