"""Plans the sheets of a recording, part by part, in slices of time."""

from functools import partial
from time import thread_time
from typing import NamedTuple

from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.view.view import SheetView
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.attempts import USUAL
from visualizer.layout.composing.sheets import PART, Sheets, Start, part_of, walk_of
from visualizer.layout.placing import Size
from visualizer.shell.playback.player import Player
from visualizer.shell.slices import SlicedTask

_NEAR, _MOST_NEAR = 8, 64
"""Number of nearby steps planned ahead of a part's plan: the first time, and at most."""
_SHORT = 1_000
"""The number of steps of a part that may be planned before anything is shown."""
_ALONE = 0.08
"""Seconds of work on such a short part before nearby steps are planned instead.

It is processor time: a loaded machine must not show other pictures.
"""
_MIN_SIDE = 200
"""The least width and height in pixels for which sheets are planned."""


class Part(NamedTuple):
    """Steps that are planned together; ``is_all``: the part will get no more steps."""

    first: int
    last: int
    is_all: bool

    def has(self, step: int) -> bool:
        """Whether the part contains a step."""
        return self.first <= step <= self.last


class _Plan:
    """A plan in progress; when it is done, ``sheets`` draws the steps of ``part``."""

    def __init__(self, sheets: Sheets, part: Part) -> None:
        self.sheets, self.part = sheets, part
        self._task = SlicedTask(sheets.plan)
        self._spent = 0.0

    @property
    def seconds_alone(self) -> float:
        """The seconds that remain to plan only this part."""
        is_short = self.part.last - self.part.first < _SHORT
        return _ALONE - self._spent if is_short else 0.0

    def run(self, seconds: float) -> bool:
        """Continue for ``seconds``; return whether it is done. Raises ``DamagedRecording``."""
        begin = thread_time()
        try:
            return self._task.run(seconds)
        finally:
            self._spent += thread_time() - begin

    def cancel(self) -> None:
        self._task.cancel()


class SheetPlans:
    """Holds the plan for the player's step, and better plans in progress.

    A plan depends on the recording and the size of ``view``. If the plan of a whole part takes
    long, a few steps from the player's step on are planned alone. A growing part is planned again
    when it has doubled, and when it is complete.
    """

    def __init__(self, player: Player, view: SheetView) -> None:
        self._player, self._view = player, view
        self.measure = QtMeasure()
        self.level = Level.VALUES
        self.scales = USUAL
        self.hidden: frozenset[str] = frozenset()
        self.sheets: Sheets | None = None
        """Draws the planned steps."""
        self._planned: Part | None = None
        self._whole: _Plan | None = None
        self._near: _Plan | None = None
        self._unreadable: Part | None = None

    @property
    def is_planning(self) -> bool:
        """Whether the plan of a whole part is in progress."""
        return self._whole is not None

    @property
    def is_whole(self) -> bool:
        """Whether the player's whole part is planned."""
        return self._planned == self._wanted

    @property
    def has_step(self) -> bool:
        """Whether the player's step is planned."""
        return self._planned is not None and self._planned.has(self._player.step)

    def drop(self) -> None:
        """Cancel and forget all plans."""
        self._cancel_near()
        self._cancel_whole()
        self.sheets = self._planned = self._unreadable = None

    def prepare(self) -> None:
        """Start the plan that the player's step needs; cancel plans for other places."""
        wanted = self._wanted
        if self._whole is not None and self._whole.part.first != wanted.first:
            self._cancel_whole()
        if self._near is not None and not self._near.part.has(self._player.step):
            self._cancel_near()
        if self._whole is None and self._is_better(wanted):
            self._whole = self._new_plan(wanted)

    def plan_step(self, seconds: float) -> bool:
        """Plan the player's step for ``seconds``; return False if the recording is damaged there.

        A short part is planned as a whole, unless planning takes long.
        """
        whole, step = self._whole, self._player.step
        if whole is not None and whole.part.has(step) and whole.seconds_alone > 0:
            self.plan_part(min(seconds, whole.seconds_alone))
            return True
        if self._near is None:
            last = min(step + self._steps_near(step) - 1, self._wanted.last)
            self._near = self._new_plan(Part(step, last, is_all=False))
        near, self._near = self._near, None
        done = self._player.read(partial(near.run, seconds), None)
        if done:
            self._use(near)
        elif done is False:
            self._near = near
        return done is not None

    def plan_part(self, seconds: float) -> bool:
        """Plan the whole part for ``seconds``; return whether the plan is ready now."""
        whole, self._whole = self._whole, None
        if whole is None:
            return False
        done = self._player.read(partial(whole.run, seconds), None)
        if done:
            self._cancel_near()
            self._use(whole)
        elif done is None:
            self._unreadable = whole.part
        else:
            self._whole = whole
        return bool(done)

    def _steps_near(self, step: int) -> int:
        """Return the number of steps to plan near ``step``; it doubles while the user steps on."""
        planned = self._planned
        if planned is None or step != planned.last + 1:
            return _NEAR
        return max(_NEAR, min(2 * (step - planned.first), _MOST_NEAR))

    @property
    def _wanted(self) -> Part:
        player = self._player
        first, last = part_of(player.steps, player.step)
        return Part(first, last, player.end is not None or last == first + PART - 1)

    def _is_better(self, wanted: Part) -> bool:
        """Whether a plan of ``wanted`` covers more steps; for a growing part, twice as many."""
        planned = self._planned
        if wanted in (planned, self._unreadable):
            return False
        if planned is None or planned.first != wanted.first or not self.has_step:
            return True
        return wanted.is_all or wanted.last - wanted.first > 2 * (planned.last - planned.first)

    def _new_plan(self, part: Part) -> _Plan:
        player, room = self._player, self._view.canvas
        recording, delta = player.recording, player.delta
        assert recording is not None
        start = None
        if part.first == player.step and delta is not None:
            start = Start(player.state.copy(), delta)
        sheets = Sheets(
            walk_of(recording, part.first, part.last, start),
            recording.sources,
            self.measure,
            self.level,
            Size(max(room.width(), _MIN_SIDE), max(room.height(), _MIN_SIDE)),
            scales=self.scales,
            hidden=self.hidden,
            is_brief=part != self._wanted,
        )
        return _Plan(sheets, part)

    def _use(self, plan: _Plan) -> None:
        self.sheets, self._planned = plan.sheets, plan.part

    def _cancel_near(self) -> None:
        if self._near is not None:
            self._near.cancel()
            self._near = None

    def _cancel_whole(self) -> None:
        if self._whole is not None:
            self._whole.cancel()
            self._whole = None
