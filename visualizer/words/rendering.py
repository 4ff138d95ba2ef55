"""Renders keys with arguments, and messages, in the words of a table."""

import re
from collections.abc import Mapping
from typing import Protocol

from visualizer.words.filling import fill
from visualizer.words.table import Table

_SCOPES = {
    "<module>": "the-module",
    "<module frame>": "module",
    "<comprehension>": "comprehension",
}
"""The words for what Python has no name of its own for; no function can be called so."""


_GAP = re.compile(r"\{(\w+)\}")
_BACK_TICK_IN_CODE = "\N{MODIFIER LETTER GRAVE ACCENT}"
"""Stands for a back tick of the code, which would end the code of the sentence."""

_COMMENT = re.compile(r'^([ \t]*(?:# |"""))(.+?)((?:""")?)$', re.MULTILINE)


class Translatable(Protocol):
    """A text that is not yet in any language: a sentence of ``explain`` or a phrase of ``layout``.

    The argument ``n`` is a number and chooses the plural form.
    """

    @property
    def key(self) -> str:
        """The key in the word tables."""
        ...

    @property
    def arguments(self) -> tuple[tuple[str, str | int], ...]:
        """The values for its gaps."""
        ...


def translate(spoken: Translatable | str, table: Table) -> str:
    """Return a sentence or phrase in words, code in backticks; plain text stays as it is."""
    if isinstance(spoken, str):
        return spoken
    arguments = dict(spoken.arguments)
    words = table.words(spoken.key, _number(arguments))
    for gap in ("scope", "function", "holder"):
        if (scope := _SCOPES.get(str(arguments.get(gap)))) is not None:
            arguments[gap] = table.words(scope)
            words = words.replace(f"`{{{gap}}}`", f"{{{gap}}}")
    for gap in _GAP.findall("".join(words.split("`")[1::2])):
        arguments[gap] = str(arguments[gap]).replace("`", _BACK_TICK_IN_CODE)
    return fill(words, arguments)


def translate_key(key: str, arguments: Mapping[str, str | int], table: Table) -> str:
    """Return the words under ``key`` with ``arguments`` in their gaps."""
    return fill(table.words(key, _number(arguments)), arguments)


def translate_message(english: str, details: Mapping[str, str | int], table: Table) -> str:
    """Return a message with its gaps filled; without ``details`` braces are left as they are."""
    found = table.message(english, _number(details))
    return fill(found, details) if details else found


def translate_comments(program: str, table: Table) -> str:
    """Return a program of ours with its comments and docstrings translated, each of one line."""
    return _COMMENT.sub(lambda found: found[1] + table.message(found[2]) + found[3], program)


def _number(arguments: Mapping[str, str | int]) -> int | None:
    n = arguments.get("n")
    return n if isinstance(n, int) else None
