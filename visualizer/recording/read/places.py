"""Places of a recording's parts in its file, and the cache of unpacked chunks."""

from dataclasses import dataclass
from typing import Any

_KEPT = 1 << 20
"""The most bytes of records of the cached chunks; the newest chunk always stays."""


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


@dataclass(frozen=True, slots=True)
class KeptChunk:
    """A chunk decoded from its ``row``: its records and place.

    A final chunk never changes, so that its row need not be read again.
    """

    row: tuple[Any, ...]
    chunk: tuple[bytes, ChunkPlace]
    is_final: bool


class KeptChunks:
    """A cache of the chunks read last: going back needs each several times."""

    def __init__(self) -> None:
        self._by_number: dict[int, KeptChunk] = {}

    def get(self, number: int) -> KeptChunk | None:
        """Return the chunk of that number if it is cached, and make it the newest."""
        kept = self._by_number.pop(number, None)
        if kept is not None:
            self._by_number[number] = kept
        return kept

    def keep(self, kept: KeptChunk) -> None:
        """Cache a chunk as the newest, and drop the oldest beyond ``_KEPT`` bytes."""
        self._by_number.pop(kept.chunk[1].number, None)
        self._by_number[kept.chunk[1].number] = kept
        size = sum(one.chunk[1].size for one in self._by_number.values())
        while size > _KEPT and len(self._by_number) > 1:
            size -= self._by_number.pop(next(iter(self._by_number))).chunk[1].size
