"""Lines below the program's name: its run options, and the state of live mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.run.live_mode import Live, LiveMode
from visualizer.shell.run.options import RunOptions
from visualizer.shell.widgets.controls import Button, follow_action
from visualizer.shell.widgets.layouts import CutLabel, in_row, restyle

if TYPE_CHECKING:
    from visualizer.shell.program.remembering import Remembering

_ALARMING = (Live.HELD, Live.RAISED, Live.LIMIT, Live.FAILED)


class _Strip(QWidget):
    """A line of text and a button, visible only while there is text."""

    def __init__(self, words: Words, symbol: str) -> None:
        super().__init__()
        self._words = words
        self._said, self._button = CutLabel(), Button("icon", symbol)
        self._said.setProperty("words", "caption")
        self._said.setMinimumWidth(20)
        in_row(self, (self._said, 1), self._button, margins=(12, 0, 12, 2), spacing=4)
        words.changed.connect(self._speak)
        self.hide()

    @property
    def text(self) -> str:
        """The whole text, even if it does not fit."""
        return "" if self.isHidden() else self._said.text()

    def _speak(self) -> None:
        text = self._text()
        self._said.setText(text)
        self._said.setAccessibleName(text)

    def _text(self) -> str:
        raise NotImplementedError


class RunStrip(_Strip):
    """Shows the run options that differ from the usual ones; its button opens them."""

    def __init__(self, words: Words, action: QAction) -> None:
        super().__init__(words, "settings-2")
        self._options = RunOptions()
        follow_action(self._button, action)

    def follow(self, memory: Remembering) -> None:
        """Show the current program's run options, and follow their changes."""

        def show() -> None:
            self._options = memory.options
            self.setVisible(bool(self._options.as_json()))
            self._speak()

        memory.options_changed.connect(show)

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


class LiveStrip(_Strip):
    """Shows the state of live mode; a notification would move the picture."""

    def __init__(self, words: Words, action: QAction) -> None:
        super().__init__(words, "x")
        self._state = Live.OFF
        words.bind(self._button.setToolTip, "live.end")
        words.bind(self._button.setAccessibleName, "live.end")
        self._button.clicked.connect(lambda: action.setChecked(False))

    def follow(self, live: LiveMode) -> None:
        """Show the state of live mode, and follow its changes."""
        live.changed.connect(lambda: self._show(live.state))

    def _show(self, state: Live) -> None:
        self._state = state
        self.setVisible(state is not Live.OFF)
        restyle(self._said, "words", "loss" if state in _ALARMING else "caption")
        self._speak()

    def _text(self) -> str:
        return self._words(self._state.value) if self._state is not Live.OFF else ""
