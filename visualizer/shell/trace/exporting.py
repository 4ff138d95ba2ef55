"""Writes a trace table into a file between events: however long it is, the window answers."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from io import BufferedWriter
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from visualizer.platform.files import patiently
from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.notifications.notification import Action, Notification
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
        self._lines: Iterator[bytes] = iter(())
        self._file: BufferedWriter | None = None
        self._path, self._beside = Path(), Path()
        self._row = self._rows = 0
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._stop = Action(lambda: words("notification.stop"), self.stop, "danger", "circle-stop")

    @property
    def busy(self) -> bool:
        """Whether one is being written."""
        return self._file is not None

    def begin(self, model: TraceModel, path: Path) -> None:
        """Write all rows that the table has now."""
        self.stop()
        self._path, self._beside = path, path.with_name(f".{path.name}.{os.getpid()}")
        self._lines, self._row, self._rows = lines_of(model, self._words), 0, len(model.rows)
        try:
            self._file = self._beside.open("wb")
        except OSError as error:
            self._failed(error)
            return
        self._elapsed.start()
        self._timer.start(0)

    def stop(self) -> None:
        """Stop writing; the existing file stays."""
        if self._file is not None:
            self._end()
            self._beside.unlink(missing_ok=True)

    def _end(self) -> None:
        self._timer.stop()
        self._notification.hide()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _go_on(self) -> None:
        file, end = self._file, time.monotonic() + _SLICE
        if file is None:
            return
        try:
            for line in self._lines:
                file.write(line)
                self._row += 1
                if time.monotonic() > end:
                    if self._elapsed.elapsed() >= _PATIENCE:
                        self._notification.show_words(self._progress_text, self._stop, lasting=True)
                    return
            self._end()
            patiently(partial(self._beside.replace, self._path))
        except OSError as error:
            self._failed(error)

    def _failed(self, error: OSError) -> None:
        self._end()
        self._beside.unlink(missing_ok=True)
        self._announcements.not_written(self._path, error)

    def _progress_text(self) -> tuple[str, str]:
        words, rows = self._words, f"{self._rows:,}"
        return words("notification.saving_table"), words(
            "notification.saved_rows", row=f"{self._row:,}", rows=rows
        )
