"""Shows the address space as a second picture of the step, below the diagram or alone."""

from enum import IntEnum
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter

from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.view import SheetView
from visualizer.diagram.wording.known import Known
from visualizer.layout.addresses.scenery import Scenery
from visualizer.layout.addresses.sheets import address_sheet
from visualizer.layout.analysis.facts import Level
from visualizer.layout.sheet import MARGINS
from visualizer.model import Delta
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player

_AT_ONCE = 0.016
_EDGE = 8
"""Pixels that stay free next to the scroll bar."""


class Pictures(IntEnum):
    """Which pictures of a step are shown."""

    DIAGRAM = 0
    BOTH = 1
    ADDRESSES = 2


class AddressPicture(QObject):
    """Shows the address space in ``view``, below ``diagram`` in the splitter ``both``.

    Both pictures have the same selection. A hidden picture is not composed. A picture of many
    objects takes long, so it waits until the steps pause for as long as the last one took.
    """

    changed = Signal(int)
    """Emitted after ``show`` with the new value of ``pictures``."""

    def __init__(self, player: Player, diagram: SheetView, words: Words) -> None:
        super().__init__(diagram)
        self._player, self._diagram, self._words = player, diagram, words
        look = diagram.sheets.look
        self.scene = SheetScene(theme=look.theme.name, language=words.language, parent=self)
        self.view = SheetView(self.scene)
        self._measure = QtMeasure()
        self.pictures = Pictures.DIAGRAM
        self.follows = True
        """Whether the picture scrolls to the changes of each step."""
        self.both = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.both.addWidget(diagram)
        self.both.addWidget(self.view)
        self.view.hide()
        self.patience = _AT_ONCE
        """The seconds that a picture may take to be shown with its step."""
        self._took = 0.0
        self._later = QTimer(self, singleShot=True)
        self._connect()
        self._speak()

    def _connect(self) -> None:
        player, diagram = self._player, self._diagram.sheets
        player.step_changed.connect(self._await_step)
        self._later.timeout.connect(self._show_new_step)
        player.recording_changed.connect(self._begin)
        self._words.changed.connect(self._speak)
        self.view.resized.connect(self.show_step)
        diagram.object_selected.connect(self._take_selection)
        self.scene.object_selected.connect(self._give_selection)

    def show(self, pictures: Pictures) -> None:
        """Show the diagram, both pictures, or the address space alone."""
        self.pictures = pictures
        self._player.show_blocks(pictures is not Pictures.DIAGRAM)
        had_focus = self._diagram.hasFocus() or self.view.hasFocus()
        self._diagram.setVisible(pictures is not Pictures.ADDRESSES)
        self.view.setVisible(pictures is not Pictures.DIAGRAM)
        # A hidden view cannot have the focus, and it would stay in the field that had it.
        proxy = self.view if pictures is Pictures.ADDRESSES else None
        self._diagram.setFocusProxy(proxy)  # type: ignore[arg-type]
        if had_focus:
            self._diagram.setFocus()
        if pictures is Pictures.BOTH:
            half = max(1, self.both.height() // 2)
            self.both.setSizes([half, half])
        self.show_step()
        self.changed.emit(int(pictures))

    def turn(self) -> None:
        """Show the next of: the diagram, both, the address space; after the last, the first."""
        self.show(Pictures((self.pictures + 1) % len(Pictures)))

    def enlarge(self, enlargement: float) -> None:
        """Scale all text by ``enlargement``."""
        self.view.enlargement = enlargement
        self.show_step()

    def measure_again(self) -> None:
        """Lay out again after the fonts have changed."""
        self._measure.forget()
        self.show_step()

    def _await_step(self) -> None:
        """Show the step now, or if that takes long, once no further step follows."""
        if self._took > self.patience:
            self._later.start(round(1000 * self._took))
        else:
            self._show_new_step()

    def _show_new_step(self) -> None:
        self.show_step()
        if self.follows and self.scene.sheet is not None and self.pictures is not Pictures.DIAGRAM:
            self.view.follow()

    def show_step(self) -> None:
        """Show the address space of the player's step."""
        player, began = self._player, perf_counter()
        self._later.stop()
        if self.pictures is Pictures.DIAGRAM or player.state.step is None:
            return
        state, delta = player.state, player.delta
        found = state, delta, self._earlier(), self._measure, self._width, self.scene.selected
        sheet = address_sheet(Scenery(*found))
        is_first = self.scene.sheet is None
        self.view.set_scale(1.0)
        self.scene.forget_room()
        self.scene.show_sheet(sheet, Known(state.copy(), delta, Level.REGIONS))
        if is_first:
            for bar in (self.view.horizontalScrollBar(), self.view.verticalScrollBar()):
                bar.setValue(bar.minimum())
        self._took = perf_counter() - began

    @property
    def _width(self) -> float:
        """The room for a sheet next to the scroll bar, in pixels at 100 %."""
        bar = (self.view.verticalScrollBar().sizeHint().width() + _EDGE) / self.view.enlargement
        return int(self.view.canvas.width() - bar - MARGINS.left - MARGINS.right)

    def _earlier(self) -> Delta | None:
        """Return the changes of the step before: this step may use the memory that it freed."""
        player, cursor = self._player, self._player.cursor
        if cursor is None or player.step < 2:
            return None
        return player.read(lambda: cursor.delta(player.step - 1), None)

    def _begin(self) -> None:
        self.scene.reset()
        self.show_step()

    def _speak(self) -> None:
        self.view.setAccessibleName(self._words("addresses.name"))
        self.scene.set_language(self._words.language)

    def _take_selection(self, serial: int) -> None:
        if (serial or None) != self.scene.selected:
            self.scene.select(serial or None)
        self.show_step()

    def _give_selection(self, serial: int) -> None:
        if (serial or None) != self._diagram.sheets.selected:
            self._diagram.sheets.select(serial or None)
