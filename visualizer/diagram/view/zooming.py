"""The view of a picture: its zoom, and its visible part."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPixmapCache, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from visualizer.diagram.motion.glide import Glide
from visualizer.diagram.motion.movement import Motion

LEAST, MOST = 0.25, 4.0
STEP = 1.25
MARGIN = 24
"""Pixels around the part that is brought into view."""
_CACHE = 128 * 1024
"""Kilobytes for cards as they were last drawn: some thousand of them."""


class ZoomingView(QGraphicsView):
    """Shows a scene from 25 to 400 %. ``zoom_changed`` gives the new scale, 1.0 for 100 %."""

    zoom_changed = Signal(float)

    def __init__(
        self, scene: QGraphicsScene, motion: Motion, parent: QWidget | None = None
    ) -> None:
        super().__init__(scene, parent)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        # The scene's ground is all over it: nothing need be filled below that.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Every item sets its own pen and brush, and clips only between save and restore.
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        if QPixmapCache.cacheLimit() < _CACHE:
            QPixmapCache.setCacheLimit(_CACHE)
        self.glide = Glide(self, motion)

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
        self.glide.go(lambda: self.set_zoom(self.zoom * STEP))

    def zoom_out(self) -> None:
        """A quarter smaller."""
        self.glide.go(lambda: self.set_zoom(self.zoom / STEP))

    def zoom_reset(self) -> None:
        """To 100 %."""
        self.glide.go(partial(self.set_zoom, 1.0))

    @property
    def zoom_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        """The keys that zoom."""
        return {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.zoom_reset,
        }

    def show_rect(self, wanted: QRectF) -> None:
        """Bring a part of the picture into view, if it is not."""
        if not self.isVisible():
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if not wanted.isNull() and not seen.contains(wanted):
            self.glide.go(partial(self.ensureVisible, _reachable(wanted, seen), MARGIN, MARGIN))

    def on_screen(self, rect: QRectF) -> QRect:
        """Where a part of the picture is on the screen."""
        inside = self.mapFromScene(rect).boundingRect()
        return QRect(self.viewport().mapToGlobal(inside.topLeft()), inside.size())

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
        self.set_zoom(self.zoom * STEP ** (event.angleDelta().y() / 120))
        event.accept()


def _reachable(wanted: QRectF, seen: QRectF) -> QRectF:
    """Return the part of ``wanted`` that fits into the visible area."""
    size = wanted.size().boundedTo(seen.size())
    return QRectF(QPointF(wanted.topLeft()), size)
