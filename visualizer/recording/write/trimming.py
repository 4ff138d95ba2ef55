"""Saves a part of a recording as a recording of its own."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from visualizer.model import DamagedRecording, End, EndReason, NotKept
from visualizer.platform.files import make_beside
from visualizer.recorder import wire
from visualizer.recording.follow.follower import WHOLE, Follower
from visualizer.recording.follow.keyframe import keyframe_of
from visualizer.recording.metadata import Bookmark, Part, store_bookmarks
from visualizer.recording.read.reading import Recording
from visualizer.recording.write.making import check_place, not_kept, put_in_place
from visualizer.recording.write.writer import Writer

_NAMES = 4_096
"""Names that one record sends."""
_AT_ONCE = 256
"""Steps that are copied together."""


def check_apart(path: Path, recording: Recording) -> Path:
    """Like ``check_place``, and raise ``NotKept`` where ``recording`` is."""
    target = check_place(path)
    if target.exists() and target.samefile(recording.path):
        raise NotKept("{file}: is the recording itself; choose another file", file=path)
    return target


def save_range(
    recording: Recording,
    path: Path,
    first: int,
    last: int,
    *,
    bookmarks: Sequence[Bookmark] | None = None,
    report: Callable[[float], None] = lambda _: None,
) -> None:
    """Write the steps ``first`` to ``last`` as a recording at ``path``.

    Its first step has the whole state, as if the program had just begun there; sources, standard
    input, the output up to the last step and the bookmarks between them (of the file, or
    ``bookmarks``) come along. It calls ``report`` with the share of steps done. A file at ``path``
    stays until the new one is whole. Raises ``NotKept`` where that cannot be written,
    ``DamagedRecording`` where a step cannot be read: the steps before it are then in the file.
    """
    target = check_apart(path, recording)
    fault: DamagedRecording | None = None
    with _naming(path):
        fresh = make_beside(target)
        try:
            writer = Writer(fresh, recording.header.program, _part(recording, first, last))
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        try:
            for file, text in recording.sources.items():
                writer.source(file, text)
            try:
                for records in _records(recording, first, last):
                    writer.add(records, WHOLE)
                    report(writer.steps / (last - first + 1))
            except DamagedRecording as error:
                if not writer.steps:
                    raise
                fault, last = error, first + writer.steps - 1
            _add_output(recording, writer, first, last)
            writer.finish(_end(recording, first, last))
            marks = recording.bookmarks if bookmarks is None else bookmarks
            steps = range(first, first + writer.steps)
            if kept := [(step - first + 1, note) for step, note in marks if step in steps]:
                store_bookmarks(fresh, kept)
            put_in_place(fresh, target)
        except BaseException:
            writer.abandon()
            raise
    if fault is not None:
        raise fault


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Have an error name ``path`` instead of the file that the writer fills first."""
    try:
        yield
    except NotKept as error:
        raise NotKept(error.template, **error.details | {"file": path}) from error
    except (OSError, sqlite3.Error) as error:
        raise not_kept(path, error) from error


def _part(recording: Recording, first: int, last: int) -> Part | None:
    """Return which steps of the run these are; None if they are all steps."""
    before = recording.header.part
    if before is None:
        return None if last - first + 1 == recording.steps else Part(first, last, recording.steps)
    return Part(before.first + first - 1, before.first + last - 1, before.whole)


def _records(recording: Recording, first: int, last: int) -> Iterator[bytes]:
    """Yield the records of the range, those of some steps at a time."""
    reader = recording.chunk_reader()
    follower = reader.at(first)
    whole = keyframe_of(follower, is_first=True)
    yield b"".join((_hello(recording), *_names(follower), *whole))
    step, at_once = first, _AT_ONCE
    while step < last:
        end = min(step + at_once, last)
        try:
            yield reader.records(step + 1, end)
        except DamagedRecording:
            if at_once == 1:
                raise
            # One by one, to read the steps before the fault.
            at_once = 1
        else:
            step = end


def _hello(recording: Recording) -> bytes:
    header = recording.header
    texts = [one.encode("utf-8", "surrogatepass") for one in (header.python, header.recorder)]
    return wire.pack([wire.HELLO, wire.VERSION, 0, *map(len, texts)], texts)


def _names(follower: Follower) -> Iterator[bytes]:
    """Yield records that send the earlier names: later records refer to them by number."""
    names = follower.names[: follower.named]
    for at in range(0, len(names), _NAMES):
        texts = [name.encode("utf-8", "surrogatepass") for name in names[at : at + _NAMES]]
        yield wire.pack([part for text in texts for part in (wire.TEXT, len(text))], texts)


def _add_output(recording: Recording, writer: Writer, first: int, last: int) -> None:
    """Add the output up to the last step, and the input with the places of its lines."""
    step = recording.cursor().delta(last).step
    is_whole = last == recording.steps
    out, err = (None, None) if is_whole else (step.stdout_end, step.stderr_end)
    writer.output("stdout", recording.output("stdout", 0, out))
    writer.output("stderr", recording.output("stderr", 0, err))
    writer.output("stdin", recording.output("stdin"))
    writer.inputs = [
        (max(0, step - first + 1), before, end)
        for step, before, end in recording.tally.inputs
        if step < last
    ]


def _end(recording: Recording, first: int, last: int) -> End:
    if last == recording.steps and recording.end is not None:
        return recording.end
    part = _part(recording, first, last) or Part(first, last, recording.steps)
    return End(EndReason.TRIMMED, f"steps {part.first} to {part.last} of {part.whole}")
