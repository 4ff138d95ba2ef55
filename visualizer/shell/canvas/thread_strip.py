"""A tab for each thread: its sign, its name, and its activity at the current step."""

from functools import partial

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from visualizer.diagram.wording.tool_tip import as_tool_tip
from visualizer.explain.threads.activity import ThreadState, describe_awaited, thread_states
from visualizer.shell.appearance.look import THEME, keep_height
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.thread_sign import HEIGHT, sign_width, thread_pixmap
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import discard, in_row

_HEIGHT = 48
_NAME, _ACTIVITY = "thread_name", "thread_activity"


class ThreadStrip(QScrollArea):
    """Shows the threads of a recording with several threads; ``picked`` carries a thread's number.

    The checked tab belongs to the viewed thread: the step's own, until the user picks another.
    """

    picked = Signal(int)

    def __init__(self, player: Player, words: Words) -> None:
        super().__init__(widgetResizable=True)
        self._player, self._words = player, words
        self.tabs: dict[int, Button] = {}
        self.looked: int | None = None
        self._enlargement = 1.0
        keep_height(self, _HEIGHT)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        # A scroll bar would cover the tabs; the wheel scrolls instead.
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._bring_into_view)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("pane", "true")
        self._inside = QWidget()
        self._row = in_row(self._inside, None, margins=(12, 4, 12, 4), spacing=8)
        self.setWidget(self._inside)
        words.bind(self.setAccessibleName, "threads.name")
        player.step_changed.connect(self._step)
        player.recording_changed.connect(self._begin_recording)
        words.changed.connect(self.show_threads)
        THEME.changed.connect(self.show_threads)
        self.hide()

    def show_large(self, pixels: int | None) -> None:
        """Use letters of at least ``pixels``; None restores the usual size."""
        usual = self.font().pixelSize()
        self._enlargement = 1.0 if pixels is None else max(1.0, pixels / usual)
        sheet = (
            "" if pixels is None else f"* {{ font-size: {round(usual * self._enlargement)}px; }}"
        )
        self._inside.setStyleSheet(sheet)
        self.show_threads()

    def pick(self, number: int) -> None:
        """View thread ``number`` until the step changes."""
        self.looked = number
        self.show_threads()
        self.picked.emit(number)

    def pick_next(self) -> None:
        """View the next thread; after the last, the first."""
        numbers = list(self.tabs)
        if numbers and not self.isHidden():
            at = numbers.index(self._looked_at) if self._looked_at in numbers else -1
            self.pick(numbers[(at + 1) % len(numbers)])

    @property
    def _looked_at(self) -> int | None:
        step = self._player.state.step
        return self.looked or (step.thread if step is not None else None)

    def _begin_recording(self) -> None:
        discard(self._row, *self.tabs.values())
        self.tabs, self.looked = {}, None
        self.show_threads()

    def _step(self) -> None:
        self.looked = None
        self.show_threads()

    def show_threads(self) -> None:
        """Show the activity of all threads at the player's step."""
        recording = self._player.recording
        several = recording is not None and len(recording.thread_names) > 1
        self.setVisible(several)
        if not several:
            return
        for thread in thread_states(self._player.state):
            self._show(self._tab(thread.number), thread)
        there = {thread.number for thread in thread_states(self._player.state)}
        for number, tab in self.tabs.items():
            tab.setVisible(number in there)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the texts of the tabs into the new width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways, also with a vertical wheel."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def _fit(self) -> None:
        """Show all activities if they fit, else only the activity of the viewed thread."""
        shown = [(number, tab) for number, tab in self.tabs.items() if not tab.isHidden()]
        for _, tab in shown:
            tab.setText(f"{tab.property(_NAME)}{tab.property(_ACTIVITY)}")
        if self._inside.sizeHint().width() > self.viewport().width():
            for number, tab in shown:
                if number != self._looked_at:
                    tab.setText(tab.property(_NAME))
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        tab = self.tabs.get(self._looked_at or 0)
        if tab is not None and not tab.isHidden():
            self.ensureWidgetVisible(tab, 12, 0)

    def _tab(self, number: int) -> Button:
        if number not in self.tabs:
            tab = self.tabs[number] = Button("plain", checkable=True)
            tab.clicked.connect(partial(self.pick, number))
            place = sorted(self.tabs).index(number)
            self._row.insertWidget(place, tab)
            self.tabs = dict(sorted(self.tabs.items()))
        return self.tabs[number]

    def _show(self, tab: Button, thread: ThreadState) -> None:
        filled, font = thread.is_current, self.font()
        scale, larger = self.devicePixelRatioF(), self._enlargement
        sign = thread_pixmap(thread.number, font, scale * larger, filled=filled)
        sign.setDevicePixelRatio(scale)
        tab.setIcon(QIcon(sign))
        tab.setIconSize((QSizeF(sign_width(font, thread.number), HEIGHT) * larger).toSize())
        activity = " \u00b7 ".join(self._activity(thread)).replace("`", "")
        # A single ampersand would underline the letter after it.
        tab.setProperty(_NAME, f" {thread.name}".replace("&", "&&"))
        tab.setProperty(_ACTIVITY, f"   {activity}".replace("&", "&&"))
        whole = f"T{thread.number} {thread.name}: {activity}"
        tab.setAccessibleName(whole)
        tab.setToolTip(as_tool_tip(f"{whole}\n{self._words('threads.look')}"))
        tab.setChecked(thread.number == self._looked_at)

    def _activity(self, thread: ThreadState) -> list[str]:
        words, parts = self._words, []

        def name_of(serial: int) -> str:
            return describe_awaited(serial, thread.frame, self._player.state)

        if thread.is_current:
            parts.append(words("threads.current"))
        if thread.waits_for is not None:
            parts.append(words("threads.waits", what=name_of(thread.waits_for)))
        elif not thread.is_current and thread.frame is not None:
            parts.append(words("threads.at_line", line=thread.frame.line))
        elif not thread.is_current:
            parts.append(words("threads.outside"))
        parts += [words("threads.holds", what=name_of(one)) for one in thread.holds]
        return parts
