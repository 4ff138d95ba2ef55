"""The keys of a recording: what it is about, how much there is, how it ended, bookmarks."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from visualizer.model import End
from visualizer.recording.ends import end_from_json
from visualizer.recording.part import Part
from visualizer.recording.read.rows import Rows
from visualizer.recording.storage import STREAMS, VERSION, connect, head_row

type Bookmark = tuple[int, str]
"""A step, and what somebody noted there."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of a recording before its first step; ``version`` is that of the format.

    ``part`` says of a trimmed recording what it is a part of.
    """

    version: int
    program: str
    python: str
    recorder: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows, steps and bytes there are, so that what is lost is noticed."""

    steps: int = 0
    chunks: int = 0
    keyframes: int = 0
    names: int = 0
    sources: int = 0
    outputs: int = 0
    written: tuple[int, ...] = (0,) * len(STREAMS)
    peak_heap_bytes: int = 0
    threads: dict[int, str] = field(default_factory=dict)


_COUNTS = ("steps", "chunks", "keyframes", "names", "sources", "outputs", "peak_heap_bytes")


def read_about(rows: Rows) -> tuple[Header, object]:
    """The header, and whose process writes or wrote the recording."""
    found = rows.head("about")
    texts = [found.get(key) for key in ("program", "python", "recorder")] if _is_map(found) else []
    if not texts or not all(isinstance(text, str) for text in texts):
        raise rows.damaged("about is invalid")
    try:
        part = None if found.get("part") is None else Part(*map(_number, found["part"]))
    except (TypeError, ValueError) as error:
        raise rows.damaged("about is invalid") from error
    program, python, recorder = texts
    return Header(VERSION, program, python, recorder, part), found.get("writer")


def read_end(rows: Rows) -> End | None:
    """How the run ended; None where nobody has said so."""
    found = rows.head("end")
    if found is None:
        return None
    try:
        return end_from_json(found)
    except ValueError as error:
        raise rows.damaged("end is invalid") from error


def read_tally(rows: Rows) -> Tally:
    """How much there is."""
    found = rows.head("tally")
    try:
        counts = {key: _number(found[key]) for key in _COUNTS}
        written = tuple(_number(value) for value in found["written"])
        threads = {int(number): name for number, name in found["threads"].items()}
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise rows.damaged("tally is invalid") from error
    are_names = all(isinstance(name, str) for name in threads.values())
    if len(written) != len(STREAMS) or not are_names:
        raise rows.damaged("tally is invalid")
    return Tally(**counts, written=written, threads=threads)


def read_bookmarks(rows: Rows) -> tuple[Bookmark, ...]:
    """The bookmarks, by step."""
    found = rows.head("bookmarks")
    try:
        marks = [(_number(step), note) for step, note in found]
    except (TypeError, ValueError) as error:
        raise rows.damaged("bookmarks are invalid") from error
    if not all(isinstance(note, str) for _, note in marks):
        raise rows.damaged("bookmarks are invalid")
    return tuple(marks)


def store_bookmarks(path: Path, marks: list[Bookmark]) -> None:
    """Write all bookmarks anew. ``sqlite3.Error`` as SQLite has it."""
    connection = connect(path, "rw")
    try:
        row = head_row("bookmarks", marks)
        connection.execute("INSERT OR REPLACE INTO head VALUES (?,?,?)", row)
    finally:
        connection.close()


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _number(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is no number")
    return value
