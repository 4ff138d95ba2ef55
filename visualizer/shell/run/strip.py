"""Says below the program's name how it is run, where that is out of the ordinary."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.run.memory import RunMemory
from visualizer.shell.run.options import RunOptions
from visualizer.shell.widgets.controls import Button, follow_action
from visualizer.shell.widgets.layouts import in_row, text_label


class RunStrip(QWidget):
    """Shows the run options that differ from the usual ones; its button opens them."""

    def __init__(self, words: Words, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._options = RunOptions()
        self._said = text_label("caption", form=Qt.TextFormat.PlainText)
        self._said.setMinimumWidth(20)
        self._open = Button("icon", "settings-2")
        self._open.clicked.connect(action.trigger)
        follow_action(self._open, action)
        in_row(self, (self._said, 1), self._open, margins=(12, 0, 12, 2), spacing=4)
        words.changed.connect(self._speak)
        self.hide()

    @property
    def said(self) -> str:
        """The whole text, even if there is no room for it."""
        return "" if self.isHidden() else self._said.toolTip()

    def follow(self, memory: RunMemory) -> None:
        """Say how the program on the table is run, whenever that changes."""

        def show() -> None:
            self._options = memory.options
            self.setVisible(bool(self._options.as_json()))
            self._speak()

        memory.changed.connect(show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as there is room for."""
        super().resizeEvent(event)
        self._speak()

    def _speak(self) -> None:
        text = self._text()
        metrics = self._said.fontMetrics()
        room = max(20, self.width() - self._open.sizeHint().width() - 30)
        self._said.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._said.setToolTip(text)
        self._said.setAccessibleName(text)

    def _text(self) -> str:
        words, options, parts = self._words, self._options, []
        if options.arguments.strip():
            parts.append(words("run.with_arguments", arguments=options.arguments.strip()))
        if options.input_file is not None:
            parts.append(words("run.with_input", file=options.input_file.name))
        if options.folder is not None:
            parts.append(words("run.in_folder", folder=str(options.folder)))
        names = [line.partition("=")[0].strip() for line in options.environment.splitlines()]
        if any(names):
            parts.append(words("run.with_variables", names=", ".join(filter(None, names))))
        return " \u00b7 ".join(parts)
