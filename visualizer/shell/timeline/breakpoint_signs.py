"""Finds the steps at which going on would stop, for the signs under the timeline's slider."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from visualizer.shell.playback import moves
from visualizer.shell.playback.player import Player
from visualizer.shell.source.breakpoints import Breakpoints
from visualizer.shell.timeline.step_slider import StepSlider

if TYPE_CHECKING:
    from visualizer.recording import Recording

_AT_ONCE, _SLICE, _PAUSE = 0.05, 0.01, 15
"""Seconds of looking, and milliseconds in between: nobody waits for these signs."""


class BreakpointSigns(QObject):
    """Follows breakpoints and recording; a condition is asked at each of its line's steps."""

    def __init__(self, player: Player, breakpoints: Breakpoints, slider: StepSlider) -> None:
        super().__init__(slider)
        self._player, self._breakpoints, self._slider = player, breakpoints, slider
        self._steps: list[int] = []
        self._known = 0
        self._work: Iterator[int] | None = None
        self._has_grown = False
        self._next = QTimer(self, singleShot=True, interval=_PAUSE)
        self._next.timeout.connect(lambda: self._go_on(_SLICE))
        breakpoints.changed.connect(self._begin)
        player.recording_changed.connect(self._begin)
        player.recording_grew.connect(self._grow)

    @property
    def is_complete(self) -> bool:
        """Whether all steps have been looked at."""
        return not self._next.isActive()

    def _begin(self) -> None:
        self._steps, self._known, self._work = [], 0, None
        self._next.stop()
        self._slider.show_stops(())
        self._go_on(_AT_ONCE)

    def _grow(self) -> None:
        self._has_grown = True
        if self.is_complete:
            self._next.start()

    def _go_on(self, seconds: float) -> None:
        recording = self._player.recording
        if recording is None or not self._breakpoints.places:
            return
        if self._work is None:
            self._work, self._has_grown = self._find(recording), False
        work, end, before = self._work, time.monotonic() + seconds, len(self._steps)
        if self._player.read(lambda: _unfinished(work, end), False):
            self._next.start()
        else:
            self._work = None
            if self._has_grown:  # meanwhile, and nobody may tell of it again
                self._next.start()
        if len(self._steps) != before:
            self._slider.show_stops(tuple(sorted(self._steps)))

    def _find(self, recording: Recording) -> Iterator[int]:
        stops, glance = self._breakpoints.stops, recording.glance()
        for reached, found in recording.lines.stretches(stops, self._known, 1):
            for step, place in found:
                if moves.judged(step, stops[place], glance.at) is not None:
                    self._steps.append(step)
                yield step
            self._known = reached
            yield reached


def _unfinished(work: Iterator[int], end: float) -> bool:
    return any(time.monotonic() > end for _ in work)
