"""Records the program again after each pause in typing, while live mode is on."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from visualizer.model import EndReason
from visualizer.shell.notifications.notification import Action
from visualizer.shell.run.side_effects import Deed, deeds_in

if TYPE_CHECKING:
    from visualizer.shell.notifications.notification import Notification
    from visualizer.shell.playback.player import Player
    from visualizer.shell.program.workbench import Workbench
    from visualizer.shell.source.pane import SourcePane

_PAUSE = 400
"""Milliseconds without a key that count as a pause."""
_MOST_TEXTS = 3
"""The maximum number of calls that a warning names."""


class Live(Enum):
    """The state of live mode; the values are the keys of its texts."""

    OFF = "off"
    SHOWN = "live.shown"
    RUNS = "live.runs"
    NO_PYTHON = "live.no_python"
    HELD = "live.held"
    RAISED = "live.raised"
    LIMIT = "live.limit"
    FAILED = "live.failed"


_ENDS = {
    EndReason.UNCAUGHT: Live.RAISED,
    EndReason.STEP_LIMIT: Live.LIMIT,
    EndReason.TIME_LIMIT: Live.LIMIT,
    EndReason.MEMORY_LIMIT: Live.LIMIT,
    EndReason.SIZE_LIMIT: Live.LIMIT,
}


class LiveMode(QObject):
    """Turns on with ``action``, and off with another program.

    A program that may write files or start programs waits until the user answers ``notification``;
    an edit at once ends the run of the older text. ``record`` starts a run. ``changed`` follows
    each change of ``state``.
    """

    changed = Signal()

    def __init__(
        self,
        player: Player,
        bench: Workbench,
        source: SourcePane,
        action: QAction,
        *,
        notification: Notification,
        record: Callable[[], object],
    ) -> None:
        super().__init__(source)
        self._player, self._bench, self._source = player, bench, source
        self._notification, self._record = notification, record
        self.state = Live.OFF
        self._agreed: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._consider)
        self._action = action
        self._action.toggled.connect(self._toggle)
        self._source.edited.connect(self._edited)
        self._bench.program_changed.connect(self.end)
        self._bench.run_ended.connect(self._show_end)
        self._bench.run_failed.connect(lambda _: self._failed())

    @property
    def on(self) -> bool:
        """Whether live mode is on."""
        return self.state is not Live.OFF

    def end(self) -> None:
        """Turn live mode off, and end a run that it has started."""
        self._action.setChecked(False)

    def _toggle(self, wanted: bool) -> None:
        if wanted == self.on:
            return
        if wanted and self._bench.kept is None:
            self._agreed = set()
            self._set(Live.SHOWN)
            self._consider()
            return
        self._action.setChecked(False)
        self._pause.stop()
        self._notification.hide()
        self._bench.overtake()
        self._set(Live.OFF)

    def _set(self, state: Live) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()

    def _edited(self) -> None:
        if self.on:
            self._bench.overtake()
            self._pause.start()

    def _consider(self) -> None:
        """Record the text after a pause in typing, if it can and may be run."""
        if QApplication.activeModalWidget() is not None:
            # A dialog may wait for the very file that a recording would save.
            self._pause.start()
            return
        bench, text = self._bench, self._source.text
        self._source.syntax.look()
        if self._source.syntax.fault is not None:
            self._set(Live.NO_PYTHON)
            return
        same = text == bench.recorded_text and self._player.recording is not None
        if same or not text.strip():
            self._show_end()
            return
        deeds = self._deeds(text)
        if {deed.called for deed in deeds} - self._agreed:
            self._hold(deeds)
            return
        self._notification.hide()
        self._set(Live.RUNS)
        self._record()
        if not bench.run.active:
            self._set(Live.FAILED)

    def _deeds(self, text: str) -> tuple[Deed, ...]:
        recording, own = self._player.recording, self._bench.file
        beside = recording.sources if recording is not None else {}
        found = deeds_in(text)
        for file, source in beside.items():
            if file != own:
                found += tuple(Deed(0, deed.called, deed.text) for deed in deeds_in(source))
        return found

    def _hold(self, deeds: tuple[Deed, ...]) -> None:
        calls = {deed.called for deed in deeds}
        texts = ", ".join(dict.fromkeys(deed.text for deed in deeds[:_MOST_TEXTS]))
        more = "\u2026" if len(deeds) > _MOST_TEXTS else ""

        def agree() -> None:
            self._agreed |= calls
            self._notification.hide()
            self._consider()

        self._set(Live.HELD)
        self._notification.show_keys(
            "notification.live",
            "notification.live_calls",
            Action("notification.live_yes", agree, "danger"),
            Action("notification.live_no", self.end),
            lasting=True,
            calls=texts + more,
        )

    def _show_end(self) -> None:
        if not self.on or self._pause.isActive():
            return
        end = self._player.end
        self._set(_ENDS.get(end.reason, Live.SHOWN) if end is not None else Live.SHOWN)

    def _failed(self) -> None:
        if self.on:
            self._set(Live.FAILED)
