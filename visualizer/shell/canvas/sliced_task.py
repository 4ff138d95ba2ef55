"""Runs long work on the window's thread, in slices between which the window answers."""

from collections.abc import Callable
from time import perf_counter

from greenlet import getcurrent, greenlet

from visualizer.layout.checkpoints import call_at_checkpoints, do_nothing


class SlicedTask[T]:
    """Runs ``work`` in slices; it pauses at its checkpoints.

    The work has its own stack (a greenlet), so it can pause inside nested calls.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._results: list[T] = []
        self._until = 0.0
        self._stack = greenlet(self._run)

    @property
    def is_done(self) -> bool:
        """Whether the work has returned, raised or been cancelled."""
        return bool(self._stack.dead)

    @property
    def result(self) -> T:
        """The value that the work returned; raises ``IndexError`` before."""
        return self._results[0]

    def run(self, seconds: float) -> bool:
        """Continue for ``seconds``; return whether the work is done. Raises the work's errors."""
        if not self.is_done:
            self._until = perf_counter() + seconds
            self._stack.parent = getcurrent()
            self._stack.switch()
        return self.is_done

    def cancel(self) -> None:
        """End the work at its current checkpoint."""
        self._stack.parent = getcurrent()
        self._stack.throw()

    def _run(self) -> None:
        call_at_checkpoints(self._pause_if_late)
        try:
            self._results.append(self._work())
        finally:
            # The stack holds its context, the context this object, and this object the stack:
            # without this call, only the cyclic collector would free the result.
            call_at_checkpoints(do_nothing)

    def _pause_if_late(self) -> None:
        if perf_counter() >= self._until:
            self._stack.parent.switch()
