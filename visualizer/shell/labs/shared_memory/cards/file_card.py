"""The card of the HDF5 file that a run has written: its tables, their types, and checks."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from visualizer.shell.appearance.look import THEME, px, sized
from visualizer.shell.labs.common.amounts import bytes_text
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.figures_table import FiguresTable, Line
from visualizer.shell.labs.shared_memory.figures import Found
from visualizer.shell.own_process import OwnProcess
from visualizer.shell.widgets.controls import Button, Choice
from visualizer.shell.widgets.dialog_size import Dialog
from visualizer.shell.widgets.layouts import in_column, in_row, text_label

_MODULE = "visualizer.labs.shared_memory.tables.preview"


type FileFound = Mapping[str, Any]
"""The output of ``labs/shared_memory/tables/preview.py``; empty before, or with an ``error``."""


def shape_text(shape: Sequence[int]) -> str:
    """Write a shape as Python does: thousands separators would look like further lengths."""
    return str(tuple(shape))


class FileWindow(Dialog):
    """Shows one table of a file at a time, which the user chooses."""

    def __init__(self, context: LabContext, owner: QWidget) -> None:
        super().__init__(context.words, "shm.file", (720, 560), owner, stays=True)
        self._file: FileFound = {}
        self.choice = Choice()
        self.path, self.summary = (text_label("second", wraps=True) for _ in range(2))
        self.table = FiguresTable(context.code, wide="figures")
        self.attributes = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.attributes.setFont(sized(context.code, 14))
        row = in_row(None, self.choice, (self.summary, 1))
        in_column(self, self.path, row, (self.table, 3), (self.attributes, 2), margins=None)
        words = self._words
        words.bind(self.choice.setAccessibleName, "shm.dataset")
        words.bind(self.table.setAccessibleName, "shm.first_rows")
        words.bind(self.attributes.setAccessibleName, "shm.attributes")
        words.changed.connect(self._show)
        self.choice.activated.connect(self._show)

    def show_file(self, file: FileFound) -> None:
        """Show the tables of ``file``."""
        at = max(0, self.choice.currentIndex())
        self._file = file
        self.choice.clear()
        self.choice.addItems([one["name"] for one in file.get("tables", ())])
        self.choice.setCurrentIndex(min(at, self.choice.count() - 1))
        self._show()

    def _show(self) -> None:
        file, at = self._file, self.choice.currentIndex()
        self.path.setText(file.get("path", ""))
        if at < 0:
            self.table.show_lines([], [])
            self.attributes.setPlainText("")
            self.summary.setText("")
            return
        one = file["tables"][at]
        self.summary.setText(
            self._words(
                "shm.table_line",
                shape=shape_text(one["shape"]),
                size=bytes_text(one["stored"]),
                n=len(one["first"]),
            )
        )
        titles = ["", *(f"{name}  {kind}" for name, kind in one["dtype"])]
        lines = [Line(str(number), (str(number), *row)) for number, row in enumerate(one["first"])]
        self.table.show_lines(lines, titles)
        parts = [f"{key} = {value}" for key, value in one["attributes"].items()]
        parts += ["", *(f"/{key} = {value}" for key, value in file["attributes"].items())]
        self.attributes.setPlainText("\n".join(parts))


class FileCard(Card):
    """Describes the file of the shown run, which another process reads."""

    least_height = 300

    def __init__(self, context: LabContext) -> None:
        super().__init__(context.words, "shm.file")
        self._context = context
        self._process: OwnProcess | None = None
        self.file: FileFound = {}
        self.found = Found()
        self._identity = self._next_path = ""
        """The identity of the file that was read; the path of the next run's file."""
        self.show_button = Button("plain", "folder-open")
        self.add_to_head(self.show_button)
        self.show_button.clicked.connect(self._open)
        below = 16, 2, 16, 4
        self.summary = text_label("second", wraps=True, margins=below)
        self.kind = text_label("second", wraps=True, margins=below)
        for label in (self.summary, self.kind):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kind.setFont(context.code)
        self.table = FiguresTable(context.code)
        self.table.setMinimumHeight(px(90))
        self.words.bind(self.table.setAccessibleName, "shm.file")
        self.checks = text_label("second", wraps=True, margins=(16, 6, 16, 6))
        self.checks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        THEME.changed.connect(self._show)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.kind)
        self.column.addWidget(self.checks)
        self.column.addStretch()
        self._window: FileWindow | None = None
        self._show()

    def show_found(self, found: Found, next_path: str, *, active: bool) -> None:
        """Read the file of a run, unless it is shown already or the run goes on.

        ``next_path`` is the path of the file that the next run will write.
        """
        self.found, self._next_path = found, next_path
        path = found.part("settings").get("output")
        wanted = _identity_of(found) if path and found.part("output") else ""
        if active or wanted != self._identity:
            self.file = {}
            self._identity = ""
        if wanted and not active and wanted != self._identity:
            self._identity = wanted
            self.look(path)
        self._show()

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._process is not None

    def look(self, path: str) -> None:
        """Read the file at ``path``, and no longer another one."""
        self.shut_down()
        self._process = OwnProcess(self, _MODULE, path)
        self._process.ended.connect(self._end)
        self._process.start()

    def _end(self) -> None:
        process, self._process = self._process, None
        assert process is not None
        try:
            found: Any = json.loads(bytes(process.readAllStandardOutput().data()))
        except ValueError:
            found = None
        self.file = found if isinstance(found, dict) else {"error": process.last_words or _MODULE}
        process.deleteLater()
        self._show()

    def _show(self) -> None:
        words, file = self.words, self.file
        self.show_button.set_words(words("shm.show_file"))
        self.show_button.setEnabled(bool(file.get("tables")))
        self.summary.setText(self._summary_text())
        lines = [
            Line(one["name"], (one["name"], shape_text(one["shape"]), bytes_text(one["stored"])))
            for one in file.get("tables", ())
        ]
        titles = [words("shm.dataset"), words("shm.shape"), words("shm.stored")]
        self.table.show_lines(lines, titles if lines else [])
        self.table.setVisible(bool(lines))
        first = next(iter(file.get("tables", ())), None)
        self.kind.setText(
            "  ".join(f"{name} {kind}" for name, kind in first["dtype"]) if first else ""
        )
        self.kind.setVisible(first is not None)
        checks = self._check_lines(first) if first is not None else []
        self.checks.setText("<br>".join(_check_html(*one) for one in checks))
        self.checks.setVisible(bool(checks))
        if self._window is not None:
            self._window.show_file(file)

    def _summary_text(self) -> str:
        words, file, path = self.words, self.file, self._next_path
        if file.get("error"):
            return words("shm.file_unreadable", error=words.finished(file["error"]))
        if file:
            given = {"name": Path(file["path"]).name, "size": bytes_text(file["bytes"])}
            return words("shm.file_line", **given, n=file["count"])
        if self.busy:
            return words("shm.reading_back")
        return words("shm.file_to_come", path=path) if path else words("shm.no_file_asked")

    def _check_lines(self, first: Mapping[str, Any]) -> list[tuple[str, bool]]:
        words, file, found = self.words, self.file, self.found
        sums = {one.checksum for one in found.timed if one.checksum}
        lines = []
        if sums:
            lines.append(
                (words("shm.check_back", rows=f"{file['rows']:,}"), sums == {file["checksum"]})
            )
            lines.append((words("shm.check_same", n=len(found.timed)), len(sums) == 1))
        output = found.part("output")
        method = output.get("method") or ""
        key = "shm.check_streamed" if output.get("streamed") else "shm.check_parent"
        lines.append((words(key, name=method), True))
        chunks = f"{first['chunks'][0]:,}" if first["chunks"] else ""
        layout = words("shm.chunked", rows=chunks) if chunks else words("shm.contiguous")
        library = f"h5py {file['h5py']}, HDF5 {file['hdf5']}"
        packed = first["compression"] or words("shm.uncompressed")
        lines.append((f"{packed} \u00b7 {layout} \u00b7 {library}", True))
        return lines

    def _open(self) -> None:
        if self._window is None:
            self._window = FileWindow(self._context, self)
        self._window.show_file(self.file)
        self._window.bring_up()

    def shut_down(self) -> None:
        """Stop reading the file."""
        process, self._process = self._process, None
        if process is not None:
            process.end()


def _check_html(check: str, holds: bool) -> str:
    """Return a check, after a sign that says whether it holds."""
    colour, sign = ("gain", "\u2713") if holds else ("loss", "\u2717")
    return f'<b style="color:{THEME.colour(colour).name()}">{sign}</b>&nbsp; {escape(check)}'


def _identity_of(found: Found) -> str:
    """Return a text that distinguishes the files of different runs at the same path."""
    sums = [one.checksum for one in found.timed][:1]
    path, seconds = found.part("settings")["output"], found.part("output").get("seconds")
    return f"{path} {seconds} {sums}"
