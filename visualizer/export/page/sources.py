"""The program's text in the colours of the editor."""

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Number, Operator, String, _TokenType

_COLOURS = (
    (String.Interpol, "ink"),
    (Comment, "com"),
    (String, "str"),
    (Number, "num"),
    (Keyword, "kw"),
    (Operator.Word, "kw"),
)

type Piece = list[str]
"""A text and the name of its colour."""


def coloured_lines(text: str) -> list[list[Piece]]:
    """Return the lines of a Python text as coloured pieces; with tab stops at multiples of 8."""
    lines: list[list[Piece]] = [[]]
    # Pygments would drop empty lines at both ends.
    lexer = PythonLexer(stripnl=False, ensurenl=False)
    for token, value in lexer.get_tokens(text.expandtabs(8)):
        colour = colour_of(token) or "ink"
        for number, part in enumerate(value.split("\n")):
            if number:
                lines.append([])
            if not part:
                continue
            if lines[-1] and lines[-1][-1][1] == colour:
                lines[-1][-1][0] += part
            else:
                lines[-1].append([part, colour])
    return lines


def colour_of(token: _TokenType) -> str | None:
    """Return the name of a token's colour; None for ordinary text."""
    # The stubs declare a token as a tuple, which it also is.
    found = (name for kind, name in _COLOURS if token in kind)  # type: ignore[comparison-overlap]
    return next(found, None)
