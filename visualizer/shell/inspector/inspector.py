"""The inspector of the selected object: value, referrers, reason to be alive, life, contents."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from visualizer.diagram.view.scene import SheetScene
from visualizer.explain.naming import kind_of
from visualizer.explain.references.ledger import Ledger
from visualizer.model import HeapObject
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words
from visualizer.shell.inspector.count_history import CountHistory
from visualizer.shell.inspector.life_feed import LifeFeed
from visualizer.shell.inspector.page import ROW_LINK, STEP_LINK, InspectorPage
from visualizer.shell.inspector.parts import InspectorParts
from visualizer.shell.playback.player import Player
from visualizer.shell.slices import Slices
from visualizer.shell.widgets.controls import icon_button
from visualizer.shell.widgets.layouts import in_column, in_row, text_label, words_label

_MANY = 600
"""With more objects than this, the page follows a step a little later."""
_SLICE = 0.004
"""Seconds of work on such a heap's ledger in a slice."""
_MOST_VISITED = 100
"""The maximum number of objects that Back remembers."""


class Inspector(QWidget):
    """Shows one object, by ``serial``, at every step; its links lead to other objects and steps."""

    object_picked = Signal(int)
    closed = Signal()
    watch_asked = Signal(int)

    def __init__(self, player: Player, words: Words, lives: LifeFeed) -> None:
        super().__init__()
        self._player, self._words, self._lives = player, words, lives
        self.serial: int | None = None
        self._kind = ""
        self._step = 0
        self._visited: list[int] = []
        self.history = CountHistory(player, words)
        self.history.moved.connect(player.go_to)
        # In a large heap, the search for referrers runs in slices.
        self._making = Slices(self)
        self._parts = InspectorParts(player, words, lives)
        self._lay_out(self._make_title_row())
        player.step_changed.connect(self._show_step)
        player.level_changed.connect(self._show_level)
        words.changed.connect(self._show)
        self._lives.life_found.connect(self._on_life_found)
        self._lives.locks_found.connect(self._show)
        THEME.changed.connect(self._show)
        self._show()

    def _make_title_row(self) -> QHBoxLayout:
        words = self._words
        title = words_label(words, "inspector.title", "title")
        self._close = icon_button(words, "x", "inspector.close", self.closed)
        self.watch = icon_button(words, "table-2", "inspector.watch", self._ask_to_watch, "W")
        self.back = icon_button(words, "arrow-left", "inspector.back", self.go_back, "Backspace")
        return in_row(None, title, None, self.back, self.watch, self._close)

    def _lay_out(self, title_row: QHBoxLayout) -> None:
        self._body, self._rest = self._make_page(), self._make_page()
        in_column(
            self, *(title_row, self._body, self.history, self._rest, None), margins=(16, 8, 12, 12)
        )

    def _make_page(self) -> QLabel:
        page = text_label(wraps=True, form=Qt.TextFormat.RichText)
        page.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        page.linkActivated.connect(self.follow)
        return page

    @property
    def text(self) -> str:
        """The shown text, as HTML."""
        return self._body.text() + self._rest.text()

    def look_at(self, scene: SheetScene) -> None:
        """Use the picture of ``scene`` to say which references it draws."""
        self._parts.scene = scene
        scene.changed_sheet.connect(self._show_picture)

    def _show_picture(self) -> None:
        """Update the page for a new picture of the same step; ``_show_step`` handles new steps."""
        is_same = self._step == self._player.step and not self._making.busy
        if self.serial is not None and is_same:
            self._show()

    def inspect(self, serial: int | None) -> None:
        """Show the object ``serial``, or none."""
        if serial != self.serial:
            self._parts.first, self._kind = 0, ""
            if self.serial is not None and serial is not None:
                self._visited = [*self._visited[1 - _MOST_VISITED :], self.serial]
        if serial is None:
            self._visited = []
        self.serial = serial
        self.history.inspect(serial)
        self._show()

    def go_back(self) -> None:
        """Go to the object that was inspected before the current one."""
        if self._visited:
            visited = self._visited[:-1]
            self.object_picked.emit(self._visited[-1])
            # Emitting has added the object that we leave.
            self._visited = visited
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back at Backspace, as in the diagram."""
        if event.key() == Qt.Key.Key_Backspace and self._visited:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def follow(self, link: str) -> None:
        """Follow a link of the page: to a step, to rows of the value, or to another object."""
        if link.startswith(STEP_LINK):
            self._player.go_to(int(link.removeprefix(STEP_LINK)))
        elif link.startswith(ROW_LINK):
            self._parts.first = int(link.removeprefix(ROW_LINK))
            self._show()
        else:
            self.object_picked.emit(int(link))

    def _show_step(self) -> None:
        self._making.stop()
        self._parts.ledger = None
        self._step = self._player.step
        if self.serial is not None and len(self._player.state.heap) > _MANY:
            ledger = Ledger.in_slices(self._player.state)
            self._making.begin(ledger, self._take_ledger, seconds=_SLICE)
        else:
            self._show()

    def _take_ledger(self, made: Ledger) -> None:
        self._parts.ledger = made
        self._show()

    def _show_level(self) -> None:
        self.history.show_counts(self._parts.shows_counts)
        self._show()

    def _ask_to_watch(self) -> None:
        if self.serial is not None:
            self.watch_asked.emit(self.serial)

    def _on_life_found(self, serial: int) -> None:
        if serial == self.serial:
            self._show()

    def _find(self, serial: int | None) -> HeapObject | None:
        """Return the shown object if it exists; remember its type for the steps without it."""
        thing = self._player.state.heap.get(serial or 0)
        delta = self._player.delta
        changes = delta.objects if thing is None and delta is not None else ()
        gone = (change.old for change in changes if change.serial == serial)
        known = thing or next(gone, None)
        if known is not None:
            self._kind = kind_of(known.type)
        return thing

    def _show(self) -> None:
        self._close.setVisible(self.serial is not None)
        self.back.setVisible(bool(self._visited))
        self.watch.setVisible(self.serial in self._player.state.heap)
        page, serial = InspectorPage(self._words), self.serial
        thing = self._find(serial)
        rest = self._parts.life(page, serial) if serial is not None else ""
        if serial is None:
            text = page.remark("inspector.nothing")
        elif thing is None:
            text = self._absent(page, serial)
        else:
            text = self._parts.head(page, thing)
            rest = self._parts.rest(page, thing) + rest
        self._body.setText(text)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))

    def _absent(self, page: InspectorPage, serial: int) -> str:
        """Return a remark that the object does not exist, with its type if known."""
        if not self._kind:
            return page.remark("inspector.not_there", serial=serial)
        return page.remark("inspector.absent", what=f"{self._kind} #{serial}")
