"""Measures which way is faster at which size, for arrays that a worker sends to its parent. It runs
in a separate process, gets ``[way, bytes]`` and answers with the seconds of each repeat from the
request until the parent has read everything. The worker and the array exist throughout.
"""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from statistics import median

import numpy as np

from visualizer.labs.children import Child, ChildFailed, serve
from visualizer.labs.janitor import Janitor, remove_all
from visualizer.labs.shared_memory.methods.deaths import watch
from visualizer.labs.shared_memory.methods.segments import FOLDER, Segment, write_all
from visualizer.labs.shared_memory.methods.starting import USUAL
from visualizer.labs.shared_memory.tables.table import DTYPE, ROW_BYTES, Table, raw, read_through
from visualizer.labs.statistics import SWEEP_REPEATS, ends_of_median

SIZES = tuple(ROW_BYTES * 4 * 10**power for power in range(1, 7))
"""From 1 KB to 104 MB."""
_START, _ANSWER = 30.0, 60.0


@dataclass(frozen=True, slots=True)
class Way:
    """``send`` is the worker's side, ``receive`` the parent's, which reads everything."""

    key: str
    send: Callable[["_Ends", Table], object]
    receive: Callable[["_Ends", int], object]


class _Ends:
    """The connections between parent and worker; each has a copy."""

    def __init__(self, beginning: str, folder: str) -> None:
        context: Any = multiprocessing.get_context(USUAL)
        self.queue: Any = context.Queue()
        self.reader, self.writer = context.Pipe(duplex=False)
        self.asked: Any = context.SimpleQueue()
        self.beginning = beginning
        self.path = Path(folder, "swept")
        self.kept: Segment | None = None

    def segment(self, size: int) -> Segment:
        """The segment that every repeat uses."""
        if self.kept is None or self.kept.size < size:
            self.forget()
            # A new name: while the parent still has the last segment, its name is in use.
            self.kept = Segment.create(f"{self.beginning}kept-{size}", size)
        return self.kept

    def forget(self) -> None:
        """Release the array."""
        if self.kept is not None:
            self.kept.close()
            self.kept = None


def _receive_piped(ends: _Ends, rows: int) -> None:
    table = np.empty(rows, DTYPE)
    ends.reader.recv_bytes_into(raw(table))
    read_through(table)


def _send_shared(ends: _Ends, table: Table) -> None:
    with Segment.create(f"{ends.beginning}new", table.nbytes) as segment:
        segment.put(0, table)
        ends.queue.put(segment.name)
        ends.asked.get()


def _receive_shared(ends: _Ends, rows: int) -> None:
    with Segment.attach(ends.queue.get()) as segment:
        read_through(segment.table(rows))
    ends.asked.put("done")


def _send_reused(ends: _Ends, table: Table) -> None:
    segment = ends.segment(table.nbytes)
    segment.put(0, table, mapped=True)
    ends.queue.put(segment.name)


def _receive_reused(ends: _Ends, rows: int) -> None:
    name = ends.queue.get()
    if ends.kept is None or ends.kept.size < rows * ROW_BYTES:
        ends.forget()
        ends.kept = Segment.attach(name)
    read_through(ends.kept.table(rows))


def _send_mapped(ends: _Ends, table: Table) -> None:
    with ends.path.open("wb", buffering=0) as file:
        write_all(file.fileno(), raw(table), 0)
    ends.queue.put(str(ends.path))


def _receive_mapped(ends: _Ends, rows: int) -> None:
    table = np.memmap(ends.queue.get(), DTYPE, "r", shape=(rows,))
    read_through(table)
    del table  # Windows removes no mapped file
    ends.path.unlink()


WAYS = (
    Way(
        "queue",
        lambda ends, table: ends.queue.put(table),
        lambda ends, rows: read_through(ends.queue.get()),
    ),
    Way("pipe", lambda ends, table: ends.writer.send_bytes(raw(table)), _receive_piped),
    Way("shm", _send_shared, _receive_shared),
    Way("shm-reused", _send_reused, _receive_reused),
    Way("memmap", _send_mapped, _receive_mapped),
)
way = {one.key: one for one in WAYS}.__getitem__
"""Returns the way of a key; raises ``KeyError`` if there is none."""


def _work(ends: _Ends) -> None:
    table = np.empty(0, DTYPE)
    while asked := ends.asked.get():
        key, rows = asked
        if len(table) != rows:
            table = np.zeros(rows, DTYPE)
            table["pos"] = 1
            read_through(table)
            ends.queue.put("ready")
            continue
        way(key).send(ends, table)
    ends.forget()


class Sweep:
    """``settings`` has the beginning of names, and a folder."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._ends = _Ends(settings["beginning"], settings["folder"])

    def ready(self) -> dict[str, Any]:
        """Start the worker."""
        context: Any = multiprocessing.get_context(USUAL)
        worker = context.Process(target=_work, args=(self._ends,), daemon=True)
        worker.start()
        watch([worker])
        self._rows = 0
        return {}

    def handle(self, command: Any) -> dict[str, Any]:
        """Measure one way, without the first repeat, which touches new memory."""
        key, size = command
        rows = size // ROW_BYTES
        if rows != self._rows:
            self._ends.asked.put((key, rows))
            self._ends.queue.get()
            self._rows = rows
        found = [self._once(key, rows) for _ in range(SWEEP_REPEATS + 1)]
        return {"seconds": found[1:]}

    def _once(self, key: str, rows: int) -> float:
        begun = time.monotonic()
        self._ends.asked.put((key, rows))
        way(key).receive(self._ends, rows)
        return time.monotonic() - begun


def measure(
    janitor: Janitor, beginning: str, folder: str, sizes: tuple[int, ...] = SIZES
) -> Iterator[dict[str, Any]]:
    """Yield a row for each way and size: ``seconds`` is the median of its repeats."""
    asked = {"beginning": beginning, "folder": folder}
    with ExitStack() as stack:
        stack.callback(remove_all, str(FOLDER / beginning))
        child = stack.enter_context(closing(Child(__name__, asked, janitor, _START)))
        for size in sizes:
            for one in WAYS:
                row: dict[str, Any] = {"way": one.key, "bytes": size, "error": None}
                try:
                    seconds = child.ask([one.key, size], _ANSWER)["seconds"]
                except ChildFailed as error:
                    yield {**row, "seconds": None, "ci95": None, "error": str(error)}
                    return
                yield {**row, "seconds": median(seconds), "ci95": ends_of_median(seconds)}


def wins_from(rows: list[dict[str, Any]]) -> int | None:
    """Return the size from which new segments always beat a queue; None if there is none. The
    repeats must show it: where the intervals overlap, neither is faster.
    """
    found: int | None = None
    for size in sorted({row["bytes"] for row in rows}):
        spread = {row["way"]: row["ci95"] for row in rows if row["bytes"] == size}
        shm, queue = spread.get("shm"), spread.get("queue")
        if shm and queue:
            found = (found or size) if shm[1] < queue[0] else None
    return found


if __name__ == "__main__":
    serve(Sweep)
