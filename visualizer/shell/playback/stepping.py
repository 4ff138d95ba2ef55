"""Connects the commands that change the step to the player and the playback."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from visualizer.explain.conditions import OfState
from visualizer.explain.watched.looks import WatchedName
from visualizer.model import RAISING_EVENTS, Event
from visualizer.recording.mapping.together import Search, beside
from visualizer.shell.playback import moves
from visualizer.shell.playback.inside import Inside
from visualizer.shell.playback.player import Playback, Player
from visualizer.shell.playback.seeking import Seeking
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.source.recorded_lines import RecordedLines

if TYPE_CHECKING:
    from visualizer.recording import Cursor, Recording

_WAYS = {1: "next", -1: "previous"}
"""The prefixes of command keys, by direction."""
_NEVER = {1: "notification.no_change_after", -1: "notification.no_change_before"}
_NEVER_ELSE = {1: "notification.no_rebinding_after", -1: "notification.no_rebinding_before"}
"""The message if an object or name does not change in that direction, by direction."""
_ONWARDS = ("forward", "inside", "into", "over", "out", "ten_forward", "to_breakpoint", "last")
"""The moves that an open question blocks."""
_BACK = ("first", "back", "into_back", "over_back", "out_back", "ten_back", "previous_change")
_AHEAD = ("forward", "into", "over", "out", "ten_forward", "last", "next_change")
_HAPPENINGS = ("output", "exception", "call", "return")
_ANYWHERE = (
    *("play", "inside", "inside_back", "go_to_step"),
    *("to_cursor", "to_breakpoint_back", "birth", "death"),
    *(f"{way}_{what}" for way in _WAYS.values() for what in _HAPPENINGS),
)
"""Enabled at both ends too: at the end Ctrl+F5, for example, reports that no breakpoint follows."""
_NO_STOP = {1: "notification.no_breakpoint_after", -1: "notification.no_breakpoint_before"}


class Stepping(QObject):
    """Enables the commands only where they can move.

    ``page`` is the number of steps that the page keys move: a presenter's clicker has only these
    keys. ``selected`` returns the object whose changes are the targets, ``picked`` a name to use
    instead. ``missed`` carries the key of a text that says why a move failed; ``doubted`` says that
    a move stopped because it is unknown whether a condition holds.
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
        lines: RecordedLines,
        seeking: Seeking,
        inside: Inside,
    ) -> None:
        super().__init__(player)
        self.seeking = seeking
        inside.missed.connect(self.missed)
        self.page = self.FAR
        self.gate: Callable[[], bool] = lambda: True
        """Whether forward moves are allowed; an open question blocks them."""
        self._source, self._selected, self._picked = source, selected, picked
        self._lines = lines
        self._player, self._playback, self._actions = player, playback, actions
        seeking.missed.connect(self.missed)
        actions["breakpoint"].triggered.connect(lambda: source.breakpoints.toggle(*source.line))
        for key, move in self._moves(inside).items():
            actions[key].triggered.connect(partial(self._gated, key, move))
        actions["play"].triggered.connect(playback.toggle)
        player.asked.connect(self._stop_playing)
        for signal in (player.step_changed, player.recording_grew, player.recording_changed):
            signal.connect(self._show)
        self._show()

    def _moves(self, inside: Inside) -> dict[str, Callable[[], object]]:
        """Return the moves by the keys of their commands."""
        player = self._player
        found: dict[str, Callable[[], object]] = {
            "first": player.first,
            "back": player.back,
            "forward": player.forward,
            "last": player.last,
            "inside": inside.forward,
            "inside_back": inside.back,
            "into": player.forward,
            "into_back": player.back,
            "ten_back": lambda: player.go_to(player.step - self.page),
            "ten_forward": lambda: player.go_to(player.step + self.page),
            "to_cursor": self._to_cursor,
            "birth": lambda: self.to_birth_of(self._selected()),
            "death": lambda: self._to_end(
                moves.to_death, self._selected(), "notification.no_death"
            ),
        }
        for direction, way in _WAYS.items():
            back = "" if direction > 0 else "_back"
            found |= {
                f"over{back}": partial(self._search, moves.over, direction),
                f"out{back}": partial(self._search, moves.out, direction),
                f"to_breakpoint{back}": partial(self._to_breakpoint, direction),
                f"{way}_change": partial(self._to_change, direction),
                f"{way}_output": partial(self._to_one_of, "output", _with_output, direction),
                f"{way}_exception": partial(
                    self._to_one_of, "exception", _with_exception, direction
                ),
                f"{way}_call": partial(self._to_call, "call", direction),
                f"{way}_return": partial(self._to_call, "return", direction),
            }
        return found

    def _gated(self, key: str, move: Callable[[], object]) -> None:
        """Pause playing and move; an open question blocks forward moves."""
        if key not in _ONWARDS or self.gate():
            self._playback.pause()
            move()

    def _seek(
        self,
        find: Callable[[Recording, int], Search[int | None]],
        missed: str = "",
    ) -> None:
        player = self._player
        self._playback.pause()
        if player.recording is not None and player.step:
            self.seeking.go(find(player.recording, player.step), missed)

    def _search(self, find: Callable[[Cursor, int, int, int], Search[int]], direction: int) -> None:
        self._seek(
            lambda recording, step: find(recording.cursor(), step, recording.steps, direction)
        )

    def _to_one_of(
        self, what: str, steps: Callable[[Recording], Sequence[int]], direction: int
    ) -> None:
        player, recording = self._player, self._player.recording
        if recording is not None:

            def look() -> int | None:
                return beside(steps(recording), player.step, direction)

            self.seeking.arrive(player.read(look, None), f"command.{_WAYS[direction]}_{what}")

    def _to_call(self, what: str, direction: int) -> None:
        """Go to a call of the current function, or to a call's last step."""
        frames = self._player.state.frames
        find = partial(moves.to_call, ends=what == "return")
        if frames:
            self._seek(
                lambda recording, step: find(recording, step, direction, frames[-1]),
                f"command.{_WAYS[direction]}_{what}",
            )

    def _to_breakpoint(self, direction: int) -> None:
        """Go to the nearest breakpoint step in ``direction``, else to that end of the recording.

        Forwards without a recording of the current text, start one: in other environments this key
        runs the program.
        """
        player = self._player
        is_running = self._actions["stop"].isEnabled()
        is_new = player.recording is None or self._lines.differ
        if is_new and direction > 0 and not is_running:
            self._actions["record"].trigger()
        elif player.recording is not None and player.step:
            stops = self._lines.stops
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
        """Go to the next step at the line of the text cursor, else to the previous one."""
        place = self._lines.recorded(self._source.cursor_line)
        missed = "notification.no_step_at_line"
        if place is None:
            self.missed.emit(missed)
        else:
            self._seek(lambda recording, step: moves.to_line(recording, step, place), missed)

    def _to_change(self, direction: int) -> None:
        name, serial = self._picked(), self._selected()
        if name is not None:
            self.to_rebinding_of(name, direction)
        elif serial is None:
            self.missed.emit("notification.nothing_selected")
        else:
            self.to_change_of(serial, direction)

    def to_rebinding_of(self, name: WatchedName, direction: int) -> None:
        """Go to the next or previous step that rebinds a name."""
        self._seek(
            lambda recording, step: moves.to_rebinding(recording, step, direction, name),
            _NEVER_ELSE[direction],
        )

    def to_change_of(self, serial: int, direction: int) -> None:
        """Go to the next or previous step that changes an object."""
        self._seek(
            lambda recording, step: moves.to_change(recording, step, direction, serial),
            _NEVER[direction],
        )

    def to_birth_of(self, serial: int | None) -> None:
        """Go to the step that created an object."""
        self._to_end(moves.to_birth, serial, "notification.no_birth")

    def _to_end(
        self,
        find: Callable[[Recording, int], Search[int | None]],
        serial: int | None,
        missed: str,
    ) -> None:
        if serial is None:
            self.missed.emit("notification.nothing_selected")
        else:
            self._seek(lambda recording, _: find(recording, serial), missed)

    def _stop_playing(self) -> None:
        """Pause the playback at a breakpoint."""
        player = self._player
        step = player.state.step
        if not self._playback.playing or player.recording is None or step is None:
            return
        place = step.file, step.line
        stops = self._lines.stops
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
        # At the newest step of a running program, "last" follows further steps.
        growing = player.is_growing and player.steps > 0
        for keys, leads in (
            (_BACK, before),
            (_AHEAD, after or growing),
            (_ANYWHERE, player.steps > 0),
        ):
            for key in keys:
                self._actions[key].setEnabled(leads)
        self._actions["to_breakpoint"].setEnabled(player.recording is None or player.steps > 0)


def _with_output(recording: Recording) -> Sequence[int]:
    return recording.index.with_output()


def _with_exception(recording: Recording) -> Sequence[int]:
    return recording.steps_with(*RAISING_EVENTS)
