"""An object on a thread of its own, so that the window stays responsive while it works."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot


class Worker(QObject):
    """Runs requested calls on its thread, in the order of the requests.

    A worker may request a call of its own, to continue after requests that came in the meantime.
    """

    _asked = Signal(object)

    def __init__(self, name: str, priority: QThread.Priority) -> None:
        super().__init__()
        self._home, self._priority = QThread(), priority
        self._home.setObjectName(name)
        self.moveToThread(self._home)
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Start the thread, unless it already runs."""
        if not self._home.isRunning():
            self._home.start(self._priority)

    def ask(self, do: Callable[..., object], *arguments: object) -> None:
        """Call the worker's method ``do`` on the thread, unless the thread has not started."""
        if self._home.isRunning():
            # The waiting call holds a reference to the worker.
            self._asked.emit(partial(do, *arguments))

    def shut_down(self) -> None:
        """End the thread, and wait for it; the worker cannot be used afterwards."""
        if self._home.isRunning():
            self._asked.emit(self._leave)
            self._home.wait()

    @Slot(object)
    def _do(self, call: Callable[[], object]) -> None:
        call()

    def _leave(self) -> None:
        self.give_up()
        self._home.quit()

    def give_up(self) -> None:
        """Abandon the current work, on the thread."""
        raise NotImplementedError
