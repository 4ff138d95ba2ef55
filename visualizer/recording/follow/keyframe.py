"""Writes the whole state of a follower as wire records."""

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING

from visualizer.recorder import wire
from visualizer.recording.follow.plain.raw_objects import FRAME_LISTS, MODULE, RawFrame

if TYPE_CHECKING:
    from visualizer.recording.follow.follower import Follower

MOST_NUMBERS = 1 << 15
"""The most numbers of a record of a keyframe, about."""


def keyframe_of(follower: "Follower", *, is_first: bool = False) -> Iterable[bytes]:
    """Return the whole state as records for ``Follower.restore``; after a step only.

    ``is_first``: a run begins with the step, which therefore can have freed nothing.
    """
    stacks, files, threads, codes, locks, ranges = follower.standing()
    head = [wire.STEP, *follower.place[:5], *follower.written]
    _put_step(head, follower, is_first)
    for thread, name in (threads or {}).items():
        head += (wire.THREAD, thread, name)
    for number in codes:
        head += (wire.CODE, *(follower.code(number) or ()))
    for thread, (_, frames) in stacks.items():
        for depth, frame in enumerate(frames or ()):
            _put_frame(head, thread, depth, frame)
    for file, flat in files.items():
        head += (wire.GLOBALS, file, len(flat or ()) // 2, *(flat or ()))
    tail = [wire.LOCKS, len(locks or ())]
    for serial, use in (locks or {}).items():
        tail += (serial, *use)
    for one in ranges.values():
        tail += (wire.RANGE, *(one or ()))
    return follower.object_records(array("q", head), array("q", tail), MOST_NUMBERS)


def _put_step(head: list[int], follower: "Follower", is_first: bool) -> None:
    if follower.value:
        head += (wire.VALUE, follower.value)
    if follower.exception:
        head += (wire.EXCEPTION, follower.exception)
    for at in range(0, len(follower.in_flight), 3):
        head += (wire.HELD, *follower.in_flight[at : at + 3])
    if is_first:
        return
    if follower.freed:
        head += (wire.FREED, len(follower.freed), *follower.freed)
    for generation, freed in follower.collections:
        head += (wire.COLLECTION, generation, len(freed), *freed)


def _put_frame(head: list[int], thread: int, depth: int, frame: RawFrame) -> None:
    head += (wire.PUSH, thread, frame.serial, frame.function, frame.file, frame.kind, frame.line)
    if frame.code:
        head += (wire.RUNS, thread, frame.code, frame.address, frame.namespace)
    for number, field, each in FRAME_LISTS:
        listed = getattr(frame, field)
        # A module's locals are its global names.
        if listed and not (field == "locals" and frame.kind == MODULE):
            head += (number, thread, depth, len(listed) // len(each), *listed)
