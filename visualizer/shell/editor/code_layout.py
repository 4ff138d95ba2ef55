"""Where lines of code stand: with leading, and with room for a message below one of them."""

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout

LEADING = 8
"""Pixels between two lines; Qt's plain text layout knows no line height of its own."""
_NOTE, _NOTE_LARGE = 13, 24
"""Size of a message's letters below code of the usual size, and least size below large code."""


def note_size(font: QFont) -> int:
    """How large a message is written below code in ``font``."""
    size = font.pixelSize()
    return _NOTE if size < _NOTE_LARGE else max(_NOTE_LARGE, round(0.8 * size))


def note_height(font: QFont) -> int:
    """How high its row is at least."""
    return round(2.5 * note_size(font))


def space_lines(layout: QTextLayout, between: float) -> None:
    """Leave so much room between the lines that a text was broken into, and above the first.

    Qt puts one right below the other, where signs of some fonts touch; those of a text that was
    laid out anew stand so again.
    """
    if layout.lineCount() == 0 or layout.lineAt(0).y() > 0:
        return
    top = between
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(line.x(), top))
        top += line.height() + between


class SpacedLayout(QPlainTextDocumentLayout):
    """Lines, also those of one text, stand so far apart that they never overlap."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Called by Qt for whatever it draws or measures."""
        box = super().blockBoundingRect(block)
        # Qt asks of blocks behind the last one, too; what is hidden has no height.
        if not block.isValid() or box.isEmpty():
            return box
        space_lines(block.layout(), line_space(self.document().defaultFont()))
        return super().blockBoundingRect(block)


def line_space(font: QFont) -> int:
    """Pixels between lines: letters may reach a little out of the height that a font claims."""
    return max(3, round(font.pixelSize() / 6))


class CodeLayout(QPlainTextDocumentLayout):
    """Qt draws a line at the top of what this gives, so all room is added below."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._noted: int | None = None
        self._room = 0

    def put_note(self, block: int | None, height: int) -> None:
        """Keep room so high below the line of that number (from 0), or nowhere."""
        self._noted, self._room = block, height
        self.requestUpdate()
        self.documentSizeChanged.emit(self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Called by Qt for whatever it draws or measures."""
        box = super().blockBoundingRect(block)
        if box.isEmpty():
            return box
        extra = LEADING + (self._room if block.blockNumber() == self._noted else 0)
        box.setHeight(box.height() + extra)
        return box


def code_document(text: str, font: QFont, owner: QObject) -> QTextDocument:
    """A document of ``text`` as the editor wants it, unmodified and without a past to undo."""
    document = QTextDocument(owner)
    document.setDefaultFont(font)
    document.setDocumentMargin(6)
    document.setDocumentLayout(CodeLayout(document))
    document.setPlainText(text)
    document.setModified(False)
    return document


def text_of(document: QTextDocument) -> str:
    """The text as it stands; ``toPlainText`` would turn a non-breaking space into a plain one."""
    return document.toRawText().replace("\u2029", "\n")
