"""Makes something on the window's thread, in slices between which the window answers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.layout.checkpoints import checkpoint
from visualizer.model import VisualizerError
from visualizer.shell.canvas.sliced_task import SlicedTask

_SLICE = 0.012
"""Seconds at a time."""

type Report = Callable[[float], None]


class SlicedMaker(QObject):
    """Emits ``made`` with what was asked for last, or ``failed`` with the error."""

    progressed = Signal(float)
    """The share of the work that is done, 0 … 1."""
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: SlicedTask[object] | None = None
        self._share = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._continue)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._task is not None

    def begin(self, make: Callable[[Report], object]) -> None:
        """Call ``make``, which reports its progress often, and drop what is being made."""
        self.cancel()
        self._task = SlicedTask(partial(make, self._note))
        self._share = 0.0
        self._timer.start(0)

    def cancel(self) -> None:
        """Make nothing any more."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _note(self, share: float) -> None:
        self._share = share
        checkpoint()

    def _continue(self) -> None:
        task = self._task
        if task is None:
            return
        try:
            is_done = task.run(_SLICE)
        except VisualizerError as error:
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
