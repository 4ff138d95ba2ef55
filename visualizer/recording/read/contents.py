"""The model's contents, made of operands that have been checked."""

from collections.abc import Callable
from collections.abc import Sequence as Names

from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Code,
    Constant,
    Content,
    ExceptionBody,
    Frame,
    FrameKind,
    Function,
    Generator,
    HeapObject,
    InFlight,
    Instance,
    Iterator,
    Lock,
    LockUse,
    Mapping,
    Method,
    Module,
    Named,
    Other,
    Part,
    Scalar,
    Sequence,
    WeakReference,
)
from visualizer.model.making import fast_constructor
from visualizer.recorder import wire
from visualizer.recording.follow.plain.bodies import base_at
from visualizer.recording.follow.plain.raw_objects import Numbers, RawFrame, RawObject

_scalar_of, _sequence_of = fast_constructor(Scalar), fast_constructor(Sequence)
_mapping_of, _instance_of = fast_constructor(Mapping), fast_constructor(Instance)
_heap_object_of, _frame_of = fast_constructor(HeapObject), fast_constructor(Frame)
_FRAME_KINDS = tuple(FrameKind(name) for name in wire.FRAME_KINDS)


def content_of(one: RawObject, names: Names[str]) -> Content:
    """The content of ``one``."""
    return _MAKERS[one.kind](one, one.body, names)


def object_of(one: RawObject, names: Names[str]) -> HeapObject:
    """The whole of ``one``; what does not change of it is made once."""
    content = one.content
    if content is None:
        content = one.content = content_of(one, names)
    if one.parts and not one.made_parts:
        one.made_parts = parts_of(one.parts)
    return _heap_object_of(
        one.serial,
        names[one.type],
        one.address,
        None if one.count == -1 else one.count,
        one.size,
        content,
        one.unreachable == 1,
        one.made_parts,
    )


def frame_of(frame: RawFrame, names: Names[str], own: Named) -> Frame:
    """A frame whose names are ``own``, made once."""
    if frame.frame is None:
        frame.frame = _frame_of(
            frame.serial,
            names[frame.function],
            names[frame.file],
            frame.line,
            _FRAME_KINDS[frame.kind],
            own,
            frame.code or None,
            frame.address,
            frame.namespace,
            frame.operands,
            tuple(names[name] for name in frame.lent),
        )
    return frame.frame


def named(flat: Numbers, names: Names[str]) -> Named:
    """Names and serials in turn, as pairs of text and serial."""
    return tuple(zip(map(names.__getitem__, flat[::2]), flat[1::2], strict=True))


def parts_of(numbers: Numbers) -> tuple[Part, ...]:
    """What an object refers to beside its content."""
    triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    return tuple(Part(wire.PARTS_OF[kind], address, through) for kind, address, through in triples)


def handed_of(numbers: Numbers) -> tuple[InFlight, ...]:
    """What the interpreter holds just now."""
    triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    return tuple(InFlight(wire.HELD_WAYS[way], serial, count) for way, serial, count in triples)


def code_of(numbers: Numbers, names: Names[str]) -> Code:
    """A code object, from the operands of ``CODE``."""
    number, name, file, line, address, marks, namespace, variables = numbers[:8]
    middle = 8 + 2 * variables
    pairs = list(zip(numbers[8:middle:2], numbers[9:middle:2], strict=True))
    rest = numbers[middle + 1 :]
    return Code(
        *(number, names[name], names[file], line, address, marks & wire.OF_PROGRAM != 0, namespace),
        tuple(names[variable] for variable, free in pairs if not free),
        tuple(names[variable] for variable, free in pairs if free),
        tuple(map(Constant, rest[::3], rest[1::3], rest[2::3])),
        marks & wire.PAUSES != 0,
    )


def _text(one: RawObject) -> str:
    return one.text.decode("utf-8", "surrogatepass")


def _scalar(one: RawObject, body: Numbers, _names: Names[str]) -> Scalar:
    whole = body[0]
    return _scalar_of(_text(one), None if whole == -1 else whole)


def _sequence(_one: RawObject, body: Numbers, _names: Names[str]) -> Sequence:
    return _sequence_of(body[1:], body[0])


def _mapping(_one: RawObject, body: Numbers, _names: Names[str]) -> Mapping:
    return _mapping_of(tuple(zip(body[1::2], body[2::2], strict=True)), body[0])


def _instance(one: RawObject, body: Numbers, names: Names[str]) -> Instance:
    end = base_at(body)
    base = _BASES[body[end]](one, body[end + 2 :], names) if end < len(body) else None
    return _instance_of(body[0], named(body[2:end], names), base)


