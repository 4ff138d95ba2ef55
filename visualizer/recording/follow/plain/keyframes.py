"""The whole of a state in wire records: a keyframe."""

from collections.abc import Iterator

from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw import RawState
from visualizer.recording.follow.plain.raw_objects import FRAME_LISTS

_MODULE = wire.FRAME_KINDS.index("module")


def keyframe(raw: RawState, most: int, is_first: bool) -> Iterator[bytes]:
    """Yield ``raw`` as records for ``Follower.restore``; it needs at least one step.

    After more than ``most`` numbers it begins another record. ``is_first`` leaves out what the step
    freed.
    """
    numbers: list[int] = [wire.STEP, *raw.place[:5], *raw.written]
    texts: list[bytes] = []
    _put_step(numbers, raw, is_first)
    for thread, name in raw.threads.items():
        numbers += (wire.THREAD, thread, name)
    for code in raw.codes.values():
        numbers += (wire.CODE, *code)
    _put_stacks(numbers, raw)
    for file, flat in raw.globals.items():
        numbers += (wire.GLOBALS, file, len(flat) // 2, *flat)
    for one in (raw.heap[serial] for serial in sorted(raw.heap)):
        if len(numbers) > most:
            yield wire.pack([*numbers, wire.MORE], texts)
            numbers, texts = [wire.ON], []
        numbers += (wire.OBJECT, one.serial, one.address, one.count, one.size, one.type)
        numbers += (one.kind, len(one.body), *one.body)
        texts.append(one.text)
        if one.parts:
            numbers += (wire.PARTS, one.serial, len(one.parts) // 3, *one.parts)
        if one.apart:
            numbers += (wire.APART, one.serial, one.apart)
        if one.deleted:
            numbers += (wire.DELETED, one.serial, one.deleted)
        if one.unreachable:
            numbers += (wire.UNREACHABLE, one.serial, 1)
    numbers += (wire.LOCKS, len(raw.locks))
    for serial, use in raw.locks.items():
        numbers += (serial, *use)
    for one_range in raw.ranges.values():
        numbers += (wire.RANGE, *one_range)
    yield wire.pack(numbers, texts)


def _put_step(numbers: list[int], raw: RawState, is_first: bool) -> None:
    if raw.value:
        numbers += (wire.VALUE, raw.value)
    if raw.exception:
        numbers += (wire.EXCEPTION, raw.exception)
    for at in range(0, len(raw.in_flight), 3):
        numbers += (wire.HELD, *raw.in_flight[at : at + 3])
    if is_first:
        return
    if raw.freed:
        numbers += (wire.FREED, len(raw.freed), *raw.freed)
    for generation, freed in raw.collections:
        numbers += (wire.COLLECTION, generation, len(freed), *freed)


def _put_stacks(numbers: list[int], raw: RawState) -> None:
    for thread, stack in raw.stacks.items():
        for depth, frame in enumerate(stack):
            numbers += (wire.PUSH, thread, frame.serial, frame.function, frame.file)
            numbers += (frame.kind, frame.line)
            if frame.code:
                numbers += (wire.RUNS, thread, frame.code, frame.address, frame.namespace)
            for number, field, each in FRAME_LISTS:
                listed = getattr(frame, field)
                # A module's locals are its global names.
                if listed and not (field == "locals" and frame.kind == _MODULE):
                    numbers += (number, thread, depth, len(listed) // len(each), *listed)
