"""Several lines over one axis, each labelled by the value at its end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from visualizer.charts.axes_plot import AxesPlot
from visualizer.charts.colours import Colours
from visualizer.charts.graphs import pg
from visualizer.charts.markers import Manner
from visualizer.charts.scales import Scale, spread

LABEL_GAP = 16
"""Pixels at the usual text size between two values at the ends of lines."""
_SIGN, _SIGN_SELECTED = 8.0, 11.0
_WIDTH, _WIDTH_SELECTED = 1.8, 2.8
_LEADER, _BESIDE = 16, 14
_NEAR = 24
_LED = 90
"""Pixels: a line that ends further away has no leader to its value, only the same sign."""


@dataclass(frozen=True, slots=True)
class Line:
    """``points`` are its values (x, y), sorted by x."""

    key: str
    manner: Manner
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on the vertical axis, and its name."""

    value: float
    text: str


class LinePlot(AxesPlot):
    """Draws lines; emits ``picked`` with the key of a line and the x that the user chooses.

    The arrow keys move along a line and from one line to the next. For a screen reader, the plot's
    name is the text of the point there: ``describe`` gets a line and the number of a point.
    """

    picked = Signal(str, float)

    def __init__(self, colours: Colours, x: Scale, y: Scale, parent: QWidget | None = None) -> None:
        super().__init__(colours, x, y, parent)
        self.lines: tuple[Line, ...] = ()
        self.limit: Limit | None = None
        self.selected = ""
        self.at = 0
        self.x_name = ""
        self._name = ""
        self._describe: Callable[[Line, int], str] = lambda line, at: line.key
        self._xs: tuple[float, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another theme."""
        self.colours = colours
        self._draw()

    def set_words(self, name: str, x_name: str, describe: Callable[[Line, int], str]) -> None:
        """Name the plot and its x axis; ``describe`` formats a point of a line."""
        self._name, self.x_name, self._describe = name, x_name, describe
        self._announce()
        self._draw()

    def set_zoom(self, percent: int) -> None:
        """Write text at so many percent of the usual size."""
        super().set_zoom(percent)
        self._draw()

    def show_lines(
        self, lines: Sequence[Line], xs: Sequence[float], limit: Limit | None, selected: str
    ) -> None:
        """Draw ``lines`` over an axis with all of ``xs``."""
        self.lines, self.limit, self.selected = tuple(lines), limit, selected
        self._xs = tuple(xs)
        line = self._line
        self.at = min(self.at, max(0, len(line.points) - 1)) if line else 0
        self._announce()
        self._draw()

    @property
    def _line(self) -> Line | None:
        """Return the selected line, else the first."""
        there = [line for line in self.lines if line.points]
        chosen = (line for line in there if line.key == self.selected)
        return next(chosen, there[0] if there else None)

    # ---- by keys and mouse ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along a line, or to the next line."""
        line = self._line
        if line is None or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            event.ignore()
            return
        last = len(line.points) - 1
        along = {
            Qt.Key.Key_Left: max(0, self.at - 1),
            Qt.Key.Key_Right: min(last, self.at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._go_to(self._beside(line, step), line.points[self.at][0])
        elif Qt.Key(event.key()) in along:
            self._go_to(line, line.points[along[Qt.Key(event.key())]][0])
        else:
            event.ignore()

    def _beside(self, line: Line, step: int) -> Line:
        there = [one for one in self.lines if one.points]
        return there[(there.index(line) + step) % len(there)]

    def _go_to(self, line: Line, x: float) -> None:
        distances = [abs(self.x.place(one) - self.x.place(x)) for one, _ in line.points]
        self.at, self.selected = distances.index(min(distances)), line.key
        self._announce()
        self._draw()
        self.picked.emit(line.key, line.points[self.at][0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the nearest line and point."""
        found = self._nearest(event.position())
        if found is not None:
            self._go_to(*found)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Describe the point under the pointer."""
        found = self._nearest(event.position())
        if found is None:
            self.setToolTip("")
            return
        line, x = found
        self.setToolTip(self._describe(line, [one for one, _ in line.points].index(x)))

    def _nearest(self, at: QPointF) -> tuple[Line, float] | None:
        found = [
            ((self.place(x, y) - at).manhattanLength(), number, x)
            for number, line in enumerate(self.lines)
            for x, y in line.points
        ]
        best = min(found, default=None)
        if best is None or best[0] > _NEAR:
            return None
        return self.lines[best[1]], best[2]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the point of the keys."""
        super().focusInEvent(event)
        self.scene().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the point of the keys."""
        super().focusOutEvent(event)
        self.scene().update()

    def _announce(self) -> None:
        line = self._line
        point = self._describe(line, self.at) if line is not None else ""
        name = f"{self._name}: {point}" if point else self._name
        if name != self.accessibleName():
            self.setAccessibleName(name)
            if self.hasFocus():
                event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
                QAccessible.updateAccessibility(event)

    # ---- drawing ----

    def _draw(self) -> None:
        self.setBackground(self.colours("pane"))
        item = self.getPlotItem()
        item.clear()
        ys = [y for line in self.lines for _, y in line.points]
        if self.limit is not None:
            ys.append(self.limit.value)
        self.show_axes(self._xs or (0.0,), ys or (1.0,))
        for line in sorted(self.lines, key=lambda one: one.key == self.selected):
            width = _WIDTH_SELECTED if line.key == self.selected else _WIDTH
            pen = line.manner.pen(self.colours(line.manner.colour), self.pixels(width))
            places = [(self.x.place(x), self.y.place(y)) for x, y in line.points]
            if places:
                x, y = np.array(places, float).T
                curve = pg.PlotCurveItem(x, y, pen=pen, antialias=True)
                item.addItem(curve)
        self.scene().update()

    def resizeEvent(self, event: object) -> None:
        """Fit the number of values at the axis to the size."""
        super().resizeEvent(event)
        # While the plot closes, its items go first, and then Qt resizes it once more.
        if hasattr(self, "lines") and not self.closed:
            self._draw()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint signs, names and the limit in pixels, independent of the axes."""
        super().drawForeground(painter, rect)
        painter.save()
        if any(line.points for line in self.lines):
            self.paint_below(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_limit(painter)
        for line in sorted(self.lines, key=lambda one: one.key == self.selected):
            self._paint_signs(painter, line)
        self._paint_ends(painter)
        self._paint_x_name(painter)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.restore()

    def paint_below(self, painter: QPainter) -> None:
        """Paint further marks of the plot below signs and names."""

    def _paint_signs(self, painter: QPainter, line: Line) -> None:
        colour, ground = self.colours(line.manner.colour), self.colours("pane")
        size = self.pixels(_SIGN_SELECTED if line.key == self.selected else _SIGN)
        points = line.points
        if len(points) > len(self._xs):
            points = (self.named(line)[0],)
        for x, y in points:
            line.manner.draw_sign(painter, self.place(x, y), size, colour, ground)

    def _paint_limit(self, painter: QPainter) -> None:
        if self.limit is None:
            return
        area = self.area
        y = self.place(self._xs[0] if self._xs else 1.0, self.limit.value).y()
        loss = self.colours("loss")
        pen = QPen(loss, self.pixels(2))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(loss)
        painter.setFont(self.text_font())
        height = self.pixels(16)
        top = y - height if y - height >= 0 else y + 2
        room = QRectF(area.left() + 4, top, self.width() - area.left() - 8, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.limit.text)

    def _paint_ends(self, painter: QPainter) -> None:
        """Paint the value of each line's named point in a column at the right."""
        there = [line for line in self.lines if line.points]
        wanted = [self.place(*self.named(line)[0]) for line in there]
        gap = self.pixels(LABEL_GAP)
        heights = spread([one.y() for one in wanted], gap, gap, self.area.bottom() - gap / 2)
        left = self.area.right() + self.pixels(_LEADER)
        for line, point, y in zip(there, wanted, heights, strict=True):
            chosen = line.key == self.selected
            colour = self.colours(line.manner.colour)
            if self.area.right() - point.x() < self.pixels(_LED):
                painter.setPen(QPen(colour, 1))
                start = QPointF(point.x() + self.pixels(7), point.y())
                painter.drawLine(start, QPointF(left - 3, y))
            sign = QPointF(left + self.pixels(5), y)
            line.manner.draw_sign(painter, sign, self.pixels(8), colour, self.colours("pane"))
            font = self.text_font(bold=chosen)
            painter.setFont(font)
            painter.setPen(colour)
            text = self.named(line)[1]
            metrics = QFontMetricsF(font)
            baseline = y + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left + self.pixels(_BESIDE), baseline), text)

    def named(self, line: Line) -> tuple[tuple[float, float], str]:
        """Return the point that is labelled next to the plot: the last one, with its value."""
        return line.points[-1], self.y.text(line.points[-1][1])

    def _paint_x_name(self, painter: QPainter) -> None:
        painter.setFont(self.text_font())
        painter.setPen(self.colours("ink3"))
        area = self.area
        room = QRectF(
            area.right() + self.pixels(24),
            area.bottom(),
            self.pixels(80),
            self.height() - area.bottom(),
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.x_name)

    def _paint_focus(self, painter: QPainter) -> None:
        """Paint a ring around the plot, and one around the point of the keys."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colours("accent"), 2))
        painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6, 6)
        line = self._line
        if line is not None:
            x, y = line.points[self.at]
            painter.drawEllipse(self.place(x, y), self.pixels(9), self.pixels(9))
