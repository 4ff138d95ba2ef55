"""The window onto a sheet: as large as all of it fits, until somebody chooses another size."""

from functools import partial, reduce

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from visualizer.diagram.attention import as_much_as_fits
from visualizer.diagram.sheet.scene import SheetScene
from visualizer.diagram.zooming import MARGIN, ZoomingView
from visualizer.layout.picture import Key, Rect

_TURNS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SheetView(ZoomingView):
    """Shows sheets. ``resized`` tells that there is another room for them.

    ``enlargement`` is how much larger than usual all text is, 1 being as usual.
    """

    resized = Signal()

    def __init__(self, scene: SheetScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, scene.motion, parent)
        self.sheets = scene
        self.enlargement = 1.0
        self.is_fitted = True
        """Whether the size follows from the sheet; not once somebody has chosen one."""
        scene.keep_drawn(True)

    @property
    def canvas(self) -> QSize:
        """The room for a sheet, in pixels at 100 %."""
        return self.viewport().size() / self.enlargement

    def take_scale(self, scale: float) -> None:
        """Show sheets at a scale, unless somebody has chosen another."""
        if self.is_fitted:
            self.set_zoom(scale * self.enlargement)

    def follow(self) -> None:
        """Bring into view what the eye is led to, as much of it as there is room for."""
        sheet = self.sheets.sheet
        if sheet is None:
            return
        if self.is_fitted:
            wanted = QRectF(*sheet.view)
            seen = self.mapToScene(self.viewport().rect()).boundingRect()
            if not all(seen.contains(QRectF(*rect)) for rect in self._must_see()):
                self.glide.go(partial(self.centerOn, wanted.center()))
            return
        size, room = self.viewport().size() / self.zoom, 2 * MARGIN / self.zoom
        found = as_much_as_fits(self._must_see(), size.width() - room, size.height() - room)
        if found is not None:
            self.show_rect(QRectF(*found))

    def fit(self) -> None:
        """As large as it fits, from now on."""
        self.is_fitted = True
        self.resized.emit()

    def fit_change(self) -> None:
        """What this step is about in view, as large as it fits, at no more than 160 %."""
        places = self._must_see()
        if places:
            self.is_fitted = False
            whole = QRectF(*reduce(Rect.united, places).grown(MARGIN))
            self.glide.go(partial(self._fit, whole))

    def _fit(self, rect: QRectF) -> None:
        room = self.viewport().rect()
        self.set_zoom(min(room.width() / rect.width(), room.height() / rect.height(), 1.6))
        self.centerOn(rect.center())

    def _must_see(self) -> list[Rect]:
        sheet = self.sheets.sheet
        if sheet is None:
            return []
        boxes = sheet.boxes_by_key
        return [boxes[key].rect for key in sheet.must_see if key in boxes]

    def rect_of(self, key: Key) -> QRectF:
        """Where a box stands; nothing where it is not shown."""
        sheet = self.sheets.sheet
        box = sheet.boxes_by_key.get(key) if sheet is not None else None
        return QRectF(*box.rect) if box is not None else QRectF()

    # ---- a size of somebody's own ----

    def zoom_in(self) -> None:
        """A quarter larger."""
        self.is_fitted = False
        super().zoom_in()

    def zoom_out(self) -> None:
        """A quarter smaller."""
        self.is_fitted = False
        super().zoom_out()

    def zoom_reset(self) -> None:
        """To 100 %."""
        self.is_fitted = False
        super().zoom_reset()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.is_fitted = False
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another room for sheets."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from object to object, plus, minus and zero zoom, Escape clears."""
        action = self.zoom_keys.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~_SHIFT:
            event.ignore()
        elif action is not None:
            action()
        elif event.key() in _TURNS:
            self._go_on(_TURNS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.sheets.selected is not None:
            self.sheets.select(None)
        else:
            event.ignore()

    def _go_on(self, turn: int) -> None:
        """Select the next object as one reads, or the one before."""
        order = [box.key for box in self.sheets.reading_order() if box.key.kind == "object"]
        if not order:
            return
        names = [key.name for key in order]
        at = names.index(here) if (here := self.sheets.selected) in names else None
        place = (0 if turn > 0 else -1) if at is None else (at + turn) % len(order)
        name = order[place].name
        assert isinstance(name, int)
        self.sheets.select(name)
        self.show_rect(self.rect_of(order[place]).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))


_SHIFT = Qt.KeyboardModifier.ShiftModifier
"""Plus needs it on most keyboards."""
