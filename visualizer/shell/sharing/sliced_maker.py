"""Makes something on the window's thread, in slices between which the window answers."""

from collections.abc import Callable, Generator
from functools import partial

from PySide6.QtCore import Signal

from visualizer.layout.checkpoints import checkpoint
from visualizer.model import VisualizerError
from visualizer.shell.canvas.sliced_task import SlicedTask
from visualizer.shell.slices import Slices

_SLICE = 0.012
"""Seconds at a time."""

type Report = Callable[[float], None]


class SlicedMaker(Slices):
    """Emits ``made`` with what was asked for last, or ``failed`` with the error."""

    made = Signal(object)
    failed = Signal(object)

    def make(self, make: Callable[[Report], object]) -> None:
        """Call ``make``, which reports its progress often, and drop what is being made.

        ``reached`` is the share of the work that is done, 0 … 1.
        """
        self.begin(_in_slices(make), self._finish, seconds=0)

    def _finish(self, result: object) -> None:
        failed = isinstance(result, VisualizerError)
        (self.failed if failed else self.made).emit(result)


def _in_slices(make: Callable[[Report], object]) -> Generator[float, None, object]:
    """Yield the share that is done, and return what was made or why it could not be."""
    share = 0.0

    def report(done: float) -> None:
        nonlocal share
        share = done
        checkpoint()

    task = SlicedTask(partial(make, report))
    try:
        while not task.run(_SLICE):
            yield share
    except VisualizerError as error:
        return error
    except GeneratorExit:
        task.cancel()
        raise
    return task.result
