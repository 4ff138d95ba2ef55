"""The operations that tell of objects: births, changes, deaths."""

from collections.abc import Callable

from visualizer.recorder import wire
from visualizer.recording.follow.plain.bodies import (
    base_at,
    check_items,
    counted,
    references,
    take_body,
)
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import LARGEST_SIZE, Fault, Numbers, RawObject

type Operation = Callable[[RawState, Numbers, int], int]
"""Takes the operands of an operation, from a place on, and says where they end."""

_ANY = (1 << 63) - 1


def new(raw: RawState, numbers: Numbers, at: int) -> int:
    """A new object."""
    first = at + 7
    kind, length = numbers[at + 5 : first]
    end = first + length
    if length < 0 or end > len(numbers):
        raise Fault("a content that is longer than its record")
    serial, address, count, size, type_ = numbers[at : at + 5]
    if serial <= raw.highest or serial in raw.heap:
        raise Fault(f"object {serial} is born a second time")
    is_sized = 0 <= size <= LARGEST_SIZE
    if address < 0 or count < -1 or not is_sized or not 0 <= type_ < raw.name_count:
        raise Fault(f"object {serial} at {address} with count {count}, size {size}, type {type_}")
    raw.touch(serial)
    raw.heap[serial] = one = RawObject(serial, address, count, size, type_)
    raw.note_birth(one)
    take_body(raw, one, kind, numbers[first:end])
    raw.born.append(one)
    return end


def content(raw: RawState, numbers: Numbers, at: int) -> int:
    """An object has another content."""
    serial, kind, length = numbers[at : at + 3]
    one = raw.known(serial)
    end = counted(numbers, at + 3, length)
    raw.gone += references(one)
    take_body(raw, one, kind, numbers[at + 3 : end])
    return end


def splice(raw: RawState, numbers: Numbers, at: int) -> int:
    """Some items of a container give way to others."""
    serial, start, removed, count = numbers[at : at + 4]
    end = counted(numbers, at + 4, count)
    one, added, whole = raw.known(serial), numbers[at + 4 : end], numbers[end]
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
    return end + 1


def field(attribute: str, name: str, least: int, most: int) -> Operation:
    """Another number of an object, which is told alone."""

    def take(raw: RawState, numbers: Numbers, at: int) -> int:
        serial, value = numbers[at : at + 2]
        if not least <= value <= most:
            raise Fault(f"object {serial} with {name} {value}")
        one = raw.known(serial)
        if attribute == "size":
            raw.heap_bytes += value - one.size
        setattr(one, attribute, value)
        return at + 2

    return take


count = field("count", "count", -1, _ANY)
size = field("size", "size", 0, LARGEST_SIZE)
apart = field("apart", "second block", 0, _ANY)
deleted = field("deleted", "deleted entries", 0, LARGEST_SIZE)


def unreachable(raw: RawState, numbers: Numbers, at: int) -> int:
    """Only a cycle keeps an object alive, or no longer."""
    serial, flag = numbers[at : at + 2]
    if flag not in (0, 1):
        raise Fault(f"object {serial} with flag {flag}")
    raw.known(serial).unreachable = flag
    if raw.is_of_lives:
        raw.islands.extend((raw.steps + 1, serial, flag))
    return at + 2


def freed(raw: RawState, numbers: Numbers, at: int) -> int:
    """Objects have died."""
    end = counted(numbers, at + 1, numbers[at])
    if raw.is_restoring:
        # In a keyframe the step's dead have left the heap already.
        raw.freed += numbers[at + 1 : end]
        return end
    for serial in numbers[at + 1 : end]:
        one = raw.heap.get(serial)
        if one is None or serial > raw.highest:
            raise Fault(f"object {serial} was freed but not there")
        free(raw, one)
    return end


def free(raw: RawState, one: RawObject) -> None:
    """A live object has died."""
    raw.touch(one.serial)
    del raw.heap[one.serial]
    raw.gone += references(one)
    raw.dead.append(one)
    raw.note_death(one)
