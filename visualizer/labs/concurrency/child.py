"""Runs one contestant in a process of its own, and measures it."""

import time
from typing import Any

from visualizer.labs.children import serve
from visualizer.labs.concurrency.contestants import Contestant, contestant
from visualizer.platform.memory import peak_resident
from visualizer.platform.usage import processor_time

PIECES = 200
"""Number of pieces into which a watched job is cut."""


class Measured:
    """``settings`` has the contestant, the workload, its size, and how many jobs and steps."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._contestant: Contestant = contestant(settings["contestant"])

    def ready(self) -> dict[str, Any]:
        """Import what the contestant needs, by running the shortest jobs once."""
        start = time.monotonic()
        if self._contestant.before is not None:
            self._contestant.before()
        from visualizer.labs.concurrency.jobs import make_jobs
        from visualizer.labs.concurrency.workloads import WORKLOADS

        settings = self._settings
        make = WORKLOADS[settings["workload"]]
        self._jobs = make_jobs(settings["jobs"], settings["steps"], make(settings["size"]))
        self._contestant.run(make_jobs(settings["jobs"], 1, make(settings["shortest"])))
        return {"imports": time.monotonic() - start}

    def handle(self, command: Any) -> dict[str, Any]:
        """Run the jobs once; return the duration, the times of the steps, and the resources used.

        ``{"watch": size}`` runs counting jobs instead that note when they ran and when they waited.
        """
        if command != "go":
            return {"pieces": self._watch(command["watch"])}
        spent = processor_time()
        start = time.monotonic()
        found = self._contestant.run(self._jobs)
        end = time.monotonic()
        return {
            "seconds": end - start,
            "cpu": processor_time() - spent,
            "spans": _since(start, found),
            "peak_bytes": peak_resident(),
        }

    def _watch(self, size: int) -> list[list[Any]]:
        from visualizer.labs.concurrency.jobs import WatchedJob, make_jobs
        from visualizer.labs.concurrency.workloads import Spin

        jobs = make_jobs(self._settings["jobs"], PIECES, Spin(size), WatchedJob)
        start = time.monotonic()
        return _since(start, self._contestant.run(jobs))


def _since(start: float, found: list[list[tuple[str, float, float, int]]]) -> list[list[Any]]:
    """Return all spans, in seconds since ``start``."""
    return [
        [worker, begun - start, ended - start, step]
        for spans in found
        for worker, begun, ended, step in spans
    ]


if __name__ == "__main__":
    serve(Measured)
