"""Makes the ledger of a large heap between events: nothing waits for it."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.explain import Ledger
from visualizer.model import State

_SLICE = 0.004
"""Seconds for which it works in one go."""


class LedgerFeed(QObject):
    """``ready`` says that the ledger of the state it was begun with is there, in ``ledger``.

    Whoever changes that state forgets it first.
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
        """Make that of another state."""
        self.forget()
        self._making = Ledger.in_slices(state)
        self._timer.start()

    def forget(self) -> None:
        """What was made, or is being made, does not hold any more."""
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
