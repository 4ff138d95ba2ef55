"""Annotations of the editor's lines: signs of the step and of threads, a note, a frame."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
)

from visualizer.shell.appearance.look import THEME
from visualizer.shell.editor.code_layout import CodeLayout, note_height, note_size
from visualizer.shell.editor.emphasis import Span
from visualizer.shell.source.signs import SIGN_COLOURS, LineMark, LineNote, Sign, ThreadMark
from visualizer.shell.source.thread_marks import paint

if TYPE_CHECKING:
    from visualizer.shell.editor.code_editor import CodeEditor


GROUNDS = {
    Sign.ABOUT_TO_RUN: "accentSoft",
    Sign.JUST_RAN: "prev",
    Sign.RAISED: "lossSoft",
    Sign.LOOKED_AT: "prev",
}
"""The theme's colour behind a line with each sign."""


_LEFT, _RIGHT, _AROUND = 12, 8, 12
"""Pixels left and right of the text, and above and below it together."""
_WIDTH, _RADIUS, _BESIDE = 2.0, 4.0, 1.5


class NoteRow:
    """A bold ``title``, then ``text``, wrapped to ``width`` pixels; at least ``least`` high."""

    def __init__(self, title: str, text: str, font: QFont, *, width: int, least: int) -> None:
        self._words = QTextDocument(defaultFont=font, documentMargin=0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._words.setDefaultTextOption(option)
        self._words.setHtml(f"<b>{escape(title)}</b>&nbsp; {escape(text)}")
        self._words.setTextWidth(max(1, width - _LEFT - _RIGHT))
        self.height = max(least, round(self._words.size().height()) + _AROUND)

    def paint(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        """Write the text into ``box``, centred vertically."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, colour)
        painter.save()
        free = box.height() - self._words.size().height()
        painter.translate(box.topLeft() + QPointF(_LEFT, free / 2))
        self._words.documentLayout().draw(painter, context)
        painter.restore()


class Annotations:
    """Keeps and paints the annotations of the document that ``editor`` shows.

    ``marks`` are the signs of the step, ``note`` is shown below a line.
    """

    def __init__(self, editor: CodeEditor) -> None:
        self._editor = editor
        self.marks: tuple[LineMark, ...] = ()
        self._threads: tuple[ThreadMark, ...] = ()
        self.note: LineNote | None = None
        self._row: NoteRow | None = None

    def set_marks(self, marks: tuple[LineMark, ...], note: LineNote | None) -> None:
        """Mark lines, and show ``note`` below one of them."""
        self.marks = marks
        if note != self.note:
            self.note = note
            self._lay_out_note()
        self._editor.repaint_all()

    def set_threads(self, threads: tuple[ThreadMark, ...]) -> None:
        """Show the signs of threads at the right of their lines."""
        if threads != self._threads:
            self._threads = threads
            self._editor.viewport().update()

    def sign_at(self, line: int) -> Sign | None:
        """Return the sign of ``line``, if any."""
        return next((mark.sign for mark in self.marks if mark.line == line), None)

    def sign_colour(self, sign: Sign) -> QColor:
        """Return the colour of ``sign`` in the theme."""
        return THEME.colour(SIGN_COLOURS.get(sign, "ink2"))

    # ---- the note ----

    @property
    def note_height(self) -> int:
        """The height of the note's row in pixels, 0 without a note."""
        return self._row.height if self._row is not None else 0

    def fit_note(self) -> None:
        """Lay out the note again, after the editor's width or font has changed."""
        if self._row is not None:
            self._lay_out_note()

    def _lay_out_note(self) -> None:
        editor, note = self._editor, self.note
        layout = editor.document().documentLayout()
        assert isinstance(layout, CodeLayout)
        if note is None:
            self._row = None
            layout.put_note(None, 0)
            return
        font = QFont(editor.window().font())
        font.setPixelSize(note_size(editor.font()))
        before, width = self._row, editor.viewport().width()
        least = note_height(editor.font())
        self._row = NoteRow(note.title, note.text, font, width=width, least=least)
        layout.put_note(note.line - 1, self._row.height)
        if before is not None and before.height != self._row.height:
            editor.repaint_all()

    # ---- painting ----

    def paint_grounds(self, lines: list[tuple[int, QRectF]]) -> None:
        """Paint the backgrounds behind the text of visible lines."""
        painter = QPainter(self._editor.viewport())
        for line, box in lines:
            sign = self.sign_at(line)
            if sign in GROUNDS:
                painter.fillRect(box, THEME.colour(GROUNDS[sign]))
        painter.end()

    def paint_signs(self, lines: list[tuple[int, QRectF]]) -> None:
        """Paint signs and the note over and next to the text of visible lines."""
        painter = QPainter(self._editor.viewport())
        for line, box in lines:
            sign = self.sign_at(line)
            if sign in (Sign.ABOUT_TO_RUN, Sign.RAISED, Sign.PASSED):
                painter.fillRect(QRectF(0, box.top(), 3, box.height()), self.sign_colour(sign))
            self._paint_threads(painter, box, line)
            if self.note is not None and self.note.line == line:
                self._paint_note(painter, box)
        painter.end()

    def _paint_threads(self, painter: QPainter, box: QRectF, line: int) -> None:
        marks = [mark for mark in self._threads if mark.line == line]
        if marks:
            font = self._editor.window().font()
            paint(painter, marks, box, _text_extent(self._editor, line), font=font)

    def _paint_note(self, painter: QPainter, line: QRectF) -> None:
        box = QRectF(0, line.bottom(), line.width(), self.note_height)
        loss = THEME.colour("loss")
        painter.fillRect(box, THEME.colour("lossSoft"))
        painter.fillRect(QRectF(0, box.top(), 3, box.height()), loss)
        painter.setPen(QPen(loss, 1))
        painter.drawLine(box.topLeft(), box.topRight())
        if self._row is not None:
            self._row.paint(painter, box, loss)


def _text_extent(editor: CodeEditor, line: int) -> tuple[float, float]:
    """Return the left and right edge of a line's text, without its indentation, in pixels."""
    block = editor.document().findBlockByNumber(line - 1)
    text = block.text()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + len(text) - len(text.lstrip()))
    box = editor.blockBoundingGeometry(block).translated(editor.contentOffset())
    # Of a wrapped line, only the first row is measured.
    return editor.cursorRect(cursor).left(), box.left() + block.layout().lineAt(
        0
    ).naturalTextWidth()


def paint_frame(editor: CodeEditor, span: Span, colour: QColor) -> None:
    """Draw a frame around each visible row of ``span``."""
    painter = QPainter(editor.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _WIDTH))
    for box in _boxes(editor, span):
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.end()


