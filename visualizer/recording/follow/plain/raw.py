"""The state of a run in wire numbers, against which the follower checks records.

Following a run costs least this way; readers make model objects from it only to show them.
"""

from array import array
from typing import TYPE_CHECKING

from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw_objects import Fault, Numbers, RawFrame, RawObject

if TYPE_CHECKING:
    from visualizer.model import HeapObject

WROTE, COLLECTED = 0x10, 0x20
"""Flags next to the event number in a step's byte: it has new output; a collection ran."""
_UNCAUGHT, _LINE = wire.EVENTS.index("uncaught"), wire.EVENTS.index("line")
_ENDS = tuple(wire.EVENTS.index(event) for event in ("finish", "uncaught"))
_MOST_LINES = (1 << 32) - 1

type Whereabouts = tuple[int, int, int, int, int, int]
"""Live objects, their bytes; the step's thread and function, its frame, the frame's depth."""


class RawState:
    """The whole state after the last record.

    Operations change it in place; ``commit`` checks a whole step. After a ``Fault`` the state is
    invalid. ``goes_on`` is true between the records of a step that has several, ``half_way`` after
    such a step was given up, until ``RESET``.

    ``touched``, ``depths``, ``changed_globals``, ``renamed``, ``coded`` and ``relocked`` say which
    objects, which stacks (and from which frame on), which files' global names, which threads and
    locks the steps since ``begin_changes`` changed, and which code objects they announced.
    ``chunk_touched``, ``events``, ``profile`` and ``lines`` are the index's facts about the steps
    since ``begin_chunk``.
    """

    def __init__(self, *, is_indexing: bool, is_of_lives: bool) -> None:
        self.is_indexing, self.is_of_lives = is_indexing, is_of_lives
        self.goes_on = self.half_way = self.more = self.is_restoring = False
        self.evaluations = 0
        """How many values of expressions there were so far."""
        self.steps = self.highest = self.newest = self.heap_bytes = self.peak = 0
        """``peak`` is the most bytes in objects at a step so far."""
        self.heap: dict[int, RawObject] = {}
        self.stacks: dict[int, list[RawFrame]] = {}
        self.globals: dict[int, Numbers] = {}
        """Names and serials in turn, by the number of the file's name."""
        self.threads: dict[int, int] = {}
        self.codes: dict[int, Numbers] = {}
        """The operands of each ``CODE``, by its number."""
        self.locks: dict[int, Numbers] = {}
        self.ranges: dict[int, Numbers] = {}
        """The operands of each ``RANGE``, by ``key_of_range``."""
        self.names: list[str] = []
        self.name_count = self.names_sent = 0
        """The number of known names and of sent names: a reader knows more from the file."""
        self.addresses: dict[int, int] = {}
        self.held: dict[int, int] = {}
        """How many references there are to each object that has ever been referred to."""
        self.written = (0, 0)
        self.hello: tuple[str, str] | None = None
        self.sources: dict[str, str] = {}
        self.last_event = self.ended = -1
        """``ended`` is the event by which the program's own code ended."""
        self.numbers: Numbers = ()
        self.text = b""
        """The current record's numbers and text, and how much of each was taken."""
        self.numbers_at = self.text_at = 0
        self.births, self.deaths, self.islands = array("q"), array("q"), array("q")
        """Step, serial and address; step and serial; step, serial and whether it became an
        island."""
        self.begin_changes()
        self.shows_changes = False
        self.begin_step(())
        self.begin_chunk()

    def begin_step(self, place: Numbers) -> None:
        """Start on a step with the operands of ``STEP``."""
        self.place = place
        self.value = self.exception = 0
        self.in_flight: Numbers = ()
        """The operands of each ``HELD``."""
        self.new: list[int] = []
        self.gone: list[int] = []
        self.half_way = self.goes_on
        if self.goes_on:
            # This step takes over the changes of the step that was given up.
            self.goes_on = False
            return
        self.evaluated = 0
        """The highest serial of an expression's value."""
        self.freed: list[int] = []
        self.collections: tuple[tuple[int, Numbers], ...] = ()
        self.new_threads: dict[int, int] = {}
        self.born: list[RawObject] = []
        self.dead: list[RawObject] = []

    def begin_changes(self) -> None:
        """Forget the noted changes, and note changes from here on."""
        self.shows_changes = True
        self.touched: dict[int, HeapObject | None] = {}
        """The old value of each changed object."""
        self.depths: dict[int, int] = {}
        self.changed_globals: dict[int, None] = {}
        self.coded: list[int] = []
        self.relocked = self.renamed = False
        self.changed_ranges: dict[int, None] = {}

    def begin_chunk(self) -> None:
        """Note steps from here on for the next chunk."""
        self.chunk_highest, self.chunk_named = self.highest, self.names_sent
        self.chunk_touched: dict[int, None] = {}
        self.touched_good = 0
        """The number of them that good records touched."""
        self.events = bytearray()
        self.profile, self.lines = array("q"), array("q")
        self._where: Whereabouts | None = None

    def take_numbers(self, count: int) -> Numbers:
        """The next ``count`` numbers of the record; ``ValueError`` where there are fewer."""
        start = self.numbers_at
        self.numbers_at = end = start + count
        if end > len(self.numbers):
            raise ValueError("too few numbers for an operation")
        return self.numbers[start:end]

    def take_items(self, count: int, each: int) -> Numbers:
        """The next ``count`` items, of ``each`` numbers."""
        start = self.numbers_at
        self.numbers_at = end = start + count * each
        if count < 0 or end > len(self.numbers):
            raise Fault("a list that is longer than its record")
        return self.numbers[start:end]

    def take_list(self, each: int) -> Numbers:
        """The next list of items, which begins with its count."""
        (count,) = self.take_numbers(1)
        return self.take_items(count, each)

    def take_bytes(self, size: int) -> bytes:
        """The next ``size`` bytes of the record's text."""
        start = self.text_at
        self.text_at = end = start + size
        if size < 0 or end > len(self.text):
            raise Fault("a text that is longer than its record")
        return self.text[start:end]

    def take_text(self, size: int) -> str:
        """The next ``size`` bytes of the record's text, decoded."""
        return self.take_bytes(size).decode("utf-8", "surrogatepass")

    def name(self, number: int) -> str:
        """The name sent under ``number``."""
        if not 0 <= number < self.name_count:
            raise Fault(f"name {number} is not known")
        return self.names[number]

    def take_pairs(self, flat: Numbers) -> None:
        """Check alternating names and serials, and note the serials as new references."""
        names = flat[::2]
        if names:
            if min(names) < 0 or max(names) >= self.name_count:
                raise Fault("a name that is not known")
            self.new += flat[1::2]

    # ---- objects ----

    def known(self, serial: int) -> RawObject:
        """The live object ``serial``, about to change."""
        found = self.heap.get(serial)
        if found is None:
            raise Fault(f"object {serial} is not known")
        self.touch(serial)
        return found

    def shown(self, serial: int) -> "HeapObject | None":
        """Return a live object as a model object."""
        # Writing alone does not need this module.
        from visualizer.recording.read.contents import object_of

        one = self.heap.get(serial)
        return None if one is None else object_of(one, self.names)

    def touch(self, serial: int) -> None:
        """Note that an object is about to be born, to change, or to die."""
        if self.shows_changes and serial not in self.touched:
            self.touched[serial] = self.shown(serial)
        if self.is_indexing and serial <= self.chunk_highest:
            self.chunk_touched[serial] = None

    # ---- frames ----

    def frame_at(self, thread: int, depth: int) -> RawFrame:
        """A frame of a thread, 0 being the outermost."""
        stack = self.stacks.get(thread, ())
        if not 0 <= depth < len(stack):
            raise Fault(f"frame {depth} of a stack of {len(stack)}")
        return stack[depth]

    def touch_stack(self, thread: int, depth: int) -> None:
        """A thread's frames have changed, from ``depth`` on."""
        if self.shows_changes:
            self.depths[thread] = min(self.depths.get(thread, depth), depth)

    def touch_range(self, key: int) -> None:
        """A range of addresses has changed."""
        if self.shows_changes:
            self.changed_ranges[key] = None

    # ---- the end of a record ----

    def commit(self) -> None:
        """Check a whole step, and apply it to the state."""
        event, thread, file, line, function, out, err = self.place
        if not (0 <= file < self.name_count and 0 <= function < self.name_count):
            raise Fault("a name that is not known")
        if not 0 <= event < len(wire.EVENTS) or thread < 1 or line < 0:
            raise Fault(f"event {event} in line {line} of thread {thread}")
        before = self.written
        # A program may truncate its own output file; the counts never fall.
        self.written = max(out, before[0]), max(err, before[1])
        if self.half_way:
            raise Fault("a step follows one that is not whole")
        self._refer()
        self._settle()
        if self.evaluated > max(self.highest, self.newest):
            raise Fault(f"an expression's object {self.evaluated} is not known")
        self.goes_on = False
        for serial in (self.value, self.exception, *self.in_flight[1::3]):
            if serial and serial not in self.heap:
                raise Fault(f"object {serial} is referred to but not known")
        if not self.locks.keys() <= self.heap.keys():
            raise Fault("a lock that is waited for and not known")
        self.threads |= self.new_threads
        self.renamed = self.renamed or bool(self.new_threads)
        self.last_event = event
        if self.ended < 0 and event in _ENDS:
            self.ended = event
        self.steps += 1
        if self.is_indexing and not self.is_restoring:
            self._note_step(self.written != before)

    def end_part(self) -> None:
        """End a record whose step goes on: the next record may bring objects that it refers to."""
        if self.half_way:
            raise Fault("a step follows one that is not whole")
        self.goes_on = True
        self.touched_good = len(self.chunk_touched)

    def _refer(self) -> None:
        held = self.held
        for serial in self.new:
            if serial not in self.heap:
                raise Fault(f"object {serial} is referred to but not known")
            held[serial] = held.get(serial, 0) + 1
        for serial in self.gone:
            if serial not in held:
                raise Fault(f"object {serial} is let go of but not known")
            held[serial] -= 1

    def _settle(self) -> None:
        """Give the addresses of the dead to the born, and check that nothing refers to the dead."""
        for one in self.dead:
            self.addresses.pop(one.address, None)
        for one in self.born:
            if self.addresses.setdefault(one.address, one.serial) != one.serial:
                raise Fault(f"two objects are alive at one address, one of them {one.serial}")
        for one in self.dead:
            if self.held.pop(one.serial, 0):
                raise Fault(f"object {one.serial} was freed while something referred to it")

    # ---- facts for the index ----

    def _note_step(self, wrote: bool) -> None:
        where = self._whereabouts()
        self.peak = max(self.peak, self.heap_bytes)
        if where != self._where:
            self._where = where
            self.profile.append(len(self.events))
            self.profile.extend(where)
        event, _, file, line = self.place[:4]
        is_line = event == _LINE and line <= _MOST_LINES
        self.lines.append(file << 32 | line if is_line else -1)
        wrote_byte, collected = WROTE if wrote else 0, COLLECTED if self.collections else 0
        self.events.append(event | wrote_byte | collected)
        self.touched_good = len(self.chunk_touched)

    def _whereabouts(self) -> Whereabouts:
        """Return what the course of a run stores for a step, unless it equals the last entry."""
        event, thread, _, _, function, _, _ = self.place
        stack = self.stacks.get(thread)
        if stack and event == _UNCAUGHT:
            # The frames are those of the traceback: only the first call still runs.
            stack = stack[:1]
            function = stack[0].function
        serial, depth = (stack[-1].serial, len(stack)) if stack else (0, 0)
        return len(self.heap), self.heap_bytes, thread, function, serial, depth
