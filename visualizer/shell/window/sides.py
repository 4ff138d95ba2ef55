"""Code or diagram: where the window is too narrow for both, one of them is seen at a time."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from visualizer.shell.appearance.words import Words

_KEYS = ("sides.code", "sides.diagram")


class Sides(QTabBar):
    """``code`` and ``diagram`` are shown by turns while it is ``on``, both while it is not."""

    def __init__(self, code: QWidget, diagram: QWidget, words: Words) -> None:
        super().__init__()
        self._parts = (code, diagram)
        self.on = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for place, key in enumerate(_KEYS):
            self.addTab("")
            words.bind(partial(self.setTabText, place), key)
        words.bind(self.setAccessibleName, "sides.name")
        self.setCurrentIndex(1)
        self.currentChanged.connect(self._show)
        self.hide()

    def turn(self, on: bool) -> None:
        """Show one of the two from now on, or both."""
        self.on = on
        self.setVisible(on)
        self._show()

    def bring_up(self, widget: QWidget) -> None:
        """Show the side on which ``widget`` is."""
        for place, part in enumerate(self._parts):
            if self.on and part.isAncestorOf(widget):
                self.setCurrentIndex(place)

    def hides(self, widget: QWidget) -> bool:
        """Whether ``widget`` is not seen only because the other side is."""
        behind = self._parts[1 - self.currentIndex()]
        return self.on and widget.isVisibleTo(behind) and behind.isAncestorOf(widget)

    def _show(self) -> None:
        for place, part in enumerate(self._parts):
            part.setVisible(not self.on or place == self.currentIndex())
