"""Writes a trace table into a file between events: however long it is, the window answers."""

from __future__ import annotations

import os
from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from visualizer.platform.files import patiently
from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.notifications.notification import Action, Notification
from visualizer.shell.slices import Slices
from visualizer.shell.trace.csv_rows import lines_of
from visualizer.shell.trace.model import TraceModel

_SLICE, _PATIENCE = 0.015, 500
"""Seconds of writing between two events; milliseconds after which one wants to know."""


class TableExport(QObject):
    """Exports one table at a time; only a complete table replaces an existing file."""

    def __init__(
        self, notification: Notification, announcements: Announcements, words: Words
    ) -> None:
        super().__init__(notification)
        self._notification, self._announcements, self._words = notification, announcements, words
        self._rows = 0
        self._slices = Slices(self)
        self._slices.changed.connect(notification.hide)
        self._slices.paused.connect(self._show_progress)
        self._stop = Action(lambda: words("notification.stop"), self.stop, "danger", "circle-stop")

    @property
    def busy(self) -> bool:
        """Whether one is being written."""
        return self._slices.busy

    def begin(self, model: TraceModel, path: Path) -> None:
        """Write all rows that the table has now."""
        self._rows = len(model.rows)
        self._slices.begin(self._write(model, path), seconds=_SLICE, at_once=0)

    def stop(self) -> None:
        """Stop writing; the existing file stays."""
        self._slices.stop()

    def _write(self, model: TraceModel, path: Path) -> Generator[int]:
        """Yield how many lines are written."""
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with beside.open("wb") as file:
                for number, line in enumerate(lines_of(model, self._words), 1):
                    file.write(line)
                    yield number
            patiently(partial(beside.replace, path))
        except OSError as error:
            self._announcements.not_written(path, error)
        finally:
            beside.unlink(missing_ok=True)

    def _show_progress(self, milliseconds: int) -> None:
        if milliseconds >= _PATIENCE:
            self._notification.show_words(self._progress_text, self._stop, lasting=True)

    def _progress_text(self) -> tuple[str, str]:
        words, rows = self._words, f"{self._rows:,}"
        return words("notification.saving_table"), words(
            "notification.saved_rows", row=f"{self._slices.reached:,}", rows=rows
        )
