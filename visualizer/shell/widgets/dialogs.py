"""The few questions that need an answer before the window can continue."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from visualizer.shell.appearance.words import Words
from visualizer.shell.asking import Asking, fulfil, no_answer

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SCALES = (1.0, 2.0, 3.0, 4.0)
"""The scales on offer for a picture, relative to 100 %."""

_SHORT = 0.1
"""Seconds that a file may take before the window says that it waits."""
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
"""Kinds of files to save: keys of title and filter, and the default suffix."""


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Dialogs:
    """Asks the user with the platform's dialogs; tests replace it.

    ``place`` returns the folder to suggest for files that are made from the program.
    """

    place: Callable[[], Path] = Path.home

    def __init__(self, owner: QWidget, words: Words) -> None:
        self._window, self._words = owner, words

    @property
    def _owner(self) -> QWidget:
        """The window that asks, which may be a dialog: it gets the focus back."""
        return QApplication.activeWindow() or self._window

    def program_to_open(self, folder: Path | None) -> Path | None:
        """Ask for a program or a recording; None if the user chooses none."""
        filters = ";;".join(self._words(f"dialog.{kind}") for kind in ("both", "programs", "all"))
        name, _ = QFileDialog.getOpenFileName(
            self._owner, self._words("dialog.open"), str(folder or ""), filters
        )
        return Path(name) if name else None

    def place_for(self, kind: str, suggestion: Path) -> Path | None:
        """Ask where to save a file of a kind in ``_FILES``; None if the user chooses no place."""
        title, filters, suffix = _FILES[kind]
        dialog = self._saving(title, self._words(filters), suggestion)
        dialog.setDefaultSuffix(suffix)
        return Path(dialog.selectedFiles()[0]) if _ask(dialog) else None

    def _saving(self, title: str, filters: str, suggestion: Path) -> QFileDialog:
        """Make the dialog; it adds its default suffix before it asks about an existing file."""
        dialog = QFileDialog(self._owner, self._words(title), str(suggestion.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(filters)
        dialog.selectFile(suggestion.name)
        return dialog

    def tables_to_read(self) -> list[Path]:
        """Ask for text files with tables; empty if the user chooses none."""
        words = self._words
        found, _ = QFileDialog.getOpenFileNames(
            self._owner, words("shm.add_files"), str(Path.home()), words("shm.table_files")
        )
        return [Path(one) for one in found]

    def place_for_picture(self, suggestion: Path) -> tuple[Path, float] | None:
        """Ask for the scale of a picture, then for its file."""
        scales = [f"{round(100 * scale)}%" for scale in SCALES]
        title, label = self._words("dialog.picture"), self._words("dialog.picture.scale")
        chosen, agreed = QInputDialog.getItem(self._owner, title, label, scales, 1, False)
        if not agreed:
            return None
        filters = {f"{kind} (*.{kind.lower()})": kind.lower() for kind in ("PNG", "SVG", "PDF")}
        dialog = self._saving("dialog.picture", ";;".join(filters), suggestion)
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda one: dialog.setDefaultSuffix(filters[one]))
        if not _ask(dialog):
            return None
        return Path(dialog.selectedFiles()[0]), SCALES[scales.index(chosen)]

    def interpreter(self) -> Path | None:
        """Ask for an interpreter to run programs."""
        name, _ = QFileDialog.getOpenFileName(self._owner, self._words("preferences.python"))
        return Path(name) if name else None

    def folder(self, now: Path | None) -> Path | None:
        """Ask for a folder for a program to run in."""
        title = self._words("run.folder")
        name = QFileDialog.getExistingDirectory(self._owner, title, str(now or ""))
        return Path(name) if name else None

    def input_file(self) -> Path | None:
        """Ask for a file for a program's standard input."""
        name, _ = QFileDialog.getOpenFileName(self._owner, self._words("run.input"))
        return Path(name) if name else None

    def printer(self, printer: QPrinter) -> bool:
        """Ask for a printer or a file and set up ``printer``; False if the user cancels."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, self._owner)
        dialog.setWindowTitle(self._words("command.print").rstrip("…"))
        return _ask(dialog)

    def about_unsaved(self, name: str) -> Unsaved:
        """Ask whether to save the changes, discard them, or stay."""
        box = QMessageBox(self._owner, icon=QMessageBox.Icon.Question)
        box.setWindowTitle(self._words("app.name"))
        box.setText(self._words("dialog.unsaved", name=name))
        roles = QMessageBox.ButtonRole
        save = box.addButton(self._words("dialog.unsaved.save"), roles.AcceptRole)
        discard = box.addButton(self._words("dialog.unsaved.discard"), roles.DestructiveRole)
        cancel = box.addButton(self._words("dialog.unsaved.cancel"), roles.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        _ask(box)
        if box.clickedButton() is save:
            return Unsaved.SAVE
        return Unsaved.DISCARD if box.clickedButton() is discard else Unsaved.CANCEL

    def wait_for[T](self, work: Callable[[], T], file: Path) -> T:
        """Return the result of ``work`` on ``file``, done on a thread: its drive may not answer.

        After a moment a dialog says so, and offers to stop. Raises the errors of ``work``, and
        ``NoAnswer`` if the user stops; ``check_wanted`` then ends ``work``, else its result is
        dropped.
        """
        asking, future = Asking(), Future[T]()
        asking.ask(partial(fulfil, future, work))
        with suppress(TimeoutError):
            return future.result(_SHORT)
        box = QMessageBox(self._owner, icon=QMessageBox.Icon.Information)
        box.setWindowTitle(self._words("app.name"))
        box.setText(self._words("dialog.waiting", name=file.name))
        box.addButton(self._words("dialog.waiting.stop"), QMessageBox.ButtonRole.RejectRole)
        asking.answered.connect(box.accept)
        # The answer may have come before the signal was connected.
        if future.done():
            box.deleteLater()
        else:
            _ask(box)
        if future.cancel():
            raise no_answer(file)
        return future.result()


def _ask(dialog: QDialog) -> bool:
    """Return whether the user accepts a dialog; delete it later: its window would keep it."""
    is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_accepted
