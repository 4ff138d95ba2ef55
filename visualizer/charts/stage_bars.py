"""The time of each method by stage, or its transfer rate with the machine's limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from visualizer.charts.gantt import fill, on
from visualizer.charts.row_chart import ChartRow, Columns, RowChart

_BAR, _GAP = 0.6, 12.0
_REST = "line"
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class StageRow(ChartRow):
    """Seconds of load, transfer and write; ``total`` also has the time after them.

    ``low`` and ``high`` are the interval of the total. ``beside`` is the text in the column before
    that of ``figure``. ``rate`` is in GB/s. ``label`` is the text on the bar of the first stage.
    """

    beside: str = ""
    stages: tuple[float, ...] = ()
    total: float | None = None
    low: float | None = None
    high: float | None = None
    rate: float | None = None
    label: str = ""


class _TwoColumns(RowChart[StageRow]):
    """``titles`` are those of the names and of the two columns of figures."""

    least_row = 26.0
    head = 24.0
    titles: tuple[str, str, str] = ("", "", "")

    def set_titles(self, names: str, beside: str, figures: str) -> None:
        """Name the columns."""
        self.titles = (names, beside, figures)
        self.update()

    @property
    def own_columns(self) -> Columns:
        """Return the widths; the two columns of figures count as one, with a gap."""
        found = super().own_columns
        title = QFontMetricsF(self.bold).horizontalAdvance
        right = max(found.figures, title(self.titles[2]))
        return Columns(max(found.names, title(self.titles[0])), right + self._beside + _GAP)

    @property
    def _beside(self) -> float:
        """Return the width of the column before the last."""
        wide = QFontMetricsF(self.font()).horizontalAdvance
        texts = (row.beside for row in self.rows if not row.is_red)
        return max(wide(self.titles[1]), *map(wide, texts), 0.0)

    def paint(self, painter: QPainter) -> None:
        """Paint the chart and the titles."""
        super().paint(painter)
        if not self.rows:
            return
        painter.setFont(self.sized(self.bold, 12))
        painter.setPen(self.colours("ink2"))
        plot, high = self.plot, self.head * self.unit
        right = plot.right()
        places = (
            QRectF(0, 0, plot.left() - _GAP, high),
            self._column(0, high),
            QRectF(right, 0, self.width() - 16.0 - right, high),
        )
        for place, title in zip(places, self.titles, strict=True):
            painter.drawText(place, _RIGHT, title)

    def _column(self, top: float, high: float) -> QRectF:
        """Return the place of the figure before the last."""
        return QRectF(self.plot.right() + _GAP, top, self._beside + _GAP, high)

    def paint_beside(self, painter: QPainter, row: StageRow, area: QRectF) -> None:
        """Paint the figure before the last."""
        painter.setFont(self.font())
        painter.setPen(self.colours("ink"))
        painter.drawText(self._column(area.top(), area.height()), _RIGHT, row.beside)

    def bar(self, area: QRectF) -> QRectF:
        """Return the place of a bar in its row, without a width."""
        high = min(22.0 * self.unit, area.height() * _BAR)
        return QRectF(area.left(), area.center().y() - high / 2, 0, high)


class StageBars(_TwoColumns):
    """Paints load plain, transfer hatched, write dotted, the rest as outline; then the interval."""

    def paint_row(self, painter: QPainter, row: StageRow, area: QRectF) -> None:
        """Paint the stages in a row."""
        if row.total is None:
            return
        bar = self.bar(area)
        at = 0.0
        rest = QRectF(bar)
        rest.setRight(self.x_of(row.total))
        painter.setPen(QPen(self.colours(_REST), 1))
        painter.setBrush(self.colours("pane"))
        painter.drawRect(rest)
        for lane, seconds in enumerate(row.stages):
            part = QRectF(bar)
            part.setLeft(self.x_of(at))
            at += seconds
            part.setRight(max(self.x_of(at), part.left()))
            if part.width() > 0.3:
                fill(painter, part, lane, self.colours)
            if lane == 0:
                self._write(painter, part, row.label)
        if row.low is not None and row.high is not None:
            self.paint_interval(painter, row.low, row.high, bar)
        self.paint_beside(painter, row, area)

    def _write(self, painter: QPainter, part: QRectF, text: str) -> None:
        painter.setFont(self.sized(self.bold, 12))
        if QFontMetricsF(painter.font()).horizontalAdvance(text) + 14 < part.width():
            painter.setPen(on(self.colours("s1")))
            painter.drawText(part.adjusted(7, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


@dataclass(frozen=True, slots=True)
class Mark:
    """A limit of the machine, in GB/s, and its name."""

    rate: float
    text: str


class RateBars(_TwoColumns):
    """GB/s on a logarithmic axis, with the machine's limits as dashed lines across all rows."""

    marks: Sequence[Mark] = ()
    low = 0.01

    def put_rates(self, rows: Sequence[StageRow], marks: Sequence[Mark], selected: str) -> None:
        """Show these rows under these limits."""
        rates = [row.rate for row in rows if row.rate] + [mark.rate for mark in marks]
        self.marks = marks
        self.low = 10.0 ** floor(log10(min(rates, default=0.1) * 0.8))
        self.put(rows, 1.2 * max(rates, default=10.0), selected)

    def x_of(self, seconds: float) -> float:
        """Return the x of a rate."""
        plot = self.plot
        share = log10(max(seconds, self.low) / self.low) / log10(self.end / self.low)
        return plot.left() + plot.width() * share

    def axis(self) -> list[tuple[float, str]]:
        """Return powers of ten for the axis."""
        first = round(log10(self.low))
        powers = [10.0**power for power in range(first, floor(log10(self.end)) + 1)]
        return [(rate, f"{rate:g} GB/s") for rate in powers]

    def paint(self, painter: QPainter) -> None:
        """Paint the limits over the rows."""
        super().paint(painter)
        if not self.rows:
            return
        plot = self.plot
        for mark in self.marks:
            pen = QPen(self.colours("loss"), 1.6)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            x = self.x_of(mark.rate)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        self._name_marks(painter)

    def _name_marks(self, painter: QPainter) -> None:
        """Write names above their lines; a name that would overlap moves to the right."""
        painter.setFont(self.sized(self.font(), 12))
        painter.setPen(self.colours("loss"))
        wide, free = QFontMetricsF(painter.font()).horizontalAdvance, self.plot.left()
        for mark in sorted(self.marks, key=lambda one: one.rate):
            width = wide(mark.text)
            left = max(free, self.x_of(mark.rate) - width / 2)
            room = QRectF(left, 0, width + 2, self.head * self.unit)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, mark.text)
            free = left + width + 10

    def paint_row(self, painter: QPainter, row: StageRow, area: QRectF) -> None:
        """Paint a bar to the rate."""
        if row.rate is not None:
            bar = self.bar(area)
            bar.setRight(self.x_of(row.rate))
            fill(painter, bar, 1, self.colours)
        self.paint_beside(painter, row, area)
