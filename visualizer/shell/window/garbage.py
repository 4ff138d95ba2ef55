"""Python's cyclic collector, kept on the window's own thread.

It runs on whichever thread happens to allocate, so also on the one that records; there it would
destroy widgets that are part of a cycle, and Qt's widgets must die on their own thread.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from visualizer.diagram.beside import hold_collector, release_collector

_EVERY = 250
"""Milliseconds between two looks at whether there is enough garbage."""
_FEW = 500
"""Objects made between two looks, up to which nothing goes on that a pause would hold up."""
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
        self._timer.start(_EVERY)

    def stop(self) -> None:
        """Let Python collect by itself again, once no thread of ours runs any more."""
        if self._timer.isActive():
            self._timer.stop()
            release_collector()

    def _collect_if_due(self) -> None:
        counts = gc.get_count()
        quiet = counts[0] - self._young <= _FEW
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
