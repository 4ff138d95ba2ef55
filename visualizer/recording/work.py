"""What a decoder knows between two records, and what the record under way has changed so far."""

from collections import Counter

from visualizer.model import (
    Collection,
    Delta,
    Event,
    Frame,
    GlobalsChange,
    HeapObject,
    Named,
    ObjectChange,
    StackChange,
    State,
    Step,
    ThreadNamed,
)
from visualizer.recorder import wire

EVENTS = tuple(Event(name) for name in wire.EVENTS)


class Fault(ValueError):
    """A record says what cannot be; the message is the fault in a few words, without a file."""


class Work:
    """A state, the names and addresses known, and the record being taken apart.

    Operations write into ``state`` at once and leave what stood there before in ``old_…``, so that
    a step costs what it changes. After a ``Fault`` the whole is of no use any more.
    """

    __slots__ = (
        "addresses",
        "born",
        "collections",
        "dead",
        "exception",
        "failure",
        "freed",
        "gained",
        "gone",
        "heap_bytes",
        "hello",
        "highest",
        "lost",
        "name_numbers",
        "named",
        "names",
        "new",
        "old_globals",
        "old_objects",
        "old_threads",
        "place",
        "sources",
        "stacks",
        "state",
        "steps",
        "text",
        "text_at",
        "value",
    )

    def __init__(self) -> None:
        self.state = State()
        self.steps = 0
        self.names: list[str] = []
        self.name_numbers: dict[str, int] = {}
        self.named = 0
        """How many names have been sent; more may be known from elsewhere."""
        self.addresses: dict[int, int] = {}
        self.highest = 0
        self.heap_bytes = 0
        # How often a serial was referred to, and how often such a reference went away. Two counters
        # that only grow, because adding up a list runs in C and taking away does not.
        self.gained: Counter[int] = Counter()
        self.lost: Counter[int] = Counter()
        self.hello: tuple[str, str] | None = None
        self.sources: dict[str, str] = {}
        self.failure: str | None = None
        self.begin(b"")

    def begin(self, text: bytes) -> None:
        """Start on a record with this text."""
        self.text = text
        self.text_at = 0
        self.place: tuple[int, ...] | None = None
        self.new: list[int] = []
        self.gone: list[int] = []
        self.born: list[HeapObject] = []
        self.dead: list[HeapObject] = []
        self.freed: tuple[int, ...] = ()
        self.collections: tuple[Collection, ...] = ()
        self.value: int | None = None
        self.exception: int | None = None
        self.old_objects: dict[int, HeapObject | None] = {}
        self.stacks: dict[int, list[Frame]] = {}
        self.old_globals: dict[str, Named | None] = {}
        self.old_threads: dict[int, str | None] = {}

    def take(self, size: int) -> str:
        """The next ``size`` bytes of the record's text."""
        start = self.text_at
        end = start + size
        if size < 0 or end > len(self.text):
            raise Fault("a text that is longer than its record")
        self.text_at = end
        return self.text[start:end].decode("utf-8", "surrogatepass")

    def name(self, number: int) -> str:
        """The name sent under ``number``."""
        if not 0 <= number < len(self.names):
            raise Fault(f"name {number} is not known")
        return self.names[number]

    def pairs(self, flat: tuple[int, ...]) -> Named:
        """Names and serials in turn, as pairs; the serials are held as new references."""
        names, serials = flat[::2], flat[1::2]
        if len(names) != len(serials):
            raise Fault("a name without an object")
        if not names:
            return ()
        if min(names) < 0 or max(names) >= len(self.names):
            raise Fault(f"name {min(names) if min(names) < 0 else max(names)} is not known")
        self.new.extend(serials)
        return tuple(zip(map(self.names.__getitem__, names), serials, strict=True))

    def stack(self, thread: int) -> list[Frame]:
        """The stack of ``thread``, to be changed."""
        stack = self.stacks.get(thread)
        if stack is None:
            if thread < 1:
                raise Fault(f"thread {thread}")
            stack = self.stacks[thread] = list(self.state.stacks.get(thread, ()))
        return stack

    def replace(self, new: HeapObject) -> None:
        """Put ``new`` in place of what the heap holds under its serial."""
        heap, serial = self.state.heap, new.serial
        if serial not in self.old_objects:
            self.old_objects[serial] = heap.get(serial)
        heap[serial] = new

    def known(self, serial: int) -> HeapObject:
        """The live object ``serial``."""
        found = self.state.heap.get(serial)
        if found is None:
            raise Fault(f"object {serial} is not known")
        return found

    def commit(self) -> Delta:
        """The record is whole: check what holds it together and say what the step changed."""
        self._check_references()
        self._settle_addresses()
        state, before = self.state, self.state.step
        step = self._step(before)
        objects = []
        heap = state.heap
        for serial, old in self.old_objects.items():
            new = heap.get(serial)
            if new is not old:
                objects.append(ObjectChange(serial, old, new))
                self.heap_bytes += (new.size if new else 0) - (old.size if old else 0)
        state.step = step
        self.steps = step.number
        return Delta(
            before,
            step,
            tuple(objects),
            self._settle_stacks() if self.stacks else (),
            tuple(
                GlobalsChange(file, old_names, state.globals.get(file))
                for file, old_names in self.old_globals.items()
            ),
            tuple(
                ThreadNamed(thread, name, state.thread_names.get(thread))
                for thread, name in self.old_threads.items()
            ),
        )

    def changed(self) -> bool:
        """Whether the record has changed anything but names."""
        return bool(
            self.old_objects
            or self.stacks
            or self.old_globals
            or self.old_threads
            or self.collections
            or self.value
            or self.exception
        )

    def _check_references(self) -> None:
        heap, new = self.state.heap, self.new
        if new:
            if not all(map(heap.__contains__, new)):
                lacking = next(serial for serial in new if serial not in heap)
                raise Fault(f"object {lacking} is referred to but not known")
            self.gained.update(new)
        for serial in (self.value, self.exception):
            if serial is not None and serial not in heap:
                raise Fault(f"object {serial} is referred to but not known")
        if self.gone:
            self.lost.update(self.gone)
        for one in self.dead:
            if self.gained.pop(one.serial, 0) != self.lost.pop(one.serial, 0):
                raise Fault(f"object {one.serial} was freed while something referred to it")

    def _settle_addresses(self) -> None:
        addresses = self.addresses
        for one in self.dead:
            del addresses[one.address]
        for one in self.born:
            other = addresses.setdefault(one.address, one.serial)
            if other != one.serial:
                raise Fault(f"objects {other} and {one.serial} are alive at one address")
            self.highest = max(self.highest, one.serial)

    def _settle_stacks(self) -> tuple[StackChange, ...]:
        stacks = self.state.stacks
        changes = []
        for thread, frames in self.stacks.items():
            old = stacks.get(thread)
            new = tuple(frames) or None
            changes.append(StackChange(thread, old, new))
            if new is None:
                stacks.pop(thread, None)
            else:
                stacks[thread] = new
        return tuple(changes)

    def _step(self, before: Step | None) -> Step:
        if self.place is None:
            raise Fault("a change outside of a step")
        event, thread, file, line, function, out, err = self.place
        if not 0 <= event < len(EVENTS):
            raise Fault(f"event {event}")
        if before is not None and (out < before.stdout_end or err < before.stderr_end):
            raise Fault("output that becomes shorter")
        if thread < 1 or line < 0 or out < 0 or err < 0:
            raise Fault("a step at no place")
        return Step(
            self.steps + 1,
            EVENTS[event],
            self.name(file),
            line,
            self.name(function),
            thread,
            out,
            err,
            self.value,
            self.exception,
            self.freed,
            self.collections,
        )
