"""Saves a run as a table, a picture or HDF5, and copies it as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from visualizer.diagram.painting.sheet_picture import Drawing, no_format, write_picture
from visualizer.layout.picture import Rect
from visualizer.model import NotKept, VisualizerError, at_fixed_place, not_written
from visualizer.platform.files import replacing
from visualizer.shell.appearance.look import THEME
from visualizer.shell.notifications.notification import Notification
from visualizer.shell.notifications.saved import show_saved
from visualizer.shell.own_process import OwnProcess
from visualizer.shell.widgets.controls import text_button

if TYPE_CHECKING:
    from visualizer.shell.labs.common.page import LabPage

_KEEPER = "visualizer.labs.keeping"
_PATIENCE = 5000
"""Milliseconds to wait for an unfinished file when the window closes."""
_KINDS = {
    "csv": "lab.save_csv",
    "png": "lab.save_png",
    "svg": "lab.save_svg",
    "h5": "lab.save_hdf",
}
"""File name extensions, and keys of the words for each format."""
_PICTURES = ("png", "svg")
_SCALE = 2.0
"""Pixels of a PNG per pixel of the screen."""
_MARGIN = 12


class Saving:
    """Saves and copies the run of a page, which places the buttons ``copy`` and ``save``."""

    def __init__(self, page: LabPage) -> None:
        self._page, self._words = page, page.words
        self._process: OwnProcess | None = None
        words = self._words
        self.notification = Notification("info", words)
        self.copy = text_button(words, "lab.copy_json", self.copy_json, symbol="copy")
        self.save = text_button(words, "lab.save", self._open, symbol="download")
        self._menu = QMenu(self.save)
        for kind, key in _KINDS.items():
            action = self._menu.addAction(kind)
            words.bind(action.setText, key)
            action.triggered.connect(partial(self.ask, kind))

    def enable(self, enabled: bool) -> None:
        """Enable the buttons if there is something to save."""
        for button in (self.copy, self.save):
            button.setEnabled(enabled)

    def _open(self) -> None:
        self._menu.popup(self.save.mapToGlobal(QPoint(0, self.save.height())))

    def copy_json(self) -> None:
        """Copy the run to the clipboard, in the form that the command line prints."""
        report = self._page.results.report
        if report is not None:
            self.copy_text(json.dumps(report, ensure_ascii=False))

    def copy_text(self, text: str) -> None:
        """Copy a text to the clipboard, and say so."""
        QGuiApplication.clipboard().setText(text)
        self.notification.show_keys("notification.copied", blinks=True)

    def ask(self, kind: str) -> None:
        """Ask for a file, and save the run."""
        page = self._page
        chosen = page.context.dialogs.place_for(kind, Path.home() / f"{page.lab}.{kind}")
        if chosen is not None:
            # A picture has the format of its name.
            self.write(chosen, chosen.suffix[1:].lower() if kind in _PICTURES else kind)

    def write(self, path: Path, kind: str) -> None:
        """Save the shown run; the page's notification reports errors."""
        report = self._page.results.report
        if report is None:
            return
        self.notification.hide()
        self._page.notification.hide()
        if kind == "csv":
            self._put(path, csv_bytes(self._page.table(report)))
        elif kind == "h5":
            self._make_hdf5(path, json.dumps(report, ensure_ascii=False).encode())
        elif kind in _PICTURES:
            self._put_picture(path, kind)
        else:
            self._show_problem(no_format(kind, _PICTURES))

    def _put_picture(self, path: Path, kind: str) -> None:
        try:
            self._put(path, picture_bytes(self._page.pictures(), kind))
        except NotKept as problem:  # it would have too many pixels
            self._show_problem(problem)

    def _put(self, path: Path, data: bytes) -> None:
        """Write the file, and say where it is."""
        try:
            with replacing(path) as beside:
                beside.write_bytes(data)
        except OSError as error:
            self._show_problem(not_written(path, error))
        else:
            show_saved(self.notification, path)

    @property
    def busy(self) -> bool:
        """Whether another process is making a file."""
        return self._process is not None

    def _make_hdf5(self, path: Path, report: bytes) -> None:
        """Make HDF5 in another process: importing its library would block the window."""
        process = self._process = OwnProcess(self._page, _KEEPER)
        process.ended.connect(lambda: self._hdf5_made(process, path))
        process.start()
        process.write(report)
        process.closeWriteChannel()

    def _hdf5_made(self, process: OwnProcess, path: Path) -> None:
        if process.came_through:
            self._put(path, bytes(process.readAllStandardOutput().data()))
        else:
            reason = process.last_words or _KEEPER
            message = "{file}: cannot be written: {reason}"
            self._show_problem(NotKept(message, file=path, reason=reason))
        self._process = None
        process.deleteLater()

    def show_not_stored(self, error: OSError) -> None:
        """Report that the folder of earlier runs could not be written."""
        self._show_problem(at_fixed_place(not_written(self._page.history.folder, error)))

    def _show_problem(self, problem: VisualizerError) -> None:
        words = self._words
        self._page.notification.show_words(
            lambda: (words("notification.not_saved"), words.error(problem)), blinks=True
        )

    def shut_down(self) -> None:
        """Wait for a file that is being made; kill its process if it takes too long."""
        if self._process is not None and not self._process.waitForFinished(_PATIENCE):
            self._process.end()


type Column = str | Callable[[Mapping[str, Any]], object]
"""The place of a figure in a row of results, such as ``seconds.first``, or its function."""


def table_of(
    rows: Iterable[Mapping[str, Any]], columns: Mapping[str, Column]
) -> list[list[object]]:
    """Return the rows of a CSV file, below the names of its ``columns``."""
    return [[*columns], *([_cell(row, one) for one in columns.values()] for row in rows)]


def _cell(row: Any, column: Column) -> object:
    if not isinstance(column, str):
        return column(row)
    for part in column.split("."):
        row = row.get(part) if isinstance(row, dict) else row and row[int(part)]
    return row


def csv_bytes(rows: list[list[object]]) -> bytes:
    """Return CSV for spreadsheets: with a byte order mark, and the line ends of RFC 4180."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def picture_bytes(parts: Sequence[QWidget], kind: str) -> bytes:
    """Return a picture of widgets below each other, a PNG with twice the screen's resolution."""
    width = max((part.width() for part in parts), default=1)
    height = sum(part.height() for part in parts)

    def paint(painter: QPainter) -> None:
        top = _MARGIN
        for part in parts:
            part.render(painter, QPoint(_MARGIN, top))
            top += part.height()

    whole = Rect(0, 0, width + 2 * _MARGIN, height + 2 * _MARGIN)
    scale = _SCALE if kind == "png" else 1.0
    return write_picture(Drawing(paint, whole, THEME.colour("pane"), scale), kind)
