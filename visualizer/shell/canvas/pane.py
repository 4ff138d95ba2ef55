"""The diagram, with the bar above it and notifications over its lower edge."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QMoveEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.view import SheetView
from visualizer.diagram.words import translate
from visualizer.layout.analysis.facts import Level
from visualizer.layout.picture import Key, object_key
from visualizer.layout.sheet import Sheet
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.addresses import AddressPicture
from visualizer.shell.canvas.bar import DiagramBar
from visualizer.shell.canvas.chosen import Chosen
from visualizer.shell.canvas.filter_bar import FilterBar
from visualizer.shell.canvas.sheet_feed import SheetFeed
from visualizer.shell.canvas.thread_strip import ThreadStrip
from visualizer.shell.notifications.notification import Notifications
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.controls import with_keys
from visualizer.shell.widgets.layouts import announce, in_column, rule, text_label
from visualizer.shell.widgets.pane import Pane
from visualizer.shell.widgets.search_bar import SearchBar


class _Notices(QObject):
    """Keeps the notifications over the lower edge of a stage.

    Notifications that stay longer than a step push the diagram up; the others cover it.
    """

    def __init__(self, notifications: Notifications, stage: QWidget, pane: QWidget) -> None:
        super().__init__(pane)
        self._notifications, self._stage, self._pane = notifications, stage, pane
        self.clear = 0
        """Pixels at the right that another widget covers."""
        notifications.installEventFilter(self)
        self.reclaim_notifications()

    def reclaim_notifications(self) -> None:
        """Make the notifications children of the pane, from whatever parent they have."""
        self._notifications.setParent(self._pane)
        self._notifications.show()
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the notifications again when their text changes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.place()
        return False

    def place(self) -> None:
        """Make the notifications as high as their text needs, at the bottom of the stage."""
        notifications, stage = self._notifications, self._stage.geometry()
        layout = notifications.layout()
        if notifications.parentWidget() is not self._pane or layout is None:
            return
        notifications.leave_most_of(stage.height())
        width = max(0, stage.width() - self.clear)
        height = min(max(0, layout.totalHeightForWidth(width)), stage.height())
        notifications.setGeometry(stage.left(), stage.bottom() + 1 - height, width, height)
        room = min(notifications.lasting_height(width), stage.height())
        self._stage.setContentsMargins(0, 0, 0, room)
        notifications.raise_()


class _Stage(QStackedWidget):
    """The stack of diagram and empty page; emits ``moved`` when its place or size changes."""

    moved = Signal()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    def begin_at_corner(self, view: SheetView) -> None:
        """Complete the pending layout, then scroll ``view`` to its top left corner."""
        if (layout := self.layout()) is not None:
            layout.activate()
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.setValue(bar.minimum())


class DiagramPane(Pane):
    """Shows the player's step; ``actions`` maps the key of each button to its action.

    The stage is the part below the bar, which the diagram fills; the notifications lie over its
    lower edge.
    """

    object_selected = Signal(int)
    level_picked = Signal(int)
    resized = Signal()
    stage_moved = Signal()

    def __init__(self, player: Player, words: Words, actions: dict[str, QAction]) -> None:
        super().__init__(value="canvas")
        self._player, self._words = player, words
        self.scene = SheetScene(theme=THEME.name, language=words.language, parent=self)
        self.view = SheetView(self.scene)
        self.addresses = AddressPicture(player, self.view, words)
        self.level = 1
        self.notifications = Notifications(words)
        self.empty = text_label("second", wraps=True)
        self._record, self._open, self._starting = actions["record"], actions["open"], False
        self._percent, self._is_large = 100, False
        self.zoom = 1.0
        self._is_rerun = self._is_awaited = self._appears = False
        self.follows = True
        self._stack = _Stage()
        self._stack.moved.connect(self.stage_moved)
        self.feed = SheetFeed(player, self.view, self)
        self.search = SearchBar(player, self.view, self.feed, words)
        self.filter = FilterBar(player, words)
        self.bar = DiagramBar(words, actions, self.search, self.filter.button)
        self.levels = self.bar.levels
        self.threads = ThreadStrip(player, words)
        self._lay_out()
        self._connect()
        Chosen(player, self.scene)
        self._begin_recording()

    def _lay_out(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.addresses.both)
        in_column(self, self.bar, rule(), self.filter, self.threads, (self._stack, 1), spacing=0)
        self._notices = _Notices(self.notifications, self._stack, self)
        self._stack.moved.connect(self._notices.place)

    def _connect(self) -> None:
        self._player.step_changed.connect(self._show_step)
        self.feed.shown.connect(self._show_picture)
        self._player.recording_changed.connect(self._begin_recording)
        self.scene.object_selected.connect(self.feed.show_selected)
        self.scene.object_selected.connect(self.object_selected)
        self.view.zoom_changed.connect(self._show_zoom)
        self.filter.changed.connect(lambda: self.feed.hide_types(self.filter.hidden))
        self.levels.picked.connect(lambda number: self.level_picked.emit(number + 1))
        self._words.changed.connect(self._speak)
        self._record.changed.connect(self._show_empty)
        self._speak()

    def _speak(self) -> None:
        self.view.setAccessibleName(self._words("diagram.name"))
        self.scene.set_language(self._words.language)
        self._show_empty()

    def show_starting(self, starting: bool) -> None:
        """Say on the empty page that a recording is starting, or else how to start one."""
        self._starting = starting
        self._show_empty()

    def reclaim_notifications(self) -> None:
        """Put the notifications back over the diagram, after another widget has shown them."""
        self._notices.reclaim_notifications()

    def show_large(self, pixels: int | None) -> None:
        """Enlarge the text around the diagram to ``pixels`` for a presentation; None undoes it."""
        self.notifications.show_large(pixels)
        self.filter.show_large(pixels)
        self.threads.show_large(pixels)
        self._is_large = pixels is not None
        self._scale()
        self.empty.setStyleSheet("" if pixels is None else f"font-size: {pixels}px")

    def _show_empty(self) -> None:
        key, action = "diagram.empty", self._record
        if self._player.recording is not None:
            again = self._record.isEnabled()
            key = "diagram.no_step_again" if again else "diagram.no_step"
            action = self._record if again else self._open
        text = with_keys(self._words, key, action)
        self.empty.setText(self._words("diagram.starting") if self._starting else text)

    @property
    def shown_sheet(self) -> Sheet | None:
        """The sheet of the player's step, completed now if necessary; None without a step."""
        self.feed.finish()
        return self.scene.sheet

    def select(self, serial: int | None) -> None:
        """Select an object, and bring it into view."""
        self.scene.select(serial)
        if serial is not None:
            view, key = self.view, object_key(serial)
            self.feed.when_shown(lambda: view.show_rect(view.rect_of(key)))

    def enlarge(self, percent: int) -> None:
        """Scale the diagram's text, in percent of the usual size."""
        self._percent = percent
        self._scale()

    def _scale(self) -> None:
        self.feed.scale_text(self._percent, is_large=self._is_large)
        self.addresses.enlarge(self.view.enlargement)

    def show_level(self, level: int) -> None:
        """Draw the details of ``level``, from 1."""
        self.levels.show_picked(level - 1)
        self.level = level
        self.feed.show_level(tuple(Level)[level - 1])
        self._show_zoom(self.view.zoom)

    def fit(self) -> None:
        """Emit ``resized`` for the widgets that lie over the diagram."""
        self.resized.emit()

    @property
    def stage(self) -> QRect:
        """The place of the diagram in this pane, in pixels."""
        return self._stack.geometry()

    def keep_clear(self, width: int) -> None:
        """Leave ``width`` pixels free at the right for a widget that floats over the diagram."""
        self.view.setViewportMargins(0, 0, width, 0)
        self.empty.setContentsMargins(0, 0, width, 0)
        self._notices.clear = width
        self._notices.place()

    def flash(self, serials: Sequence[int]) -> None:
        """Mark objects for a moment, and bring the first one that is drawn into view."""
        self.feed.when_shown(partial(self.view.flash, serials))

    def show_frame(self, serial: int) -> None:
        """Bring the card of a frame into view."""
        view, key = self.view, Key("frame", serial)
        self.feed.when_shown(lambda: view.show_rect(view.rect_of(key)))

    def _begin_recording(self) -> None:
        self._show_empty()
        former = self._player.former
        self._is_rerun = former is not None and former.still
        if former is None:
            self.view.walk.begin()
        self.feed.begin()
        self._show_step()

    def measure_again(self) -> None:
        """Lay out again after the fonts have changed."""
        self.feed.measure_again()
        self.addresses.measure_again()
        self._show_step()

    def _show_step(self) -> None:
        player, view = self._player, self.view
        shown = player.step > 0
        both = self.addresses.both
        appears = shown and self._stack.currentWidget() is not both
        self._stack.setCurrentWidget(both if shown else self.empty)
        if appears:
            self._stack.begin_at_corner(view)
        if shown:
            self._is_awaited, self._appears = True, appears
            self.feed.show_step()
            self._announce()
        focus: QWidget | None = self.window().focusWidget()
        if appears and not isinstance(focus, QPlainTextEdit | QLineEdit):
            # So that the step keys work at once.
            view.setFocus()

    def _show_picture(self) -> None:
        """Handle the first picture of a step; ignore later pictures of the same step."""
        if not self._is_awaited:
            return
        self._is_awaited, view = False, self.view
        self.search.show_step()
        if self._appears:
            # Makes room for the scroll bars before they are painted.
            view.setViewportMargins(view.viewportMargins())
        if self.follows and not self._is_rerun:
            view.follow()
        self._is_rerun = False
        if self._appears:
            # The first picture has no former one to move from.
            self.scene.motion.finish()

    def _announce(self) -> None:
        """Let a screen reader say what the step did."""
        if QAccessible.isActive():
            texts = (translate(one, self._words.language) for one in self._player.sentences)
            announce(self.view, " ".join(texts).replace("`", ""))

    def _show_zoom(self, zoom: float) -> None:
        self.zoom = zoom
        self.bar.show_zoom(zoom)
