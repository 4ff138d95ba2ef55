"""The keys of a recording: what it is about, how much there is, how it ended, bookmarks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from visualizer.model import End, EndReason
from visualizer.recording.read.rows import Rows
from visualizer.recording.storage import STREAMS, check_version, connect, head_row

type InputPlace = tuple[int, int, int]
"""A line of input: the steps and the bytes of output before it, and the bytes of input with it."""
type Bookmark = tuple[int, str]
"""A step, and the user's note there."""


class Part(NamedTuple):
    """Which steps of a longer recording a trimmed one has: ``first`` to ``last`` of ``whole``."""

    first: int
    last: int
    whole: int


@dataclass(frozen=True, slots=True)
class Header:
    """Facts about a recording before its first step; ``version`` is that of the format.

    ``part`` says which steps of its run a trimmed recording has.
    """

    version: int
    program: str
    python: str
    recorder: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows, steps and bytes there are, so that a reader notices losses.

    ``inputs`` are the places of the first lines of input, in order.
    """

    steps: int = 0
    chunks: int = 0
    keyframes: int = 0
    names: int = 0
    sources: int = 0
    outputs: int = 0
    written: tuple[int, ...] = (0,) * len(STREAMS)
    peak_heap_bytes: int = 0
    threads: dict[int, str] = field(default_factory=dict)
    inputs: tuple[InputPlace, ...] = ()


_COUNTS = ("steps", "chunks", "keyframes", "names", "sources", "outputs", "peak_heap_bytes")


def read_about(rows: Rows) -> tuple[Header, object]:
    """The header, and the process that writes or wrote the recording."""
    with _head(rows, "about") as found:
        program, python, recorder = (_text(found[key]) for key in ("program", "python", "recorder"))
        part = None if found.get("part") is None else Part(*map(_number, found["part"]))
    # The version may rise while the recording grows.
    with rows.reading() as connection:
        version = check_version(connection, rows.path)
    return Header(version, program, python, recorder, part), found.get("writer")


def read_end(rows: Rows) -> End | None:
    """How the run ended; None while the file does not say."""
    with _head(rows, "end") as found:
        if found is None:
            return None
        code = None if found["exit_code"] is None else _whole(found["exit_code"])
        return End(EndReason(found["reason"]), _text(found["detail"]), code)


def end_as_json(end: End) -> dict[str, object]:
    """Return ``end`` as a JSON object, which ``read_end`` reads."""
    return {"reason": end.reason.value, "detail": end.detail, "exit_code": end.exit_code}


def read_tally(rows: Rows) -> Tally:
    """The tally of the file."""
    with _head(rows, "tally") as found:
        counts = {key: _number(found[key]) for key in _COUNTS}
        written = tuple(_number(value) for _, value in zip(STREAMS, found["written"], strict=True))
        threads = {int(number): _text(name) for number, name in found["threads"].items()}
        # Earlier releases did not store them.
        places = (map(_number, place) for place in found.get("inputs", ()))
        inputs = tuple((step, before, end) for step, before, end in places)
        return Tally(**counts, written=written, threads=threads, inputs=inputs)


def read_bookmarks(rows: Rows) -> tuple[Bookmark, ...]:
    """The bookmarks, by step."""
    with _head(rows, "bookmarks") as found:
        return tuple((_number(step), _text(note)) for step, note in found)


def store_bookmarks(path: Path, marks: list[Bookmark]) -> None:
    """Replace all bookmarks of a file. Raises ``sqlite3.Error``."""
    connection = connect(path, "rw")
    try:
        row = head_row("bookmarks", marks)
        connection.execute("INSERT OR REPLACE INTO head VALUES (?,?,?)", row)
    finally:
        connection.close()


@contextmanager
def _head(rows: Rows, key: str) -> Iterator[Any]:
    """Yield the value of a key; an error in reading its parts means a damaged file."""
    found = rows.head(key)
    try:
        yield found
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        are = "are" if key == "bookmarks" else "is"
        raise rows.damaged(f"{key} {are} invalid") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _number(value: Any) -> int:
    if _whole(value) < 0:
        raise ValueError(f"{value!r} is no number")
    return _whole(value)


def _whole(value: Any) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no number")
    return value
