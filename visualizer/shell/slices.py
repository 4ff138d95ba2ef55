"""Does work on the window's thread in slices, between which the window answers."""

from collections.abc import Callable, Generator
from time import monotonic

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

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
