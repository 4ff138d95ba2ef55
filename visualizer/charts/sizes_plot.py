"""Lines over sizes, each named at its end, with the size from which on one wins."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from visualizer.charts.lines import Line, LinePlot


class SizesPlot(LinePlot):
    """``crossing`` is a size at which an upright line stands, None for none."""

    right = 128
    crossing: float | None = None

    def named(self, line: Line) -> tuple[tuple[float, float], str]:
        """Return the last point, and which line it is: its values are beside the axis."""
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
