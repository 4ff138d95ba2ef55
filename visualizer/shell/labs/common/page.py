"""The page of a lab: the bar of controls, the verdict, and the lab's own contents."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from visualizer.charts.chart import Chart
from visualizer.charts.row_chart import RowChart
from visualizer.charts.segment_map import SegmentMap
from visualizer.labs.history import History
from visualizer.labs.reading import Shape
from visualizer.shell.appearance.look import sized
from visualizer.shell.labs.common.card import Card, CardGrid, VerdictCard
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.control_bar import ControlBar, LabProgress, RunButtons
from visualizer.shell.labs.common.history_window import HistoryWindow
from visualizer.shell.labs.common.lab_controls import LabControls
from visualizer.shell.labs.common.results import LabResults, LabRun, Report, Row
from visualizer.shell.labs.common.saving import Saving
from visualizer.shell.notifications.notification import Action, Notification
from visualizer.shell.widgets.layouts import in_column, rule, text_label
from visualizer.shell.widgets.pane import Pane

_CODE = 14
"""Pixels of names in the charts at the usual text size."""
_SOON = 80
"""Milliseconds for which events are collected before the page shows them."""


class LabPage(Pane):
    """Base of the labs' pages: run, cancel, progress, verdict, earlier runs, saving.

    A page puts its ``controls`` into ``bar``, its contents into ``body``, calls ``finish_bar``, and
    implements the abstract methods; ``show_results`` is called whenever there is more to show.
    ``lab`` is the command line's name, ``shape`` that of the reports that the page can show.
    ``work`` are the settings that have to be equal for two runs to be compared.
    """

    lab = ""
    shape: Shape = None
    work: tuple[str, ...] = ()
    controls: LabControls

    def __init__(self, context: LabContext) -> None:
        super().__init__("lab")
        self.context, self.words = context, context.words
        self.history = History(context.folder / self.lab, self.shape)
        self.run = LabRun(self)
        self.results = LabResults(self.run)
        self.bar = ControlBar()
        self.notification = Notification("loss", self.words)
        self.verdict = VerdictCard()
        self.body = QWidget()
        self.progress = LabProgress(self.results, self.words)
        self.done = text_label("second")
        self._buttons = buttons = RunButtons(self, context)
        self.run_button, self.cancel_button = buttons.run, buttons.cancel
        self.history_button = buttons.history
        self.saving = Saving(self)
        self.compared: Report | None = None
        self._history_window: HistoryWindow | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._lay_out()

    # ---- what differs between labs ----

    def progress_text(self) -> str:
        """Return the current task of the run, in words."""
        raise NotImplementedError

    def verdict_sentences(self) -> tuple[str, ...]:
        """Return the main result in a sentence, and further sentences."""
        raise NotImplementedError

    def run_summary(self, report: Report) -> str:
        """Describe an earlier run on one line, without its date."""
        raise NotImplementedError

    def show_results(self) -> None:
        """Show the current ``results``, compared with ``compared`` if that is not None."""
        raise NotImplementedError

    def table(self, report: Report) -> list[list[object]]:
        """Return the rows of a CSV file; the first row has the names of the columns."""
        raise NotImplementedError

    def pictures(self) -> list[QWidget]:
        """Return the plots for a picture of the run, from top to bottom."""
        return []

    # ---- the parts around the contents ----

    def _lay_out(self) -> None:
        words = self.words
        inside = QWidget()
        in_column(inside, self.verdict, (self.body, 1), margins=(16, 12, 16, 16), spacing=12)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        said = self.notification, self.saving.notification
        in_column(self, self.bar, rule(), *said, (self.area, 1), spacing=0)
        self._buttons.start_asked.connect(self.start)
        self._buttons.cancel_asked.connect(self.run.cancel)
        self.history_button.clicked.connect(self.open_history)
        words.changed.connect(self.speak)
        self.results.began.connect(self._begin)
        self.results.changed.connect(self._show_soon)
        self.results.ended.connect(self._end)
        self._soon.timeout.connect(self.show_now)

    def finish_bar(self) -> None:
        """Add progress and buttons after the controls; the page calls it once, when it is built."""
        self.controls.changed.connect(self.show_now)
        self.bar.add_end(self.progress, 3)
        self.bar.add_end(self.done, 1)
        before = self.bar.last_stop
        for button in (self.history_button, self.run_button, self.cancel_button):
            self.bar.add_end(button)
            self.setTabOrder(before, button)
            before = button
        last = next(filter(None, map(self.history.load, self.history.entries())), None)
        if last is not None:
            self.show_run(last)
        self._resize_parts()
        self.speak()

    # ---- a run ----

    def start(self) -> None:
        """Run the lab with the settings of the controls, once no other lab runs."""
        if self.run.active:
            return
        self.notification.hide()
        self.saving.notification.hide()
        other = self.context.running()
        if other is not None:
            self._offer_to_stop(other)
            return
        self.compared = None
        self.results.begin(self.lab, self.controls.chosen)

    def _offer_to_stop(self, other: LabPage) -> None:
        """Ask whether to end the run of another lab: two at once would slow each other down."""
        words, once = self.words, Qt.ConnectionType.SingleShotConnection
        name = f"command.page_{other.lab.replace('-', '_')}"

        def stop() -> None:
            other.results.ended.connect(self.start, once)
            other.run.cancel()

        offer = Action(lambda: words("lab.stop_and_run"), stop, "primary", "play")
        other.results.ended.connect(partial(self.notification.withdraw, offer), once)
        self.notification.show_words(
            lambda: (words("lab.other_runs", lab=words(name)), words("lab.one_at_a_time")), offer
        )

    def _begin(self) -> None:
        had_focus = self.run_button.hasFocus()
        self.show_now()
        if had_focus:
            self.cancel_button.setFocus()

    def _end(self) -> None:
        had_focus = self.cancel_button.hasFocus()
        results, words = self.results, self.words
        if results.report is not None and any(map(has_figures, results.rows)):
            report = {**results.report, "whole": results.is_whole}
            try:
                self.history.keep(report)
            except OSError as error:
                self.saving.show_not_stored(error)
            self._buttons.count(self.history)
        # Last, since it matters more than a report that could not be kept.
        if results.fault:
            self.notification.show_words(
                lambda: (words("lab.failed"), words.finished(results.fault))
            )
        self.show_now()
        if had_focus:
            self.run_button.setFocus()

    def show_run(self, report: Report) -> None:
        """Show an earlier run, and set the controls to its settings."""
        if not self.run.active:
            self.controls.show_chosen(report["settings"])
            self.results.show(report, is_whole=is_whole(report))
            self.show_now()

    def compare(self, report: Report | None) -> None:
        """Compare the run with an earlier one; None ends the comparison."""
        own, words = self.results.report, self.words
        self.compared = report
        self.notification.hide()
        if report is not None and own is not None:
            pairs = ((own["settings"].get(key), report["settings"].get(key)) for key in self.work)
            if not is_whole(report) or any(one != other for one, other in pairs):
                line = self.run_line
                self.notification.show_words(lambda: (words("lab.compared_other"), line(report)))
        self.show_now()

    def run_line(self, report: Report) -> str:
        """Describe an earlier run, and say so if it is partial."""
        line = self.run_summary(report)
        return line if is_whole(report) else f"{line}, {self.words('lab.partial')}"

    def open_history(self) -> None:
        """Open the window of earlier runs."""
        if self._history_window is None:
            self._history_window = HistoryWindow(self)
            # The window reads all runs, and some may be invalid.
            self._buttons.count(self.history)
        self._history_window.bring_up()

    # ---- showing ----

    def _show_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def show_now(self) -> None:
        """Show the current state of the run, without delay."""
        self._soon.stop()
        active, words = self.run.active, self.words
        self.bar.enable(not active)
        self.controls.refine(active=active)
        self._buttons.show_active(active)
        self.progress.setVisible(active)
        self.done.setVisible(not active)
        if active:
            doing = words("lab.cancelling") if self.run.cancelled else self.progress_text()
            self.progress.show_doing(doing)
        self.done.setText(self._state_text())
        self.verdict.show_sentences(*self.verdict_sentences())
        self.saving.enable(not active and self.results.report is not None)
        self.show_results()
        self.bar.fit()

    def _state_text(self) -> str:
        results = self.results
        if results.report is None or self.run.active:
            return ""
        if results.is_whole:
            return self.words("lab.whole")
        if not any(map(has_figures, results.rows)):
            # The notification describes a fault.
            return "" if results.fault else self.words("lab.cancelled")
        return self.words("lab.broken_off" if results.fault else "lab.cut_short")

    def speak(self) -> None:
        """Show everything in the current language."""
        self.controls.speak()
        self._buttons.name()
        self._buttons.count(self.history)
        self.show_now()

    def resize_words(self) -> None:
        """Follow the current text size."""
        self._resize_parts()
        self.show_now()

    def _resize_parts(self) -> None:
        for card in self.findChildren(Card):
            card.resize_words()
        for chart in self.findChildren(Chart):
            if isinstance(chart, RowChart | SegmentMap):
                chart.set_code(sized(self.context.code, _CODE))
        self.bar.fit()
        for grid in self.findChildren(CardGrid):
            grid.fit()

    @property
    def panes(self) -> list[QWidget]:
        """The widgets that the command "next pane" goes through."""
        button = self.cancel_button if self.run.active else self.run_button
        return [*self.bar.controls[:1], button]

    def shut_down(self) -> None:
        """End the processes, before the window closes."""
        self.run.shut_down()
        self.saving.shut_down()


def is_whole(report: Report) -> bool:
    """Whether a saved run was measured to its end."""
    return report.get("whole", True) is True


def has_figures(row: Row) -> bool:
    """Whether a row of results has measurements: of repeats, a stream, or a printed script."""
    return any(row.get(key) for key in ("cpu_seconds", "repeats", "samples", "findings"))
