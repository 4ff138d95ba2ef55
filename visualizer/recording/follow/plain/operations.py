"""The operations of a record: for each a function, and the number of its operands."""

from collections.abc import Callable

from visualizer.recorder import wire
from visualizer.recording.follow.plain import objects
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import (
    FRAME_LISTS,
    HIGHEST_ADDRESS,
    LARGEST_SIZE,
    MODULE,
    Fault,
    Numbers,
    RawFrame,
)

_BITS = 0, 1


type Operation = tuple[Callable[..., None], int, int]
"""A function that takes the operands, and the list if the last operand counts one; the number of
operands; the numbers of an item of the list, 0 without a list."""


# ---- operations allowed before a step ----


def _hello(raw: RawState, operands: Numbers) -> None:
    version, _process, python, recorder = operands
    if version != wire.VERSION:
        raise Fault(f"the recorder speaks version {version}, this program {wire.VERSION}")
    raw.hello = (raw.take_text(python), raw.take_text(recorder))


def _text(raw: RawState, operands: Numbers) -> None:
    text = raw.take_text(*operands)
    if raw.names_sent == raw.name_count:
        raw.names.append(text)
        raw.name_count += 1
    elif raw.names[raw.names_sent] != text:
        raise Fault(f"name {raw.names_sent} is not what it was")
    raw.names_sent += 1


def _source(raw: RawState, operands: Numbers) -> None:
    file, size = operands
    raw.sources[raw.name(file)] = raw.take_text(size)


# ---- stacks and names ----


def _thread(raw: RawState, operands: Numbers) -> None:
    thread, name = operands
    if thread < 1:
        raise Fault(f"thread {thread}")
    raw.name(name)
    raw.new_threads[thread] = name


def _pop(raw: RawState, operands: Numbers) -> None:
    thread, count = operands
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


def _push(raw: RawState, operands: Numbers) -> None:
    thread, serial, function, file, kind, line = operands
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


def _line(raw: RawState, operands: Numbers) -> None:
    thread, depth, line = operands
    frame = raw.frame_at(thread, depth)
    if line < 0:
        raise Fault(f"line {line}")
    frame.line, frame.frame = line, None
    raw.touch_stack(thread, depth)


def _frame_list(field: str, each: str) -> Operation:
    """Return the operation that replaces a list of a frame: see ``FRAME_LISTS``."""

    def take(raw: RawState, operands: Numbers, new: Numbers) -> None:
        thread, depth, _ = operands
        frame = raw.frame_at(thread, depth)
        if field == "locals" and frame.kind == MODULE:
            raise Fault("locals of a module, which are its global names")
        old = getattr(frame, field)
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

    return (take, 3, len(each))


def _globals(raw: RawState, operands: Numbers) -> None:
    file, count = operands
    if count != -1:
        _globals_from(raw, (file, 0, count), raw.take_items(count, 2))
        return
    raw.name(file)
    raw.gone += raw.globals.pop(file, ())[1::2]
    _share_globals(raw, file, ())


def _globals_from(raw: RawState, operands: Numbers, new: Numbers) -> None:
    file, kept, _ = operands
    raw.name(file)
    old = raw.globals.get(file, ())
    if not 0 <= 2 * kept <= len(old):
        raise Fault(f"global name {kept} of {len(old) // 2}")
    raw.gone += old[2 * kept + 1 :: 2]
    raw.take_pairs(new)
    raw.globals[file] = flat = (*old[: 2 * kept], *new)
    _share_globals(raw, file, flat)


def _bind(raw: RawState, operands: Numbers) -> None:
    thread, depth, place, serial = operands
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


def _reset(raw: RawState, _: Numbers) -> None:
    for thread, stack in list(raw.stacks.items()):
        _pop(raw, (thread, len(stack)))
    for file in list(raw.globals):
        _globals(raw, (file, -1))
    for one in [*raw.heap.values()]:
        objects.free(raw, one)
    # Also drop those of an unfinished step.
    raw.new, raw.gone, raw.born, raw.held = [], [], [], {}
    raw.half_way = False
    raw.locks, raw.relocked = {}, True
    for key in raw.ranges:
        raw.touch_range(key)
    raw.ranges = {}


# ---- the step itself ----


def _more(raw: RawState, _: Numbers) -> None:
    if raw.numbers_at != len(raw.numbers):
        raise Fault("a record that goes on behind its end")
    raw.more = True


def _value(raw: RawState, operands: Numbers) -> None:
    (raw.value,) = operands


def _exception(raw: RawState, operands: Numbers) -> None:
    (raw.exception,) = operands


def _collection(raw: RawState, operands: Numbers, freed: Numbers) -> None:
    generation, _ = operands
    is_so = generation >= 0 and (not freed or 0 < min(freed) <= max(freed) <= raw.highest)
    if not is_so and not raw.is_restoring:
        raise Fault("a collection of what never was")
    raw.collections += ((generation, freed),)


def _expression(raw: RawState, operands: Numbers) -> None:
    """Check an expression's value; the state does not depend on it."""
    thread, frame, file, *place, kind, ordinal, value, _, count, type_, ended, size = operands
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


def _meanwhile(raw: RawState, operands: Numbers) -> None:
    """Check a count within a line; the state does not depend on it."""
    serial, count = operands
    if not 0 < serial <= raw.highest or count <= 0:
        raise Fault(f"a count of object {serial} inside a line that cannot be")


# ---- references other than contents, and ranges of addresses ----


