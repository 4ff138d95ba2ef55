"""A sheet for a screen reader: the view is a list of boxes, a box a list of its references.

Qt itself does not make a scene's items accessible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from visualizer.diagram.view.walk import Place
from visualizer.layout.blocks.block import SIGNS

if TYPE_CHECKING:
    from visualizer.diagram.view.view import SheetView


class _Around:
    """An interface with places as children: the view with its boxes, a box with its references."""

    root: ViewInterface

    def children(self) -> list[Place]:
        """Return the places."""
        raise NotImplementedError

    def childCount(self) -> int:
        """Return the number of places."""
        return len(self.children())

    def child(self, index: int) -> QAccessibleInterface:
        """Return the interface of a place; None if there is no such place."""
        places = self.children()
        if 0 <= index < len(places):
            return self.root.interface(places[index])
        return cast(QAccessibleInterface, None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the index of a child; -1 if it is not one."""
        if isinstance(child, _AtPlace) and child.place in (places := self.children()):
            return places.index(child.place)
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the child at a point of the screen."""
        view = self.root.view
        for place in self.children():
            if view.on_screen(view.walk.rect(place)).contains(x, y):
                return self.root.interface(place)
        return cast(QAccessibleInterface, None)


class _AtPlace(_Around):
    """A box, or one reference or sign in it."""

    place: Place

    def isValid(self) -> bool:
        """Whether the place is in the current picture."""
        return not self.root.view.walk.rect(self.place).isNull()

    def object(self) -> QObject:
        """Return None: a place is no QObject."""
        return cast(QObject, None)

    def window(self) -> QWindow:
        """Return the window of the view."""
        return self.root.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return the box of a reference, or the view of a box."""
        if self.place.field is not None:
            return self.root.interface(Place(self.place.key))
        return self.root

    def children(self) -> list[Place]:
        """Return the references of a box."""
        if self.place.field is not None:
            return []
        return self.root.view.walk.rows_of(self.place.key)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name of the place: "list #1, 2 items, 6 references"."""
        return self.root.view.walk.words(self.place) if kind is QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: the text is read-only."""

    def rect(self) -> QRect:
        """Return the rectangle of the place on the screen."""
        return self.root.view.on_screen(self.root.view.walk.rect(self.place))

    def role(self) -> QAccessible.Role:
        """Return the role of a list item."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether the place has the focus."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.root.view.walk.at == self.place and self.root.view.hasFocus()
        return state


class PlaceInterface(_AtPlace, QAccessibleInterface):
    """A box, or one reference in it."""

    def __init__(self, root: ViewInterface, place: Place) -> None:
        super().__init__()
        self.root, self.place = root, place


class SignInterface(_AtPlace, QAccessibleWidget):
    """A sign in a box, as a button.

    Only a ``QAccessibleWidget`` can have actions: PySide crashes when Qt asks an interface written
    in Python for an interface that it does not have.
    """

    def __init__(self, root: ViewInterface, place: Place) -> None:
        super().__init__(root.view, QAccessible.Role.Button)
        self.root, self.place = root, place

    def role(self) -> QAccessible.Role:
        """Return the role of a button."""
        return QAccessible.Role.Button

    def foregroundColor(self) -> QColor:
        """Return no colour: that of Qt is of a widget, which a sign is not."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def actionNames(self) -> list[str]:
        """Return the only action."""
        return [self.pressAction()]

    def doAction(self, name: str) -> None:
        """Open or fold what the sign is about."""
        self.root.view.walk.press(self.place)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Return no keys: Enter works where the focus is."""
        return []


class ViewInterface(_Around, QAccessibleWidget):
    """The view with its boxes in reading order."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self.view, self.root = view, self
        # Keep all interfaces: a screen reader may use one much later.
        self._made: dict[Place, PlaceInterface | SignInterface] = {}

    def interface(self, place: Place) -> PlaceInterface | SignInterface:
        """Return the interface of a place, always the same object."""
        if place not in self._made:
            is_sign = place.field is not None and place.field[1].kind in SIGNS
            make = SignInterface if is_sign else PlaceInterface
            self._made[place] = make(self, place)
        return self._made[place]

    def children(self) -> list[Place]:
        """Return the boxes in reading order."""
        return [Place(box.key) for box in self.view.sheets.shown.reading_order()]

    def focusChild(self) -> QAccessibleInterface:
        """Return the box or reference that has the focus."""
        place = self.view.walk.at
        if place is None or not self.view.hasFocus():
            return cast(QAccessibleInterface, None)
        return self.interface(place)
