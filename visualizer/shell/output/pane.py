"""Shows the output up to the current step, and the field for the program's input."""

from dataclasses import replace

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QWidget

from visualizer.diagram.fonts import code_font
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.look import THEME, free_height, keep_height, sign_px
from visualizer.shell.appearance.words import Words
from visualizer.shell.output.console import Console
from visualizer.shell.output.input_row import InputRow
from visualizer.shell.output.stream_text import Stream
from visualizer.shell.output.stream_view import Piece, StreamView
from visualizer.shell.playback.player import Player
from visualizer.shell.run.live_mode import LiveMode
from visualizer.shell.widgets.controls import Choice, Segments
from visualizer.shell.widgets.layouts import DOCK_HEAD, in_column, in_row, text_label, words_label
from visualizer.shell.widgets.pane import Pane

_SWITCH, _MARGINS = 24, (12, 6, 14, 6)
_SHOWN = ("both", "output", "errors")
"""The choices of streams, in the order of the switch."""


class OutputHead(QWidget):
    """``shown`` is the choice of streams; ``picked`` follows a choice by the user.

    ``turns`` switches between the output and the dock that shares its place.
    """

    picked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.shown = _SHOWN[0]
        self.switch = Choice()
        self._symbol, self._note = QLabel(), text_label("caption")
        self._title = words_label(words, "output.title", "head")
        self.turns, self._other = _turns(words), "step.title"
        self._lay_out()
        self._name_other()
        self._show_symbol()
        words.changed.connect(self._name_other)
        THEME.changed.connect(self._show_symbol)

    def _lay_out(self) -> None:
        self._row = in_row(
            self,
            *(self._symbol, self._title, self.turns, None, self._note, self.switch),
            margins=_MARGINS,
            spacing=8,
        )
        # Keep the height with and without the switch.
        self._row.addStrut(_SWITCH)
        self.switch.offer(self._words, [(key, f"output.show_{key}") for key in _SHOWN])
        self._words.bind(self.switch.setAccessibleName, "output.show")
        self.switch.setProperty("small", "true")
        keep_height(self.switch, _SWITCH)
        self.switch.activated.connect(self._pick)

    @property
    def note(self) -> str:
        """The text next to the title: whether output is new, or how much is left out."""
        return self._note.text() if self._note.isVisible() else ""

    def show_note(self, left_out: int, new: bool) -> None:
        """Show how many bytes are left out, else whether output is new."""
        self._note.setVisible(bool(left_out) or new)
        if left_out:
            self._note.setText(self._words("output.left_out", megabytes=f"{left_out / 1e6:,.1f}"))
        else:
            self._note.setText(self._words("output.new"))

    def offer_choice(self, has_errors: bool) -> None:
        """Show the switch if there are errors, or if the user has chosen a stream."""
        self.switch.setVisible(has_errors or self.shown != _SHOWN[0])

    def pick_all(self) -> None:
        """Choose both streams."""
        self.switch.setCurrentIndex(0)
        self.shown = _SHOWN[0]

    def share_place(self, lodging: bool) -> None:
        """Replace the title by the choice between output and dock, or restore it."""
        for part in (self._symbol, self._title):
            part.setHidden(lodging)
        self.turns.setVisible(lodging)
        self._row.setContentsMargins(*(DOCK_HEAD if lodging else _MARGINS))

    def name_lesson(self, shown: bool) -> None:
        """Name the dock's page in ``turns``: the lesson or the step."""
        self._other = "lesson.title" if shown else "step.title"
        self._name_other()

    def write_in(self, sheet: str) -> None:
        """Apply a style sheet to all words; the switch is as high as they need."""
        for part in (self._title, self._note, self.switch, *self.turns.buttons):
            part.setStyleSheet(sheet)
        if sheet:
            free_height(self.switch)
        else:
            keep_height(self.switch, _SWITCH)

    def _show_symbol(self) -> None:
        self._symbol.setPixmap(pixmap("terminal", THEME.colour("ink2"), sign_px(16), 2))

    def _name_other(self) -> None:
        self.turns.buttons[0].setText(self._words(self._other))

    def _pick(self, number: int) -> None:
        self.shown = _SHOWN[number]
        self.picked.emit()


def _turns(words: Words) -> Segments:
    """Return the hidden switch from the output to the dock."""
    made = Segments(2)
    words.bind(made.buttons[1].setText, "output.title")
    made.show_picked(1)
    # The switch is hidden while the dock is visible, and then shows the output again.
    made.picked.connect(lambda _: made.show_picked(1))
    made.hide()
    return made


_HEAD, _ERRORS_HEAD = 36, 26
_LEAST_ERRORS = 90
_ERRORS_PART = 0.55


