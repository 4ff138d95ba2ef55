"""Rows over one axis of seconds: names at the left, figures at the right, a grid between."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from visualizer.charts.colours import Colours

_GAP, _EDGE = 12, 16
_AXIS = 26
_TICKS = 7
_EMPTY = 72


_ROUND = (1, 2, 5, 10)
_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "\u00b5s"), (1e-9, "ns"))


def ticks(end: float, most: int) -> list[tuple[float, str]]:
    """At most so many round moments from 0 to ``end`` seconds, with their words."""
    rough = end / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(round_ * power for round_ in _ROUND if round_ * power >= rough * 0.999)
    size, unit = next((one for one in _UNITS if end >= one[0]), _UNITS[-1])
    digits = max(0, -math.floor(math.log10(step / size * 1.0001)))
    count = int(end / step * 1.0001)
    return [(n * step, f"{n * step / size:.{digits}f} {unit}") for n in range(count + 1)]


class RowLike(Protocol):
    """What every row has."""

    @property
    def key(self) -> str:
        """Names it; code."""
        ...

    @property
    def figure(self) -> str:
        """What stands at its right."""
        ...

    @property
    def is_red(self) -> bool:
        """Whether something went wrong with it."""
        ...


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in pixels of the names and of the figures: the same in charts below each other."""

    names: float
    figures: float


class RowChart(QWidget):
    """Base of the charts of a comparison; a click on a row, or a key, picks it.

    ``empty`` is the text without rows, and so without an axis. The chart is painted in pixels: a
    picture of it, on paper too, equals the screen.
    """

    picked = Signal(str)
    least_row = 24.0
    head = 0.0
    """Pixels, at the usual size of words, above the first row, for what names the columns."""

    def __init__(self, colours: Colours, code: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours, self.code = colours, code
        self.rows: Sequence[RowLike] = ()
        self.end = 1.0
        self.selected = ""
        self.empty = ""
        self._columns: Columns | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # ---- what is shown ----

    def put(self, rows: Sequence[RowLike], end: float, selected: str) -> None:
        """These rows, over an axis from 0 to ``end`` seconds."""
        self.rows, self.end, self.selected = rows, max(end, 1e-9), selected
        selected_figures = (f"{row.key}: {row.figure}" for row in rows if row.key == selected)
        self.setAccessibleDescription("".join(selected_figures))
        self._fit()

    def _fit(self) -> None:
        rows = self.head + len(self.rows) * self.least_row
        high = rows + _AXIS if self.rows else _EMPTY
        self.setMinimumHeight(round(high * self.unit))
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of another theme."""
        self.colours = colours
        self.update()

    def set_code(self, code: QFont) -> None:
        """Write names in this font."""
        self.code = code
        self._fit()

    @property
    def columns(self) -> Columns:
        """The widths that it has."""
        return self._columns or self.own_columns

    def set_columns(self, columns: Columns | None) -> None:
        """Be aligned with another chart; with None as narrow as its own words allow."""
        self._columns = columns
        self.update()

    @property
    def unit(self) -> float:
        """How much larger than usual words are."""
        return max(1.0, self.font().pixelSize() / 13)

    @property
    def own_columns(self) -> Columns:
        """As wide as its words."""
        names, figures = QFontMetricsF(self.code), QFontMetricsF(self.bold)
        return Columns(
            max((names.horizontalAdvance(row.key) for row in self.rows), default=0.0),
            max((figures.horizontalAdvance(row.figure) for row in self._described), default=0.0),
        )

    @property
    def _described(self) -> list[RowLike]:
        """Rows whose figure stands in the column: what went wrong stands in the plot."""
        return [row for row in self.rows if not row.is_red]

    @property
    def bold(self) -> QFont:
        """For figures."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    # ---- places ----

    @property
    def plot(self) -> QRectF:
        """Where the rows are plotted."""
        columns = self.columns
        left = _EDGE + columns.names + _GAP
        right = self.width() - _EDGE - columns.figures - 2 * _GAP
        top, bottom = self.head * self.unit, self.height() - _AXIS * self.unit
        return QRectF(left, top, max(1.0, right - left), bottom - top)

    @property
    def row_height(self) -> float:
        """Of each row."""
        return self.plot.height() / max(1, len(self.rows))

    def x_of(self, seconds: float) -> float:
        """Where a moment is."""
        plot = self.plot
        return plot.left() + plot.width() * seconds / self.end

    def row_at(self, y: float) -> RowLike | None:
        """The row at a height."""
        down = y - self.plot.top()
        place = int(down / self.row_height) if self.rows and down >= 0 else -1
        return self.rows[place] if 0 <= place < len(self.rows) else None

    # ---- painting ----

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, then row by row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        if self.rows:
            self._paint_grid(painter)
        else:
            painter.setPen(self.colours("ink2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.empty)
        for number, row in enumerate(self.rows):
            self._paint_frame(painter, row, number)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colours("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 1, -3, -1), 6, 6)
        painter.end()

    def _paint_grid(self, painter: QPainter) -> None:
        plot = self.plot
        for at, text in ticks(self.end, max(2, min(_TICKS, int(plot.width() / 70)))):
            x = round(self.x_of(at)) + 0.5
            painter.setPen(QPen(self.colours("hair"), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(self.colours("ink2"))
            below = QRectF(x - 60, plot.bottom(), 120, self.height() - plot.bottom())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_frame(self, painter: QPainter, row: RowLike, number: int) -> None:
        """Paint a row: ground, name and figure, then the plot."""
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
        else:
            painter.setPen(self.colours("ink"))
            beyond = QRectF(plot.right(), area.top(), self.width() - _EDGE - plot.right(), high)
            painter.drawText(beyond, right | middle, row.figure)
        painter.save()
        self.paint_row(painter, row, area)
        painter.restore()

    def paint_row(self, painter: QPainter, row: RowLike, area: QRectF) -> None:
        """Plot a row in its part of the plot."""
        raise NotImplementedError

    def paint_interval(self, painter: QPainter, low: float, high: float, bar: QRectF) -> None:
        """From where to where the end of a bar goes."""
        ends = self.x_of(low), self.x_of(high)
        middle, cap = bar.center().y(), bar.height() * 0.32
        lines = [QLineF(ends[0], middle, ends[1], middle)]
        lines += [QLineF(x, middle - cap, x, middle + cap) for x in ends]
        # A rim in the ground's colour, so that it is seen on a solid bar too.
        for colour, width in (("pane", 4.0), ("ink", 2.0)):
            painter.setPen(QPen(self.colours(colour), width))
            painter.drawLines(lines)

    # ---- the person before it ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the row that is pressed."""
        row = self.row_at(event.position().y())
        if row is not None:
            self.picked.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down pick the row before and after."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None or not self.rows:
            super().keyPressEvent(event)
            return
        keys = [row.key for row in self.rows]
        at = keys.index(self.selected) if self.selected in keys else -by
        self.picked.emit(keys[max(0, min(at + by, len(keys) - 1))])
