"""A cache of blocks: a block stays valid while everything that was read for it is unchanged."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from visualizer.layout.folding.folds import Fold, Folding, Folds
from visualizer.model import Content, Heap, HeapObject, Scalar

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker


class Rooms(NamedTuple):
    """An interval of maximum widths of a block; ``most`` belongs to it only if it is ``least``."""

    least: float = 0.0
    most: float = inf

    def common(self, other: "Rooms") -> "Rooms":
        """Return what both have in common."""
        return Rooms(max(self.least, other.least), min(self.most, other.most))


EVERY_ROOM = Rooms()


class Kept(NamedTuple):
    """A result, the input ``asked`` for it, and the objects and foldings that were read for it."""

    made: Any
    asked: object
    rooms: Rooms
    """The maximum widths of a block with which it is the same."""
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

    def is_for(self, asked: object, room: float) -> bool:
        """Whether this is the result for an input and a maximum width of a block."""
        least, most = self.rooms
        return (least <= room < most or least == room == most) and self.asked == asked

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

_MOST_ALIKE = 12
"""The maximum number of results under one key."""


@dataclass(slots=True)
class Keeping:
    """The latest results of makers under each key, and what ``steps`` show.

    Planning walks over the same steps many times. A result counts as one, and as the number of
    objects that it read.
    """

    steps: Collection[int] = ()
    most: int = 60_000
    """The maximum total, which takes tens of megabytes."""
    latest: dict[Hashable, list[Kept]] = field(default_factory=dict)
    """The results under each key, the latest first."""
    _count: int = 0
    _of_steps: dict[tuple[int, Hashable], Any] = field(default_factory=dict)

    def of_step[T](self, step: int, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` reads from a step's state alone; ``clear`` does not forget it."""
        if step not in self.steps:
            return make()
        if (step, key) not in self._of_steps:
            self._of_steps[step, key] = make()
        return self._of_steps[step, key]  # type: ignore[no-any-return]

    def keep(self, key: Hashable, kept: Kept) -> None:
        """Keep a new result, or an old one as the latest."""
        known = self.latest.get(key, ())
        if known and known[0] is kept:
            return
        others = [one for one in known if one is not kept]
        if len(others) == len(known):
            if self._count >= self.most:
                self.clear()
            self._count += 1 + len(kept.contents)
        self.latest[key] = [kept, *others[: _MOST_ALIKE - 1]]

    def clear(self) -> None:
        """Forget all results."""
        self.latest.clear()
        self._count = 0


def kept_of(
    made: Any, asked: object, rooms: Rooms, heap: "TrackedHeap", foldings: Mapping[int, Folding]
) -> Kept:
    """Return a result with the objects and foldings that were read for it."""
    unfolded = frozenset(one for one, how in foldings.items() if how is None)
    folded = tuple((one, how) for one, how in foldings.items() if how is not None)
    return Kept(made, asked, rooms, heap.contents, unfolded, folded)


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


def has_room(maker: "Maker", width: float, room: float) -> bool:
    """Whether a width fits in ``room``, a part of the maximum width of a block."""
    edge = maker.room - room + width
    fits = width <= room
    maker.rooms = maker.rooms.common(Rooms(least=edge) if fits else Rooms(most=edge))
    return fits


def depends_on_room(maker: "Maker") -> None:
    """Note that what is made depends on the very maximum width of a block."""
    maker.rooms = Rooms(maker.room, maker.room)
