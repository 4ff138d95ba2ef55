"""Finds objects in the diagram: a field, the number of hits, and buttons to visit them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from visualizer.diagram.view.view import SheetView
from visualizer.explain.search import Hit, search
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.sheet_feed import SheetFeed
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.controls import Button, icon_button, keeps_key
from visualizer.shell.widgets.layouts import in_row, text_label

_MARGIN = 40


class SearchField(QLineEdit):
    """Enter goes to the next hit, Shift+Enter to the previous one; Escape ends the search.

    Escape ends the search before it ends a presentation.
    """

    went = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the shortcuts of the window."""
        return keeps_key(event, (Qt.Key.Key_Escape,)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the search; others edit the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.went.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def search_buttons(
    words: Words, go: Callable[[int], object], leave: Callable[[], object]
) -> tuple[Button, Button, Button]:
    """Return the buttons that go to the previous and the next hit, and end the search."""
    return (
        icon_button(words, "chevron-up", "search.previous", lambda: go(-1), "Shift+Enter"),
        icon_button(words, "chevron-down", "search.next", lambda: go(1), "Enter"),
        icon_button(words, "x", "search.close", leave, "Esc"),
    )


class SearchBar(QWidget):
    """Searches the player's step while the user types, and marks hits in ``view``.

    ``opened`` and ``closed`` follow the start and end of a search, ``counted`` each count of hits.
    """

    opened = Signal()
    counted = Signal()
    closed = Signal()

    def __init__(self, player: Player, view: SheetView, feed: SheetFeed, words: Words) -> None:
        super().__init__()
        self._player, self._view, self._feed = player, view, feed
        self._words = words
        self.hits: tuple[Hit, ...] = ()
        self.at = 0
        self.field = SearchField()
        self.count = text_label("second")
        buttons = search_buttons(words, self.go, self.close_search)
        in_row(self, (self.field, 1), self.count, *buttons, margins=(8, 0, 0, 0), spacing=4)
        words.bind(self.field.setPlaceholderText, "search.name")
        words.bind(self.field.setToolTip, "search.hint")
        words.bind(self.field.setAccessibleName, "search.name")
        self.field.setMinimumWidth(72)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.went.connect(self.go)
        self.field.left.connect(self.close_search)
        self._words.changed.connect(self._count)
        self._player.step_changed.connect(self._leave_step)

    def _leave_step(self, step: int) -> None:
        """Forget the hits of a recording that is closed."""
        if not step:
            self.show_step()

    def open_search(self) -> None:
        """Show the field and give it the focus."""
        if self.isHidden():
            self.show()
            self.opened.emit()
        self.field.setFocus()
        self.field.selectAll()
        self._typed()

    def close_search(self) -> None:
        """End the search, and return the focus to the diagram."""
        self.hide()
        self.hits = ()
        self._mark()
        self.closed.emit()
        self._view.setFocus()

    def go(self, direction: int) -> None:
        """Go to the next hit, or the previous one, in a cycle."""
        if self.hits:
            self.at = (self.at + direction) % len(self.hits)
            self._jump()

    def show_step(self) -> None:
        """Search another step, and keep the current hit if the step still has it."""
        if self.isHidden():
            return
        before = self.hits[self.at].serial if self.hits else None
        self.hits = search(self._player.state, self.field.text())
        serials = [hit.serial for hit in self.hits]
        self.at = serials.index(before) if before in serials else 0
        self._mark()
        self._count()

    def _typed(self) -> None:
        self.hits, self.at = search(self._player.state, self.field.text()), 0
        if self.hits:
            self._jump()
        else:
            self._mark()
            self._count()

    def _jump(self) -> None:
        # A selected object is always drawn, even if its type is folded.
        self._view.sheets.select(self.hits[self.at].serial)
        self._feed.when_shown(self._show_hit)
        self._count()

    def _show_hit(self) -> None:
        if self.hits:
            place = self._view.sheets.place_of(self.hits[self.at].serial)
            if place is not None:
                self._view.show_rect(QRectF(*place.grown(_MARGIN)))
            self._mark()

    def _mark(self) -> None:
        serials = [hit.serial for hit in self.hits]
        self._view.sheets.mark_hits(serials, serials[self.at] if serials else None)

    def _count(self) -> None:
        number = len(self.hits)
        if not self.field.text().strip():
            self.count.setText("")
        elif not number:
            self.count.setText(self._words("search.none"))
        elif number == 1:
            self.count.setText(self._words("search.one"))
        else:
            self.count.setText(self._words("search.count", at=f"{self.at + 1:,}", n=number))
        self.counted.emit()
