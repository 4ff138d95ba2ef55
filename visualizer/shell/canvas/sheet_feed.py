"""Shows the sheet of the player's step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.diagram.view.view import SheetView
from visualizer.diagram.wording.known import Known
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import Scales, Sheets
from visualizer.layout.folding.folds import NOTHING_ASKED
from visualizer.layout.measure import SIZE_OF, TextStyle
from visualizer.layout.sheet import Sheet
from visualizer.shell.canvas.sheet_plans import SheetPlans
from visualizer.shell.playback.player import Player
from visualizer.shell.slices import SlicedTask

if TYPE_CHECKING:
    from visualizer.shell.playback.inside import InsidePlace

_PATIENCE = 0.016
"""Seconds for which the window waits for a picture: too short to notice, enough for most."""
_SLICE = 0.008
"""Seconds of work between events."""
_SETTLED = 150
"""Milliseconds without a further resize after which sheets are planned for the new size."""
_PRESENTED, _LARGEST = 22.0, 2.6
"""The height of a value in a presentation, in pixels; the largest scale for a presentation."""
_LATE = 250
"""Milliseconds after which a picture of an earlier step is faded."""


class _Drawing(NamedTuple):
    """A sheet in progress; ``known`` is the state of its step."""

    task: SlicedTask[Sheet]
    known: Known


class SheetFeed(QObject):
    """Keeps ``view`` showing the sheet of the player's step; emits ``shown`` when it does.

    Planning and drawing run in slices. The window waits up to ``patience`` seconds to read and draw
    a step, and as long as necessary for the first picture of a recording. After that it shows the
    complete earlier picture until the new picture is ready. Only the newest step is drawn; while
    its picture is late, further steps do not make the window wait.
    """

    shown = Signal()

    def __init__(self, player: Player, view: SheetView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._view = player, view
        self.patience = _PATIENCE
        self._plans = SheetPlans(player, view)
        self._asked = NOTHING_ASKED
        self._inside: tuple[int, InsidePlace | None] = (0, None)
        """A step, and where in its line to show it."""
        self._drawing: _Drawing | None = None
        self._is_due = self._is_late = False
        """Whether the step lacks its picture, and whether the window has already waited for it."""
        self._when_shown: Callable[[], None] | None = None
        self._shown_by: Sheets | None = None
        self._was_moved = False
        """Whether the plan in progress lays out everything again."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._continue)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settling.timeout.connect(self.plan_again)
        self._late = QTimer(self, singleShot=True, interval=_LATE)
        self._late.timeout.connect(partial(view.fade, True))
        view.resized.connect(self._settling.start)
        view.sheets.opened.is_listening = True
        view.sheets.opened.changed.connect(self._show_opened)
        player.recording_grew.connect(self._continue_plan)

    def begin(self) -> None:
        """Start with another recording."""
        self._cancel()
        former = self._player.former
        self._view.sheets.opened.begin(former.serial if former is not None else lambda _: None)
        self._asked = self._view.sheets.opened.asked()
        self._view.sheets.reset()

    def show_level(self, level: Level) -> None:
        """Draw the details of ``level``."""
        if level is not self._plans.level:
            self._plans.level = level
            self.plan_again()

    def hide_types(self, types: frozenset[str]) -> None:
        """Draw no objects of these types."""
        self._plans.hidden = types
        self.plan_again()

    def show_selected(self, serial: int) -> None:
        """Never fold this object; 0 selects none."""
        self._asked = self._asked._replace(selected=serial or None)
        self.show_step()

    def _show_opened(self) -> None:
        """Show the step with other opened cards; the room of the former ones is not needed."""
        self._asked = self._view.sheets.opened.asked(self._asked.selected)
        self._view.sheets.forget_room()
        self.show_step()

    def show_inside(self, place: InsidePlace | None) -> None:
        """Show a place in the line of the current step; None shows the step itself."""
        if place != (self._inside[1] if self._inside[0] == self._player.step else None):
            self._inside = self._player.step, place
            self.show_step()

    def scale_text(self, percent: int, *, is_large: bool) -> None:
        """Apply the size of text; in a presentation, fold far objects, not draw small values."""
        usual, large = percent / 100, _PRESENTED / SIZE_OF[TextStyle.PLAIN_VALUE]
        self._view.enlargement = enlargement = max(usual, large) if is_large else usual
        if is_large:
            self._plans.scales = Scales(max(_LARGEST / enlargement, 1))
        else:
            # In a small view, enlarged text may shrink back to the usual size.
            self._plans.scales = Scales(without_room=max(0.7, min(1 / enlargement, 1)))
        self.plan_again()

    def measure_again(self) -> None:
        """Plan with other fonts."""
        self._plans.measure.forget()
        self.plan_again()

    def plan_again(self) -> None:
        """Plan again because the size, the level or the fonts have changed."""
        self._settling.stop()
        self._timer.stop()
        self._cancel_drawing()
        self._plans.drop()
        self._was_moved = self._view.sheets.sheet is not None
        self.show_step()

    def shut_down(self) -> None:
        """Stop planning and drawing."""
        self._cancel()
        self._settling.stop()

    def show_step(self) -> None:
        """Show the player's step as soon as its picture is ready."""
        player = self._player
        if player.recording is None or player.step < 1:
            return
        is_first = self._view.sheets.sheet is None
        self._request()
        if is_first or not self._is_late:
            self._work(inf if is_first else self.patience - player.read_for)
        if self._is_due and not self._is_late:
            self._is_late = True
            self._late.start()

    def finish(self) -> None:
        """Complete the picture of the step now, however long it takes."""
        self._work(inf)

    def when_shown(self, do: Callable[[], None]) -> None:
        """Call ``do`` when the picture of the step is shown; a later call replaces it."""
        if self._is_due:
            self._when_shown = do
        else:
            do()

    @property
    def is_planned(self) -> bool:
        """Whether the plan of the whole part draws the step, and no other plan is due."""
        is_shown = self._shown_by is self._plans.sheets and not self._is_due
        return is_shown and self._plans.is_whole and not self._settling.isActive()

    def _request(self) -> None:
        self._cancel_drawing()
        if self._player.state.step is None:
            # The step could not be read, which the player has reported.
            self._forget_request()
            return
        self._is_due = True
        self._plans.prepare()
        self._timer.start(0)

    def _continue_plan(self) -> None:
        if self._plans.sheets is not None:
            self._plans.prepare()
            self._timer.start(0)

    def _cancel(self) -> None:
        self._timer.stop()
        self._cancel_drawing()
        self._plans.drop()
        self._forget_request()

    def _cancel_drawing(self) -> None:
        if self._drawing is not None:
            self._drawing.task.cancel()
            self._drawing = None

    def _work(self, seconds: float) -> None:
        """Work on the requested picture for ``seconds``."""
        until = perf_counter() + seconds
        while self._is_due and (rest := until - perf_counter()) > 0:
            self._work_slice(rest)

    def _continue(self) -> None:
        self._work_slice(_SLICE)
        if not self._is_due and not self._plans.is_planning:
            self._timer.stop()

    def _work_slice(self, seconds: float) -> None:
        if self._is_due and self._plans.has_step:
            self._draw(seconds)
        elif self._is_due:
            if not self._plans.plan_step(seconds):
                # The player has reported the damage; the earlier picture stays.
                self._forget_request()
        elif self._plans.plan_part(seconds):
            self._request()

    def _draw(self, seconds: float) -> None:
        sheets = self._plans.sheets
        assert sheets is not None
        if self._drawing is None:
            state, delta = self._player.state.copy(), self._player.delta
            step, shown = self._inside
            operands = None
            if shown is not None and step == self._player.step:
                state, delta = shown.moment_in(state)
                operands = shown.operands
            task = SlicedTask(partial(sheets.sheet, state, delta, self._asked, operands))
            self._drawing = _Drawing(task, Known(state, delta, self._plans.level))
        drawing, self._drawing = self._drawing, None
        done = self._player.read(partial(drawing.task.run, seconds), None)
        if done:
            self._show(drawing.task.result, drawing.known, sheets)
        elif done is None:
            self._forget_request()
        else:
            self._drawing = drawing

    def _show(self, sheet: Sheet, known: Known, sheets: Sheets) -> None:
        if self._shown_by is not sheets:
            # Another plan does not need the space of the former plan's sheets.
            self._view.sheets.forget_room()
            self._shown_by = sheets
        self._view.set_scale(sheet.scale)
        self._view.sheets.show_sheet(sheet, known)
        when_shown = self._when_shown
        self._forget_request()
        if self._was_moved:
            self._view.follow(anew=True)
            self._was_moved = self._plans.is_planning
        self.shown.emit()
        if when_shown is not None:
            when_shown()

    def _forget_request(self) -> None:
        self._is_due = self._is_late = False
        self._when_shown = None
        self._late.stop()
        self._view.fade(False)
