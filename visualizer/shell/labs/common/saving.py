"""Saves a run: as a table, as a picture, as HDF5; copies it as JSON."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from visualizer.diagram.themes import Theme
from visualizer.model import NotKept
from visualizer.platform.python import own_python, run_module
from visualizer.shell.labs.common.lab_run import environment
from visualizer.shell.widgets.controls import Button

if TYPE_CHECKING:
    from visualizer.shell.labs.common.page import LabPage

_KEEPER = "visualizer.labs.keeping"
_PATIENCE = 5000
_KINDS = {
    "csv": "lab.save_csv",
    "png": "lab.save_png",
    "svg": "lab.save_svg",
    "h5": "lab.save_hdf",
}
"""The ends of files' names, and what each kind is called."""


class Saving:
    """``copy`` and ``save`` are the buttons; a page puts them where it likes."""

    def __init__(self, page: LabPage) -> None:
        self._page, self._words = page, page.words
        self.copy, self.save = Button("plain", "copy"), Button("plain", "download")
        self._process: QProcess | None = None
        self._menu = QMenu(self.save)
        words = self._words
        for kind, key in _KINDS.items():
            action = self._menu.addAction(kind)
            words.bind(action.setText, key)
            action.triggered.connect(_saver(self, kind))
        words.bind(self.copy.set_words, "lab.copy_json")
        words.bind(self.save.set_words, "lab.save")
        self.copy.clicked.connect(self.copy_json)
        self.save.clicked.connect(self._open)

    def enable(self, enabled: bool) -> None:
        """Whether there is something to save."""
        for button in (self.copy, self.save):
            button.setEnabled(enabled)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in other colours."""
        for button in (self.copy, self.save):
            button.set_theme(theme)

    def _open(self) -> None:
        self._menu.popup(self.save.mapToGlobal(QPoint(0, self.save.height())))

    def copy_json(self) -> None:
        """Put the run onto the clipboard, as the command line prints it."""
        report = self._page.results.report
        if report is not None:
            QGuiApplication.clipboard().setText(json.dumps(report, ensure_ascii=False))

    def ask(self, kind: str) -> None:
        """Ask for a place, and save there."""
        page = self._page
        chosen = page.context.dialogs.place_for_lab(Path.home() / f"{page.lab}.{kind}")
        if chosen is not None:
            self.write(chosen.with_suffix(f".{kind}") if not chosen.suffix else chosen, kind)

    def write(self, path: Path, kind: str) -> None:
        """Save the run that is shown; what cannot be is said in the page's band."""
        report = self._page.results.report
        if report is None:
            return
        try:
            if kind == "csv":
                _put(path, csv_bytes(self._page.table(report)))
            elif kind == "h5":
                self._keep(path, json.dumps(report, ensure_ascii=False).encode())
            else:
                from visualizer.shell.labs.common.pictures import png_bytes, svg_bytes

                make = png_bytes if kind == "png" else svg_bytes
                _put(path, make(self._page.pictures(), self._page.theme.colour("pane")))
        except OSError as error:
            self.say_failed(path, error)

    @property
    def busy(self) -> bool:
        """Whether a file is being written in another process."""
        return self._process is not None

    def _keep(self, path: Path, report: bytes) -> None:
        """HDF5 is written by another process: bringing it in would hold the window up."""
        process = self._process = QProcess(self._page)
        process.setProcessEnvironment(environment())
        process.finished.connect(lambda: self._kept(process, path))
        process.start(own_python(), run_module(_KEEPER, str(path)))
        process.write(report)
        process.closeWriteChannel()

    def _kept(self, process: QProcess, path: Path) -> None:
        written = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        if process.exitCode() or process.exitStatus() is not QProcess.ExitStatus.NormalExit:
            self._say(path, written.splitlines()[-1] if written else _KEEPER)
        self._process = None
        process.deleteLater()

    def say_failed(self, path: Path, error: OSError) -> None:
        """It could not be written."""
        self._say(path, error.strerror or type(error).__name__)

    def _say(self, path: Path, reason: str) -> None:
        words = self._words
        told = NotKept("{file}: cannot be written: {reason}", file=path, reason=reason)
        self._page.band.show_words(lambda: (words("band.not_saved"), words.error(told)))

    def shut_down(self) -> None:
        """Let what is being written come to its end."""
        if self._process is not None and not self._process.waitForFinished(_PATIENCE):
            self._process.kill()
            self._process.waitForFinished(_PATIENCE)


def _saver(saving: Saving, kind: str) -> Callable[[], None]:
    def save() -> None:
        saving.ask(kind)

    return save


def _put(path: Path, data: bytes) -> None:
    """Whole or not at all. Raises ``OSError``."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def csv_bytes(rows: list[list[str]]) -> bytes:
    """As spreadsheets read it: with a mark of its encoding, and lines as RFC 4180 ends them."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")
