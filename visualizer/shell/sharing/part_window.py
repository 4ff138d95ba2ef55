"""Asks which steps to save as a recording of their own, and saves them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from visualizer.model import VisualizerError
from visualizer.recording import save_range
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.bookmarks import Bookmarks
from visualizer.shell.playback.player import Player
from visualizer.shell.program.document import RECORDING_SUFFIX
from visualizer.shell.settings.rows import Rows
from visualizer.shell.sharing.sliced_maker import SlicedMaker
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.dialog_size import DialogSize
from visualizer.shell.widgets.dialogs import Dialogs
from visualizer.shell.widgets.layouts import in_column, in_row, restyle, text_label

_MEGABYTE = 1_000_000


class PartWindow(QDialog):
    """Begins with the steps from the one that is shown to the last."""

    def __init__(
        self,
        owner: QWidget,
        player: Player,
        dialogs: Dialogs,
        words: Words,
        *,
        bookmarks: Bookmarks,
    ) -> None:
        super().__init__(owner)
        self._player, self._dialogs, self._words = player, dialogs, words
        self._bookmarks = bookmarks
        self._first, self._last = _usual_range(player)
        self._problem: VisualizerError | None = None
        self._path: Path | None = None
        self._is_saved = False
        self.maker = SlicedMaker(self)
        self._lay_out()
        self.maker.made.connect(self._take_part)
        self.maker.failed.connect(self._take_problem)
        self.maker.progressed.connect(lambda share: self.progress.setValue(round(share * 1000)))
        player.recording_changed.connect(self.close)
        words.changed.connect(self._speak)
        DialogSize(self, 560, 300)
        self._speak()

    def _lay_out(self) -> None:
        words = self._words
        self.rows = rows = Rows(words)
        limits = (1, max(self._player.steps, 1))
        self.first = rows.number("share.first", limits, lambda: self._first, self._choose_first)
        self.last = rows.number(
            "share.last", limits, lambda: self._last, self._choose_last, note="part.note"
        )
        rows.end()
        self.said, self.progress = text_label(wraps=True), QProgressBar()
        self.said.setContentsMargins(20, 0, 20, 0)
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.save_button, close = Button("primary", "save"), Button("plain")
        words.bind(self.setWindowTitle, "part.title")
        words.bind(self.save_button.setText, "share.save")
        words.bind(close.setText, "preferences.close")
        words.bind(self.progress.setAccessibleName, "part.saving")
        below = in_row(None, self.save_button, None, close)
        in_column(self, (rows, 1), self.progress, self.said, below, margins=None)
        self.save_button.clicked.connect(self._save)
        close.clicked.connect(self.close)

    def _choose_first(self, step: int) -> None:
        self._choose(step, max(step, self._last))

    def _choose_last(self, step: int) -> None:
        self._choose(min(step, self._first), step)

    def _choose(self, first: int, last: int) -> None:
        self._first, self._last = first, last
        self._problem, self._is_saved = None, False
        self.rows.show_values()
        self._speak()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the range."""
        self.rows.show_values()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave no half of a file behind."""
        self.maker.cancel()
        super().closeEvent(event)

    def _save(self) -> None:
        recording = self._player.recording
        if recording is None:
            return
        name = f"{Path(recording.header.program).stem}-{self._first}-{self._last}"
        path = self._dialogs.place_for("recording", Path.home() / f"{name}{RECORDING_SUFFIX}")
        if path is None:
            return
        # A note that is being written comes along.
        self._bookmarks.settling.emit()
        marks = [(step, self._bookmarks.note(step) or "") for step in self._bookmarks.steps]
        save = partial(save_range, recording, path, self._first, self._last, bookmarks=marks)
        self._path, self._problem, self._is_saved = path, None, False
        self.progress.setValue(0)
        self.maker.begin(lambda report: save(report=report))
        self._speak()

    def _take_part(self) -> None:
        self._is_saved = True
        self._speak()

    def _take_problem(self, error: VisualizerError) -> None:
        self._problem = error
        self._speak()

    def _speak(self) -> None:
        is_busy = self.maker.is_busy
        self.progress.setVisible(is_busy)
        for control in (self.save_button, self.first, self.last):
            control.setEnabled(not is_busy)
        restyle(self.said, "words", "loss" if self._problem is not None else "second")
        self.said.setText(self._state())

    def _state(self) -> str:
        words = self._words
        if self._problem is not None:
            return words.error(self._problem)
        if self.maker.is_busy:
            return words("part.saving")
        if self._is_saved and self._path is not None:
            megabytes = f"{self._path.stat().st_size / _MEGABYTE:.2f}"
            return words("part.saved", file=self._path.name, megabytes=megabytes)
        count = sum(self._first <= step <= self._last for step in self._bookmarks.steps)
        steps = words("part.steps", n=self._last - self._first + 1)
        return f"{steps} {words('part.bookmarks', n=count)}" if count else steps


def _usual_range(player: Player) -> tuple[int, int]:
    """Return the steps from the shown one on; all of them from the last."""
    step, last = max(player.step, 1), max(player.steps, 1)
    return (step, last) if step < last else (1, last)
