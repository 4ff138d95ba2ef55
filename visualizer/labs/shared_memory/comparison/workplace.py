"""Keeps the names, folder, tables and processes of a run. All of them go with the run, however it
ends: the janitor learns of each before it is made, and the end of the stack removes it.
"""

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.janitor import Janitor, remove_all
from visualizer.labs.report import describe_host
from visualizer.labs.shared_memory.methods.job import Job
from visualizer.labs.shared_memory.methods.registry import DEFAULT
from visualizer.labs.shared_memory.methods.segments import (
    all_beginnings,
    beginning_of_names,
    segments_of,
    semaphores_of,
    sweep,
)
from visualizer.labs.shared_memory.methods.starting import USUAL
from visualizer.labs.shared_memory.tables.generation import make_tables
from visualizer.labs.shared_memory.tables.table import ROW_BYTES, Failure, cannot_be_written
from visualizer.labs.shared_memory.tables.writing import Layout, beginning_beside

START, ANSWER = 60.0, 30.0
"""Seconds that a process may take to get ready, and to answer a small request."""
_SECONDS_A_BYTE = 1e-6
"""Seconds allowed for a byte: the slowest reader needs 0.1 µs."""
_TEXT_BYTES = 29
"""Bytes of a generated row as text; slightly more than most rows have."""
_LIMITS_LEAST, _LIMITS_MOST = 16 << 20, 128 << 20
_CHILD = "visualizer.labs.shared_memory.methods.child"


@dataclass(frozen=True, slots=True)
class Settings:
    """``sources`` are the user's own files; without them, the lab makes ``files`` tables of
    ``rows``. With ``repeats`` None, a method repeats until its interval is narrow or the time is
    up. ``kill`` kills a worker at the end, to show the remains.
    """

    methods: tuple[str, ...] = DEFAULT
    files: int = 2
    rows: int = 20_000
    workers: int = 2
    repeats: int | None = None
    reader: str = "loadtxt"
    scheduler: str = ""
    seed: int = 1
    sources: tuple[str, ...] = ()
    layout: Layout = field(default_factory=Layout)
    start: str | None = None
    with_limits: bool = True
    kill: bool = False


class Workplace:
    """``beginning`` starts the names of segments, ``folder`` is for files.

    ``of_others`` counts the remains of former runs. Everything is removed at the end of ``stack``.
    """

    def __init__(self, settings: Settings, stack: ExitStack, output: Path | None) -> None:
        self._settings = settings
        self._children: list[Child] = []
        self._places = list(settings.methods)
        self.of_others = [*sweep(), *sweep(Path(tempfile.gettempdir()))]
        self.beginning = beginning_of_names()
        self.janitor = stack.enter_context(closing(Janitor()))
        self.folder = Path(tempfile.gettempdir(), f"{self.beginning}{random.getrandbits(40):x}")
        remove = [*all_beginnings(self.beginning), str(self.folder)]
        if output is not None:
            # Only an ended run leaves such a file: no user writes one file from two runs.
            remove_all(str(beginning_beside(output)))
            remove.append(str(beginning_beside(output).absolute()))
        for beginning in remove:
            self.janitor.removes(beginning)
            stack.callback(remove_all, beginning)
        try:
            self.folder.mkdir(mode=0o700)
        except OSError as error:
            raise cannot_be_written(self.folder, error) from None
        self.paths: tuple[str, ...] = ()

    def make_tables(self) -> Iterator[Path]:
        """Make the tables of the settings; ``paths`` then has their files. Raises ``Failure``."""
        settings = self._settings
        if settings.sources:
            self.paths = tuple(str(Path(source).absolute()) for source in settings.sources)
            return
        _check_room(settings.rows * settings.files * _TEXT_BYTES)
        for path in self.tables_of(settings.rows, self.folder):
            self.paths += (str(path),)
            yield path

    def tables_of(self, rows: int, folder: Path) -> Iterator[Path]:
        """Make tables of so many rows in a new folder. Raises ``Failure``."""
        folder.mkdir(exist_ok=True)
        try:
            yield from make_tables(folder, self._settings.files, rows, self._settings.seed)
        except OSError as error:
            raise cannot_be_written(folder, error) from None

    def job(self, key: str) -> Job:
        """Return the job of a method, with its own names and folder."""
        if key not in self._places:
            self._places.append(key)
        place = self._places.index(key)
        folder = self.folder / f"method-{place}"
        folder.mkdir(exist_ok=True)
        return Job(
            self.paths,
            self._settings.reader,
            min(self._settings.workers, len(self.paths)),
            f"{self.beginning}{place}-",
            str(folder),
            start=self._settings.start or USUAL,
            scheduler=self._settings.scheduler,
        )

    def child(self, key: str) -> Child:
        """Start a process for a method. Raises ``ChildFailed``."""
        settings = self._settings
        asked = {
            "method": key,
            "job": asdict(self.job(key)),
            "layout": asdict(settings.layout),
            "about": {"lab": "shared-memory", "settings": asdict(settings)}
            | {"host": asdict(describe_host())},
        }
        child = Child(_CHILD, asked, self.janitor, START)
        self._children.append(child)
        return child

    def measure_limits(self) -> dict[str, Any]:
        """Return the machine's limits at a run's number of bytes; or an ``error``."""
        size = min(max(self.payload, _LIMITS_LEAST), _LIMITS_MOST)
        asked = {"bytes": size, "beginning": f"{self.beginning}l-", "folder": str(self.folder)}
        module = "visualizer.labs.shared_memory.comparison.limits"
        try:
            with closing(Child(module, asked, self.janitor, START)) as child:
                return child.ask("go", ANSWER)
        except ChildFailed as error:
            return {"error": str(error)}

    @property
    def patience(self) -> float:
        """Return the longest time of a run in seconds."""
        return ANSWER + self.payload * _SECONDS_A_BYTE

    @property
    def payload(self) -> int:
        """Return the approximate bytes of all tables: a row is as long in text as in memory."""
        if self._settings.sources:
            return sum(os.stat(path).st_size for path in self.paths if os.path.isfile(path))
        return self._settings.rows * self._settings.files * ROW_BYTES

    def leftovers(self) -> dict[str, int]:
        """Return how many things made here still exist, by kind; all are 0 at the end."""
        return {
            "segments": len(segments_of(self.beginning)),
            "files": int(self.folder.exists()) + len(semaphores_of(self.beginning)),
            "processes": sum(len(child.members()) for child in self._children),
        }


def _check_room(needed: int) -> None:
    folder = tempfile.gettempdir()
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise Failure(
            "{folder} has {free} MB left, but the tables need {needed} MB;"
            " use fewer rows or files, or set TMPDIR to another folder",
            folder=folder,
            free=f"{free / 1e6:,.1f}",
            needed=f"{needed / 1e6:,.1f}",
        )


def end(child: Child) -> None:
    """End a process of a method and its children."""
    child.close()
    child.wait_until_gone()
