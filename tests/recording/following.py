"""What following records comes to, to compare the ways of doing that; and records that lie."""

import random

import pytest

from visualizer.recorder import wire
from visualizer.recording import common_run, follow
from visualizer.recording.decoder import Decoder
from visualizer.recording.follow import Follower
from visualizer.recording.indexer import Indexer
from visualizer.recording.raw import RawState
from visualizer.recording.raw_objects import RawFrame

NUMBERS = (-(1 << 62), -2, -1, 0, 1, 2, 3, 5, 9, 12, 17, 23, 40, 1 << 40)


def one_by_one(patch: pytest.MonkeyPatch) -> None:
    """From now on no steps are followed in one go."""
    patch.setattr(common_run, "native", None)
    patch.setattr(follow, "PLAIN", frozenset())


def skipped(records: bytes, stop: int) -> tuple[Decoder, int]:
    """A decoder that has skipped so many steps, and where the next record begins."""
    skipping, at = Decoder(), 0
    while skipping.raw.steps < stop:
        gone = skipping.skip_run(records, at, stop - skipping.raw.steps)
        start, at = gone.end, gone.end
        if not gone.steps:
            at = wire.next_record(records, start)
            skipping.skip(records[start:at])
    return skipping, at


def lie(records: list[bytes], chance: random.Random) -> None:
    """Put another number into a record."""
    at = chance.randrange(2, len(records))
    numbers, text = wire.unpack(records[at])
    new = [*numbers]
    place = chance.randrange(len(new))
    new[place] = chance.choice([*NUMBERS, new[place] - 1, new[place] + 1])
    if chance.random() < 0.2:
        text = chance.choice((text + b"7", text[:-1], "é".encode()[: max(1, len(text))]))
    records[at] = wire.pack(new, [text])


def facts(raw: RawState) -> dict[str, object]:
    """All that lasts of a state, and what a keyframe needs of its step."""
    found = {name: getattr(raw, name) for name in RawState.__slots__ if name in _LASTING}
    found["freed"] = list(raw.freed)
    found["heap"] = {
        serial: (one.address, one.count, one.size, one.type, one.kind, one.body, one.text)
        for serial, one in raw.heap.items()
    }
    found["stacks"] = {
        thread: [tuple(getattr(frame, name) for name in _OF_FRAME) for frame in stack]
        for thread, stack in raw.stacks.items()
    }
    return found


_LASTING = {
    *("steps", "highest", "heap_bytes", "globals", "addresses", "held", "written", "names"),
    *("place", "value", "exception", "collections", "handed", "goes_on", "named"),
}


_OF_FRAME = [name for name in RawFrame.__slots__ if name != "frame"]


def indexed(records: list[bytes]) -> tuple[object, ...]:
    """What an index has of records that are in one chunk, up to the first fault."""
    indexer, fault = Indexer(Follower(is_compact=True)), ""
    try:
        indexer.take(b"".join(records))
    except ValueError as error:
        fault = str(error)
    passage = indexer.passage
    # After a fault nothing more is asked of what was being followed.
    state = facts(indexer.raw) if not fault else None
    told = list(passage.course), bytes(passage.events), list(passage.old_touched())
    return state, fault, told, indexer.offset, indexer.peak, indexer.steps