def _class(_one: RawObject, body: Numbers, names: Names[str]) -> ClassBody:
    end = 2 + body[1]
    return ClassBody(names[body[0]], body[2:end], named(body[end:], names))


def _function(_one: RawObject, body: Numbers, names: Names[str]) -> Function:
    name, line, code, cells = body[:4]
    end = 4 + 2 * cells
    rest = end + 1 + body[end]
    closure, attributes = named(body[4:end], names), named(body[rest:], names)
    return Function(names[name], line, code or None, closure, body[end + 1 : rest], attributes)


def _method(_one: RawObject, body: Numbers, _names: Names[str]) -> Method:
    return Method(*body)


def _cell(_one: RawObject, body: Numbers, _names: Names[str]) -> Cell:
    return Cell(body[0] or None)


def _generator(_one: RawObject, body: Numbers, names: Names[str]) -> Generator:
    return Generator(wire.GENERATOR_STATES[body[0]], body[1], named(body[2:], names))


def _suspended(_one: RawObject, body: Numbers, names: Names[str]) -> Generator:
    state, line, awaits = body[:3]
    is_awaited = state == len(wire.GENERATOR_STATES) - 1
    own = named(body[3:], names)
    return Generator(wire.GENERATOR_STATES[state], line, own, awaits or None, is_awaited)


def _iterator(_one: RawObject, body: Numbers, _names: Names[str]) -> Iterator:
    return Iterator(body[0] or None, body[1])


def _weak_reference(_one: RawObject, body: Numbers, _names: Names[str]) -> WeakReference:
    return WeakReference(body[0] or None)


def _exception(_one: RawObject, body: Numbers, names: Names[str]) -> ExceptionBody:
    cls, args, cause, context, traceback = (serial or None for serial in body[:5])
    return ExceptionBody(cls, args, cause, context, traceback, named(body[5:], names))


def _module(_one: RawObject, body: Numbers, names: Names[str]) -> Module:
    return Module(names[body[0]])


def _array(one: RawObject, body: Numbers, names: Names[str]) -> Array:
    base, offset, nbytes, dimensions = body[:4]
    shape, strides = body[4 : 4 + dimensions], body[4 + dimensions : 4 + 2 * dimensions]
    text = _text(one)
    rows = tuple(tuple(row.split(wire.VALUE_END)) for row in text.split(wire.ROW_END) if text)
    start = None if offset == -1 else offset
    return Array(shape, names[body[-2]], strides, base or None, nbytes, rows, start)


def _lock(_one: RawObject, body: Numbers, _names: Names[str]) -> Lock:
    locked, owner, count = body
    return Lock(locked == 1, owner or None, None if count == -1 else count)


def lock_use_of(numbers: Numbers) -> LockUse:
    """Who holds a lock and who waits for it."""
    threads = []
    at = 1
    for _ in range(3):
        end = at + 1 + numbers[at]
        threads.append(numbers[at + 1 : end])
        at = end
    return LockUse(numbers[0] or None, *threads)


def _other(_one: RawObject, body: Numbers, _names: Names[str]) -> Other:
    return Other(body)


def _structure(_one: RawObject, body: Numbers, names: Names[str]) -> Other:
    end = 1 + body[0]
    rest = end + 1 + 2 * body[end]
    facts = [names[number] for number in body[rest:]]
    pairs = tuple(zip(facts[::2], facts[1::2], strict=True))
    return Other(body[1:end], named(body[end + 1 : rest], names), pairs)


_BASES: dict[int, Callable[[RawObject, Numbers, Names[str]], Scalar | Sequence | Mapping]] = {
    wire.SCALAR: _scalar,
    wire.SEQUENCE: _sequence,
    wire.MAPPING: _mapping,
}
_MAKERS: dict[int, Callable[[RawObject, Numbers, Names[str]], Content]] = {
    **_BASES,
    wire.INSTANCE: _instance,
    wire.CLASS: _class,
    wire.FUNCTION: _function,
    wire.METHOD: _method,
    wire.CELL: _cell,
    wire.GENERATOR: _generator,
    wire.ITERATOR: _iterator,
    wire.WEAKREF: _weak_reference,
    wire.EXCEPTION_BODY: _exception,
    wire.MODULE: _module,
    wire.ARRAY: _array,
    wire.OTHER: _other,
    wire.SUSPENDED: _suspended,
    wire.STRUCTURE: _structure,
    wire.LOCK: _lock,
}
