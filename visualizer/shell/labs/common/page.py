"""The page of a lab: controls above, then what the numbers say, then what the lab itself shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from visualizer.diagram.themes import Theme
from visualizer.labs.history import Entry, History
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.history_window import HistoryWindow
from visualizer.shell.labs.common.lab_run import LabRun
from visualizer.shell.labs.common.progress import LabProgress
from visualizer.shell.labs.common.results import LabResults, Report
from visualizer.shell.labs.common.run_buttons import RunButtons
from visualizer.shell.labs.common.saving import Saving
from visualizer.shell.labs.common.told_page import ToldPage
from visualizer.shell.labs.common.verdict_card import VerdictCard
from visualizer.shell.notifications.notification import Band

_SOON = 80
"""Milliseconds that events may wait to be shown together."""


class LabPage(ToldPage):
    """Base of the labs' pages: run, cancel, progress, verdict, earlier runs, saving.

    A page puts its controls into ``bar``, what it shows into ``body``, calls ``finish_bar``, and
    says the rest by the methods of ``ToldPage``. Plots that are slow to import come by
    ``complete``; ``show_results`` is called whenever there is more to show.
    """

    def __init__(self, context: LabContext) -> None:
        super().__init__()
        self.context, self.words = context, context.words
        self.theme = context.theme
        self.history = History(context.folder / self.lab)
        self.run = LabRun(self)
        self.results = LabResults(self.run, self.key_of)
        self.bar = ControlBar()
        self.band = Band("loss", self.words)
        self.verdict = VerdictCard(self.theme)
        self.body = QWidget()
        self.progress = LabProgress(self.results, self.words)
        self.done = QLabel()
        self._buttons = buttons = RunButtons(self, context)
        self.run_button, self.cancel_button = buttons.run, buttons.cancel
        self.history_button = buttons.history
        self.saving = Saving(self)
        self.compared: Report | None = None
        self._history_window: HistoryWindow | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._lay_out()

    # ---- the frame around it ----

    def _lay_out(self) -> None:
        words = self.words
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("lab", "true")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.verdict)
        column.addWidget(self.body, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.bar, _rule(), self.band):
            whole.addWidget(widget)
        whole.addWidget(self.area, 1)
        self.done.setProperty("words", "second")
        self._buttons.start_asked.connect(self.start)
        self._buttons.cancel_asked.connect(self.cancel)
        self.history_button.clicked.connect(self.open_history)
        words.changed.connect(self.speak)
        self.results.began.connect(self._begin)
        self.results.changed.connect(self._later)
        self.results.ended.connect(self._end)
        self._soon.timeout.connect(self.show_now)

    def finish_bar(self) -> None:
        """Put progress and buttons behind the controls; called once by the page, when built."""
        self.bar.close_controls()
        self.bar.add_end(self.progress, 3)
        self.bar.add_end(self.done, 1)
        for button in (self.history_button, self.run_button, self.cancel_button):
            self.bar.add_end(button)
        last = next(filter(None, map(self.earlier, self.history.entries())), None)
        if last is not None:
            self.show_run(last)
        self.set_theme(self.theme)
        self.speak()

    # ---- a run ----

    def start(self) -> None:
        """Run with what the controls ask for."""
        if not self.run.active:
            self.band.hide()
            self.compared = None
            self.results.begin(self.lab, self.settings())

    def cancel(self) -> None:
        """End the run; what was found so far stays."""
        self.run.cancel()

    def _begin(self) -> None:
        had_focus = self.run_button.hasFocus()
        self.show_now()
        if had_focus:
            self.cancel_button.setFocus()

    def _end(self) -> None:
        had_focus = self.cancel_button.hasFocus()
        results, words = self.results, self.words
        if results.fault:
            self.band.show_words(
                lambda: (words("lab.failed"), words.finished(results.fault)),
            )
        if results.report is not None and any(self.has_numbers(row) for row in results.rows):
            report = {**results.report, "whole": results.is_whole}
            try:
                self.history.keep(report)
            except OSError as error:
                self.saving.say_failed(self.history.folder, error)
            self._buttons.count(len(self.history.entries()))
        self.show_now()
        if had_focus:
            self.run_button.setFocus()

    def show_run(self, report: Report) -> None:
        """Show an earlier run and set the controls as they were for it."""
        if not self.run.active:
            self.show_settings(report["settings"])
            self.results.show(report, is_whole=report.get("whole", True) is True)
            self.show_now()

    def earlier(self, entry: Entry) -> Report | None:
        """An earlier run; None where its file is damaged."""
        report = self.history.load(entry)
        return report if report is not None and self.is_own(report) else None

    def compare(self, report: Report | None) -> None:
        """Show the run beside an earlier one, or with None alone."""
        self.compared = report
        self.show_now()

    def open_history(self) -> None:
        """Show earlier runs, to be looked at again or compared."""
        if self._history_window is None:
            self._history_window = HistoryWindow(self)
        self._history_window.show()
        self._history_window.activateWindow()

    # ---- showing ----

    def _later(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def show_now(self) -> None:
        """Show what there is, at once."""
        self._soon.stop()
        active, words = self.run.active, self.words
        self.bar.enable(not active)
        self._buttons.show_active(active)
        self.progress.setVisible(active)
        self.done.setVisible(not active)
        if active:
            doing = words("lab.cancelling") if self.run.cancelled else self.say_doing()
            self.progress.show_doing(doing)
        self.done.setText(self._said_done())
        self.verdict.say(*self.say_verdict())
        self.saving.enable(not active and self.results.report is not None)
        self.show_results()
        self.bar.arrange()

    def _said_done(self) -> str:
        results = self.results
        if results.report is None or self.run.active:
            return ""
        if results.is_whole:
            return self.words("lab.whole")
        return self.words("lab.broken_off" if results.fault else "lab.cut_short")

    def speak(self) -> None:
        """Say everything in the current language."""
        self._buttons.name()
        self._buttons.count(len(self.history.entries()))
        self.show_now()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self._buttons.set_theme(theme)
        self.band.set_theme(theme)
        self.verdict.set_theme(theme)
        self.saving.set_theme(theme)
        if self._history_window is not None:
            self._history_window.read()

    def resize_words(self) -> None:
        """Words are larger or smaller now."""
        self.bar.arrange()
        self.show_now()

    @property
    def panes(self) -> list[QWidget]:
        """What the keys for the next pane go through."""
        button = self.cancel_button if self.run.active else self.run_button
        return [*self.bar.controls[:1], button]

    def shut_down(self) -> None:
        """End what runs: the window goes."""
        self.run.shut_down()
        self.saving.shut_down()


def _rule() -> QWidget:
    rule = QWidget()
    rule.setProperty("rule", "true")
    rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    rule.setFixedHeight(1)
    return rule
