"""Several lines over one axis, each labelled by the value at its end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from visualizer.charts.chart import STEPS, Chart, Colours
from visualizer.charts.markers import Manner
from visualizer.charts.scales import Scale, spread

LABEL_GAP = 16
"""Pixels at the usual text size between two values at the ends of lines."""
_SIGN, _SIGN_SELECTED = 8.0, 11.0
_WIDTH, _WIDTH_SELECTED = 1.8, 2.8
_WHISKER = 8
_LEADER, _BESIDE = 16, 14
_NEAR = 24
_LED = 90
"""Pixels: a line that ends further away has no leader to its value, only the same sign."""
_LEFT, _TOP, _BOTTOM = 66, 10, 26
"""Pixels at the usual text size around the plot; its right margin belongs to its lines' names."""
_NAMED = 2
"""Names stand beside the values of a plot that is so many times as wide as both."""
_TICK_ROOM, _MOST_ACROSS, _TICK_GAP, _NAME_GAP = 34, 8, 8, 24


@dataclass(frozen=True, slots=True)
class Line:
    """``points`` are its values (x, y), sorted by x; ``spreads`` the ends of their spreads, None
    for an unknown one."""

    key: str
    manner: Manner
    points: tuple[tuple[float, float], ...]
    spreads: tuple[Sequence[float] | None, ...] = ()

    def spread(self, at: int) -> Sequence[float] | None:
        """Return the ends of the spread of a point; None if it is unknown, or they are equal."""
        ends = self.spreads[at] if self.spreads else None
        return ends if ends is not None and ends[0] < ends[1] else None

    @property
    def whiskers(self) -> list[tuple[float, Sequence[float]]]:
        """The x of each spread, and its ends."""
        pairs = ((x, self.spread(at)) for at, (x, _) in enumerate(self.points))
        return [(x, ends) for x, ends in pairs if ends is not None]


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on the vertical axis, and its name."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A vertical line at ``at``, with a text above it; a main one has the accent's colour."""

    at: float
    text: str = ""
    is_main: bool = False


def last_value(line: Line, y: Scale) -> tuple[tuple[float, float], str]:
    """Return a line's last point, and its value: what stands beside the plot."""
    return line.points[-1], y.text(line.points[-1][1])


def peak(line: Line, y: Scale) -> tuple[tuple[float, float], str]:
    """Return a line's peak, and the line's name with its value."""
    highest = max(line.points, key=lambda point: point[1])
    return highest, f"{line.key} {y.text(highest[1])}"


