"""The contents on the wire: each kind's operands are checked, and its references known."""

from collections.abc import Callable

from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import Fault, Numbers, RawObject

_BASES = (wire.SCALAR, wire.SEQUENCE, wire.MAPPING)
"""What an instance may have beside its attributes."""


def read_body(raw: RawState, one: RawObject, kind: int, body: Numbers) -> None:
    """Give ``one`` another content, checked; what it refers to is held as new references."""
    one.text, one.content = b"", None
    one.parts = one.made_parts = ()
    give_body(raw, one, kind, body)


def give_body(raw: RawState, one: RawObject, kind: int, body: Numbers) -> None:
    """The same for one that has none yet."""
    check = _CHECKS.get(kind)
    if check is None:
        raise Fault(f"content of kind {kind}")
    one.kind, one.body = kind, body
    check(raw, one, body)


def references(one: RawObject) -> Numbers:
    """The serials in a content that has been checked, each as often as it stands there."""
    find = _REFERENCES.get(one.kind)
    if find is None:
        return ()
    found = find(one.body)
    return tuple(filter(None, found)) if one.kind in _WITH_NONE else found


def base_at(body: Numbers) -> int:
    """Where an instance's own content begins: its kind, its length, its operands."""
    return 2 + 2 * body[1]


def counted(numbers: Numbers, start: int, count: int) -> int:
    """Where ``count`` numbers from ``start`` end; ``Fault`` where there are not so many."""
    end = start + count
    if count < 0 or end > len(numbers):
        raise Fault("a list that is longer than its record")
    return end


# ---- checks ----


def _scalar(raw: RawState, one: RawObject, body: Numbers) -> None:
    whole, size = body
    start = raw.text_at
    raw.text_at = end = start + size
    if size < 0 or end > len(raw.text):
        raise Fault("a text that is longer than its record")
    one.text = text = raw.text[start:end]
    characters = size if text.isascii() else len(text.decode("utf-8", "surrogatepass"))
    if characters > wire.MOST_ITEMS or (whole != -1 and whole < characters):
        raise Fault("a text that is longer than it says")


def _sequence(raw: RawState, _one: RawObject, body: Numbers) -> None:
    check_length(body[0], len(body) - 1)
    raw.new += body[1:]


def check_length(whole: int, items: int) -> None:
    """A container of ``whole`` items of which ``items`` were sent."""
    if items > wire.MOST_ITEMS or whole < items:
        raise Fault("a container that is longer than it says")


def _mapping(raw: RawState, _one: RawObject, body: Numbers) -> None:
    check_entries(body[0], len(body) - 1)
    raw.new += body[1:]


