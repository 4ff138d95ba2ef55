"""Highlights places of the text: syntax errors, search results, pairs of brackets."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from visualizer.shell.appearance.look import THEME


class Stress(IntEnum):
    """The reason for a highlight; later ones are painted over earlier ones."""

    FOUND = 0
    FOUND_HERE = 1
    BRACKET = 2
    FAULT = 3


_GROUNDS = {
    Stress.FOUND: "changeSoft",
    Stress.FOUND_HERE: "accentSoft",
    Stress.BRACKET: "accentSoft",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Positions in the document, in UTF-16 units: from ``first`` to ``last``, exclusive."""

    first: int
    last: int


class Emphasis(QObject):
    """Keeps the highlighted spans of each kind; they move with the text as it is edited."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._spans: dict[Stress, list[QTextCursor]] = {}
        THEME.changed.connect(self._paint)

    def show(self, stress: Stress, spans: tuple[Span, ...]) -> None:
        """Highlight ``spans``, and no others of their kind."""
        document = self._editor.document()
        if spans == self.spans(stress):
            return
        self._spans[stress] = [_cursor(document, span) for span in spans]
        self._paint()

    def spans(self, stress: Stress) -> tuple[Span, ...]:
        """Return the current spans of a kind."""
        cursors = self._spans.get(stress, [])
        return tuple(Span(one.selectionStart(), one.selectionEnd()) for one in cursors)

    def forget(self) -> None:
        """Remove all highlights, for another document."""
        self._spans = {}
        self._editor.setExtraSelections([])

    def _paint(self) -> None:
        shown = []
        for stress in Stress:
            form = self._format(stress)
            for cursor in self._spans.get(stress, []):
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format = form
                shown.append(selection)
        self._editor.setExtraSelections(shown)

    def _format(self, stress: Stress) -> QTextCharFormat:
        form = QTextCharFormat()
        if stress is Stress.FAULT:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(THEME.colour("loss"))
            return form
        form.setBackground(THEME.colour(_GROUNDS[stress]))
        if stress is not Stress.FOUND:
            # In high contrast the ground alone is too faint.
            form.setFontUnderline(True)
            form.setUnderlineColor(THEME.colour("accent"))
        return form


def _cursor(document: QTextDocument, span: Span) -> QTextCursor:
    last = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(min(span.first, last))
    cursor.setPosition(min(span.last, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def units(text: str, index: int | None = None) -> int:
    """Convert an index of Python's ``text``, or its end, into Qt's position, in UTF-16 units."""
    count = len(text) if index is None else index
    if text.isascii():
        return count
    return count + sum(character > "\uffff" for character in text[:index])


def characters(text: str, at: int) -> int:
    """Convert Qt's position ``at``, in UTF-16 units, into an index of Python's ``text``."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "replace"))
