"""Watch what is selected or pointed at, show the trace table, save it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from visualizer.diagram.box_item import BoxItem
from visualizer.explain import Watched, WatchedName, WatchedObject, kind_of
from visualizer.layout import Box, Key, Part
from visualizer.shell.announcements import Announcements
from visualizer.shell.diagram_pane import DiagramPane
from visualizer.shell.dialogs import Asks
from visualizer.shell.inspector import Inspector
from visualizer.shell.picked_name import name_at
from visualizer.shell.player import Player
from visualizer.shell.table_export import TableExport
from visualizer.shell.trace_table import TraceTable
from visualizer.shell.watching import Watching
from visualizer.shell.words import Words


class WatchCommands(QObject):
    """Finds out what is meant, and opens the table when something is to be watched."""

    def __init__(
        self,
        player: Player,
        watching: Watching,
        table: TraceTable,
        pane: DiagramPane,
        inspector: Inspector,
        *,
        dialogs: Asks,
        announcements: Announcements,
        words: Words,
    ) -> None:
        super().__init__(pane)
        self._player, self._watching, self._table, self._pane = player, watching, table, pane
        self._dialogs, self._words = dialogs, words
        self.export = TableExport(pane.bands.exporting, announcements, words)
        self.menu = QMenu(pane)
        table.closed.connect(lambda: table.setVisible(False))
        table.saved.connect(self.save)
        inspector.watch_asked.connect(self.watch_object)
        pane.object_selected.connect(self._note_selected)
        pane.view.viewport().installEventFilter(self)

    def toggle(self) -> None:
        """Show the table, or hide it."""
        self._table.setVisible(self._table.isHidden())

    def watch(self) -> None:
        """Watch the row that has the focus in the diagram, else what is selected; or ask."""
        at = self._pane.view.walk.at
        wanted: Watched | None = None
        if at is not None and self._pane.view.hasFocus():
            item = self._pane.scene.items_shown.boxes.get(at.key)
            name = at.row.slot.name if at.row is not None else ""
            if item is not None:
                wanted = self._meant(item.box.key, str(name))
        if wanted is None:
            wanted = self._object(self._pane.scene.selected)
        if wanted is not None:
            self.add(wanted)
        else:
            self._table.show()
            self._table.menu.open_at(self._table.mapToGlobal(QPoint(16, 44)))

    def add(self, wanted: Watched) -> None:
        """Watch this too, and show it."""
        self._watching.add(wanted)
        self._table.show()

    def watch_object(self, serial: int) -> None:
        """Watch an object of the step that is shown."""
        wanted = self._object(serial)
        if wanted is not None:
            self.add(wanted)

    def save(self) -> None:
        """Ask for a place and write the table there."""
        recording = self._player.recording
        if recording is None:
            return
        name = Path(recording.header.program).stem
        path = self._dialogs.place_for_table(Path.home() / f"{name}.csv")
        if path is None:
            return
        self.export.begin(self._table.model, path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A menu of what is under the pointer in the diagram."""
        if isinstance(event, QContextMenuEvent):
            self.fill_menu(event.pos())
            if not self.menu.isEmpty():
                self.menu.popup(event.globalPos())
                return True
        return False

    def fill_menu(self, at: QPoint) -> None:
        """What can be watched at a place of the diagram."""
        self.menu.clear()
        view, words = self._pane.view, self._words
        place = view.mapToScene(at)
        items = self._pane.scene.items(place)
        item = next((item for item in items if isinstance(item, BoxItem)), None)
        if item is None:
            return
        y = place.y() - item.y()
        part = next((one for one in item.box.card.parts if one.y <= y < one.y + one.height), None)
        for one in self._under(item.box, part, y):
            if isinstance(one, WatchedName):
                name = one.name
            else:
                name = f"{kind_of(one.type)} #{one.serial}"
            action = self.menu.addAction(words("trace.watch", name=name))
            action.triggered.connect(lambda _=False, one=one: self.add(one))

    def _under(self, box: Box, part: Part | None, y: float) -> list[WatchedName | WatchedObject]:
        inside = box.nested_at(y)
        serial = (inside or box).serial
        target = part.target if part is not None else None
        found: list[WatchedName | WatchedObject | None]
        found = [self._object(serial), self._object(target)]
        if part is not None and serial is None:
            found.insert(0, self._meant(box.key, str(part.slot.name)))
        return [one for one in dict.fromkeys(found) if one is not None]

    def _meant(self, key: Key, name: str) -> WatchedName | WatchedObject | None:
        """A name of a frame's card, or the object of another."""
        if key.kind == "object":
            return self._object(int(key.name))
        return name_at(self._player.state, key, name)

    def _object(self, serial: int | None) -> WatchedObject | None:
        thing = self._player.state.heap.get(serial or 0)
        return WatchedObject(thing.serial, thing.type) if thing is not None else None

    def _note_selected(self, serial: int) -> None:
        self._table.menu.selected = serial or None
