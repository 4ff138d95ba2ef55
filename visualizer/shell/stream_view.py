"""Shows a stream of text that mostly grows and shrinks at its end."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from visualizer.diagram.themes import Theme
from visualizer.shell.output_text import common_prefix

_BAR, _MARGIN = 3, 14


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one look: ``colour`` is a name of the theme's, None the view's own; ``new`` has a bar
    beside it."""

    text: str
    colour: str | None = None
    bold: bool = False
    new: bool = False


class StreamView(QPlainTextEdit):
    """Lays out only what differs at the end: a step costs little, however much is shown."""

    def __init__(self, font: QFont, theme: Theme, bar: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._bar = theme, bar
        self.setReadOnly(True)
        self.setFont(font)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self._pieces: tuple[Piece, ...] = ()
        self._new: tuple[int, int] | None = None

    @property
    def whole_height(self) -> int:
        """How high it would be if all lines were seen, broken as they are."""
        lines = round(self.document().size().height())
        return lines * self.fontMetrics().lineSpacing() + 2 * _MARGIN

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        pieces, self._theme = self._pieces, theme
        self.show_pieces(())
        self.show_pieces(pieces)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show ``pieces``, with a bar beside those that are new."""
        if pieces != self._pieces:
            kept = _alike(self._pieces, pieces)
            self._cut(sum(_units(piece.text) for piece in self._pieces[:kept]), kept, pieces)
            self._pieces = pieces
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self._new = _span_of_new(pieces)
        self.viewport().update()

    def _cut(self, position: int, kept: int, pieces: tuple[Piece, ...]) -> None:
        """Replace all after the first ``kept`` pieces; of the next one what is alike stays."""
        rest = list(pieces[kept:])
        if rest and kept < len(self._pieces) and _look(rest[0]) == _look(self._pieces[kept]):
            old = self._pieces[kept].text
            alike = common_prefix(old, rest[0].text)
            position += _units(old[:alike])
            rest[0] = Piece(rest[0].text[alike:], rest[0].colour, rest[0].bold, rest[0].new)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(position)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        for piece in rest:
            cursor.insertText(piece.text, self._format(piece))
        cursor.endEditBlock()

    def _format(self, piece: Piece) -> QTextCharFormat:
        made = QTextCharFormat()
        if piece.colour:
            made.setForeground(self._theme.colour(piece.colour))
        made.setFontWeight(QFont.Weight.Bold if piece.bold else QFont.Weight.Normal)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and a bar beside what is new."""
        super().paintEvent(event)
        if self._new is None:
            return
        first, last = (self.document().findBlock(position) for position in self._new)
        top = self.blockBoundingGeometry(first).translated(self.contentOffset())
        box = top.united(self.blockBoundingGeometry(last).translated(self.contentOffset()))
        box.setWidth(_BAR)
        box.moveLeft(0)
        painter = QPainter(self.viewport())
        painter.fillRect(box, self._theme.colour(self._bar))


def _alike(old: tuple[Piece, ...], new: tuple[Piece, ...]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if (one.text, _look(one)) != (other.text, _look(other)):
            break
        count += 1
    return count


def _look(piece: Piece) -> tuple[str | None, bool]:
    return piece.colour, piece.bold


def _span_of_new(pieces: tuple[Piece, ...]) -> tuple[int, int] | None:
    """The first and the last position, in Qt's units, of what is new; without a last line end."""
    start, found = 0, []
    for piece in pieces:
        if piece.new and piece.text:
            found += [start, start + max(0, _units(piece.text.rstrip("\n")))]
        start += _units(piece.text)
    return (found[0], found[-1]) if found else None


def _units(text: str) -> int:
    """Qt counts in UTF-16 units, Python in characters."""
    if text.isascii():
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)
