"""What is to be done, and what those who do it tell each other."""

from dataclasses import dataclass

from visualizer.labs.shared_memory.methods.starting import USUAL
from visualizer.labs.shared_memory.tables.table import Announcement, Failure, Table


@dataclass(frozen=True, slots=True)
class Job:
    """Parse the files at ``paths`` by so many ``workers``, and bring the tables to the parent.

    ``beginning`` is what names of segments begin with, ``folder`` is for files that are gone
    afterwards. ``streamed``: each table is handed over as soon as it is parsed, and let go before
    its worker takes the next; else all are parsed first, so that the stages can be told apart.
    ``start`` is the way processes are started.
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
        """Which files are whose."""
        return range(worker, len(self.paths), self.workers)


@dataclass(slots=True)
class ReadTable:
    """A table has come, or word of where it lies; or its worker has failed.

    ``filling`` is how long it took to put the rows where the parent will find them.
    """

    worker: int
    index: int = -1
    rows: int = 0
    table: Table | None = None
    announcement: Announcement | None = None
    filling: float = 0.0
    failure: str = ""

    def check(self) -> "ReadTable":
        """Itself. Raises ``Failure`` where its worker has failed."""
        if self.failure:
            raise Failure(self.failure)
        return self
