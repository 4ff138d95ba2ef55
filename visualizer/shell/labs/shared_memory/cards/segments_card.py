"""The card of the segments that a run makes, maps, closes and unlinks; live, and replayed."""

from PySide6.QtCore import QTimer, Signal

from visualizer.charts.segment_map import LifeLine, SegmentMap
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.labs.common.amounts import seconds_text
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.shared_memory.figures import RUN_STAGES, Figure, SegmentTimeline
from visualizer.shell.labs.shared_memory.scenes import describe, scene
from visualizer.shell.widgets.controls import Button, labelled

_SHOWN_FIRST = "transferred"
_LOW, _AROUND, _ROW, _MOST_ROWS = 320, 160, 58, 6
"""Pixels: the card's least height, the height around the picture's rows, and of each row; the
number of rows that count."""
_FRAME = 450
"""Milliseconds for which a replay shows a moment."""


class SegmentsCard(Card):
    """Shows a moment of a run; ``moved`` is emitted when the user goes to another moment."""

    moved = Signal()

    def __init__(self, context: LabContext) -> None:
        super().__init__(context.words, "shm.segments")
        words, colours = context.words, THEME.colour
        self.map, self.line = SegmentMap(colours, context.code), LifeLine(colours)
        self.play = Button("icon", "play")
        labelled(self.play, words, "shm.replay")
        self.add_to_head(self.play)
        self.column.addWidget(self.map, 1)
        self.column.addWidget(self.line)
        words.bind(self.map.setAccessibleName, "shm.segments")
        words.bind(self.line.setAccessibleName, "shm.stages_of_run")
        self.run: Figure | None = None
        """The shown run."""
        self._at, self._is_live = 0.0, False
        self._clock = QTimer(self, interval=_FRAME)
        self._clock.timeout.connect(self._play_next)
        self.play.clicked.connect(self._toggle_play)
        self.map.stepped.connect(self.step)
        self.line.stepped.connect(self.step)
        self.line.picked.connect(self._go_to_stage)
        self._draw()

    @property
    def _timeline(self) -> SegmentTimeline:
        return self.run.timeline if self.run is not None else SegmentTimeline()

    @property
    def now(self) -> float | None:
        """The shown moment in seconds since the run began; None while it is live."""
        return None if self._is_live or not self._timeline.times else self._at

    def show_run(self, run: Figure | None, *, is_live: bool) -> None:
        """Show the newest moment of the run that goes on; or a finished run, at its last shown
        moment if it is the same run.
        """
        before, was_live, self.run, self._is_live = self.run, self._is_live, run, is_live
        timeline = self._timeline
        if is_live or was_live or not _is_same(run, before):
            self._clock.stop()
            self._at = timeline.times[-1] if timeline.times else 0.0
            if is_live and run is not None and run.curves:
                self._at = run.curves[0].samples[-1][0]
            elif not is_live:
                self._at = dict(timeline.stages).get(_SHOWN_FIRST, self._at)
        self._draw()

    def step(self, by: int) -> None:
        """Go ``by`` moments forward, or back."""
        times = self._timeline.times
        if times and not self._is_live:
            place = min(range(len(times)), key=lambda n: abs(times[n] - self._at))
            self._go_to(times[max(0, min(len(times) - 1, place + by))])

    def _go_to_stage(self, number: int) -> None:
        at = dict(self._timeline.stages).get(RUN_STAGES[number])
        if at is not None and not self._is_live:
            self._go_to(at)

    def _go_to(self, at: float) -> None:
        self._at = at
        self._draw()
        self.moved.emit()

    def _toggle_play(self) -> None:
        times = self._timeline.times
        if self._clock.isActive():
            self._clock.stop()
        elif times and not self._is_live:
            self._go_to(times[0])
            self._clock.start()
        self._show_playing()

    def _play_next(self) -> None:
        self.step(1)
        if self._at >= self._timeline.times[-1]:
            self._clock.stop()
            self._show_playing()

    def _show_playing(self) -> None:
        self.play.set_symbol("pause" if self._clock.isActive() else "play")

    def _draw(self) -> None:
        words, timeline = self.words, self._timeline
        view = scene(self.run, self._at, words)
        self.map.put(view, describe(view, self._at, words))
        rows = max(len(timeline.segments), len(timeline.processes) - 1)
        self.setMinimumHeight(px(max(_LOW, _AROUND + _ROW * min(rows, _MOST_ROWS))))
        names = [words(f"shm.stage_{stage}") for stage in RUN_STAGES]
        stage = timeline.stage(self._at)
        reached = RUN_STAGES.index(stage) if stage else -1
        last = names[reached] if reached >= 0 else ""
        self.line.put(names, reached, last)
        key = "shm.live" if self._is_live else "shm.replayed"
        was_watched = bool(timeline.times)
        seconds = seconds_text(self._at)
        name = self.run.key if self.run is not None else ""
        self.note.setText(words(key, name=name, seconds=seconds) if was_watched else name)
        self.play.setEnabled(was_watched and not self._is_live)


def _is_same(one: Figure | None, other: Figure | None) -> bool:
    return (one and (one.key, one.timeline)) == (other and (other.key, other.timeline))