def check_entries(whole: int, flat: int) -> None:
    """A mapping of ``whole`` entries of which ``flat`` keys and values were sent."""
    if flat % 2:
        raise Fault("a key without a value")
    check_length(whole, flat // 2)


def _instance(raw: RawState, one: RawObject, body: Numbers) -> None:
    end = counted(body, 2, 2 * body[1])
    raw.new.append(body[0])
    raw.read_pairs(body[2:end])
    if end == len(body):
        return
    kind, size = body[end : end + 2]
    inner = body[end + 2 :]
    if kind not in _BASES or size != len(inner):
        raise Fault(f"an instance with {len(inner)} numbers of kind {kind}")
    _CHECKS[kind](raw, one, inner)


def _class(raw: RawState, _one: RawObject, body: Numbers) -> None:
    raw.name(body[0])
    end = counted(body, 2, body[1])
    raw.new += body[2:end]
    raw.read_pairs(body[end:])


def _function(raw: RawState, _one: RawObject, body: Numbers) -> None:
    raw.name(body[0])
    if body[2]:
        raw.new.append(body[2])
    end = counted(body, 4, 2 * body[3])
    raw.read_pairs(body[4:end])
    rest = counted(body, end + 1, body[end])
    raw.new += body[end + 1 : rest]
    raw.read_pairs(body[rest:])


def _method(raw: RawState, _one: RawObject, body: Numbers) -> None:
    owner, function = body
    raw.new += (owner, function)


def _maybe(raw: RawState, _one: RawObject, body: Numbers) -> None:
    (serial,) = body
    if serial:
        raw.new.append(serial)


def _generator(raw: RawState, _one: RawObject, body: Numbers) -> None:
    state, line = body[:2]
    if not 0 <= state < len(wire.GENERATOR_STATES) or line < 0:
        raise Fault(f"a generator in state {state} in line {line}")
    raw.read_pairs(body[2:])


def _suspended(raw: RawState, one: RawObject, body: Numbers) -> None:
    _generator(raw, one, body[:2])
    if body[2]:
        raw.new.append(body[2])
    raw.read_pairs(body[3:])


def _iterator(raw: RawState, _one: RawObject, body: Numbers) -> None:
    over, _position = body
    if over:
        raw.new.append(over)


def _exception(raw: RawState, _one: RawObject, body: Numbers) -> None:
    if len(body) < 5:
        raise Fault("an exception that is not whole")
    raw.new += filter(None, body[:5])
    raw.read_pairs(body[5:])


def _module(raw: RawState, _one: RawObject, body: Numbers) -> None:
    (name,) = body
    raw.name(name)


def _array(raw: RawState, one: RawObject, body: Numbers) -> None:
    base, offset, nbytes, dimensions = body[:4]
    end = counted(body, 4, 2 * dimensions)
    dtype, size = body[end:]
    if offset < -1 or nbytes < 0 or any(length < 0 for length in body[4 : 4 + dimensions]):
        raise Fault("an array of negative size")
    raw.name(dtype)
    if base:
        raw.new.append(base)
    one.text = raw.read_bytes(size)
    one.text.decode("utf-8", "surrogatepass")


def _other(raw: RawState, _one: RawObject, body: Numbers) -> None:
    raw.new += body


def _structure(raw: RawState, _one: RawObject, body: Numbers) -> None:
    end = counted(body, 1, body[0])
    raw.new += body[1:end]
    rest = counted(body, end + 1, 2 * body[end])
    raw.read_pairs(body[end + 1 : rest])
    if (len(body) - rest) % 2:
        raise Fault("a fact without a value")
    for number in body[rest:]:
        raw.name(number)


def _lock(_raw: RawState, _one: RawObject, body: Numbers) -> None:
    locked, owner, count = body
    if locked not in (0, 1) or owner < 0 or count < -1:
        raise Fault(f"a lock that is {locked}, of thread {owner}, {count} times")


_CHECKS: dict[int, Callable[[RawState, RawObject, Numbers], None]] = {
    wire.SCALAR: _scalar,
    wire.SEQUENCE: _sequence,
    wire.MAPPING: _mapping,
    wire.INSTANCE: _instance,
    wire.CLASS: _class,
    wire.FUNCTION: _function,
    wire.METHOD: _method,
    wire.CELL: _maybe,
    wire.GENERATOR: _generator,
    wire.ITERATOR: _iterator,
    wire.WEAKREF: _maybe,
    wire.EXCEPTION_BODY: _exception,
    wire.MODULE: _module,
    wire.ARRAY: _array,
    wire.OTHER: _other,
    wire.SUSPENDED: _suspended,
    wire.STRUCTURE: _structure,
    wire.LOCK: _lock,
}


# ---- references ----


def _of_instance(body: Numbers) -> Numbers:
    end = base_at(body)
    found = (body[0], *body[3:end:2])
    if end < len(body) and body[end] != wire.SCALAR:
        found += body[end + 3 :]
    return found


def _of_class(body: Numbers) -> Numbers:
    end = 2 + body[1]
    return body[2:end] + body[end + 1 :: 2]


def _of_function(body: Numbers) -> Numbers:
    end = 4 + 2 * body[3]
    rest = end + 1 + body[end]
    return (body[2], *body[5:end:2], *body[end + 1 : rest], *body[rest + 1 :: 2])


def _of_structure(body: Numbers) -> Numbers:
    end = 1 + body[0]
    return (*body[1:end], *body[end + 2 : end + 1 + 2 * body[end] : 2])


_REFERENCES: dict[int, Callable[[Numbers], Numbers]] = {
    wire.SEQUENCE: lambda body: body[1:],
    wire.MAPPING: lambda body: body[1:],
    wire.INSTANCE: _of_instance,
    wire.CLASS: _of_class,
    wire.FUNCTION: _of_function,
    wire.METHOD: lambda body: body,
    wire.CELL: lambda body: body,
    wire.GENERATOR: lambda body: body[3::2],
    wire.ITERATOR: lambda body: body[:1],
    wire.WEAKREF: lambda body: body,
    wire.EXCEPTION_BODY: lambda body: body[:5] + body[6::2],
    wire.ARRAY: lambda body: body[:1],
    wire.OTHER: lambda body: body,
    wire.SUSPENDED: lambda body: (body[2], *body[4::2]),
    wire.STRUCTURE: _of_structure,
}
_WITH_NONE = (
    *(
        wire.SUSPENDED,
        wire.FUNCTION,
        wire.CELL,
        wire.ITERATOR,
        wire.WEAKREF,
        wire.EXCEPTION_BODY,
        wire.ARRAY,
    ),
)
