"""The cards of time over size: of a transfer, and of a whole job, which may show memory too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from visualizer.charts.markers import Manner
from visualizer.charts.scales import LogScale
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, tick_text
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.plot_card import PlotCard
from visualizer.shell.widgets.controls import Segments
from visualizer.shell.widgets.layouts import text_label

if TYPE_CHECKING:
    from visualizer.charts.lines import Line
    from visualizer.charts.marked_plots import SizesPlot

MANNERS = (
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

type Points = dict[str, list[tuple[float, float]]]


class SizesCard(PlotCard["SizesPlot"]):
    """A plot of time over size; ``x_text`` formats a size, ``remark`` is the text below."""

    least_height = 280

    def __init__(
        self,
        context: LabContext,
        title: str,
        note: str,
        empty: str,
        *,
        x_name: str,
        x_text: Callable[[float], str],
    ) -> None:
        super().__init__(context.words, title, note, empty)
        self.x_name, self._x_text = x_name, x_text
        self._y_text: Callable[[float], str] = seconds_text
        self._points: Points = {}
        self._crossing: float | None = None
        self.empty.setWordWrap(True)
        self.remark = text_label("second", wraps=True, margins=(16, 0, 16, 10))
        self.column.addWidget(self.remark)
        self.remark.hide()

    @property
    def has_lines(self) -> bool:
        """Whether the plot has points."""
        return self.plot is not None and any(self._points.values())

    def make_plot(self) -> SizesPlot:
        """Return the plot over sizes."""
        from visualizer.charts.marked_plots import SizesPlot

        return SizesPlot(THEME.colour, *self._scales)

    @property
    def _scales(self) -> tuple[LogScale, LogScale]:
        x = LogScale(self._x_text, tick_text(self._x_text), least=1.0)
        return x, LogScale(self._y_text, tick_text(self._y_text))

    def show_points(self, points: Points, crossing: float | None, remark: str) -> None:
        """Draw a line for each name, and mark ``crossing`` on the axis of sizes."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        if (points, crossing) != (self._points, self._crossing):
            self._points, self._crossing = points, crossing
            self.draw()

    def draw(self) -> None:
        """Draw the points."""
        self.empty.setVisible(not any(self._points.values()))
        if self.plot is None:
            return
        from visualizer.charts.lines import Line

        lines = [
            Line(name, manner, tuple(points))
            for (name, points), manner in zip(self._points.items(), MANNERS, strict=False)
        ]
        xs = sorted({x for points in self._points.values() for x, _ in points})
        self.plot.crossing = self._crossing
        self.plot.set_scales(*self._scales)
        self.show_lines(lines, xs, None, self.plot.selected)

    def describe(self, line: Line, at: int) -> str:
        """Describe a point: the name, the size, the value."""
        x, y = line.points[at]
        return self.words(
            "shm.size_point", name=line.key, size=self._x_text(x), value=self._y_text(y)
        )


class GrowthCard(SizesCard):
    """A plot of a whole job over its rows: either its time, or its peak memory."""

    def __init__(self, context: LabContext) -> None:
        self.kind = Segments(2)
        keys = "shm.growth", "shm.growth_note", "shm.no_growth"
        super().__init__(context, *keys, x_name="shm.rows_axis", x_text=rows_text)
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
        self._y_text = bytes_text if at else seconds_text
        self.show_points(self._both[at], None, self._remark)
        self.kind.setVisible(any(self._both))


def rows_text(rows: float) -> str:
    """Format a number of rows, as in 200,000."""
    return f"{rows:,.0f}"
