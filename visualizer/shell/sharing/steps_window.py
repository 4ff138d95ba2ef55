"""The base of windows in which the user chooses steps and makes a file of them."""

from collections.abc import Callable, Generator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from visualizer.layout.checkpoints import checkpoint
from visualizer.model import DamagedRecording, VisualizerError
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.settings.rows import Rows
from visualizer.shell.slices import SlicedTask, Slices
from visualizer.shell.widgets.controls import Button, text_button
from visualizer.shell.widgets.dialog_size import Dialog
from visualizer.shell.widgets.dialogs import Dialogs
from visualizer.shell.widgets.layouts import WINDOW, in_column, in_row, restyle, text_label

_SLICE = 0.012
"""The duration of a slice in seconds."""

_ALL = 1 << 31
type Report = Callable[[float], None]


class SlicedMaker(Slices):
    """Emits ``made`` with the last requested result, or ``failed`` with the error."""

    made = Signal(object)
    failed = Signal(object)

    def make(self, make: Callable[[Report], object]) -> None:
        """Cancel the work in progress, and call ``make``, which reports its progress often.

        ``reached`` is the completed share of the work, 0 … 1.
        """
        self.begin(_in_slices(make), self._finish, seconds=0)

    def _finish(self, result: object) -> None:
        failed = isinstance(result, VisualizerError)
        (self.failed if failed else self.made).emit(result)


def _in_slices(make: Callable[[Report], object]) -> Generator[float, None, object]:
    """Yield the completed share, and return the result or the error."""
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


class StepsWindow(Dialog):
    """``rows`` are the choices, ``maker`` makes the file, ``said`` shows the state.

    A subclass fills ``rows`` before it calls ``lay_out``, and extends ``speak``.
    """

    title: str
    size_in_pixels: tuple[int, int]

    def __init__(self, owner: QWidget, player: Player, dialogs: Dialogs, words: Words) -> None:
        super().__init__(words, self.title, self.size_in_pixels, owner)
        self._player, self._dialogs = player, dialogs
        self._problem: VisualizerError | None = None
        self._fault: DamagedRecording | None = None
        """The damage before which the file ends."""
        self.rows, self.maker = Rows(words), SlicedMaker(self)
        self.said = text_label(wraps=True)
        self.progress = QProgressBar(maximum=1000, textVisible=False)
        self.maker.failed.connect(self._receive_problem)
        self.maker.paused.connect(self._show_progress)
        player.recording_changed.connect(self.close)
        words.changed.connect(self.speak)

    def add_range(self, now: Callable[[], tuple[int, int]], note: str, most: int = _ALL) -> None:
        """Add the rows of the first and the last step; ``note`` is the key of a line below.

        ``now`` returns both. A range has at most ``most`` steps: one end moves the other.
        """

        def choose_first(step: int) -> None:
            self.choose_range(step, min(max(step, now()[1]), step + most - 1))

        def choose_last(step: int) -> None:
            self.choose_range(max(min(step, now()[0]), step - most + 1), step)

        limits, rows = (1, max(self._player.steps, 1)), self.rows
        self.first = rows.number("share.first", limits, lambda: now()[0], choose_first)
        self.last = rows.number("share.last", limits, lambda: now()[1], choose_last, note=note)

    def choose_range(self, first: int, last: int) -> None:
        """Use other steps."""
        raise NotImplementedError

    def take_typed(self) -> None:
        """Use a step that the user is still typing: a click on a button leaves the focus there."""
        for field in (self.first, self.last):
            field.interpretText()

    def lay_out(self, making: str, save: Button, *others: Button) -> None:
        """Put the buttons below the rest; ``making`` is the key of the progress bar's name."""
        words, close = self._words, text_button(self._words, "preferences.close", self.close)
        words.bind(save.setText, "share.save")
        words.bind(self.progress.setAccessibleName, making)
        below = in_row(None, save, *others, None, close)
        parts = (self.rows, 1), self.progress, self.said, below
        in_column(self, *parts, margins=WINDOW, spacing=12)

    def state(self) -> str:
        """Describe the file that was made or would be."""
        raise NotImplementedError

    def speak(self) -> None:
        """Show the state or the problem, and the fault, in the current language."""
        restyle(self.said, "words", "loss" if self._problem is not None else "second")
        said = [self.state()] if self._problem is None else []
        said += [self._words.error(one) for one in (self._problem, self._fault) if one is not None]
        self.said.setText(" ".join(said))

    def _show_progress(self) -> None:
        assert isinstance(self.maker.reached, float)
        self.progress.setValue(round(1000 * self.maker.reached))

    def _receive_problem(self, error: VisualizerError) -> None:
        self._problem = error
        self.speak()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the current choices."""
        self.rows.show_values()
        super().showEvent(event)

    def done(self, result: int) -> None:
        """Stop the work, and leave no partial file. Escape calls only this, not ``closeEvent``."""
        self.maker.stop()
        super().done(result)
