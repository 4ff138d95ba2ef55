"""The operations of a record, each a function that takes its operands and says where they end."""

from collections.abc import Callable

from visualizer.recorder import wire
from visualizer.recording.follow.plain import holding, objects
from visualizer.recording.follow.plain.bodies import counted, read_body
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import Fault, Numbers, RawFrame

MODULE = wire.FRAME_KINDS.index("module")

type Operation = Callable[[RawState, Numbers, int], int]


# ---- what may stand before a step ----


def _hello(raw: RawState, numbers: Numbers, at: int) -> int:
    version, _process, python, recorder = numbers[at : at + 4]
    if version != wire.VERSION:
        raise Fault(f"the recorder speaks version {version}, this program {wire.VERSION}")
    raw.hello = (raw.read_text(python), raw.read_text(recorder))
    return at + 4


def _text(raw: RawState, numbers: Numbers, at: int) -> int:
    text = raw.read_text(numbers[at])
    if raw.names_sent == raw.name_count:
        raw.names.append(text)
        raw.name_count += 1
    elif raw.names[raw.names_sent] != text:
        raise Fault(f"name {raw.names_sent} is not what it was")
    raw.names_sent += 1
    return at + 1


def _step(raw: RawState, numbers: Numbers, at: int) -> int:
    raw.begin_step(numbers[at : at + 7])
    return at + 7


def _source(raw: RawState, numbers: Numbers, at: int) -> int:
    file, size = numbers[at : at + 2]
    raw.sources[raw.name(file)] = raw.read_text(size)
    return at + 2


def _failed(raw: RawState, numbers: Numbers, at: int) -> int:
    raw.failure = raw.read_text(numbers[at])
    return at + 1


# ---- stacks and names ----


def _thread(raw: RawState, numbers: Numbers, at: int) -> int:
    thread, name = numbers[at : at + 2]
    if thread < 1:
        raise Fault(f"thread {thread}")
    raw.name(name)
    raw.new_threads[thread] = name
    return at + 2


def _pop(raw: RawState, numbers: Numbers, at: int) -> int:
    thread, count = numbers[at : at + 2]
    stack = raw.stacks.get(thread, ())
    depth = len(stack) - count
    if count < 1 or depth < 0:
        raise Fault(f"{count} frames taken off a stack of {len(stack)}")
    for frame in stack[depth:]:
        if frame.kind != MODULE:
            raw.gone += frame.locals[1::2]
        raw.gone += frame.operands
    if depth:
        del raw.stacks[thread][depth:]
    else:
        del raw.stacks[thread]
    raw.touch_stack(thread, depth)
    return at + 2


def _push(raw: RawState, numbers: Numbers, at: int) -> int:
    thread, serial, function, file, kind, line = numbers[at : at + 6]
    if thread < 1 or serial < 1 or line < 0 or not 0 <= kind < len(wire.FRAME_KINDS):
        raise Fault(f"frame {serial} of kind {kind} in line {line} of thread {thread}")
    raw.name(function)
    raw.name(file)
    stack = raw.stacks.setdefault(thread, [])
    raw.touch_stack(thread, len(stack))
    frame = RawFrame(serial, function, file, kind, line)
    if kind == MODULE:
        frame.locals = raw.globals.get(file, ())
    stack.append(frame)
    return at + 6


def _line(raw: RawState, numbers: Numbers, at: int) -> int:
    thread, depth, line = numbers[at : at + 3]
    frame = raw.frame_at(thread, depth)
    if line < 0:
        raise Fault(f"line {line}")
    frame.line, frame.frame = line, None
    raw.touch_stack(thread, depth)
    return at + 3


def _locals(raw: RawState, numbers: Numbers, at: int) -> int:
    thread, depth, count = numbers[at : at + 3]
    frame = raw.frame_at(thread, depth)
    if frame.kind == MODULE:
        raise Fault("locals of a module, which are its global names")
    end = counted(numbers, at + 3, 2 * count)
    old, new = frame.locals, numbers[at + 3 : end]
    raw.gone += old[1::2]
    if new[::2] == old[::2]:
        raw.new += new[1::2]
    else:
        raw.read_pairs(new)
    frame.locals, frame.frame = new, None
    raw.touch_stack(thread, depth)
    return end


def _globals(raw: RawState, numbers: Numbers, at: int) -> int:
    file, count = numbers[at : at + 2]
    raw.name(file)
    raw.gone += raw.globals.get(file, ())[1::2]
    if count == -1:
        raw.globals.pop(file, None)
        _share_globals(raw, file, ())
        return at + 2
    end = counted(numbers, at + 2, 2 * count)
    raw.globals[file] = flat = numbers[at + 2 : end]
    raw.read_pairs(flat)
    _share_globals(raw, file, flat)
    return end


def _bind(raw: RawState, numbers: Numbers, at: int) -> int:
    thread, depth, place, serial = numbers[at : at + 4]
    frame = raw.frame_at(thread, depth)
    old, second = frame.locals, 2 * place + 1
    if not 0 < second < len(old):
        raise Fault(f"name {place} of a frame that has {len(old) // 2}")
    raw.gone.append(old[second])
    raw.new.append(serial)
    put_into(raw, thread, depth, (*old[:second], serial, *old[second + 1 :]))
    return at + 4


