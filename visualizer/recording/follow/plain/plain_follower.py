"""The follower in Python: the fallback, with which tests compare the C follower."""

import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from visualizer.model.values import Values
from visualizer.recorder import wire
from visualizer.recording.follow.follower import WHOLE, Changes, ChunkFacts, RunFacts
from visualizer.recording.follow.plain.operations import BEFORE_STEP, IN_STEP
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import MODULE, Fault, Numbers, RawFrame

if TYPE_CHECKING:
    from visualizer.model import HeapObject

_OF_FUNCTIONS = {*range(len(wire.FRAME_KINDS))} - {MODULE, wire.FRAME_KINDS.index("class")}
_STEP, _ON, _HEADER, _header = wire.STEP, wire.ON, wire.HEADER.size, wire.HEADER.unpack_from


class PlainFollower(RawState, Values):
    """Keeps the state that the records lead to.

    ``at`` is where the last good record ends. A record that contradicts itself or an earlier one
    raises ``Fault``, and so does every later one until ``begin``. The results of earlier records
    stay readable.
    """

    def __init__(self, **kept: bool) -> None:
        self._kept = kept
        self.begin((), 0)

    def begin(self, names: Sequence[str], named: int) -> None:
        """Forget everything, and begin like a new follower.

        ``names`` are names that the caller knows (a reader has them from the file), ``named`` is
        how many of them were sent before; records that send the others again must agree.
        """
        super().__init__(**self._kept)
        self.names = list(names)
        self.name_count = len(self.names)
        self.names_sent = self.chunk_named = self.named = named
        self.at = 0
        self._is_broken = self._is_whole = False
        """``_is_whole``: the last record completed a step."""

    # ---- following ----

    def follow(self, records: bytes, at: int, end: int, most: int) -> int:
        """Take in the whole records that begin from ``at`` on and before ``end``.

        Stops after ``most`` steps, and before a record that is cut off. Returns where it stopped.
        """
        self.at = at
        last = self.steps + most
        while self.at < end and self.steps < last:
            try:
                behind = wire.next_record(records, self.at)
            except ValueError as error:
                raise Fault(str(error)) from error
            if behind == self.at:
                break
            self._follow_record(records[self.at : behind])
            self.at, self.named = behind, self.names_sent
        return self.at

    def restore(self, pieces: Iterable[bytes], step: int, highest: int) -> None:
        """Begin with the whole state after ``step``, from a keyframe.

        Each piece has whole records. ``highest`` is the highest serial up to ``step``.
        """
        if step < 1:
            raise Fault("a keyframe that is not one step")
        self.steps = step - 1
        self.is_restoring = True
        for piece in pieces:
            if self.follow(piece, 0, len(piece), WHOLE) < len(piece):
                raise Fault("a record that is cut off")
        self.is_restoring = False
        if self.steps != step or not self._is_whole:
            raise Fault("a keyframe that is not one step")
        if highest < self.highest:
            raise Fault(f"a keyframe with an object beyond {highest}")
        self.highest = highest
        self.begin_chunk()

    def _follow_record(self, record: bytes) -> None:
        """Take one record in."""
        if self._is_broken:
            raise Fault("what came before was damaged")
        self._is_broken = True
        try:
            is_step = self._take_operations(record)
            self._is_whole = is_step and not self.more
            if self._is_whole:
                self.commit()
            elif self.more:
                self.more = False
                self.end_part()
            if is_step:
                self.highest = max(self.highest, self.newest)
        except Fault:
            raise
        except (ValueError, IndexError, struct.error) as error:
            # Too few numbers for an operation, or bytes that are not UTF-8.
            raise Fault("a record that cannot be read") from error
        self._is_broken = False

    def _take_operations(self, record: bytes) -> bool:
        """Apply all operations of a record; return whether it belongs to a step."""
        count, size = _header(record)
        start = _HEADER + 8 * count
        if start + size + -size % 8 != len(record):
            raise Fault("a record that is not as long as it says")
        self.numbers = numbers = _numbers(count).unpack_from(record, _HEADER)
        self.text, self.text_at = record[start : start + size], 0
        at, known = 0, BEFORE_STEP
        if self.goes_on and count and numbers[0] == _ON:
            at, known = 1, IN_STEP
        while at < count:
            number = numbers[at]
            operation = known.get(number)
            if operation is None:
                raise Fault(f"operation {number} is not known here")
            take, width, each = operation
            self.numbers_at = first = at + 1 + width
            operands = numbers[at + 1 : first]
            if first > count:
                raise ValueError("too few numbers for an operation")
            if each:
                take(self, operands, self.take_items(operands[-1], each))
            else:
                take(self, operands)
            at = self.numbers_at
            if number == _STEP:
                known = IN_STEP
        if self.text_at != size:
            raise Fault("a record that is not as long as it says")
        return known is IN_STEP

    # ---- facts for callers ----

    @property
    def count(self) -> int:
        """How many objects there are."""
        return len(self.heap)

    @property
    def chunk_steps(self) -> int:
        """The number of steps since ``begin_chunk``."""
        return len(self.events)

    # ---- what changed ----

    def end_changes(self) -> None:
        """Stop noting changes: that costs less."""
        self.shows_changes = False

    def changes(self) -> Changes:
        """Return the changes since the last call, or since ``begin_changes``."""
        from visualizer.model import ObjectChange

        objects = (ObjectChange(one, old, self.shown(one)) for one, old in self.touched.items())
        depths, stacks = self.depths.items(), self.stacks
        facts = (
            {one: (depth, stacks[one][depth:] if one in stacks else None) for one, depth in depths},
            {file: self.globals.get(file) for file in self.changed_globals},
            self.threads.copy() if self.renamed else None,
            self.coded,
            self.locks if self.relocked else None,
            {key: self.ranges.get(key) for key in self.changed_ranges},
        )
        found = tuple(objects), facts
        self.begin_changes()
        return found

    def standing(self) -> RunFacts:
        """Return the state without the objects, in the form of ``changes``."""
        return (
            {thread: (0, [*stack]) for thread, stack in self.stacks.items()},
            dict(self.globals),
            self.threads,
            [*self.codes],
            self.locks,
            dict(self.ranges),
        )

    def all_shown(self) -> "dict[int, HeapObject]":
        """Return all live objects as model objects, by serial."""
        return {serial: cast("HeapObject", self.shown(serial)) for serial in self.heap}

    def code(self, number: int) -> Numbers | None:
        """The operands of a ``CODE``."""
        return self.codes.get(number)

    def chunk_facts(self) -> ChunkFacts:
        """Return the index's facts about the steps since ``begin_chunk``."""
        touched = array("q", islice(self.chunk_touched, self.touched_good))
        facts = bytes(self.events), self.profile.tobytes(), self.lines.tobytes(), touched.tobytes()
        return *facts, self.chunk_named, self.chunk_highest

    def lives(self) -> tuple[bytes, bytes, bytes]:
        """Return births, deaths and islands since the last call, in the form of ``RawState``."""
        found = self.births.tobytes(), self.deaths.tobytes(), self.islands.tobytes()
        self.births, self.deaths, self.islands = array("q"), array("q"), array("q")
        return found

    def news(self) -> tuple[tuple[str, str] | None, dict[str, str]]:
        """Return versions of Python and the recorder, and texts of files, since the last call."""
        found = self.hello, self.sources
        self.hello, self.sources = None, {}
        return found

    def object_records(
        self, head: Sequence[int], tail: Sequence[int], most: int
    ) -> Iterator[bytes]:
        """Yield the objects as records; ``head`` begins the first one, ``tail`` ends the last one.

        After more than ``most`` numbers it begins another record.
        """
        numbers, texts = [*head], list[bytes]()
        for one in (self.heap[serial] for serial in sorted(self.heap)):
            if len(numbers) > most:
                yield wire.pack([*numbers, wire.MORE], texts)
                numbers, texts = [wire.ON], []
            numbers += (wire.OBJECT, one.serial, one.address, one.count, one.size, one.type)
            numbers += (one.kind, len(one.body), *one.body)
            texts.append(one.text)
            if one.parts:
                numbers += (wire.PARTS, one.serial, len(one.parts) // 3, *one.parts)
            if one.apart:
                numbers += (wire.APART, one.serial, one.apart)
            if one.deleted:
                numbers += (wire.DELETED, one.serial, one.deleted)
            if one.unreachable:
                numbers += (wire.UNREACHABLE, one.serial, 1)
        yield wire.pack([*numbers, *tail], texts)

    # ---- the innermost call of the step's thread ----

    def local_name(self, name: str) -> int | None:
        """Return the object to which a name of the innermost call refers."""
        frame = self._innermost()
        if frame is None:
            return None
        inner = self._named(frame.comprehension, name)
        return self._named(frame.locals, name) if inner is None else inner

    def global_name(self, name: str) -> int | None:
        """Return the object to which a global name of that call's file refers."""
        frame = self._innermost()
        file = next(iter(self.globals), 0) if frame is None else frame.file
        if frame is not None and not self._is_of_shown_module(frame):
            return None
        return self._named(self.globals.get(file, ()), name)

    def _is_of_shown_module(self, frame: RawFrame) -> bool:
        """Whether a frame reads the names of its file (``model.is_of_shown_module``)."""
        own = [one[0:7:6] for one in self.codes.values() if one[6] and one[2] == frame.file]
        stack = self.stacks.get(self.place[1], ()) if self.place else ()
        modules = (one for one in reversed(stack) if one.kind == MODULE)
        shown = next((one for one in modules if one.file == frame.file), frame)
        if len(own) < 2 or not frame.code or not shown.code:
            return True
        first, second = (
            next((namespace for number, namespace in reversed(own) if number <= code), 0)
            for code in (frame.code, shown.code)
        )
        return first == second

    def running(self) -> tuple[str, str, int] | None:
        """Return that call's file, its function, and the line where the function begins."""
        frame = self._innermost()
        if frame is None or frame.code not in self.codes or frame.kind not in _OF_FUNCTIONS:
            return None
        _, function, _, line = self.codes[frame.code][:4]
        return self.names[frame.file], self.names[function], line

    def _innermost(self) -> RawFrame | None:
        stack = self.stacks.get(self.place[1]) if self.place else None
        return stack[-1] if stack else None

    def _named(self, flat: Numbers, name: str) -> int | None:
        places = range(len(flat) - 2, -1, -2)
        return next((flat[at + 1] for at in places if self.names[flat[at]] == name), None)


@cache
def _numbers(count: int) -> struct.Struct:
    return struct.Struct(f"<{count}q")
