"""Shows the sentences that describe the step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visualizer.diagram.wording.tool_tip import as_tool_tip
from visualizer.diagram.words import translate
from visualizer.explain.sentence import Sentence
from visualizer.shell.appearance.icons import sign_pixmap
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words, rich_text
from visualizer.shell.canvas.thread_sign import thread_pixmap
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.layouts import in_column, text_label

_MOST = 40
"""The maximum number of sentences; a step may change thousands of objects."""


class StepPane(QWidget):
    """Shows a row for each sentence; a click on a link in a sentence selects the object."""

    object_picked = Signal(int)

    def __init__(self, player: Player, words: Words) -> None:
        super().__init__()
        self._player, self._words = player, words
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._rest = text_label("caption")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._column = in_column(self, self._grid, self._rest, margins=(16, 0, 12, 12))
        for signal in (player.step_changed, player.level_changed, words.changed, THEME.changed):
            signal.connect(self.show_step)
        self.show_step()

    def show_step(self) -> None:
        """Show the sentences of the player's step."""
        # Otherwise each label that appears would start a layout pass up to the window.
        self._column.setEnabled(False)
        self._show_sentences(self._player.sentences)
        self._column.setEnabled(True)

    def _show_sentences(self, sentences: Sequence[Sentence]) -> None:
        for row in range(max(len(self._rows), min(len(sentences), _MOST))):
            if row >= len(self._rows):
                self._add_row()
            shown = row < min(len(sentences), _MOST)
            if shown:
                self._show_sentence(row, sentences[row])
            sign, text = self._rows[row]
            text.setVisible(shown)
            sign.setVisible(shown and bool(sign.accessibleName()))
        more = len(sentences) - _MOST
        if not sentences:
            self._rest.setText(self._words(self._nothing))
        elif more > 0:
            self._rest.setText(self._words("step.more", n=more))
        self._rest.setVisible(more > 0 or not sentences)
        said = " ".join(translate(one, self._words.language) for one in sentences[:_MOST])
        self.setAccessibleDescription(said.replace("`", ""))

    @property
    def _nothing(self) -> str:
        player = self._player
        if player.step:
            return "step.unchanged"
        ended = player.recording is not None and (player.end or player.recording.damage)
        return "step.unreadable" if ended else "step.nothing"

    def _add_row(self) -> None:
        sign, text = QLabel(), text_label(wraps=True, form=Qt.TextFormat.RichText)
        text.linkActivated.connect(lambda link: self.object_picked.emit(int(link)))
        row = len(self._rows)
        self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        self._rows.append((sign, text))

    def _show_sentence(self, row: int, sentence: Sentence) -> None:
        sign, text = self._rows[row]
        words = translate(sentence, self._words.language)
        scale, state = self.devicePixelRatioF(), self._player.state
        picture = sign_pixmap(sentence.sign, scale)
        name = self._words(f"sign.{sentence.sign}") if sentence.sign else ""
        if row == 0 and not name and state.step and len(state.thread_names) > 1:
            thread = state.step.thread
            picture = thread_pixmap(thread, self.font(), scale, filled=True)
            name = f"T{thread} {state.thread_names.get(thread, '')}".rstrip()
        sign.setPixmap(picture)
        sign.setAccessibleName(name)
        sign.setToolTip(as_tool_tip(name))
        self._grid.addWidget(text, row, *((1, 1, 1) if name else (0, 1, 2)))
        # The name first: a label without one tells a screen reader of its text, too.
        text.setAccessibleName(words.replace("`", ""))
        text.setText(rich_text(words))
