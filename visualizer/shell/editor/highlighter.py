"""Colours Python in an editor, line by line as it changes."""

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from visualizer.diagram.themes import Theme
from visualizer.shell.editor.emphasis import units
from visualizer.shell.editor.line_lexer import OPENINGS, lex_line

_LONGEST = 1_000
"""Characters of a line beyond which it stays plain: a table of data, not a line to read."""


class Highlighter(QSyntaxHighlighter):
    """Keeps the state at a line's end as the block's state, as Qt asks for."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._formats = _formats(theme)

    def set_theme(self, theme: Theme) -> None:
        """Colour again."""
        self._formats = _formats(theme)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each line whose text, or whose line before, changed."""
        state = self.previousBlockState()
        if not 0 <= state < len(OPENINGS):
            state = 0
        if len(text) > _LONGEST:
            self.setCurrentBlockState(0)
            return
        spans, following = lex_line(text, state)
        for start, length, colour in spans:
            first, last = units(text, start), units(text, start + length)
            self.setFormat(first, last - first, self._formats[colour])
        self.setCurrentBlockState(following)


def _formats(theme: Theme) -> dict[str, QTextCharFormat]:
    formats = {}
    for name in ("kw", "num", "str", "com", "ink"):
        formats[name] = QTextCharFormat()
        formats[name].setForeground(theme.colour(name))
    return formats
