"""The operations on objects: births, changes, deaths."""

from collections.abc import Callable

from visualizer.recorder import wire
from visualizer.recording.follow.plain.bodies import (
    base_at,
    check_items,
    references,
    take_body,
)
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import LARGEST_SIZE, Fault, Numbers, RawObject

_ANY = (1 << 63) - 1


def new(raw: RawState, operands: Numbers) -> None:
    """A new object."""
    serial, address, count, size, type_, kind, length = operands
    if not 0 <= length <= len(raw.numbers) - raw.numbers_at:
        raise Fault("a content that is longer than its record")
    if serial <= raw.highest or serial in raw.heap:
        raise Fault(f"object {serial} is born a second time")
    is_sized = 0 <= size <= LARGEST_SIZE
    if address < 0 or count < -1 or not is_sized or not 0 <= type_ < raw.name_count:
        raise Fault(f"object {serial} at {address} with count {count}, size {size}, type {type_}")
    raw.touch(serial)
    raw.heap[serial] = one = RawObject(serial, address, count, size, type_)
    raw.newest = max(raw.newest, serial)
    raw.heap_bytes += size
    if raw.is_of_lives:
        raw.births.extend((raw.steps + 1, serial, address))
    take_body(raw, one, kind, raw.take_numbers(length))
    raw.born.append(one)


def content(raw: RawState, operands: Numbers, body: Numbers) -> None:
    """Replace the content of an object."""
    serial, kind, _ = operands
    one = raw.known(serial)
    raw.gone += references(one)
    take_body(raw, one, kind, body)


def splice(raw: RawState, operands: Numbers, added: Numbers) -> None:
    """Replace some items of a container."""
    serial, start, removed, count = operands
    (whole,) = raw.take_numbers(1)
    one = raw.known(serial)
    kind, head = one.kind, 0
    if kind == wire.INSTANCE and base_at(one.body) < len(one.body):
        head = base_at(one.body) + 2
        kind = one.body[head - 2]
    if kind not in (wire.SEQUENCE, wire.MAPPING):
        raise Fault(f"object {serial} has no items")
    first = head + 1 + start
    last = first + removed
    if start < 0 or removed < 0 or last > len(one.body):
        raise Fault("items replaced beyond the end of a container")
    raw.gone += one.body[first:last]
    raw.new += added
    items = len(one.body) - head - 1 - removed + count
    check_items(kind, whole, items)
    before = (*one.body[: head - 1], items + 1, whole) if head else (whole,)
    one.body = before + one.body[head + 1 : first] + added + one.body[last:]
    one.content = None


def field(attribute: str, name: str, least: int, most: int) -> Callable[[RawState, Numbers], None]:
    """Return the operation that sets one number of an object."""

    def take(raw: RawState, operands: Numbers) -> None:
        serial, value = operands
        if not least <= value <= most:
            raise Fault(f"object {serial} with {name} {value}")
        one = raw.known(serial)
        if attribute == "size":
            raw.heap_bytes += value - one.size
        setattr(one, attribute, value)
        if attribute == "unreachable" and raw.is_of_lives:
            raw.islands.extend((raw.steps + 1, serial, value))

    return take


count = field("count", "count", -1, _ANY)
size = field("size", "size", 0, LARGEST_SIZE)
unreachable = field("unreachable", "flag", 0, 1)
apart = field("apart", "second block", 0, _ANY)
deleted = field("deleted", "deleted entries", 0, LARGEST_SIZE)


def freed(raw: RawState, _: Numbers, serials: Numbers) -> None:
    """Objects have died."""
    if raw.is_restoring:
        # A keyframe's heap no longer has the objects that the step freed.
        raw.freed += serials
        return
    for serial in serials:
        one = raw.heap.get(serial)
        if one is None or serial > raw.highest:
            raise Fault(f"object {serial} was freed but not there")
        free(raw, one)


def free(raw: RawState, one: RawObject) -> None:
    """Remove a live object that died."""
    raw.touch(one.serial)
    del raw.heap[one.serial]
    raw.gone += references(one)
    raw.dead.append(one)
    raw.heap_bytes -= one.size
    raw.freed.append(one.serial)
    if raw.is_of_lives:
        raw.deaths.extend((raw.steps + 1, one.serial))
