"""The window onto a diagram: zoom, fit, and following what changes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmapCache,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from visualizer.diagram import accessible
from visualizer.diagram.attention import as_much_as_fits
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.glide import Glide
from visualizer.diagram.minimap import Minimap
from visualizer.diagram.scene import DiagramScene
from visualizer.diagram.steadying import Steadying
from visualizer.diagram.walk import Walk

LEAST, MOST = 0.25, 4.0
_STEP = 1.25
_MARGIN = 24
"""Pixels around what is brought into view."""
_CACHE = 128 * 1024
"""Kilobytes for cards as they were last drawn: some thousand of them."""

_ROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""How many columns and rows further a key moves a card."""


class DiagramView(QGraphicsView):
    """Shows a scene from 25 to 400 %. ``zoom_changed`` gives the new scale, 1.0 for 100 %."""

    zoom_changed = Signal(float)

    def __init__(self, scene: DiagramScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.diagram = scene
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        # The scene's ground is all over it: nothing need be filled below that.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Every item sets what it paints with, and clips only between save and restore.
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        if QPixmapCache.cacheLimit() < _CACHE:
            QPixmapCache.setCacheLimit(_CACHE)
        scene.items_shown.keep_drawn(True)
        self.map = Minimap(self, scene)
        self.glide = Glide(self, scene.motion)
        self.steadying = Steadying(self)
        self.interface: accessible.ViewInterface | None = None
        self.walk = Walk(scene, self)
        self.walk.moved.connect(self._went)
        accessible.install()

    @property
    def zoom(self) -> float:
        """The scale, 1.0 for 100 %."""
        return self.transform().m11()

    def set_zoom(self, zoom: float) -> None:
        """Change the scale, kept between 25 and 400 %."""
        wanted = min(max(zoom, LEAST), MOST)
        if abs(wanted - self.zoom) > 1e-6:
            self.scale(wanted / self.zoom, wanted / self.zoom)
            self.map.place()
            self.zoom_changed.emit(wanted)

    def zoom_in(self) -> None:
        """A quarter larger."""
        self.glide.go(lambda: self.set_zoom(self.zoom * _STEP))

    def zoom_out(self) -> None:
        """A quarter smaller."""
        self.glide.go(lambda: self.set_zoom(self.zoom / _STEP))

    def zoom_reset(self) -> None:
        """To 100 %."""
        self.glide.go(partial(self.set_zoom, 1.0))

    def fit(self) -> None:
        """All in view, at no more than 100 %."""
        self.glide.go(partial(self._fit, self.sceneRect()))

    def fit_change(self) -> None:
        """What this step changed in view, as large as it fits, at no more than 100 %."""
        self.glide.go(partial(self._fit, self.diagram.items_shown.changed_rect()))

    def follow(self) -> None:
        """Bring what this step changed into view, if it is not: where not all of it has room,
        what the step is about."""
        size = self.viewport().size() / self.zoom
        room = 2 * _MARGIN / self.zoom
        places = self.diagram.places_of_change()
        found = as_much_as_fits(places, size.width() - room, size.height() - room)
        if found is not None:
            self.show_rect(QRectF(*found))

    def show_rect(self, wanted: QRectF) -> None:
        """Bring a part of the picture into view, if it is not."""
        if not self.isVisible():
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if not wanted.isNull() and not seen.contains(wanted):
            self.glide.go(partial(self.ensureVisible, _reachable(wanted, seen), _MARGIN, _MARGIN))

    def _fit(self, rect: QRectF) -> None:
        if rect.isEmpty():
            return
        # One pixel at each edge: a view scrolls by whole ones.
        room = self.viewport().rect().adjusted(1, 1, -1, -1)
        self.set_zoom(min(room.width() / rect.width(), room.height() / rect.height(), 1.0))
        self.centerOn(rect.center())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The map stays in its corner, what the step changed in view."""
        self.steadying.begin(event.oldSize())
        super().resizeEvent(event)
        self.map.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The map shows what is in view now, and covers other things."""
        super().scrollContentsBy(dx, dy)
        self.map.update()
        self.map.soon()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A name is picked, as by the keys that walk."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            at = self.mapToScene(event.position().toPoint())
            found = self.diagram.items(at)
            item = next((one for one in found if isinstance(one, BoxItem)), None)
            row = item.row_at(item.mapFromScene(at)) if item is not None else None
            self.walk.point(item.box.key if item is not None else None, row)

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

    def on_screen(self, rect: QRectF) -> QRect:
        """Where a part of the picture is on the screen."""
        inside = self.mapFromScene(rect).boundingRect()
        return QRect(self.viewport().mapToGlobal(inside.topLeft()), inside.size())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is around where one was."""
        super().focusInEvent(event)
        self.walk.enter()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring is seen only where keys go to."""
        super().focusOutEvent(event)
        self.walk.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from card to card, and on from the last one."""
        return self.walk.step(1 if forward else -1, cards_only=True) or (
            super().focusNextPrevChild(forward)
        )

    def _went(self, rect: QRectF, words: str) -> None:
        self.show_rect(rect.adjusted(-24, -24, 24, 24))
        self.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter walk, plus, minus and zero zoom, Escape selects nothing.

        Alt and an arrow move the card, Shift and one go over rows of cells. Others are the
        window's.
        """
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _WAYS:
            self.walk.carry(*_WAYS[Qt.Key(event.key())])
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _ROWS:
            self.walk.step_cell(_ROWS[Qt.Key(event.key())], rows=True)
            return
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Down: partial(self.walk.step, 1),
            Qt.Key.Key_Up: partial(self.walk.step, -1),
            Qt.Key.Key_Return: self.walk.follow,
            Qt.Key.Key_Enter: self.walk.follow,
            Qt.Key.Key_Backspace: self.walk.back,
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.zoom_reset,
        }
        action = keys.get(Qt.Key(event.key()))
        if action is not None:
            action()
        elif event.key() == Qt.Key.Key_Escape and self.diagram.selected is not None:
            self.diagram.select(None)
        else:
            event.ignore()


def _reachable(wanted: QRectF, seen: QRectF) -> QRectF:
    """So much of ``wanted`` as has room in what is seen."""
    size = wanted.size().boundedTo(seen.size())
    return QRectF(QPointF(wanted.topLeft()), size)
