"""The card of memory over the time of the watched run, of all processes or of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from visualizer.charts.markers import Manner
from visualizer.charts.scales import LinearScale
from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import percent, px
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, tick_text
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.shared_memory.figures import KINDS, Curve
from visualizer.shell.labs.shared_memory.roles import role_words
from visualizer.shell.widgets.choice import Choice

if TYPE_CHECKING:
    from visualizer.charts.lines import Line
    from visualizer.charts.memory_plot import MemoryPlot

MANNERS = {
    "rss": Manner("s1", "disc"),
    "pss": Manner("s2", "square", (6, 3)),
    "uss": Manner("s3", "triangle", (2, 2)),
}
_HEIGHT = 230
_NAMED = ("loaded", "transferred", "dropped")
"""Stages that the plot names, because memory changes most at them."""


class MemoryCard(Card):
    """Draws the memory of a method's run; the user chooses the process."""

    def __init__(self, context: LabContext) -> None:
        super().__init__(context.words, "shm.memory_title")
        self._words, self._theme = context.words, context.theme
        self.choice = Choice()
        self._words.bind(self.choice.setAccessibleName, "shm.process")
        self.add_to_head(self.choice)
        self.plot: MemoryPlot | None = None
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("words", "second")
        self._words.bind(self._empty.setText, "lab.no_rows")
        self.column.addWidget(self._empty, 1)
        self._curves: tuple[Curve, ...] = ()
        self._stages: tuple[tuple[str, float], ...] = ()
        self._name, self._process = "", "all"
        self._now: float | None = None
        self._shown: object = None
        self.choice.activated.connect(self._choose)
        self.resize_words()

    def complete(self) -> None:
        """Create the plot."""
        from visualizer.charts.memory_plot import MemoryPlot, WithHeadroom

        if self.plot is None:
            seconds = LinearScale(seconds_text, tick_text(seconds_text))
            size = WithHeadroom(bytes_text, tick_text(bytes_text))
            self.plot = MemoryPlot(self._theme.colour, seconds, size)
            self.column.addWidget(self.plot, 1)
            self.resize_words()
            self.speak()

    def show_curves(
        self,
        name: str,
        curves: tuple[Curve, ...],
        stages: tuple[tuple[str, float], ...],
        now: float | None,
    ) -> None:
        """Draw the curves of method ``name``; ``now`` is the replayed moment, in seconds."""
        shown = (name, curves, stages, now, self._words("shm.all"))
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
        self.note.setText(self._words("shm.memory_note", name=name) if curves else "")
        self._draw()

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._curves):
            self._process = self._curves[at].process
            self._draw()

    def _process_name(self, process: str) -> str:
        return self._words("shm.all") if process == "all" else role_words(process, self._words)

    def _draw(self) -> None:
        if self.plot is None:
            return
        from visualizer.charts.lines import Line
        from visualizer.charts.memory_plot import Moment

        curve = next((one for one in self._curves if one.process == self._process), None)
        samples = curve.samples if curve is not None else ()
        lines = [
            Line(kind.upper(), MANNERS[kind], tuple((one[0], one[1 + at]) for one in samples))
            for at, kind in enumerate(KINDS)
        ]
        times = [one[0] for one in samples] or [1.0]
        words = self._words
        moments = [
            Moment(at, words(f"shm.stage_{stage}")) for stage, at in self._stages if stage in _NAMED
        ]
        self.plot.show_lines(lines if samples else [], (0.0, max(times)), None, "")
        self.plot.set_moments(moments, self._now)
        self.plot.setVisible(bool(samples))
        self._empty.setVisible(not samples)

    def speak(self) -> None:
        """Show everything in the current language."""
        if self.plot is not None:
            words = self._words
            self.plot.set_words(words("shm.memory_title"), words("shm.time"), self._describe_point)
            self._shown = None
        self.show_curves(self._name, self._curves, self._stages, self._now)

    def _describe_point(self, line: Line, at: int) -> str:
        seconds, size = line.points[at]
        return self._words(
            "shm.memory_point", kind=line.key, seconds=seconds_text(seconds), size=bytes_text(size)
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of ``theme``."""
        self._theme = theme

    def resize_words(self) -> None:
        """Follow the current text size."""
        self.setMinimumHeight(px(_HEIGHT))
        if self.plot is not None:
            self.plot.set_zoom(percent())
