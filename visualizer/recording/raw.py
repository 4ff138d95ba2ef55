"""The state of a run in the numbers of the wire: what records are checked against.

Following a run costs least this way; the objects of the model are made from it only where somebody
wants to see them.
"""

from array import array
from collections import Counter
from collections.abc import Iterator
from heapq import merge

from visualizer.recorder import wire
from visualizer.recording.cold import Ahead, Cold
from visualizer.recording.raw_objects import Fault, Numbers, RawFrame, RawObject

_MOST_WARM, _KEPT_WARM = 16384, 8192
"""Beyond so many objects all but so many are packed, where nobody wants to see them."""
_UNCAUGHT = wire.EVENTS.index("uncaught")

type Whereabouts = tuple[int, int, int, int, int, int]
"""Live objects, their bytes; thread and function of the step, its frame, how deep that is."""


class RawState:
    """Everything there is after the last record, and what that record has touched.

    Operations change it in place; ``commit`` checks what holds a record together. After a ``Fault``
    it is of no use any more. ``touched``, ``depths``, ``files``, ``renamed`` and ``coded`` say
    which objects, which stacks (and from which frame on), whose global names and which threads a
    step changed, and which code objects it announced.

    ``goes_on`` is true between the records of a step that has several, ``half_way`` where such a
    step was given up and all is to be forgotten first. ``ahead`` counts references to what comes in
    a later record, ``owed`` are the dead that something may refer to until then. Where it
    ``is_compact``, what has not been touched for long is packed away (``cold``), and what a step
    has ``touched`` is not kept.
    """

    __slots__ = (
        "addresses",
        "ahead",
        "born",
        "coded",
        "codes",
        "cold",
        "collections",
        "dead",
        "depths",
        "exception",
        "failure",
        "files",
        "freed",
        "globals",
        "goes_on",
        "gone",
        "half_way",
        "handed",
        "heap",
        "heap_bytes",
        "held",
        "hello",
        "highest",
        "is_compact",
        "is_whole",
        "islands",
        "locks",
        "more",
        "name_count",
        "named",
        "names",
        "new",
        "owed",
        "place",
        "relocked",
        "renamed",
        "seen",
        "settled",
        "sources",
        "stacks",
        "steps",
        "text",
        "text_at",
        "threads",
        "touched",
        "value",
        "written",
    )

    def __init__(self, *, is_compact: bool = False) -> None:
        self.is_compact = is_compact
        self.goes_on = self.half_way = self.more = False
        self.is_whole = False
        """Whether all there is comes in one step, a keyframe's, to be looked at at its end."""
        self.ahead = Ahead()
        self.cold = Cold()
        self.owed: list[int] = []
        self.steps = 0
        self.highest = 0
        self.heap: dict[int, RawObject] = {}
        self.heap_bytes = 0
        self.stacks: dict[int, list[RawFrame]] = {}
        self.globals: dict[str, Numbers] = {}
        self.threads: dict[int, int] = {}
        self.codes: dict[int, Numbers] = {}
        self.locks: dict[int, Numbers] = {}
        """The operands of each ``CODE``, by its number."""
        self.names: list[str] = []
        self.name_count = 0
        self.named = 0
        """How many names have been sent; more may be known from elsewhere."""
        self.addresses: dict[int, int] = {}
        self.held: dict[int, int] = {}
        """How many references there are to each object that has ever been referred to."""
        self.written = (0, 0)
        self.seen: set[int] | None = None
        """Where somebody put a set: what the steps have touched that come in several records."""
        self.hello: tuple[str, str] | None = None
        self.sources: dict[str, str] = {}
        self.failure: str | None = None
        self.text = b""
        """The text of the record under way, and how much of it has been taken."""
        self.text_at = 0
        self.begin_step(())

    def begin_step(self, place: Numbers) -> None:
        """Start on a step with the operands of ``STEP``."""
        self.place = place
        self.value = self.exception = 0
        self.handed: Numbers = ()
        """The operands of each ``HELD``."""
        self.relocked = False
        self.new: list[int] = []
        self.gone: list[int] = []
        self.half_way = self.goes_on
        if self.goes_on:
            # What the one that was given up has changed is changed by this one.
            self.goes_on = False
            return
        self.freed: list[int] | array[int] = []
        self.collections: tuple[tuple[int, Numbers], ...] = ()
        self.born: list[RawObject] = []
        self.dead: list[RawObject] = []
        self.settled = 0, 0
        """How many of the born and the dead have been looked at."""
        self.islands: list[int] = []
        self.touched: dict[int, None] = {}
        self.depths: dict[int, int] = {}
        self.files: dict[str, None] = {}
        self.renamed: dict[int, None] = {}
        self.coded: dict[int, None] = {}

    def take(self, size: int) -> bytes:
        """The next ``size`` bytes of the record's text."""
        start = self.text_at
        self.text_at = end = start + size
        if size < 0 or end > len(self.text):
            raise Fault("a text that is longer than its record")
        return self.text[start:end]

    def take_text(self, size: int) -> str:
        """The same as text."""
        return self.take(size).decode("utf-8", "surrogatepass")

    def name(self, number: int) -> str:
        """The name sent under ``number``."""
        if not 0 <= number < self.name_count:
            raise Fault(f"name {number} is not known")
        return self.names[number]

    def take_pairs(self, flat: Numbers) -> None:
        """Check names and serials in turn, and hold the serials as new references."""
        names = flat[::2]
        if names:
            if min(names) < 0 or max(names) >= self.name_count:
                raise Fault("a name that is not known")
            serials = flat[1::2]
            if len(serials) != len(names):
                raise Fault("a name without an object")
            self.new += serials

    # ---- objects ----

    @property
    def count(self) -> int:
        """How many objects there are."""
        return len(self.heap) + self.cold.count

    def objects(self) -> Iterator[RawObject]:
        """All objects, in the order of their serials."""
        warm = (self.heap[serial] for serial in sorted(self.heap))
        return merge(warm, self.cold, key=lambda one: one.serial) if self.cold.count else warm

    def knows(self, serial: int) -> bool:
        """Whether there is such an object."""
        return serial in self.heap or (self.cold.count > 0 and serial in self.cold)

    def find(self, serial: int) -> RawObject | None:
        """The live object ``serial``, unpacked."""
        one = self.heap.get(serial)
        if one is None and self.cold.count:
            found = self.cold.thaw(serial)
            if found is not None:
                one, held = found
                self.heap[serial] = one
                self.addresses[one.address] = serial
                if held:
                    self.held[serial] = held
        return one

    def known(self, serial: int) -> RawObject:
        """The live object ``serial``, about to change."""
        found = self.heap.get(serial) or self.find(serial)
        if found is None:
            raise Fault(f"object {serial} is not known")
        self.touched[serial] = None
        return found

    # ---- the end of a record ----

    def commit(self) -> None:
        """The step is whole: check what holds it together."""
        event, thread, file, line, function, out, err = self.place
        if not (0 <= file < self.name_count and 0 <= function < self.name_count):
            raise Fault("a name that is not known")
        if not 0 <= event < len(wire.EVENTS) or thread < 1 or line < 0:
            raise Fault(f"event {event} in line {line} of thread {thread}")
        before = self.written
        if (out, err) != before:
            # A program may cut off its own output; what it had written stays written.
            self.written = max(out, before[0]), max(err, before[1])
        if self.half_way:
            raise Fault("a step follows one that is not whole")
        if self.goes_on or self.is_whole or self.cold.count:
            self._take_the_last()
        else:
            self._refer()
            if self.born or self.dead:
                self._settle()
        if self.value or self.exception or self.handed:
            for serial in (self.value, self.exception, *self.handed[1::3]):
                if serial and not self.knows(serial):
                    raise Fault(f"object {serial} is referred to but not known")
        if self.locks and (self.relocked or self.dead) and not all(map(self.knows, self.locks)):
            raise Fault("a lock that is waited for and not known")
        self.keep_small()
        self.steps += 1

    def end_part(self) -> None:
        """A record is whole, but its step is not: what it refers to may come in the next one."""
        if self.half_way:
            raise Fault("a step follows one that is not whole")
        if not self.goes_on:
            self.ahead.begin(self.highest)
            self.freed = array("q", self.freed)
            self.goes_on = True
        if self.is_whole:
            return
        self._take_part()
        if self.is_compact:
            self.born, self.dead, self.settled = [], [], (0, 0)
            if self.seen is not None:
                self.seen.update(self.touched)
            self.touched.clear()
            self.keep_small()

    def keep_small(self) -> None:
        """Pack what has not been touched for long, where that is much and nobody wants it."""
        if self.is_compact and len(self.heap) > _MOST_WARM:
            self.cold.freeze(self.heap, self.held, self.addresses, _KEPT_WARM)

    def whereabouts(self) -> Whereabouts:
        """What the course of a run keeps of a step, where it is not as at the step before."""
        event, thread, _, _, function, _, _ = self.place
        stack = self.stacks.get(thread)
        if stack and event == _UNCAUGHT:
            # The frames are those of the traceback: but for the first no call runs any more.
            stack = stack[:1]
            function = stack[0].function
        serial, depth = (stack[-1].serial, len(stack)) if stack else (0, 0)
        return self.count, self.heap_bytes, thread, function, serial, depth

    def _refer(self) -> None:
        heap, held = self.heap, self.held
        for serial in self.new:
            if serial not in heap:
                raise Fault(f"object {serial} is referred to but not known")
            held[serial] = held.get(serial, 0) + 1
        for serial in self.gone:
            held[serial] -= 1

    def _take_the_last(self) -> None:
        if self.is_whole:
            self._refer_to_all()
        else:
            self._take_part()
            self._end_parts()

    def _refer_to_all(self) -> None:
        """``_refer`` and ``_settle`` of everything at once, nothing of which was there before."""
        held, self.goes_on = self.held, False
        held.update(Counter(self.new))
        for serial in self.gone:
            held[serial] -= 1
        if not held.keys() <= self.heap.keys():
            missing = min(held.keys() - self.heap.keys())
            raise Fault(f"object {missing} is referred to but not known")
        self.addresses |= {one.address: one.serial for one in self.born}
        if len(self.addresses) != len(self.heap):
            raise Fault("two objects are alive at one address")
        self.highest = max(self.heap, default=self.highest)
        self.new, self.gone, self.born = [], [], []

    def _settle(self) -> None:
        addresses, held = self.addresses, self.held
        for one in self.dead:
            if held.pop(one.serial, 0):
                raise Fault(f"object {one.serial} was freed while something referred to it")
            del addresses[one.address]
        for one in self.born:
            other = addresses.setdefault(one.address, one.serial)
            if other != one.serial:
                raise Fault(f"objects {other} and {one.serial} are alive at one address")
            self.highest = max(self.highest, one.serial)

    def _take_part(self) -> None:
        """The same where objects are packed, or come in a later record."""
        heap, held, cold = self.heap, self.held, self.cold
        for serial in self.new:
            if serial in heap:
                held[serial] = held.get(serial, 0) + 1
            elif not cold.refer(serial, 1):
                self.ahead.refer(serial)
        for serial in self.gone:
            if serial in held:
                held[serial] -= 1
            elif not cold.refer(serial, -1):
                raise Fault(f"object {serial} is let go of but not known")
        self.new, self.gone = [], []
        self._settle_part()

    def _settle_part(self) -> None:
        addresses, held = self.addresses, self.held
        born, dead = self.settled
        for one in self.dead[dead:]:
            if held.get(one.serial):
                self.owed.append(one.serial)
            else:
                held.pop(one.serial, None)
            del addresses[one.address]
        for one in self.born[born:]:
            serial, address = one.serial, one.address
            if addresses.setdefault(address, serial) != serial or address in self.cold.addresses:
                raise Fault(f"two objects are alive at one address, one of them {serial}")
            ahead = self.ahead.take(serial)
            if ahead:
                held[serial] = held.get(serial, 0) + ahead
            self.highest = max(self.highest, serial)
        self.settled = len(self.born), len(self.dead)

    def _end_parts(self) -> None:
        missing = self.ahead.left()
        if missing is not None:
            raise Fault(f"object {missing} is referred to but not known")
        for serial in self.owed:
            if self.held.pop(serial, 0):
                raise Fault(f"object {serial} was freed while something referred to it")
        self.owed = []
        self.ahead.begin(self.highest)
        self.goes_on = False

    def forget_references(self) -> None:
        """All objects are about to be forgotten, those of a step that is not whole too."""
        self.new, self.gone, self.owed = [], [], []
        self.held.clear()
        self.ahead.begin(self.highest)
        self.heap_bytes -= sum(one.size for one in self.cold)
        self.freed.extend(one.serial for one in self.cold)
        self.cold = Cold()
        self.half_way = False