def _boxes(editor: CodeEditor, span: Span) -> Iterator[QRectF]:
    for line, _ in editor.visible_lines():
        block = editor.document().findBlockByNumber(line - 1)
        first, last = span.first - block.position(), span.last - block.position()
        if last <= 0 or first >= block.length():
            continue
        # Leave out the indentation of further lines.
        text = block.text()
        first = max(first, len(text) - len(text.lstrip()))
        yield from _rows(editor, block, first, min(last, len(text)))


def _rows(editor: CodeEditor, block: QTextBlock, first: int, last: int) -> Iterator[QRectF]:
    """Yield the boxes of a block's rows; a wrapped block has several."""
    layout, top = block.layout(), editor.top_of(block)
    for number in range(layout.lineCount()):
        row = layout.lineAt(number)
        start, end = row.textStart(), row.textStart() + row.textLength()
        if last <= start or first >= end:
            continue
        left, right = (_x(row, min(max(at, start), end)) for at in (first, last))
        box = QRectF(left, row.y(), right - left, row.height()).translated(top)
        yield box.adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE)


def _x(row: QTextLine, at: int) -> float:
    # PySide returns a pair of the coordinate and the adjusted position.
    found: tuple[float, int] | float = row.cursorToX(at)  # type: ignore[assignment]
    return found[0] if isinstance(found, tuple) else found
