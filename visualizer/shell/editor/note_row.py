"""The row below a line of code that shows an error, wrapped to the width of the editor."""

from html import escape

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextDocument,
    QTextOption,
)

_LEFT, _RIGHT, _AROUND = 12, 8, 12
"""Pixels left and right of the text, and above and below it together."""


class NoteRow:
    """A bold ``title``, then ``text``, wrapped to ``width`` pixels; at least ``least`` high."""

    def __init__(self, title: str, text: str, font: QFont, *, width: int, least: int) -> None:
        self._words = QTextDocument()
        self._words.setDocumentMargin(0)
        self._words.setDefaultFont(font)
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
