"""The cards of time over size: of a transfer, and of a whole job, which may show memory too."""

from collections.abc import Callable

from visualizer.charts.lines import Line, Mark
from visualizer.charts.markers import Manner
from visualizer.charts.scales import LogScale
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, tick_text
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.plot_card import PlotCard
from visualizer.shell.widgets.controls import Segments
from visualizer.shell.widgets.layouts import text_label

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
_TIME, _MEMORY = (LogScale(text, tick_text(text)) for text in (seconds_text, bytes_text))

type Points = dict[str, list[tuple[float, float]]]


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

    @property
    def has_lines(self) -> bool:
        """Whether the plot has points."""
        return bool(self.plot.drawn)

    def show_points(self, points: Points, crossing: float | None, remark: str) -> None:
        """Draw a line for each name, and mark ``crossing`` on the axis of sizes."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        lines = [
            Line(name, manner, tuple(of))
            for (name, of), manner in zip(points.items(), MANNERS, strict=False)
        ]
        xs = sorted({x for line in lines for x, _ in line.points})
        marks = []
        if crossing is not None:
            marks.append(Mark(crossing, f"\u2265 {self.plot.x_scale.text(crossing)}", is_main=True))
        self.plot.show_lines(lines, xs, self.plot.selected, marks=marks)


class GrowthCard(SizesCard):
    """A plot of a whole job over its rows: either its time, or its peak memory."""

    def __init__(self, context: LabContext) -> None:
        keys = {"x_name": "shm.rows_axis", "empty": "shm.no_growth"}
        super().__init__(context, "shm.growth", "shm.growth_note", rows_text, **keys)
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


def rows_text(rows: float) -> str:
    """Format a number of rows, as in 200,000."""
    return f"{rows:,.0f}"
