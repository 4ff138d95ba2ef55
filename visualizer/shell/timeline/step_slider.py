"""The slider over all steps, with signs for their events."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QAbstractSlider, QWidget

from visualizer.shell.appearance.icons import painted
from visualizer.shell.appearance.look import THEME


class Sign(Enum):
    """A sign above the track for the events of a step."""

    RETURN = "return"
    CALL = "call"
    OUTPUT = "output"
    COLLECTION = "collection"
    EXCEPTION = "exception"


type Marked = tuple[tuple[Sign, Sequence[int]], ...]
"""Signs, each with its sorted steps."""

_COLOURS = {
    Sign.RETURN: "ink2",
    Sign.CALL: "ink2",
    Sign.OUTPUT: "gain",
    Sign.COLLECTION: "island",
    Sign.EXCEPTION: "loss",
}
_SHAPES = {
    Sign.RETURN: ((-4, 3), (4, 3), (0, -4)),
    Sign.CALL: ((-4, -3), (4, -3), (0, 4)),
    Sign.EXCEPTION: ((0, -5), (5, 0), (0, 5), (-5, 0)),
}

EDGE = 24
"""Pixels from the sides to the middle of the first and the last column."""
_HANDLE = 9
_RIBBON = ((-4, -5), (4, -5), (4, 5), (0, 1.5), (-4, 5))
_HEIGHT, _SIGN_AT, _TRACK_AT, _NOTED_AT = 40, 8, 25, 34
_TURNS_AT = 37


class StepSlider(QAbstractSlider):
    """Draws a column for each step; if steps share a column, it shows their rarest event.

    The timeline around it handles the mouse.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = self._steps = 0
        self._view = (1.0, 1.0)
        self._events: Marked = ()
        self._bookmarks: Sequence[int] = ()
        self.stops: Sequence[int] = ()
        self.turns: Sequence[tuple[int, int]] = ()
        self._signs: tuple[object, QPixmap] | None = None
        """The picture of the signs, and the input that it was drawn for."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(120, _HEIGHT))

    def show_step(self, step: int, steps: int) -> None:
        """Put the handle at ``step`` of ``steps``."""
        self._step, self._steps = step, steps
        self.setRange(min(1, steps), steps)
        self.setValue(step)
        self.update()

    def show_view(self, first: float, last: float) -> None:
        """Draw the steps from ``first`` to ``last`` across the whole width."""
        self._view = first, last
        self.update()

    def show_events(self, events: Marked) -> None:
        """Draw signs for these steps; later kinds are drawn over earlier ones."""
        self._events = events
        self.update()

    def show_bookmarks(self, steps: Sequence[int]) -> None:
        """Draw a bookmark below the track at these steps, in order."""
        self._bookmarks = steps
        self.update()

    def show_stops(self, steps: Sequence[int]) -> None:
        """Draw a breakpoint below the track at these steps, in order."""
        self.stops = steps
        self.update()

    def show_turns(self, turns: Sequence[tuple[int, int]]) -> None:
        """Draw a strip below the track in turns: the first step of each, and its thread."""
        self.turns = turns
        self.update()

    def x_of(self, step: float) -> float:
        """Return the middle of the column of ``step``."""
        first, last = self._view
        width = self.width() - 2 * EDGE
        return EDGE + (width * (step - first) / (last - first) if last > first else 0)

    def place_at(self, x: float) -> float:
        """Return the place on the axis of steps at ``x``, possibly between two columns."""
        first, last = self._view
        return first + (x - EDGE) / max(1, self.width() - 2 * EDGE) * (last - first)

    def step_at(self, x: float) -> int:
        """Return the step whose column is nearest to ``x``."""
        if self._steps <= 1:
            return self._steps
        return max(1, min(self._steps, round(self.place_at(x))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Up and Down too; Left and Right belong to the window."""
        change = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if change is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(self._step + change)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint signs, track, handle and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter)
        if not self._steps:
            return
        self._paint_signs(painter)
        # Without a readable step the handle waits at the first one.
        centre = QPointF(self.x_of(max(1, self._step)), _TRACK_AT)
        painter.setPen(QPen(THEME.colour("accent"), 3))
        painter.setBrush(THEME.colour("pane"))
        painter.drawEllipse(centre, _HANDLE, _HANDLE)
        self._paint_turns(painter)
        self._paint_stops(painter)
        self._paint_bookmarks(painter)
        if self.hasFocus():
            painter.setPen(QPen(THEME.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, _HANDLE + 4, _HANDLE + 4)

    def _paint_track(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        least, most = EDGE, self.width() - EDGE
        track = QRectF(least, _TRACK_AT - 2, most - least, 4)
        painter.setBrush(THEME.colour("hair"))
        painter.drawRoundedRect(track, 2, 2)
        if self._steps:
            track.setRight(min(max(least, self.x_of(self._step)), most))
            painter.setBrush(THEME.colour("accent"))
            painter.drawRoundedRect(track, 2, 2)

    def _paint_signs(self, painter: QPainter) -> None:
        """Paint the signs from a cached picture: there may be thousands, the same at each step."""
        scale = self.devicePixelRatioF()
        drawn_for = self._events, self._view, self.size(), THEME.name, scale
        if self._signs is None or self._signs[0] != drawn_for:
            picture = painted(self._draw_signs, self.width(), self.height(), scale)
            self._signs = drawn_for, picture
        painter.drawPixmap(0, 0, self._signs[1])

    def _draw_signs(self, painter: QPainter) -> None:
        columns: dict[int, Sign] = {}
        for sign, steps in self._events:
            columns |= dict.fromkeys(self._columns(steps), sign)
        for x, sign in columns.items():
            _draw_sign(painter, sign, QPointF(x, _SIGN_AT))

    def _paint_turns(self, painter: QPainter) -> None:
        """Paint the turns, those of the current thread in another colour."""
        if not self.turns:
            return
        place = bisect_right(self.turns, self._step, key=lambda turn: turn[0]) - 1
        own = self.turns[place][1] if 0 <= place < len(self.turns) else 0
        ends = [first for first, _ in self.turns[1:]] + [self._steps + 1]
        painter.setPen(Qt.PenStyle.NoPen)
        drawn = -1.0
        for (first, thread), end in zip(self.turns, ends, strict=True):
            left, right = self.x_of(first - 0.5), self.x_of(end - 0.5)
            if right < EDGE or left > self.width() - EDGE or right - drawn < 1:
                # The next turn covers anything narrower than a pixel.
                continue
            drawn = right
            painter.setBrush(THEME.colour("accent" if thread == own else "line"))
            gap = 1 if right - left > 3 else 0
            box = QRectF(left, _TURNS_AT, max(1.0, right - left - gap), 3)
            painter.drawRect(box.intersected(QRectF(EDGE - 8, 0, self.width(), _HEIGHT)))

    def _paint_stops(self, painter: QPainter) -> None:
        painter.setPen(QPen(THEME.colour("pane"), 1))
        painter.setBrush(THEME.colour("loss"))
        for x in self._columns(self.stops):
            painter.drawEllipse(QPointF(x, _NOTED_AT + 1), 3.5, 3.5)

    def _paint_bookmarks(self, painter: QPainter) -> None:
        """Paint over the handle, which would hide the bookmark of its own step."""
        painter.setPen(QPen(THEME.colour("accent"), 1.5))
        painter.setBrush(THEME.colour("pane"))
        for x in self._columns(self._bookmarks):
            painter.drawPolygon(QPolygonF([QPointF(x + dx, _NOTED_AT + dy) for dx, dy in _RIBBON]))

    def _columns(self, steps: Sequence[int]) -> Iterator[int]:
        """Yield the pixels that contain such a step; it skips further steps in a pixel."""
        first, last = self._view
        width = self.width() - 2 * EDGE
        if width <= 0:
            return
        pixel = (last - first) / width
        place = bisect_left(steps, first)
        while place < len(steps) and steps[place] <= last:
            x = round(self.x_of(steps[place]))
            yield x
            next_step = max(first + (x + 0.5 - EDGE) * pixel, steps[place] + 0.5)
            place = bisect_left(steps, next_step, place + 1)


def _draw_sign(painter: QPainter, sign: Sign, at: QPointF) -> None:
    painter.save()
    painter.translate(at)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(THEME.colour(_COLOURS[sign]))
    if sign is Sign.OUTPUT:
        painter.drawRect(QRectF(-3.5, -3.5, 7, 7))
    elif sign is Sign.COLLECTION:
        painter.setPen(QPen(THEME.colour(_COLOURS[sign]), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 0), 3.5, 3.5)
    else:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _SHAPES[sign]]))
    painter.restore()
