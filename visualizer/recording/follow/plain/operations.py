"""The operations of a record, each a function that takes its operands and says where they end."""

from visualizer.recorder import wire
from visualizer.recording.follow.plain import holding, objects
from visualizer.recording.follow.plain.bodies import counted
from visualizer.recording.follow.plain.objects import Operation
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import FRAME_LISTS, Fault, Numbers, RawFrame

_BITS = 0, 1
MODULE = wire.FRAME_KINDS.index("module")

# ---- what may stand before a step ----


def _hello(raw: RawState, numbers: Numbers, at: int) -> int:
    version, _process, python, recorder = numbers[at : at + 4]
    if version != wire.VERSION:
        raise Fault(f"the recorder speaks version {version}, this program {wire.VERSION}")
    raw.hello = (raw.take_text(python), raw.take_text(recorder))
    return at + 4


def _text(raw: RawState, numbers: Numbers, at: int) -> int:
    text = raw.take_text(numbers[at])
    if raw.names_sent == raw.name_count:
        raw.names.append(text)
        raw.name_count += 1
    elif raw.names[raw.names_sent] != text:
        raise Fault(f"name {raw.names_sent} is not what it was")
    raw.names_sent += 1
    return at + 1


def _step(raw: RawState, numbers: Numbers, at: int) -> int:
    event, thread, file, line, function, out, err = numbers[at : at + 7]
    raw.begin_step((event, thread, file, line, function, out, err))
    return at + 7


def _source(raw: RawState, numbers: Numbers, at: int) -> int:
    file, size = numbers[at : at + 2]
    raw.sources[raw.name(file)] = raw.take_text(size)
    return at + 2


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
        raw.gone += (*frame.operands, *frame.comprehension[1::2])
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


def _frame_list(field: str, each: str) -> Operation:
    """A list of a frame is another now: see ``FRAME_LISTS``."""

    def take(raw: RawState, numbers: Numbers, at: int) -> int:
        thread, depth, count = numbers[at : at + 3]
        frame = raw.frame_at(thread, depth)
        end = counted(numbers, at + 3, count * len(each))
        if field == "locals" and frame.kind == MODULE:
            raise Fault("locals of a module, which are its global names")
        old, new = getattr(frame, field), numbers[at + 3 : end]
        setattr(frame, field, new)
        frame.frame = None
        raw.touch_stack(thread, depth)
        if each == "n":
            for name in new:
                raw.name(name)
        elif each == "s":
            raw.gone += old
            raw.new += new
        else:
            raw.gone += old[1::2]
            raw.take_pairs(new)
        return end

    return take


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
    raw.take_pairs(flat)
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
    flat = (*old[:second], serial, *old[second + 1 :])
    if frame.kind == MODULE:
        raw.globals[frame.file] = flat
        _share_globals(raw, frame.file, flat)
    else:
        frame.locals, frame.frame = flat, None
        raw.touch_stack(thread, depth)
    return at + 4


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
    for one in [*raw.heap.values()]:
        objects.free(raw, one)
    raw.forget_references()
    raw.locks, raw.relocked = {}, True
    for key in raw.ranges:
        raw.touch_range(key)
    raw.ranges = {}
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
    is_so = generation >= 0 and (not freed or 0 < min(freed) <= max(freed) <= raw.highest)
    if not is_so and not raw.is_restoring:
        raise Fault("a collection of what never was")
    raw.collections += ((generation, freed),)
    return end


def _expression(raw: RawState, numbers: Numbers, at: int) -> int:
    """The state does not depend on it."""
    thread, frame, file, *place, kind, ordinal, value, _, count, type_, ended, size = numbers[
        at : at + 15
    ]
    line, column, _, end_column = place
    is_place = line >= 1 and min(column, end_column) >= 0 and place[:2] <= place[2:]
    is_value = 0 <= kind < len(wire.EXPRESSION_KINDS) and ordinal >= 0 and value != 0
    if (
        not (thread >= 1 and frame >= 0 and is_place and is_value)
        or count < -1
        or ended not in _BITS
    ):
        raise Fault(f"an expression in line {line} that cannot be")
    raw.name(file)
    raw.name(type_)
    if len(raw.take_text(size)) > wire.MOST_BRIEF:
        raise Fault(f"an expression in line {line} that cannot be")
    raw.evaluated = max(raw.evaluated, value)
    raw.evaluations += 1
    return at + 15


def _meanwhile(raw: RawState, numbers: Numbers, at: int) -> int:
    """The state does not depend on it."""
    serial, count = numbers[at : at + 2]
    if not 0 < serial <= raw.highest or count <= 0:
        raise Fault(f"a count of object {serial} inside a line that cannot be")
    return at + 2


BEFORE_STEP: dict[int, Operation] = {
    wire.HELLO: _hello,
    wire.TEXT: _text,
    wire.STEP: _step,
    wire.SOURCE: _source,
}
"""What a record may begin with; without a step it consists of these alone."""

IN_STEP: dict[int, Operation] = {
    wire.TEXT: _text,
    wire.THREAD: _thread,
    wire.POP: _pop,
    wire.PUSH: _push,
    wire.LINE: _line,
    wire.GLOBALS: _globals,
    wire.BIND: _bind,
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
    wire.HELD: holding.held,
    wire.LOCKS: holding.locks,
    wire.RANGE: holding.range_of_addresses,
    wire.APART: objects.apart,
    wire.DELETED: objects.deleted,
    wire.EXPRESSION: _expression,
    wire.MEANWHILE: _meanwhile,
    wire.MORE: _more,
    **{number: _frame_list(field, each) for number, field, each in FRAME_LISTS},
}
"""What follows ``STEP`` in its record."""
