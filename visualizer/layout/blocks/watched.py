"""A block that was made before is good as long as all that was looked at for it is the same."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from visualizer.layout.blocks.block import Block
from visualizer.layout.folding.folds import Folding
from visualizer.model import Content, HeapObject


class Made(NamedTuple):
    """A block with the contents it was made from; ``seen`` is what it tells of its exception,
    ``folded`` how much of what could be was."""

    block: Block
    contents: tuple[tuple[int, Content | None, int], ...]
    """The serials of what was looked at, with content and size."""
    seen: int
    folded: tuple[tuple[int, Folding], ...] = ()

    def holds(self, heap: Mapping[int, HeapObject]) -> bool:
        """Whether it would be made the same now."""
        for serial, content, size in self.contents:
            thing = heap.get(serial)
            if thing is None:
                if content is not None:
                    return False
            elif thing.content is not content or thing.size != size:
                return False
        return True


type Known = dict[int, Made]
"""The blocks made last, by the serials of their objects."""


class Watched(Mapping[int, HeapObject]):
    """The heap; notes what is looked at."""

    def __init__(self, heap: Mapping[int, HeapObject]) -> None:
        self._heap = heap
        self._seen: dict[int, HeapObject | None] = {}

    @property
    def contents(self) -> tuple[tuple[int, Content | None, int], ...]:
        """What was looked at, as ``Made`` has it."""
        return tuple(
            (serial, thing.content, thing.size) if thing is not None else (serial, None, 0)
            for serial, thing in self._seen.items()
        )

    @property
    def unwatched(self) -> Mapping[int, HeapObject]:
        """The heap, for what never becomes another."""
        return self._heap

    def get(self, serial: int, default: object = None) -> HeapObject | None:  # type: ignore[override]
        """The object, None where there is none."""
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
