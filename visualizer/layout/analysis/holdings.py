"""Notes which objects refer to each object, and for how long."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from visualizer.layout.analysis.clocks import Clocks
from visualizer.layout.analysis.positions import differing, elements
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.iterators import is_iterator, reused_tuples
from visualizer.model import Generator, HeapObject, Instance, Mapping, Sequence, held_by

_NONE: Counter[int] = Counter()
"""No slots; never changed. It is shared because most objects have no slots."""


def passes_over(thing: HeapObject) -> bool:
    """Whether it refers to objects only in passing: an iterator, a generator or a frame."""
    return is_iterator(thing) or isinstance(thing.content, Generator) or thing.type == "frame"


class Holdings:
    """The references between objects, by serial; ``record`` follows their changes in order.

    Code is not drawn. Its constants, containers that only a loop iterates over, such as a slice,
    and the tuple that an iterator reuses for each item are drawn once something else refers to
    them: until then their references do not count.
    """

    def __init__(self) -> None:
        self.holders: defaultdict[int, Counter[int]] = defaultdict(Counter)
        """For each object, the number of slots of each holder that refer to it."""
        self.held_by: Clocks[tuple[int, int]] = Clocks()
        """For how long a holder refers to an object."""
        self.held_often: Clocks[int] = Clocks()
        """For how long several holders refer to an object, without references in passing."""
        self.held_twice: Clocks[int] = Clocks()
        """For how long only several slots of one holder do."""
        self.first: dict[int, int] = {}
        """The first step at which a slot or a name refers to an object."""
        self.shared: set[int] = set()
        """The objects that several slots, or a name, ever referred to."""
        self._slots_of: dict[int, Counter[int]] = {}
        """For each holder, the number of its slots that refer to each target."""
        self._held: Counter[int] = Counter()
        """For each object, the number of slots that refer to it."""
        self._passed: Counter[int] = Counter()
        """For each object, the number of slots that refer to it only in passing."""
        self.names_of: Counter[int] = Counter()
        """For each object, the number of names that refer to it."""
        self._code: set[int] = set()
        self._unseen: set[int] = set()
        """Code, and containers to which only iterators or the constants of code refer."""
        self._loops: set[int] = set()
        """Iterators to which no name and no object refers."""
        self._reused: set[int] = set()
        """The tuples that iterators reuse."""

    def record(self, before: HeapObject | None, thing: HeapObject, step: int) -> None:
        """Note an object's references; of a container only the differing part is compared."""
        self._reused.update(reused_tuples(thing))
        if before is None:
            if self._is_unseen(thing):
                self._unseen.add(thing.serial)
            if is_iterator(thing) and not self.holders.get(thing.serial):
                self._loops.add(thing.serial)
        old = elements(before.content) if before is not None else ()
        new = elements(thing.content)
        if not old or not new or isinstance(thing.content, Instance):
            removed = self._slots_of.get(thing.serial, _NONE)
            targets = (target for _, target in held_by(thing.content))
            added = Counter(with_checkpoints(targets))
        else:
            start, old_end, end = differing(old, new)
            removed, added = Counter(_flat(old[start:old_end])), Counter(_flat(new[start:end]))
        self._change(thing, removed, added, step)

    def record_death(self, thing: HeapObject, step: int) -> None:
        """Note that a freed object has no references any more."""
        self._change(thing, self._slots_of.pop(thing.serial, _NONE), _NONE, step)

    def record_names(self, before: Iterable[int], now: Iterable[int], step: int) -> None:
        """Note that names refer to other objects than before."""
        self.names_of.subtract(before)
        for serial in now:
            self.names_of[serial] += 1
            self.show(serial, step)
            self._count(serial, step)

    def record_operands(self, operands: Iterable[int], step: int) -> None:
        """Note that an evaluation stack holds objects; iterators of loops are not drawn."""
        for serial in operands:
            if serial not in self._loops:
                self.show(serial, step)

    def show(self, serial: int, step: int) -> None:
        """Note that an object and all that it leads to are drawn; their references now count."""
        waiting = [serial]
        while waiting:
            one = waiting.pop()
            slots = self._slots_of.get(one, _NONE)
            if one in self._loops:
                self._loops.discard(one)
                waiting += slots.keys() - self._reused
            if one in self._unseen and one not in self._code:
                self._unseen.discard(one)
                for target, many in with_checkpoints(slots.items()):
                    self._note(target, one, many, step)
                waiting += [one for one in slots if one in self._unseen or one in self._loops]

    def _is_unseen(self, thing: HeapObject) -> bool:
        if thing.type == "code":
            self._code.add(thing.serial)
            return True
        is_container = isinstance(thing.content, Sequence | Mapping)
        holders = self.holders.get(thing.serial, _NONE).keys()
        are_unseen = thing.serial in self._reused or all(
            one in self._unseen or one in self._loops for one in holders
        )
        return is_container and are_unseen and not self.names_of[thing.serial]

    def _change(
        self, thing: HeapObject, removed: Counter[int], added: Counter[int], step: int
    ) -> None:
        holder = thing.serial
        slots = self._slots_of.setdefault(holder, Counter())
        passes = passes_over(thing)
        changes = [*added.items()]
        if removed:
            changes = [(one, -n) for one, n in (removed - added).items()]
            changes += (added - removed).items()
        for target, many in with_checkpoints(changes):
            holders = self.holders[target]
            slots[target] += many
            more = max(slots[target], 0) - holders.get(holder, 0)
            if slots[target] > 0:
                holders[holder] = slots[target]
            else:
                del slots[target]
                holders.pop(holder, None)
            if holder not in self._unseen:
                self._record(target, holder, more, step, passes=passes)
        if not slots:
            del self._slots_of[holder]

    def _record(
        self, target: int, holder: int, more: int, step: int, *, passes: bool = False
    ) -> None:
        """Note that ``more`` additional slots of a holder (may be negative) refer to an object."""
        if passes:
            self._passed[target] += more
        self._note(target, holder, more, step)
        if more > 0 and holder not in self._loops and not (passes and target in self._reused):
            self.show(target, step)

    def _note(self, target: int, holder: int, more: int, step: int) -> None:
        self._held[target] += more
        change = self.held_by.start if holder in self.holders[target] else self.held_by.stop
        change((target, holder), step)
        self._count(target, step)

    def _count(self, target: int, step: int) -> None:
        self.first.setdefault(target, step)
        often = self._held[target]
        passed = self._passed.get(target, 0)
        is_shared = often - passed > 1
        has_several = is_shared and len(self.holders[target]) > 1 + (passed > 0)
        for clocks, is_on in (
            (self.held_often, has_several),
            (self.held_twice, is_shared and not has_several),
        ):
            (clocks.start if is_on else clocks.stop)(target, step)
        if often > 1 or self.names_of[target]:
            self.shared.add(target)


def _flat(found: tuple[object, ...]) -> Iterator[int]:
    """Yield the serials of items, or of the keys and values of entries."""
    for one in found:
        if isinstance(one, int):
            yield one
        elif isinstance(one, tuple):
            yield from one
