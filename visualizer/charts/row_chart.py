"""Rows over one axis of seconds: names at the left, figures at the right, a grid between."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen

from visualizer.charts.chart import Chart, Colours
from visualizer.charts.scales import round_step

_GAP, _EDGE = 12, 16
_AXIS = 26
_TICKS = 7
_EMPTY = 72
_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "\u00b5s"), (1e-9, "ns"))


def ticks(end: float, most: int) -> list[tuple[float, str]]:
    """Return at most so many round moments from 0 to ``end`` seconds, with their words."""
    step = round_step(0.999 * end / max(1, most))
    size, unit = next((one for one in _UNITS if end >= one[0]), _UNITS[-1])
    digits = max(0, -math.floor(math.log10(step / size * 1.0001)))
    count = int(end / step * 1.0001)
    return [(n * step, f"{n * step / size:.{digits}f} {unit}") for n in range(count + 1)]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """Base of the rows: ``key`` identifies it, ``figure`` is the text at its right. ``is_red``
    marks a failure: its text takes the place of the plot.
    """

    key: str
    figure: str
    is_red: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in pixels of names and figures: equal in charts below each other."""

    names: float
    figures: float


class RowChart[Row: ChartRow](Chart):
    """Base of the charts of a comparison; a click on a row, or a key, picks it.

    ``empty`` is the text of a chart without rows.
    """

    picked = Signal(str)
    inset = 3
    least_row = 24.0
    head = 0.0
    """Pixels at the usual text size above the first row, for the titles of the columns."""

    def __init__(self, colours: Colours, code: QFont) -> None:
        super().__init__(colours)
        self.code = code
        self.rows: Sequence[Row] = ()
        self.end = 1.0
        self.selected = ""
        self.empty = ""
        self._columns: Columns | None = None
        self.setMouseTracking(True)

    # ---- what is shown ----

    def put(self, rows: Sequence[Row], end: float, selected: str) -> None:
        """Show these rows over an axis from 0 to ``end`` seconds."""
        self.rows, self.end, self.selected = rows, max(end, 1e-9), selected
        selected_figures = (f"{row.key}: {row.figure}" for row in rows if row.key == selected)
        self.setAccessibleDescription("".join(selected_figures))
        self._fit()

    def _fit(self) -> None:
        rows = self.head + len(self.rows) * self.least_row
        high = rows + _AXIS if self.rows else _EMPTY
        self.setMinimumHeight(round(high * self.unit))
        self.update()

    def set_code(self, code: QFont) -> None:
        """Write names in this font."""
        self.code = code
        self._fit()

    @property
    def columns(self) -> Columns:
        """The current widths."""
        return self._columns or self.own_columns

    def set_columns(self, columns: Columns | None) -> None:
        """Use the widths of another chart, or with None the chart's own."""
        self._columns = columns
        self.update()

    @property
    def own_columns(self) -> Columns:
        """Return the widths of the chart's own words."""
        names, figures = QFontMetricsF(self.code), QFontMetricsF(self.bold)
        # A failed row has its message in the plot.
        there = [row.figure for row in self.rows if not row.is_red]
        return Columns(
            max((names.horizontalAdvance(row.key) for row in self.rows), default=0.0),
            max(map(figures.horizontalAdvance, there), default=0.0),
        )

    @property
    def bold(self) -> QFont:
        """Return the bold font of figures."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    # ---- places ----

    @property
    def plot(self) -> QRectF:
        """The rectangle of the plot."""
        columns = self.columns
        left = _EDGE + columns.names + _GAP
        right = self.width() - _EDGE - columns.figures - 2 * _GAP
        top, bottom = self.head * self.unit, self.height() - _AXIS * self.unit
        return QRectF(left, top, max(1.0, right - left), bottom - top)

    @property
    def row_height(self) -> float:
        """The height of a row."""
        return self.plot.height() / max(1, len(self.rows))

    def x_of(self, seconds: float) -> float:
        """Return the x of a moment."""
        plot = self.plot
        return plot.left() + plot.width() * seconds / self.end

    def row_at(self, y: float) -> Row | None:
        """Return the row at a height."""
        down = y - self.plot.top()
        place = int(down / self.row_height) if self.rows and down >= 0 else -1
        return self.rows[place] if 0 <= place < len(self.rows) else None

    # ---- painting ----

    def paint(self, painter: QPainter) -> None:
        """Paint the grid, then the rows."""
        painter.setFont(self.font())
        if self.rows:
            self._paint_grid(painter)
        else:
            painter.setPen(self.colours("ink2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.empty)
        for number, row in enumerate(self.rows):
            self._paint_frame(painter, row, number)

    def _paint_grid(self, painter: QPainter) -> None:
        plot = self.plot
        for at, text in self.axis():
            x = round(self.x_of(at)) + 0.5
            painter.setPen(QPen(self.colours("hair"), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(self.colours("ink2"))
            below = QRectF(x - 60, plot.bottom(), 120, self.height() - plot.bottom())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def axis(self) -> list[tuple[float, str]]:
        """Return the values of the axis, with their words."""
        return ticks(self.end, max(2, min(_TICKS, int(self.plot.width() / 70))))

    def _paint_frame(self, painter: QPainter, row: Row, number: int) -> None:
        """Paint a row: background, name and figure, then the plot."""
        plot, high = self.plot, self.row_height
        area = QRectF(plot.left(), plot.top() + number * high, plot.width(), high)
        chosen = row.key == self.selected
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colours("accentSoft"))
            painter.drawRoundedRect(QRectF(6, area.top() + 1, self.width() - 12, high - 2), 4, 4)
        name = "accent" if chosen else "ink"
        painter.setPen(self.colours("loss" if row.is_red else name))
        painter.setFont(self.code)
        left = QRectF(0, area.top(), plot.left() - _GAP, high)
        right, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
        painter.drawText(left, right | middle, row.key)
        painter.setFont(self.font() if row.is_red else self.bold)
        if row.is_red:
            wide = QRectF(area.left() + 4, area.top(), self.width() - area.left() - _EDGE, high)
            elided = QFontMetricsF(self.font()).elidedText(
                row.figure, Qt.TextElideMode.ElideRight, wide.width()
            )
            painter.drawText(wide, middle, elided)
            return
        painter.setPen(self.colours("ink"))
        beyond = QRectF(plot.right(), area.top(), self.width() - _EDGE - plot.right(), high)
        painter.drawText(beyond, right | middle, row.figure)
        painter.save()
        self.paint_row(painter, row, area)
        painter.restore()

    def paint_row(self, painter: QPainter, row: Row, area: QRectF) -> None:
        """Plot a row in its part of the plot."""
        raise NotImplementedError

    def paint_interval(self, painter: QPainter, low: float, high: float, bar: QRectF) -> None:
        """Paint the interval of a bar's end."""
        ends = self.x_of(low), self.x_of(high)
        middle, cap = bar.center().y(), bar.height() * 0.32
        lines = [QLineF(ends[0], middle, ends[1], middle)]
        lines += [QLineF(x, middle - cap, x, middle + cap) for x in ends]
        # A rim in the background's colour makes it visible on a solid bar.
        for colour, width in (("pane", 4.0), ("ink", 2.0)):
            painter.setPen(QPen(self.colours(colour), width))
            painter.drawLines(lines)

    # ---- the person before it ----

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Make the whole message of a failed row the tool tip: its end may not fit."""
        row = self.row_at(event.position().y())
        self.setToolTip(row.figure if row is not None and row.is_red else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the pressed row."""
        row = self.row_at(event.position().y())
        if row is not None:
            self.picked.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the row above or below by the arrow keys."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None or not self.rows:
            super().keyPressEvent(event)
            return
        keys = [row.key for row in self.rows]
        at = keys.index(self.selected) if self.selected in keys else -by
        self.picked.emit(keys[max(0, min(at + by, len(keys) - 1))])
