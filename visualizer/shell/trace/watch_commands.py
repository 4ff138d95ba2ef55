"""Watches the focused or selected value, shows the trace table, and saves it."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint

from visualizer.diagram.view.meaning import NameOf
from visualizer.explain import Watched, WatchedName, WatchedObject
from visualizer.layout import Key
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.canvas.picked_name import focused_name, name_at
from visualizer.shell.inspector.inspector import Inspector
from visualizer.shell.playback.player import Player
from visualizer.shell.program.file_commands import FileCommands
from visualizer.shell.trace.exporting import TableExport
from visualizer.shell.trace.table import TraceTable
from visualizer.shell.trace.watching import Watching, watched_object


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
        path = self._files.dialogs.place_for("table", Path.home() / f"{name}.csv")
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
