"""A name with the beginning of its arrow, which is dragged to an object of the picture."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from visualizer.diagram.fonts import code_font
from visualizer.diagram.view.view import SheetView
from visualizer.explain.questions.kinds import NEW
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button

_WIDTH, _HEAD = 3, 12
_CODE = 14


class ArrowHandle(Button):
    """``dropped`` tells the objects that its arrow was let go over, the innermost first, and the
    name. Over the empty canvas that is one which is not there yet.
    """

    dropped = Signal(tuple, str)

    def __init__(self, name: str, words: Words) -> None:
        super().__init__("plain")
        self._name = name
        self._arrow: _DraggedArrow | None = None
        self.setText(f"{name} ●─▶")
        self.setFont(code_font(px(_CODE)))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words.bind(self.setToolTip, "ask.drag")
        words.bind(self.setAccessibleName, "ask.drag")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin an arrow."""
        if event.button() is Qt.MouseButton.LeftButton:
            start = self.mapTo(self.window(), QPoint(self.width() - px(_CODE), self.height() // 2))
            colour = self.palette().highlight().color()
            self._arrow = _DraggedArrow(self.window(), QPointF(start), colour)
            field = self.parentWidget()
            if field is not None:
                # Who draws an arrow answers, and stands where that is asked.
                field.setFocus()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it on."""
        if self._arrow is not None:
            self._arrow.lead_to(QPointF(self.mapTo(self.window(), event.position().toPoint())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go: over an object, or where there is none yet."""
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
    """The objects of the picture at a place of the screen; ``NEW`` on canvas, none elsewhere."""
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
    """Lies over the whole window while an arrow is dragged."""

    def __init__(self, window: QWidget, start: QPointF, colour: QColor) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self._start = self._end = start
        self._colour = colour
        self.raise_()
        self.show()

    def lead_to(self, end: QPointF) -> None:
        """Lead its head there."""
        self._end = end
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line, and a head in its direction."""
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
