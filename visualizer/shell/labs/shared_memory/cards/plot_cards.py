"""The card of memory over the time of the watched run, of all processes or of one."""

from visualizer.charts.lines import Line, Mark, peak
from visualizer.charts.markers import Manner
from visualizer.charts.scales import LinearScale
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, tick_text
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.plot_card import PlotCard
from visualizer.shell.labs.shared_memory.figures import KINDS, Curve, Figure
from visualizer.shell.labs.shared_memory.scenes import role_words
from visualizer.shell.widgets.controls import Choice

MANNERS = {
    "rss": Manner("s1", "disc"),
    "pss": Manner("s2", "square", (6, 3)),
    "uss": Manner("s3", "triangle", (2, 2)),
}
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
        self._stages: tuple[tuple[str, float], ...] = ()
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
            Line(kind.upper(), MANNERS[kind], tuple((one[0], one[1 + at]) for one in samples))
            for at, kind in enumerate(KINDS)
        ]
        stages = [(stage, at) for stage, at in self._stages if stage in _NAMED]
        marks = [Mark(at, self.words(f"shm.stage_{stage}")) for stage, at in stages]
        if self._now is not None:
            marks.append(Mark(self._now, is_main=True))
        end = max((one[0] for one in samples), default=1.0)
        self.plot.show_lines(lines, (0.0, end), marks=marks)
