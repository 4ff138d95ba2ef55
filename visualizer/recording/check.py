"""Read all of a recording and compare everything with everything."""

from array import array
from collections.abc import Iterable
from itertools import zip_longest

from visualizer.model import DamagedRecording
from visualizer.recorder import wire
from visualizer.recording.chunks import COLLECTED, NOT_FOLLOWED, Passage
from visualizer.recording.follow import Follower
from visualizer.recording.keyframes import keyframe
from visualizer.recording.raw import RawState
from visualizer.recording.rows import ChunkPlace, KeyframePlace, Rows
from visualizer.recording.skim import line_key
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
        raise stored.rows.damaged("a bookmark is at a step that does not exist")


def check_checksums(stored: Stored) -> None:
    """Raise ``DamagedRecording`` with the first row whose checksum is wrong; quicker than all."""
    if stored.damage is not None:
        raise DamagedRecording(stored.damage)
    for place in stored.places:
        stored.rows.chunk(place.number)
    for at in _keyframes(stored):
        for _ in stored.rows.keyframe(at.chunk)[0]:
            pass
    for number in range(1, stored.tally.outputs + 1):
        stored.rows.piece(number)


def _check_steps(stored: Stored) -> None:
    rows = stored.rows
    keyframes = {place.chunk: place for place in _keyframes(stored)}
    follower = Follower(is_compact=True)
    raw = follower.raw
    peak, last = 0, NOT_FOLLOWED
    for place in stored.places:
        if raw.steps != place.first - 1 or (last := place.named) not in (raw.named, NOT_FOLLOWED):
            raise rows.damaged(f"chunk {place.number} does not continue what came before")
        if place.number in keyframes:
            _check_keyframe(rows, keyframes.pop(place.number), raw)
        peak = max(peak, _check_chunk(rows, place, follower))
    if keyframes:
        raise rows.damaged("a keyframe has no chunk after it")
    _check_tally(stored, raw, peak, whole=last != NOT_FOLLOWED)


def _check_tally(stored: Stored, raw: RawState, peak: int, *, whole: bool) -> None:
    """What is told of all steps; where some had not been followed, only of a part of them."""
    rows, tally = stored.rows, stored.tally
    names = raw.names if whole else raw.names[: len(stored.names)]
    if names != stored.names or (whole and raw.named != tally.names):
        raise rows.damaged("the names do not match the records")
    threads = {thread: raw.names[name] for thread, name in raw.threads.items()}
    same = threads == tally.threads if whole else threads.items() >= tally.threads.items()
    if not same or (whole and peak != tally.peak_heap_bytes):
        raise rows.damaged("the tally does not match the steps")


def _keyframes(stored: Stored) -> list[KeyframePlace]:
    """Those that are in the file."""
    return [place for place in stored.keyframes if place.chunk not in stored.late.keyframes]


def _check_chunk(rows: Rows, place: ChunkPlace, follower: Follower) -> int:
    """Follow a chunk's records; the most bytes that were on the heap."""
    records, events, now = rows.chunk(place.number)
    raw = follower.raw
    peak, lines, again = 0, set[int](), Passage(place.number, place.first, raw.named, raw.highest)
    raw.seen = again.touched
    try:
        for start, end in wire.split(records)[0]:
            written = raw.written
            if follower.take(records[start:end]):
                again.add(raw, written)
                lines.add(line_key(raw.place[0], *raw.place[2:4]))
                peak = max(peak, raw.heap_bytes)
    except ValueError as error:
        raise rows.damaged(f"step {raw.steps + 1}: {error}") from error
    if now.named == NOT_FOLLOWED:
        again.course = array("q")
        again.events = bytearray(event & ~COLLECTED for event in again.events)
    if again.events != events or again.course != rows.course(place.number):
        raise rows.damaged(f"the index of chunk {place.number} does not match its steps")
    touched = rows.touched(place.number)
    if touched is not None and touched != (again.highest, again.old_touched()):
        raise rows.damaged(f"what chunk {place.number} touches does not match its steps")
    told = rows.lines(place.number - 1, 1).get(place.number)
    if told is not None and [*told] != sorted(lines - {-1}):
        raise rows.damaged(f"the lines of chunk {place.number} do not match its steps")
    # Somebody may have followed it since its place was looked up.
    same = now.named in (again.named, NOT_FOLLOWED)
    if not same or (now.first, now.steps) != (place.first, place.steps):
        raise rows.damaged(f"chunk {place.number} has changed")
    return peak


def _check_keyframe(rows: Rows, place: KeyframePlace, raw: RawState) -> None:
    records, step, highest = rows.keyframe(place.chunk)
    # The order of objects is theirs of birth in both, so equal states have equal bytes.
    if step != raw.steps or highest != raw.highest or not _are_equal(records, keyframe(raw)):
        raise rows.damaged(f"keyframe {place.chunk} does not match the steps before it")


def _are_equal(some: Iterable[bytes], others: Iterable[bytes]) -> bool:
    return all(one == other for one, other in zip_longest(some, others))
