"""Runs Python's cyclic collector on the window's own thread."""

import gc
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, QTimer

from visualizer.diagram.beside import hold_collector, release_collector

_INTERVAL, _BUSY_INTERVAL = 250, 50
"""Milliseconds between two checks: usual, and while checks collect, so that each pause is short."""
_FEW = 500
"""The maximum number of objects allocated between two checks while the window is idle."""
_IDLE = 0.2
"""The maximum share of the time between two checks that this thread works while it is idle."""
_WORTH = 4
"""Examine the old generation once it grew by more than a fourth, as CPython does."""
_MANY = 500_000
"""With more new old objects than this, the examination does not wait for an idle moment."""
_MIDDLE, _OLDEST = 1, 2
_MANY_TIMES = 200
"""After so many young collections, the middle one does not wait for an idle moment."""


class MainThreadCollector(QObject):
    """Replaces Python's automatic collector until ``stop``.

    Examining the old generation takes long if a recording with many objects is open. The
    examination waits for an idle moment or until many objects have become old.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_ours = hold_collector()
        """Whether nobody else decides what is collected, as whoever turned the collector off."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect_if_due)
        self._old = self._seen = self._young = 0
        self._aged = 0
        """The maximum number of objects that became old since the last examination."""
        self._worth = self._urgent = self._has_frozen = False
        self._checked, self._worked = perf_counter(), thread_time()
        self._timer.start(_INTERVAL)

    def leave_out_all(self) -> None:
        """Never examine the objects that exist now, until ``stop``: nearly all live as long as it.

        If the process has frozen others, do nothing: thawing ours would thaw them too. To count
        them takes long if they are many.
        """
        self._has_frozen = self._is_ours and not gc.get_freeze_count()
        if self._has_frozen:
            gc.freeze()
            self._old = self._seen = self._aged = 0

    def stop(self) -> None:
        """Turn on Python's automatic collector again, once all our threads have ended."""
        if self._timer.isActive():
            self._timer.stop()
            if self._has_frozen:
                gc.unfreeze()
            release_collector()

    def _collect_if_due(self) -> None:
        counts = gc.get_count()
        quiet = self._is_idle() and counts[0] - self._young <= _FEW
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(counts, gc.get_threshold(), strict=True)
            )
            if count > threshold > 0
        ]
        if _MIDDLE in due and not quiet and counts[_MIDDLE] < _MANY_TIMES:
            due.remove(_MIDDLE)
        if _OLDEST in due and not self._is_due_for_all(counts[_OLDEST], quiet=quiet):
            due.remove(_OLDEST)
        if due:
            self._aged += counts[0]
            gc.collect(due[-1])
            if due[-1] == _OLDEST:
                self._old, self._seen, self._aged = _count_old(), 0, 0
        self._young = gc.get_count()[0]
        self._timer.setInterval(_BUSY_INTERVAL if due else _INTERVAL)

    def _is_idle(self) -> bool:
        """Whether this thread has hardly worked since the last check."""
        checked, worked = self._checked, self._worked
        self._checked, self._worked = perf_counter(), thread_time()
        is_long = self._timer.interval() == _INTERVAL
        return is_long and self._worked - worked <= _IDLE * (self._checked - checked)

    def _is_due_for_all(self, count: int, *, quiet: bool) -> bool:
        """Whether to examine the old generation; ``count`` is Python's count of additions to it."""
        if not quiet and self._aged <= max(self._old, _MANY):
            # Counting old objects would be a pause, too.
            return False
        if count != self._seen:
            self._seen, self._aged = count, _count_old() - self._old
            self._worth = self._aged * _WORTH > self._old
            self._urgent = self._aged > max(self._old, _MANY)
        return self._urgent or (quiet and self._worth)


def _count_old() -> int:
    return len(gc.get_objects(generation=_OLDEST))
