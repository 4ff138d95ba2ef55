"""Makes the file of a trace table in slices, so that the window stays responsive."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Notification
from visualizer.shell.notifications.reported_slices import ReportedSlices
from visualizer.shell.program.file_commands import FileCommands
from visualizer.shell.trace.model import TraceModel

_SLICE = 0.015
"""Seconds of work in a slice."""
ENCODING = "utf-8"
_MARK = b"\xef\xbb\xbf"
"""The byte order mark, by which spreadsheets recognize UTF-8."""


class TableExport(ReportedSlices):
    """Exports one table at a time; only a complete table replaces an existing file."""

    def __init__(self, notification: Notification, files: FileCommands, words: Words) -> None:
        super().__init__(notification, notification, words)
        self._files = files
        self._rows = 0

    def write(self, model: TraceModel, path: Path) -> None:
        """Write all rows that the table contains now."""
        self._rows = len(model.rows)
        self.begin(self._lines(model), partial(self._save, path), seconds=_SLICE, at_once=0)

    def _lines(self, model: TraceModel) -> Generator[int, None, IO[bytes] | None]:
        """Yield the number of lines so far, and return a temporary file with all of them."""
        try:
            with ExitStack() as unless_complete:
                whole = unless_complete.enter_context(TemporaryFile())
                for number, line in enumerate(lines_of(model, self._words), 1):
                    whole.write(line)
                    yield number
                unless_complete.pop_all()
                return whole
        except OSError as error:
            self._files.not_collected(error)
            return None

    def _save(self, path: Path, whole: IO[bytes] | None) -> None:
        if whole is not None:
            with whole:
                self._files.write(path, whole)

    def progress_text(self) -> tuple[str, str]:
        """Return the number of written rows, and of all rows."""
        words, rows = self._words, f"{self._rows:,}"
        return words("notification.saving_table"), words(
            "notification.saved_rows", row=f"{self.reached:,}", rows=rows
        )


def lines_of(model: TraceModel, words: Words) -> Iterator[bytes]:
    """Yield all rows as CSV with a column for each count, and line ends as in RFC 4180."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)

    def line(values: list[object]) -> bytes:
        writer.writerow(values)
        text = out.getvalue()
        out.seek(0)
        out.truncate()
        return text.encode(ENCODING, "backslashreplace")

    titles: list[object] = [
        words(key) for key in ("trace.step", "trace.line", "trace.code", "trace.event")
    ]
    columns, rows = model.columns, tuple(model.rows)
    for column in columns:
        title = model.title(column)
        titles += [title, words("trace.count_of", name=title)]
    yield _MARK + line(titles)
    for step in rows:
        # By step, because the table may show other rows by now.
        number, code, event = model.place_of(step)
        values: list[object] = [step, number or "", code, event.value]
        for column in columns:
            shown = model.shown_at(step, column)
            if shown is None or not shown.text:
                values += ["", ""]
            else:
                count: object = shown.refcount if shown.counted else ""
                if shown.counted and shown.refcount is None:
                    count = "\u221e"
                values += [shown.text, count]
        yield line(values)
