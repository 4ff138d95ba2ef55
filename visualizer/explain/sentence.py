"""One thing to say about a step: a key and what stands in its gaps, in no language yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """``key`` names a template of the word tables, ``arguments`` fill its gaps.

    Arguments are code, values and numbers as Python writes them, never words. ``sign`` is the mark
    that goes with it: ``gain``, ``loss``, ``change``, ``up``, ``down`` (of a count), ``immortal``,
    ``island`` or none. ``serial`` is the object it speaks of. ``level`` is the first level of
    detail at which it is told: 1 values, 2 objects that come and go, 3 reference counts.
    """

    key: str
    arguments: tuple[tuple[str, str | int], ...] = ()
    sign: str = ""
    serial: int | None = None
    level: int = 1


def sentence(
    key: str, sign: str = "", serial: int | None = None, /, **arguments: str | int
) -> Sentence:
    """A sentence with its gaps filled."""
    return Sentence(key, tuple(arguments.items()), sign, serial)
