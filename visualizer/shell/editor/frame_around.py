"""Draws a frame around a piece of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine

from visualizer.shell.editor.emphasis import Span

if TYPE_CHECKING:
    from visualizer.shell.editor.code_editor import CodeEditor

_WIDTH, _RADIUS, _BESIDE = 2.0, 4.0, 1.5


def paint_frame(editor: CodeEditor, span: Span, colour: QColor) -> None:
    """Draw a frame around each visible row of the piece."""
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
        # Of further lines not the indentation.
        text = block.text()
        first = max(first, len(text) - len(text.lstrip()))
        yield from _rows(editor, block, first, min(last, len(text)))


def _rows(editor: CodeEditor, block: QTextBlock, first: int, last: int) -> Iterator[QRectF]:
    """Yield the boxes of a block's rows, of which a wrapped one has several."""
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
    # PySide gives the position that it took as well.
    found: tuple[float, int] | float = row.cursorToX(at)  # type: ignore[assignment]
    return found[0] if isinstance(found, tuple) else found
