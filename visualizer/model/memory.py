"""The address space of a recorded process: images, arenas, pools and blocks.

CPython hands out blocks of up to 512 bytes from pools of 16 KiB, which lie in arenas of 1 MiB
(``Objects/obmalloc.c``); every larger one comes from the C library. Objects that exist before the
first program runs, such as ``None`` and small ints, lie in the interpreter's own image.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


POOL_SIZE = 1 << 14
POOL_HEAD = 48
"""Bytes of ``struct pool_header``, in front of a pool's first block."""
ALIGNMENT = 16
"""A block's size is a multiple of it."""


class RangeKind(StrEnum):
    """The kind of a range of addresses."""

    IMAGE = "image"
    ARENA = "arena"
    POOL = "pool"


class Region(StrEnum):
    """Where an object lies: in the interpreter's image, in an arena, or in the C library's heap."""

    IMAGE = "image"
    ARENA = "arena"
    HEAP = "heap"


@dataclass(frozen=True, slots=True)
class Range:
    """A range of ``size`` bytes from ``start`` on.

    ``facts`` are those of ``wire.RANGE``: the bytes of a pool's blocks and, where the allocator
    was recorded, how many are in use, the offset of the first that was never handed out, and the
    addresses of its free blocks, the next one first.
    """

    kind: RangeKind
    start: int
    size: int
    facts: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        """The first address after it."""
        return self.start + self.size


@dataclass(frozen=True, slots=True)
class Pool:
    """A pool; ``used`` is None, and ``free`` empty, where the allocator was not recorded.

    ``free`` are the freed blocks, in the order in which the pool will hand them out; after them
    come the blocks from ``fresh`` on, which it has never handed out.
    """

    start: int
    block_size: int
    used: int | None = None
    fresh: int | None = None
    free: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many blocks it has."""
        return (POOL_SIZE - POOL_HEAD) // self.block_size

    @property
    def first(self) -> int:
        """The address of its first block."""
        return self.start + POOL_HEAD

    def place_of(self, address: int) -> int | None:
        """The number of the block around an address, from 0 on; None in the pool's head or rest."""
        place, _ = divmod(address - self.first, self.block_size)
        return place if 0 <= place < self.count else None

    def address_of(self, place: int) -> int:
        """The address of a block."""
        return self.first + place * self.block_size

    def is_free(self, block: int) -> bool:
        """Whether a block is free, where the allocator was recorded."""
        return block in self.free or (self.fresh is not None and block >= self.start + self.fresh)

    def next_free(self) -> int | None:
        """The block that will be handed out next; None if the pool is full, or that is unknown."""
        if self.free:
            return self.free[0]
        if self.fresh is None or self.fresh + self.block_size > POOL_SIZE:
            return None
        return self.start + self.fresh


@dataclass(frozen=True, slots=True)
class Block:
    """A block that CPython's allocator handed out."""

    start: int
    size: int
    pool: Pool


class AddressSpace:
    """All known ranges of a process at a step. Empty if the recorder did not know them."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        every = sorted(ranges, key=lambda one: one.start)
        self.images = tuple(one for one in every if one.kind is RangeKind.IMAGE)
        self.arenas = tuple(one for one in every if one.kind is RangeKind.ARENA)
        self.pools = tuple(_pool_of(one) for one in every if one.kind is RangeKind.POOL)
        self._image_starts = [one.start for one in self.images]
        self._arena_starts = [one.start for one in self.arenas]
        self._pool_by_start = {one.start: one for one in self.pools}

    def __bool__(self) -> bool:
        return bool(self.images or self.arenas)

    @property
    def has_free_lists(self) -> bool:
        """Whether the allocator was recorded: how many blocks are in use, and which are free."""
        return any(pool.used is not None for pool in self.pools)

    def arena_at(self, address: int) -> Range | None:
        """The arena around an address."""
        return _around(self.arenas, self._arena_starts, address)

    def image_at(self, address: int) -> Range | None:
        """The image around an address."""
        return _around(self.images, self._image_starts, address)

    def region_of(self, address: int) -> Region:
        """Where an object of that address lies."""
        if self.arena_at(address) is not None:
            return Region.ARENA
        return Region.HEAP if self.image_at(address) is None else Region.IMAGE

    def pool_at(self, address: int) -> Pool | None:
        """The pool around an address, as far as known."""
        return self._pool_by_start.get(address & -POOL_SIZE)

    def block_at(self, address: int) -> Block | None:
        """The block around an address; None outside the pools that are known."""
        pool = self.pool_at(address)
        place = pool.place_of(address) if pool is not None else None
        if pool is None or place is None:
            return None
        return Block(pool.address_of(place), pool.block_size, pool)


def _pool_of(one: Range) -> Pool:
    size, *rest = one.facts
    if not rest:
        return Pool(one.start, size)
    used, fresh, *free = rest
    return Pool(one.start, size, used, fresh, tuple(free))


def _around(ranges: tuple[Range, ...], starts: list[int], address: int) -> Range | None:
    place = bisect_right(starts, address) - 1
    return ranges[place] if place >= 0 and address < ranges[place].end else None


def address_space(ranges: Mapping[int, Range]) -> AddressSpace:
    """The address space that ``State.memory`` describes."""
    return AddressSpace(ranges.values())
