"""The window of a lab's earlier runs: shows, compares or discards them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QListWidget

from visualizer.labs.history import Entry
from visualizer.shell.widgets.controls import add_shortcut, text_button
from visualizer.shell.widgets.dialog_size import Dialog
from visualizer.shell.widgets.layouts import in_column, in_row, words_label

if TYPE_CHECKING:
    from visualizer.shell.labs.common.page import LabPage
    from visualizer.shell.labs.common.results import Report


class HistoryWindow(Dialog):
    """Lists the earlier runs; Enter or a double click shows one, and Delete deletes one."""

    def __init__(self, page: LabPage) -> None:
        words = page.words
        super().__init__(words, "lab.history_title", (760, 420), page, stays=True)
        self._page = page
        self._entries: list[Entry] = []
        self._deleted: list[tuple[Entry, Report]] = []
        # A stored run never changes, and reading a hundred of them takes a second.
        self._lines: dict[Path, str] = {}
        self.list = QListWidget()
        self.none = words_label(words, "lab.history_none", "second", wraps=True)
        self.show_button = text_button(words, "lab.history_show", self._show, "primary")
        self.compare_button = text_button(
            words, "lab.history_compare", self._compare, symbol="git-compare"
        )
        self.alone_button = text_button(words, "lab.history_alone", lambda: page.compare(None))
        self.forget_button = text_button(
            words, "lab.history_forget", self._forget, "danger", "trash-2"
        )
        self.back_button = text_button(words, "lab.history_back", self._bring_back, symbol="undo")
        self.back_button.hide()
        uses = self.show_button, self.compare_button, self.alone_button
        # Beside the list: in a row, large words would be wider than a screen.
        buttons = in_column(None, *uses, None, self.back_button, self.forget_button, spacing=8)
        in_column(self, self.none, in_row(None, (self.list, 1), buttons, spacing=12), margins=None)
        self.list.itemActivated.connect(self._show)
        add_shortcut("Del", self.list, self.forget_button.click)
        self.list.currentRowChanged.connect(self._enable)
        page.results.ended.connect(self.read)
        page.results.began.connect(self._enable)
        words.changed.connect(self._read_again)
        words.bind(self.list.setAccessibleName, "lab.history_title")
        self.list.setWordWrap(True)
        self.list.setProperty("padded", True)
        self.read()

    def read(self) -> None:
        """List the saved runs."""
        page, row = self._page, self.list.currentRow()
        self.list.clear()
        self._entries = []
        for entry in page.history.entries():
            if entry.path not in self._lines:
                self._lines[entry.path] = self._line(entry)
            if line := self._lines[entry.path]:
                self._entries.append(entry)
                self.list.addItem(line)
        self.none.setVisible(not self._entries)
        self.list.setCurrentRow(max(0, min(row, len(self._entries) - 1)))
        self._enable()

    def _line(self, entry: Entry) -> str:
        """Describe a saved run; nothing if it cannot be read."""
        report = self._page.history.load(entry)
        return f"{_when(entry)}  \u00b7  {self._page.run_line(report)}" if report else ""

    def _read_again(self) -> None:
        """Describe the saved runs in the current language."""
        self._lines.clear()
        self.read()

    @property
    def _chosen(self) -> Entry | None:
        row = self.list.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _enable(self) -> None:
        page = self._page
        idle = not page.run.active
        is_chosen = self._chosen is not None and idle
        for button in (self.show_button, self.forget_button):
            button.setEnabled(is_chosen)
        self.compare_button.setEnabled(is_chosen and page.results.report is not None)
        self.alone_button.setEnabled(page.compared is not None)

    @property
    def _report(self) -> Report | None:
        return self._page.history.load(self._chosen) if self._chosen is not None else None

    def _show(self) -> None:
        if (report := self._report) is not None:
            self._page.compare(None)
            self._page.show_run(report)
        self._enable()

    def _compare(self) -> None:
        if (report := self._report) is not None:
            self._page.compare(report)
        self._enable()

    def _forget(self) -> None:
        entry, report = self._chosen, self._report
        if entry is not None and report is not None:
            self._page.history.forget(entry)
            self._deleted.append((entry, report))
            self._show_change()

    def _bring_back(self) -> None:
        """Store the run that was deleted last again."""
        page, (entry, report) = self._page, self._deleted[-1]
        try:
            page.history.keep(report, entry.when)
        except OSError as error:
            page.saving.show_not_stored(error)
        else:
            self._deleted.pop()
        self._show_change()

    def _show_change(self) -> None:
        self.back_button.setVisible(bool(self._deleted))
        self.read()
        self._page.speak()


def _when(entry: Entry) -> str:
    moment = QDateTime.fromMSecsSinceEpoch(round(entry.when * 1000))
    return str(QLocale().toString(moment, QLocale.FormatType.ShortFormat))
