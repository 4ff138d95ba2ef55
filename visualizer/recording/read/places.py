"""Where the parts of a recording are in its file, and the chunks of it that stay unpacked."""

from dataclasses import dataclass
from typing import Any

_KEPT = 2 << 20
"""Bytes of the records of chunks that stay unpacked, beside those of the newest."""


@dataclass(frozen=True, slots=True)
class ChunkPlace:
    """Where steps are. ``number`` and ``first`` count from 1, ``named`` from 0, or is -1 where
    nobody has followed them.

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
    """A chunk as its ``row`` has it: its records and place.

    One that is final stays so: nobody need look at its row again.
    """

    row: tuple[Any, ...]
    chunk: tuple[bytes, ChunkPlace]
    is_final: bool


class KeptChunks:
    """The chunks that were read last: who goes back comes to each several times."""

    def __init__(self) -> None:
        self._by_number: dict[int, KeptChunk] = {}

    def get(self, number: int) -> KeptChunk | None:
        """The chunk of that number, if it is here; it counts as read now."""
        kept = self._by_number.pop(number, None)
        if kept is not None:
            self._by_number[number] = kept
        return kept

    def keep(self, kept: KeptChunk) -> None:
        """Have a chunk here as the newest; the oldest go where there is no room for them."""
        self._by_number.pop(kept.chunk[1].number, None)
        self._by_number[kept.chunk[1].number] = kept
        size = sum(one.chunk[1].size for one in self._by_number.values())
        while size > _KEPT and len(self._by_number) > 1:
            size -= self._by_number.pop(next(iter(self._by_number))).chunk[1].size
