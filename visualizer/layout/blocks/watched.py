"""Caches blocks: a block stays valid while everything that was read for it is unchanged."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from visualizer.layout.blocks.block import Block
from visualizer.layout.folding.folds import Folding
from visualizer.model import Content, HeapObject


class CachedBlock(NamedTuple):
    """A block and the contents it depends on.

    ``path_length`` is how many places of an exception's path it shows, ``folded`` are the foldings
    that were read for it.
    """

    block: Block
    contents: tuple[tuple[int, Content | None, int], ...]
    """The serials of the objects that were read, with content and size."""
    path_length: int
    folded: tuple[tuple[int, Folding], ...] = ()

    def holds(self, heap: Mapping[int, HeapObject]) -> bool:
        """Whether the block would be the same now."""
        for serial, content, size in self.contents:
            thing = heap.get(serial)
            if thing is None:
                if content is not None:
                    return False
            elif thing.content is not content or thing.size != size:
                return False
        return True


type BlockCache = dict[int, CachedBlock]
"""The latest blocks, by the serials of their objects."""


class TrackedHeap(Mapping[int, HeapObject]):
    """A heap that records which objects are read."""

    def __init__(self, heap: Mapping[int, HeapObject]) -> None:
        self._heap = heap
        self._seen: dict[int, HeapObject | None] = {}

    @property
    def contents(self) -> tuple[tuple[int, Content | None, int], ...]:
        """The objects that were read, in the form of ``CachedBlock``."""
        return tuple(
            (serial, thing.content, thing.size) if thing is not None else (serial, None, 0)
            for serial, thing in self._seen.items()
        )

    @property
    def untracked(self) -> Mapping[int, HeapObject]:
        """The plain heap, for contents that never change."""
        return self._heap

    def get(self, serial: int, default: object = None) -> HeapObject | None:  # type: ignore[override]
        """Return the object, or None."""
        thing = self._seen[serial] = self._heap.get(serial)
        return thing

    def __getitem__(self, serial: int) -> HeapObject:
        thing = self.get(serial)
        if thing is None:
            raise KeyError(serial)
        return thing

    def __contains__(self, serial: object) -> bool:
        return isinstance(serial, int) and self.get(serial) is not None

    def __iter__(self) -> Iterator[int]:
        return iter(self._heap)

    def __len__(self) -> int:
        return len(self._heap)
