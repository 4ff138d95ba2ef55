"""The stages of a run as dots on a line: those that were reached are filled."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualizer.charts.colours import Colours

_EDGE, _DOT, _HEIGHT = 56, 7.0, 54
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}


class LifeLine(QWidget):
    """``picked`` is the number of a stage that was pressed, ``stepped`` a moment on or back."""

    picked = Signal(int)
    stepped = Signal(int)

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self.names: tuple[str, ...] = ()
        self.reached, self.there = -1, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(self, names: Sequence[str], reached: int, there: int, description: str) -> None:
        """Stages of these ``names``; up to number ``reached`` they are past at the moment that is
        shown, and ``there`` of them there ever were. ``description`` is it in words."""
        self.names, self.reached, self.there = tuple(names), reached, there
        self.setAccessibleDescription(description)
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of another theme."""
        self._colours = colours
        self.update()

    @property
    def _unit(self) -> float:
        return max(1.0, self.font().pixelSize() / 13)

    def sizeHint(self) -> QSize:
        """Dots, and words below them."""
        return QSize(320, round(_HEIGHT * self._unit))

    def _x(self, number: int) -> float:
        edge = _EDGE * self._unit
        return edge + (self.width() - 2 * edge) * number / max(1, len(self.names) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, dots, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = 14 * self._unit
        for number in range(len(self.names) - 1):
            past = number < self.reached
            painter.setPen(QPen(self._colours("accent" if past else "hair"), 3 if past else 2))
            painter.drawLine(QPointF(self._x(number), y), QPointF(self._x(number + 1), y))
        for number, name in enumerate(self.names):
            self._paint_stage(painter, number, name, y)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colours("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -1), 6, 6)
        painter.end()

    def _paint_stage(self, painter: QPainter, number: int, name: str, y: float) -> None:
        x, past = self._x(number), number <= self.reached
        painter.setPen(QPen(self._colours("accent" if past else "line"), 2))
        painter.setBrush(self._colours("accent" if past else "pane"))
        painter.drawEllipse(QPointF(x, y), _DOT * self._unit, _DOT * self._unit)
        if past:
            painter.setPen(QPen(self._colours("onAccent"), 1.8))
            size = 3 * self._unit
            painter.drawLine(QPointF(x - size, y), QPointF(x - 0.2 * size, y + 0.8 * size))
            painter.drawLine(QPointF(x - 0.2 * size, y + 0.8 * size), QPointF(x + size, y - size))
        font = QFont(self.font())
        font.setPixelSize(round(12 * self._unit))
        if number == self.reached:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._colours("ink" if number == self.reached else "ink2"))
        wide = (self.width() - 2 * _EDGE * self._unit) / max(1, len(self.names) - 1) - 4
        room = QRectF(x - wide / 2, y + 10 * self._unit, wide, 26 * self._unit)
        description = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, description
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The stage that is nearest."""
        distances = [abs(self._x(n) - event.position().x()) for n in range(len(self.names))]
        if distances:
            self.picked.emit(distances.index(min(distances)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go through the moments."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)
