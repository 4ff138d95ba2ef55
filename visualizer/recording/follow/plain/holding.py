"""The operations for references other than contents: see ``wire``."""

from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import (
    HIGHEST_ADDRESS,
    LARGEST_SIZE,
    Fault,
    Numbers,
)


def runs(raw: RawState, operands: Numbers) -> None:
    """The innermost frame of a thread runs this code object."""
    thread, code, address, namespace = operands
    stack = raw.stacks.get(thread)
    if not stack or code not in raw.codes or min(address, namespace) < 0:
        raise Fault(f"code {code} is not known, or has no frame at {address}")
    frame = stack[-1]
    frame.code, frame.address, frame.namespace, frame.frame = code, address, namespace, None


def held(raw: RawState, operands: Numbers) -> None:
    """The interpreter itself holds a reference to an object at this step."""
    way, serial, count = operands
    if not 0 <= way < len(wire.HELD_WAYS) or serial < 1 or count < 1:
        raise Fault(f"object {serial} is held {count} times in way {way}")
    raw.in_flight += operands


def code(raw: RawState, operands: Numbers, variables: Numbers) -> None:
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


def parts(raw: RawState, operands: Numbers, parts: Numbers) -> None:
    """Take the references of an object besides its content."""
    serial, kinds = operands[0], parts[::3]
    if kinds and not 0 <= min(kinds) <= max(kinds) < len(wire.PARTS_OF):
        raise Fault(f"object {serial} has a part of kind {max(kinds)}")
    one = raw.known(serial)
    one.parts, one.made_parts = parts, ()


def locks(raw: RawState, operands: Numbers) -> None:
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


def range_of_addresses(raw: RawState, operands: Numbers, facts: Numbers) -> None:
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
