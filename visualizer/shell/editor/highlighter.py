"""Colours Python code in an editor, line by line as it changes."""

from functools import cache

from pygments.lexers.python import PythonLexer
from pygments.token import String, _TokenType
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from visualizer.diagram.fonts import wide_letters
from visualizer.diagram.themes import theme
from visualizer.export.page.sources import colour_of
from visualizer.shell.appearance.look import THEME
from visualizer.shell.editor.code_layout import in_narrow_font
from visualizer.shell.editor.emphasis import units

type Span = tuple[int, int, str]
"""Start, length and the theme's name of the colour."""

OPENINGS = ("", '"""', "'''", 'f"""', "f'''", '"', "'", 'f"', "f'")
"""The strings that may be open at a line's end; a state is an index into this tuple."""

_LEXER = PythonLexer()
_SENTINEL = "0\n"


def lex_line(line: str, state: int) -> tuple[list[Span], int]:
    """Return the coloured spans of ``line`` (without line end) after ``state``, and its state."""
    opening = OPENINGS[state]
    text = f"{opening}{line}\n{_SENTINEL}"
    after = len(text) - len(_SENTINEL)
    spans: list[Span] = []
    prefix = quotes = opened = ""
    following = 0
    for start, token, value in _LEXER.get_tokens_unprocessed(text):
        if _is(token, String.Affix):
            prefix = "f" if "f" in value.lower() else ""
        elif _is(token, String) and value in ((quotes,) if quotes else OPENINGS):
            # Quotes of another kind are part of the string.
            quotes, opened, prefix = "" if quotes else value, prefix + value, ""
        if start + len(value) > after and _is(token, String) and quotes:
            following = OPENINGS.index(opened)
        colour = colour_of(token)
        first = max(start - len(opening), 0)
        last = min(start + len(value) - len(opening), len(line))
        if colour and last > first:
            spans.append((first, last - first, colour))
    return spans, following


def _is(token: _TokenType, kind: _TokenType) -> bool:
    """Whether ``token`` is of ``kind`` or one of its subtypes."""
    # The stubs declare a token only as a tuple.
    return token in kind  # type: ignore[comparison-overlap]


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
