"""The operations that tell of objects: births, changes, deaths."""

from visualizer.recorder import wire
from visualizer.recording.follow.plain.bodies import (
    base_at,
    check_entries,
    check_length,
    counted,
    give_body,
    read_body,
    references,
)
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import LARGEST_SIZE, Fault, Numbers, RawObject


def new(raw: RawState, numbers: Numbers, at: int) -> int:
    """A new object."""
    first = at + 7
    kind, length = numbers[at + 5 : first]
    end = first + length
    if length < 0 or end > len(numbers):
        raise Fault("a content that is longer than its record")
    one = born(raw, numbers[at : at + 5])
    give_body(raw, one, kind, numbers[first:end])
    raw.born.append(one)
    return end


def born(raw: RawState, facts: Numbers) -> RawObject:
    """A new object with its ``facts``, still without a content."""
    serial, address, count, size, type_ = facts
    if serial <= raw.highest or serial in raw.heap:
        raise Fault(f"object {serial} is born a second time")
    is_sized = 0 <= size <= LARGEST_SIZE
    if address < 0 or count < -1 or not is_sized or not 0 <= type_ < raw.name_count:
        raise Fault(f"object {serial} at {address} with count {count}, size {size}, type {type_}")
    raw.touch(serial)
    raw.heap[serial] = one = RawObject(serial, address, count, size, type_)
    raw.note_birth(one)
    return one


def content(raw: RawState, numbers: Numbers, at: int) -> int:
    """An object has another content."""
    serial, kind, length = numbers[at : at + 3]
    one = raw.known(serial)
    end = counted(numbers, at + 3, length)
    raw.gone += references(one)
    read_body(raw, one, kind, numbers[at + 3 : end])
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
    (check_entries if kind == wire.MAPPING else check_length)(whole, items)
    before = (*one.body[: head - 1], items + 1, whole) if head else (whole,)
    one.body = before + one.body[head + 1 : first] + added + one.body[last:]
    one.content = None
    return end + 1


def count(raw: RawState, numbers: Numbers, at: int) -> int:
    """Another reference count."""
    serial, count = numbers[at : at + 2]
    if count < -1:
        raise Fault(f"a count of {count}")
    raw.known(serial).count = count
    return at + 2


def size(raw: RawState, numbers: Numbers, at: int) -> int:
    """Another size."""
    serial, size = numbers[at : at + 2]
    if not 0 <= size <= LARGEST_SIZE:
        raise Fault(f"object {serial} with size {size}")
    one = raw.known(serial)
    raw.heap_bytes += size - one.size
    one.size = size
    return at + 2


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
    freed = numbers[at + 1 : end]
    for serial in freed:
        one = raw.heap.get(serial)
        if one is None or serial > raw.highest:
            raise Fault(f"object {serial} was freed but not there")
        raw.touch(serial)
        del raw.heap[serial]
        if one.kind != wire.SCALAR:
            raw.gone += references(one)
        raw.dead.append(one)
        raw.note_death(one)
    return end
