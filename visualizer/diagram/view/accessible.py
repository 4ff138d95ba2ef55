"""A sheet for a screen reader: the view is a list of boxes, a box a list of its references.

Qt shows none of a scene's items by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from visualizer.diagram.view.walk import Place

if TYPE_CHECKING:
    from visualizer.diagram.view.view import SheetView


class PlaceInterface(QAccessibleInterface):
    """A box, or one reference in it."""

    def __init__(self, root: ViewInterface, place: Place) -> None:
        super().__init__()
        self._root, self.place = root, place

    def isValid(self) -> bool:
        """Whether it is in the picture of this step."""
        return not self._root.view.walk.rect(self.place).isNull()

    def object(self) -> QObject:
        """No QObject of its own."""
        return cast(QObject, None)

    def window(self) -> QWindow:
        """That of the view."""
        return self._root.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The box of a reference, the view of a box."""
        if self.place.field is not None:
            return self._root.interface(Place(self.place.key))
        return self._root

    def children(self) -> list[Place]:
        """The references of a box."""
        if self.place.field is not None:
            return []
        return self._root.view.walk.rows_of(self.place.key)

    def childCount(self) -> int:
        """How many references are shown in it."""
        return len(self.children())

    def child(self, index: int) -> QAccessibleInterface:
        """One of its references."""
        return self._root.found(self.children(), index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of its references that is."""
        return _index(self.children(), child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The reference at a place of the screen."""
        return self._root.at(self.children(), x, y)

    def text(self, kind: QAccessible.Text) -> str:
        """Its name: "list #1, 2 items, 6 references"."""
        return self._root.view.walk.words(self.place) if kind is QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing can be written."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._root.view.on_screen(self._root.view.walk.rect(self.place))

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether it has the focus."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._root.view.walk.at == self.place and self._root.view.hasFocus()
        return state


class ViewInterface(QAccessibleWidget):
    """The view with its boxes in reading order."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self.view = view
        # Kept for good: a screen reader may use an interface much later.
        self._made: dict[Place, PlaceInterface] = {}

    def interface(self, place: Place) -> PlaceInterface:
        """The interface of a place, always the same."""
        if place not in self._made:
            self._made[place] = PlaceInterface(self, place)
        return self._made[place]

    def children(self) -> list[Place]:
        """The boxes."""
        return [Place(box.key) for box in self.view.sheets.shown.reading_order()]

    def found(self, places: list[Place], index: int) -> QAccessibleInterface:
        """The interface of one of them; none where there is no such."""
        if 0 <= index < len(places):
            return self.interface(places[index])
        return cast(QAccessibleInterface, None)

    def at(self, places: list[Place], x: int, y: int) -> QAccessibleInterface:
        """The one of them at a place of the screen."""
        for place in places:
            if self.view.on_screen(self.view.walk.rect(place)).contains(x, y):
                return self.interface(place)
        return cast(QAccessibleInterface, None)

    def childCount(self) -> int:
        """How many boxes there are."""
        return len(self.children())

    def child(self, index: int) -> QAccessibleInterface:
        """One of the boxes."""
        return self.found(self.children(), index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of the boxes that is."""
        return _index(self.children(), child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The box at a place of the screen."""
        return self.at(self.children(), x, y)

    def focusChild(self) -> QAccessibleInterface:
        """The box or reference that has the focus."""
        place = self.view.walk.at
        if place is None or not self.view.hasFocus():
            return cast(QAccessibleInterface, None)
        return self.interface(place)


def _index(places: list[Place], child: QAccessibleInterface) -> int:
    if isinstance(child, PlaceInterface) and child.place in places:
        return places.index(child.place)
    return -1


def _make(_key: str, thing: QObject) -> QAccessibleInterface | None:
    from visualizer.diagram.view.view import SheetView

    if not isinstance(thing, SheetView):
        return None
    if thing.interface is None:
        thing.interface = ViewInterface(thing)
    return thing.interface


_installed: list[bool] = []


def install() -> None:
    """Let screen readers see sheets; once is enough."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_make)
