"""The slider over all steps, with the signs of what happens at them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractSlider, QWidget

from visualizer.diagram.themes import Theme
from visualizer.model import Event

type Marked = tuple[tuple[Event, Sequence[int]], ...]
"""Kinds of events and the steps at which they are."""

_EDGE = 24
_HANDLE = 9
_SIGN_AT, _TRACK_AT, _NUMBER_AT = 40, 68, 96


class StepSlider(QAbstractSlider):
    """A column is a step; many steps share one, of which the rarest event is drawn."""

    moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = self._steps = 0
        self._events: Marked = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(120, 100))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def show_step(self, step: int, steps: int) -> None:
        """Put the handle at ``step`` of ``steps``."""
        self._step, self._steps = step, steps
        self.setRange(min(1, steps), steps)
        self.setValue(step)
        self.update()

    def show_events(self, events: Marked) -> None:
        """Draw signs for these steps; what comes later is drawn over what came before."""
        self._events = events
        self.update()

    def x_of(self, step: int) -> float:
        """The middle of the column of ``step``."""
        width = self.width() - 2 * _EDGE
        return _EDGE + (width * (step - 1) / (self._steps - 1) if self._steps > 1 else 0)

    def step_at(self, x: float) -> int:
        """The step whose column is nearest to ``x``."""
        width = self.width() - 2 * _EDGE
        if self._steps <= 1 or width <= 0:
            return self._steps
        part = (x - _EDGE) / width
        return max(1, min(self._steps, 1 + round(part * (self._steps - 1))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step pressed."""
        if event.button() is Qt.MouseButton.LeftButton and self._steps:
            self.moved.emit(self.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._steps:
            self.moved.emit(self.step_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move too; left and right are the window's."""
        change = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if change is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(self._step + change)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Signs, track, handle, numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter)
        if not self._steps:
            return
        self._paint_signs(painter)
        self._paint_numbers(painter)
        centre = QPointF(self.x_of(self._step), _TRACK_AT)
        painter.setPen(QPen(self._theme.colour("accent"), 3))
        painter.setBrush(self._theme.colour("pane"))
        painter.drawEllipse(centre, _HANDLE, _HANDLE)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, _HANDLE + 4, _HANDLE + 4)

    def _paint_track(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(_EDGE, _TRACK_AT - 2, self.width() - 2 * _EDGE, 4)
        painter.setBrush(self._theme.colour("hair"))
        painter.drawRoundedRect(track, 2, 2)
        if self._steps:
            track.setRight(max(track.left(), self.x_of(self._step)))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(track, 2, 2)

    def _paint_signs(self, painter: QPainter) -> None:
        columns: dict[int, Event] = {}
        for kind, steps in self._events:
            for step in _thinned(steps, self.width()):
                columns[round(self.x_of(step))] = kind
        for x, kind in columns.items():
            _draw_event(painter, kind, QPointF(x, _SIGN_AT), self._theme)

    def _paint_numbers(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink3"))
        free = -1.0
        for step in _ticks(self._steps):
            text = f"{step:,}"
            width = painter.fontMetrics().horizontalAdvance(text)
            x = self.x_of(step) - width / 2
            if x > free:
                box = QRectF(x, _NUMBER_AT - 8, width, 16)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                free = x + width + 12


def _ticks(steps: int) -> list[int]:
    """1 and then round numbers, at most about a dozen."""
    pace = 1
    while steps / pace > 12:
        pace = pace * 5 // 2 if str(pace)[0] == "2" else pace * 2
    if pace < 5:
        return list(range(1, steps + 1, pace))
    return [1, *range(pace, steps + 1, pace)]


def _thinned(steps: Sequence[int], columns: int) -> Sequence[int]:
    """No more of ``steps`` than can be told apart."""
    pace = max(1, len(steps) // max(1, columns * 2))
    return steps[::pace]


def _draw_event(painter: QPainter, kind: Event, at: QPointF, theme: Theme) -> None:
    painter.save()
    painter.translate(at)
    painter.setPen(Qt.PenStyle.NoPen)
    lost = kind in (Event.EXCEPTION, Event.UNCAUGHT)
    painter.setBrush(theme.colour("loss" if lost else "ink2"))
    if kind in (Event.CALL, Event.RESUME):
        points = ((-4, -3), (4, -3), (0, 4))
    elif lost:
        points = ((0, -5), (5, 0), (0, 5), (-5, 0))  # type: ignore[assignment]
    else:
        points = ((-4, 3), (4, 3), (0, -4))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.restore()
