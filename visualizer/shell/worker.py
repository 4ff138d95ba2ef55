"""An object on a thread of its own, so that the window stays responsive while it works."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot


class Worker(QObject):
    """Makes the calls that it is asked for on its thread, in that order.

    A worker may ask itself, to go on after what else was asked for meanwhile.
    """

    _asked = Signal(object)

    def __init__(self, name: str, priority: QThread.Priority) -> None:
        super().__init__()
        self._home, self._priority = QThread(), priority
        self._home.setObjectName(name)
        self.moveToThread(self._home)
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Start the thread, unless it runs already."""
        if not self._home.isRunning():
            self._home.start(self._priority)

    def ask(self, do: Callable[..., object], *arguments: object) -> None:
        """Have ``do``, a method of the worker, called on the thread, unless that has not begun."""
        if self._home.isRunning():
            # A call that waits keeps the worker alive.
            self._asked.emit(partial(do, *arguments))

    def shut_down(self) -> None:
        """End the thread, and wait for it; the worker is of no use afterwards."""
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
        """Leave what is being worked on, on the thread."""
        raise NotImplementedError
