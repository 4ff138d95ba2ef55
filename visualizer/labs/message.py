"""One thing to say about results: a key and what stands in its gaps, in no language yet."""

from dataclasses import dataclass

type Argument = str | int | float
"""Text and whole numbers stand as they are; a float is an amount of seconds."""


@dataclass(frozen=True, slots=True)
class Message:
    """``key`` names a template of the word tables; the argument ``n`` is how many there are."""

    key: str
    arguments: tuple[tuple[str, Argument], ...] = ()


def message(key: str, /, **arguments: Argument) -> Message:
    """It, with its gaps filled."""
    return Message(key, tuple(arguments.items()))
