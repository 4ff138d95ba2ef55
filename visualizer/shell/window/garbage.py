"""Python's cyclic collector, kept on the window's own thread.

It runs on whichever thread happens to allocate, so also on the one that records; there it would
destroy widgets that are part of a cycle, and Qt's widgets must die on their own thread.
"""

import gc
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, QTimer

from visualizer.diagram.beside import hold_collector, release_collector

_EVERY, _AT_WORK = 250, 50
"""Milliseconds between two looks at whether there is enough garbage, and as long as there always
is: then each pause is short."""
_FEW = 500
"""Objects made between two looks, up to which nothing goes on that a pause would hold up."""
_IDLE = 0.2
"""Of the time between two looks, spent by this thread, up to which nothing is done."""
_WORTH = 4
"""All is looked through where what became old since is more than a fourth of what was old then, as
CPython does."""
_MANY = 500_000
"""Objects that may become old until it does not wait any longer."""
_OLDEST = 2


class MainThreadCollector(QObject):
    """Collects, while it lives, what Python would have collected by itself; ``stop`` gives back.

    To look through all that is old takes half a second where a recording of many objects is open:
    that waits for a moment in which nothing is done, and until much has become old.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        hold_collector()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect_if_due)
        self._old = self._seen = self._young = 0
        self._worth = self._urgent = False
        self._looked, self._worked = perf_counter(), thread_time()
        self._timer.start(_EVERY)

    def stop(self) -> None:
        """Let Python collect by itself again, once no thread of ours runs any more."""
        if self._timer.isActive():
            self._timer.stop()
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
        if _OLDEST in due and not self._is_due_for_all(counts[_OLDEST], quiet=quiet):
            due.remove(_OLDEST)
        if due:
            gc.collect(due[-1])
            if due[-1] == _OLDEST:
                self._old, self._seen = _how_many_are_old(), 0
        self._young = gc.get_count()[0]
        self._timer.setInterval(_AT_WORK if due else _EVERY)

    def _is_idle(self) -> bool:
        """Whether hardly anything has been done for a while."""
        looked, worked = self._looked, self._worked
        self._looked, self._worked = perf_counter(), thread_time()
        is_long = self._timer.interval() == _EVERY
        return is_long and self._worked - worked <= _IDLE * (self._looked - looked)

    def _is_due_for_all(self, count: int, *, quiet: bool) -> bool:
        """``count`` times something became old since all was looked through."""
        if count != self._seen:
            # Only then: to count them is a pause as well, if a short one.
            self._seen, became = count, _how_many_are_old() - self._old
            self._worth = became * _WORTH > self._old
            self._urgent = became > max(self._old, _MANY)
        return self._urgent or (quiet and self._worth)


def _how_many_are_old() -> int:
    return len(gc.get_objects(generation=_OLDEST))
