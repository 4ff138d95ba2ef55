"""Places of a recording's parts in its file."""

from dataclasses import dataclass

MOST_CACHED = 1 << 14
"""Chunks of which an index caches what it read, by their places: one that grows gets another."""


@dataclass(frozen=True, slots=True)
class ChunkPlace:
    """Where steps are; ``number`` and ``first`` count from 1, ``named`` from 0.

    ``size`` and ``offset``, that in all records, are bytes before compression.
    """

    number: int
    first: int
    steps: int
    named: int
    size: int
    offset: int


@dataclass(frozen=True, slots=True)
class KeyframePlace:
    """A keyframe holds the state before chunk ``chunk``, which is that of ``step``."""

    chunk: int
    step: int
    size: int


@dataclass(frozen=True, slots=True)
class PiecePlace:
    """Where ``size`` bytes of output are, from byte ``first`` of ``stream`` on."""

    number: int
    stream: str
    first: int
    size: int
