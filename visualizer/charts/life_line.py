"""The stages of a run as dots on a line; the reached ones are filled."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from visualizer.charts.chart import Colours, MomentChart

_EDGE, _DOT, _HEIGHT = 56, 7.0, 54


class LifeLine(MomentChart):
    """Emits ``picked`` with the number of the stage that the user presses."""

    picked = Signal(int)

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self.names: tuple[str, ...] = ()
        self.reached, self.there = -1, 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(self, names: Sequence[str], reached: int, there: int, description: str) -> None:
        """Show stages of these ``names``: those up to ``reached`` are past at the shown moment, and
        ``there`` of them occurred at all. ``description`` says it in words."""
        self.names, self.reached, self.there = tuple(names), reached, there
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the dots and the words below."""
        return QSize(320, round(_HEIGHT * self.unit))

    def _x(self, number: int) -> float:
        edge = _EDGE * self.unit
        return edge + (self.width() - 2 * edge) * number / max(1, len(self.names) - 1)

    def paint(self, painter: QPainter) -> None:
        """Paint the line, the dots and the words."""
        y = 14 * self.unit
        for number in range(len(self.names) - 1):
            past = number < self.reached
            painter.setPen(QPen(self.colours("accent" if past else "hair"), 3 if past else 2))
            painter.drawLine(QPointF(self._x(number), y), QPointF(self._x(number + 1), y))
        for number, name in enumerate(self.names):
            self._paint_stage(painter, number, name, y)

    def _paint_stage(self, painter: QPainter, number: int, name: str, y: float) -> None:
        x, past = self._x(number), number <= self.reached
        painter.setPen(QPen(self.colours("accent" if past else "line"), 2))
        painter.setBrush(self.colours("accent" if past else "pane"))
        painter.drawEllipse(QPointF(x, y), _DOT * self.unit, _DOT * self.unit)
        if past:
            painter.setPen(QPen(self.colours("onAccent"), 1.8))
            size = 3 * self.unit
            painter.drawLine(QPointF(x - size, y), QPointF(x - 0.2 * size, y + 0.8 * size))
            painter.drawLine(QPointF(x - 0.2 * size, y + 0.8 * size), QPointF(x + size, y - size))
        font = self.sized(self.font(), 12)
        if number == self.reached:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.colours("ink" if number == self.reached else "ink2"))
        wide = (self.width() - 2 * _EDGE * self.unit) / max(1, len(self.names) - 1) - 4
        room = QRectF(x - wide / 2, y + 10 * self.unit, wide, 26 * self.unit)
        description = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, description
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the nearest stage."""
        distances = [abs(self._x(n) - event.position().x()) for n in range(len(self.names))]
        if distances:
            self.picked.emit(distances.index(min(distances)))
