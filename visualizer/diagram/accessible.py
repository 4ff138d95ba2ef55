"""The diagram for a screen reader: the view is a list of cards, a card a list of its rows.

Qt shows none of a scene's items by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from visualizer.diagram.walk import Place, reading_order

if TYPE_CHECKING:
    from visualizer.diagram.view import DiagramView


class PlaceInterface(QAccessibleInterface):
    """A card or a row."""

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
        """The card of a row or cell, the view of a card."""
        if self.place.row is not None or self.place.member is not None:
            return self._root.interface(Place(self.place.key))
        return self._root

    def children(self) -> list[Place]:
        """The rows of a card, or its cells."""
        if self.place.row is not None or self.place.member is not None:
            return []
        cells = self._root.view.walk.cells(self.place.key)
        if cells:
            return cells
        order = self._root.view.walk.order()
        return [place for place in order if place.key == self.place.key and place.row is not None]

    def childCount(self) -> int:
        """How many rows it has."""
        return len(self.children())

    def child(self, index: int) -> QAccessibleInterface:
        """One of its rows."""
        return self._root.found(self.children(), index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of its rows that is."""
        return _index(self.children(), child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The row at a place of the screen."""
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
    """The view with its cards in reading order."""

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self.view = view
        # Kept for good: whoever asked for one may ask it again much later.
        self._made: dict[Place, PlaceInterface] = {}

    def interface(self, place: Place) -> PlaceInterface:
        """The interface of a place, always the same."""
        if place not in self._made:
            self._made[place] = PlaceInterface(self, place)
        return self._made[place]

    def children(self) -> list[Place]:
        """The cards."""
        items = self.view.diagram.items_shown.boxes.values()
        return [Place(box.key) for box in reading_order(item.box for item in items)]

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
        """How many cards there are."""
        return len(self.children())

    def child(self, index: int) -> QAccessibleInterface:
        """One of the cards."""
        return self.found(self.children(), index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of the cards that is."""
        return _index(self.children(), child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The card at a place of the screen."""
        return self.at(self.children(), x, y)

    def focusChild(self) -> QAccessibleInterface:
        """The card or row that has the focus."""
        place = self.view.walk.at
        if place is None or not self.view.hasFocus():
            return cast(QAccessibleInterface, None)
        return self.interface(place)


def _index(places: list[Place], child: QAccessibleInterface) -> int:
    if isinstance(child, PlaceInterface) and child.place in places:
        return places.index(child.place)
    return -1


def _make(_key: str, thing: QObject) -> QAccessibleInterface | None:
    from visualizer.diagram.view import DiagramView

    if not isinstance(thing, DiagramView):
        return None
    if thing.interface is None:
        thing.interface = ViewInterface(thing)
    return thing.interface


_installed: list[bool] = []


def install() -> None:
    """Let screen readers see diagrams; once is enough."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_make)
