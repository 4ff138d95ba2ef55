"""The two jobs that each contestant has to run. The source that is shown is what runs."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.labs.concurrency.workloads import Step

    type Span = tuple[str, float, float, int]
    """Worker, start and end of a step in seconds by one clock for all processes, its number."""

WORKERS = ("numbers", "letters")
"""Named after the article's two functions."""


class Job:
    """Runs its steps in turn, counted from 1, and returns the span of each."""

    def __init__(self, worker: str, steps: int, step: Step) -> None:
        self.worker, self.steps, self.step = worker, steps, step

    def __call__(self) -> list[Span]:
        """Run all steps."""
        spans = []
        for number in range(1, self.steps + 1):
            start = time.monotonic()
            self.step()
            spans.append((self.worker, start, time.monotonic(), number))
        return spans

    async def in_loop(self) -> list[Span]:
        """Run all steps in an event loop."""
        spans = []
        for number in range(1, self.steps + 1):
            start = time.monotonic()
            await self.step.in_loop()
            spans.append((self.worker, start, time.monotonic(), number))
        return spans

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.worker!r}, {self.steps!r}, {self.step!r})"


class WatchedJob(Job):
    """One step of counting in many small pieces: its spans say when each piece ran.

    A piece that took longer than the others had to wait: for the GIL, or for a processor.
    """

    def __call__(self) -> list[Span]:
        """Run the step once for each of ``steps``."""
        spans = []
        start = time.monotonic()
        for number in range(1, self.steps + 1):
            self.step()
            end = time.monotonic()
            spans.append((self.worker, start, end, number))
            start = end
        return spans

    async def in_loop(self) -> list[Span]:
        """Run the steps in an event loop; no other task runs meanwhile."""
        return self()


def make_jobs(count: int, steps: int, step: Step, kind: type[Job] = Job) -> list[Job]:
    """``count`` jobs of a kind: numbers, letters, numbers 2 and so on."""
    names = [
        WORKERS[n % len(WORKERS)] + (f" {n // len(WORKERS) + 1}" if n >= len(WORKERS) else "")
        for n in range(count)
    ]
    return [kind(name, steps, step) for name in names]
