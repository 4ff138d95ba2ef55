"""Watches the focused or selected value, shows the trace table, and saves it."""

import csv
import io
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from PySide6.QtCore import QObject, QPoint

from visualizer.diagram.view.meaning import NameOf
from visualizer.explain.watched.looks import Watched, WatchedName, WatchedObject
from visualizer.layout.picture import Key
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.canvas.picked_name import focused_name, name_at
from visualizer.shell.inspector.inspector import Inspector
from visualizer.shell.notifications.notification import Notification
from visualizer.shell.notifications.reported_slices import ReportedSlices
from visualizer.shell.playback.player import Player
from visualizer.shell.program.file_commands import FileCommands
from visualizer.shell.trace.model import TraceModel
from visualizer.shell.trace.table import TraceTable
from visualizer.shell.trace.watching import Watching, watched_object

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
            self._files.temporary_file_failed(error)
            return None

    def _save(self, path: Path, whole: IO[bytes] | None) -> None:
        if whole is not None:
            with whole:
                self._files.export(path, whole)

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


class WatchCommands(QObject):
    """Determines which value the user means, and opens the table when it is watched."""

    def __init__(
        self,
        player: Player,
        watching: Watching,
        table: TraceTable,
        pane: DiagramPane,
        inspector: Inspector,
        *,
        files: FileCommands,
        words: Words,
    ) -> None:
        super().__init__(pane)
        self._player, self._watching, self._table, self._pane = player, watching, table, pane
        self._files, self._words = files, words
        self.export = TableExport(pane.notifications.exporting, files, words)
        table.closed.connect(lambda: table.setVisible(False))
        table.saved.connect(self.save)
        inspector.watch_asked.connect(self.watch_object)
        pane.object_selected.connect(self._note_selected)

    def toggle(self) -> None:
        """Show or hide the table."""
        self._table.setVisible(self._table.isHidden())

    def watch(self) -> None:
        """Watch the diagram's focused row or the selection; else offer a menu of values."""
        wanted = self._focused() or self.object(self._pane.scene.selected)
        if wanted is not None:
            self.add(wanted)
        else:
            self._table.show()
            self._table.menu.open_at(self._table.mapToGlobal(QPoint(16, 44)))

    def _focused(self) -> Watched | None:
        """Return the focused name, else the object of the focused row."""
        view = self._pane.view
        name = focused_name(view)
        if name is not None:
            return self._meant(name.frame, name.name)
        if not view.hasFocus() or view.walk.at is None:
            return None
        at = view.walk.at
        return self._meant(at.field[0] if at.field is not None else at.key, "")

    def named(self, at: NameOf) -> WatchedName | None:
        """Return a name of a frame at the current step."""
        return name_at(self._player.state, at.frame, at.name)

    def add(self, wanted: Watched) -> None:
        """Watch ``wanted`` too, and show the table."""
        self._watching.add(wanted)
        self._table.show()

    def watch_object(self, serial: int) -> None:
        """Watch an object of the current step."""
        wanted = self.object(serial)
        if wanted is not None:
            self.add(wanted)

    def save(self) -> None:
        """Ask for a file and write the table to it."""
        recording = self._player.recording
        if recording is None:
            return
        name = Path(recording.header.program).stem
        path = self._files.dialogs.place_for("table", self._files.dialogs.place() / f"{name}.csv")
        if path is None:
            return
        self.export.write(self._table.model, path)

    def _meant(self, key: Key, name: str) -> WatchedName | WatchedObject | None:
        """Return a name of a frame's card, or the object of an object's card."""
        if key.kind == "object":
            return self.object(int(key.name))
        return name_at(self._player.state, key, name)

    def object(self, serial: int | None) -> WatchedObject | None:
        """Return the watch for an object of the current step."""
        thing = self._player.state.heap.get(serial or 0)
        return watched_object(thing) if thing is not None else None

    def _note_selected(self, serial: int) -> None:
        self._table.menu.selected = serial or None
