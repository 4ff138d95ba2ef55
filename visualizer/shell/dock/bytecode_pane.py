"""The bytecode of the line that is about to run, collapsed at first."""

import platform

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from visualizer.explain.source.bytecode import instructions_of_line
from visualizer.model import Event
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words
from visualizer.shell.inspector.page import InspectorPage
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.folding import FoldButton
from visualizer.shell.widgets.layouts import in_column, text_label


class BytecodePane(QWidget):
    """Compiles the line without running it, and only while expanded."""

    def __init__(self, player: Player, words: Words) -> None:
        super().__init__()
        self._player, self._words = player, words
        self.heading = FoldButton("more")
        self._body = text_label(wraps=True, form=Qt.TextFormat.RichText)
        self._body.hide()
        in_column(
            self, (self.heading, 0, Qt.AlignmentFlag.AlignLeft), self._body, margins=(12, 4, 12, 4)
        )
        self.heading.toggled.connect(self._open)
        for signal in (player.step_changed, words.changed, THEME.changed):
            signal.connect(self._show)
        self._show()

    @property
    def text(self) -> str:
        """The shown text, as HTML."""
        return self._body.text()

    def _open(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self._show()

    def _show(self) -> None:
        step, recording = self._player.state.step, self._player.recording
        # At the end no line is about to run, and an empty program has no line.
        is_shown = step is not None and step.event is not Event.FINISH and step.line > 0
        self.setVisible(is_shown)
        if not is_shown or step is None or recording is None:
            return
        self.heading.set_words(self._words("bytecode.title", line=step.line))
        if self._body.isHidden():
            return
        text = recording.sources.get(step.file, "")
        found = instructions_of_line(text, step.function, step.line)
        page = InspectorPage(self._words)
        shown = page.bytecode(found) if found else page.remark("bytecode.none")
        recorded, here = recording.header.python, platform.python_version()
        if recorded.split(".")[:2] != here.split(".")[:2]:
            shown += f"<p>{page.remark('bytecode.version', recorded=recorded, here=here)}</p>"
        self._body.setText(shown)
