"""Finds the lives of objects and the uses of locks in a thread, because a recording may be long."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from visualizer.model import VisualizerError
from visualizer.shell.playback.player import Player
from visualizer.shell.worker import Worker

if TYPE_CHECKING:
    from visualizer.explain.lives.words import LifeEvent
    from visualizer.explain.threads.lock_history import Uses
    from visualizer.recording import Recording

MOST_FOR_LOCKS = 200_000
"""Longer recordings are not searched for uses of locks, because that reads each step."""


class _Reader(Worker):
    """Reads the recording in the thread, with its own connection to the file."""

    life_found = Signal(int, int, int, object)
    locks_found = Signal(int, object)

    def __init__(self) -> None:
        super().__init__("lives", QThread.Priority.LowPriority)
        self._recording: Recording | None = None
        self._path = Path()

    def find_life(self, generation: int, serial: int, path: Path) -> None:
        """Emit the life of an object, as far as the recording at ``path`` has been written."""
        try:
            chapters, steps = self._life(serial, path)
        except (VisualizerError, ValueError):
            # The player reports damage.
            chapters, steps = (), 0
        self.life_found.emit(generation, serial, steps, chapters)

    def find_locks(self, generation: int, path: Path) -> None:
        """Emit which thread held or awaited which lock when, over the whole recording."""
        from visualizer.explain.threads.lock_history import lock_uses

        try:
            recording = self._opened(path)
            uses = lock_uses(recording.cursor(), recording.steps)
        except (VisualizerError, ValueError):
            uses = ()
        self.locks_found.emit(generation, uses)

    def _life(self, serial: int, path: Path) -> tuple[tuple[LifeEvent, ...], int]:
        from visualizer.explain.lives.words import describe_life

        recording = self._opened(path)
        life = recording.lives.life(serial)
        return describe_life(life, recording.cursor(), recording.sources), recording.steps

    def _opened(self, path: Path) -> Recording:
        from visualizer.recording import Recording

        if self._recording is None or self._path != path:
            self.give_up()
            self._recording, self._path = Recording.open(path), path
        self._recording.refresh()
        return self._recording

    def give_up(self) -> None:
        if self._recording is not None:
            self._recording.close()
            self._recording = None


class LifeFeed(QObject):
    """Answers from a cache; the thread finds the rest.

    ``life_found`` carries the serial of an object once its life is known; ``locks_found``
    is emitted when the uses of locks are known. Lives are found again after the recording has
    grown.
    """

    life_found = Signal(int)
    locks_found = Signal()

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._generation = 0
        self._searched: int | None = None
        self._known: dict[int, tuple[int, tuple[LifeEvent, ...]]] = {}
        self._uses: Uses | None = None
        self._searches_locks = False
        self._reader = _Reader()
        self._reader.locks_found.connect(self._on_locks_found)
        self._reader.life_found.connect(self._on_life_found)
        player.recording_changed.connect(self._forget)

    def life(self, serial: int) -> tuple[LifeEvent, ...] | None:
        """Return the known life of an object; None if ``life_found`` will announce it."""
        recording = self._player.recording
        if recording is None:
            return ()
        steps, chapters = self._known.get(serial, (0, None))
        if steps < recording.steps and self._searched != serial:
            self._searched = serial
            self._reader.begin()
            self._reader.ask(self._reader.find_life, self._generation, serial, recording.path)
        return chapters

    def locks(self) -> Uses:
        """Return the uses of locks; empty if unknown, ``locks_found`` may then announce them.

        The thread searches only a complete recording with several threads.
        """
        recording = self._player.recording
        if recording is None or self._player.end is None or self._uses is not None:
            return self._uses or ()
        several = len(recording.thread_names) > 1 and recording.steps <= MOST_FOR_LOCKS
        if several and not self._searches_locks:
            self._searches_locks = True
            self._reader.begin()
            self._reader.ask(self._reader.find_locks, self._generation, recording.path)
        return ()

    def shut_down(self) -> None:
        """End the thread; the feed cannot be used afterwards."""
        self._generation += 1
        self._reader.shut_down()

    def _forget(self) -> None:
        self._generation += 1
        self._searched = None
        self._uses, self._searches_locks = None, False
        self._known.clear()
        self._reader.ask(self._reader.give_up)

    @Slot(int, int, int, object)
    def _on_life_found(
        self, generation: int, serial: int, steps: int, chapters: tuple[LifeEvent, ...]
    ) -> None:
        if generation == self._generation:
            self._searched = None if self._searched == serial else self._searched
            self._known[serial] = steps, chapters
            self.life_found.emit(serial)

    @Slot(int, object)
    def _on_locks_found(self, generation: int, uses: Uses) -> None:
        if generation == self._generation:
            self._uses = uses
            self.locks_found.emit()
