"""The few questions that need an answer before anything can go on."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from visualizer.shell.appearance.words import Words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SCALES = (1.0, 2.0, 3.0, 4.0)
"""Sizes in which a picture can be had, by that at 100 %."""

_FILES = {
    "program": ("dialog.save", "dialog.programs", ".py"),
    "recording": ("dialog.keep", "dialog.recordings", ".memtrace"),
    "table": ("dialog.table", "dialog.tables", ".csv"),
    "lesson": ("dialog.lesson", "dialog.lessons", ".md"),
    "page": ("dialog.page", "dialog.pages", ".html"),
    "csv": ("dialog.lab", "dialog.lab_csv", ".csv"),
    "png": ("dialog.lab", "dialog.lab_png", ".png"),
    "svg": ("dialog.lab", "dialog.lab_svg", ".svg"),
    "h5": ("dialog.lab", "dialog.lab_hdf", ".h5"),
}
"""Kinds of files to save: words of title and filter, and the suffix of a name without one."""


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Dialogs:
    """Asks the user by the platform's dialogs; tests answer instead."""

    def __init__(self, owner: QWidget, words: Words) -> None:
        self._owner, self._words = owner, words

    def program_to_open(self, folder: Path | None) -> Path | None:
        """A program or a recording, None if no choice was made."""
        filters = ";;".join(self._words(f"dialog.{kind}") for kind in ("both", "programs", "all"))
        name, _ = QFileDialog.getOpenFileName(
            self._owner, self._words("dialog.open"), str(folder or ""), filters
        )
        return Path(name) if name else None

    def place_for(self, kind: str, suggestion: Path) -> Path | None:
        """Where to save a file of a kind in ``_FILES``; None if no choice was made."""
        title, filters, suffix = _FILES[kind]
        dialog = QFileDialog(self._owner, self._words(title), str(suggestion.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._words(filters))
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(suggestion.name)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def tables_to_read(self) -> list[Path]:
        """Text files with tables, none if no choice was made."""
        words = self._words
        found, _ = QFileDialog.getOpenFileNames(
            self._owner, words("shm.add_files"), str(Path.home()), words("shm.table_files")
        )
        return [Path(one) for one in found]

    def place_for_picture(self, suggestion: Path) -> tuple[Path, float] | None:
        """Where to put a picture, and how many times its size at 100 %: the scale comes first."""
        scales = [f"{round(100 * scale)} %" for scale in SCALES]
        title, label = self._words("dialog.picture"), self._words("dialog.picture.scale")
        chosen, agreed = QInputDialog.getItem(self._owner, title, label, scales, 1, False)
        if not agreed:
            return None
        filters = ";;".join(f"{kind} (*.{kind.lower()})" for kind in ("PNG", "SVG", "PDF"))
        name, kind = QFileDialog.getSaveFileName(self._owner, title, str(suggestion), filters)
        if not name:
            return None
        path = Path(name)
        if not path.suffix:
            path = path.with_suffix(f".{kind[:3].lower()}")
        return path, SCALES[scales.index(chosen)]

    def interpreter(self) -> Path | None:
        """An interpreter to run programs with."""
        name, _ = QFileDialog.getOpenFileName(self._owner, self._words("preferences.python"))
        return Path(name) if name else None

    def folder(self, now: Path | None) -> Path | None:
        """A folder for a program to run in."""
        title = self._words("run.folder")
        name = QFileDialog.getExistingDirectory(self._owner, title, str(now or ""))
        return Path(name) if name else None

    def input_file(self) -> Path | None:
        """A file for a program to read as its standard input."""
        name, _ = QFileDialog.getOpenFileName(self._owner, self._words("run.input"))
        return Path(name) if name else None

    def printer(self, printer: QPrinter) -> bool:
        """Which printer, or into which file: ``printer`` is set to that; False to leave it."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, self._owner)
        dialog.setWindowTitle(self._words("command.print").rstrip("…"))
        return dialog.exec() == QPrintDialog.DialogCode.Accepted

    def about_unsaved(self, name: str) -> Unsaved:
        """Save the changes, throw them away, or stay."""
        box = QMessageBox(self._owner)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self._words("app.name"))
        box.setText(self._words("dialog.unsaved", name=name))
        roles = QMessageBox.ButtonRole
        save = box.addButton(self._words("dialog.unsaved.save"), roles.AcceptRole)
        discard = box.addButton(self._words("dialog.unsaved.discard"), roles.DestructiveRole)
        cancel = box.addButton(self._words("dialog.unsaved.cancel"), roles.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        if box.clickedButton() is save:
            return Unsaved.SAVE
        return Unsaved.DISCARD if box.clickedButton() is discard else Unsaved.CANCEL
