"""Connects the commands that move to the player and the playback."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from visualizer.explain import OfState, WatchedName
from visualizer.model import Event
from visualizer.shell.playback import moves
from visualizer.shell.playback.inside import Inside
from visualizer.shell.playback.jumps import Jumps
from visualizer.shell.playback.player import Player
from visualizer.shell.playback.playing import Playback
from visualizer.shell.playback.seeking import Seeking
from visualizer.shell.source.pane import SourcePane

_NEVER = {1: "notification.no_change_after", -1: "notification.no_change_before"}
_NEVER_ELSE = {1: "notification.no_rebinding_after", -1: "notification.no_rebinding_before"}
"""The message if an object or name does not change in that direction, by direction."""


_ONWARDS = ("forward", "inside", "into", "over", "out", "ten_forward", "to_breakpoint", "last")
"""The moves that a question holds up."""
_BACK = ("first", "back", "into_back", "over_back", "out_back", "ten_back", "previous_change")
_AHEAD = ("forward", "into", "over", "out", "ten_forward", "last", "next_change")
_ANYWHERE = (
    *("play", "inside", "inside_back", "go_to_step"),
    *("to_cursor", "to_breakpoint", "to_breakpoint_back"),
)
"""Enabled at both ends too: F5 then says that there are no more breakpoints."""
_NO_STOP = {1: "notification.no_breakpoint_after", -1: "notification.no_breakpoint_before"}


class Stepping(QObject):
    """Keeps the commands enabled exactly where they lead somewhere.

    ``page`` is how many steps one goes by page keys: a clicker has no others. ``selected`` gives
    the object whose changes are gone to, ``picked`` a name instead. ``missed`` says, by a word's
    key, why a move led nowhere, ``doubted`` that it stopped because nobody can tell whether a
    condition holds.
    """

    FAR = 10
    missed = Signal(str)
    doubted = Signal(object)

    def __init__(
        self,
        player: Player,
        playback: Playback,
        actions: dict[str, QAction],
        source: SourcePane,
        selected: Callable[[], int | None],
        *,
        picked: Callable[[], WatchedName | None],
        seeking: Seeking,
        inside: Inside,
    ) -> None:
        super().__init__(player)
        self.seeking = seeking
        inside.missed.connect(self.missed)
        self.page = self.FAR
        self.gate: Callable[[], bool] = lambda: True
        """Whether one may go on: a question may wait for its answer."""
        self._source, self._selected, self._picked = source, selected, picked
        self._player, self._playback, self._actions = player, playback, actions
        self._jumps = Jumps(player, actions, selected, seeking)
        seeking.missed.connect(self.missed)
        actions["breakpoint"].triggered.connect(lambda: source.breakpoints.toggle(*source.line))
        for key, move in (*self._moves(inside), *self._jumps.moves.items()):
            actions[key].triggered.connect(self._gated(key, _still(playback, move)))
        actions["play"].triggered.connect(playback.toggle)
        player.asked.connect(self._stop_playing)
        player.step_changed.connect(self._show)
        player.recording_grew.connect(self._show)
        player.recording_changed.connect(self._show)
        self._show()

    def _moves(self, inside: Inside) -> tuple[tuple[str, Callable[[], object]], ...]:
        """Return the keys of the commands that move, each with its move."""
        player = self._player
        return (
            ("first", player.first),
            ("back", player.back),
            ("forward", player.forward),
            ("last", player.last),
            ("inside", inside.forward),
            ("inside_back", inside.back),
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

    def _gated(self, key: str, move: Callable[[], object]) -> Callable[[], None]:
        def moved() -> None:
            if key not in _ONWARDS or self.gate():
                move()

        return moved

    def _search(self, *, over: bool, direction: int) -> None:
        player = self._player
        if player.recording is None or not player.step:
            return
        find = moves.over if over else moves.out
        cursor = player.recording.cursor()
        self.seeking.run(find(cursor, player.step, player.steps, direction), player.go_to)

    def _to_breakpoint(self, direction: int) -> None:
        """To the nearest step at one; where there is none, to the end that one goes to."""
        player = self._player
        if player.recording is not None and player.step:
            stops = self._source.breakpoints.stops
            search = moves.to_stop(player.recording, player.step, direction, stops)
            self.seeking.run(search, lambda found: self._stop_at(found, direction))

    def _stop_at(self, found: moves.Stop | None, direction: int) -> None:
        if found is not None:
            self._player.go_to(found.step)
            if found.doubt is not None:
                self.doubted.emit(found.doubt)
            return
        if direction > 0:
            self._player.last()
        else:
            self._player.first()
        self.missed.emit(_NO_STOP[direction])

    def _to_cursor(self) -> None:
        """To the next step at the line of the text cursor, else to the last one before."""
        player = self._player
        if player.recording is not None and player.step:
            search = moves.to_line(player.recording, player.step, self._source.cursor_line)
            self.seeking.go(search, "notification.no_step_at_line")

    def _to_change(self, direction: int) -> None:
        name, serial = self._picked(), self._selected()
        if name is not None:
            self.to_rebinding_of(name, direction)
        elif serial is None:
            self.missed.emit("notification.nothing_selected")
        else:
            self.to_change_of(serial, direction)

    def to_rebinding_of(self, name: WatchedName, direction: int) -> None:
        """To the next step after which a name refers to another object, or the one before."""
        player, missed = self._player, _NEVER_ELSE[direction]
        self._playback.pause()
        if player.recording is not None and player.step:
            search = moves.to_rebinding(player.recording, player.step, direction, name)
            self.seeking.go(search, missed)

    def to_change_of(self, serial: int, direction: int) -> None:
        """To the next step that changes an object, or the one before."""
        player, missed = self._player, _NEVER[direction]
        self._playback.pause()
        if player.recording is not None and player.step:
            is_it = moves.changes(serial)
            search = moves.to_change(player.recording, player.step, direction, is_it, serial)
            self.seeking.go(search, missed)

    def to_birth_of(self, serial: int) -> None:
        """To the step that made an object."""
        self._playback.pause()
        self._jumps.to_birth_of(serial)

    def _stop_playing(self) -> None:
        """Playing pauses at a breakpoint."""
        player = self._player
        step = player.state.step
        if not self._playback.playing or player.recording is None or step is None:
            return
        place = step.file, step.line
        stops = self._source.breakpoints.stops
        if step.event is not Event.LINE or place not in stops:
            return
        sources = player.recording.sources
        found = moves.judged(step.number, stops[place], lambda _: OfState(player.state, sources))
        if found is not None:
            self._playback.pause()
            if found.doubt is not None:
                self.doubted.emit(found.doubt)

    def _show(self) -> None:
        player = self._player
        before, after = player.step > 1, player.step < player.steps
        # At the newest step of a program that goes on, "last" asks for more.
        growing = player.recording is not None and player.end is None and player.steps > 0
        for keys, leads in (
            (_BACK, before),
            (_AHEAD, after or growing),
            (_ANYWHERE, player.steps > 0),
        ):
            for key in keys:
                self._actions[key].setEnabled(leads)
        self._jumps.show()


def _still(playback: Playback, move: Callable[[], object]) -> Callable[[], None]:
    """A move by hand ends playing."""

    def moved() -> None:
        playback.pause()
        move()

    return moved
