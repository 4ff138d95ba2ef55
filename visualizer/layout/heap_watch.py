"""What of the heap is not as it was in the picture before, found without looking into the rest."""

from collections import defaultdict

from visualizer.model import HeapObject, Iterator


class HeapWatch:
    """``look`` at one heap after another, in any order; objects differ by identity.

    ``adrift`` are the objects of the last one that only a cycle keeps alive, ``size`` is how many
    bytes all of it takes.
    """

    def __init__(self) -> None:
        self._before: dict[int, HeapObject] = {}
        self._walkers: dict[int, tuple[int, int]] = {}
        self.adrift: set[int] = set()
        self.size = 0

    def look(self, heap: dict[int, HeapObject]) -> set[int]:
        """The objects that came, went or are not as they were."""
        before, self._before = self._before, dict(heap)
        known = before.get
        changed = {serial for serial, thing in heap.items() if known(serial) is not thing}
        changed |= before.keys() - heap.keys()
        for serial in changed:
            was, thing = known(serial), heap.get(serial)
            self.size += (thing.size if thing else 0) - (was.size if was else 0)
            self._note(serial, thing)
        return changed

    @property
    def positions(self) -> dict[int, tuple[int, ...]]:
        """Where the builtin iterators over each object stand, those used up left out."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for over, position in self._walkers.values():
            found[over].add(position)
        return {serial: tuple(sorted(positions)) for serial, positions in found.items()}

    def _note(self, serial: int, thing: HeapObject | None) -> None:
        if thing is not None and thing.unreachable:
            self.adrift.add(serial)
        else:
            self.adrift.discard(serial)
        content = thing.content if thing is not None else None
        if isinstance(content, Iterator) and content.over is not None and content.position >= 0:
            self._walkers[serial] = content.over, content.position
        else:
            self._walkers.pop(serial, None)
