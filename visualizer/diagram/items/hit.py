"""The mark of a search hit: corners around it; the current hit glows and pulses."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.painting.look import Look
from visualizer.layout.picture import Rect

PULSES = 3
_GLOWS = ((4.0, 90), (8.0, 45))
_GLOWS_INSIDE = ((2.0, 110),)
"""How far out each glow reaches, around a box and in one, and how opaque it is."""
_INSET = 1.5
"""How far from the edge of a row its corners are: the next row has its own."""
_REACH = 14.0
_LINE, _STRONG_LINE, _GROUND = 2.5, 3.5, 2.0
"""How thick corners are, those of the hit one is at, and how much ground is seen around them."""
_LONGEST, _SHARE = 9.0, 0.35
"""Maximum length of a corner's sides, and their share of the shorter side of the marked place."""


class Hit(NamedTuple):
    """Where a hit is in its box, and whether it is the one that one is at.

    ``is_whole`` says that it is the box itself.
    """

    rect: Rect
    is_current: bool
    is_whole: bool


class HitItem(QGraphicsItem):
    """Corners around a part of ``box``, with which it moves, comes and goes."""

    def __init__(self, box: QGraphicsItem, hit: Hit, look: Look) -> None:
        super().__init__(box)
        self.hit, self.look = hit, look
        self._strength = 1.0
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def pulse(self, share: float) -> None:
        """Show a share of the three pulses; the end is as bright as can be."""
        self._strength = 0.5 + 0.5 * math.cos(2 * math.pi * PULSES * share)
        self.update()

    def boundingRect(self) -> QRectF:
        """With the glow."""
        return QRectF(*self.hit.rect).adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """The corners, on the ground's colour so that they are seen on everything."""
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
