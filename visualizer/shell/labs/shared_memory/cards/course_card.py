"""Segments as a run makes, maps, closes and unlinks them: while it runs, and again afterwards."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont

from visualizer.charts.life_line import LifeLine
from visualizer.charts.segment_map import SegmentMap
from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.labs.common.amounts import seconds_text
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.shared_memory.course import STAGES, Course
from visualizer.shell.labs.shared_memory.figures import Figure
from visualizer.shell.labs.shared_memory.live import Live
from visualizer.shell.labs.shared_memory.scenes import Watched, scene, told
from visualizer.shell.widgets.controls import Button, labelled

_SHOWN_FIRST = "transferred"
_LOW, _AROUND, _ROW, _MOST_ROWS = 320, 160, 58, 6
"""Pixels: the card's least height, what is around the rows of the picture, and for each of them."""
_FRAME = 450
"""Milliseconds of a moment that is played."""


class CourseCard(Card):
    """``moved`` says that another moment is shown; ``now`` is it, None while it is live."""

    moved = Signal()

    def __init__(self, context: LabContext) -> None:
        super().__init__(context.words, "shm.segments")
        words, colours = context.words, context.theme.colour
        self._words, self._code = words, context.code
        self.map, self.line = SegmentMap(colours, context.code), LifeLine(colours)
        self.play = Button("icon", "play")
        labelled(self.play, words, "shm.replay")
        self.add_to_head(self.play)
        self.column.addWidget(self.map, 1)
        self.column.addWidget(self.line)
        words.bind(self.map.setAccessibleName, "shm.segments")
        words.bind(self.line.setAccessibleName, "shm.stages_of_run")
        self._run = Watched()
        self._at, self._is_live = 0.0, False
        self._clock = QTimer(self, interval=_FRAME)
        self._clock.timeout.connect(self._on)
        self.play.clicked.connect(self._play)
        self.map.stepped.connect(self.step)
        self.line.stepped.connect(self.step)
        self.line.picked.connect(self._go_to_stage)
        self.set_theme(context.theme)
        self.resize_words()

    @property
    def _course(self) -> Course:
        return self._run.course

    @property
    def now(self) -> float | None:
        """Seconds since watching began."""
        return None if self._is_live or not self._course.times else self._at

    def show_live(self, live: Live, figure: Figure | None) -> None:
        """The run that goes on, at its newest moment."""
        self._clock.stop()
        copies = figure.copies if figure is not None else 0
        self._run = Watched(live.key, copies, live.course, live.curves)
        self._is_live, self._at = True, live.at
        self._draw()

    def show_figure(self, figure: Figure | None) -> None:
        """The run of a method that is over, at the moment that was shown of it, if it was."""
        run = Watched()
        if figure is not None:
            run = Watched(figure.key, figure.copies, figure.course, figure.curves)
        course = run.course
        if self._is_live or (run.key, course) != (self._run.key, self._course):
            self._clock.stop()
            reached = dict(course.stages)
            self._at = reached.get(_SHOWN_FIRST, course.times[-1] if course.times else 0.0)
        self._run, self._is_live = run, False
        self._draw()

    def step(self, by: int) -> None:
        """To the moment so many on or back."""
        times = self._course.times
        if times and not self._is_live:
            place = min(range(len(times)), key=lambda n: abs(times[n] - self._at))
            self._go_to(times[max(0, min(len(times) - 1, place + by))])

    def _go_to_stage(self, number: int) -> None:
        at = dict(self._course.stages).get(STAGES[number])
        if at is not None and not self._is_live:
            self._go_to(at)

    def _go_to(self, at: float) -> None:
        self._at = at
        self._draw()
        self.moved.emit()

    def _play(self) -> None:
        times = self._course.times
        if self._clock.isActive():
            self._clock.stop()
        elif times and not self._is_live:
            self._go_to(times[0])
            self._clock.start()
        self._show_playing()

    def _on(self) -> None:
        self.step(1)
        if self._at >= self._course.times[-1]:
            self._clock.stop()
            self._show_playing()

    def _show_playing(self) -> None:
        self.play.set_symbol("pause" if self._clock.isActive() else "play")

    def _draw(self) -> None:
        words, course = self._words, self._course
        view = scene(self._run, self._at, words)
        self.map.put(view, told(view, self._at, words))
        rows = max(len(course.segments), len(course.processes) - 1)
        self.setMinimumHeight(px(max(_LOW, _AROUND + _ROW * min(rows, _MOST_ROWS))))
        names = [words(f"shm.stage_{stage}") for stage in STAGES]
        stage = course.stage(self._at)
        reached = STAGES.index(stage) if stage else -1
        said = names[reached] if reached >= 0 else ""
        self.line.put(names, reached, len(course.stages), said)
        key = "shm.live" if self._is_live else "shm.replayed"
        is_there = bool(course.times)
        seconds = seconds_text(self._at)
        self.note.setText(
            words(key, name=self._run.key, seconds=seconds) if is_there else self._run.key
        )
        self.play.setEnabled(is_there and not self._is_live)

    def speak(self) -> None:
        """In the language of the moment."""
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.map.set_colours(theme.colour)
        self.line.set_colours(theme.colour)
        self.play.set_theme(theme)

    def resize_words(self) -> None:
        """Words are larger or smaller now."""
        font = QFont(self._code)
        font.setPixelSize(px(14))
        self.map.set_code(font)
        self.line.updateGeometry()
        self._draw()
