"""The ring around what a search found; the hit that one is at glows and pulses three times."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.brush import Look
from visualizer.layout import Rect

PULSES = 3
_GLOWS = ((6.0, 90), (11.0, 45))
"""How far out each glow reaches, and how opaque it is."""


class HaloItem(QGraphicsRectItem):
    """A ring; with two glows if it is ``current``."""

    def __init__(self, rect: Rect, look: Look, current: bool) -> None:
        super().__init__(QRectF(*rect).adjusted(-18, -18, 18, 18))
        self.made = rect, current, look
        """What it was made of."""
        self._rect = QRectF(*rect)
        self._look, self._current = look, current
        self._strength = 1.0
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(1.8)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def pulse(self, share: float) -> None:
        """Show a share of the three pulses; the end is as bright as can be."""
        self._strength = 0.5 + 0.5 * math.cos(2 * math.pi * PULSES * share)
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """From the outer glow in to the ring."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self._look.colour("accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._current:
            for reach, opacity in reversed(_GLOWS):
                glow = QColor(accent)
                glow.setAlpha(round(opacity * self._strength))
                painter.setPen(QPen(glow, reach * 2))
                painter.drawRoundedRect(self._rect.adjusted(-3, -3, 3, 3), 11, 11)
        painter.setPen(QPen(accent, 2))
        painter.drawRoundedRect(self._rect.adjusted(-4, -4, 4, 4), 12, 12)
