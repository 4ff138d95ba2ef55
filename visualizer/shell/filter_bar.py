"""What is left out of the diagram: a menu to choose it, and a chip for each choice."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from visualizer.diagram import DiagramScene
from visualizer.diagram.filters import KINDS, Filter, Hidden
from visualizer.diagram.themes import Theme
from visualizer.explain import kind_of
from visualizer.shell.controls import Button, labelled
from visualizer.shell.player import Player
from visualizer.shell.text_sizes import free_height, keep_height
from visualizer.shell.words import Words

_MOST_TYPES = 24
_HIGH = 44
_HIGHER = 1.6
"""So many times as high as its letters is a chip in large type."""
_HIDES = {
    "modules": "filter.hide_modules",
    "classes": "filter.hide_classes",
    "functions": "filter.hide_functions",
}
_HIDDEN = {
    "modules": "filter.modules",
    "classes": "filter.classes",
    "functions": "filter.functions",
    "type": "filter.of_type",
    "unreached": "filter.unreached",
    "folded": "filter.folded",
    "grouped": "filter.grouped",
    "shortened": "filter.shortened",
}


SWITCHES = ("grouped", "shortened")
"""What is kept as a preference."""


class FilterBar(QWidget):
    """The row of chips, there only while something is left out; ``button`` opens the menu."""

    changed = Signal()
    switched = Signal(str, bool)
    """A switch that is kept: ``grouped`` or ``shortened``, and whether it is on."""

    def __init__(
        self, player: Player, scene: DiagramScene, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "true")
        keep_height(self, _HIGH)
        self._player, self._scene, self._words = player, scene, words
        self._theme: Theme | None = None
        self.button = Button("icon", "list-filter")
        labelled(self.button, words, "filter.name")
        self.menu = QMenu(self)
        self.button.clicked.connect(self._open)
        self.chips: list[Button] = []
        self._told: tuple[Hidden, ...] = ()
        self._is_large = False
        self._all = Button("plain")
        words.bind(self._all.setText, "filter.show_all")
        self._all.clicked.connect(self._show_all)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 12, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._all)
        self._row.addStretch()
        words.changed.connect(self._speak)
        scene.changed_picture.connect(self._count)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in other colours."""
        self._theme = theme
        for button in (self.button, *self.chips):
            button.set_theme(theme)

    def show_large(self, pixels: int | None) -> None:
        """Write so large, and only what is left out; None for the usual size."""
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
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In large type chips stand below each other where they have no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins, row = self._row.contentsMargins(), self._row
        shown = [chip.sizeHint().width() + row.spacing() for chip in self.chips]
        beside = sum(shown) + margins.left() + margins.right() <= self.width()
        ways = QBoxLayout.Direction
        row.setDirection(ways.LeftToRight if beside or not self._is_large else ways.TopToBottom)

    def choose(self, wanted: Filter) -> None:
        """Leave out something else."""
        self._scene.set_filter(wanted)
        self.changed.emit()

    def recall(self, switches: Mapping[str, bool]) -> None:
        """Set the ``SWITCHES`` as they were kept."""
        grouped, shortened = (switches[name] for name in SWITCHES)
        self.choose(replace(self._scene.filter, grouped=grouped, shortened=shortened))

    def fill_menu(self) -> None:
        """Make the menu for the step that is shown."""
        menu, words, now = self.menu, self._words, self._scene.filter
        menu.clear()
        for kind in KINDS:
            choose = partial(self._choose_kind, kind)
            _entry(menu, words(_HIDES[kind]), kind in now.kinds, choose)
        types = menu.addMenu(words("filter.hide_type"))
        there = Counter(dict.fromkeys(now.types, 0))
        there.update(thing.type for thing in self._player.state.heap.values())
        for name, count in there.most_common(_MOST_TYPES):
            choose = partial(self._choose_type, name)
            _entry(types, f"{kind_of(name)}  {count:,}", name in now.types, choose)
        only = now.only_from is not None
        reach = _entry(menu, words("filter.only_reached"), only, self._choose_reach)
        reach.setEnabled(only or self._scene.selected is not None)
        menu.addSeparator()
        everything = menu.addAction(words("filter.show_all"))
        everything.setEnabled(bool(now or self._scene.hidden))
        everything.triggered.connect(self._show_all)
        menu.addSeparator()
        whole = now.grouped and not now.opened
        _entry(menu, words("filter.group"), whole, self._choose_groups)
        short = now.shortened and not now.spread
        _entry(menu, words("filter.shorten"), short, self._choose_short)

    def _show_all(self) -> None:
        """Hide nothing; what was grouped or shortened is not, as long as there is so much."""
        reasons = {part.reason for part in self._scene.hidden}
        now = Filter()
        self.choose(
            replace(
                now,
                grouped=now.grouped and "grouped" not in reasons,
                shortened=now.shortened and "shortened" not in reasons,
            )
        )

    def _choose_groups(self, grouped: bool) -> None:
        self.choose(replace(self._scene.filter, grouped=grouped, opened=frozenset()))
        self.switched.emit("grouped", grouped)

    def _choose_short(self, shortened: bool) -> None:
        self.choose(replace(self._scene.filter, shortened=shortened, spread=frozenset()))
        self.switched.emit("shortened", shortened)

    def _open(self) -> None:
        self.fill_menu()
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _choose_kind(self, kind: str, hidden: bool) -> None:
        self.choose(self._scene.filter.with_kind(kind, hidden))

    def _choose_type(self, name: str, hidden: bool) -> None:
        self.choose(self._scene.filter.with_type(name, hidden))

    def _choose_reach(self, wanted: bool) -> None:
        self.choose(self._scene.filter.from_object(self._scene.selected if wanted else None))

    def _speak(self) -> None:
        self._told = ()
        self._count()

    def _count(self) -> None:
        hidden = self._scene.hidden
        self.setVisible(bool(hidden))
        if hidden == self._told:
            return
        self._told = hidden
        for chip in self.chips:
            self._row.removeWidget(chip)
            # It goes later: until then nothing of it is seen.
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(part) for part in hidden]
        for place, chip in enumerate(self.chips):
            self._row.insertWidget(place, chip)
        self._arrange()

    def _chip(self, part: Hidden) -> Button:
        named = {"name": kind_of(part.name)} if part.name else {}
        chip = Button("plain", "x")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        text = self._words(_HIDDEN[part.reason], n=part.count, **named)
        chip.setText(text)
        chip.setToolTip(self._words("filter.undo"))
        chip.setAccessibleDescription(self._words("filter.undo"))
        chip.clicked.connect(partial(self._undo, part))
        if self._theme is not None:
            chip.set_theme(self._theme)
        return chip

    def _undo(self, part: Hidden) -> None:
        now = self._scene.filter
        if part.reason == "type":
            self.choose(now.with_type(part.name, False))
        elif part.reason == "unreached":
            self.choose(now.from_object(None))
        elif part.reason == "folded":
            self.choose(now.unfolded())
        elif part.reason == "grouped":
            self.choose(now.ungrouped())
        elif part.reason == "shortened":
            self.choose(now.lengthened())
        else:
            self.choose(now.with_kind(part.reason, False))


def _entry(menu: QMenu, text: str, checked: bool, choose: Callable[[bool], None]) -> QAction:
    """An entry that is on or off."""

    def chosen(hidden: bool) -> None:
        choose(hidden)

    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(chosen)
    return action
