"""The head of the output: its title, a note about new output, and the choice of streams."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.text_sizes import free_height, keep_height, sign_px
from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.choice import Choice
from visualizer.shell.widgets.controls import Segments
from visualizer.shell.widgets.layouts import in_row, text_label, words_label

_SWITCH = 24
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
        row = in_row(
            self,
            *(self._symbol, self._title, self.turns, None, self._note, self.switch),
            margins=(12, 6, 14, 6),
            spacing=8,
        )
        # Keep the height with and without the switch.
        row.addStrut(_SWITCH)
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

    def name_lesson(self, shown: bool) -> None:
        """Name the dock's page in ``turns``: the lesson or the step."""
        self._other = "lesson.title" if shown else "step.title"
        self._name_other()

    def write_in(self, sheet: str) -> None:
        """Apply a style sheet to all words; the switch is as high as they need."""
        for part in (self._title, self._note, self.switch):
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
