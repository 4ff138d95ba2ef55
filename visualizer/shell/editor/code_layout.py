"""Lays out lines of code, with leading and with room for a note below one line."""

import math
from typing import cast

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from visualizer.diagram.fonts import narrow_families

LEADING = 8
"""Pixels between two lines; Qt's layout of plain text has no line height."""
_MORE = 2
"""The letters by which the rows of a wrapped line are indented more than the line."""
_DEEPEST = 0.75
"""The largest part of the width that the rows of a wrapped line leave free at the left."""
_NOTE, _NOTE_LARGE = 13, 22
"""Pixels: the size of a note's letters, and their least size below large code."""


def note_size(font: QFont) -> int:
    """Return the size of a note's letters below code in ``font``, in pixels."""
    size = font.pixelSize()
    return _NOTE if size < _NOTE_LARGE else max(_NOTE_LARGE, round(0.8 * size))


def note_height(font: QFont) -> int:
    """Return the least height of a note's row, in pixels."""
    return round(2.5 * note_size(font))


def in_narrow_font(format_: QTextCharFormat) -> QTextCharFormat:
    """Return a copy of a format with the font for ``wide_letters``."""
    made = QTextCharFormat(format_)
    made.setFontFamilies(narrow_families())
    return made


def space_lines(layout: QTextLayout, between: float) -> None:
    """Leave ``between`` pixels between the rows of a wrapped line, and above the first row.

    Qt leaves no space, so the glyphs of some fonts touch. A new layout by Qt removes the space
    again.
    """
    if layout.lineCount() == 0 or layout.lineAt(0).y() > 0:
        return
    top = between
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(line.x(), top))
        top += line.height() + between


class SpacedLayout(QPlainTextDocumentLayout):
    """Spaces out lines, and the rows of a wrapped line, so that they never overlap."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the box of a block, after spacing out its rows."""
        box = super().blockBoundingRect(block)
        # Qt also asks for blocks after the last one; hidden blocks have no height.
        if not block.isValid() or box.isEmpty():
            return box
        space_lines(block.layout(), line_space(self.document().defaultFont()))
        return super().blockBoundingRect(block)


def line_space(font: QFont) -> int:
    """Return the pixels between rows: letters may exceed the height that a font claims."""
    return max(3, round(font.pixelSize() / 6))


class CodeLayout(QPlainTextDocumentLayout):
    """Adds leading and the note's row below lines: Qt draws a line at the top of its box.

    The further rows of a wrapped line are indented like it and a little more: at the margin they
    would look like statements outside the block.
    """

    # The collector may clear the attributes of an object before Qt deletes and last asks it.
    _noted: int | None = None
    _room = 0
    _font: QFont | None = None
    _metrics: QFontMetricsF

    def put_note(self, block: int | None, height: int) -> None:
        """Keep ``height`` pixels free below a block (from 0); None removes the room."""
        self._noted, self._room = block, height
        self.requestUpdate()
        self.documentSizeChanged.emit(self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the box of a block, with leading and the room for a note."""
        box = super().blockBoundingRect(block)
        if box.isEmpty():
            return box
        if _indent_rows(block):
            box = super().blockBoundingRect(block)
        font = self.document().defaultFont()
        if font != self._font:
            self._font, self._metrics = font, QFontMetricsF(font)
        if _level_rows(block, self._metrics):
            box.setHeight(block.layout().lineCount() * _row_height(self._metrics))
        extra = LEADING + (self._room if block.blockNumber() == self._noted else 0)
        box.setHeight(box.height() + extra)
        return box


def _indent_rows(block: QTextBlock) -> bool:
    """Lay out the rows of a wrapped line again, the further ones indented; False if done before."""
    layout = block.layout()
    if layout.lineCount() < 2 or layout.lineAt(1).x() > layout.lineAt(0).x():
        return False
    text, row = block.text(), layout.lineAt(0)
    whole, left = row.width(), row.x()
    spaces = len(text) - len(text.lstrip())
    begins, _ = cast("tuple[float, int]", row.cursorToX(spaces + _MORE))
    indent = min(begins - left, _DEEPEST * whole)
    layout.beginLayout()
    top = 0.0
    while (row := layout.createLine()).isValid():
        shift = indent if top else 0.0
        row.setLineWidth(whole - shift)
        row.setPosition(QPointF(left + shift, top))
        top += row.height()
    layout.endLayout()
    block.setLineCount(layout.lineCount())
    return True


def _row_height(metrics: QFontMetricsF) -> int:
    """Return the height that Qt gives a row in one font."""
    return math.ceil(metrics.height())


def _level_rows(block: QTextBlock, metrics: QFontMetricsF) -> bool:
    """Give rows with higher letters, from another font, the height of others; False without any.

    The leading has room for such letters.
    """
    layout, usual = block.layout(), _row_height(metrics)
    rows = [layout.lineAt(number) for number in range(layout.lineCount())]
    if all(row.height() <= usual for row in rows):
        return False
    for number, row in enumerate(rows):
        top = number * usual + metrics.ascent() - row.ascent()
        row.setPosition(QPointF(row.x(), top))
    return True


def code_document(text: str, font: QFont, owner: QObject) -> QTextDocument:
    """Return a document of ``text`` for the editor, unmodified and with nothing to undo."""
    document = QTextDocument(owner, defaultFont=font, documentMargin=6)
    document.setDocumentLayout(CodeLayout(document))
    document.setPlainText(text)
    document.setModified(False)
    return document


def text_of(document: QTextDocument) -> str:
    """Return the exact text; ``toPlainText`` would replace non-breaking spaces."""
    return document.toRawText().replace("\u2029", "\n")
