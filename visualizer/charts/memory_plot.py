"""Memory over the time of a run: RSS, PSS and USS, with the stages of the run as upright lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from visualizer.charts.lines import Line, LinePlot
from visualizer.charts.scales import LinearScale


@dataclass(frozen=True, slots=True)
class WithHeadroom(LinearScale):
    """From 0 to so far above the most that words have room there."""

    def ends(self, least: float, most: float) -> tuple[float, float]:
        """An eighth more."""
        return 0.0, 1.125 * most if most > 0 else 1.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the axis and what happened then."""

    at: float
    text: str


class MemoryPlot(LinePlot):
    """Beside it the name of each line and its highest value; ``moments`` and ``now`` upright."""

    right = 118
    moments: tuple[Moment, ...] = ()
    now: float | None = None

    def set_moments(self, moments: Sequence[Moment], now: float | None) -> None:
        """What happened when; ``now`` is the moment that is replayed."""
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
