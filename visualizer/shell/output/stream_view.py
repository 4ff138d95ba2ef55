"""Shows a stream of text that mostly grows and shrinks at its end."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from visualizer.diagram.fonts import wide_letters
from visualizer.shell.appearance.look import THEME
from visualizer.shell.editor.code_layout import SpacedLayout, in_narrow_font, line_space
from visualizer.shell.editor.emphasis import characters, units
from visualizer.shell.output.text import common_prefix
from visualizer.shell.widgets.controls import keeps_key

_BAR, _MARGIN = 3, 14
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one style: ``colour`` is a name in the theme, or None for the view's own colour.

    ``new`` text has a bar at its left. Output is in its stream from ``start`` to ``end``; typed
    text belongs to a ``step``.
    """

    text: str
    colour: str | None = None
    bold: bool = False
    new: bool = False
    start: int | None = None
    end: int = 0
    step: int | None = None


class StreamView(QPlainTextEdit):
    """Shows pieces of text, and lays out only those that change.

    ``asked`` carries a piece, and the character in it at which the user clicked or pressed Enter.
    """

    asked = Signal(object, int)

    def __init__(self, font: QFont, bar: str) -> None:
        super().__init__(readOnly=True)
        self._bar = bar
        document = QTextDocument(self)
        document.setDocumentLayout(SpacedLayout(document))
        self.setDocument(document)
        self.setFont(font)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self._pressed = QPoint()
        self.document().setDocumentMargin(_MARGIN)
        self._pieces: tuple[Piece, ...] = ()
        self._new: tuple[int, int] | None = None
        THEME.changed.connect(self._recolour)

    @property
    def whole_height(self) -> int:
        """The height of all lines with the current line breaks."""
        lines = round(self.document().size().height())
        high = self.fontMetrics().lineSpacing() + line_space(self.font())
        return lines * high + 2 * _MARGIN

    def _recolour(self) -> None:
        pieces = self._pieces
        self.show_pieces(())
        self.show_pieces(pieces)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show ``pieces``, with a bar at the left of new ones."""
        if pieces != self._pieces:
            kept = _alike(self._pieces, pieces)
            self._cut(sum(units(piece.text) for piece in self._pieces[:kept]), kept, pieces)
            self._pieces = pieces
            self._go_to_end()
        self._new = _span_of_new(pieces)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the end in view."""
        bar = self.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum() - 1
        super().resizeEvent(event)
        if is_at_end:
            self._go_to_end()

    def _go_to_end(self) -> None:
        """Scroll to the last line with text: after the last line end there is an empty line."""
        is_empty = not self.document().lastBlock().text()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum() - is_empty)

    def _cut(self, position: int, kept: int, pieces: tuple[Piece, ...]) -> None:
        """Replace everything after the first ``kept`` pieces; the next piece keeps its common
        beginning.
        """
        rest = list(pieces[kept:])
        if rest and kept < len(self._pieces) and _look(rest[0]) == _look(self._pieces[kept]):
            old = self._pieces[kept].text
            alike = common_prefix(old, rest[0].text)
            position += units(old, alike)
            rest[0] = Piece(rest[0].text[alike:], rest[0].colour, rest[0].bold, rest[0].new)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(position)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        for piece in rest:
            made, written = self._format(piece), 0
            for found in wide_letters(piece.text):
                cursor.insertText(piece.text[written : found.start()], made)
                cursor.insertText(found[0], in_narrow_font(made))
                written = found.end()
            cursor.insertText(piece.text[written:], made)
        cursor.endEditBlock()

    def _format(self, piece: Piece) -> QTextCharFormat:
        made = QTextCharFormat()
        if piece.colour:
            made.setForeground(THEME.colour(piece.colour))
        made.setFontWeight(QFont.Weight.Bold if piece.bold else QFont.Weight.Normal)
        return made

    def event(self, event: QEvent) -> bool:
        """Keep only the view's own keys from the window's shortcuts."""
        return keeps_key(event, _KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move the cursor by lines; Enter asks for the step that wrote the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the place: the press may begin a selection."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask which step wrote the clicked text, unless the user selects text."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        near = (at - self._pressed).manhattanLength() < QApplication.startDragDistance()
        left = event.button() is Qt.MouseButton.LeftButton
        if left and near and not self.textCursor().hasSelection():
            self._ask(self.cursorForPosition(at).position())

    def ask_here(self) -> None:
        """Ask for the step that wrote the text at the text cursor."""
        self._ask(self.textCursor().position())

    def _ask(self, position: int) -> None:
        start = 0
        for piece in self._pieces:
            end = start + units(piece.text)
            if position < end or piece is self._pieces[-1]:
                at = characters(piece.text, position - start)
                self.asked.emit(piece, min(at, max(0, len(piece.text) - 1)))
                return
            start = end

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, a bar at the left of new text, and a frame around the cursor's line."""
        super().paintEvent(event)
        if self.hasFocus() and self._pieces:
            line = QRectF(self.cursorRect())
            box = QRectF(_BAR + 2, line.y(), self.viewport().width() - _BAR - 4, line.height())
            ring = QPainter(self.viewport())
            ring.setPen(QPen(THEME.colour("accent"), 1.5))
            ring.drawRoundedRect(box, 3, 3)
            ring.end()
        if self._new is None:
            return
        first, last = (self.document().findBlock(position) for position in self._new)
        top = self.blockBoundingGeometry(first).translated(self.contentOffset())
        box = top.united(self.blockBoundingGeometry(last).translated(self.contentOffset()))
        box.setWidth(_BAR)
        box.moveLeft(0)
        painter = QPainter(self.viewport())
        painter.fillRect(box, THEME.colour(self._bar))


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
    """Return the first and last position of the new text in Qt's units, less a last line end."""
    start, found = 0, []
    for piece in pieces:
        if piece.new and piece.text:
            found += [start, start + units(piece.text.rstrip("\n"))]
        start += units(piece.text)
    return (found[0], found[-1]) if found else None
