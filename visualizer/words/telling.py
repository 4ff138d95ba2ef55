"""Facts, which are keys and arguments, and messages, said in the words of a table."""

from collections.abc import Mapping
from typing import Protocol

from visualizer.words.filling import fill
from visualizer.words.table import Table

_MAIN = "<module>"
"""What the code of the program's own file is called by Python, and by nobody else."""


class Spoken(Protocol):
    """What there is to say, in no language yet: a sentence of ``explain``, a phrase of ``layout``.

    The argument ``n`` is how many there are, and chooses the plural form.
    """

    @property
    def key(self) -> str:
        """What the tables have it under."""
        ...

    @property
    def arguments(self) -> tuple[tuple[str, str | int], ...]:
        """What stands in its gaps."""
        ...


def say(spoken: Spoken | str, table: Table) -> str:
    """A sentence or a phrase in words, code in back ticks; plain text stays as it is."""
    if isinstance(spoken, str):
        return spoken
    arguments = dict(spoken.arguments)
    words = table.words(spoken.key, _number(arguments))
    for gap in ("scope", "function"):
        if arguments.get(gap) == _MAIN:
            arguments[gap] = table.words("main-program")
            words = words.replace(f"`{{{gap}}}`", f"{{{gap}}}")
    return fill(words, arguments)


def say_words(key: str, arguments: Mapping[str, str | int], table: Table) -> str:
    """The words under ``key`` with ``arguments`` in their gaps."""
    return fill(table.words(key, _number(arguments)), arguments)


def say_message(english: str, details: Mapping[str, str | int], table: Table) -> str:
    """A message with its details; without any it is taken letter by letter."""
    found = table.message(english, _number(details))
    return fill(found, details) if details else found


def _number(arguments: Mapping[str, str | int]) -> int | None:
    n = arguments.get("n")
    return n if isinstance(n, int) else None
