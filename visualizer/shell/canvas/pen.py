"""A pen that draws over the diagram; another picture wipes the strokes away."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from visualizer.shell.playback.player import Player

_WIDTH = 4.0
_LEAST = 2
"""The least number of points in a painted stroke; a click gives one and becomes a dot."""


class Pen(QWidget):
    """Lies over a view; while ``on``, dragging draws, else the view gets the mouse events.

    ``changed`` carries the new value of ``on``.
    """

    changed = Signal(bool)

    def __init__(self, over: QWidget, player: Player) -> None:
        super().__init__(over)
        self._over = over
        self.strokes: list[QPolygonF] = []
        self.colour = QColor("#D81B60")
        self.on = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        over.installEventFilter(self)
        for changed in (player.step_changed, player.level_changed):
            changed.connect(self.wipe)
        self.hide()

    def turn(self, on: bool) -> None:
        """Turn the pen on or off; the strokes stay until the picture changes."""
        if on == self.on:
            return
        self.on = on
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not on)
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        self._cover()
        self.changed.emit(on)

    def wipe(self) -> None:
        """Remove all strokes."""
        self.strokes = []
        self._cover()
        self.update()

    def _cover(self) -> None:
        """Cover the view while the pen is on or there are strokes, else hide."""
        self.setGeometry(self._over.rect())
        self.setVisible(self.on or bool(self.strokes))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the view."""
        if event.type() is QEvent.Type.Resize:
            self._cover()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        self.strokes.append(QPolygonF([event.position()]))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue the stroke."""
        if self.strokes:
            self.strokes[-1].append(event.position())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all strokes, with a light edge that shows on any ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(255, 255, 255, 160), _WIDTH + 3), (self.colour, _WIDTH)):
            pen = QPen(colour, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for stroke in self.strokes:
                points = [stroke.at(place) for place in range(stroke.size())]
                if len(points) < _LEAST:
                    points.append(QPointF(points[0].x() + 0.1, points[0].y()))
                painter.drawPolyline(QPolygonF(points))
