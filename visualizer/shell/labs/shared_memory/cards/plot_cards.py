"""The cards with plots: memory over the time of the watched run, and time over size."""

from collections.abc import Callable, Collection, Sequence

from visualizer.charts.lines import Line, Mark, peak
from visualizer.charts.markers import Manner
from visualizer.charts.scales import LinearScale, LogScale
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, size_text, tick_text
from visualizer.shell.labs.common.card import PlotCard
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.shared_memory.figures import KINDS, Curve, Figure
from visualizer.shell.labs.shared_memory.scenes import role_words
from visualizer.shell.widgets.controls import Choice, Segments
from visualizer.shell.widgets.layouts import text_label

_IN_TURN = (
    Manner("s1", "disc"),
    Manner("s2", "square", (6, 3)),
    Manner("s3", "triangle", (2, 2)),
    Manner("s4", "diamond", (8, 3, 2, 3)),
    Manner("ink2", "plus", (1, 2)),
    Manner("s1", "cross", (4, 2), hollow=True),
    Manner("s2", "disc", (3, 2), hollow=True),
    Manner("s3", "square", (5, 2), hollow=True),
    Manner("s4", "triangle", (2, 4), hollow=True),
    Manner("ink2", "diamond", hollow=True),
)
_NAMED = ("loaded", "transferred", "dropped")
"""Stages that the plot names, because memory changes most at them."""
_ROOM = 1.125
"""The height of the plot as a multiple of the peak: the names of stages stand above it."""


class MemoryCard(PlotCard):
    """Draws the memory of a method's run; the user chooses the process."""

    least_height = 230

    def __init__(self, context: LabContext) -> None:
        x = LinearScale(seconds_text, tick_text(seconds_text))
        y = LinearScale(bytes_text, tick_text(bytes_text), _ROOM)
        named = {"x_name": "shm.time", "point": "shm.memory_point"}
        super().__init__(context.words, "shm.memory_title", "", x, y, **named)
        self.plot.right, self.plot.named = 118, peak
        self.choice = Choice()
        self.words.bind(self.choice.setAccessibleName, "shm.process")
        self.add_to_head(self.choice)
        self._curves: tuple[Curve, ...] = ()
        self._stages: Sequence[tuple[str, float]] = ()
        self._process = "all"
        self._now: float | None = None
        self.choice.activated.connect(self._choose)

    def show_run(self, run: Figure | None, now: float | None) -> None:
        """Draw the memory of a run; ``now`` is the replayed moment, in seconds."""
        curves = run.curves if run is not None else ()
        self._curves, self._now = curves, now
        self._stages = run.timeline.stages if run is not None else ()
        processes = [one.process for one in curves]
        if self._process not in processes:
            self._process = "all"
        names = [self._process_name(one) for one in processes]
        if names != [self.choice.itemText(at) for at in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(names)
        if self._process in processes:
            self.choice.setCurrentIndex(processes.index(self._process))
        self.choice.setVisible(len(processes) > 1)
        self.note.setText(self.words("shm.memory_note", name=run.key) if run and curves else "")
        self._draw()

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._curves):
            self._process = self._curves[at].process
            self._draw()

    def _process_name(self, process: str) -> str:
        return self.words("shm.all") if process == "all" else role_words(process, self.words)

    def _draw(self) -> None:
        """Draw the memory of the chosen process, and mark the stages and the shown moment."""
        curve = next((one for one in self._curves if one.process == self._process), None)
        samples = curve.samples if curve is not None else ()
        lines = [
            Line(kind.upper(), manner, tuple((one[0], one[at]) for one in samples))
            for at, (kind, manner) in enumerate(zip(KINDS, _IN_TURN, strict=False), 1)
        ]
        stages = [(stage, at) for stage, at in self._stages if stage in _NAMED]
        marks = [Mark(at, self.words(f"shm.stage_{stage}")) for stage, at in stages]
        if self._now is not None:
            marks.append(Mark(self._now, is_main=True))
        end = max((one[0] for one in samples), default=1.0)
        self.plot.show_lines(lines, (0.0, end), marks=marks)


_TIME, _MEMORY = (LogScale(text, tick_text(text)) for text in (seconds_text, bytes_text))

type Points = dict[str, list[tuple[float, float, Sequence[float] | None]]]
"""By name: the points x, y and the ends of the spread of y, None if it is unknown."""


class SizesCard(PlotCard):
    """A plot of time over size; ``x_text`` formats a size, ``remark`` is the text below."""

    least_height = 280

    def __init__(
        self,
        context: LabContext,
        title: str,
        note: str,
        x_text: Callable[[float], str],
        *,
        x_name: str,
        empty: str,
    ) -> None:
        x = LogScale(x_text, tick_text(x_text), least=1.0)
        names = {"x_name": x_name, "point": "shm.size_point", "empty": empty}
        super().__init__(context.words, title, note, x, _TIME, **names)
        self.plot.right = 128
        self.plot.named = lambda line, y: (line.points[-1], line.key)
        self.remark = text_label("second", wraps=True, margins=(16, 0, 16, 10))
        self.column.addWidget(self.remark)
        self.remark.hide()
        self.repeats: Collection[int] = ()
        """The numbers of repeats of the points."""

    @property
    def has_lines(self) -> bool:
        """Whether the plot has points."""
        return bool(self.plot.drawn)

    def show_points(self, points: Points, crossing: float | None, remark: str) -> None:
        """Draw a line for each name, and mark ``crossing`` on the axis of sizes."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        lines = [
            Line(name, manner, tuple(one[:2] for one in of), tuple(one[2] for one in of))
            for (name, of), manner in zip(points.items(), _IN_TURN, strict=False)
        ]
        xs = sorted({x for line in lines for x, _ in line.points})
        marks = []
        if crossing is not None:
            marks.append(Mark(crossing, f"\u2265 {self.plot.x_scale.text(crossing)}", is_main=True))
        self.plot.show_lines(lines, xs, self.plot.selected, marks=marks)
        self.explain_whiskers(self.repeats)


class GrowthCard(SizesCard):
    """A plot of a whole job over its rows: either its time, or its peak memory."""

    def __init__(self, context: LabContext) -> None:
        keys = {"x_name": "shm.rows_axis", "empty": "shm.no_growth"}
        super().__init__(context, "shm.growth", "shm.growth_note", size_text, **keys)
        self.kind = Segments(2)
        self._both: tuple[Points, Points] = ({}, {})
        self._remark = ""
        self.add_to_head(self.kind)
        self.kind.show_picked(0)
        self.kind.picked.connect(self._show_kind)
        self.kind.name(self.words, ("shm.seconds", "shm.peak"))

    def show_both(self, seconds: Points, memory: Points, remark: str) -> None:
        """Show the points of time or memory, whichever the user has chosen."""
        self._both, self._remark = (seconds, memory), remark
        self._show_kind(int(self.kind.buttons[1].isChecked()))

    def _show_kind(self, at: int) -> None:
        self.plot.y_scale = _MEMORY if at else _TIME
        self.show_points(self._both[at], None, self._remark)
        self.kind.setVisible(any(self._both))
