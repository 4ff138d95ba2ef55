"""Compares both sides, and marks the differences on their canvases."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.diagram.contrast.making import contrasts_of
from visualizer.explain.comparison.differences import Comparison, compare
from visualizer.shell.appearance.words import Words
from visualizer.shell.comparing.side import CompareSide
from visualizer.shell.playback.player import Player


class Contrasting(QObject):
    """Compares after both sides have moved; ``compared`` carries the comparison, or None.

    ``level`` returns the level of detail for the marks.
    """

    compared = Signal(object)

    def __init__(
        self,
        sides: tuple[CompareSide, CompareSide],
        words: Words,
        level: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sides, self._words, self._level = sides, words, level
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._compare)
        for side in sides:
            side.player.step_changed.connect(self.again)

    def again(self) -> None:
        """Compare after all current moves."""
        self._due.start()

    def stop(self) -> None:
        """Cancel a pending comparison."""
        self._due.stop()

    def _compare(self) -> None:
        one, other = (side.player for side in self._sides)
        left, right = one.recording, other.recording
        if left is None or right is None or not one.step or not other.step:
            for side in self._sides:
                side.mark(None)
            self.compared.emit(None)
            return
        found = compare(
            one.state,
            other.state,
            same_run=_is_same_file(one, other),
            same_text=left.sources == right.sources,
        )
        self._mark(found)
        self.compared.emit(found)

    def _mark(self, found: Comparison) -> None:
        states = self._sides[0].player.state, self._sides[1].player.state
        contrasts = contrasts_of(found, states, self._words.language, self._level())
        for side, contrast in zip(self._sides, contrasts, strict=True):
            side.mark(contrast)


def _is_same_file(one: Player, other: Player) -> bool:
    left, right = one.recording, other.recording
    try:
        return left is not None and right is not None and left.path.samefile(right.path)
    except OSError:
        # One of the visible files was removed.
        return False
