"""Pygments, one line at a time.

Pygments colours whole texts; an editor changes a line. Of what may be open at the end of a line
only a string in triple quotes changes how the next is read, so that alone is handed on.
"""

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Number, Operator, String, _TokenType

type Span = tuple[int, int, str]
"""Start, length and the theme's name of the colour."""

OPENINGS = ("", '"""', "'''", 'f"""', "f'''")
"""What may be open at a line's end; a place in this table is a state, 0 being "nothing"."""

_COLOURS = (
    (Comment, "com"),
    (String, "str"),
    (Number, "num"),
    (Keyword, "kw"),
    (Operator.Word, "kw"),
)
_LEXER = PythonLexer()
_SENTINEL = "0\n"


def lex_line(line: str, state: int) -> tuple[list[Span], int]:
    """The coloured spans of ``line`` (without its line end) after ``state``, and the next state."""
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
        colour = _colour(token)
        first = max(start - len(opening), 0)
        last = min(start + len(value) - len(opening), len(line))
        if colour and last > first:
            spans.append((first, last - first, colour))
    return spans, following


def _colour(token: _TokenType) -> str | None:
    for kind, name in _COLOURS:
        if _is(token, kind):
            return "ink" if _is(token, String.Interpol) else name
    return None


def _is(token: _TokenType, kind: _TokenType) -> bool:
    """Whether ``token`` is of that kind or one below it."""
    # The stubs know a token as the tuple it also is.
    return token in kind  # type: ignore[comparison-overlap]
