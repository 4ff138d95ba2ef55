"""Imports modules in slices, and slow modules on a thread, so that the window stays responsive."""

import threading
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, Signal

_MODULES = (
    "PySide6.QtSvg",
    "visualizer.words",
    "visualizer.recording",
    "visualizer.layout.composing.sheets",
    "visualizer.explain.steps.step",
    "visualizer.diagram.view.scene",
    "visualizer.diagram.view.view",
    "visualizer.shell.playback.player",
    "visualizer.shell.program.workbench",
    "visualizer.shell.source.pane",
    "visualizer.shell.canvas.pane",
    "visualizer.shell.dock.dock",
    "visualizer.shell.playback.transport",
    "visualizer.shell.window.arrangement",
    "visualizer.shell.sessions.keeper",
    "visualizer.shell.window.assembly",
)
"""Modules with their dependencies, ordered so that no import takes long."""


def imports() -> Iterator[None]:
    """Import the modules of the window, one at each ``next``."""
    for module in _MODULES:
        import_module(module)
        yield


class LateImport(QObject):
    """Imports a module on a thread, then emits ``done`` on the window's thread."""

    done = Signal()

    def __init__(self, module: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._module = module
        self._thread = threading.Thread(target=self._bring_in, name="imports")

    def start(self) -> None:
        """Start the thread on the first call."""
        if self._thread.ident is None:
            self._thread.start()

    def wait(self) -> None:
        """Wait for the thread to end, if it was started."""
        if self._thread.ident is not None:
            self._thread.join()

    def _bring_in(self) -> None:
        import_module(self._module)
        self.done.emit()
