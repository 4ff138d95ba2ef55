"""The job of the workers, and the messages between them and the parent."""

from dataclasses import dataclass

from visualizer.labs.shared_memory.methods.starting import USUAL
from visualizer.labs.shared_memory.tables.table import ROW_BYTES, Failure, Table

PARENT, MANAGER, TRACKER = "parent", "manager", "tracker"
"""Roles of processes; the others are workers, counted from 1: ``worker 1``."""


@dataclass(frozen=True, slots=True)
class Job:
    """Parse the files at ``paths`` with ``workers``, and bring the tables to the parent.

    ``beginning`` starts the names of segments; files in ``folder`` are removed afterwards.
    ``streamed``: each table is handed over as soon as it is parsed, and released before its worker
    takes the next; otherwise all are parsed first, so that the stages can be told apart. ``start``
    is the start method of processes.
    """

    paths: tuple[str, ...]
    reader: str
    workers: int
    beginning: str
    folder: str
    streamed: bool = False
    start: str | None = USUAL
    scheduler: str = ""

    def share(self, worker: int) -> range:
        """Return the share of files of each worker."""
        return range(worker, len(self.paths), self.workers)


@dataclass(slots=True)
class ReadTable:
    """A table, the name of the segment or file that has it, or the failure of its worker.
    ``filling`` is the seconds in which the worker put the rows where the parent reads them.
    """

    worker: int
    index: int = -1
    rows: int = 0
    table: Table | None = None
    place: str = ""
    filling: float = 0.0
    failure: str = ""

    def check(self) -> "ReadTable":
        """Return the table. Raises ``Failure`` if its worker has failed."""
        if self.failure:
            raise Failure(self.failure)
        return self

    def check_room(self, there: int) -> None:
        """Raise ``Failure`` if a place of so many bytes cannot hold the announced table."""
        if not 0 <= self.rows * ROW_BYTES <= there:
            raise Failure(
                "{place} was announced with {rows} rows ({bytes} bytes), but it has {there} bytes",
                place=self.place,
                rows=self.rows,
                bytes=self.rows * ROW_BYTES,
                there=there,
            )
