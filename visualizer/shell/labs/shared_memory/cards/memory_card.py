"""The card of memory over the time of the watched run, of all processes or of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visualizer.charts.markers import Manner
from visualizer.charts.scales import LinearScale
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, tick_text
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.plot_card import PlotCard
from visualizer.shell.labs.shared_memory.figures import KINDS, Curve
from visualizer.shell.labs.shared_memory.scenes import role_words
from visualizer.shell.widgets.choice import Choice

if TYPE_CHECKING:
    from visualizer.charts.lines import Line
    from visualizer.charts.marked_plots import MemoryPlot

MANNERS = {
    "rss": Manner("s1", "disc"),
    "pss": Manner("s2", "square", (6, 3)),
    "uss": Manner("s3", "triangle", (2, 2)),
}
_NAMED = ("loaded", "transferred", "dropped")
"""Stages that the plot names, because memory changes most at them."""


class MemoryCard(PlotCard["MemoryPlot"]):
    """Draws the memory of a method's run; the user chooses the process."""

    least_height = 230
    x_name = "shm.time"

    def __init__(self, context: LabContext) -> None:
        super().__init__(context.words, "shm.memory_title")
        self.choice = Choice()
        self.words.bind(self.choice.setAccessibleName, "shm.process")
        self.add_to_head(self.choice)
        self._curves: tuple[Curve, ...] = ()
        self._stages: tuple[tuple[str, float], ...] = ()
        self._name, self._process = "", "all"
        self._now: float | None = None
        self._shown: object = None
        self.choice.activated.connect(self._choose)

    def make_plot(self) -> MemoryPlot:
        """Return the plot over the time of the run."""
        from visualizer.charts.marked_plots import MemoryPlot, WithHeadroom

        seconds = LinearScale(seconds_text, tick_text(seconds_text))
        size = WithHeadroom(bytes_text, tick_text(bytes_text))
        return MemoryPlot(THEME.colour, seconds, size)

    def show_curves(
        self,
        name: str,
        curves: tuple[Curve, ...],
        stages: tuple[tuple[str, float], ...],
        now: float | None,
    ) -> None:
        """Draw the curves of method ``name``; ``now`` is the replayed moment, in seconds."""
        shown = (name, curves, stages, now, self.words("shm.all"))
        if shown == self._shown:
            return
        self._shown = shown
        self._name, self._curves, self._stages, self._now = name, curves, stages, now
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
        self.note.setText(self.words("shm.memory_note", name=name) if curves else "")
        self.draw()

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._curves):
            self._process = self._curves[at].process
            self.draw()

    def _process_name(self, process: str) -> str:
        return self.words("shm.all") if process == "all" else role_words(process, self.words)

    def draw(self) -> None:
        """Draw the memory of the chosen process."""
        if self.plot is None:
            return
        from visualizer.charts.lines import Line
        from visualizer.charts.marked_plots import Moment

        curve = next((one for one in self._curves if one.process == self._process), None)
        samples = curve.samples if curve is not None else ()
        lines = [
            Line(kind.upper(), MANNERS[kind], tuple((one[0], one[1 + at]) for one in samples))
            for at, kind in enumerate(KINDS)
        ]
        times = [one[0] for one in samples] or [1.0]
        words = self.words
        moments = [
            Moment(at, words(f"shm.stage_{stage}")) for stage, at in self._stages if stage in _NAMED
        ]
        self.show_lines(lines if samples else [], (0.0, max(times)), None, "")
        self.plot.set_moments(moments, self._now)

    def describe(self, line: Line, at: int) -> str:
        """Describe a point: the kind of memory, the moment, the size."""
        seconds, size = line.points[at]
        return self.words(
            "shm.memory_point", kind=line.key, seconds=seconds_text(seconds), size=bytes_text(size)
        )
