"""Makes the ledger of a large heap between events, so that the window does not wait."""

from PySide6.QtCore import QObject, Signal

from visualizer.explain import Ledger
from visualizer.model import State
from visualizer.shell.slices import Slices

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
        self._slices = Slices(self)

    @property
    def is_at_work(self) -> bool:
        """Whether a ledger is being made."""
        return self._slices.busy

    def begin(self, state: State) -> None:
        """Make the ledger of another state."""
        self.forget()
        self._slices.begin(Ledger.in_slices(state), self._take, seconds=_SLICE)

    def forget(self) -> None:
        """Drop the ledger, also one in progress."""
        self.ledger = None
        self._slices.stop()

    def _take(self, made: Ledger) -> None:
        self.ledger = made
        self.ready.emit()
