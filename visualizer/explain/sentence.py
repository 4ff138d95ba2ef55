"""A sentence about a step: a key and the values of its gaps, in no language yet."""

from dataclasses import dataclass

SIGNS = ("gain", "loss", "change", "up", "down", "immortal", "island")
"""The icons of sentences; ``up`` and ``down`` are those of a count."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template of the word tables, named by ``key``, and the ``arguments`` for its gaps.

    Arguments are code, values and numbers in Python's notation, never words. ``sign`` is one of
    ``SIGNS`` or empty. ``serial`` is the object that the sentence is about. ``level`` is the lowest
    level of detail that shows it: 1 values, 2 objects that are created and freed, 3 reference
    counts, 4 blocks of memory.
    """

    key: str
    arguments: tuple[tuple[str, str | int], ...] = ()
    sign: str = ""
    serial: int | None = None
    level: int = 1


def sentence(
    key: str, sign: str = "", serial: int | None = None, /, **arguments: str | int
) -> Sentence:
    """Return a sentence with its gaps filled."""
    return Sentence(key, tuple(arguments.items()), sign, serial)
