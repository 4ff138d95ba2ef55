"""Segments of shared memory that fit in memory, never stay behind, and have known names.

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
from visualizer.labs.shared_memory.tables.table import DTYPE, ROW_BYTES, Failure, Table, raw
from visualizer.platform.files import free_disk_space, preallocate, write_at
from visualizer.platform.folders import SEGMENTS
from visualizer.platform.processes import is_still_running, start_time

FOLDER = SEGMENTS
"""Where Linux shows segments as files."""
_MARK = "vis"
_SEMAPHORE = "sem."
KEPT = "-kept-"
"""A part of the names of segments that stay for the next run."""


class Segment:
    """A segment in this process; ``is_ours`` says that this process made it.

    As a context it is closed at its end, and unlinked by its maker. No table may use it then:
    reading a closed segment would crash.
    """

    def __init__(self, memory: SharedMemory, *, is_ours: bool) -> None:
        self._memory = memory
        self.is_ours = is_ours
        self._descriptor = _open_as_file(memory.name)

    @classmethod
    def create(cls, name: str, size: int) -> Self:
        """Make a segment with reserved memory. Raises ``Failure`` if there is too little."""
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
        """The name by which other processes attach the segment."""
        return self._memory.name

    @property
    def size(self) -> int:
        """The size in bytes; some systems round it up to whole pages."""
        return self._memory.size

    @property
    def _bytes(self) -> memoryview:
        assert self._memory.buf is not None
        return self._memory.buf

    def preallocate(self) -> None:
        """Reserve the memory now; else SIGBUS kills a process that writes when none is left."""
        if self._descriptor is None:
            return
        try:
            preallocate(self._descriptor, self.size)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.ENOMEM):
                raise _no_room(self.size) from None
            raise

    def put(self, row: int, table: Table, *, mapped: bool = False) -> None:
        """Copy rows to their place. Raises ``Failure`` if they do not fit. With ``mapped``, copy
        through the map: twice as fast once this process has used its pages.
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
        """Return the rows in place; release them before the segment closes."""
        return np.frombuffer(self._bytes, DTYPE, rows)

    def close(self) -> None:
        """Close the segment, and unlink it if it was made here; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        if self.is_ours:
            self.is_ours = False
            with suppress(FileNotFoundError):
                self._memory.unlink()
        # After a failure a table may still use the map; the process ends, and the map with it.
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
    """Return the beginning of this process's names."""
    return f"{_MARK}-{os.getpid()}-{start_time(os.getpid()) or 0}-"


def name_semaphores(beginning: str) -> None:
    """Give semaphores of this process and its children names that ``sweep`` knows.

    Those of spawned processes (Dask's) stay until their tracker, which may be killed too, unlinks
    them. On other systems names are short, and no call lists them.
    """
    if sys.platform == "linux":
        process.current_process()._config["semprefix"] = f"/{beginning}"  # type: ignore[attr-defined]


def all_beginnings(beginning: str) -> tuple[str, str]:
    """Return the beginnings of the paths of segments, and of semaphores."""
    return str(FOLDER / beginning), str(FOLDER / f"{_SEMAPHORE}{beginning}")


def segments_of(beginning: str) -> list[str]:
    """Return the names of existing segments that begin so."""
    with suppress(OSError):
        return sorted(name for name in os.listdir(FOLDER) if name.startswith(beginning))
    return []


def semaphores_of(beginning: str) -> list[str]:
    """Return the names of existing semaphores that begin so."""
    return segments_of(f"{_SEMAPHORE}{beginning}")


def sweep(folder: Path = FOLDER) -> list[str]:
    """Remove the segments and semaphores of ended runs; return their names."""
    found: list[str] = []
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):
            parts = name.removeprefix(_SEMAPHORE).split("-")
            if parts[0] == _MARK and len(parts) >= 4 and not _is_running(parts[1], parts[2]):
                remove_all(str(folder / name))
                found.append(name)
    return found


def _is_running(number: str, begun: str) -> bool:
    """Whether the same process still runs: the system reuses numbers."""
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
