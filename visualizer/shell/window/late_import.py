"""Imports what is slow to import on a thread of its own, so that the window answers meanwhile."""

import threading
from importlib import import_module

from PySide6.QtCore import QObject, Signal


class LateImport(QObject):
    """``done`` comes on the window's thread, once, when the module is there."""

    done = Signal()

    def __init__(self, module: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._module = module
        self._thread = threading.Thread(target=self._bring_in, name="imports")

    def start(self) -> None:
        """Begin, the first time."""
        if self._thread.ident is None:
            self._thread.start()

    def wait(self) -> None:
        """Until the thread has ended, if it was begun."""
        if self._thread.ident is not None:
            self._thread.join()

    def _bring_in(self) -> None:
        import_module(self._module)
        self.done.emit()
