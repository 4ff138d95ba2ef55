"""Segments of shared memory that are never too large, never left behind, and known by name.

The names of a run begin with ``vis-<process>-<start time>-``, so that segments of ended runs can be
told from those in use. The figures were measured on Linux; where segments are no files (Windows,
macOS) only the descriptions differ.
"""

import errno
import os
import sys
from contextlib import suppress
from multiprocessing import process
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Self

import numpy as np

from visualizer.labs.janitor import remove_all
from visualizer.labs.shared_memory.tables.table import (
    DTYPE,
    ROW_BYTES,
    Announcement,
    Failure,
    Table,
    raw,
)
from visualizer.platform.files import free_disk_space, preallocate, write_at
from visualizer.platform.folders import SEGMENTS
from visualizer.platform.processes import is_still_running, start_time

FOLDER = SEGMENTS
"""Where Linux shows segments as files."""
_MARK = "vis"
_SEMAPHORE = "sem."
KEPT = "-kept-"
"""Stands in the names of those that are there for the next run, too."""


class Segment:
    """A segment as this process has it; ``is_ours`` says that this process made it.

    As a context it is closed at its end, and unlinked by its maker. No table may use it then:
    reading a closed segment would crash.
    """

    def __init__(self, memory: SharedMemory, *, is_ours: bool) -> None:
        self._memory = memory
        self.is_ours = is_ours
        self._descriptor = _open_as_file(memory.name)

    @classmethod
    def create(cls, name: str, size: int) -> Self:
        """Make one with its memory set aside. Raises ``Failure`` where there is no room for it."""
        size = max(size, 1)
        _check_room(size)
        memory = SharedMemory(name, create=True, size=size, track=False)
        segment = cls(memory, is_ours=True)
        try:
            segment.preallocate()
        except BaseException:
            segment.close()
            raise
        return segment

    @classmethod
    def attach(cls, name: str) -> Self:
        """Attach a segment of another process. Raises ``Failure`` if there is none of that name."""
        try:
            return cls(SharedMemory(name, track=False), is_ours=False)
        except FileNotFoundError:
            raise Failure(
                "there is no segment {name}: its creator has already removed it; run it again",
                name=name,
            ) from None

    @property
    def name(self) -> str:
        """By which others attach it."""
        return self._memory.name

    @property
    def size(self) -> int:
        """In bytes; some systems round it up to whole pages."""
        return self._memory.size

    @property
    def _bytes(self) -> memoryview:
        assert self._memory.buf is not None
        return self._memory.buf

    def preallocate(self) -> None:
        """Take the memory now. Else the first to write where none is left dies by SIGBUS."""
        if self._descriptor is None:
            return
        try:
            preallocate(self._descriptor, self.size)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.ENOMEM):
                raise _no_room(self.size) from None
            raise

    def put(self, row: int, table: Table, *, mapped: bool = False) -> None:
        """Copy rows to where they belong. Raises ``Failure`` where they do not fit.

        ``mapped``: through the map, twice as fast where this process has used it before.
        """
        first, data = row * ROW_BYTES, raw(table)
        if first + len(data) > self.size:
            raise Failure(
                "{name} has {size} bytes, too few for row {row}:"
                " the file grew while it was being read; run it again",
                name=self.name,
                size=self.size,
                row=row + len(table),
            )
        if self._descriptor is None or mapped:
            np.frombuffer(self._bytes, np.uint8)[first : first + len(data)] = data
        else:
            # Half the time of writing through the map, where each new page costs a fault.
            write_all(self._descriptor, data, first)

    def table(self, rows: int) -> Table:
        """Its rows, in place; they must be let go before it is closed."""
        return np.frombuffer(self._bytes, DTYPE, rows)

    def announced(self, index: int, rows: int) -> Announcement:
        """Return the announcement for others."""
        return Announcement(index, self.name, rows)

    def close(self) -> None:
        """Close it, and unlink it if it was made here; harmless a second time."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        if self.is_ours:
            self.is_ours = False
            with suppress(FileNotFoundError):
                self._memory.unlink()
        # After a failure a table may still be held; then the process ends, and the map with it.
        with suppress(BufferError):
            self._memory.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def write_all(descriptor: int, data: "np.ndarray[tuple[int], np.dtype[np.uint8]]", at: int) -> None:
    """Write everything: one call writes at most 2 GiB."""
    while len(data):
        written = write_at(descriptor, data, at)
        data, at = data[written:], at + written


def beginning_of_names() -> str:
    """What the names of this process begin with."""
    return f"{_MARK}-{os.getpid()}-{start_time(os.getpid()) or 0}-"


def name_semaphores(beginning: str) -> None:
    """Let semaphores of this process and its children have names that can be swept.

    Those of spawned processes (Dask's) stay until their tracker, which may be killed too, unlinks
    them. Elsewhere names are short, and nobody could list them.
    """
    if sys.platform == "linux":
        process.current_process()._config["semprefix"] = f"/{beginning}"  # type: ignore[attr-defined]


def all_beginnings(beginning: str) -> tuple[str, str]:
    """What paths of segments begin with, and what those of semaphores."""
    return str(FOLDER / beginning), str(FOLDER / f"{_SEMAPHORE}{beginning}")


def segments_of(beginning: str) -> list[str]:
    """Names of the segments that are there now and begin so."""
    with suppress(OSError):
        return sorted(name for name in os.listdir(FOLDER) if name.startswith(beginning))
    return []


def semaphores_of(beginning: str) -> list[str]:
    """Names of the semaphores that are there now and begin so."""
    return segments_of(f"{_SEMAPHORE}{beginning}")


def sweep(folder: Path = FOLDER) -> list[str]:
    """Remove what ended runs have left; return the names."""
    found: list[str] = []
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):
            parts = name.removeprefix(_SEMAPHORE).split("-")
            if parts[0] == _MARK and len(parts) >= 4 and not _is_running(parts[1], parts[2]):
                remove_all(str(folder / name))
                found.append(name)
    return found


def _is_running(number: str, begun: str) -> bool:
    """Whether that very process is running: numbers are reused."""
    if not (number.isdecimal() and begun.isdecimal()):
        return True  # not one of our names: not ours to remove
    return is_still_running(int(number), int(begun) or None)


def _open_as_file(name: str) -> int | None:
    try:
        return os.open(FOLDER / name.lstrip("/"), os.O_RDWR)
    except OSError:
        return None


def _check_room(size: int) -> None:
    there = free_disk_space(FOLDER)
    if there is not None and size > there:
        raise _no_room(size)


def _no_room(size: int) -> Failure:
    free = (free_disk_space(FOLDER) or 0) / 1e6
    return Failure(
        "a segment of {size} MB does not fit into {folder}, which has {free} MB left;"
        " use fewer rows or files, or give the container more shared memory (--shm-size)",
        size=f"{size / 1e6:,.1f}",
        folder=FOLDER,
        free=f"{free:,.1f}",
    )
