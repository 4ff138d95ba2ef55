"""Looks through a recording for lives of objects, on a thread of its own: it may be long."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from visualizer.model import VisualizerError
from visualizer.shell.playback.player import Player

if TYPE_CHECKING:
    from visualizer.explain import LifeEvent
    from visualizer.explain.threads.lock_history import Uses
    from visualizer.recording import Recording

MOST_FOR_LOCKS = 200_000
"""Of a longer recording it is not looked for who had which lock when: each step is read for it."""


class _Reader(QObject):
    """Lives on the thread, with a connection to the file of its own."""

    told = Signal(int, int, int, object)
    locks_found = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._recording: Recording | None = None
        self._path = Path()

    @Slot(int, int, object)
    def look(self, number: int, serial: int, path: Path) -> None:
        """Tell the life of one object of the recording at ``path``, as far as it is there."""
        try:
            chapters, steps = self._look(serial, path)
        except (VisualizerError, ValueError):
            # Damage is said by whoever shows the steps.
            chapters, steps = (), 0
        self.told.emit(number, serial, steps, chapters)

    @Slot(int, object)
    def look_for_locks(self, generation: int, path: Path) -> None:
        """Tell who had which lock when, over the whole recording."""
        from visualizer.explain.threads.lock_history import lock_uses

        try:
            recording = self._opened(path)
            uses = lock_uses(recording.cursor(), recording.steps)
        except (VisualizerError, ValueError):
            uses = ()
        self.locks_found.emit(generation, uses)

    def _look(self, serial: int, path: Path) -> tuple[tuple[LifeEvent, ...], int]:
        from visualizer.explain import describe_life

        recording = self._opened(path)
        own_file = next(iter(recording.sources), "")
        life = recording.lives.life(serial)
        return describe_life(life, recording.cursor(), own_file), recording.steps

    def _opened(self, path: Path) -> Recording:
        from visualizer.recording import Recording

        if self._recording is None or self._path != path:
            self.forget()
            self._recording, self._path = Recording.open(path), path
        self._recording.refresh()
        return self._recording

    @Slot()
    def forget(self) -> None:
        """Let go of the file."""
        if self._recording is not None:
            self._recording.close()
            self._recording = None

    @Slot()
    def leave(self) -> None:
        """The last thing done on this thread."""
        self.forget()
        self.thread().quit()


class LifeFeed(QObject):
    """``told`` says whose life has come; of one that was asked for last only.

    ``locks_found`` says that it is known who had which lock when. What was told is kept until the
    recording has grown, or another is shown.
    """

    told = Signal(int)
    locks_found = Signal()

    _look = Signal(int, int, object)
    _look_for_locks = Signal(int, object)
    _drop = Signal()
    _leave = Signal()

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._number = self._generation = 0
        self._asked: int | None = None
        self._known: dict[int, tuple[int, tuple[LifeEvent, ...]]] = {}
        self._thread = QThread()
        self._thread.setObjectName("lives")
        self._reader = reader = _Reader()
        reader.moveToThread(self._thread)
        self._look.connect(reader.look)
        self._uses: Uses | None = None
        self._asked_locks = False
        self._look_for_locks.connect(reader.look_for_locks)
        reader.locks_found.connect(self._on_locks_found)
        self._drop.connect(reader.forget)
        self._leave.connect(reader.leave)
        reader.told.connect(self._on_told)
        player.recording_changed.connect(self._forget)

    def life(self, serial: int) -> tuple[LifeEvent, ...] | None:
        """What is known of a life; None where it is being looked for, and ``told`` will follow."""
        recording = self._player.recording
        if recording is None:
            return ()
        steps, chapters = self._known.get(serial, (0, None))
        if steps < recording.steps and self._asked != serial:
            self._asked = serial
            self._number += 1
            self._start()
            self._look.emit(self._number, serial, recording.path)
        return chapters

    def locks(self) -> Uses:
        """Who had which lock when; nothing before that is known: ``locks_found`` will follow.

        It is looked for when the recording is complete, where there are several threads.
        """
        recording = self._player.recording
        if recording is None or self._player.end is None or self._uses is not None:
            return self._uses or ()
        several = len(recording.thread_names) > 1 and recording.steps <= MOST_FOR_LOCKS
        if several and not self._asked_locks:
            self._asked_locks = True
            self._start()
            self._look_for_locks.emit(self._generation, recording.path)
        return ()

    def _start(self) -> None:
        if not self._thread.isRunning():
            self._thread.start(QThread.Priority.LowPriority)

    def shut_down(self) -> None:
        """End the thread; the object is of no use afterwards."""
        self._number += 1
        self._generation += 1
        if self._thread.isRunning():
            self._leave.emit()
            self._thread.wait()

    def _forget(self) -> None:
        self._number += 1
        self._generation += 1
        self._asked = None
        self._uses, self._asked_locks = None, False
        self._known.clear()
        self._drop.emit()

    @Slot(int, int, int, object)
    def _on_told(
        self, number: int, serial: int, steps: int, chapters: tuple[LifeEvent, ...]
    ) -> None:
        if number == self._number:
            self._asked = None
            self._known[serial] = steps, chapters
            self.told.emit(serial)

    @Slot(int, object)
    def _on_locks_found(self, generation: int, uses: Uses) -> None:
        if generation == self._generation:
            self._uses = uses
            self.locks_found.emit()
