"""Follow the commonest steps in one go: those of calls, of loops, of lists that get longer.

That is what ``run.c`` is for. It knows the operations that nearly all records consist of, looks at
the state and changes nothing of it; what has come of all the steps is put into it here, at once.
What stands in the heap for a few steps only never becomes an object. Whatever a record says beside
that, or cannot be true, is left as it is for ``Follower.take``, which knows all of it.
"""

from array import array
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, NamedTuple

from visualizer.recorder import wire
from visualizer.recording.operations import put_into
from visualizer.recording.raw import RawState
from visualizer.recording.raw_objects import Numbers, RawFrame, RawObject

native: Callable[..., tuple[Any, ...] | None] | None = None
"""The part in C, where it was built."""
with suppress(ImportError):
    native = import_module("visualizer.recording.walk").run

type _Objects = tuple[
    list[tuple[int, int]],
    list[tuple[Numbers, Numbers, int, int]],
    list[tuple[int, int, int, int, int, Numbers | None, int]],
    list[tuple[int, int]],
]
"""The dead: serial and address. The born: facts, body, place of the text, how often held. Those
that changed: serial, count, size, how often held, whether touched, the body if that is another, and
whether all of it is. Lists and their new items."""
type _Frames = tuple[
    int,
    int,
    list[tuple[tuple[int, int | None], Numbers | None, Numbers | None]],
    list[tuple[Numbers, Numbers, Numbers]],
]
"""From which depth on they are new and touched; those that changed: depth and line, locals,
operands; the new: facts, locals, operands."""


class Followed(NamedTuple):
    """How many steps were followed, where the next record is, what the index has of them.

    ``events`` is a byte for each, ``course`` as in ``chunks``, ``peak`` the most bytes in objects.
    """

    steps: int
    end: int
    events: bytes
    course: array[int]
    peak: int


def none_followed(at: int) -> Followed:
    """The record at ``at`` is none that is followed in one go."""
    return Followed(0, at, b"", array("q"), 0)


def follow_common(raw: RawState, records: bytes, at: int, most: int, first: int) -> Followed:
    """Go on for ``most`` steps, the first being ``first`` in the index, or to one not so common."""
    if native is None or raw.goes_on:
        return none_followed(at)
    thread = _thread_at(records, at)
    stack = raw.stacks.get(thread)
    if not stack:
        return none_followed(at)
    found = native(
        *(records, at, most, first),
        (raw.highest, raw.name_count, raw.heap_bytes, raw.count, *raw.written, thread),
        *(raw.heap, raw.held, raw.addresses, raw.cold.addresses if raw.cold.count else None),
        *(stack, raw.codes, raw.locks),
    )
    if found is None:
        return none_followed(at)
    steps, end, events, course, place, (highest, heap_bytes, peak), last, objects, frames = found
    raw.begin_step(place)
    raw.value, raw.freed, raw.handed = last[0], [*last[1]], last[2]
    raw.highest, raw.heap_bytes = highest, heap_bytes
    raw.steps += steps
    _put_objects(raw, records, objects)
    _put_frames(raw, thread, frames)
    raw.keep_small()
    return Followed(steps, end, events, array("q", course), peak)


def _thread_at(records: bytes, at: int) -> int:
    """The thread of the step that comes next; 0 where that is not whole."""
    return int.from_bytes(records[at + 32 : at + 40], "little") if at + 40 <= len(records) else 0


def _put_objects(raw: RawState, records: bytes, objects: _Objects) -> None:
    dead, born, changed, appended = objects
    heap, held, touched = raw.heap, raw.held, raw.touched
    for serial, address in dead:
        del heap[serial], raw.addresses[address]
        held.pop(serial, None)
        touched[serial] = None
    for facts, body, text, times in born:
        serial, address, *_ = facts
        one = heap[serial] = RawObject(*facts)
        one.kind, one.body, one.text = wire.SCALAR, body, records[text : text + body[1]]
        raw.addresses[address] = serial
        if times >= 0:
            held[serial] = times
        touched[serial] = None
    for serial, count, size, times, is_touched, other, is_new in changed:
        one = heap[serial]
        one.count, one.size = count, size
        if other is not None:
            one.body, one.content = other, None
        if is_new:
            one.parts = one.told = ()
        if times >= 0:
            held[serial] = times
        if is_touched:
            touched[serial] = None
    _append(raw, appended)


def _append(raw: RawState, appended: list[tuple[int, int]]) -> None:
    items: dict[int, list[int]] = {}
    for serial, item in appended:
        items.setdefault(serial, []).append(item)
    for serial, more in items.items():
        one = raw.heap[serial]
        body = (*one.body, *more)
        one.body, one.content = (len(body) - 1, *body[1:]), None


def _put_frames(raw: RawState, thread: int, frames: _Frames) -> None:
    low, touched, changed, new = frames
    stack = raw.stacks[thread]
    if touched < max(len(stack), low + len(new)):
        raw.depths[thread] = touched
    del stack[low:]
    for (depth, line), flat, operands in changed:
        frame = stack[depth]
        frame.frame = None
        if line is not None:
            frame.line = line
        if operands is not None:
            frame.operands = operands
        if flat is not None:
            put_into(raw, thread, depth, flat)
    for facts, flat, operands in new:
        frame = RawFrame(*facts[:5])
        frame.code, frame.address, frame.namespace = facts[5:]
        frame.locals, frame.operands = flat, operands
        stack.append(frame)
