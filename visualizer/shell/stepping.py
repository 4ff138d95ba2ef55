"""Connects the commands that move to the player and the playback."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from visualizer.shell import moves
from visualizer.shell.playback import Playback
from visualizer.shell.player import Player


class Stepping(QObject):
    """Keeps the commands enabled exactly where they lead somewhere.

    ``page`` is how many steps one goes by page keys: a clicker has no others.
    """

    FAR = 10

    def __init__(self, player: Player, playback: Playback, actions: dict[str, QAction]) -> None:
        super().__init__(player)
        self.page = self.FAR
        self._player, self._playback, self._actions = player, playback, actions
        table: tuple[tuple[str, Callable[[], object]], ...] = (
            ("first", player.first),
            ("back", player.back),
            ("forward", player.forward),
            ("last", player.last),
            ("into", player.forward),
            ("into_back", player.back),
            ("ten_back", lambda: player.go_to(player.step - self.page)),
            ("ten_forward", lambda: player.go_to(player.step + self.page)),
            ("over", lambda: self._search(over=True, direction=1)),
            ("over_back", lambda: self._search(over=True, direction=-1)),
            ("out", lambda: self._search(over=False, direction=1)),
            ("out_back", lambda: self._search(over=False, direction=-1)),
        )
        for key, move in table:
            actions[key].triggered.connect(_still(playback, move))
        actions["play"].triggered.connect(playback.toggle)
        player.step_changed.connect(self._show)
        player.recording_grew.connect(self._show)
        player.recording_changed.connect(self._show)
        self._show()

    def _search(self, *, over: bool, direction: int) -> None:
        player = self._player
        if player.recording is None or not player.step:
            return
        find = moves.over if over else moves.out
        cursor = player.recording.cursor()
        here = player.step
        player.go_to(player.read(lambda: find(cursor, here, player.steps, direction), here))

    def _show(self) -> None:
        player = self._player
        before, after = player.step > 1, player.step < player.steps
        # At the newest step of a program that goes on, "last" asks for more.
        growing = player.recording is not None and player.end is None and player.steps > 0
        for key in ("first", "back", "into_back", "over_back", "out_back", "ten_back"):
            self._actions[key].setEnabled(before)
        for key in ("forward", "into", "over", "out", "ten_forward", "last"):
            self._actions[key].setEnabled(after or growing)
        self._actions["play"].setEnabled(player.steps > 0)
        self._actions["go_to_step"].setEnabled(player.steps > 0)


def _still(playback: Playback, move: Callable[[], object]) -> Callable[[], None]:
    """A move by hand ends playing."""

    def moved() -> None:
        playback.pause()
        move()

    return moved
