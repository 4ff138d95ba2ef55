"""The pictures of the examples: painted once in a process of its own, and cached."""

from collections.abc import Container
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from visualizer.platform.folders import cache_folder, make_private_folder
from visualizer.platform.screens import PLUGIN, plugin_without_screen
from visualizer.shell.own_process import OwnProcess
from visualizer.shell.start_page.painting import picture_name
from visualizer.shell.start_page.shown import Shown, all_shown

_PAINTING = "visualizer.shell.start_page.painting"
_PATIENCE = 3000
"""Milliseconds that a process has to end before the window closes."""


class Pictures(QObject):
    """Starts a process that paints the pictures; ``painted`` follows each. Without a writable cache
    there are no pictures.
    """

    painted = Signal()

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        cache = cache_folder()
        self._folder = folder or (cache / "examples" if cache is not None else None)
        self._look = ("", "")
        self._process: OwnProcess | None = None
        self._running: list[OwnProcess] = []
        """The current process, and stopped ones that are about to end."""

    def look(self, theme: str, language: str, first: Container[str] = ()) -> None:
        """Use this theme and language; missing pictures are painted later, these files first."""
        if self._look == (theme, language) or self._folder is None:
            return
        self.stop()
        self._look = theme, language
        try:
            if not make_private_folder(self._folder):
                return
        except OSError:
            return
        ordered = sorted(all_shown(), key=lambda one: one.file not in first)
        missing = [one.file for one in ordered if not self._path(one).exists()]
        if missing:
            self._start([str(self._folder), theme, language, *missing])

    def file(self, example: Shown) -> str:
        """Return the file of an example's picture, which may not be painted yet; or empty."""
        return str(self._path(example)) if self._folder is not None and self._look[0] else ""

    @property
    def busy(self) -> bool:
        """Whether a process is painting pictures."""
        return self._process is not None

    def stop(self) -> None:
        """Stop painting, without waiting: the process removes its temporary files and ends."""
        process, self._process = self._process, None
        if process is not None:
            process.closeWriteChannel()

    def shut_down(self) -> None:
        """Stop painting, and wait until all processes have ended."""
        self.stop()
        for process in self._running:
            process.end(_PATIENCE)
        self._running.clear()

    def _path(self, example: Shown) -> Path:
        assert self._folder is not None
        return self._folder / picture_name(example, *self._look)

    def _start(self, arguments: list[str]) -> None:
        process = self._process = OwnProcess(self, _PAINTING, *arguments)
        plugin = plugin_without_screen()
        if plugin is not None:
            surroundings = process.processEnvironment()
            surroundings.insert(PLUGIN, plugin)
            process.setProcessEnvironment(surroundings)
        process.readyReadStandardOutput.connect(self._emit_painted)
        process.ended.connect(self._forget_ended)
        self._running.append(process)
        process.start()

    def _emit_painted(self) -> None:
        if self._process is not None and self._process.readAllStandardOutput().size():
            self.painted.emit()

    def _forget_ended(self) -> None:
        ended = QProcess.ProcessState.NotRunning
        for process in [one for one in self._running if one.state() is ended]:
            self._running.remove(process)
            process.deleteLater()
            if process is self._process:
                self._process = None
                self.painted.emit()
