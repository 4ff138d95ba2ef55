"""The ways of a table from the worker that parses it to the parent.

A carrier is copied into each worker. There ``parse`` reads a file to the table's place, and
``close`` releases it. In the parent ``receive`` returns the table, ``drop`` releases it;
``prepare`` and ``end`` make and remove the parent's own resources.
"""

import mmap
import multiprocessing
import os
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.process import BaseProcess
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Any

import numpy as np

from visualizer.labs.shared_memory.methods.deaths import watch
from visualizer.labs.shared_memory.methods.job import Job, ReadTable
from visualizer.labs.shared_memory.methods.segments import KEPT, Segment, write_all
from visualizer.labs.shared_memory.tables.reading import most_rows, reader
from visualizer.labs.shared_memory.tables.table import (
    DTYPE,
    ROW_BYTES,
    Failure,
    Table,
    cannot_be_written,
    raw,
)


class _Filling:
    """Writes rows to their place and times it. ``put`` gets the first row's number."""

    def __init__(self, put: Callable[[int, Table], None]) -> None:
        self._put = put
        self.rows = 0
        self.seconds = 0.0

    def keep(self, table: Table) -> None:
        begun = time.monotonic()
        self._put(self.rows, table)
        self.rows += len(table)
        self.seconds += time.monotonic() - begun


class Carrier(ABC):
    """See the module; each method does nothing by default."""

    making = 0.0
    """Seconds in which the parent made the segments: they belong to the transfer."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def prepare(self) -> None:  # noqa: B027 - most have nothing to prepare
        """In the parent: prepare before the workers start."""

    @abstractmethod
    def parse(self, worker: int, index: int) -> ReadTable:
        """In a worker: read that file. Raises ``Failure``."""

    @abstractmethod
    def receive(self, reply: ReadTable) -> Table:
        """In the parent: return the table, which must be released before ``drop``. Raises
        ``Failure``."""

    def drop(self, index: int) -> None:  # noqa: B027
        """In the parent: release this table."""

    def close(self, index: int | None = None) -> None:  # noqa: B027
        """In a worker: release this table, or all."""

    def end(self) -> None:  # noqa: B027
        """In the parent: clean up after the last worker has ended, in whatever way."""

    def _fill(self, index: int, filling: _Filling) -> None:
        reader(self.job.reader).read(Path(self.job.paths[index]), filling.keep)

    def _most_rows(self, index: int) -> int:
        return most_rows(Path(self.job.paths[index]))


class Private(Carrier):
    """The worker's own array, sent with the reply through a queue or pipe, or shared by a thread.

    Between processes it is pickled: copied into bytes, into the pipe, out of it, and into another
    array. A thread's array is the parent's.
    """

    def parse(self, worker: int, index: int) -> ReadTable:
        """Parse into the worker's own array."""
        table = np.empty(self._most_rows(index), DTYPE)

        def put(row: int, some: Table) -> None:
            table[row : row + len(some)] = some

        filling = _Filling(put)
        self._fill(index, filling)
        return ReadTable(worker, index, filling.rows, table=table[: filling.rows])

    def receive(self, reply: ReadTable) -> Table:
        """Return the table that came with the reply."""
        assert reply.table is not None
        return reply.table


