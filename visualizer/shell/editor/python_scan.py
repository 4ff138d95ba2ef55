"""Finds strings, comments and brackets in a text that need not be valid Python."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LARGEST = 100_000
"""A longer text is not scanned at each key, because that would delay typing."""

_TOKEN = re.compile(
    r"""
      (?P<long>  \"\"\"(?:\\.|[^\\])*?\"\"\" | '''(?:\\.|[^\\])*?''')
    | (?P<open>  \"\"\" | ''')
    | (?P<short> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*')
    | (?P<comment> \#[^\n]*)
    | (?P<opening> [(\[{])
    | (?P<closing> [)\]}])
    | (?P<joined> \\(?:\n|\Z))
    | (?P<end>    \n)
    | (?P<word>   \w+)
    | (?P<space>  [^\S\n]+)
    | (?P<other>  .)
    """,
    re.VERBOSE | re.DOTALL,
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_OF_CODE = {"long", "short", "opening", "closing", "word", "other"}


@dataclass(slots=True)
class EndState:
    """The state of a scan at the end of a text.

    ``in_string``: a string in triple quotes is open. ``brackets``: positions of the open brackets.
    ``statements``: positions of the lines' first statements; ``word``: first token of the last one.
    ``last``: the last character of code, ``end`` the position after it. ``joined``: a backslash
    continues the line.
    """

    in_string: bool = False
    brackets: list[int] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    word: str = ""
    last: str = ""
    end: int = 0
    joined: bool = False


def end_state(text: str) -> EndState:
    """Scan ``text`` and return the state at its end."""
    found = EndState()
    fresh = True
    for kind, start, token in _tokens(text):
        if kind == "open":
            found.in_string = True
            return found
        if kind == "end":
            fresh = fresh or not found.brackets
            found.joined = False
        elif kind == "joined":
            found.joined = True
        elif kind in _OF_CODE:
            if fresh:
                found.statements.append(start)
                found.word, fresh = token, False
            found.last, found.end, found.joined = token[-1], start + len(token), False
            if kind == "opening":
                found.brackets.append(start)
            elif kind == "closing" and found.brackets:
                found.brackets.pop()
    return found


def ends_in_code(text: str) -> bool:
    """Whether ``text`` ends outside comments and strings in triple quotes."""
    last = ""
    for kind, _, _ in _tokens(text):
        if kind == "open":
            return False
        last = kind
    return last != "comment"


def pair_at(text: str, position: int) -> tuple[int, int] | None:
    """Return the positions of the bracket just before, or else at, ``position`` and its partner.

    None if there is no bracket, or it has no partner, or it is part of a string or a comment.
    """
    beside = [at for at in (position - 1, position) if 0 <= at < len(text) and text[at] in "()[]{}"]
    if not beside:
        return None
    partners = _partners(text)
    return next(((at, partners[at]) for at in beside if at in partners), None)


def _partners(text: str) -> dict[int, int]:
    open_now: list[int] = []
    partners: dict[int, int] = {}
    for kind, start, token in _tokens(text):
        if kind == "opening":
            open_now.append(start)
        elif kind == "closing":
            if open_now and _PAIRS[text[open_now[-1]]] == token:
                first = open_now.pop()
                partners[first], partners[start] = start, first
        elif kind == "open":
            break
    return partners


def _tokens(text: str) -> Iterator[tuple[str, int, str]]:
    for match in _TOKEN.finditer(text):
        yield match.lastgroup or "", match.start(), match.group()
