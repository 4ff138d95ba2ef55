"""The results of a lab's run: the current run, the last one, or an earlier one."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from visualizer.labs.report import row_name
from visualizer.shell.labs.common.lab_run import LabRun

type Row = dict[str, Any]
type Report = dict[str, Any]


class LabResults(QObject):
    """Collects the events of a run into ``report``.

    ``report`` has the form that ``lab … --json`` prints, and is None before the first run.
    ``changed`` is emitted when the report changes, ``began`` and ``ended`` with each run. During a
    run, ``doing`` is the last kind of event (``starting``, ``running``) and ``current`` its row;
    ``share`` is the part done, from 0 to 1, and ``left`` the estimated remaining seconds, None
    if unknown. ``fault`` says why a run failed; ``is_whole`` is False for a run that was cut short.
    ``last`` is the last event.
    """

    began = Signal()
    changed = Signal()
    ended = Signal()

    def __init__(self, run: LabRun) -> None:
        super().__init__(run)
        self.run = run
        self.report: Report | None = None
        self.doing = self.current = self.fault = ""
        self.share = 0.0
        self.left: float | None = None
        self.is_whole = True
        self.last: dict[str, Any] = {}
        run.received.connect(self._handle_event)
        run.ended.connect(self._end)

    @property
    def rows(self) -> list[Row]:
        """The rows of results, in order."""
        return list(self.report["results"]) if self.report is not None else []

    @property
    def keys(self) -> list[str]:
        """The names of the rows."""
        return [row_name(row) for row in self.rows]

    def row(self, key: str) -> Row | None:
        """Return the row of that name, if any."""
        return next((row for row in self.rows if row_name(row) == key), None)

    def begin(self, lab: str, settings: dict[str, Any]) -> None:
        """Run the lab; the former results stay until the first event."""
        if self.run.active:
            return
        self.doing = self.current = self.fault = ""
        self.share, self.left, self.is_whole = 0.0, None, False
        self.last = {}
        self.run.start(lab, settings)
        self.began.emit()

    def show(self, report: Report, *, is_whole: bool = True) -> None:
        """Show an earlier run, unless a run goes on."""
        if not self.run.active:
            self.report, self.is_whole, self.fault = report, is_whole, ""
            self.changed.emit()

    def _handle_event(self, event: dict[str, Any]) -> None:
        self.last = event
        kind = event.get("event")
        if kind in ("begun", "report"):
            self.report = event["report"]
            self.is_whole = kind == "report"
        elif self.report is not None:
            self._update(event)
        self.changed.emit()

    def _update(self, event: dict[str, Any]) -> None:
        assert self.report is not None
        self.doing, self.current = str(event["event"]), str(event.get("key", ""))
        self.share = float(event.get("share", self.share))
        self.left = event.get("left", self.left)
        more = event.get("more")
        if isinstance(more, dict):
            self.report.update(more)
        row = event.get("row")
        if row is not None:
            rows: Iterable[Row] = self.report["results"]
            key = row_name(row)
            self.report["results"] = [row if row_name(one) == key else one for one in rows]

    def _end(self, fault: str) -> None:
        self.fault = fault
        self.doing = self.current = ""
        self.ended.emit()
        self.changed.emit()