class WorkersSegments(Carrier):
    """A segment for each table, made and finally unlinked by its worker.

    Rows are parsed into it, so that there is no second copy. The parent attaches the announced
    segment, and says when it is done.
    """

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self._segments: dict[int, Segment] = {}

    def parse(self, worker: int, index: int) -> ReadTable:
        """Parse into a segment."""
        size = self._most_rows(index) * ROW_BYTES
        begun = time.monotonic()
        segment = Segment.create(f"{self.job.beginning}{index}", size)
        self._segments[index] = segment
        return self._filled(worker, index, segment, time.monotonic() - begun)

    def _filled(
        self, worker: int, index: int, segment: Segment, made: float, *, mapped: bool = False
    ) -> ReadTable:
        """Parse into the segment; ``made`` is the seconds of making it, a part of the transfer."""
        filling = _Filling(partial(segment.put, mapped=mapped))
        self._fill(index, filling)
        seconds = made + filling.seconds
        return ReadTable(worker, index, filling.rows, place=segment.name, filling=seconds)

    def receive(self, reply: ReadTable) -> Table:
        """Return the announced table in place."""
        segment = self._segments[reply.index] = Segment.attach(reply.place)
        reply.check_room(segment.size)
        return segment.table(reply.rows)

    def drop(self, index: int) -> None:
        """Close the segment."""
        if index in self._segments:
            self._segments.pop(index).close()

    def close(self, index: int | None = None) -> None:
        """Close and unlink."""
        for one in tuple(self._segments) if index is None else (index,):
            self.drop(one)

    def end(self) -> None:
        """Close the remaining segments."""
        self.close()


class ParentsSegments(WorkersSegments):
    """The parent makes and finally unlinks the segments; a worker attaches, fills and closes them.
    So a pool's workers need no further request, and on Windows, where a segment goes with its last
    user, it stays as long as the parent has it.
    """

    def prepare(self) -> None:
        """Make all segments, as large as their files can require."""
        sizes = [self._most_rows(index) * ROW_BYTES for index in range(len(self.job.paths))]
        begun = time.monotonic()
        for index, size in enumerate(sizes):
            self._segments[index] = self._make(index, size)
        self.making = time.monotonic() - begun

    def _make(self, index: int, size: int) -> Segment:
        return Segment.create(f"{self.job.beginning}{index}", size)

    def names(self) -> dict[int, str]:
        """The names of the segments, for the workers' own carriers."""
        return {index: segment.name for index, segment in self._segments.items()}

    def __getstate__(self) -> tuple[Job, dict[int, str]]:
        return self.job, self.names()

    def __setstate__(self, state: tuple[Job, dict[int, str]]) -> None:
        self.job, self._names = state
        self._segments = {}

    def parse(self, worker: int, index: int) -> ReadTable:
        """Into the parent's segment."""
        begun = time.monotonic()
        with Segment.attach(self._name(index)) as segment:
            return self._filled(worker, index, segment, time.monotonic() - begun)

    def _name(self, index: int) -> str:
        names = getattr(self, "_names", None) or self.names()
        return names[index]

    def close(self, index: int | None = None) -> None:
        """Do nothing: a worker has closed its own, and those copied by fork are the parent's."""

    def receive(self, reply: ReadTable) -> Table:
        """Return the filled table in place: the segment is mapped here since it was made."""
        segment = self._segments.get(reply.index)
        if segment is None or segment.name != reply.place:
            raise Failure(
                "{place} was announced, but this run did not create it", place=reply.place
            )
        reply.check_room(segment.size)
        return segment.table(reply.rows)

    def end(self) -> None:
        """Close and unlink."""
        for index in tuple(self._segments):
            self.drop(index)


_kept: dict[str, Segment] = {}
"""Segments by name that this process, parent or worker, reuses for the next job."""


class KeptSegments(ParentsSegments):
    """Segments of the parent that it and the workers keep until no more jobs come.

    From the second job on their memory exists and is mapped in both, so the system need not find
    and clear pages. The user must copy what is to outlive the next job.
    """

    def _make(self, index: int, size: int) -> Segment:
        name = f"{self.job.beginning[:-1]}{KEPT}{index}-{size}"
        return _keep(name, lambda: Segment.create(name, size))

    def parse(self, worker: int, index: int) -> ReadTable:
        """Into the parent's segment, through the map."""
        begun = time.monotonic()
        name = self._name(index)
        segment = _keep(name, lambda: Segment.attach(name))
        return self._filled(worker, index, segment, time.monotonic() - begun, mapped=True)

    def drop(self, index: int) -> None:
        """Do nothing: the next job fills the segment again."""
        self._segments.pop(index, None)


