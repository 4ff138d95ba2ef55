"""The page of the shared-memory lab."""

from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from visualizer.labs.report import describe_host
from visualizer.labs.shared_memory.methods.registry import DEFAULT, METHODS
from visualizer.shell.labs.common.amounts import bytes_text, message_texts
from visualizer.shell.labs.common.card import CardGrid, Places
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.lab_controls import (
    LabControls,
    Option,
    PickSeveral,
    ValueChoice,
    count_field,
    repeats_text,
)
from visualizer.shell.labs.common.page import LabPage
from visualizer.shell.labs.common.results import Report
from visualizer.shell.labs.common.saving import table_of
from visualizer.shell.labs.shared_memory.cards.all_cards import Cards
from visualizer.shell.labs.shared_memory.figures import SHAPE, Figure, Found, read, read_row
from visualizer.shell.labs.shared_memory.lines import CSV_COLUMNS
from visualizer.shell.labs.shared_memory.options import Options
from visualizer.shell.labs.shared_memory.verdict import compared_pair, verdict
from visualizer.shell.widgets.controls import Button
from visualizer.shell.widgets.layouts import in_column

REPEATS = (None, 1, 3, 5, 6, 8, 12)
"""Numbers of repeats; None repeats until the interval is narrow enough."""
MOST_FILES, MOST_ROWS, MOST_WORKERS = 64, 500_000_000, 64
_ROW_BYTES = 26


