"""The row of the timeline that shows calls as bars, inner calls below outer calls."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from visualizer.model import RAISING_EVENTS, Event, State
from visualizer.shell.appearance.look import THEME, percent
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.timeline.profile_feed import ProfileFeed
from visualizer.shell.timeline.step_slider import EDGE
from visualizer.shell.timeline.thread_rows import Turns, end_threads, turns_of, wait_rows
from visualizer.shell.widgets.controls import Button

if TYPE_CHECKING:
    from visualizer.charts.timeline import CallsPlot
    from visualizer.explain.threads.lock_history import LockWait
    from visualizer.recording import Recording


_ICON = 14


class DepthButtons(QWidget):
    """Two buttons with the number of hidden rows, visible unless that is 0; a click scrolls a row.

    ``scrolled`` carries the number of rows, negative for upwards.
    """

    scrolled = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.above, self.below = (Button("more", f"chevron-{way}") for way in ("up", "down"))
        self._counts = {self.above: 0, self.below: 0}
        for button, rows in ((self.above, -1), (self.below, 1)):
            button.setParent(self)
            button.set_sign_size(_ICON)
            button.setAutoRepeat(True)
            button.clicked.connect(partial(self.scrolled.emit, rows))
        words.changed.connect(self._show)
        self._show()

    def place(self, room: QRect) -> None:
        """Place one button in the upper half of ``room``, the other in the lower half."""
        self.setGeometry(room)
        half = room.height() // 2
        for number, button in enumerate(self._counts):
            button.setGeometry(0, number * half, room.width(), half)

    def show_rows(self, above: int, below: int) -> None:
        """Show the numbers of rows hidden above and below."""
        counts = {self.above: above, self.below: below}
        if counts != self._counts:
            self._counts = counts
            self._show()

    def _show(self) -> None:
        keys = ("timeline.above", "timeline.below")
        for (button, count), key in zip(self._counts.items(), keys, strict=True):
            label = self._words(key, count=count)
            button.set_words(str(count))
            button.setToolTip(label)
            button.setAccessibleName(label)
            button.setVisible(count > 0)


class CallsRow:
    """Shows the calls that ``feed`` reads, and buttons for the hidden rows.

    ``plot`` is None until ``complete``.
    """

    def __init__(self, player: Player, feed: ProfileFeed, words: Words, parent: QWidget) -> None:
        self._player, self._feed, self._words, self._parent = player, feed, words, parent
        self.plot: CallsPlot | None = None
        self.depths = DepthButtons(words, parent)
        self.depths.scrolled.connect(self._scroll)
        self._waits: Sequence[LockWait] = ()
        # The first row of each thread.
        self._rows_above: dict[int, int] = {}

    def complete(self) -> None:
        """Make the plot."""
        from visualizer.charts.timeline import CallsPlot

        self.plot = CallsPlot(THEME.colour, EDGE, self._parent)

    def forget(self) -> None:
        """Forget the waits of threads, for another recording."""
        self._waits = ()

    def clear(self) -> None:
        """Show no calls."""
        from visualizer.charts.spans import Spans

        if self.plot is not None:
            self.plot.show_calls(Spans((), (), ()), str, frozenset())

    def show(self, recording: Recording) -> Turns:
        """Show the calls of a recording; return the turns of its threads."""
        from visualizer.charts.spans import Spans, ended_at, open_until, stacked

        profile, steps = recording.run_profile, recording.steps
        calls = profile.calls
        rows, self._rows_above = stacked(calls.threads, calls.depths)
        nothing: Sequence[int] = ()
        raised = self._player.read(lambda: recording.steps_with(*RAISING_EVENTS), nothing)
        turns = turns_of(profile) if len(self._rows_above) > 1 else ()
        lasts = calls.lasts[:]
        if turns:
            returns = self._player.read(lambda: recording.steps_with(Event.RETURN), nothing)
            end_threads(lasts, calls, turns, frozenset(returns))
        if self.plot is not None:
            spans = Spans(rows, calls.firsts, open_until(lasts, steps))
            name = self._feed.names(signed=len(self._rows_above) > 1)
            self.plot.show_calls(spans, name, ended_at(calls.lasts, raised))
        self.show_waits(self._waits)
        return turns

    def show_waits(self, waits: Sequence[LockWait]) -> None:
        """Hatch the calls of threads while they wait."""
        from visualizer.charts.spans import Spans

        self._waits = waits
        if self.plot is not None:
            placed = wait_rows(self._feed.calls, self._rows_above, waits)
            rows, firsts, lasts = zip(*placed, strict=True) if placed else ((), (), ())
            self.plot.show_waits(Spans(rows, firsts, lasts), self._words("threads.waiting"))

    def show_call_of(self, state: State) -> None:
        """Scroll to the running call."""
        if self.plot is not None:
            step = state.step
            above = self._rows_above.get(step.thread, 0) if step is not None else 0
            row = above + len(state.frames) - 1 if step is not None else 0
            self._show_rows(row + 1 - self.plot.rows_seen)

    def call_at(self, step: int, y: float) -> int | None:
        """Return the number of the call at a step and a height in the timeline, if any."""
        plot = self.plot
        if plot is None or not plot.y() <= int(y) < plot.y() + plot.height():
            return None
        return plot.call_at(step, y - plot.y())

    def place(self, area: QRect, values: int) -> None:
        """Put the plot into ``area``, and the buttons after it, in a column of ``values`` px."""
        if self.plot is not None:
            self.plot.set_scale(percent() / 100)
            self.plot.setGeometry(area)
        self.depths.place(QRect(area.right() + 9, area.y(), values - 16, area.height()))

    def _scroll(self, rows: int) -> None:
        if self.plot is not None:
            self._show_rows(self.plot.rows_above + rows)

    def _show_rows(self, top: int) -> None:
        if self.plot is not None:
            self.plot.show_rows_from(top)
            are_there = bool(self._feed.calls)
            self.depths.show_rows(
                self.plot.rows_above * are_there, self.plot.rows_below * are_there
            )
