"""Follow plain steps in one go: lines of one frame that at most bind one name anew.

Nearly all steps of a loop are such. What stands in a name for a few lines only needs no object
here: its facts are checked, and the next one takes its place. Whatever is in any way different, or
cannot be true, is left as it is for ``Follower.take``, which knows all of it.

Where it was built ``run.c`` does that and more (``common_run.py``); this is for where it was not.
"""

import struct
from array import array

from visualizer.recorder import wire
from visualizer.recording.common_run import Followed, none_followed
from visualizer.recording.operations import put_into, touch
from visualizer.recording.raw import RawState
from visualizer.recording.raw_objects import RawFrame, RawObject

type _Front = tuple[int, ...]
"""The header of a record and its first numbers, as many as the longest plain one has."""

_front = struct.Struct("<25q")
_EVENT_LINE = wire.EVENTS.index("line")
_STEP, _LINE, _BIND, _REBOUND = wire.STEP, wire.LINE, wire.BIND, wire.REBOUND
_OPERANDS = 11
"""Where the operands of what follows the step stand in a front."""
_COUNTS = {_LINE: 12, _BIND: 17, _REBOUND: 23}
"""How many numbers a plain record has, by what follows its step; ``LINE`` comes last in each."""
PLAIN = frozenset(_COUNTS.values())
"""What is not as long is not plain."""
_ENDS = {what: 2 + count - 3 for what, count in _COUNTS.items()}
"""Where the operands of ``LINE`` stand in its front."""

type _Gone = tuple[int, int, list[tuple[int, int]]]
"""How many steps were followed, where the next record is, and how large the heap became: places of
steps, counted from 0, and the bytes of all objects from there on."""


