"""The kinds of content on the wire: taken apart, put together, and what they refer to."""

from collections.abc import Callable

from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    Instance,
    Iterator,
    Mapping,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
    WeakReference,
)
from visualizer.recorder import wire
from visualizer.recording.work import Fault, Work


def read_content(work: Work, kind: int, body: tuple[int, ...]) -> Content:
    """The content whose operands are ``body``; what it refers to is held as new references."""
    reader = _READERS.get(kind)
    if reader is None:
        raise Fault(f"content of kind {kind}")
    return reader(work, body)


def _maybe(work: Work, serial: int) -> int | None:
    if serial == 0:
        return None
    work.new.append(serial)
    return serial


def _one(work: Work, serial: int) -> int:
    work.new.append(serial)
    return serial


def _counted(body: tuple[int, ...], start: int, count: int) -> tuple[int, ...]:
    found = body[start : start + count] if count >= 0 else ()
    if len(found) != count:
        raise Fault("a list that is longer than its record")
    return found


def _scalar(work: Work, body: tuple[int, ...]) -> Scalar:
    length, size = body
    text = work.take(size)
    if len(text) > wire.MOST_ITEMS or (length != -1 and length < len(text)):
        raise Fault("a text that is longer than it says")
    return Scalar(text, None if length == -1 else length)


def _sequence(work: Work, body: tuple[int, ...]) -> Sequence:
    items = body[1:]
    return checked_sequence(work, items, body[0], items)


def checked_sequence(
    work: Work, items: tuple[int, ...], length: int, new: tuple[int, ...]
) -> Sequence:
    """A sequence of ``items``, ``new`` being those that were not in it before."""
    if length < len(items) or len(items) > wire.MOST_ITEMS:
        raise Fault("a container that is longer than it says")
    work.new.extend(new)
    return Sequence(items, length)


def _mapping(work: Work, body: tuple[int, ...]) -> Mapping:
    flat = body[1:]
    return checked_mapping(work, flat, body[0], flat)


def checked_mapping(
    work: Work, flat: tuple[int, ...], length: int, new: tuple[int, ...]
) -> Mapping:
    """A mapping of keys and values in turn, ``new`` being those that were not in it before."""
    if len(flat) % 2:
        raise Fault("a key without a value")
    if length < len(flat) // 2 or len(flat) // 2 > wire.MOST_ITEMS:
        raise Fault("a container that is longer than it says")
    work.new.extend(new)
    return Mapping(tuple(zip(flat[::2], flat[1::2], strict=True)), length)


def _instance(work: Work, body: tuple[int, ...]) -> Instance:
    cls, count = body[:2]
    attributes = work.pairs(_counted(body, 2, 2 * count))
    rest = body[2 + 2 * count :]
    base: Scalar | Sequence | Mapping | None = None
    if rest:
        if len(rest) < 2 or rest[1] != len(rest) - 2:
            raise Fault("an instance that is not as long as it says")
        if rest[0] not in (wire.SCALAR, wire.SEQUENCE, wire.MAPPING):
            raise Fault(f"an instance with content of kind {rest[0]}")
        inner = read_content(work, rest[0], rest[2:])
        assert isinstance(inner, (Scalar, Sequence, Mapping))
        base = inner
    return Instance(_one(work, cls), attributes, base)


def _class(work: Work, body: tuple[int, ...]) -> ClassBody:
    name, count = body[:2]
    bases = _counted(body, 2, count)
    work.new.extend(bases)
    return ClassBody(work.name(name), bases, work.pairs(body[2 + count :]))


def _function(work: Work, body: tuple[int, ...]) -> Function:
    name, line, code, cells = body[:4]
    closure = work.pairs(_counted(body, 4, 2 * cells))
    at = 4 + 2 * cells
    defaults = _counted(body, at + 1, body[at])
    work.new.extend(defaults)
    attributes = work.pairs(body[at + 1 + len(defaults) :])
    return Function(work.name(name), line, _maybe(work, code), closure, defaults, attributes)


def _method(work: Work, body: tuple[int, ...]) -> Method:
    owner, function = body
    return Method(_one(work, owner), _one(work, function))


def _cell(work: Work, body: tuple[int, ...]) -> Cell:
    (contents,) = body
    return Cell(_maybe(work, contents))


def _generator(work: Work, body: tuple[int, ...]) -> Generator:
    state, line = body[:2]
    if not 0 <= state < len(wire.GENERATOR_STATES):
        raise Fault(f"a generator in state {state}")
    return Generator(wire.GENERATOR_STATES[state], line, work.pairs(body[2:]))


def _iterator(work: Work, body: tuple[int, ...]) -> Iterator:
    over, position = body
    return Iterator(_maybe(work, over), position)


def _weak_reference(work: Work, body: tuple[int, ...]) -> WeakReference:
    (referent,) = body
    return WeakReference(_maybe(work, referent))


def _exception(work: Work, body: tuple[int, ...]) -> ExceptionBody:
    cls, args, cause, context, traceback = (_maybe(work, serial) for serial in body[:5])
    return ExceptionBody(cls, args, cause, context, traceback, work.pairs(body[5:]))


def _module(work: Work, body: tuple[int, ...]) -> Module:
    (name,) = body
    return Module(work.name(name))


def _array(work: Work, body: tuple[int, ...]) -> Array:
    base, nbytes, dimensions = body[:3]
    shape = _counted(body, 3, dimensions)
    strides = _counted(body, 3 + dimensions, dimensions)
    dtype, size = body[3 + 2 * dimensions :]
    if nbytes < 0 or (shape and min(shape) < 0):
        raise Fault("an array of negative size")
    text = work.take(size)
    return Array(shape, work.name(dtype), strides, _maybe(work, base), nbytes, text)


def _other(work: Work, body: tuple[int, ...]) -> Other:
    work.new.extend(body)
    return Other(body)


_READERS: dict[int, Callable[[Work, tuple[int, ...]], Content]] = {
    wire.SCALAR: _scalar,
    wire.SEQUENCE: _sequence,
    wire.MAPPING: _mapping,
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
}
