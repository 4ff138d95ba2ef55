"""Asks for a range of steps, and saves it as a recording of its own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QWidget

from visualizer.model import DamagedRecording, NotKept
from visualizer.recording import save_range
from visualizer.recording.write.trimming import check_apart
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.bookmarks import Bookmarks
from visualizer.shell.playback.player import Player
from visualizer.shell.program.document import RECORDING_SUFFIX, copy_recording
from visualizer.shell.sharing.steps_window import Report, StepsWindow
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.dialogs import Dialogs

_MEGABYTE = 1_000_000


class PartWindow(StepsWindow):
    """Begins with the range from the current step to the last."""

    title, size_in_pixels = "part.title", (560, 300)

    def __init__(
        self,
        owner: QWidget,
        player: Player,
        dialogs: Dialogs,
        words: Words,
        *,
        bookmarks: Bookmarks,
    ) -> None:
        super().__init__(owner, player, dialogs, words)
        self._bookmarks = bookmarks
        self._first, self._last = _usual_range(player)
        self._path: Path | None = None
        self._made, self._folder = Path(), QTemporaryDir()
        self._is_saved = False
        self.add_range(lambda: (self._first, self._last), "part.note")
        self.rows.end()
        self.save_button = Button("primary")
        self.lay_out("part.saving", self.save_button)
        self.save_button.clicked.connect(self._save)
        self.maker.made.connect(self._take_part)
        self.speak()

    def choose_range(self, first: int, last: int) -> None:
        """Save other steps."""
        self._first, self._last = first, last
        self._problem = self._fault = None
        self._is_saved = False
        self.rows.show_values()
        self.speak()

    def _save(self) -> None:
        recording = self._player.recording
        if recording is None:
            return
        self.take_typed()
        name = f"{Path(recording.header.program).stem}-{self._first}-{self._last}"
        suggestion = self._dialogs.place() / f"{name}{RECORDING_SUFFIX}"
        path = self._dialogs.place_for("recording", suggestion)
        if path is None:
            return
        # Include the note that the user is writing.
        self._bookmarks.settling.emit()
        marks = [(step, self._bookmarks.note(step) or "") for step in self._bookmarks.steps]
        self._problem = self._fault = None
        self._path, self._is_saved = path, False
        self.progress.setValue(0)
        if self._waits_for(partial(check_apart, path, recording)):
            made = self._made = Path(self._folder.path(), path.name)
            save = partial(save_range, recording, made, self._first, self._last, bookmarks=marks)
            self.maker.make(partial(self._make, save))
        self.speak()

    def _make(self, save: Callable[..., None], report: Report) -> tuple[DamagedRecording | None]:
        """Return the fault before which the part ends. Raises it if the part has no step."""
        self._made.unlink(missing_ok=True)
        try:
            save(report=report)
        except DamagedRecording as fault:
            if not self._made.exists():
                raise
            return (fault,)
        return (None,)

    def _take_part(self, made: tuple[DamagedRecording | None]) -> None:
        """Copy the part from our own folder to its place, which may be on a slow drive."""
        (self._fault,) = made
        if self._path is not None:
            self._is_saved = self._waits_for(partial(copy_recording, self._made, self._path))
        self.speak()

    def _waits_for(self, work: Callable[[], object]) -> bool:
        """Wait for work on the file; return whether it succeeded."""
        assert self._path is not None
        try:
            self._dialogs.wait_for(work, self._path)
        except NotKept as error:
            self._problem = error
        return self._problem is None

    def speak(self) -> None:
        """Show the state, and enable the controls while nothing is being saved."""
        is_busy = self.maker.busy
        self.progress.setVisible(is_busy)
        for control in (self.save_button, self.first, self.last):
            control.setEnabled(not is_busy)
        super().speak()

    def state(self) -> str:
        """Describe what is saved, or would be."""
        words = self._words
        if self.maker.busy:
            return words("part.saving")
        if self._is_saved and self._path is not None:
            megabytes = f"{self._made.stat().st_size / _MEGABYTE:.2f}"
            return words("part.saved", file=self._path.name, megabytes=megabytes)
        count = sum(self._first <= step <= self._last for step in self._bookmarks.steps)
        steps = words("part.steps", n=self._last - self._first + 1)
        return f"{steps} {words('part.bookmarks', n=count)}" if count else steps


def _usual_range(player: Player) -> tuple[int, int]:
    """Return the range from the current step on; at the last step, all steps."""
    step, last = max(player.step, 1), max(player.steps, 1)
    return (step, last) if step < last else (1, last)