def _runs(raw: RawState, operands: Numbers) -> None:
    """The innermost frame of a thread runs this code object."""
    thread, code, address, namespace = operands
    stack = raw.stacks.get(thread)
    if not stack or code not in raw.codes or min(address, namespace) < 0:
        raise Fault(f"code {code} is not known, or has no frame at {address}")
    frame = stack[-1]
    frame.code, frame.address, frame.namespace, frame.frame = code, address, namespace, None


def _held(raw: RawState, operands: Numbers) -> None:
    """The interpreter itself holds a reference to an object at this step."""
    way, serial, count = operands
    if not 0 <= way < len(wire.HELD_WAYS) or serial < 1 or count < 1:
        raise Fault(f"object {serial} is held {count} times in way {way}")
    raw.in_flight += operands


def _code(raw: RawState, operands: Numbers, variables: Numbers) -> None:
    """A code object, which the recorder sends once."""
    number, name, file, line, address, marks, namespace, _ = operands
    constants = raw.take_list(3)
    if number != len(raw.codes) + 1 or min(line, address, marks, namespace) < 0:
        raise Fault(f"code {number} at {address} in line {line}")
    for one in (name, file, *variables[::2]):
        raw.name(one)
    if any(count < 0 for count in constants[2::3]):
        raise Fault(f"code {number} has a constant that is held less than not at all")
    raw.codes[number] = (*operands, *variables, len(constants) // 3, *constants)
    raw.coded.append(number)


def _parts(raw: RawState, operands: Numbers, parts: Numbers) -> None:
    """Take the references of an object besides its content."""
    serial, kinds = operands[0], parts[::3]
    if kinds and not 0 <= min(kinds) <= max(kinds) < len(wire.PARTS_OF):
        raise Fault(f"object {serial} has a part of kind {max(kinds)}")
    one = raw.known(serial)
    one.parts, one.made_parts = parts, ()


def _locks(raw: RawState, operands: Numbers) -> None:
    """All locks in use: which thread holds each, and which threads wait for it."""
    (count,), found = operands, dict[int, Numbers]()
    for _ in range(count):
        serial, holder = raw.take_numbers(2)
        use = [holder]
        for _ in range(3):
            threads = raw.take_list(1)
            use += (len(threads), *threads)
        found[serial] = tuple(use)
    if count < 0 or len(found) != count or any(min(use) < 0 for use in found.values()):
        raise Fault("locks that cannot be")
    raw.locks, raw.relocked = found, True


def key_of_range(kind: int, start: int) -> int:
    """The key of a range: two of different kinds may begin at one address."""
    return start << 2 | kind


def _range_of_addresses(raw: RawState, operands: Numbers, facts: Numbers) -> None:
    """A range of addresses, in place of the last one of its kind and start."""
    kind, start, size, _ = operands
    is_sized = 0 <= start < HIGHEST_ADDRESS and 0 <= size <= LARGEST_SIZE
    if not 0 <= kind < wire.RANGE_KINDS or not is_sized or (facts and min(facts) < 0):
        raise Fault(f"a range of kind {kind} at {start}")
    key = key_of_range(kind, start)
    raw.ranges.pop(key, None)
    if size:
        raw.ranges[key] = operands + facts
    raw.touch_range(key)


BEFORE_STEP: dict[int, Operation] = {
    wire.HELLO: (_hello, 4, 0),
    wire.TEXT: (_text, 1, 0),
    wire.STEP: (RawState.begin_step, 7, 0),
    wire.SOURCE: (_source, 2, 0),
}
"""The operations that a record may begin with; a record without a step has only these."""

IN_STEP: dict[int, Operation] = {
    wire.TEXT: (_text, 1, 0),
    wire.THREAD: (_thread, 2, 0),
    wire.POP: (_pop, 2, 0),
    wire.PUSH: (_push, 6, 0),
    wire.LINE: (_line, 3, 0),
    wire.GLOBALS: (_globals, 2, 0),
    wire.GLOBALS_FROM: (_globals_from, 3, 2),
    wire.BIND: (_bind, 4, 0),
    wire.OBJECT: (objects.new, 7, 0),
    wire.CONTENT: (objects.content, 3, 1),
    wire.SPLICE: (objects.splice, 4, 1),
    wire.COUNT: (objects.count, 2, 0),
    wire.SIZE: (objects.size, 2, 0),
    wire.UNREACHABLE: (objects.unreachable, 2, 0),
    wire.FREED: (objects.freed, 1, 1),
    wire.RESET: (_reset, 0, 0),
    wire.VALUE: (_value, 1, 0),
    wire.EXCEPTION: (_exception, 1, 0),
    wire.COLLECTION: (_collection, 2, 1),
    wire.SOURCE: (_source, 2, 0),
    wire.PARTS: (_parts, 2, 3),
    wire.CODE: (_code, 8, 2),
    wire.RUNS: (_runs, 4, 0),
    wire.HELD: (_held, 3, 0),
    wire.LOCKS: (_locks, 1, 0),
    wire.RANGE: (_range_of_addresses, 4, 1),
    wire.APART: (objects.apart, 2, 0),
    wire.DELETED: (objects.deleted, 2, 0),
    wire.EXPRESSION: (_expression, 15, 0),
    wire.MEANWHILE: (_meanwhile, 2, 0),
    wire.MORE: (_more, 0, 0),
    **{number: _frame_list(field, each) for number, field, each in FRAME_LISTS},
}
"""The operations that may follow ``STEP`` in its record."""
