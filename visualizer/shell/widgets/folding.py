"""Headings that show and hide what is below them."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from visualizer.diagram.interfaces import offer_interfaces
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label


class FoldButton(Button):
    """A button with an arrow; ``toggled`` follows each opening or closing.

    A screen reader gets a button that is expanded or collapsed; Qt itself makes a check box of
    every checkable button.
    """

    def __init__(self, role: str) -> None:
        super().__init__(role, _arrow(is_open=False), checkable=True)
        offer_interfaces()
        self.toggled.connect(self._show_arrow)

    @cached_property
    def interface(self) -> QAccessibleWidget:
        """The button as a screen reader gets it."""
        return _FoldInterface(self)

    def _show_arrow(self, opened: bool) -> None:
        self.set_symbol(_arrow(is_open=opened))
        if QAccessible.isActive():
            change = QAccessible.State()
            change.expanded = change.collapsed = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, change))


def _arrow(*, is_open: bool) -> str:
    return "chevron-down" if is_open else "chevron-right"


class Section(QWidget):
    """A part of the dock with a heading; its contents are computed only while it is open.

    ``toggled`` follows each opening or closing. ``caption`` is at the right of the heading.
    """

    toggled = Signal(bool)

    def __init__(self, words: Words, title: str, hint: str) -> None:
        super().__init__()
        self.heading = FoldButton("section")
        self.caption = text_label("caption")
        self._inside: list[QWidget] = []
        head = in_row(None, self.heading, None, self.caption)
        self._column = in_column(self, head, margins=(12, 4, 12, 4))
        words.bind(self.heading.set_words, title)
        words.bind(self.heading.setToolTip, hint)
        self.heading.toggled.connect(self._show_inside)

    def put(self, widget: QWidget) -> None:
        """Add ``widget`` below the heading; it is visible while the section is open."""
        widget.setVisible(self.is_open)
        self._inside.append(widget)
        self._column.addWidget(widget)

    @property
    def is_open(self) -> bool:
        """Whether the contents are visible."""
        return self.heading.isChecked()

    def open(self, opened: bool = True) -> None:
        """Show or hide the contents."""
        self.heading.setChecked(opened)

    def _show_inside(self, opened: bool) -> None:
        for widget in self._inside:
            widget.setVisible(opened)
        self.toggled.emit(opened)


class _FoldInterface(QAccessibleWidget):
    def __init__(self, button: FoldButton) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        own = super().text(kind)
        is_name = kind is QAccessible.Text.Name
        return self._button.text().strip() if is_name and not own else own

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self._button.isChecked()
        state.collapsed = not self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)
