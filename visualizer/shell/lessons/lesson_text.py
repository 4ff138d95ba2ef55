"""The Markdown of a lesson as rich text of Qt: code in the code's font, links to marks."""

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from visualizer.diagram.fonts import code_family
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import px

_ABOVE, _BELOW = 14, 6
_LINE_HEIGHT = 125
_SIZE = 15
"""Pixels; larger than elsewhere, because a lesson is read from beginning to end."""


def lesson_html(markdown: str) -> str:
    """Convert Markdown; HTML in it is shown literally."""
    document = QTextDocument()
    font = document.defaultFont()
    font.setPixelSize(px(_SIZE))
    document.setDefaultFont(font)
    features = QTextDocument.MarkdownFeature
    document.setMarkdown(markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    block = document.begin()
    while block.isValid():
        _space_out(block.position(), document, heading=block.blockFormat().headingLevel() > 0)
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            form = piece.charFormat()
            cursor = QTextCursor(document)
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            change = QTextCharFormat()
            if form.fontFixedPitch():
                change.setFontFamilies([code_family()])
                change.setFontFixedPitch(False)
                change.setFontStyleHint(QFont.StyleHint.AnyStyle)
                change.setBackground(THEME.colour("cardHead"))
            if form.isAnchor():
                change.setForeground(THEME.colour("accent"))
            cursor.mergeCharFormat(change)
            pieces += 1
        block = block.next()
    return document.toHtml()


def _space_out(position: int, document: QTextDocument, *, heading: bool) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    form = QTextBlockFormat()
    form.setTopMargin(_ABOVE if heading else 0)
    form.setBottomMargin(_BELOW)
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(form)
