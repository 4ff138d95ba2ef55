"""The part of a run that a trimmed recording has."""

from typing import NamedTuple


class Part(NamedTuple):
    """Which steps of a longer recording a trimmed one has: ``first`` to ``last`` of ``whole``."""

    first: int
    last: int
    whole: int
