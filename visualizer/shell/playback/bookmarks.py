"""Sets, removes and visits the bookmarks of the current recording; stores them in its file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visualizer.model import NotKept
from visualizer.recording.mapping.together import beside
from visualizer.shell.playback.player import Player

if TYPE_CHECKING:
    from visualizer.recording import Recording


class Bookmarks(QObject):
    """The bookmarks of a recording, and their notes.

    Bookmarks that cannot be written to the file are kept here and written to a saved copy:
    ``failed`` then carries the reason, and ``is_kept`` is false until writing succeeds again.
    ``settling`` asks the owner of a note in progress to store it now. ``removed`` carries the step
    and note of a removed bookmark. When the program is recorded again, bookmarks move to the
    corresponding steps, or to the nearest ones.
    """

    changed = Signal()
    removed = Signal(int, str)
    settling = Signal()
    failed = Signal(object)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._recording: Recording | None = None
        self._notes: dict[int, str] = {}
        self._removed: dict[int, str] = {}
        self._unkept: dict[int, str | None] = {}
        self._reported = False
        self._carried: dict[int, str] = {}
        player.recording_changed.connect(self._another)
        player.retraced.connect(self._carry)
        player.recording_grew.connect(self._grow)

    @property
    def is_kept(self) -> bool:
        """Whether the file contains all bookmarks."""
        return not self._unkept

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps that have a bookmark, in order."""
        return tuple(sorted(self._notes))

    def note(self, step: int) -> str | None:
        """Return the note of the bookmark at ``step``; None without a bookmark."""
        return self._notes.get(step)

    def toggle(self) -> None:
        """Remove the bookmark at the current step, or set one, with its former note if any."""
        step = self._player.step
        if step and step in self._notes:
            self.remove(step)
        elif step:
            self.put(step, self._removed.pop(step, ""))

    def put(self, step: int, note: str) -> None:
        """Set a bookmark, or give it another note."""
        if self._notes.get(step) != note:
            self._notes[step] = note
            self._keep(step, note)

    def remove(self, step: int) -> None:
        """Remove a bookmark."""
        if step in self._notes:
            self._removed[step] = note = self._notes.pop(step)
            self._keep(step, None)
            self.removed.emit(step, note)

    def next(self) -> None:
        """Go to the next bookmark; from the last bookmark to the first."""
        if self.steps:
            self._player.go_to(beside(self.steps, self._player.step, 1) or self.steps[0])

    def previous(self) -> None:
        """Go to the previous bookmark; from the first bookmark to the last."""
        if self.steps:
            self._player.go_to(beside(self.steps, self._player.step, -1) or self.steps[-1])

    def writer_into(self, copy: Path) -> Callable[[], None]:
        """Return a function that writes the bookmarks now missing from the file into a copy of it.

        It may run on another thread, and raises ``NotKept``.
        """
        return partial(_write_into, copy, tuple(self._unkept.items()))

    def _keep(self, step: int, note: str | None) -> None:
        if self._recording is not None:
            self._unkept[step] = note
            self._write(self._recording)
        self.changed.emit()

    def _write(self, recording: Recording) -> None:
        try:
            for step, note in list(self._unkept.items()):
                recording.set_bookmark(step, note)
                del self._unkept[step]
        except NotKept as error:
            # Report it only once: the panel shows it from then on.
            if not self._reported:
                self._reported = True
                self.failed.emit(error)

    def _another(self) -> None:
        self.settling.emit()
        self._carried = self._notes if self._player.former is not None else {}
        self._removed, self._unkept, self._reported = {}, {}, False
        recording = self._recording = self._player.recording
        self._notes = dict(recording.bookmarks) if recording is not None else {}
        self.changed.emit()

    def _carry(self) -> None:
        former, carried = self._player.former, self._carried
        self._carried = {}
        if former is None:
            return
        for step, note in carried.items():
            here = former.nearest(step)
            there = self._notes.get(here, "")
            self.put(here, "\n".join(dict.fromkeys(text for text in (there, note) if text)))

    def _grow(self) -> None:
        recording = self._player.recording
        if recording is not None and not self._notes and recording.bookmarks:
            self._notes = dict(recording.bookmarks)
            self.changed.emit()


def _write_into(copy: Path, notes: tuple[tuple[int, str | None], ...]) -> None:
    if not notes:
        return
    from visualizer.recording import Recording

    recording = Recording.open(copy)
    try:
        for step, note in notes:
            recording.set_bookmark(step, note)
    finally:
        recording.close()
