"""Plans the sheets of a recording, and shows that of the step one is at."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.view.view import SheetView
from visualizer.diagram.wording.known import Known
from visualizer.layout.composing.sheets import PART, USUAL, Scales, Sheets, part_of, walk_of
from visualizer.layout.course.facts import Level
from visualizer.layout.placing import Size
from visualizer.layout.sheet import Sheet
from visualizer.shell.playback.player import Player

_NEAR = 40
"""Steps that are planned at once where the plan of the whole part is still to come."""
_AT_ONCE = 0.08
"""Seconds for which that plan is waited for before anything is shown."""
_SLICE = 0.008
"""Seconds of planning at a time; events come in between."""
_REST = 150
"""Milliseconds without a further change of size after which sheets are planned for it."""


class SheetFeed(QObject):
    """Keeps ``view`` showing the sheet of the player's step.

    What is planned depends on the recording and on the room. The plan of a part is made in slices
    beside other work; until it is there the steps that follow are planned by themselves, so that
    something is seen at once. A part that is still growing is planned again when it has doubled,
    and when it has ended.
    """

    def __init__(self, player: Player, view: SheetView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._view = player, view
        self._measure = QtMeasure()
        self._level = Level.VALUES
        self._scales = USUAL
        self._hidden: frozenset[str] = frozenset()
        self._selected: int | None = None
        self._planned: Sheets | None = None
        self._planned_for: tuple[int, int, bool] | None = None
        self._coming: Sheets | None = None
        self._coming_for: tuple[int, int, bool] | None = None
        self._work: Iterator[None] | None = None
        self._is_elsewhere = False
        """Whether what is planned will have everything stand in another room."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._rests = QTimer(self, singleShot=True, interval=_REST)
        self._rests.timeout.connect(self.plan_again)
        view.resized.connect(self._rests.start)
        player.recording_grew.connect(self._grown)

    def begin(self) -> None:
        """Another recording is shown."""
        self._drop()
        self._selected = None
        self._view.sheets.reset()

    def show_level(self, level: Level) -> None:
        """Draw as much as a level asks for."""
        if level is not self._level:
            self._level = level
            self.plan_again()

    def hide_types(self, types: frozenset[str]) -> None:
        """Draw no objects of these types."""
        self._hidden = types
        self.plan_again()

    def show_selected(self, serial: int) -> None:
        """Fold anything but this object; 0: nothing is selected."""
        self._selected = serial or None
        self.show_step()

    def limit_scale(self, scales: Scales) -> None:
        """Let sheets become so large, times what all text is enlarged by."""
        self._scales = scales
        self.plan_again()

    def measure_again(self) -> None:
        """The fonts are others."""
        self._measure.forget()
        self.plan_again()

    def plan_again(self) -> None:
        """What was planned does not hold any more: the room, the level or the fonts are others."""
        self._rests.stop()
        self._drop()
        self._view.sheets.forget_room()
        self.show_step()
        self._view.follow(anew=True)
        self._is_elsewhere = self._work is not None

    def shut_down(self) -> None:
        """Plan nothing more."""
        self._timer.stop()
        self._rests.stop()

    def show_step(self) -> None:
        """Show the step that the player is at."""
        player = self._player
        if player.recording is None or player.step < 1:
            return
        self._prepare()
        planned = self._planned
        if planned is None:
            return
        sheet = player.read(partial(self._sheet, planned), None)
        if sheet is not None:
            self._view.take_scale(sheet.scale)
            self._view.sheets.show_sheet(sheet, Known(player.state, player.delta, self._level))

    def _sheet(self, planned: Sheets) -> Sheet:
        return planned.sheet(self._player.state, self._player.delta, self._selected)

    def _drop(self) -> None:
        self._stop()
        self._planned = self._planned_for = None

    @property
    def _wanted(self) -> tuple[int, int, bool]:
        """The first and the last step of the part one is in, and whether it is all there."""
        player = self._player
        first, last = part_of(player.steps, player.step)
        return first, last, player.end is not None or last == first + PART - 1

    def _prepare(self) -> None:
        """Have a plan for the step, at first a short one; begin a better one, if there is one."""
        wanted, coming = self._wanted, self._coming_for
        if coming is not None and coming[0] != wanted[0]:
            self._stop()
            coming = None
        if coming is None and self._is_better(wanted):
            self._coming, self._coming_for = self._new_sheets(*wanted[:2]), wanted
            self._work = self._coming.planning()
            self._timer.start(0)
        if not self._is_covered:
            self._plan(_AT_ONCE)
        if not self._is_covered:
            near = self._player.step, min(self._player.step + _NEAR - 1, wanted[1])
            planned = self._new_sheets(*near)
            self._player.read(partial(deque, planned.planning(), 0), None)
            self._show_by(planned, (*near, False))

    @property
    def is_planned(self) -> bool:
        """Whether the plan of the whole part is there that one is in, and no other is due."""
        return self._planned_for == self._wanted and not self._rests.isActive()

    @property
    def _is_covered(self) -> bool:
        has = self._planned_for
        return has is not None and has[0] <= self._player.step <= has[1]

    def _is_better(self, wanted: tuple[int, int, bool]) -> bool:
        """Whether a plan of a part would know more than there is; of one that grows, much more."""
        has = self._planned_for
        if has == wanted:
            return False
        if has is None or has[0] != wanted[0] or not self._is_covered:
            return True
        return wanted[2] or wanted[1] - wanted[0] > 2 * (has[1] - has[0])

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
            scales=self._scales,
            hidden=self._hidden,
        )

    def _grown(self) -> None:
        if self._planned is not None:
            self._prepare()

    def _go_on(self) -> None:
        """One slice of planning; when it is done, the picture glides to where it now stands."""
        if self._plan(_SLICE):
            self.show_step()
            if self._is_elsewhere:
                self._view.follow(anew=True)
                self._is_elsewhere = False

    def _plan(self, seconds: float) -> bool:
        """Plan for so long; whether the plan is there now."""
        work, until = self._work, perf_counter() + seconds
        if work is None:
            self._timer.stop()
            return False
        missing = object()
        while perf_counter() < until:
            if self._player.read(partial(next, work, missing), missing) is missing:
                self._show_by(self._coming, self._coming_for)
                self._stop()
                return True
        return False

    def _show_by(self, planned: Sheets | None, part: tuple[int, int, bool] | None) -> None:
        """Have another plan: what sheets took by the one before is not kept free any more."""
        self._planned, self._planned_for = planned, part
        self._view.sheets.forget_room()

    def _stop(self) -> None:
        self._timer.stop()
        self._coming = self._coming_for = self._work = None
