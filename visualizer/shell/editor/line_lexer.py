"""Runs Pygments on one line at a time.

Pygments colours whole texts, but an editor changes single lines. Only an open string in triple
quotes changes how the next line is read, so that is the whole state between lines.
"""

from pygments.lexers.python import PythonLexer
from pygments.token import String, _TokenType

from visualizer.export.page.sources import colour_of

type Span = tuple[int, int, str]
"""Start, length and the theme's name of the colour."""

OPENINGS = ("", '"""', "'''", 'f"""', "f'''")
"""The strings that may be open at a line's end; a state is an index into this tuple."""

_LEXER = PythonLexer()
_SENTINEL = "0\n"


def lex_line(line: str, state: int) -> tuple[list[Span], int]:
    """Return the coloured spans of ``line`` (without line end) after ``state``, and its state."""
    opening = OPENINGS[state]
    text = f"{opening}{line}\n{_SENTINEL}"
    after = len(text) - len(_SENTINEL)
    spans: list[Span] = []
    formatted = False
    following = 0
    for start, token, value in _LEXER.get_tokens_unprocessed(text):
        if _is(token, String.Affix):
            formatted = "f" in value.lower()
        if start + len(value) > after and _is(token, String):
            following = (1 if _is(token, String.Double) else 2) + (2 if formatted else 0)
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
