"""The context menu of a name or an object in the diagram."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from visualizer.diagram.view.meaning import Meant, meant_at, meant_by
from visualizer.diagram.view.opened import signs_of
from visualizer.diagram.view.view import SheetView
from visualizer.diagram.wording.written import written
from visualizer.diagram.words import translate
from visualizer.explain.naming import describe_by_value, kind_of
from visualizer.explain.references.accounts import accounts
from visualizer.explain.watched.looks import WatchedName
from visualizer.layout.picture import Key, object_key
from visualizer.model import HeapObject
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.playback.stepping import Stepping
from visualizer.shell.trace.watch_commands import WatchCommands

_MOST_REFERRERS = 12


class SheetMenu(QObject):
    """Opens at a right click, or by the menu key at the focused name or object.

    ``inspect_asked`` carries the serial of an object to inspect, ``picked`` the serial of a
    referrer to select, ``hide_asked`` the type to hide, ``copied`` the key of the message that
    something was copied.
    """

    inspect_asked = Signal(int)
    picked = Signal(int)
    hide_asked = Signal(str)
    copied = Signal(str)

    def __init__(
        self,
        player: Player,
        view: SheetView,
        stepping: Stepping,
        watching: WatchCommands,
        words: Words,
    ) -> None:
        super().__init__(view)
        self._player, self._view, self._stepping = player, view, stepping
        self._watching, self._words = watching, words
        self.menu = QMenu(view)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu, unless nothing is drawn at that place."""
        if not isinstance(event, QContextMenuEvent):
            return False
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.fill_at_focus()
        else:
            self.fill_at(event.pos())
            at = event.globalPos()
        if self.menu.isEmpty():
            return False
        self.menu.popup(at)
        return True

    def fill_at(self, at: QPoint) -> None:
        """Fill the menu for the name or object at point ``at`` of the view."""
        self._fill(meant_at(self._view.sheets, self._view.mapToScene(at)))

    def fill_at_focus(self) -> QPoint:
        """Fill the menu for the focus, else the selection; return its place on the screen."""
        place, scene = self._view.walk.at, self._view.sheets
        if place is not None:
            self._fill(meant_by(scene, place))
            return self._view.on_screen(self._view.walk.rect(place)).center()
        self._fill(Meant(scene.selected))
        rect = scene.place_of(scene.selected) if scene.selected is not None else None
        return self._view.on_screen(QRectF(*rect)).center() if rect is not None else QPoint()

    def _fill(self, meant: Meant) -> None:
        self.menu.clear()
        name = self._watching.named(meant.name) if meant.name is not None else None
        thing = self._player.state.heap.get(meant.serial or 0)
        if name is not None:
            self._add_name(name)
        if thing is not None:
            self._add_object(thing)

    def _add_name(self, name: WatchedName) -> None:
        self._add_title(name.name)
        rebinding = self._stepping.to_rebinding_of
        self._add("object.previous_change", partial(rebinding, name, -1))
        self._add("object.next_change", partial(rebinding, name, 1))
        self._add("object.watch", partial(self._watching.add, name))

    def _add_object(self, thing: HeapObject) -> None:
        serial, step = thing.serial, self._stepping
        self._add_title(describe_by_value(serial, self._player.state.heap))
        self._add_referrers(serial)
        self._add("object.birth", partial(step.to_birth_of, serial))
        if self._is_drawn(serial):
            self._add("object.previous_change", partial(step.to_change_of, serial, -1))
            self._add("object.next_change", partial(step.to_change_of, serial, 1))
        if (watched := self._watching.object(serial)) is not None:
            self._add("object.watch", partial(self._watching.add, watched))
        self._add_signs(object_key(serial))
        self._add("object.copy", partial(self._copy, serial))
        self._add("object.inspect", partial(self.inspect_asked.emit, serial))
        if self._is_drawn(serial):
            self.menu.addSeparator()
            hide = partial(self.hide_asked.emit, thing.type)
            self._add("object.hide_type", hide, type=kind_of(thing.type))

    def _add_signs(self, key: Key) -> None:
        """Add what the signs of a card do, which may be far from the pointer."""
        boxes = (item.box.block for item in self._view.sheets.shown.boxes.values())
        opened = self._view.sheets.opened
        for sign in next(filter(None, (signs_of(block, key) for block in boxes)), ()):
            entry = self.menu.addAction(self._view.sheets.describer.sign_words(sign))
            entry.setObjectName("open_places" if sign.left_out else "fold_places")
            entry.triggered.connect(partial(opened.follow, sign))

    def _add_referrers(self, serial: int) -> None:
        """Add a submenu of referrers, filled when it opens, because that searches the heap."""
        menu = self.menu.addMenu(self._words("object.referrers"))
        menu.menuAction().setObjectName("object.referrers")
        menu.aboutToShow.connect(partial(self._list_referrers, menu, serial))

    def _list_referrers(self, menu: QMenu, serial: int) -> None:
        """List the names and objects that refer to an object; a click selects the object."""
        menu.clear()
        state, recording = self._player.state, self._player.recording
        sources = recording.sources if recording is not None else None
        found = [one for one in accounts(state, serial, sources=sources) if one.shown and one.count]
        for one in found[:_MOST_REFERRERS]:
            entry = menu.addAction(translate(one.words, self._words.language).replace("`", ""))
            entry.setEnabled(one.holder is not None)
            if one.holder is not None:
                entry.triggered.connect(partial(self.picked.emit, one.holder))
        if len(found) > _MOST_REFERRERS:
            more = self._words("inspector.more_references", n=len(found) - _MOST_REFERRERS)
            menu.addAction(more).setEnabled(False)
        if not found:
            menu.addAction(self._words("object.no_referrers")).setEnabled(False)

    def _add_title(self, title: str) -> None:
        if not self.menu.isEmpty():
            self.menu.addSeparator()
        # Not addSection: some styles do not show its title.
        self.menu.addAction(title).setEnabled(False)

    def _add(self, key: str, do: Callable[[], object], **arguments: str) -> None:
        self.menu.addAction(self._words(key, **arguments), partial(do)).setObjectName(key)

    def _is_drawn(self, serial: int) -> bool:
        """Whether an object has a card of its own, and is not only a value in a row."""
        return self._view.sheets.shown.marked.home(object_key(serial)) is not None

    def _copy(self, serial: int) -> None:
        """Copy the value to the clipboard as Python writes it, as far as it was recorded."""
        heap = self._player.state.heap
        if serial in heap:
            QGuiApplication.clipboard().setText(written(serial, heap))
            self.copied.emit("notification.copied")
