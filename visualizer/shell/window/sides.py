"""Switches between code and diagram in a window that is too narrow for both."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from visualizer.shell.appearance.words import Words

_KEYS = ("sides.code", "sides.diagram")


class Sides(QTabBar):
    """While ``on``, shows either ``code`` or ``diagram``, otherwise both."""

    def __init__(self, code: QWidget, diagram: QWidget, words: Words) -> None:
        super().__init__(drawBase=False, expanding=False, elideMode=Qt.TextElideMode.ElideNone)
        self._parts = (code, diagram)
        self.on = False
        for place, key in enumerate(_KEYS):
            self.addTab("")
            words.bind(partial(self.setTabText, place), key)
        words.bind(self.setAccessibleName, "sides.name")
        self.setCurrentIndex(1)
        self.currentChanged.connect(self._show)
        self.hide()

    def turn(self, on: bool) -> None:
        """Show only one side from now on, or both."""
        self.on = on
        self.setVisible(on)
        self._show()

    def bring_up(self, widget: QWidget) -> None:
        """Show the side that contains ``widget``."""
        for place, part in enumerate(self._parts):
            if self.on and part.isAncestorOf(widget):
                self.setCurrentIndex(place)

    def hides(self, widget: QWidget) -> bool:
        """Whether ``widget`` is invisible only because its side is hidden."""
        behind = self._parts[1 - self.currentIndex()]
        return self.on and widget.isVisibleTo(behind) and behind.isAncestorOf(widget)

    def _show(self) -> None:
        for place, part in enumerate(self._parts):
            part.setVisible(not self.on or place == self.currentIndex())
