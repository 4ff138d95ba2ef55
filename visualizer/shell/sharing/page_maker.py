"""Makes a page on the window's thread, in slices between which the window answers."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.diagram.fonts import QtMeasure
from visualizer.export.page.data import Json, page_data
from visualizer.export.page.range import PageRange
from visualizer.model import DamagedRecording
from visualizer.recording import Recording
from visualizer.shell.canvas.sliced_task import SlicedTask

_SLICE = 0.012
"""Seconds at a time."""


class PageMaker(QObject):
    """Emits ``made`` with the data of the page that was asked for last, or ``failed``."""

    progressed = Signal(float)
    """The share of the work that is done, 0 … 1."""
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: SlicedTask[Json] | None = None
        self._share = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._continue)

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made."""
        return self._task is not None

    def begin(self, recording: Recording, chosen: PageRange) -> None:
        """Make this page, and no other that is being made."""
        self.cancel()
        make = partial(page_data, recording, chosen, QtMeasure(), self._note)
        self._task = SlicedTask(make)
        self._share = 0.0
        self._timer.start(0)

    def cancel(self) -> None:
        """Make no page any more."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _note(self, share: float) -> None:
        self._share = share

    def _continue(self) -> None:
        task = self._task
        if task is None:
            return
        try:
            is_done = task.run(_SLICE)
        except DamagedRecording as error:
            self._end()
            self.failed.emit(error)
            return
        self.progressed.emit(self._share)
        if is_done:
            self._end()
            self.made.emit(task.result)

    def _end(self) -> None:
        self._timer.stop()
        self._task = None