class Controls(LabControls):
    """The controls of the lab."""

    def __init__(self, bar: ControlBar, context: LabContext, owner: QWidget) -> None:
        super().__init__(bar, context.words)
        words = self.words
        options = [Option(one.key, one.absent(), one.key in DEFAULT) for one in METHODS]
        self.methods = PickSeveral(options, words, "lab.chosen")
        self.files, self.rows = count_field(MOST_FILES, 2), count_field(MOST_ROWS, 200_000)
        workers = count_field(MOST_WORKERS, 2)
        self.rows.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.options = Options(context, owner)
        self.more = Button("plain", "settings-2")
        self.add("methods", "shm.methods", self.methods)
        self.add("files", "shm.files", self.files)
        self.add("rows", "shm.rows", self.rows)
        self.add("workers", "shm.workers", workers)
        self.add("repeats", "lab.repeats", ValueChoice(REPEATS, 5, repeats_text(words)))
        bar.add(words, "shm.more", self.more)
        self.refine(active=False)
        self.options.changed.connect(self.take_change)
        self.more.clicked.connect(self.options.bring_up)

    def speak(self) -> None:
        """Write the values in the current language."""
        super().speak()
        self.options.speak()
        self.refine(active=False)

    def refine(self, *, active: bool) -> None:
        """Disable numbers that the user's own files decide; summarize the other options."""
        own = bool(self.options.sources)
        for field in (self.files, self.rows):
            field.setEnabled(not own and not active)
        self.options.refine(active=active)
        self.more.set_words(self._options_text())
        self.more.setEnabled(True)

    def _options_text(self) -> str:
        """Return the options that change the figures most: reader, own files, compression."""
        chosen = self.options.chosen
        parts = [chosen["reader"]]
        if chosen["sources"]:
            parts.append(self.words("shm.own_files", n=len(chosen["sources"])))
        if chosen["layout"]["compression"] != "none":
            parts.append(chosen["layout"]["compression"])
        return " \u00b7 ".join(parts)

    @property
    def too_much(self) -> str:
        """Why this machine has too little memory for any method; empty if it may have enough."""
        if self.options.sources:
            return ""
        chosen = super().chosen
        payload = _ROW_BYTES * chosen["files"] * chosen["rows"]
        memory = describe_host().memory_bytes
        if not memory or payload < memory:
            return ""
        return self.words("shm.too_much", rows=bytes_text(payload), memory=bytes_text(memory))

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings, for the runner."""
        return {**super().chosen, **self.options.chosen}

    def choose(self, settings: dict[str, Any]) -> None:
        """Choose the known values."""
        super().choose(settings)
        self.options.show_chosen(settings)


_FIRST = "shm-process"


_COLUMNS = 12

WIDE: Places = {
    "stages": (0, 0, 7),
    "memory": (0, 7, 5),
    "segments": (1, 0, 5),
    "leaks": (1, 5, 3),
    "file": (1, 8, 4),
    "sweep": (2, 0, 6),
    "growth": (2, 6, 6),
    "results": (3, 0, 7),
    "code": (3, 7, 5),
    "findings": (4, 0, 12),
}
MIDDLE: Places = {
    "stages": (0, 0, 7),
    "memory": (0, 7, 5),
    "segments": (1, 0, 12),
    "leaks": (2, 0, 6),
    "file": (2, 6, 6),
    "sweep": (3, 0, 6),
    "growth": (3, 6, 6),
    "results": (4, 0, 12),
    "code": (5, 0, 12),
    "findings": (6, 0, 12),
}
NARROW: Places = {key: (row, 0, _COLUMNS) for row, key in enumerate(WIDE)}
_DOING = {
    "table": "shm.doing_tables",
    "limits": "shm.doing_limits",
    "ready": "shm.doing_starting",
    "size": "shm.doing_sweep",
    "growth": "shm.doing_growth",
    "reader": "shm.doing_growth",
    "killed": "shm.doing_killed",
    "file": "shm.doing_file",
    "over": "shm.doing_over",
}
"""Keys of the words for the progress, by the last event."""


class SharedMemoryPage(LabPage):
    """The page; all cards share the selected method, and show the watched run as it goes."""

    lab = "shared-memory"
    shape = SHAPE
    work = ("files", "rows", "workers", "reader", "scheduler", "sources", "layout")
    controls: Controls

    def __init__(self, context: LabContext) -> None:
        super().__init__(context)
        self.selected = _FIRST
        self.live: Figure | None = None
        """The run that is being watched, as far as it has come."""
        self._chosen_by_user = False
        self._found: Found | None = None
        self.controls = Controls(self.bar, context, self)
        self.cards = Cards(context, self.saving)
        self._body = CardGrid(self.cards.by_name, ((1240, WIDE), (860, MIDDLE), (0, NARROW)))
        for column in range(_COLUMNS):
            self._body.grid.setColumnStretch(column, 1)
            self._body.grid.setColumnMinimumWidth(column, 1)
        in_column(self.body, self._body)
        self.cards.picked.connect(self.select)
        self.cards.segments.moved.connect(self._show_memory)
        self.results.began.connect(self._forget)
        self.results.changed.connect(self._read_again)
        self.finish_bar()
        buttons = self.history_button, self.run_button, self.cancel_button
        for one, other in pairwise((*self.bar.controls, *buttons, *self.cards.in_order)):
            QWidget.setTabOrder(one, other)

    def _read_again(self) -> None:
        watched = self.results.last.get("watched")
        self.live = read_row(watched) if watched and self.run.active else None
        self._found = None

    def _forget(self) -> None:
        self.live, self._chosen_by_user = None, False

    # ---- methods of every lab ----

    @property
    def found(self) -> Found:
        """The figures of the shown run, read once for each event."""
        if self._found is None:
            self._found = read(self.results.report)
        return self._found

    def start(self) -> None:
        """Run the lab if this machine has enough memory for the settings, and its file a folder."""
        words, reason = self.words, self.controls.too_much
        if reason and not self.run.active:
            self.notification.show_words(lambda: (words("shm.not_run"), reason), blinks=True)
            return
        try:
            self.controls.options.make_folder()
        except OSError as error:
            self.saving.show_not_stored(error)
            return
        super().start()

    def progress_text(self) -> str:
        """Return the current task of the run, in words."""
        results, words = self.results, self.words
        doing, name = results.doing, results.current
        key = _DOING.get(doing, "")
        if key:
            return words(key, name=name)
        row = results.row(name)
        if row is None:
            return words("lab.starting")
        if self.live is not None:
            return words("shm.doing_watched", name=name)
        return words("lab.doing", name=name, repeat=str(max(1, len(row["repeats"]))))

    def verdict_sentences(self) -> tuple[str, ...]:
        """Return the verdict in words."""
        return message_texts(verdict(self.found, is_whole=self.results.is_whole), self.words)

    def run_summary(self, report: Report) -> str:
        """Return the size and the methods of a run."""
        found, words = read(report), self.words
        payload = max((one.payload for one in found.figures), default=0.0)
        methods = ", ".join(found.keys)
        return words("shm.run_line", size=bytes_text(payload), methods=methods)

    def show_results(self) -> None:
        """Show the current results."""
        found, active = self.found, self.run.active
        keys = found.keys or self.controls.methods.chosen
        if self.selected not in keys:
            self.selected = _FIRST if _FIRST in keys else keys[0]
        if not self._chosen_by_user:
            self._select_method(found, keys)
        output = self.controls.options.output_path
        self.cards.show_found(found, self.selected, self.results, output, active=active)
        self.cards.show_compared(found, self.compared, self.selected)
        has_findings = bool(found.scripts) and not self._body.is_presented
        self._body.cards["findings"].setVisible(has_findings)
        self._show_segments(found)

    def _select_method(self, found: Found, keys: tuple[str, ...]) -> None:
        """Select the method that is being watched, else the one that the verdict is about.

        A run that is cancelled earlier shows the last method that was watched to the end.
        """
        pair, watched = compared_pair(found), [one.key for one in found.figures if one.curves]
        if self.live is not None and self.live.key in keys:
            self.selected = self.live.key
        elif pair is not None:
            self.selected = pair[0].key
        elif watched and self.selected not in watched:
            self.selected = watched[-1]

    def _show_segments(self, found: Found) -> None:
        """Show the segments of the run that is being watched, else of the selected method."""
        is_live = self.live is not None and self.live.key == self.selected
        run = self.live if is_live else found.of(self.selected)
        self.cards.segments.show_run(run, is_live=is_live)
        self._show_memory()

    def _show_memory(self) -> None:
        self.cards.memory.show_run(self.cards.segments.run, self.cards.segments.now)

    def select(self, key: str) -> None:
        """Select a method everywhere."""
        self.selected, self._chosen_by_user = key, True
        self.show_results()

    def table(self, report: Report) -> list[list[object]]:
        """Return a row for each method."""
        return table_of(report["results"], CSV_COLUMNS)

    def pictures(self) -> list[QWidget]:
        """Return the charts and the picture of segments."""
        return self.cards.pictures

    def shut_down(self) -> None:
        """End the processes, before the window closes."""
        super().shut_down()
        self.cards.file.shut_down()

    @property
    def panes(self) -> list[QWidget]:
        """The controls and the parts of the cards."""
        return [*super().panes, *self.cards.panes]
