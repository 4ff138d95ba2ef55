"""Plans the sheets of a recording, and shows that of the step one is at."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.sheet.view import SheetView
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.course.facts import Level
from visualizer.layout.placing import Size
from visualizer.layout.sheet import Sheet
from visualizer.shell.player import Player

CHUNK = 5_000
"""Steps that are planned together: a longer recording is planned part by part."""
_AT_ONCE = 400
"""Steps of a recording that is planned before anything of it is shown."""
_SLICE = 0.008
"""Seconds of planning at a time; events come in between."""
_REST = 150
"""Milliseconds without a further change of size after which sheets are planned for it."""
_USUAL, _LARGEST = 1.6, 2.6


class SheetFeed(QObject):
    """Keeps ``view`` showing the sheet of the player's step, while ``is_shown``.

    What is planned depends on the recording and on the room: a part that is still growing is
    planned again when it has doubled, and when it has ended.
    """

    def __init__(self, player: Player, view: SheetView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._view = player, view
        self._measure = QtMeasure()
        self._level = Level.VALUES
        self._highest = _USUAL
        self.is_shown = False
        self._planned: Sheets | None = None
        self._planned_for: tuple[int, int, bool] | None = None
        self._coming: Sheets | None = None
        self._coming_for: tuple[int, int, bool] | None = None
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._rests = QTimer(self, singleShot=True, interval=_REST)
        self._rests.timeout.connect(self.plan_again)
        view.resized.connect(self._rests.start)
        player.recording_grew.connect(self._grown)

    def begin(self) -> None:
        """Another recording is shown."""
        self._drop()
        self._view.sheets.reset()

    def show_level(self, level: Level) -> None:
        """Draw as much as a level asks for."""
        if level is not self._level:
            self._level = level
            self.plan_again()

    def show_large(self, large: bool) -> None:
        """Let sheets become larger than usual, for a whole room."""
        self._highest = _LARGEST if large else _USUAL
        self.plan_again()

    def measure_again(self) -> None:
        """The fonts are others."""
        self._measure.forget()
        self.plan_again()

    def plan_again(self) -> None:
        """What was planned does not hold any more: the room, the level or the fonts are others."""
        self._rests.stop()
        self._drop()
        self.show_step()

    def shut_down(self) -> None:
        """Plan nothing more."""
        self._timer.stop()
        self._rests.stop()

    def show_step(self) -> None:
        """Show the step that the player is at."""
        player = self._player
        if not self.is_shown or player.recording is None or player.step < 1:
            return
        self._prepare()
        planned = self._planned
        if planned is None:
            return
        sheet = player.read(partial(self._sheet, planned), None)
        if sheet is not None:
            self._view.take_scale(sheet.scale)
            self._view.sheets.show_sheet(sheet)

    def _sheet(self, planned: Sheets) -> Sheet:
        return planned.sheet(self._player.state, self._player.delta)

    def _drop(self) -> None:
        self._timer.stop()
        self._planned = self._coming = self._work = None
        self._planned_for = self._coming_for = None

    @property
    def _wanted(self) -> tuple[int, int, bool]:
        """The first and the last step of the part one is in, and whether it is all there."""
        player = self._player
        first = (player.step - 1) // CHUNK * CHUNK + 1
        last = min(first + CHUNK - 1, player.steps)
        return first, last, player.end is not None or last == first + CHUNK - 1

    def _prepare(self) -> None:
        """Have a plan for the step; begin a better one, if there is more to know by now."""
        wanted, has = self._wanted, self._planned_for
        first, last, is_whole = wanted
        if has is None or has[0] != first or self._player.step > has[1]:
            near = min(last, max(first + _AT_ONCE - 1, self._player.step))
            at_once = self._new_sheets(first, near)
            self._player.read(partial(deque, at_once.planning(), 0), None)
            self._planned, self._planned_for = at_once, (first, near, is_whole and near == last)
            has = self._planned_for
        if wanted in (has, self._coming_for):
            return
        if is_whole or last > 2 * has[1]:
            self._coming, self._coming_for = self._new_sheets(first, last), wanted
            self._work = self._coming.planning()
            self._timer.start(0)

    def _new_sheets(self, first: int, last: int) -> Sheets:
        recording = self._player.recording
        assert recording is not None
        room = self._view.canvas
        return Sheets(
            walk_of(recording, first, last),
            recording.sources,
            self._measure,
            self._level,
            Size(max(room.width(), 200), max(room.height(), 200)),
            highest=self._highest,
        )

    def _grown(self) -> None:
        if self.is_shown and self._planned is not None:
            self._prepare()

    def _go_on(self) -> None:
        """One slice of planning; when it is done, the picture glides to where it now stands."""
        work, until = self._work, perf_counter() + _SLICE
        if work is None:
            self._timer.stop()
            return
        missing = object()
        while perf_counter() < until:
            if self._player.read(partial(next, work, missing), missing) is missing:
                self._timer.stop()
                self._planned, self._planned_for = self._coming, self._coming_for
                self._work = None
                self.show_step()
                return
