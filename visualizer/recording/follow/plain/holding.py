"""The operations that tell what holds what beside the contents: see ``wire``."""

from visualizer.recorder import wire
from visualizer.recording.follow.plain.bodies import counted
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import Fault, Numbers


def runs(raw: RawState, numbers: Numbers, at: int) -> int:
    """The innermost frame of a thread runs this code object."""
    thread, code, address, namespace = numbers[at : at + 4]
    stack = raw.stacks.get(thread)
    if not stack or code not in raw.codes or min(address, namespace) < 0:
        raise Fault(f"code {code} is not known, or has no frame at {address}")
    frame = stack[-1]
    frame.code, frame.address, frame.namespace, frame.frame = code, address, namespace, None
    return at + 4


def held(raw: RawState, numbers: Numbers, at: int) -> int:
    """The interpreter holds an object just now."""
    way, serial, count = numbers[at : at + 3]
    if not 0 <= way < len(wire.HELD_WAYS) or serial < 1 or count < 1:
        raise Fault(f"object {serial} is held {count} times in way {way}")
    raw.handed += (way, serial, count)
    return at + 3


def code(raw: RawState, numbers: Numbers, at: int) -> int:
    """A code object, told once."""
    number, name, file, line, address, marks, namespace, variables = numbers[at : at + 8]
    middle = counted(numbers, at + 8, 2 * variables)
    end = counted(numbers, middle + 1, 3 * numbers[middle])
    if number != len(raw.codes) + 1 or min(line, address, marks, namespace) < 0:
        raise Fault(f"code {number} at {address} in line {line}")
    for one in (name, file, *numbers[at + 8 : middle : 2]):
        raw.name(one)
    if any(count < 0 for count in numbers[middle + 3 : end : 3]):
        raise Fault(f"code {number} has a constant that is held less than not at all")
    raw.codes[number] = numbers[at:end]
    raw.coded.append(number)
    return end


def parts(raw: RawState, numbers: Numbers, at: int) -> int:
    """What an object refers to beside its content."""
    serial, count = numbers[at : at + 2]
    end = counted(numbers, at + 2, 3 * count)
    parts = numbers[at + 2 : end]
    kinds = parts[::3]
    if kinds and not 0 <= min(kinds) <= max(kinds) < len(wire.PARTS_OF):
        raise Fault(f"object {serial} has a part of kind {max(kinds)}")
    one = raw.known(serial)
    one.parts, one.told = parts, ()
    return end


def locks(raw: RawState, numbers: Numbers, at: int) -> int:
    """Who holds which lock and who waits for it: all that is known of it."""
    found = {}
    count = numbers[at]
    at += 1
    for _ in range(count):
        serial, end = numbers[at], at + 2
        for _ in range(3):
            end = counted(numbers, end + 1, numbers[end])
        found[serial] = numbers[at + 1 : end]
        at = end
    if count < 0 or len(found) != count or any(min(use) < 0 for use in found.values()):
        raise Fault("locks that cannot be")
    raw.locks, raw.relocked = found, True
    return at