class LinePlot(Chart):
    """Draws lines; emits ``picked`` with the key of a line and the x that the user chooses.

    ``right`` are the pixels beside the plot, ``named`` is the point of a line that is labelled
    there, and its text; a wide plot has the names of lines before their last values. The arrow keys
    move along a line and from one line to the next. For a screen reader, the plot's name is the
    text of the point there: ``describe`` gets a line and the number of a point. Without points,
    ``empty`` is shown.
    """

    picked = Signal(str, float)
    inset = 1

    def __init__(self, colours: Colours, x: Scale, y: Scale) -> None:
        super().__init__(colours)
        self.x_scale, self.y_scale, self.right = x, y, 104
        self.named: Callable[[Line, Scale], tuple[tuple[float, float], str]] = last_value
        self.lines: tuple[Line, ...] = ()
        self.limit: Limit | None = None
        self.marks: tuple[Mark, ...] = ()
        self.selected = self.empty = self.x_name = self._name = ""
        self.at = 0
        self._describe: Callable[[Line, int], str] = lambda line, at: line.key
        self._xs: tuple[float, ...] = ()
        self.setMinimumSize(200, 160)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMouseTracking(True)

    def set_words(self, name: str, x_name: str, describe: Callable[[Line, int], str]) -> None:
        """Name the plot and its x axis; ``describe`` formats a point of a line."""
        self._name, self.x_name, self._describe = name, x_name, describe
        self._update()

    def show_lines(
        self,
        lines: Sequence[Line],
        xs: Sequence[float],
        selected: str = "",
        limit: Limit | None = None,
        marks: Sequence[Mark] = (),
    ) -> None:
        """Draw ``lines`` over an axis with all of ``xs``."""
        self.lines, self.limit, self.selected = tuple(lines), limit, selected
        self._xs, self.marks = tuple(xs), tuple(marks)
        line = self._line
        self.at = min(self.at, max(0, len(line.points) - 1)) if line else 0
        self._update()

    def _update(self) -> None:
        """Announce the point of the keys, and paint again."""
        line = self._line
        point = self._describe(line, self.at) if line is not None else ""
        name = f"{self._name}: {point}" if point else self._name
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.update()

    @property
    def drawn(self) -> list[Line]:
        """The lines that have points."""
        return [line for line in self.lines if line.points]

    @property
    def _line(self) -> Line | None:
        """Return the selected line, else the first."""
        chosen = (line for line in self.drawn if line.key == self.selected)
        return next(chosen, self.drawn[0] if self.drawn else None)

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
        key, drawn = Qt.Key(event.key()), self.drawn
        along, beside = STEPS.get(key), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if beside is not None:
            other = drawn[(drawn.index(line) + beside) % len(drawn)]
            self._go_to(other, line.points[self.at][0])
        elif along is not None:
            at = max(0, min(len(line.points) - 1, self.at + along))
            self._go_to(line, line.points[at][0])
        else:
            event.ignore()

    def _go_to(self, line: Line, x: float) -> None:
        distances = [abs(self.x_scale.place(one) - self.x_scale.place(x)) for one, _ in line.points]
        self.at, self.selected = distances.index(min(distances)), line.key
        self._update()
        self.picked.emit(line.key, line.points[self.at][0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the nearest line and point."""
        found = self._nearest(event.position())
        if found is not None:
            line, at = found
            self._go_to(line, line.points[at][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Describe the point under the pointer."""
        found = self._nearest(event.position())
        self.setToolTip(self._describe(*found) if found is not None else "")

    def _nearest(self, pointer: QPointF) -> tuple[Line, int] | None:
        found = [
            ((place - pointer).manhattanLength(), number, at)
            for number, line in enumerate(self.lines)
            for at, place in enumerate(self._places(line.points))
        ]
        distance, number, at = min(found, default=(_NEAR + 1, 0, 0))
        return (self.lines[number], at) if distance <= _NEAR else None

    # ---- places ----

    @property
    def area(self) -> QRectF:
        """The rectangle between the axes, in pixels."""
        around = (_LEFT, _TOP, -self.right, -_BOTTOM)
        area = QRectF(self.rect()).adjusted(*(one * self.unit for one in around))
        return area.adjusted(0, 0, -self._names_wide, 0)

    @property
    def _names_wide(self) -> float:
        """The pixels for the names of lines before their values; 0 if the plot is too narrow."""
        if self.named is not last_value:
            return 0.0
        width = QFontMetricsF(self.sized(self.font(), 12)).horizontalAdvance
        wide = max((width(f"{line.key} ") for line in self.drawn), default=0.0)
        return wide if self.width() >= _NAMED * (self.right * self.unit + wide) else 0.0

    @property
    def _ends(self) -> tuple[float, float, float, float]:
        """Return the ends of both axes, in their units."""
        xs = self._xs or (0.0,)
        ys = [y for line in self.lines for _, y in line.points] or [1.0]
        ys += [end for line in self.lines for _, ends in line.whiskers for end in ends]
        ys += [self.limit.value] if self.limit is not None else []
        left, right = self.x_scale.place(min(xs)), self.x_scale.place(max(xs))
        if right <= left:
            left, right = left - 0.5, right + 0.5
        return left, right, *self.y_scale.ends(min(ys), max(ys))

    def place(self, x: float, y: float) -> QPointF:
        """Return the point of a value, in pixels."""
        return self._places([(x, y)])[0]

    def _places(self, points: Sequence[tuple[float, float]]) -> list[QPointF]:
        area, (left, right, low, high) = self.area, self._ends
        inset = 0.02 * (right - left)
        wide, tall = area.width() / (right - left + 2 * inset), area.height() / (high - low)
        return [
            QPointF(
                area.left() + wide * (self.x_scale.place(x) - left + inset),
                area.bottom() - tall * (self.y_scale.place(y) - low),
            )
            for x, y in points
        ]

    @property
    def x_ticks(self) -> list[float]:
        """The values beside the lower axis, as many as do not touch each other."""
        left, right, *_ = self._ends
        width = QFontMetricsF(self.sized(self.font(), 12)).horizontalAdvance
        for most in range(_MOST_ACROSS, 1, -1):
            values = self.x_scale.ticks(left, right, most)
            places = [self.x_scale.place(one) for one in values]
            step = min((after - before for before, after in pairwise(places)), default=right - left)
            wide = max((width(self.x_scale.tick(one)) for one in values), default=0.0)
            if self.area.width() * step >= (wide + _TICK_GAP * self.unit) * (right - left):
                break
        return values

    @property
    def x_name_left(self) -> float:
        """The left edge of the lower axis's name, in pixels: beside the last value."""
        last, metrics = self.x_ticks[-1], QFontMetricsF(self.sized(self.font(), 12))
        half = metrics.horizontalAdvance(self.x_scale.tick(last)) / 2
        beside = self.place(last, 1.0).x() + half + _TICK_GAP * self.unit
        return max(beside, self.area.right() + _NAME_GAP * self.unit)

    # ---- painting ----

    def paint(self, painter: QPainter) -> None:
        """Paint axes, marks, lines, their signs and names."""
        painter.setFont(self.sized(self.font(), 12))
        if not self.drawn:
            self.paint_empty(painter, self.empty)
            return
        self._paint_axes(painter)
        self._paint_marks(painter)
        ordered = sorted(self.lines, key=lambda one: one.key == self.selected)
        for line in ordered:
            width = _WIDTH_SELECTED if line.key == self.selected else _WIDTH
            colour = self.colours(line.manner.colour)
            painter.setPen(line.manner.pen(colour, width * self.unit))
            painter.drawPolyline(QPolygonF(self._places(line.points)))
            self._paint_whiskers(painter, line, colour)
        self._paint_limit(painter)
        for line in ordered:
            self._paint_signs(painter, line)
        self._paint_ends(painter)
        if self.hasFocus() and (chosen := self._line) is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colours("accent"), 2))
            size = 9 * self.unit
            painter.drawEllipse(self.place(*chosen.points[self.at]), size, size)

    def _paint_axes(self, painter: QPainter) -> None:
        area, (_, _, low, high), unit = self.area, self._ends, self.unit
        middle = Qt.AlignmentFlag.AlignVCenter
        for value in self.y_scale.ticks(
            low, high, max(1, int(self.height() / (_TICK_ROOM * unit)))
        ):
            at = round(self.place(1.0, value).y()) + 0.5
            painter.setPen(self.colours("hair"))
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
            painter.setPen(self.colours("ink2"))
            room = QRectF(0, at - 10 * unit, area.left() - 8 * unit, 20 * unit)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self.y_scale.tick(value))
        painter.setPen(self.colours("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        below = QRectF(0, area.bottom(), 120 * unit, self.height() - area.bottom())
        painter.setPen(self.colours("ink2"))
        for value in self.x_ticks:
            below.moveLeft(self.place(value, 1.0).x() - below.width() / 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.x_scale.tick(value))
        painter.setPen(self.colours("ink3"))
        below.moveLeft(self.x_name_left)
        painter.drawText(below, middle, self.x_name)

    def _paint_marks(self, painter: QPainter) -> None:
        """Paint the marks; a text that would cover another one is left out."""
        area, free = self.area, self.area.left()
        for mark in self.marks:
            font = self.sized(self.font(), 12, is_bold=mark.is_main)
            metrics = QFontMetricsF(font)
            x = self.place(mark.at, 1.0).x()
            if not area.left() <= x <= area.right() + 1:
                continue
            pen = QPen(self.colours("line"), 1, Qt.PenStyle.DotLine)
            if mark.is_main:
                pen = QPen(self.colours("accent"), 2)
            painter.setPen(pen)
            top = QPointF(x, area.top() + metrics.height() + 2)
            painter.drawLine(top, QPointF(x, area.bottom()))
            wide = metrics.horizontalAdvance(mark.text)
            left = min(max(free, x - wide / 2), area.right() - wide)
            if mark.text and left >= free:
                painter.setFont(font)
                painter.setPen(self.colours("accent" if mark.is_main else "ink2"))
                painter.drawText(QPointF(left, area.top() + metrics.ascent() - 2), mark.text)
                free = left + wide + 12

    def _paint_signs(self, painter: QPainter, line: Line) -> None:
        """Paint a sign at each point, or where they are too many only at the named one."""
        colour, ground = self.colours(line.manner.colour), self.colours("pane")
        size = (_SIGN_SELECTED if line.key == self.selected else _SIGN) * self.unit
        points = line.points
        if len(points) > len(self._xs):
            points = (self.named(line, self.y_scale)[0],)
        for place in self._places(points):
            line.manner.draw_sign(painter, place, size, colour, ground)

    def _paint_whiskers(self, painter: QPainter, line: Line, colour: QColor) -> None:
        painter.setPen(QPen(colour, self.unit))
        half = QPointF(_WHISKER * self.unit / 2, 0)
        for x, ends in line.whiskers:
            low, high = self._places([(x, end) for end in ends])
            painter.drawLine(low, high)
            for end in (low, high):
                painter.drawLine(end - half, end + half)

    def _paint_limit(self, painter: QPainter) -> None:
        if self.limit is None:
            return
        area, height = self.area, 16 * self.unit
        y = self.place(1.0, self.limit.value).y()
        pen = QPen(self.colours("loss"), 2 * self.unit)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(self.colours("loss"))
        painter.setFont(self.sized(self.font(), 12))
        top = y - height if y - height >= 0 else y + 2
        # A long text begins left of the line, which ends before the values beside the plot.
        wide = painter.fontMetrics().horizontalAdvance(self.limit.text)
        left = max(4.0, min(area.left() + 4, self.width() - 4 - wide))
        room = QRectF(left, top, self.width() - left, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.limit.text)

    def _paint_ends(self, painter: QPainter) -> None:
        """Paint the value of each line's named point in a column at the right."""
        area, unit, is_named = self.area, self.unit, self._names_wide > 0
        names = [self.named(line, self.y_scale) for line in self.drawn]
        wanted = self._places([point for point, _ in names])
        gap = LABEL_GAP * unit
        heights = spread([one.y() for one in wanted], gap, gap, area.bottom() - gap / 2)
        left = area.right() + _LEADER * unit
        for line, (_, text), point, y in zip(self.drawn, names, wanted, heights, strict=True):
            colour = self.colours(line.manner.colour)
            if area.right() - point.x() < _LED * unit:
                painter.setPen(QPen(colour, 1))
                painter.drawLine(QPointF(point.x() + 7 * unit, point.y()), QPointF(left - 3, y))
            sign = QPointF(left + 5 * unit, y)
            line.manner.draw_sign(painter, sign, 8 * unit, colour, self.colours("pane"))
            font = self.sized(self.font(), 12, is_bold=line.key == self.selected)
            painter.setFont(font)
            painter.setPen(colour)
            metrics = QFontMetricsF(font)
            baseline = y + (metrics.ascent() - metrics.descent()) / 2
            said = f"{line.key} {text}" if is_named else text
            painter.drawText(QPointF(left + _BESIDE * unit, baseline), said)
