"""Reads a whole recording and compares its parts with each other."""

from itertools import zip_longest

from visualizer.recording.follow.follower import WHOLE, Follower, new_follower
from visualizer.recording.follow.keyframe import keyframe_of
from visualizer.recording.follow.plain.raw_objects import Fault
from visualizer.recording.read.places import ChunkPlace, KeyframePlace
from visualizer.recording.read.rows import Rows
from visualizer.recording.read.stored import Stored
from visualizer.recording.write.chunks import ChunkSummary


def check_recording(stored: Stored) -> None:
    """Raise ``DamagedRecording`` with the first fault.

    Looks at SQLite's own structure, every checksum, every record in the order of the run, every
    keyframe against the state that the records before it lead to, and the index against the steps.
    """
    stored.require_whole()
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
    """Raise ``DamagedRecording`` for the first wrong checksum; quicker than a full check."""
    stored.require_whole()
    for place in stored.places:
        stored.rows.chunk(place)
        stored.rows.events(place.number, place.steps)
    for at in stored.keyframes:
        for _ in stored.rows.keyframe(at.chunk)[0]:
            pass
    for number in range(1, stored.tally.outputs + 1):
        stored.rows.piece(number)


def _check_steps(stored: Stored) -> None:
    rows = stored.rows
    keyframes = {place.chunk: place for place in stored.keyframes}
    follower = new_follower(is_indexing=True)
    for place in stored.places:
        if follower.steps != place.first - 1 or place.named != follower.named:
            raise rows.damaged(f"chunk {place.number} does not continue what came before")
        if place.number in keyframes:
            _check_keyframe(rows, keyframes.pop(place.number), follower)
        _check_chunk(rows, place, follower)
    # Earlier builds could store a keyframe after the last chunk.
    last = keyframes.pop(len(stored.places) + 1, None)
    if last is not None:
        _check_keyframe(rows, last, follower)
    if keyframes:
        raise rows.damaged("a keyframe has no chunk after it")
    _check_tally(stored, follower)


def _check_tally(stored: Stored, follower: Follower) -> None:
    """Compare the totals that the file gives for all steps."""
    rows, tally, names = stored.rows, stored.tally, follower.names
    if names != stored.names or follower.named != tally.names:
        raise rows.damaged("the names do not match the records")
    threads = {thread: names[name] for thread, name in follower.threads.items()}
    if threads != tally.threads or follower.peak != tally.peak_heap_bytes:
        raise rows.damaged("the tally does not match the steps")


def _check_chunk(rows: Rows, place: ChunkPlace, follower: Follower) -> None:
    """Follow a chunk's records, and compare its index with them."""
    records, now = rows.chunk(place)
    events = rows.events(place.number, now.steps)
    follower.begin_chunk()
    try:
        if follower.follow(records, 0, len(records), WHOLE) < len(records):
            raise Fault("a record that cannot be read")
    except Fault as error:
        raise rows.damaged(f"step {follower.steps + 1}: {error}") from error
    again = ChunkSummary.of(follower.chunk_facts())
    if again.events != events or again.run_profile != rows.run_profile(place.number):
        raise rows.damaged(f"the index of chunk {place.number} does not match its steps")
    touched = rows.touched(place.number)
    if touched is not None and touched != (again.highest, again.touched):
        raise rows.damaged(f"what chunk {place.number} touches does not match its steps")
    stored = rows.lines(place.number - 1, 1).get(place.number)
    if stored is not None and [*stored] != sorted({*again.lines} - {-1}):
        raise rows.damaged(f"the lines of chunk {place.number} do not match its steps")
    if (now.named, now.first, now.steps) != (again.named, place.first, place.steps):
        raise rows.damaged(f"chunk {place.number} has changed")


def _check_keyframe(rows: Rows, place: KeyframePlace, follower: Follower) -> None:
    records, step, highest = rows.keyframe(place.chunk)
    is_here = (step, highest) == (follower.steps, follower.highest)
    # Both list objects in order of birth, so equal states have equal bytes.
    both = zip_longest(records, keyframe_of(follower))
    if not is_here or any(one != other for one, other in both):
        raise rows.damaged(f"keyframe {place.chunk} does not match the steps before it")
