"""A name with the start of its arrow, which the user drags to an object of the diagram."""

import math

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from visualizer.diagram.fonts import code_font
from visualizer.diagram.view.view import SheetView
from visualizer.explain.questions.kinds import NEW
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button

_WIDTH, _HEAD = 3, 12
_CODE = 14


class ArrowHandle(Button):
    """``dropped`` carries the objects under the arrow's head, innermost first, and the name.

    Over the empty canvas the object is ``NEW``.
    """

    dropped = Signal(tuple, str)

    def __init__(self, name: str, words: Words) -> None:
        super().__init__("plain")
        self._name = name
        self._arrow: _DraggedArrow | None = None
        self.setText(f"{name} ●─▶")
        self._use_font()
        THEME.changed.connect(self._use_font)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words.bind(self.setToolTip, "ask.drag")
        words.bind(self.setAccessibleName, "ask.drag")

    def _use_font(self) -> None:
        self.setFont(code_font(px(_CODE)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start an arrow."""
        if event.button() is Qt.MouseButton.LeftButton:
            start = self.mapTo(self.window(), QPoint(self.width() - px(_CODE), self.height() // 2))
            colour = self.palette().highlight().color()
            self._arrow = _DraggedArrow(self.window(), QPointF(start), colour)
            field = self.parentWidget()
            if field is not None:
                # Drawing answers the question, so its field gets the focus.
                field.setFocus()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the arrow's head."""
        if self._arrow is not None:
            self._arrow.lead_to(QPointF(self.mapTo(self.window(), event.position().toPoint())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the arrow on an object or on the empty canvas."""
        if self._arrow is None:
            return
        self._arrow.hide()
        self._arrow.deleteLater()
        self._arrow = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        found = objects_under(event.globalPosition().toPoint())
        if found:
            self.dropped.emit(found, self._name)


def objects_under(at: QPoint) -> tuple[int, ...]:
    """Return the diagram's objects at a point; ``NEW`` on empty canvas, none elsewhere."""
    widget = QApplication.widgetAt(at)
    view = widget.parentWidget() if widget is not None else None
    if not isinstance(view, SheetView):
        return ()
    place = view.mapToScene(view.viewport().mapFromGlobal(at))
    item = view.sheets.box_at(place)
    if item is None:
        return (NEW,)
    inner, key = item.object_at(place - item.pos()), item.box.key
    own = int(key.name) if key.kind in ("object", "nodes") else None
    return tuple(one for one in (inner, own) if one is not None)


class _DraggedArrow(QWidget):
    """An overlay on the window that paints the arrow during a drag."""

    def __init__(self, window: QWidget, start: QPointF, colour: QColor) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self._start = self._end = start
        self._colour = colour
        self.raise_()
        self.show()

    def lead_to(self, end: QPointF) -> None:
        """Move the head to ``end``."""
        self._end = end
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and its head."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour
        painter.setPen(QPen(colour, _WIDTH))
        painter.drawLine(self._start, self._end)
        way = self._end - self._start
        angle = math.atan2(way.y(), way.x())
        wings = [
            self._end - QPointF(math.cos(angle + turn), math.sin(angle + turn)) * _HEAD
            for turn in (0.45, -0.45)
        ]
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([self._end, *wings]))
