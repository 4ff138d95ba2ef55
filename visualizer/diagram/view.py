"""The window onto a diagram: zoom, fit, and following what changes."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from visualizer.diagram.scene import DiagramScene

LEAST, MOST = 0.25, 4.0
_STEP = 1.25


class DiagramView(QGraphicsView):
    """Shows a scene from 25 to 400 %. ``zoom_changed`` gives the new scale, 1.0 for 100 %."""

    zoom_changed = Signal(float)

    def __init__(self, scene: DiagramScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._diagram = scene
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    @property
    def zoom(self) -> float:
        """The scale, 1.0 for 100 %."""
        return self.transform().m11()

    def set_zoom(self, zoom: float) -> None:
        """Change the scale, kept between 25 and 400 %."""
        wanted = min(max(zoom, LEAST), MOST)
        if abs(wanted - self.zoom) > 1e-6:
            self.scale(wanted / self.zoom, wanted / self.zoom)
            self.zoom_changed.emit(wanted)

    def zoom_in(self) -> None:
        """A quarter larger."""
        self.set_zoom(self.zoom * _STEP)

    def zoom_out(self) -> None:
        """A quarter smaller."""
        self.set_zoom(self.zoom / _STEP)

    def zoom_reset(self) -> None:
        """To 100 %."""
        self.set_zoom(1.0)

    def fit(self) -> None:
        """All in view, at no more than 100 %."""
        rect = self.sceneRect()
        if rect.isEmpty():
            return
        room = self.viewport().rect()
        self.set_zoom(min(room.width() / rect.width(), room.height() / rect.height(), 1.0))
        self.centerOn(rect.center())

    def follow(self) -> None:
        """Bring what this step changed into view, if it is not."""
        changed = self._diagram.changed_rect()
        if changed.isNull():
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if not seen.contains(changed):
            self.ensureVisible(_reachable(changed, seen), 24, 24)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Dragging is over: the hand becomes an arrow again."""
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self.set_zoom(self.zoom * _STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and zero zoom, Escape selects nothing; others are the window's."""
        keys = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.zoom_reset,
        }
        action = keys.get(Qt.Key(event.key()))
        if action is not None:
            action()
        elif event.key() == Qt.Key.Key_Escape and self._diagram.selected is not None:
            self._diagram.select(None)
        else:
            event.ignore()


def _reachable(wanted: QRectF, seen: QRectF) -> QRectF:
    """So much of ``wanted`` as has room in what is seen."""
    size = wanted.size().boundedTo(seen.size())
    return QRectF(QPointF(wanted.topLeft()), size)
