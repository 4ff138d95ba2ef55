"""The page of the streaming lab."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visualizer.labs.streaming.growth import SIZES
from visualizer.labs.streaming.styles import (
    COUNT,
    STYLES,
    line_that_waits,
    small_program,
    style,
)
from visualizer.shell.appearance.look import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import host_line, message_texts, size_text
from visualizer.shell.labs.common.card import Card, make_row
from visualizer.shell.labs.common.code_card import CodeCard
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.figures_table import FiguresTable
from visualizer.shell.labs.common.lab_controls import (
    LabControls,
    Option,
    PickSeveral,
    ValueChoice,
    ValueSegments,
)
from visualizer.shell.labs.common.page import LabPage
from visualizer.shell.labs.common.results import Report
from visualizer.shell.labs.common.saving import table_of
from visualizer.shell.labs.streaming.figures import (
    ENDLESS,
    FILE,
    NUMBERS,
    SHAPE,
    TASKS,
    Found,
    read,
)
from visualizer.shell.labs.streaming.lines import (
    GROWTH_COLUMNS,
    STREAM_COLUMNS,
    columns_of_words,
    table_lines,
    titles,
)
from visualizer.shell.labs.streaming.plots import Plots, sign_pixmap
from visualizer.shell.labs.streaming.verdict import compared_pair, verdict
from visualizer.shell.widgets.controls import Segments
from visualizer.shell.widgets.layouts import in_column, in_row, text_label

LARGEST = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
"""The largest sizes on offer; a run always begins with the smallest of ``SIZES``."""
REPEATS = (1, 3, 5, 7, 11)
_TASKS = {NUMBERS: "stream.numbers", FILE: "stream.file", ENDLESS: "stream.endless"}
"""Keys of words for the tasks."""
_VARIATIONS = ("list-comprehension", "numpy")
"""Styles that start unchosen: their lines in the plots would cover those of similar styles."""


class Controls(LabControls):
    """The controls of the lab."""

    def __init__(self, bar: ControlBar, words: Words) -> None:
        super().__init__(bar, words)
        self.task = ValueSegments(_TASKS, words)
        self.largest = ValueChoice(LARGEST, SIZES[-1], _sizes_text)
        self.repeats = ValueChoice(REPEATS, 3)
        self.styles = {task: PickSeveral(_options(task), words, "lab.chosen") for task in TASKS}
        holder = QWidget()
        in_row(holder, *self.styles.values())
        for picker in self.styles.values():
            words.bind(picker.setAccessibleName, "stream.styles")
            picker.picked.connect(self.changed)
        self.add("task", "stream.task", self.task)
        self.add("largest", "stream.largest", self.largest)
        self.add("repeats", "lab.repeats", self.repeats)
        bar.add(words, "stream.styles", holder)
        self.refine(active=False)

    def refine(self, *, active: bool) -> None:
        """Show the styles of the task, and disable the controls that it does not use."""
        task = self.task.value
        for key, picker in self.styles.items():
            picker.setVisible(key == task)
        for box in (self.largest, self.repeats):
            box.setEnabled(not active and task != ENDLESS)

    @property
    def sizes(self) -> list[int]:
        """The sizes of a run, each ten times the one before."""
        sizes = [SIZES[0]]
        while sizes[-1] < self.largest.value:
            sizes.append(10 * sizes[-1])
        return sizes

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        task = self.task.value
        settings: dict[str, Any] = {"task": task, "styles": list(self.styles[task].chosen)}
        if task == ENDLESS:
            return settings
        return {**settings, "sizes": self.sizes, "repeats": self.repeats.value}

    def choose(self, settings: dict[str, Any]) -> None:
        """Choose the known values."""
        super().choose(settings)
        if settings.get("task") in TASKS:
            self.styles[self.task.value].choose(settings.get("styles"))
        sizes = settings.get("sizes")
        if isinstance(sizes, list) and sizes:
            self.largest.choose(sizes[-1])


def _sizes_text(largest: int) -> str:
    return f"{size_text(SIZES[0])} … {size_text(largest)}"


def _options(task: str) -> list[Option]:
    return [
        Option(one.key, one.absent(), one.key not in _VARIATIONS)
        for one in STYLES
        if task == ENDLESS or one.reads == (task == FILE)
    ]


_FIRST = "generator"
_LEAST = 230
"""Pixels: the least height of code and results, at the usual text size."""


class ResultsCard(Card):
    """The card, with ``sizes`` and ``buttons`` beside its title."""

    def __init__(self, words: Words, sizes: QWidget, *buttons: QWidget) -> None:
        super().__init__(words, "lab.results")
        self._sizes, self._buttons = sizes, buttons
        self._below = QHBoxLayout()
        self._is_below = False
        self.add_to_head(sizes, *buttons)
        self.column.addLayout(self._below)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the title with the buttons, or of the sizes below them."""
        height = super().minimumSizeHint().height()
        return QSize(max(self._width(*self._buttons), self._width(self._sizes)), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the card for its new width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange the card when its widgets change their sizes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        below = self._width(self._sizes, *self._buttons) > self.width()
        if below == self._is_below:
            return
        self._is_below = below
        (self.head if below else self._below).removeWidget(self._sizes)
        if below:
            self._below.addWidget(self._sizes)
        else:
            self.head.insertWidget(self.head.indexOf(self._buttons[0]), self._sizes)
        self._below.setContentsMargins(*((16, 0, 10, 6) if below else (0, 0, 0, 0)))

    def _width(self, *widgets: QWidget) -> int:
        """Return the width of the title with ``widgets`` beside it."""
        margins, spacing = self.head.contentsMargins(), self.head.spacing()
        around = margins.left() + margins.right() + spacing * (len(widgets) + 1) + 2
        beside = sum(one.sizeHint().width() for one in widgets)
        title = self.title.sizeHint().width()
        return around + title + beside


class StreamingPage(LabPage):
    """The page; plots, table and code share the selected style, and the table shows one size."""

    lab = "streaming"
    shape = SHAPE
    work = ("task",)
    controls: Controls
    _sizes: tuple[int, ...]

    def __init__(self, context: LabContext) -> None:
        super().__init__(context)
        words = self.words
        self.selected, self.size_at = _FIRST, 0
        self.controls = Controls(self.bar, words)
        self.plots = Plots(words)
        self.code = CodeCard(
            replace(context, open_program=self._open_program),
            "stream.code",
            "stream.open_hint",
            lambda key: small_program(style(key)),
            copy=self.saving.copy_text,
        )
        words.bind(self.code.choice.setAccessibleName, "stream.style")
        self.table_view = FiguresTable(context.code, wraps=True, wide="last", sign=sign_pixmap)
        words.bind(self.table_view.setAccessibleName, "lab.results")
        self.sizes, self._sizes = Segments(0), ()
        words.bind(self.sizes.setAccessibleName, "stream.n")
        self.host = text_label("caption", wraps=True, margins=(16, 8, 16, 10))
        self._lay_out_body()
        self.plots.picked.connect(self._pick)
        self.table_view.picked.connect(self.select)
        self.code.picked.connect(self.select)
        self.sizes.picked.connect(lambda at: self._pick(self.selected, self._sizes[at]))
        self.finish_bar()

    def _lay_out_body(self) -> None:
        results = ResultsCard(self.words, self.sizes, self.saving.copy, self.saving.save)
        results.column.addWidget(self.table_view, 1)
        results.column.addWidget(self.host)
        results.setMinimumHeight(px(_LEAST))
        self.code.setMinimumHeight(px(_LEAST))
        plots, below = self.plots, make_row({"code": self.code, "results": results}, (4, 7))
        in_column(self.body, (plots.growth, 6), (plots.endless, 6), (below, 7), spacing=12)

    def _open_program(self, text: str) -> bool:
        """Open a program and record it at once, unless the user keeps the current one."""
        opened = self.context.open_program(text)
        if opened:
            self.context.run.trigger()
        return opened

    # ---- methods of every lab ----

    @property
    def found(self) -> Found:
        """The figures of the shown run; before the first run only the chosen task."""
        report = self.results.report
        return read(report) if report is not None else Found(self.controls.task.value)

    def progress_text(self) -> str:
        """Return which style is measured at which size."""
        results, words = self.results, self.words
        if not results.current:
            return words("lab.starting")
        if items := results.last.get("items"):
            doing = "stream.tracing" if results.last.get("trace") else "stream.timing"
            return words(doing, style=results.current, items=size_text(items))
        return words("stream.serving", style=results.current)

    def verdict_sentences(self) -> tuple[str, ...]:
        """Return the verdict in words."""
        return message_texts(verdict(self.found, is_whole=self.results.is_whole), self.words)

    def run_summary(self, report: Report) -> str:
        """Return the task, sizes and styles of a run."""
        found, words = read(report), self.words
        styles = ", ".join(found.styles)
        if found.task == ENDLESS or not found.sizes:
            return words("stream.run_endless", styles=styles)
        sizes = f"{size_text(found.sizes[0])} … {size_text(found.sizes[-1])}"
        return words("stream.run_growth", sizes=sizes, styles=styles)

    def show_results(self) -> None:
        """Show the current results."""
        found, words = self.found, self.words
        styles = found.styles or self.controls.styles[found.task].chosen
        if self.selected not in styles:
            self.selected = _FIRST if _FIRST in styles else styles[-1]
        self._show_sizes(found.sizes, self._size(found))
        self.plots.show(found, self.selected)
        self._show_code(styles)
        earlier = read(self.compared) if self.compared is not None else None
        lines = table_lines(found, self._size(found), words, earlier)
        named = titles(found, words, compared=earlier is not None)
        # The plot shows the memory of a stream too.
        self.table_view.spare = (3,) if found.task == ENDLESS else columns_of_words(found)
        self.table_view.texts = (0, *columns_of_words(found))
        self.table_view.show_lines(lines, named, self.selected)
        self.host.setText(self._host_text())

    def _show_code(self, styles: Sequence[str]) -> None:
        """Offer the styles, and show the code of the selected one with the line that waits."""
        words, code = self.words, style(self.selected).source
        remark = words("stream.small", count=str(COUNT))
        self.code.offer(styles)
        self.code.text.marked = line_that_waits(code)
        self.code.text.note = words("stream.waits_here")
        self.code.show_code(self.selected, words("stream.code"), code, remark, can_open=True)
        self.code.text.viewport().update()

    def _show_sizes(self, sizes: tuple[int, ...], shown: int) -> None:
        """Offer ``sizes``, and check the button of ``shown``."""
        if sizes != self._sizes:
            self._sizes = sizes
            self.sizes.have(len(sizes) if len(sizes) > 1 else 0)
            for button, items in zip(self.sizes.buttons, sizes, strict=False):
                button.setText(size_text(items))
        self.sizes.setVisible(bool(self.sizes.buttons))
        if self.sizes.buttons and shown in sizes:
            self.sizes.show_picked(sizes.index(shown))

    def _size(self, found: Found) -> int:
        """Return the size for the table: the chosen one, else the largest with a comparison."""
        if self.size_at in found.sizes:
            return self.size_at
        pair = compared_pair(found)
        measured = [one.items for one in found.figures if one.total is not None]
        return pair[1].items if pair else max(measured, default=max(found.sizes, default=0))

    def _host_text(self) -> str:
        text = host_line(self.results.report, self.words)
        summed = [one for one in self.found.figures if one.checksum]
        if summed:
            same = len({one.checksum for one in summed}) == len({one.items for one in summed})
            key = "stream.sums_alike" if same else "stream.sums_differ"
            text += f"  \u00b7  {self.words(key)}"
        return text

    def select(self, key: str) -> None:
        """Select a style everywhere."""
        self._pick(key, 0)

    def _pick(self, key: str, items: int) -> None:
        self.selected = key
        if items:
            self.size_at = items
        self.show_results()

    def table(self, report: Report) -> list[list[object]]:
        """Return a row for each style and size, in seconds and bytes."""
        is_endless = report["settings"]["task"] == ENDLESS
        return table_of(report["results"], STREAM_COLUMNS if is_endless else GROWTH_COLUMNS)

    def pictures(self) -> list[QWidget]:
        """Return the plots."""
        return self.plots.pictures

    @property
    def panes(self) -> list[QWidget]:
        """The controls, plots, code and table."""
        return [*super().panes, *self.plots.all, self.code.text, self.table_view]