class PlainRun:
    """Steps of one frame, from ``at`` in ``records`` on."""

    def __init__(self, raw: RawState, records: bytes, at: int) -> None:
        self._raw = raw
        self._records = records
        self._at = at
        self._frame: RawFrame | None = None
        self._flat: list[int] = []
        self._fresh: dict[int, tuple[_Front, int]] = {}
        """By place in ``flat``: the fronts of new objects that are not in the heap yet."""
        self._touched: dict[int, None] = {}
        self._freed = 0
        self._heap_bytes = raw.heap_bytes
        self._is_bound = False

    def follow(self, most: int, first: int = 0) -> Followed:
        """Go on for ``most`` steps, or up to a record that is not plain."""
        steps, end, sizes = self._follow(most)
        if not steps:
            return none_followed(end)
        count, _, *where = self._raw.whereabouts()
        course = array("q")
        for at, size in sizes:
            course.extend((first + at, count, size, *where))
        events = bytes((_EVENT_LINE,)) * steps
        return Followed(steps, end, events, course, max(size for _, size in sizes))

    def _follow(self, most: int) -> _Gone:
        raw, records, at = self._raw, self._records, self._at
        front, ends, counts = _front.unpack_from, _ENDS, _COUNTS
        steps, sizes = 0, list[tuple[int, int]]()
        last = len(records) - _front.size
        place: tuple[int, ...] = ()
        if raw.goes_on:
            return (0, at, sizes)
        out, err = raw.written
        line = 0
        while steps < most and at <= last:
            found = front(records, at)
            what = found[10]
            end = ends.get(what)
            if end is None or found[0] != counts[what] or found[2] != _STEP:
                break
            thread, depth, its_line = found[end : end + 3]
            here = *found[3:6], found[7], thread, depth
            if here != place:
                # One frame of one thread: the next run has the other one.
                if place or not self._begins(here):
                    break
                place = here
            if (found[8], found[9]) != (out, err) or found[6] < 0 or its_line < 0:
                break
            if found[1] if what == _LINE else not self._binds(what, found, at):
                break
            line = its_line
            self._at = at = at + 16 + 8 * found[0] + (found[1] + 7 & ~7)
            if not sizes or sizes[-1][1] != self._heap_bytes:
                sizes.append((steps, self._heap_bytes))
            steps += 1
            self._last = found
        if steps:
            self._settle(steps, line)
        return (steps, at, sizes)

    def _begins(self, here: tuple[int, ...]) -> bool:
        """Whether a run can begin in this place: event, thread, file, function, thread, depth."""
        raw, (event, thread, file, function, its_thread, depth) = self._raw, here
        stack = raw.stacks.get(thread, ())
        known = 0 <= file < raw.name_count and 0 <= function < raw.name_count
        if event != _EVENT_LINE or thread != its_thread or thread < 1 or not known:
            return False
        if not 0 <= depth < len(stack):
            return False
        self._frame = stack[depth]
        self._flat = list(self._frame.locals)
        return True

    def _binds(self, what: int, found: _Front, at: int) -> bool:
        """Have a name refer to something else; False, and nothing done, where that is not sure."""
        end = _ENDS[what]
        second = 2 * found[_OPERANDS + 2] + 1
        if found[end - 1] != _LINE or not 0 < second < len(self._flat):
            return False
        if found[_OPERANDS : _OPERANDS + 2] != found[end : end + 2]:
            return False
        good = self._rebind(second, found, at) if what == _REBOUND else self._bind(second, found)
        self._is_bound = self._is_bound or good
        return good

    def _bind(self, second: int, found: _Front) -> bool:
        heap, held = self._raw.heap, self._raw.held
        old, new = self._flat[second], found[14]
        if self._fresh and (old not in heap or new not in heap):
            self._bear_all()
        if found[1] or new not in heap or old not in held:
            return False
        held[new] = held.get(new, 0) + 1
        held[old] -= 1
        self._flat[second] = new
        self._freed = 0
        return True

    def _rebind(self, second: int, found: _Front, at: int) -> bool:
        """As ``BIND``, to a new value; what only the name referred to is freed."""
        raw = self._raw
        serial, address, count, size, kind, whole, length = found[14:21]
        if serial <= raw.highest or address < 0 or count < -1 or size < 0:
            return False
        if not 0 <= kind < raw.name_count or length != found[1]:
            return False
        text = at + _front.size
        if not 0 <= length <= wire.MOST_ITEMS or text + length + (-length & 7) > len(self._records):
            return False
        if -1 != whole < length or not self._records[text : text + length].isascii():
            return False
        old, before = self._flat[second], self._fresh.get(second)
        if before is not None:
            gone, gone_size = before[0][15], before[0][17]
        else:
            one = raw.heap.get(old)
            if one is None or one.kind != wire.SCALAR or raw.held.get(old) != 1:
                return False
            gone, gone_size = one.address, one.size
        addresses = raw.addresses
        if address != gone:
            if address in addresses or (raw.cold.count and address in raw.cold.addresses):
                return False
            del addresses[gone]
        addresses[address] = serial
        if before is None:
            del raw.heap[old], raw.held[old]
            self._touched[old] = None
        self._fresh[second] = found, text
        self._flat[second] = raw.highest = serial
        self._freed = old
        self._heap_bytes += size - gone_size
        return True

    def _bear_all(self) -> None:
        """Put the new objects that are still there into the heap."""
        raw = self._raw
        for found, text in self._fresh.values():
            serial, address, count, size, kind, whole, length = found[14:21]
            one = RawObject(serial, address, count, size, kind)
            one.kind, one.body = wire.SCALAR, (whole, length)
            one.text = self._records[text : text + length]
            raw.heap[serial] = one
            raw.held[serial] = 1
            self._touched[serial] = None
        self._fresh.clear()

    def _settle(self, steps: int, line: int) -> None:
        """Have ``raw`` be as after the last of the steps; it has touched what any of them has."""
        raw, frame, last = self._raw, self._frame, self._last
        assert frame is not None
        thread, depth = last[4], last[_ENDS[last[10]] + 1]
        self._bear_all()
        raw.begin_step(last[3:10])
        raw.touched = self._touched
        if last[10] == _REBOUND:
            raw.freed.append(self._freed)
        raw.heap_bytes = self._heap_bytes
        raw.steps += steps
        frame.line, frame.frame = line, None
        touch(raw, thread, depth)
        if self._is_bound:
            put_into(raw, thread, depth, tuple(self._flat))
