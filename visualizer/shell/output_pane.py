"""What the program wrote up to the step shown, and the field for what it asks for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualizer.diagram.themes import Theme
from visualizer.model import Step
from visualizer.recording import Recording
from visualizer.shell.console import Span, Stream, Typed, pieces_of, written_in_all
from visualizer.shell.icons import pixmap
from visualizer.shell.input_row import InputRow
from visualizer.shell.output_text import shown
from visualizer.shell.player import Player
from visualizer.shell.stream_view import Piece, StreamView
from visualizer.shell.words import Words

_LATER_AT_MOST = 4_000
"""Bytes of later output shown while the program waits for input."""


class OutputPane(QWidget):
    """Standard output, standard error apart below it, the input field last."""

    def __init__(
        self,
        player: Player,
        words: Words,
        theme: Theme,
        font: QFont,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "true")
        self._player, self._words = player, words
        self.output, self.errors = StreamView(font, theme, "gain"), StreamView(font, theme, "loss")
        self._symbol, self._title, self._note, self._empty = (QLabel() for _ in range(4))
        self._new_errors = QLabel()
        self._errors_frame = QFrame()
        self._typed: tuple[Typed, ...] = ()
        self.input_row = InputRow(words, font)
        self._lay_out()
        for widget, key in ((self.output, "output.output"), (self.errors, "output.errors")):
            words.bind(widget.setAccessibleName, key)
        words.changed.connect(self._show)
        player.step_changed.connect(self._show)
        player.recording_grew.connect(self._grew)
        player.recording_changed.connect(self._show)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 14, 6)
        head.addWidget(self._symbol)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._note)
        self._title.setProperty("words", "head")
        self._note.setProperty("words", "caption")
        self._empty.setProperty("words", "second")
        self._empty.setContentsMargins(20, 6, 12, 0)
        self._words.bind(self._title.setText, "output.title")
        self._words.bind(self._empty.setText, "output.empty")
        self._errors_frame.setProperty("errors", "true")
        errors_head = QHBoxLayout()
        errors_head.setContentsMargins(14, 6, 14, 0)
        label = QLabel()
        label.setProperty("words", "loss")
        self._words.bind(label.setText, "output.errors")
        self._new_errors.setProperty("words", "caption")
        self._words.bind(self._new_errors.setText, "output.new")
        errors_head.addWidget(label)
        errors_head.addStretch()
        errors_head.addWidget(self._new_errors)
        errors = QVBoxLayout(self._errors_frame)
        errors.setContentsMargins(0, 0, 0, 0)
        errors.setSpacing(0)
        errors.addLayout(errors_head)
        errors.addWidget(self.errors)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.output, 1)
        column.addStretch(0)
        column.addWidget(self._errors_frame)
        column.addWidget(self.input_row)

    def forget_typed(self) -> None:
        """Another program is recorded: what was typed before is not its input."""
        self._typed = ()

    def note_typed(self, text: str) -> None:
        """A line was sent: it is shown where the output stood when it was."""
        player = self._player
        if player.recording is not None:
            offset = written_in_all(player.recording, "stdout", player.newest_output()[0])
            self._typed = (*self._typed, Typed(player.steps, offset, text))

    def ask(self, asking: bool) -> None:
        """Show or hide the field; it takes the focus only where the newest step is looked at."""
        appears = asking and not self.input_row.asking
        self.input_row.ask(asking)
        self._show()
        if appears and self._player.at_newest:
            self.input_row.field.setFocus()

    def _grew(self) -> None:
        # What comes later is of interest only while it explains what the program asks for.
        if self.input_row.asking or self._player.at_newest:
            self._show()

    def _show(self) -> None:
        pieces, left_out = self._pieces("stdout")
        errors, errors_left_out = self._pieces("stderr")
        if self.input_row.asking:
            pieces = self._take_prompt(pieces)
        self.output.show_pieces(pieces)
        self.errors.show_pieces(errors)
        self._errors_frame.setVisible(bool(errors))
        self._new_errors.setVisible(any(piece.new for piece in errors))
        self.output.setVisible(bool(pieces))
        self._empty.setVisible(not pieces and not errors and not self.input_row.asking)
        self._show_note(left_out + errors_left_out, any(piece.new for piece in pieces))
        self._bound_errors()

    def _show_note(self, left_out: int, new: bool) -> None:
        self._note.setVisible(bool(left_out) or new)
        if left_out:
            self._note.setText(self._words("output.left_out", megabytes=f"{left_out / 1e6:,.1f}"))
        else:
            self._note.setText(self._words("output.new"))

    def _pieces(self, stream: Stream) -> tuple[tuple[Piece, ...], int]:
        player, index = self._player, 0 if stream == "stdout" else 1
        recording, step = player.recording, player.state.step
        if recording is None or step is None:
            return (), 0
        before = player.delta.before if player.delta else None
        old = _ends(before)[index] if before else 0
        end = _ends(step)[index]
        total = end
        if player.at_newest and (player.end is not None or self.input_row.asking):
            # A prompt, a traceback, a flush at exit: written after the last step, shown with it.
            total = end = written_in_all(recording, stream, end)
        elif self.input_row.asking:
            total = written_in_all(recording, stream, player.newest_output()[index])
        typed = tuple(line for line in self._typed if line.step < player.step)
        typed = typed if stream == "stdout" else ()
        pieces, left_out = pieces_of(recording, stream, Span(old, end), typed)
        if total > end:
            pieces += self._later(recording, stream, end, total)
        return pieces, left_out

    def _later(
        self, recording: Recording, stream: Stream, start: int, end: int
    ) -> tuple[Piece, ...]:
        first, last = self._player.step + 1, self._player.steps
        line = self._words("output.later", first=first, last=last)
        text = shown(recording.output(stream, max(start, end - _LATER_AT_MOST), end))
        return Piece(f"\u2014 {line} \u2014\n", "ink3"), Piece(text, "ink3")

    def _take_prompt(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """What stands after the last line end is what the program asks with."""
        if not pieces:
            self.input_row.show_prompt("")
            return pieces
        last = pieces[-1]
        head, newline, prompt = last.text.rpartition("\n")
        self.input_row.show_prompt(prompt)
        kept = Piece(head + newline, last.colour, last.bold, last.new)
        return (*pieces[:-1], kept) if kept.text else pieces[:-1]

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self._symbol.setPixmap(pixmap("terminal", theme.colour("ink2"), 16, 2))
        for view in (self.output, self.errors):
            view.set_theme(theme)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Standard error keeps to its part of the pane."""
        super().resizeEvent(event)
        self._bound_errors()

    def _bound_errors(self) -> None:
        lines = self.errors.blockCount() * self.errors.fontMetrics().lineSpacing() + 48
        alone = self.output.isHidden()
        part = 0.9 if alone else 0.55
        self._errors_frame.setFixedHeight(int(min(lines + 20, max(90, self.height() * part))))


def _ends(step: Step) -> tuple[int, int]:
    return step.stdout_end, step.stderr_end
