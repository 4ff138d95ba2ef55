"""The view of sheets: keeps their important parts in view, and lets keys walk over objects."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial, reduce

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from visualizer.diagram.interfaces import offer_interfaces
from visualizer.diagram.view.accessible import ViewInterface
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.walk import Walk
from visualizer.diagram.view.zooming import MARGIN, ZoomingView
from visualizer.layout.blocks.block import SIGNS
from visualizer.layout.picture import Key, Rect

_VEIL = 0.5
"""The opacity of the veil over a picture of another step."""


def as_much_as_fits(places: Iterable[Rect], width: float, height: float) -> Rect | None:
    """Return a rectangle around as many places as fit, with priority for the first ones."""
    found: Rect | None = None
    for place in places:
        shown = place._replace(width=min(place.width, width), height=min(place.height, height))
        together = shown if found is None else found.united(shown)
        if together.width <= width and together.height <= height:
            found = together
    return found


class SheetView(ZoomingView):
    """Shows sheets, and follows their important parts."""

    def __init__(self, scene: SheetScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, scene.motion, parent)
        self.sheets = scene
        scene.shown.keep_drawn(True)
        self.walk = Walk(scene, self)
        self.walk.moved.connect(self._went)
        scene.changed_sheet.connect(self._reword)
        offer_interfaces()

    @cached_property
    def interface(self) -> ViewInterface:
        """The view for screen readers."""
        return ViewInterface(self)

    def fade(self, is_late: bool) -> None:
        """Veil the picture if it is not of the current step, or remove the veil."""
        veil = QBrush()
        if is_late:
            colour = QColor(self.sheets.look.colour("canvas"))
            colour.setAlphaF(_VEIL)
            veil = QBrush(colour)
        if veil != self.foregroundBrush():
            self.setForegroundBrush(veil)

    def follow(self, *, anew: bool = False) -> None:
        """Bring the step's important part into view, as far as it fits.

        If it is already in view, the view moves only with ``anew``.
        """
        sheet = self.sheets.sheet
        if sheet is None:
            return
        if self.is_fitted:
            seen = self.mapToScene(self.viewport().rect()).boundingRect()
            if anew or not all(seen.contains(QRectF(*rect)) for rect in self._must_see()):
                self.glide.go(partial(self._show_from, sheet.view))
            return
        size, room = self.viewport().size() / self.zoom, 2 * MARGIN / self.zoom
        found = as_much_as_fits(self._must_see(), size.width() - room, size.height() - room)
        if found is not None:
            self.show_rect(QRectF(*found))

    def _show_from(self, wanted: Rect) -> None:
        """Centre a part; if scroll bars take some of its room, show it from its beginning."""
        room = self.viewport().size() / self.zoom
        x = min(wanted.x + wanted.width / 2, wanted.x + room.width() / 2)
        y = min(wanted.y + wanted.height / 2, wanted.y + room.height() / 2)
        self.centerOn(x, y)

    def fit_change(self) -> None:
        """Show this step's important part as large as it fits, at most at 160 %."""
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
        """Return the rectangle of a box; a null one if it is not shown."""
        sheet = self.sheets.sheet
        box = sheet.boxes_by_key.get(key) if sheet is not None else None
        return QRectF(*box.rect) if box is not None else QRectF()

    def flash(self, serials: Sequence[int]) -> None:
        """Mark objects, and bring the first that is drawn into view."""
        self.sheets.mark_hits(serials, serials[0] if serials else None)
        places = (self.sheets.place_of(serial) for serial in serials)
        first = next((place for place in places if place is not None), None)
        if first is not None:
            self.show_rect(QRectF(*first))

    # ---- keys ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Focus the clicked name of a frame, as the walking keys do."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            found = self.sheets.field_at(self.mapToScene(event.position().toPoint()))
            box, field = found if found is not None else (None, None)
            self.walk.point(box.box.key if box else None, field[:2] if field else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring where it was."""
        super().focusInEvent(event)
        self.walk.enter()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring while the view has no focus."""
        super().focusOutEvent(event)
        self.walk.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move with Tab from box to box, and from the last one to the next widget."""
        return self.walk.step(1 if forward else -1, boxes_only=True) or (
            super().focusNextPrevChild(forward)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by Up, Down, Enter and Backspace, zoom by plus, minus and zero, clear by Escape.

        Other keys are left to the window.
        """
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
        held = event.modifiers() | _KEYPAD
        if event.key() == Qt.Key.Key_Plus and held == _KEYPAD | _SHIFT | _CONTROL:
            # Some keyboards that write + with Shift send Ctrl and + with Shift, too.
            self.zoom_in()
        elif held | _SHIFT != _KEYPAD | _SHIFT:
            event.ignore()
        elif action is not None:
            action()
        elif event.key() != Qt.Key.Key_Escape or not self.walk.clear():
            event.ignore()

    def _went(self, rect: QRectF, words: str) -> None:
        self.show_rect(rect.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self._say(words)

    def _reword(self) -> None:
        """Say what the focused sign does now, if that has changed."""
        at = self.walk.at
        if at is not None and at.field is not None and at.field[1].kind in SIGNS:
            words = self.walk.words(at)
            if words != self.accessibleDescription():
                self._say(words)

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))


# No flag is inverted: on Windows, PySide6's ``~flag`` lacks the flags above it.
_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
"""Most keyboards need it for plus."""
