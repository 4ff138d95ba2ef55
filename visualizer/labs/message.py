"""A sentence about results: a key and its arguments, not yet in a language."""

from dataclasses import dataclass

type Argument = str | int | float
"""Text and whole numbers are shown unchanged; a float is a number of seconds."""


@dataclass(frozen=True, slots=True)
class Message:
    """``key`` names a template of the word tables; the argument ``n`` is how many there are."""

    key: str
    arguments: tuple[tuple[str, Argument], ...] = ()


def message(key: str, /, **arguments: Argument) -> Message:
    """Return a message with these arguments."""
    return Message(key, tuple(arguments.items()))