def _keep(name: str, make: Callable[[], Segment]) -> Segment:
    """Return the segment of that name, which replaces one of another size for the same table."""
    of_its_table = name.rpartition("-")[0]
    for other in tuple(_kept):
        if other != name and other.rpartition("-")[0] == of_its_table:
            _kept.pop(other).close()
    if name not in _kept:
        _kept[name] = make()
    return _kept[name]


def let_go_of_kept() -> None:
    """Close the segments kept here, and unlink those made here, if there are any."""
    while _kept:
        _kept.popitem()[1].close()


class ManagersSegments(ParentsSegments):
    """A ``SharedMemoryManager`` makes the segments, and unlinks all of them at its shutdown."""

    def prepare(self) -> None:
        """Start the manager, and let it make the segments."""
        # An abstract name has no path that could be too long, and leaves no file.
        address = f"\0{self.job.beginning}manager" if sys.platform == "linux" else None
        context: Any = multiprocessing.get_context(self.job.start)
        self._manager = SharedMemoryManager(address, ctx=context)
        self._manager.start()
        process: BaseProcess = self._manager._process  # type: ignore[attr-defined]
        self._watch = watch([process])
        super().prepare()

    def _make(self, index: int, size: int) -> Segment:
        segment = Segment(_named_by(self.job.beginning, self._manager, size), is_ours=False)
        segment.preallocate()
        return segment

    def end(self) -> None:
        """Close the segments, and let the manager unlink them."""
        super().end()
        with suppress(AttributeError):  # it never started
            self._watch.set()
            self._manager.shutdown()


def _named_by(beginning: str, manager: SharedMemoryManager, size: int) -> SharedMemory:
    """Return a segment of the manager, with a name that can be found after a kill.

    The manager passes None as the name; we replace it by ours.
    """
    from multiprocessing import managers

    count = iter(range(1 << 30))

    def make(name: None, create: bool, size: int) -> SharedMemory:
        while True:
            with suppress(FileExistsError):
                return SharedMemory(f"{beginning}m{next(count)}", create, size)

    class Named:
        SharedMemory = staticmethod(make)

    plain = managers.shared_memory  # type: ignore[attr-defined]
    managers.shared_memory = Named  # type: ignore[attr-defined]
    try:
        return manager.SharedMemory(max(size, 1))
    finally:
        managers.shared_memory = plain  # type: ignore[attr-defined]


class MappedFiles(Carrier):
    """A file for each table, in the page cache as long as there is room; the parent maps it."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self._maps: dict[int, mmap.mmap] = {}

    def parse(self, worker: int, index: int) -> ReadTable:
        """Parse into a file."""
        path = self._path(index)
        with path.open("xb", buffering=0) as file:

            def put(row: int, table: Table) -> None:
                try:
                    write_all(file.fileno(), raw(table), row * ROW_BYTES)
                except OSError as error:
                    raise cannot_be_written(path, error) from error

            filling = _Filling(put)
            self._fill(index, filling)
        seconds = filling.seconds
        return ReadTable(worker, index, filling.rows, place=str(path), filling=seconds)

    def _path(self, index: int) -> Path:
        return Path(self.job.folder, f"{index}.rows")

    def receive(self, reply: ReadTable) -> Table:
        """Return the announced table in place."""
        with Path(reply.place).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            reply.check_room(size)
            if not size:  # an empty file cannot be mapped
                return np.empty(0, DTYPE)
            mapped = mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ)
        self._maps[reply.index] = mapped
        return np.frombuffer(mapped, DTYPE, reply.rows)

    def drop(self, index: int) -> None:
        """Close the map, remove the file."""
        if index in self._maps:
            self._maps.pop(index).close()
        self._path(index).unlink(missing_ok=True)

    def end(self) -> None:
        """Remove the remaining segments."""
        for index in range(len(self.job.paths)):
            self.drop(index)
