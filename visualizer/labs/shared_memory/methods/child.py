"""Runs one method in a process of its own, the parent of the workers, as often as asked."""

import multiprocessing
import os
import sys
import time
from dataclasses import replace
from multiprocessing import resource_tracker
from multiprocessing.managers import SharedMemoryManager
from pathlib import Path
from typing import Any

# A fork copies no threads of a library; its child would wait for them for ever.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from visualizer.labs.children import report, serve
from visualizer.labs.shared_memory.methods import carriers, crews
from visualizer.labs.shared_memory.methods.job import MANAGER, TRACKER, Job
from visualizer.labs.shared_memory.methods.registry import Method, method
from visualizer.labs.shared_memory.methods.running import Measurement, run_staged, run_streamed
from visualizer.labs.shared_memory.methods.segments import name_semaphores
from visualizer.labs.shared_memory.tables.reading import reader
from visualizer.labs.shared_memory.tables.table import Failure
from visualizer.labs.shared_memory.tables.writing import Layout, TableFile


class Runs:
    """Runs jobs of a method; ``settings`` has the method, the fields of a ``Job``, and the file's
    layout.

    Its commands are ``run``; ``watched``, which reports each stage and waits for permission to
    continue; the same as ``{"paths": …, "watched": …}`` for other tables; ``let go`` after the last
    run; and ``{"write": path}``, which streams to that file.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self._method: Method = method(settings["method"])
        self._job = Job(**{**settings["job"], "paths": tuple(settings["job"]["paths"])})
        self._layout = Layout(**settings["layout"])
        self._about = settings["about"]
        self._cluster: Any = None

    def ready(self) -> dict[str, Any]:
        """Import what the method needs; Dask's workers start before a job, as in normal use."""
        name_semaphores(self._job.beginning)
        begun = time.monotonic()
        reader(self._job.reader).parser()
        if self._method.crew is None:
            from visualizer.labs.shared_memory.methods.distributed import Cluster

            imported = time.monotonic()
            try:
                self._cluster = Cluster(self._job)
            except Failure as failure:
                return {"error": str(failure)}
            return {"imports": imported - begun, "cluster": time.monotonic() - imported}
        return {"imports": time.monotonic() - begun, "cluster": 0.0}

    def handle(self, command: Any) -> dict[str, Any]:
        """Run one job."""
        try:
            if command == "let go":
                return self._let_go()
            if isinstance(command, dict) and "write" in command:
                return self._write(Path(command["write"]))
            job, is_watched = self._job, command == "watched"
            if isinstance(command, dict):
                job = replace(job, paths=tuple(command["paths"]))
                is_watched = command["watched"]
            return self._run(job, Measurement(_Stages()) if is_watched else Measurement())
        except Failure as failure:
            return {"error": str(failure)}

    def _run(self, job: Job, measurement: Measurement) -> dict[str, Any]:
        path = Path(job.folder, "measured.h5")
        file = TableFile(path, job.paths, self._layout, self._about)
        try:
            self._run_staged(job, file, measurement)
        finally:
            path.unlink(missing_ok=True)
        return {
            "seconds": measurement.seconds(),
            "start": measurement.reached["started"],
            "checksum": measurement.checksum,
            "rows": measurement.rows,
        }

    def _run_staged(self, job: Job, file: TableFile, measurement: Measurement) -> None:
        if self._cluster is not None:
            self._cluster.run(job, file, measurement)
        else:
            assert self._method.crew is not None
            assert self._method.carrier is not None
            run_staged(job, self._method.carrier(job), self._method.crew, file, measurement)

    def _let_go(self) -> dict[str, Any]:
        """Release the workers first, which map the parent's segments."""
        crews.let_go_of_kept()
        carriers.let_go_of_kept()
        return {}

    def _write(self, path: Path) -> dict[str, Any]:
        file = TableFile(path, self._job.paths, self._layout, self._about)
        begun = time.monotonic()
        if self._method.can_stream:
            assert self._method.crew is not None
            assert self._method.carrier is not None
            job = replace(self._job, streamed=True)
            run_streamed(job, self._method.carrier(job), self._method.crew, file)
        else:
            self._run_staged(self._job, file, Measurement(with_digests=True))
        self._let_go()
        return {"total": time.monotonic() - begun, "streamed": self._method.can_stream}


class _Stages:
    """Reports each stage of a run with the roles of the processes, and waits for permission to
    continue.

    Workers are numbered as they are first seen: one that replaces another has a number of its own.
    """

    def __init__(self) -> None:
        self._workers: dict[int | None, str] = {}

    def __call__(self, stage: str) -> None:
        roles = []
        tracker = getattr(resource_tracker._resource_tracker, "_pid", None)
        if tracker is not None:
            roles.append((tracker, TRACKER))
        for process in sorted(multiprocessing.active_children(), key=lambda one: one.pid or 0):
            role = MANAGER
            if not process.name.startswith(SharedMemoryManager.__name__):
                new = f"worker {len(self._workers) + 1}"
                role = self._workers.setdefault(process.pid, new)
            roles.append((process.pid, role))
        report({"news": stage, "roles": roles})
        sys.stdin.readline()


if __name__ == "__main__":
    serve(Runs)
