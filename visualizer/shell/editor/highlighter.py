"""Colours Python code in an editor, line by line as it changes."""

from functools import cache

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from visualizer.diagram.fonts import wide_letters
from visualizer.diagram.themes import theme
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.editor.code_layout import in_narrow_font
from visualizer.shell.editor.emphasis import units
from visualizer.shell.editor.line_lexer import OPENINGS, lex_line

_LONGEST = 1_000
"""Longer lines stay plain: they are tables of data, not code to read."""


class Highlighter(QSyntaxHighlighter):
    """Colours the blocks; a block's state is the lexer's state at the end of its line.

    Letters that the font makes as wide as two have another font.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        THEME.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Colour a line, when Qt reports a change of its text or of the state before it."""
        state = self.previousBlockState()
        if not 0 <= state < len(OPENINGS):
            state = 0
        if len(text) > _LONGEST:
            self.setCurrentBlockState(0)
            return
        spans, following = lex_line(text, state)
        for start, length, colour in spans:
            first, last = units(text, start), units(text, start + length)
            self.setFormat(first, last - first, _format(THEME.name, colour))
        for found in wide_letters(text):
            first, last = units(text, found.start()), units(text, found.end())
            self.setFormat(first, last - first, in_narrow_font(self.format(first)))
        self.setCurrentBlockState(following)


@cache
def _format(of_theme: str, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme(of_theme).colour(colour))
    return made
