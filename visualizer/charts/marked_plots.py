"""Plots with vertical lines: memory over a run's time with its stages, and time over sizes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from visualizer.charts.lines import Line, LinePlot
from visualizer.charts.scales import LinearScale


@dataclass(frozen=True, slots=True)
class WithHeadroom(LinearScale):
    """From 0 to above the maximum, with room for words."""

    def ends(self, least: float, most: float) -> tuple[float, float]:
        """Return the ends with an eighth more above."""
        return 0.0, 1.125 * most if most > 0 else 1.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the axis and the text of its event."""

    at: float
    text: str


class MemoryPlot(LinePlot):
    """Labels lines with name and highest value; ``moments`` and ``now`` are vertical lines."""

    right = 118
    moments: tuple[Moment, ...] = ()
    now: float | None = None

    def set_moments(self, moments: Sequence[Moment], now: float | None) -> None:
        """Set the moments; ``now`` is the replayed one."""
        self.moments, self.now = tuple(moments), now
        self.viewport().update()

    def named(self, line: Line) -> tuple[tuple[float, float], str]:
        """Return the peak, and the name with its value."""
        peak = max(line.points, key=lambda point: point[1])
        return peak, f"{line.key} {self.y.text(peak[1])}"

    def paint_below(self, painter: QPainter) -> None:
        """Paint the moments."""
        area, free = self.area, self.area.left()
        painter.setFont(self.text_font())
        metrics = QFontMetricsF(painter.font())
        below = area.top() + metrics.height() + 2
        for one in self.moments:
            x = self.place(one.at, 0.0).x()
            if not area.left() <= x <= area.right() + 1:
                continue
            painter.setPen(QPen(self.colours("line"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, below), QPointF(x, area.bottom()))
            wide = metrics.horizontalAdvance(one.text)
            left = min(max(free, x - wide / 2), area.right() - wide)
            if left >= free:
                painter.setPen(self.colours("ink2"))
                painter.drawText(QPointF(left, area.top() + metrics.ascent() - 2), one.text)
                free = left + wide + 12
        if self.now is not None:
            x = self.place(self.now, 0.0).x()
            painter.setPen(QPen(self.colours("accent"), 2))
            painter.drawLine(QPointF(x, below), QPointF(x, area.bottom()))


class SizesPlot(LinePlot):
    """``crossing`` is the size of a vertical line, or None."""

    right = 128
    crossing: float | None = None

    def named(self, line: Line) -> tuple[tuple[float, float], str]:
        """Return the last point and the name of its line; the values are at the axis."""
        return line.points[-1], line.key

    def paint_below(self, painter: QPainter) -> None:
        """Paint the crossing."""
        at, area = self.crossing, self.area
        if at is None:
            return
        x = self.place(at, self.lines[0].points[0][1]).x()
        pen = QPen(self.colours("accent"), self.pixels(2))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setFont(self.text_font(bold=True))
        metrics = QFontMetricsF(painter.font())
        text = f"\u2265 {self.x.text(at)}"
        left = min(x + 6, area.right() - metrics.horizontalAdvance(text))
        painter.drawText(QPointF(left, area.top() + metrics.ascent()), text)
