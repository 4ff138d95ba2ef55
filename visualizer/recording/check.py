"""Read all of a recording and compare everything with everything."""

from visualizer.model import DamagedRecording
from visualizer.recorder import wire
from visualizer.recording.chunks import index_byte
from visualizer.recording.decoder import Decoder
from visualizer.recording.rows import ChunkPlace, KeyframePlace, Rows
from visualizer.recording.stored import Stored
from visualizer.recording.work import Fault


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
        raise stored.rows.damaged(str(verdict).replace("\n", " "))
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
    for keyframe in stored.keyframes:
        stored.rows.keyframe(keyframe.chunk)
    for number in range(1, stored.tally.outputs + 1):
        stored.rows.piece(number)


def _check_steps(stored: Stored) -> None:
    rows, tally = stored.rows, stored.tally
    keyframes = {place.chunk: place for place in stored.keyframes}
    decoder = Decoder()
    peak = 0
    for place in stored.places:
        if decoder.work.steps != place.first - 1 or decoder.work.named != place.named:
            raise rows.damaged(f"chunk {place.number} does not follow what came before")
        if place.number in keyframes:
            _check_keyframe(stored, keyframes.pop(place.number), decoder)
        peak = max(peak, _check_chunk(rows, place, decoder))
    if keyframes:
        raise rows.damaged("a keyframe is before no chunk")
    if decoder.work.names != stored.names or decoder.work.named != tally.names:
        raise rows.damaged("names are not those that the records send")
    if peak != tally.peak_heap_bytes or decoder.state.thread_names != tally.threads:
        raise rows.damaged("the tally is not that of the steps")


def _check_chunk(rows: Rows, place: ChunkPlace, decoder: Decoder) -> int:
    """Follow a chunk's records; the most bytes that were on the heap."""
    records, events, now = rows.chunk(place.number)
    peak, found = 0, bytearray()
    try:
        for start, end in wire.split(records)[0]:
            delta = decoder.decode(records[start:end])
            if delta is not None:
                found.append(index_byte(delta.before, delta.step))
                peak = max(peak, decoder.work.heap_bytes)
    except ValueError as error:
        raise rows.damaged(f"step {decoder.work.steps + 1}: {error}") from error
    if found != events:
        raise rows.damaged(f"the index of chunk {place.number} is not that of its steps")
    if (now.first, now.steps, now.named) != (place.first, place.steps, place.named):
        raise rows.damaged(f"chunk {place.number} is not what it was")
    return peak


def _check_keyframe(stored: Stored, place: KeyframePlace, decoder: Decoder) -> None:
    record, step, highest = stored.rows.keyframe(place.chunk)
    work = decoder.work
    again = Decoder(stored.names, work.named)
    try:
        again.restore(record, step, highest)
    except Fault as error:
        raise stored.rows.damaged(f"keyframe {place.chunk}: {error}") from error
    if step != work.steps or highest != work.highest or again.state != decoder.state:
        raise stored.rows.damaged(f"keyframe {place.chunk} is not what its steps lead to")