class OutputPane(Pane):
    """Shows standard output, standard error in a frame below it, and the input field.

    ``room_wanted`` carries the height that shows both streams in full, once there are errors to
    show; 0 for another recording.
    """

    room_wanted = Signal(int)

    def __init__(self, player: Player, words: Words, font: QFont) -> None:
        super().__init__()
        self._player, self._words, self._font = player, words, font
        self._large: QFont | None = None
        self.console = Console(player, words, self)
        self.output, self.errors = StreamView(font, "gain"), StreamView(font, "loss")
        self.views: dict[Stream, StreamView] = {"stdout": self.output, "stderr": self.errors}
        self.head = OutputHead(words)
        # Margins set by the style sheet survive a new style, unlike a widget's own margins.
        self._empty = words_label(words, "output.empty", "empty")
        for view in (self.output, self.errors):
            # Line breaks may have changed.
            view.verticalScrollBar().rangeChanged.connect(self.fit)
        self._errors_title = words_label(words, "output.errors", "loss")
        self._new_errors = words_label(words, "output.new", "caption")
        self._errors_frame = QFrame()
        self.input_row = InputRow(words, font)
        self.input_row.appeared.connect(self._move_focus)
        self._live: LiveMode | None = None
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask_for_room)
        self._lay_out()
        for widget, key in ((self.output, "output.output"), (self.errors, "output.errors")):
            words.bind(widget.setAccessibleName, key)
            words.bind(widget.viewport().setToolTip, "output.ask")
        for signal in (words.changed, self.console.answer_noted, player.step_changed):
            signal.connect(self._show)
        player.step_changed.connect(self._move_focus)
        player.recording_grew.connect(self._grew)
        player.recording_changed.connect(self._another_recording)
        THEME.changed.connect(self._show_anew)
        self._show_anew()

    @property
    def has_any(self) -> bool:
        """Whether the program has written any output."""
        recording = self._player.recording
        return recording is not None and any(recording.output(one, 0, 1) for one in self.views)

    def set_text_size(self, pixels: int) -> None:
        """Set the size of the program's output."""
        self._font = code_font(pixels)
        self._use_font()

    def show_large(self, pixels: int | None) -> None:
        """Write ``pixels`` high in a presentation; None restores the usual size."""
        self._large = code_font(pixels) if pixels is not None else None
        sheet = "" if pixels is None else f"font-size: {pixels}px"
        self.head.write_in(sheet)
        self.input_row.write_in(sheet)
        for words in (self._empty, self._errors_title, self._new_errors):
            words.setStyleSheet(sheet)
        self._use_font()

    def _use_font(self) -> None:
        font = self._large or self._font
        for view in (self.output, self.errors):
            view.setFont(font)
        self.input_row.set_text_font(font)

    def _lay_out(self) -> None:
        self.head.picked.connect(self._show)
        self._errors_frame.setProperty("errors", "true")
        errors_head = in_row(
            None, self._errors_title, None, self._new_errors, margins=(14, 6, 14, 0)
        )
        in_column(self._errors_frame, errors_head, self.errors, spacing=0)
        in_column(
            self,
            *(self.head, self._empty, (self.output, 1), None, self._errors_frame, self.input_row),
            spacing=0,
        )

    def follow(self, live: LiveMode) -> None:
        """Leave the focus with the editor while ``live`` is on."""
        self._live = live

    def ask(self, asking: bool) -> None:
        """Show or hide the field; it takes the focus unless the user visits an earlier step."""
        if asking != self.console.asking:
            self.console.asking = asking
            self.input_row.ask(asking)
            self._show()

    def _move_focus(self) -> None:
        # The first step may be shown only after its line has asked.
        focus: QWidget | None = self.window().focusWidget()
        if self._live is not None and self._live.on and isinstance(focus, QPlainTextEdit):
            # The user is typing there and continues.
            return
        if self.console.asking and (self._player.at_newest or self._player.step == 1):
            self.input_row.field.setFocus()

    def _grew(self) -> None:
        # Later output matters only if it explains the question of the program.
        if self.console.asking or self._player.at_newest:
            self._show()

    def _another_recording(self) -> None:
        self.head.pick_all()
        self.room_wanted.emit(0)
        self._show()

    def _show(self) -> None:
        pieces, left_out = self.console.pieces("stdout")
        errors, errors_left_out = self.console.pieces("stderr")
        if self.console.asking:
            pieces = self._remove_prompt(pieces)
        self.output.show_pieces(pieces)
        self.errors.show_pieces(errors)
        has_errors = bool(errors)
        if self.head.shown == "output":
            errors = ()
        elif self.head.shown == "errors":
            pieces = ()
        self._errors_frame.setVisible(bool(errors))
        self._new_errors.setVisible(any(piece.new for piece in errors))
        self.output.setVisible(bool(pieces))
        self.head.offer_choice(has_errors)
        self._empty.setVisible(not pieces and not errors and not self.console.asking)
        self.head.show_note(left_out + errors_left_out, any(piece.new for piece in pieces))
        self.fit()

    def _remove_prompt(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Move the text after the last line end, the program's prompt, into the input row."""
        if not pieces:
            self.input_row.show_prompt("")
            return pieces
        last = pieces[-1]
        head, newline, prompt = last.text.rpartition("\n")
        self.input_row.show_prompt(prompt)
        kept = replace(last, text=head + newline)
        return (*pieces[:-1], kept) if kept.text else pieces[:-1]

    def _show_anew(self) -> None:
        # A new style sheet gives every widget its first font again.
        self._use_font()
        self._show()

    @property
    def _output_height(self) -> int:
        return 0 if self.output.isHidden() else self.output.whole_height

    @property
    def _errors_height(self) -> int:
        return self.errors.whole_height + _ERRORS_HEAD

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the frame of the errors becomes lower with the pane."""
        size, frame = super().minimumSizeHint(), self._errors_frame
        spare = 0 if frame.isHidden() else max(0, frame.minimumHeight() - _LEAST_ERRORS)
        return size - QSize(0, spare)

    def fit(self) -> None:
        """Give standard error the height that it needs, within its share."""
        room = self.height() - _HEAD
        least = 0.9 * room if self.output.isHidden() else _ERRORS_PART * room
        most = max(_LEAST_ERRORS, int(max(least, room - self._output_height)))
        self._errors_frame.setFixedHeight(min(self._errors_height, most))
        # Not during a resize, so that a manual resize takes precedence.
        self._asking.start()

    def _ask_for_room(self) -> None:
        if self._errors_frame.isVisible():
            self.room_wanted.emit(_HEAD + self._output_height + self._errors_height)
