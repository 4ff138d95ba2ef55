"""Read all of a recording and compare everything with everything."""

from collections.abc import Iterable
from itertools import zip_longest

from visualizer.model import DamagedRecording
from visualizer.recorder import wire
from visualizer.recording.chunks import Chunk, index_byte, whereabouts
from visualizer.recording.follow import Follower
from visualizer.recording.keyframes import keyframe
from visualizer.recording.raw import RawState
from visualizer.recording.rows import ChunkPlace, KeyframePlace, Rows
from visualizer.recording.stored import Stored


def check_recording(stored: Stored) -> None:
    """Raise ``DamagedRecording`` with the first fault.

    Looks at SQLite's own structure, every checksum, every record in the order of the run, every
    keyframe against the state that the records before it lead to, and the index against the steps.
    """
    if stored.damage is not None:
        raise DamagedRecording(stored.damage)
    with stored.rows.reading() as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise stored.rows.damaged(" ".join(str(verdict).split()))
    _check_steps(stored)
    for number in range(1, stored.tally.outputs + 1):
        stored.rows.piece(number)
    if any(not 1 <= step <= stored.steps for step, _ in stored.bookmarks):
        raise stored.rows.damaged("a bookmark is at no step")


def check_checksums(stored: Stored) -> None:
    """Raise ``DamagedRecording`` with the first row whose checksum is wrong; quicker than all."""
    if stored.damage is not None:
        raise DamagedRecording(stored.damage)
    for place in stored.places:
        stored.rows.chunk(place.number)
    for at in stored.keyframes:
        for _ in stored.rows.keyframe(at.chunk)[0]:
            pass
    for number in range(1, stored.tally.outputs + 1):
        stored.rows.piece(number)


def _check_steps(stored: Stored) -> None:
    rows, tally = stored.rows, stored.tally
    keyframes = {place.chunk: place for place in stored.keyframes}
    follower = Follower(is_compact=True)
    raw = follower.raw
    peak = 0
    for place in stored.places:
        if raw.steps != place.first - 1 or raw.named != place.named:
            raise rows.damaged(f"chunk {place.number} does not follow what came before")
        if place.number in keyframes:
            _check_keyframe(rows, keyframes.pop(place.number), raw)
        peak = max(peak, _check_chunk(rows, place, follower))
    if keyframes:
        raise rows.damaged("a keyframe is before no chunk")
    if raw.names != stored.names or raw.named != tally.names:
        raise rows.damaged("names are not those that the records send")
    threads = {thread: raw.names[name] for thread, name in raw.threads.items()}
    if peak != tally.peak_heap_bytes or threads != tally.threads:
        raise rows.damaged("the tally is not that of the steps")


def _check_chunk(rows: Rows, place: ChunkPlace, follower: Follower) -> int:
    """Follow a chunk's records; the most bytes that were on the heap."""
    records, events, now = rows.chunk(place.number)
    peak, again, raw = 0, Chunk(place.number, place.first, place.named), follower.raw
    try:
        for start, end in wire.split(records)[0]:
            written = raw.written
            if follower.take(records[start:end]):
                again.add_step(b"", index_byte(raw, written), whereabouts(raw))
                peak = max(peak, raw.heap_bytes)
    except ValueError as error:
        raise rows.damaged(f"step {raw.steps + 1}: {error}") from error
    if again.events != events or again.course != rows.course(place.number):
        raise rows.damaged(f"the index of chunk {place.number} is not that of its steps")
    if (now.first, now.steps, now.named) != (place.first, place.steps, place.named):
        raise rows.damaged(f"chunk {place.number} is not what it was")
    return peak


def _check_keyframe(rows: Rows, place: KeyframePlace, raw: RawState) -> None:
    records, step, highest = rows.keyframe(place.chunk)
    # The order of objects is theirs of birth in both, so equal states have equal bytes.
    if step != raw.steps or highest != raw.highest or not _are_equal(records, keyframe(raw)):
        raise rows.damaged(f"keyframe {place.chunk} is not what its steps lead to")


def _are_equal(some: Iterable[bytes], others: Iterable[bytes]) -> bool:
    return all(one == other for one, other in zip_longest(some, others))
