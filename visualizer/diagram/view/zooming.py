"""The view of a picture: its zoom, fitted or chosen, and its visible part."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPixmapCache, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from visualizer.diagram.motion.movement import VIEW, Motion

LEAST, MOST = 0.25, 4.0
STEP = 1.25
MARGIN = 24
"""The margin around a part that is brought into view, in pixels."""
_CACHE = 128 * 1024
"""The size of the cache of drawn cards, in kilobytes: room for some thousand cards."""


class _Place(NamedTuple):
    """The place of a view: its scale, and the values of its scroll bars."""

    zoom: float
    x: int
    y: int


class Glide:
    """Animates the movements of one view; without motion it jumps."""

    def __init__(self, view: QGraphicsView, motion: Motion) -> None:
        self._view, self._motion = view, motion

    def go(self, change: Callable[[], object]) -> None:
        """Animate the move that ``change`` makes."""
        self._motion.finish()
        before = self._place()
        change()
        after = self._place()
        if after != before:
            self._motion.play(VIEW, partial(self._show_between, before, after))

    def finish(self) -> None:
        """End the current movement at once."""
        self._motion.finish()

    def _place(self) -> _Place:
        view = self._view
        across, along = view.horizontalScrollBar(), view.verticalScrollBar()
        return _Place(view.transform().m11(), across.value(), along.value())

    def _show_between(self, before: _Place, after: _Place, share: float) -> None:
        view = self._view
        zoom = before.zoom * (after.zoom / before.zoom) ** share
        if zoom != view.transform().m11():
            view.setTransform(QTransform.fromScale(zoom, zoom))
        view.horizontalScrollBar().setValue(round(before.x + (after.x - before.x) * share))
        view.verticalScrollBar().setValue(round(before.y + (after.y - before.y) * share))
        # Qt scrolls the pixels on screen, which may include traces of moving items: repaint all.
        view.viewport().update()


class ZoomingView(QGraphicsView):
    """Shows a scene from 25 to 400 %. ``zoom_changed`` gives the new scale, 1.0 for 100 %.

    ``resized`` is emitted when the available room changes, or the contents are to fit again.
    ``enlargement`` is the scale of text, 1 by default.
    """

    zoom_changed = Signal(float)
    resized = Signal()

    def __init__(self, scene: QGraphicsScene, motion: Motion, parent: QWidget | None) -> None:
        super().__init__(scene, parent)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        # A scene takes every drag, only to refuse it; a file belongs to the window.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        # The scene's ground covers everything: Qt need not fill the background.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Every item sets its own pen and brush, and clips only between save and restore.
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        if QPixmapCache.cacheLimit() < _CACHE:
            QPixmapCache.setCacheLimit(_CACHE)
        self.glide = Glide(self, motion)
        self.enlargement = 1.0
        self.is_fitted = True
        """Whether the scale follows from the contents; false once the user has chosen one."""
        self._room = QSize()

    @property
    def canvas(self) -> QSize:
        """The room for a sheet without scroll bars, in pixels at 100 %."""
        width, height = self.maximumViewportSize().toTuple()
        # Rounded up, a sheet that fills the room would need scroll bars.
        return QSize(int(width / self.enlargement), int(height / self.enlargement))

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

    def set_scale(self, scale: float) -> None:
        """Show sheets at a scale, unless the user has chosen one."""
        zoom = scale * self.enlargement
        if self.is_fitted and zoom != self.zoom:
            # A running animation would continue to the scale of an earlier sheet.
            self.glide.finish()
            self.set_zoom(zoom)

    def fit(self) -> None:
        """Show sheets as large as they fit, from now on."""
        self.is_fitted = True
        self.resized.emit()

    # ---- a chosen scale ----

    @property
    def chosen_zoom(self) -> float | None:
        """The scale that the user has chosen; None if it follows from the sheet."""
        return None if self.is_fitted else self.zoom

    def choose_zoom(self, zoom: float | None) -> None:
        """Show sheets at a scale from now on; as large as they fit if it is None."""
        if zoom is None:
            self.fit()
        else:
            self.is_fitted = False
            self.set_zoom(zoom)

    def zoom_in(self) -> None:
        """Enlarge the scale by a quarter."""
        self._glide_to(lambda: self.zoom * STEP)

    def zoom_out(self) -> None:
        """Divide the scale by 1.25."""
        self._glide_to(lambda: self.zoom / STEP)

    def zoom_reset(self) -> None:
        """Set the scale to 100 %."""
        self._glide_to(lambda: 1.0)

    def _glide_to(self, zoom: Callable[[], float]) -> None:
        self.is_fitted = False
        self.glide.go(lambda: self.set_zoom(zoom()))

    # ---- the visible part ----

    def show_rect(self, wanted: QRectF) -> None:
        """Bring a part of the picture into view, if it is not."""
        if not self.isVisible():
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if not wanted.isNull() and not seen.contains(wanted):
            self.glide.go(partial(self.ensureVisible, _reachable(wanted, seen), MARGIN, MARGIN))

    def on_screen(self, rect: QRectF) -> QRect:
        """Return the rectangle of a part of the picture on the screen."""
        inside = self.mapFromScene(rect).boundingRect()
        return QRect(self.viewport().mapToGlobal(inside.topLeft()), inside.size())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Restore the arrow cursor after dragging."""
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel; scroll with the wheel alone."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self.is_fitted = False
        self.set_zoom(self.zoom * STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Report the new room for sheets."""
        super().resizeEvent(event)
        # Ignore scroll bars, which depend on the contents.
        if self._room != (room := self.maximumViewportSize()):
            self._room = room
            self.resized.emit()


def _reachable(wanted: QRectF, seen: QRectF) -> QRectF:
    """Return the part of ``wanted`` that fits into the visible area."""
    size = wanted.size().boundedTo(seen.size())
    return QRectF(QPointF(wanted.topLeft()), size)
