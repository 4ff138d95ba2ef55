"""Makes the ledger of a large heap between events, so that the window does not wait."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.explain import Ledger
from visualizer.model import State

_SLICE = 0.004
"""Seconds of work between events."""


class LedgerFeed(QObject):
    """Makes a ledger in slices; emits ``ready`` when ``ledger`` holds it.

    Call ``forget`` before the state changes.
    """

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger: Ledger | None = None
        self._making: Iterator[Ledger | None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def is_at_work(self) -> bool:
        """Whether a ledger is being made."""
        return self._making is not None

    def begin(self, state: State) -> None:
        """Make the ledger of another state."""
        self.forget()
        self._making = Ledger.in_slices(state)
        self._timer.start()

    def forget(self) -> None:
        """Drop the ledger, also one in progress."""
        self.ledger = self._making = None
        self._timer.stop()

    def _work(self) -> None:
        end = perf_counter() + _SLICE
        while self._making is not None and perf_counter() < end:
            self.ledger = next(self._making)
            if self.ledger is not None:
                self._making = None
                self._timer.stop()
                self.ready.emit()
