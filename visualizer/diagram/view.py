"""The window onto a diagram: zoom, fit, and following what changes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from visualizer.diagram import accessible
from visualizer.diagram.attention import as_much_as_fits
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.minimap import Minimap
from visualizer.diagram.scene import DiagramScene
from visualizer.diagram.steadying import Steadying
from visualizer.diagram.walk import Walk
from visualizer.diagram.zooming import MARGIN, ZoomingView

_ROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""How many columns and rows further a key moves a card."""


class DiagramView(ZoomingView):
    """Shows a diagram from 25 to 400 %, with a map of what is not in view."""

    def __init__(self, scene: DiagramScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, scene.motion, parent)
        self.diagram = scene
        scene.items_shown.keep_drawn(True)
        self.map = Minimap(self, scene)
        self.steadying = Steadying(self)
        self.interface: accessible.ViewInterface | None = None
        self.walk = Walk(scene, self)
        self.walk.moved.connect(self._went)
        accessible.install()

    def set_zoom(self, zoom: float) -> None:
        """Change the scale; the map stands by what is in view then."""
        before = self.zoom
        super().set_zoom(zoom)
        if self.zoom != before:
            self.map.place()

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
        room = 2 * MARGIN / self.zoom
        places = self.diagram.places_of_change()
        found = as_much_as_fits(places, size.width() - room, size.height() - room)
        if found is not None:
            self.show_rect(QRectF(*found))

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
            **self.zoom_keys,
        }
        action = keys.get(Qt.Key(event.key()))
        if action is not None:
            action()
        elif event.key() == Qt.Key.Key_Escape and self.diagram.selected is not None:
            self.diagram.select(None)
        else:
            event.ignore()
