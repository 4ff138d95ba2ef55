"""A cache of blocks: a block stays valid while everything that was read for it is unchanged."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from visualizer.layout.folding.folds import Fold, Folding, Folds
from visualizer.model import Content, Heap, HeapObject, Scalar


class Kept(NamedTuple):
    """A result, the input ``asked`` for it, and the objects and foldings that were read for it."""

    made: Any
    asked: object
    contents: tuple[tuple[int, Content | None, int], ...]
    """The serials of the objects that were read, with content and size; without constants."""
    unfolded: frozenset[int] = frozenset()
    """The objects of which nothing was folded, ``folded`` those with a folding."""
    folded: tuple[tuple[int, Fold], ...] = ()

    @property
    def foldings(self) -> Iterator[tuple[int, Folding]]:
        """The foldings that were read."""
        yield from ((one, None) for one in self.unfolded)
        yield from self.folded

    def is_folded_alike(self, folds: Folds, step: int) -> bool:
        """Whether the objects that were read are folded at a step as they were then."""
        at = folds.at
        return folds.are_unfolded(self.unfolded, step) and all(
            at(one, step) == how for one, how in self.folded
        )

    def holds(self, heap: Heap) -> bool:
        """Whether the objects that were read are the same in ``heap``."""
        for serial, content, size in self.contents:
            thing = heap.get(serial)
            if thing is None:
                if content is not None:
                    return False
            elif thing.content is not content or thing.size != size:
                return False
        return True


_CONSTANT = frozenset({"int", "float", "str", "bool", "NoneType", "bytes"})
"""The types of objects that stay as they are for life."""

type Made = dict[Hashable, list[Kept]]
"""The results for a step, by key: one for each way in which objects were folded."""


@dataclass(slots=True)
class Keeping:
    """The results of makers: the latest of each key, and those of ``steps`` up to ``most``.

    The keys are the serials of objects for their blocks, and other keys for frames. Planning walks
    over the same steps many times, and at a step all objects are as they were. A result in
    ``steps`` counts as one, and a new result also as the number of objects that it read.
    """

    steps: Collection[int] = ()
    most: int = 60_000
    """The maximum total, which takes tens of megabytes."""
    latest: dict[Hashable, Kept] = field(default_factory=dict)
    _steps: dict[int, Made] = field(default_factory=dict)
    _count: int = 0
    _of_steps: dict[int, dict[Hashable, Any]] = field(default_factory=dict)

    def at(self, step: int) -> Made | None:
        """Return the results for a step; None if the step keeps none."""
        return self._steps.setdefault(step, {}) if step in self.steps else None

    def of_step[T](self, step: int, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` reads from the state of a step alone; ``clear`` does not forget it."""
        if step not in self.steps:
            return make()
        known = self._of_steps.setdefault(step, {})
        if key not in known:
            known[key] = make()
        return known[key]  # type: ignore[no-any-return]

    def keep(self, key: Hashable, kept: Kept, there: Made | None) -> None:
        """Keep a result; ``there`` are the results for its step."""
        is_new = self.latest.get(key) is not kept
        self.latest[key] = kept
        if there is not None and self._count < self.most:
            there.setdefault(key, []).append(kept)
            self._count += 1 + is_new * len(kept.contents)

    def clear(self) -> None:
        """Forget everything."""
        self.latest.clear()
        self._steps.clear()
        self._count = 0


def kept_of(made: Any, asked: object, heap: "TrackedHeap", foldings: Mapping[int, Folding]) -> Kept:
    """Return a result with the objects and foldings that were read for it."""
    unfolded = frozenset(one for one, how in foldings.items() if how is None)
    folded = tuple((one, how) for one, how in foldings.items() if how is not None)
    return Kept(made, asked, heap.contents, unfolded, folded)


def _is_constant(thing: HeapObject) -> bool:
    return thing.type in _CONSTANT and isinstance(thing.content, Scalar)


class TrackedHeap(Mapping[int, HeapObject]):
    """A heap that records which objects are read."""

    def __init__(self, heap: Heap) -> None:
        self._heap = heap
        self._seen: dict[int, HeapObject | None] = {}

    @property
    def contents(self) -> tuple[tuple[int, Content | None, int], ...]:
        """The objects that were read and may change, in the form of ``Kept``."""
        return tuple(
            (serial, thing.content, thing.size) if thing is not None else (serial, None, 0)
            for serial, thing in self._seen.items()
            if thing is None or not _is_constant(thing)
        )

    @property
    def untracked(self) -> Heap:
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
