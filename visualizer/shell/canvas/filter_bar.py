"""Hides types of objects: a menu to choose them, and a button for each hidden type."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu

from visualizer.explain.naming import kind_of
from visualizer.shell.appearance.look import free_height, keep_height
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.controls import Button, icon_button, text_button
from visualizer.shell.widgets.layouts import discard, in_row
from visualizer.shell.widgets.pane import Pane

_MOST_TYPES = 24
_HIGH = 44
_HIGHER = 1.6
"""The height of a button in large type, as a multiple of its letters' height."""


class FilterBar(Pane):
    """The bar of hidden types, visible while there are any; ``button`` opens the menu.

    ``changed`` is emitted when ``hidden`` changes.
    """

    changed = Signal()

    def __init__(self, player: Player, words: Words) -> None:
        super().__init__()
        keep_height(self, _HIGH)
        self._is_large = False
        self._player, self._words = player, words
        self.hidden: frozenset[str] = frozenset()
        self.button = icon_button(words, "list-filter", "filter.name", self._open)
        self.menu = QMenu(self)
        self.chips: list[Button] = []
        self._all = text_button(words, "filter.show_all", lambda: self.choose(frozenset()))
        self._row = in_row(self, self._all, None, margins=(12, 4, 12, 4), spacing=8)
        self.setVisible(False)
        words.changed.connect(self._show)
        player.step_changed.connect(self._count)

    def show_large(self, pixels: int | None) -> None:
        """Write the hidden types ``pixels`` high, without the other button; None restores both."""
        large = pixels is not None
        high = round(_HIGHER * pixels) if pixels is not None else 0
        sheet = f"QPushButton {{ font-size: {pixels}px; min-height: {high}px }}" if large else ""
        self.setStyleSheet(sheet)
        self._all.setVisible(not large)
        if large:
            free_height(self)
        else:
            keep_height(self, _HIGH)
        self._is_large = large
        self.fit()

    def fit(self) -> None:
        """Stack large buttons if a row of them does not fit."""
        margins, row = self._row.contentsMargins(), self._row
        shown = [chip.sizeHint().width() + row.spacing() for chip in self.chips]
        beside = sum(shown) + margins.left() + margins.right() <= self.width()
        to = QBoxLayout.Direction
        row.setDirection(to.LeftToRight if beside or not self._is_large else to.TopToBottom)

    def hide_type(self, name: str, hidden: bool = True) -> None:
        """Hide the objects of a type, or show them again."""
        self.choose(self.hidden | {name} if hidden else self.hidden - {name})

    def choose(self, types: frozenset[str]) -> None:
        """Hide the objects of these types, and no others."""
        if types != self.hidden:
            self.hidden = types
            self._show()
            self.changed.emit()

    def fill_menu(self) -> None:
        """Fill the menu with the types of the shown step, the most frequent first."""
        menu, words = self.menu, self._words
        menu.clear()
        counts = Counter(dict.fromkeys(self.hidden, 0))
        counts.update(thing.type for thing in self._player.state.heap.values())
        for name, count in counts.most_common(_MOST_TYPES):
            entry = menu.addAction(f"{kind_of(name)}  {count:,}")
            is_drawn = name not in self.hidden
            entry.setCheckable(True)
            entry.setChecked(not is_drawn)
            entry.triggered.connect(partial(self.hide_type, name, is_drawn))
        menu.addSeparator()
        everything = menu.addAction(words("filter.show_all"), lambda: self.choose(frozenset()))
        everything.setEnabled(bool(self.hidden))

    def _open(self) -> None:
        self.fill_menu()
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _show(self) -> None:
        discard(self._row, *self.chips)
        self.chips = [self._chip(name) for name in sorted(self.hidden)]
        self._count()
        for place, chip in enumerate(self.chips):
            self._row.insertWidget(place, chip)
        self.setVisible(bool(self.hidden))
        self.fit()

    def _count(self) -> None:
        counts = Counter(thing.type for thing in self._player.state.heap.values() if self.hidden)
        for chip, name in zip(self.chips, sorted(self.hidden), strict=True):
            chip.setText(self._words("filter.of_type", n=counts[name], name=kind_of(name)))

    def _chip(self, name: str) -> Button:
        chip = Button("plain", "x")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(self._words("filter.undo"))
        chip.setAccessibleDescription(self._words("filter.undo"))
        chip.clicked.connect(partial(self.hide_type, name, False))
        return chip
