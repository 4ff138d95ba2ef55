"""Connects the commands that move to the player and the playback."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from visualizer.model import Delta
from visualizer.shell import moves
from visualizer.shell.playback import Playback
from visualizer.shell.player import Player
from visualizer.shell.source_pane import SourcePane


class Stepping(QObject):
    """Keeps the commands enabled exactly where they lead somewhere.

    ``page`` is how many steps one goes by page keys: a clicker has no others. ``selected`` gives
    the object whose changes are gone to. ``missed`` says, by a word's key, why a move led nowhere.
    """

    FAR = 10
    missed = Signal(str)

    def __init__(
        self,
        player: Player,
        playback: Playback,
        actions: dict[str, QAction],
        source: SourcePane,
        selected: Callable[[], int | None],
    ) -> None:
        super().__init__(player)
        self.page = self.FAR
        self._source, self._selected = source, selected
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
            ("to_breakpoint", lambda: self._to_breakpoint(1)),
            ("to_breakpoint_back", lambda: self._to_breakpoint(-1)),
            ("to_cursor", self._to_cursor),
            ("next_change", lambda: self._to_change(1)),
            ("previous_change", lambda: self._to_change(-1)),
        )
        actions["breakpoint"].triggered.connect(source.toggle_breakpoint_here)
        for key, move in table:
            actions[key].triggered.connect(_still(playback, move))
        actions["play"].triggered.connect(playback.toggle)
        player.step_changed.connect(self._stop_playing)
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

    def _nearest(self, direction: int, is_it: Callable[[Delta], bool]) -> int | None:
        player = self._player
        if player.recording is None or not player.step:
            return None
        cursor, here = player.recording.cursor(), player.step
        steps = player.steps
        return player.read(lambda: moves.nearest(cursor, here, steps, direction, is_it), None)

    def _to_breakpoint(self, direction: int) -> None:
        """To the nearest step at one; where there is none, to the end that one goes to."""
        found = self._nearest(direction, moves.comes_to(self._source.breakpoints.places))
        if found is not None:
            self._player.go_to(found)
        elif direction > 0:
            self._player.last()
        else:
            self._player.first()

    def _to_cursor(self) -> None:
        """To the next step at the line of the text cursor, else to the last one before."""
        is_it = moves.comes_to((self._source.cursor_line,))
        found = self._nearest(1, is_it) or self._nearest(-1, is_it)
        if found is None:
            self.missed.emit("band.no_step_at_line")
        else:
            self._player.go_to(found)

    def _to_change(self, direction: int) -> None:
        serial = self._selected()
        if serial is None:
            self.missed.emit("band.nothing_selected")
            return
        found = self._nearest(direction, moves.changes(serial))
        if found is None:
            self.missed.emit("band.no_change_after" if direction > 0 else "band.no_change_before")
        else:
            self._player.go_to(found)

    def _stop_playing(self) -> None:
        """Playing pauses at a breakpoint."""
        delta, places = self._player.delta, self._source.breakpoints.places
        if self._playback.playing and delta is not None and moves.comes_to(places)(delta):
            self._playback.pause()

    def _show(self) -> None:
        player = self._player
        before, after = player.step > 1, player.step < player.steps
        # At the newest step of a program that goes on, "last" asks for more.
        growing = player.recording is not None and player.end is None and player.steps > 0
        for key in (
            "first",
            "back",
            "into_back",
            "over_back",
            "out_back",
            "ten_back",
            "previous_change",
            "to_breakpoint_back",
        ):
            self._actions[key].setEnabled(before)
        for key in (
            "forward",
            "into",
            "over",
            "out",
            "ten_forward",
            "last",
            "next_change",
            "to_breakpoint",
        ):
            self._actions[key].setEnabled(after or growing)
        for key in ("play", "go_to_step", "to_cursor"):
            self._actions[key].setEnabled(player.steps > 0)


def _still(playback: Playback, move: Callable[[], object]) -> Callable[[], None]:
    """A move by hand ends playing."""

    def moved() -> None:
        playback.pause()
        move()

    return moved
