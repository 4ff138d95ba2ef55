"""Finds the steps at which breakpoints stop, for the signs below the timeline's slider."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from visualizer.shell.playback import moves
from visualizer.shell.playback.player import Player
from visualizer.shell.slices import Slices
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.source.recorded_lines import RecordedLines
from visualizer.shell.timeline.step_slider import StepSlider

if TYPE_CHECKING:
    from visualizer.explain.conditions import Condition
    from visualizer.recording import Recording
    from visualizer.shell.source.breakpoints import Place

_AT_ONCE, _SLICE, _PAUSE = 0.05, 0.01, 15
"""Seconds of work at once and in a slice; milliseconds between slices."""


class BreakpointSigns(QObject):
    """Follows breakpoints and recording; it evaluates a condition at each step of its line."""

    def __init__(
        self, player: Player, source: SourcePane, lines: RecordedLines, slider: StepSlider
    ) -> None:
        super().__init__(slider)
        self._player, self._lines, self._slider = player, lines, slider
        self._stops: dict[Place, Condition | None] = {}
        self._steps: list[int] = []
        self._known = 0
        self._has_grown = False
        self._slices = Slices(self, player.read, pause=_PAUSE)
        for signal in (self._slices.paused, self._slices.changed):
            signal.connect(self._show)
        source.breakpoints.changed.connect(self._begin)
        source.edited.connect(self._edited)
        player.recording_changed.connect(self._begin)
        player.recording_grew.connect(self._grow)

    @property
    def is_complete(self) -> bool:
        """Whether the search has visited all steps."""
        return not self._slices.busy

    def _begin(self) -> None:
        self._slices.stop()
        self._stops = self._lines.stops
        self._steps, self._known = [], 0
        self._slider.show_stops(())
        self._look(_AT_ONCE)
        self._show()

    def _edited(self) -> None:
        if self._stops != self._lines.stops:
            self._begin()

    def _grow(self) -> None:
        self._has_grown = True
        if self.is_complete:
            self._look()

    def _look(self, at_once: float | None = None) -> None:
        recording = self._player.recording
        if recording is not None and self._stops:
            self._has_grown = False
            work = self._find(recording)
            self._slices.begin(work, self._look_again, seconds=_SLICE, at_once=at_once)

    def _look_again(self, _: None) -> None:
        if self._has_grown:  # in the meantime; the signal may not come again
            self._look()

    def _show(self, *_: object) -> None:
        if len(self._steps) != len(self._slider.stops):
            self._slider.show_stops(tuple(sorted(self._steps)))

    def _find(self, recording: Recording) -> Generator[int]:
        stops, peeked = self._stops, recording.peek()
        for reached, found in recording.lines.stretches(stops, self._known, 1):
            for step, place in found:
                if moves.judged(step, stops[place], peeked.at) is not None:
                    self._steps.append(step)
                yield step
            self._known = reached
            yield reached
