"""Connects the commands that jump: to what happens next, and to the ends of an object's life."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from visualizer.model import RAISING_EVENTS
from visualizer.shell.playback import moves
from visualizer.shell.playback.player import Player
from visualizer.shell.playback.seeking import Seeking

_NEXT, _PREVIOUS = 1, -1


class Jumps(QObject):
    """``selected`` gives the object whose life is asked for.

    ``missed`` carries why one stayed: a text's key, or the key of the command that led nowhere.
    """

    missed = Signal(str)

    def __init__(
        self,
        player: Player,
        actions: dict[str, QAction],
        selected: Callable[[], int | None],
        seeking: Seeking,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._player, self._selected, self._seeking = player, selected, seeking
        self._actions = actions
        self.moves: dict[str, Callable[[], object]] = {
            "birth": partial(self._to_end, moves.to_birth, "notification.no_birth"),
            "death": partial(self._to_end, moves.to_death, "notification.no_death"),
        }
        for direction, way in ((_NEXT, "next"), (_PREVIOUS, "previous")):
            self.moves |= {
                f"{way}_output": partial(self._to_output, direction, f"command.{way}_output"),
                f"{way}_exception": partial(
                    self._to_exception, direction, f"command.{way}_exception"
                ),
                f"{way}_call": partial(self._to_call, direction, f"command.{way}_call", ends=False),
                f"{way}_return": partial(
                    self._to_call, direction, f"command.{way}_return", ends=True
                ),
            }

    def show(self) -> None:
        """Let the commands be of use where there are steps."""
        for key in self.moves:
            self._actions[key].setEnabled(self._player.steps > 0)

    def _to_end(
        self,
        find: Callable[..., moves.Search[int | None]],
        missed: str,
    ) -> None:
        serial = self._selected()
        if serial is None:
            self.missed.emit("notification.nothing_selected")
        else:
            self._to_end_of(serial, find, missed)

    def to_birth_of(self, serial: int) -> None:
        """To the step that made an object."""
        self._to_end_of(serial, moves.to_birth, "notification.no_birth")

    def _to_end_of(
        self, serial: int, find: Callable[..., moves.Search[int | None]], missed: str
    ) -> None:
        recording = self._player.recording
        if recording is not None:
            self._seeking.run(find(recording, serial), lambda found: self._arrive(found, missed))

    def _to_output(self, direction: int, missed: str) -> None:
        recording = self._player.recording
        if recording is not None:
            self._to_one_of(recording.index.with_output, direction, missed)

    def _to_exception(self, direction: int, missed: str) -> None:
        recording = self._player.recording
        if recording is not None:
            self._to_one_of(lambda: recording.steps_with(*RAISING_EVENTS), direction, missed)

    def _to_one_of(self, steps: Callable[[], Sequence[int]], direction: int, missed: str) -> None:
        player = self._player
        found = player.read(lambda: moves.beside(steps(), player.step, direction), None)
        self._arrive(found, missed)

    def _to_call(self, direction: int, missed: str, *, ends: bool) -> None:
        """Of the function that the step is in."""
        player = self._player
        frames = player.state.frames
        if player.recording is not None and frames:
            search = moves.to_call(player.recording, player.step, direction, frames[-1], ends=ends)
            self._seeking.run(search, lambda found: self._arrive(found, missed))

    def _arrive(self, found: int | None, missed: str) -> None:
        if found is None:
            self.missed.emit(missed)
        else:
            self._player.go_to(found)
