"""The time of each contestant: a bar to the median, its interval, a dot for each repeat."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from visualizer.charts.row_chart import ChartRow, RowChart

_BAR, _DOT, _TICK, _START = 0.46, 2.0, 5.0, 3.0


@dataclass(frozen=True, slots=True)
class BarRow(ChartRow):
    """Figures in seconds, None if not measured. ``is_partial``: more repeats will follow.
    ``earlier`` is the median of the run to compare with.
    """

    median: float | None = None
    low: float | None = None
    high: float | None = None
    dots: tuple[float, ...] = ()
    published: float | None = None
    start_up: float | None = None
    earlier: float | None = None
    is_partial: bool = False

    @property
    def most(self) -> float:
        """The largest value of the row, without the start-up, which may exceed it."""
        values = (self.median, self.high, self.published, self.earlier)
        return max((*self.dots, *(one for one in values if one is not None)), default=0.0)


class ContestantBars(RowChart[BarRow]):
    """Paints the selected bar solid, and a partial one hatched."""

    least_row = 24.0
    head = 3.0
    """The sign of a published value reaches above its row."""

    def paint_row(self, painter: QPainter, row: BarRow, area: QRectF) -> None:
        """Paint the bar, start-up, interval, dots and published value."""
        high = min(20.0, area.height() * _BAR)
        top = area.center().y() - high / 2 - 3
        bar = QRectF(area.left(), top, 0, high)
        if row.median is not None:
            bar.setRight(self.x_of(row.median))
            self._paint_bar(painter, row, bar)
        self._paint_start(painter, row, bar)
        if row.earlier is not None:
            self._paint_earlier(painter, row.earlier, bar)
        if row.published is not None:
            self._paint_published(painter, row.published, bar)
        if row.low is not None and row.high is not None:
            self.paint_interval(painter, row.low, row.high, bar)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours("arrow"))
        for seconds in row.dots:
            painter.drawEllipse(QPointF(self.x_of(seconds), bar.bottom() + 3), _DOT, _DOT)

    def _paint_bar(self, painter: QPainter, row: BarRow, bar: QRectF) -> None:
        line, chosen = self.colours("s1"), row.key == self.selected
        ground = line if chosen and not row.is_partial else self.colours("accentSoft")
        painter.setPen(QPen(line, 1))
        painter.setBrush(self.colours("pane") if row.is_partial else ground)
        painter.drawRoundedRect(bar, 2, 2)
        if row.is_partial:
            painter.setBrush(QBrush(line, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(bar, 2, 2)

    def _paint_start(self, painter: QPainter, row: BarRow, bar: QRectF) -> None:
        """Paint the start-up before the measured time."""
        if row.start_up:
            painter.setPen(QPen(self.colours("line"), 1))
            painter.setBrush(self.colours("cardHead"))
            right, top = self.x_of(min(row.start_up, self.end)), bar.bottom() + 6
            painter.drawRect(QRectF(bar.left(), top, right - bar.left(), _START))
            if row.start_up > self.end:
                # The start-up continues beyond the axis, which is for measured time.
                middle, tip = top + _START / 2, right + 7
                painter.setPen(QPen(self.colours("line"), 1.6))
                painter.drawLine(QPointF(tip - 4, middle - 4), QPointF(tip, middle))
                painter.drawLine(QPointF(tip - 4, middle + 4), QPointF(tip, middle))

    def _paint_published(self, painter: QPainter, seconds: float, bar: QRectF) -> None:
        x, top = self.x_of(seconds), bar.top() - 3
        painter.setPen(QPen(self.colours("s2"), 1.6))
        painter.drawLine(QPointF(x, top), QPointF(x, bar.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours("s2"))
        corners = (QPointF(x - _TICK, top - 3), QPointF(x + _TICK, top - 3), QPointF(x, top + 4))
        painter.drawPolygon(QPolygonF(corners))

    def _paint_earlier(self, painter: QPainter, seconds: float, bar: QRectF) -> None:
        """Paint a hollow diamond on a dashed line."""
        x, middle = self.x_of(seconds), bar.center().y()
        painter.setPen(QPen(self.colours("s4"), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.bottom() + 2))
        painter.setPen(QPen(self.colours("s4"), 1.8))
        painter.setBrush(self.colours("pane"))
        corners = ((x, middle - 5), (x + 5, middle), (x, middle + 5), (x - 5, middle))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
