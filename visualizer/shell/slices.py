"""Does work on the window's thread in slices, between which the window answers."""

from collections.abc import Callable, Generator
from time import monotonic, perf_counter

from greenlet import getcurrent, greenlet
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from visualizer.layout.checkpoints import call_at_checkpoints, do_nothing

type Read = Callable[[Callable[[], bool], bool], bool]


class Slices(QObject):
    """Runs one generator at a time; a new one ends it. ``reached`` is the last yielded value.

    ``changed`` carries whether a generator waits for further slices. ``paused`` follows each slice
    that leaves more to do, and carries the milliseconds since the beginning. ``read``
    (``Player.read``) runs each slice; if it finds damage in the recording, the work ends.
    """

    changed = Signal(bool)
    paused = Signal(int)

    def __init__(self, parent: QObject, read: Read | None = None, *, pause: int = 0) -> None:
        """``pause`` is the time between two slices, in milliseconds."""
        super().__init__(parent)
        self.reached: object = 0
        self._read: Read = read or (lambda look, _: look())
        self._work: Generator[object, None, object] | None = None
        self._done: Callable[[object], object] = lambda _: None
        self._seconds = 0.0
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self, interval=pause)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is more to do."""
        return self._timer.isActive()

    def begin[T](
        self,
        work: Generator[object, None, T],
        done: Callable[[T], object] = lambda _: None,
        *,
        seconds: float,
        at_once: float | None = None,
    ) -> None:
        """Work for ``seconds`` at a time, and pass the generator's result to ``done``.

        With ``at_once``, the first slice runs now, for so many seconds; else it waits for its turn.
        """
        self.stop()
        self._work, self._done, self._seconds = work, done, seconds  # type: ignore[assignment]
        self._elapsed.start()
        if at_once is None or self._run(at_once):
            self._timer.start()
            self.changed.emit(True)

    def stop(self) -> None:
        """Stop the work and close the generator."""
        work, self._work = self._work, None
        if work is not None:
            work.close()
        if self.busy:
            self._timer.stop()
            self.changed.emit(False)

    def _go_on(self) -> None:
        if self._run(self._seconds):
            self.paused.emit(self._elapsed.elapsed())

    def _run(self, seconds: float) -> bool:
        """Run at least one round of the generator; return whether there is more to do."""
        work, end = self._work, monotonic() + seconds
        if work is None:
            return False
        try:
            if self._read(lambda: self._work_until(work, end), False):
                return True
        except StopIteration as ended:
            done = self._done
            self.stop()
            done(ended.value)
            return False
        except BaseException:
            self.stop()
            raise
        self.stop()
        return False

    def _work_until(self, work: Generator[object, None, object], end: float) -> bool:
        self.reached = next(work)
        while monotonic() < end:
            self.reached = next(work)
        return True


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
