"""Says below the program's name that it is recorded as one types, and how that goes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.run.live_mode import Live, LiveMode
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import in_row, restyle, text_label

_ALARMING = (Live.HELD, Live.RAISED, Live.LIMIT, Live.FAILED)


class LiveStrip(QWidget):
    """There while it is wanted; in place of the notifications, which would move the picture."""

    def __init__(self, words: Words, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._state = words, Live.OFF
        self._said = text_label(form=Qt.TextFormat.PlainText)
        self._said.setMinimumWidth(20)
        self._cross = Button("icon", "x")
        words.bind(self._cross.setToolTip, "live.end")
        words.bind(self._cross.setAccessibleName, "live.end")
        self._cross.clicked.connect(lambda: action.setChecked(False))
        in_row(self, (self._said, 1), self._cross, margins=(12, 0, 12, 2), spacing=4)
        words.changed.connect(self._speak)
        self.hide()

    def follow(self, live: LiveMode) -> None:
        """Say how it stands, whenever that changes."""
        live.changed.connect(lambda: self._show(live.state))

    @property
    def said(self) -> str:
        """The whole text, even if there is no room for it."""
        return "" if self.isHidden() else self._said.toolTip()

    def _show(self, state: Live) -> None:
        self._state = state
        self.setVisible(state is not Live.OFF)
        restyle(self._said, "words", "loss" if state in _ALARMING else "caption")
        self._speak()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as there is room for."""
        super().resizeEvent(event)
        self._speak()

    def _speak(self) -> None:
        text = self._words(self._state.value) if self._state is not Live.OFF else ""
        room = max(20, self.width() - self._cross.sizeHint().width() - 30)
        elided = self._said.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._said.setText(elided)
        self._said.setToolTip(text)
        self._said.setAccessibleName(text)
