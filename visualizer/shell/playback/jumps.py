"""The commands that jump: to what happens next, and to the ends of an object's life."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction

from visualizer.model import RAISING_EVENTS
from visualizer.recording import Recording
from visualizer.shell.playback import moves
from visualizer.shell.playback.player import Player
from visualizer.shell.playback.seeking import Seeking


class Jumps:
    """``moves`` has them by command; ``selected`` gives the object whose life is asked for."""

    def __init__(
        self,
        player: Player,
        actions: dict[str, QAction],
        selected: Callable[[], int | None],
        seeking: Seeking,
    ) -> None:
        self._player, self._selected, self._seeking = player, selected, seeking
        self._actions = actions
        self.moves: dict[str, Callable[[], object]] = {
            "birth": self._to_birth,
            "death": self._to_death,
        }
        for direction, way in ((1, "next"), (-1, "previous")):
            for what, jump in (
                ("output", partial(self._to_one_of, _steps_with_output)),
                ("exception", partial(self._to_one_of, _steps_with_exception)),
                ("call", partial(self._to_call, False)),
                ("return", partial(self._to_call, True)),
            ):
                key = f"{way}_{what}"
                self.moves[key] = partial(jump, direction, f"command.{key}")

    def show(self) -> None:
        """Let the commands be of use where there are steps."""
        for key in self.moves:
            self._actions[key].setEnabled(self._player.steps > 0)

    def _to_birth(self) -> None:
        self._to_end(moves.to_birth, self._selected(), "notification.no_birth")

    def _to_death(self) -> None:
        self._to_end(moves.to_death, self._selected(), "notification.no_death")

    def to_birth_of(self, serial: int) -> None:
        """To the step that made an object."""
        self._to_end(moves.to_birth, serial, "notification.no_birth")

    def _to_end(
        self,
        find: Callable[[Recording, int], moves.Search[int | None]],
        serial: int | None,
        missed: str,
    ) -> None:
        recording = self._player.recording
        if serial is None:
            self._seeking.missed.emit("notification.nothing_selected")
        elif recording is not None:
            self._seeking.go(find(recording, serial), missed)

    def _to_one_of(
        self, steps: Callable[[Recording], Sequence[int]], direction: int, missed: str
    ) -> None:
        player, recording = self._player, self._player.recording
        if recording is not None:
            look = lambda: moves.beside(steps(recording), player.step, direction)  # noqa: E731
            self._seeking.arrive(player.read(look, None), missed)

    def _to_call(self, ends: bool, direction: int, missed: str) -> None:
        """Of the function that the step is in."""
        player = self._player
        frames = player.state.frames
        if player.recording is not None and frames:
            search = moves.to_call(player.recording, player.step, direction, frames[-1], ends=ends)
            self._seeking.go(search, missed)


def _steps_with_output(recording: Recording) -> Sequence[int]:
    return recording.index.with_output()


def _steps_with_exception(recording: Recording) -> Sequence[int]:
    return recording.steps_with(*RAISING_EVENTS)
