"""What of the heap is not as it was in the picture before, found without looking into the rest."""

from collections import Counter, defaultdict
from collections.abc import Set
from itertools import compress
from operator import is_not

from visualizer.model import Delta, HeapObject, Iterator, State, Step


class HeapWatch:
    """``look`` at the heap of one state after another, in any order; objects differ by identity.

    ``adrift`` are the objects of the last one that only a cycle keeps alive, ``size`` is how many
    bytes all of it takes, ``types`` how many objects there are of each.
    """

    def __init__(self) -> None:
        self._before: dict[int, HeapObject] = {}
        self._step: Step | None = None
        self._delta: Delta | None = None
        self._walkers: dict[int, tuple[int, int]] = {}
        self.adrift: set[int] = set()
        self.size = 0
        self.types = Counter[str]()

    def look(self, state: State, delta: Delta | None = None) -> set[int]:
        """The objects that came, went or are not as they were.

        ``delta`` is what led to the state: where that leads from the one before, or the other way
        round, no other object is looked at.
        """
        heap, before = state.heap, self._before
        known, now = before.get, heap.get
        suspects = self._suspects(state, delta)
        changed = {serial for serial in suspects if known(serial) is not now(serial)}
        self._step, self._delta = state.step, delta
        for serial in changed:
            was, thing = known(serial), now(serial)
            if was is not None:
                self.size -= was.size
                self.types[was.type] -= 1
            if thing is None:
                del before[serial]
            else:
                self.size += thing.size
                self.types[thing.type] += 1
                before[serial] = thing
            self._note(serial, thing)
        return changed

    def _suspects(self, state: State, delta: Delta | None) -> Set[int]:
        passed = self._passed(state.step, delta) if self._step is not None else None
        if passed is not None:
            return {change.serial for change in passed.objects}
        heap, before = state.heap, self._before
        # No line of Python runs for each object: there may be very many.
        other = map(is_not, heap.values(), map(before.get, heap))
        return set(compress(heap, other)) | (before.keys() - heap.keys())

    def _passed(self, step: Step | None, delta: Delta | None) -> Delta | None:
        """The step between the state before and this one, where there is just one."""
        if delta is not None and delta.step == step and delta.before == self._step:
            return delta
        back = self._delta
        if back is not None and back.step == self._step and back.before == step:
            return back
        return None

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
