"""Python's cyclic collector, kept on the window's own thread.

It runs on whichever thread happens to allocate, so also on the one that records; there it would
destroy widgets that are part of a cycle, and Qt's widgets must die on their own thread.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from visualizer.diagram.beside import hold_collector, release_collector

_EVERY = 250
"""Milliseconds between two looks at whether there is enough garbage."""


class MainThreadCollector(QObject):
    """Collects, while it lives, what Python would have collected by itself; ``stop`` gives back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        hold_collector()
        self._timer = QTimer(self)
        self._timer.timeout.connect(_collect_if_due)
        self._timer.start(_EVERY)

    def stop(self) -> None:
        """Let Python collect by itself again, once no thread of ours runs any more."""
        if self._timer.isActive():
            self._timer.stop()
            release_collector()


def _collect_if_due() -> None:
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > threshold > 0
    ]
    if due:
        gc.collect(due[-1])
