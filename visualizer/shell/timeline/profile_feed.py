"""Reads the run profile of the player's recording for the timeline: a short recording at once, a
long one in slices, and again as the recording grows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.model import code_name
from visualizer.model.scopes import MODULE_CODE
from visualizer.shell.appearance.words import Words
from visualizer.shell.notifications.notification import Action, Notifications
from visualizer.shell.playback.player import Player
from visualizer.shell.timeline.thread_rows import signed_calls

if TYPE_CHECKING:
    from visualizer.model import Step
    from visualizer.recording import Recording
    from visualizer.recording.index.run_profile import Call, Calls


_EVERY = 400
"""Milliseconds between two reads of a growing recording."""
_SLICE = 0.005
"""The duration of a slice for a long recording, in seconds."""
_ALL = 100
"""In percent."""


class ProfileFeed(QObject):
    """Reads calls and amounts; ``looked``: events may have changed, ``came``: new results.

    ``reading`` carries the part of a long recording that has been read, in percent.
    """

    looked = Signal()
    came = Signal()
    reading = Signal(int)

    def __init__(self, player: Player, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._player, self._words = player, words
        self.calls: Sequence[Call] = ()
        self._files: dict[int, str] = {}
        self._looked_at = 0
        self._wanted = self._in_slices = False
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._go_on)
        player.recording_grew.connect(self._grow)

    def start(self) -> None:
        """From now on read the run profile too, not only events."""
        self._wanted = True
        self._look()

    def stop(self) -> None:
        """Stop reading, and show the results so far."""
        self._due.stop()
        if self._player.recording is not None and self._wanted:
            self._show(self._player.recording)
        self.reading.emit(_ALL)

    def begin(self) -> None:
        """Read another recording."""
        self._files, self._looked_at = {}, 0
        self._in_slices = False
        self._look()

    def _grow(self) -> None:
        if self._player.end is not None:
            self._look()
        elif not self._due.isActive():
            self._due.start(_EVERY)

    def _look(self) -> None:
        recording = self._player.recording
        self.looked.emit()
        if recording is None:
            self.calls = ()
            self.came.emit()
            self.reading.emit(_ALL)
        else:
            self._read(recording)

    def _go_on(self) -> None:
        """Continue: a complete recording needs only its run profile, as its events are known."""
        recording = self._player.recording
        if recording is None or self._player.end is None:
            self._look()
        else:
            self._read(recording)

    def _read(self, recording: Recording) -> None:
        if not self._wanted:
            return
        whole = self._player.read(lambda: recording.run_profile.refresh(_SLICE), True)
        if whole and not self._in_slices:
            self._show(recording)
        else:
            # Showing takes as long as a slice, so the window answers events before that, too.
            self._in_slices = not whole
            self._due.start(0)
        if self._player.end is not None or whole:
            self.reading.emit(_ALL if whole else int(_ALL * recording.run_profile.part))

    def _show(self, recording: Recording) -> None:
        self.calls = calls = recording.run_profile.calls
        modules = tuple(calls.of_function(MODULE_CODE, self._looked_at))
        if modules:
            self._player.read(lambda: self._note_files(recording, calls, modules), None)
        self._looked_at = len(calls)
        self.came.emit()

    def _note_files(self, recording: Recording, calls: Calls, modules: tuple[int, ...]) -> None:
        """Note the files of the calls' code by their first steps, because bars may be painted at
        any time.
        """
        cursor = recording.cursor()
        for number in modules:
            self._files[number] = cursor.delta(calls.firsts[number]).step.file

    # ---- names of calls ----

    def name(self, number: int) -> str:
        """Return the name of the function or module of a call."""
        return self._in_words(_name(self.calls, self._files, number))

    def place(self, step: Step) -> str:
        """Return the name of the function or module of a step."""
        return self._in_words(code_name(step.function, step.file, self._files.get(0)))

    def _in_words(self, name: str) -> str:
        return self._words("module") if name == MODULE_CODE else name

    def names(self, *, signed: bool) -> Callable[[int], str]:
        """Return a function for the texts of calls' bars; it outlives a change of the recording.

        ``signed``: the texts include the sign of the thread.
        """
        calls, files = self.calls, self._files

        def name(number: int) -> str:
            return self._in_words(_name(calls, files, number))

        return signed_calls(self.calls, name) if signed else name


def _name(calls: Sequence[Call], files: Mapping[int, str], number: int) -> str:
    function = calls[number].function
    return code_name(function, files[number], files.get(0)) if number in files else function


_PATIENCE = 500
"""Milliseconds until the notification appears."""


class ReadingNotification(QObject):
    """Appears while ``feed`` reads for longer than that."""

    def __init__(self, notifications: Notifications, feed: ProfileFeed, words: Words) -> None:
        super().__init__(notifications)
        self._notification, self._words, self._part = notifications.reading, words, _ALL
        self._stop = Action("notification.reading_stop", feed.stop, symbol="square")
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(self._show)
        feed.reading.connect(self._follow)

    def _follow(self, part: int) -> None:
        before, self._part = self._part, part
        if part >= _ALL:
            self._late.stop()
            self._notification.hide()
        elif before >= _ALL:
            self._late.start()
        elif part != before and self._notification.is_wanted:
            self._notification.speak()

    def _show(self) -> None:
        words = self._words
        self._notification.show_words(
            lambda: (
                words("notification.reading"),
                words("notification.reading_part", part=self._part),
            ),
            self._stop,
            lasting=True,
        )
