"""Makes the model's contents from checked operands."""

from collections.abc import Callable
from collections.abc import Sequence as Names
from dataclasses import replace
from functools import lru_cache
from typing import Any

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
    Range,
    RangeKind,
    Scalar,
    Sequence,
    WeakReference,
)
from visualizer.recorder import wire
from visualizer.recording.follow.plain.bodies import parts
from visualizer.recording.follow.plain.raw_objects import Numbers, RawFrame, RawObject
from visualizer.recording.read.making import fast_constructor

_scalar_of, _sequence_of = fast_constructor(Scalar), fast_constructor(Sequence)
_mapping_of, _instance_of = fast_constructor(Mapping), fast_constructor(Instance)
_heap_object_of, _frame_of = fast_constructor(HeapObject), fast_constructor(Frame)
_RANGE_KINDS = tuple(RangeKind)
"""In the order of ``RANGE_IMAGE`` and the kinds after it."""
_FRAME_KINDS = tuple(FrameKind(name) for name in wire.FRAME_KINDS)


def content_of(kind: int, body: Numbers, text: bytes, names: Names[str]) -> Content:
    """The content of an object, from its operands and text."""
    return _MAKERS[kind](*_values(kind, body, text, names))


def object_of(one: RawObject, names: Names[str]) -> HeapObject:
    """Return the model object of ``one``; its content and parts are cached."""
    content = one.content
    if content is None:
        content = one.content = content_of(one.kind, one.body, one.text, names)
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
        one.apart,
        one.deleted,
    )


def frame_of(frame: RawFrame, names: Names[str], own: Named) -> Frame:
    """Return the model's frame, with the names ``own``; it is cached."""
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
            named(frame.comprehension, names),
        )
    return frame.frame


def named(flat: Numbers, names: Names[str]) -> Named:
    """Return alternating names and serials as pairs of text and serial."""
    return tuple(zip(map(names.__getitem__, flat[::2]), flat[1::2], strict=True))


def parts_of(numbers: Numbers) -> tuple[Part, ...]:
    """Return the references of an object besides its content."""
    triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    return tuple(Part(wire.PARTS_OF[kind], address, through) for kind, address, through in triples)


def in_flight_of(numbers: Numbers) -> tuple[InFlight, ...]:
    """The references that the interpreter itself holds."""
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


@lru_cache(4096)
def range_of(numbers: Numbers) -> Range:
    """A range of addresses, from the operands of ``RANGE``; cached, as most repeat."""
    kind, start, size, _count, *facts = numbers
    return Range(_RANGE_KINDS[kind], start, size, tuple(facts))


def lock_use_of(numbers: Numbers) -> LockUse:
    """Which thread holds a lock, and which threads wait for it."""
    threads = []
    at = 1
    for _ in range(3):
        end = at + 1 + numbers[at]
        threads.append(numbers[at + 1 : end])
        at = end
    return LockUse(numbers[0] or None, *threads)


# ---- contents by their kinds ----


def _values(kind: int, body: Numbers, text: bytes, names: Names[str]) -> list[Any]:
    """The operands of a content: names and text as text, None where there is none, and lists."""
    found: list[Any] = []
    for is_list, each, numbers in parts(kind, body):
        if each == "b":
            base = content_of(numbers[0], numbers[2:], text, names) if numbers else None
            found.append(base)
        elif not is_list:
            found += [
                _value(means, number, text, names)
                for means, number in zip(each, numbers, strict=True)
            ]
        elif len(each) == 1:
            found.append(numbers)
        else:
            columns = (numbers[0::2], numbers[1::2])
            read = [
                map(names.__getitem__, of) if means == "n" else of
                for means, of in zip(each, columns, strict=True)
            ]
            found.append(tuple(zip(*read, strict=True)))
    return found


def _value(means: str, number: int, text: bytes, names: Names[str]) -> str | int | None:
    if means == "n":
        return names[number]
    if means == "t":
        return text.decode("utf-8", "surrogatepass")
    return None if (means, number) in (("o", 0), ("m", -1)) else number


def _suspended(state: int, line: int, awaits: int | None, own: Named) -> Generator:
    is_awaited = state == len(wire.GENERATOR_STATES) - 1
    return Generator(wire.GENERATOR_STATES[state], line, own, awaits, is_awaited)


def _array(base: int | None, start: int | None, nbytes: int, *rest: Any) -> Array:
    shape, strides, dtype, text = rest
    rows = tuple(tuple(row.split(wire.VALUE_END)) for row in text.split(wire.ROW_END) if text)
    return Array(shape, dtype, strides, base, nbytes, rows, start)


def _instance(cls: int, attributes: Named, base: Any) -> Instance:
    return _instance_of(cls, _with_distinct_names(attributes), base)


def _exception(*parts: Any) -> ExceptionBody:
    body = ExceptionBody(*parts)
    # The values in its ``__dict__`` precede the fields.
    return replace(body, attributes=_with_distinct_names(body.attributes[::-1])[::-1])


def _with_distinct_names(attributes: Named) -> Named:
    """Give a value in a ``__dict__`` the name ``__dict__['x']`` if it follows a slot ``x``."""
    slots = dict.fromkeys((name for name, _ in attributes), True)
    if len(slots) == len(attributes):
        return attributes
    return tuple(
        (name if slots.pop(name, None) else f"__dict__[{name!r}]", serial)
        for name, serial in attributes
    )


_MAKERS: dict[int, Callable[..., Content]] = {
    wire.SCALAR: lambda length, text: _scalar_of(text, length),
    wire.SEQUENCE: lambda length, items: _sequence_of(items, length),
    wire.MAPPING: lambda length, entries: _mapping_of(entries, length),
    wire.INSTANCE: _instance,
    wire.CLASS: ClassBody,
    wire.FUNCTION: Function,
    wire.METHOD: Method,
    wire.CELL: Cell,
    wire.ITERATOR: Iterator,
    wire.WEAKREF: WeakReference,
    wire.EXCEPTION_BODY: _exception,
    wire.MODULE: Module,
    wire.ARRAY: _array,
    wire.OTHER: Other,
    wire.SUSPENDED: _suspended,
    wire.STRUCTURE: Other,
    wire.LOCK: lambda locked, owner, count: Lock(locked == 1, owner or None, count),
}