def put_into(raw: RawState, thread: int, depth: int, flat: Numbers) -> None:
    """Names and what they refer to now, of a frame or of the module whose frame it is."""
    frame = raw.stacks[thread][depth]
    if frame.kind == MODULE:
        raw.globals[frame.file] = flat
        _share_globals(raw, frame.file, flat)
    else:
        frame.locals, frame.frame = flat, None
        raw.touch_stack(thread, depth)


def _rebound(raw: RawState, numbers: Numbers, at: int) -> int:
    thread, depth, place, serial = numbers[at : at + 4]
    frame = raw.frame_at(thread, depth)
    flat, second = frame.locals, 2 * place + 1
    if not 0 < second < len(flat):
        raise Fault(f"name {place} of a frame that has {len(flat) // 2}")
    old = flat[second]
    before = raw.heap.get(old)
    if before is None or before.kind != wire.SCALAR or raw.held.pop(old, 0) != 1:
        raise Fault(f"object {old} is not one that only a name refers to")
    raw.touch(old)
    del raw.heap[old]
    del raw.addresses[before.address]
    raw.note_death(before)
    one = objects.born(raw, numbers[at + 3 : at + 8])
    read_body(raw, one, wire.SCALAR, numbers[at + 8 : at + 10])
    if raw.addresses.setdefault(one.address, serial) != serial:
        raise Fault(f"two objects are alive at one address, one of them {serial}")
    raw.held[serial] = 1
    raw.highest = serial
    put_into(raw, thread, depth, (*flat[:second], serial, *flat[second + 1 :]))
    return at + 10


def _share_globals(raw: RawState, file: int, flat: Numbers) -> None:
    """The locals of a module's frame are its global names; they are not sent twice."""
    raw.changed_globals[file] = None
    for thread, stack in raw.stacks.items():
        for depth, frame in enumerate(stack):
            if frame.kind == MODULE and frame.file == file:
                raw.touch_stack(thread, depth)
                frame.locals = flat
                frame.frame = None


# ---- objects ----


def _reset(raw: RawState, numbers: Numbers, at: int) -> int:
    for thread, stack in list(raw.stacks.items()):
        _pop(raw, (thread, len(stack)), 0)
    for file in list(raw.globals):
        _globals(raw, (file, -1), 0)
    objects.freed(raw, (len(raw.heap), *raw.heap), 0)
    raw.forget_references()
    raw.locks, raw.relocked = {}, True
    return at


# ---- the step itself ----


def _more(raw: RawState, numbers: Numbers, at: int) -> int:
    if at != len(numbers):
        raise Fault("a record that goes on behind its end")
    raw.more = True
    return at


def _value(raw: RawState, numbers: Numbers, at: int) -> int:
    raw.value = numbers[at]
    return at + 1


def _exception(raw: RawState, numbers: Numbers, at: int) -> int:
    raw.exception = numbers[at]
    return at + 1


def _collection(raw: RawState, numbers: Numbers, at: int) -> int:
    generation, count = numbers[at : at + 2]
    end = counted(numbers, at + 2, count)
    freed = numbers[at + 2 : end]
    if generation < 0 or (freed and not 0 < min(freed) <= max(freed) <= raw.highest):
        raise Fault("a collection of what never was")
    raw.collections += ((generation, freed),)
    return end


def _kept_freed(raw: RawState, numbers: Numbers, at: int) -> int:
    end = counted(numbers, at + 1, numbers[at])
    raw.freed.extend(numbers[at + 1 : end])
    return end


def _kept_collection(raw: RawState, numbers: Numbers, at: int) -> int:
    generation, count = numbers[at : at + 2]
    end = counted(numbers, at + 2, count)
    raw.collections += ((generation, numbers[at + 2 : end]),)
    return end


BEFORE_STEP: dict[int, Operation] = {
    wire.HELLO: _hello,
    wire.TEXT: _text,
    wire.STEP: _step,
    wire.SOURCE: _source,
    wire.FAILED: _failed,
}
"""What a record may begin with; without a step it consists of these alone."""

IN_STEP: dict[int, Operation] = {
    wire.TEXT: _text,
    wire.THREAD: _thread,
    wire.POP: _pop,
    wire.PUSH: _push,
    wire.LINE: _line,
    wire.LOCALS: _locals,
    wire.GLOBALS: _globals,
    wire.BIND: _bind,
    wire.REBOUND: _rebound,
    wire.OBJECT: objects.new,
    wire.CONTENT: objects.content,
    wire.SPLICE: objects.splice,
    wire.COUNT: objects.count,
    wire.SIZE: objects.size,
    wire.UNREACHABLE: objects.unreachable,
    wire.FREED: objects.freed,
    wire.RESET: _reset,
    wire.VALUE: _value,
    wire.EXCEPTION: _exception,
    wire.COLLECTION: _collection,
    wire.SOURCE: _source,
    wire.PARTS: holding.parts,
    wire.CODE: holding.code,
    wire.RUNS: holding.runs,
    wire.OPERANDS: holding.operands,
    wire.LENT: holding.lent,
    wire.HELD: holding.held,
    wire.LOCKS: holding.locks,
    wire.MORE: _more,
}
"""What follows ``STEP`` in its record."""

IN_KEYFRAME = IN_STEP | {wire.FREED: _kept_freed, wire.COLLECTION: _kept_collection}
"""In a keyframe the step's dead have left the heap already."""
