"""The two jobs that each contestant has to run. The source that is shown is what runs."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.labs.concurrency.workloads import Step

    type Span = tuple[str, float, float, int]
    """From when to when a worker did its step; by one clock for all processes, in seconds."""

WORKERS = ("numbers", "letters")
"""After the article's two functions."""


class Job:
    """So many steps, one after another; called, it returns when each of them ran.

    Steps count from 1.
    """

    def __init__(self, worker: str, steps: int, step: Step) -> None:
        self.worker, self.steps, self.step = worker, steps, step

    def __call__(self) -> list[Span]:
        """Do all steps."""
        spans = []
        for number in range(1, self.steps + 1):
            start = time.monotonic()
            self.step()
            spans.append((self.worker, start, time.monotonic(), number))
        return spans

    async def in_loop(self) -> list[Span]:
        """Do all steps in an event loop."""
        spans = []
        for number in range(1, self.steps + 1):
            start = time.monotonic()
            await self.step.in_loop()
            spans.append((self.worker, start, time.monotonic(), number))
        return spans

    def __repr__(self) -> str:
        return f"Job({self.worker!r}, {self.steps!r}, {self.step!r})"


def make_jobs(count: int, steps: int, step: Step) -> list[Job]:
    """``count`` jobs: numbers, letters, numbers 2 and so on."""
    names = [
        WORKERS[n % len(WORKERS)] + (f" {n // len(WORKERS) + 1}" if n >= len(WORKERS) else "")
        for n in range(count)
    ]
    return [Job(name, steps, step) for name in names]
