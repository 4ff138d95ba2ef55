"""Runs a job once: stage by stage to time each stage, or streamed as in normal use."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from visualizer.labs.shared_memory.methods.carriers import Carrier
from visualizer.labs.shared_memory.methods.crews import Crew
from visualizer.labs.shared_memory.methods.job import Job, ReadTable
from visualizer.labs.shared_memory.tables.table import Table, checksum, read_through
from visualizer.labs.shared_memory.tables.writing import TableFile

STAGES = ("started", "loaded", "transferred", "written", "dropped", "ended")
"""At ``dropped`` the parent has released all tables, and has not informed the workers yet."""
_TIMED = ("loaded", "transferred", "written", "ended")


@dataclass
class Measurement:
    """Notes the time of each stage and calls ``pause`` there; time in ``pause`` does not count.
    With ``with_digests``, the file also gets a checksum of each table.
    """

    pause: Callable[[str], None] = lambda stage: None
    begun: float = field(default_factory=time.monotonic)
    reached: dict[str, float] = field(default_factory=dict)
    filling: float = 0.0
    checksum: str = ""
    rows: int = 0
    with_digests: bool = False
    _paused: float = 0.0

    def reach(self, stage: str) -> None:
        """Note that a stage is reached now."""
        now = time.monotonic()
        self.reached[stage] = now - self.begun - self._paused
        self.pause(stage)
        self._paused += time.monotonic() - now

    def leave_out(self, action: Callable[[], str]) -> str:
        """Run a function outside of the measured time."""
        now = time.monotonic()
        found = action()
        self._paused += time.monotonic() - now
        return found

    def digest(self, table: Table) -> str:
        """Return the checksum of a table for the file; None in a run for times only."""
        return checksum([table]) if self.with_digests else ""

    def seconds(self) -> dict[str, float]:
        """Return the seconds of each stage. Filling, during parsing, belongs to the transfer."""
        loaded, transferred, written, ended = (self.reached[stage] for stage in _TIMED)
        filling = min(self.filling, loaded)
        return {
            "load": loaded - filling,
            "transfer": transferred - loaded + filling,
            "write": written - transferred,
            "total": ended,
        }


def run_staged(
    job: Job,
    carrier: Carrier,
    crew: Callable[[Job, Carrier], Crew],
    file: TableFile,
    measurement: Measurement,
) -> None:
    """Parse all tables; then bring all to the parent and read them; then write all."""
    found: dict[int, ReadTable] = {}
    tables: dict[int, Table] = {}
    carrier.prepare()
    try:
        with crew(job, carrier) as going:
            going.pass_gate()
            measurement.reach("started")
            going.pass_gate()
            measurement.reach("loaded")
            going.pass_gate()
            for reply in going.tables():
                found[reply.index] = reply
                tables[reply.index] = carrier.receive(reply)
                read_through(tables[reply.index])
            measurement.reach("transferred")
            _write(file, tables, measurement)
            measurement.filling = carrier.making + longest_filling(found.values())
            tables.clear()
            for reply in found.values():
                reply.table = None
                carrier.drop(reply.index)
            measurement.reach("dropped")
            for reply in found.values():
                going.release(reply)
        carrier.end()
    finally:
        tables.clear()
        found.clear()
        carrier.end()
    measurement.reach("ended")


def _write(file: TableFile, tables: dict[int, Table], measurement: Measurement) -> None:
    with file:
        for index in sorted(tables):
            file.add(index, tables[index], measurement.digest(tables[index]))
    measurement.reach("written")
    ordered = [tables[index] for index in sorted(tables)]
    measurement.rows = sum(map(len, ordered))
    measurement.checksum = measurement.leave_out(lambda: checksum(ordered))


def longest_filling(found: Any) -> float:
    """Return the seconds of the slowest worker: all fill in parallel."""
    by_worker: dict[int, float] = {}
    for reply in found:
        by_worker[reply.worker] = by_worker.get(reply.worker, 0.0) + reply.filling
    return max(by_worker.values(), default=0.0)


def run_streamed(
    job: Job, carrier: Carrier, crew: Callable[[Job, Carrier], Crew], file: TableFile
) -> None:
    """Write each table, with its SHA-256, while others are still being parsed.

    A worker continues when its table is written: at most one table for each worker exists at once.
    """
    carrier.prepare()
    try:
        with crew(job, carrier) as going:
            going.pass_gate()
            with file:
                for reply in going.tables():
                    table = carrier.receive(reply)
                    file.add(reply.index, table, checksum([table]))
                    del table
                    reply.table = None
                    carrier.drop(reply.index)
                    going.release(reply)
    finally:
        carrier.end()
