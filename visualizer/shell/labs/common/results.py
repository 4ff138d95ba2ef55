"""What is known of a lab's run: the one that goes on, the last, or an earlier one."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from visualizer.shell.labs.common.lab_run import LabRun

type Row = dict[str, Any]
type Report = dict[str, Any]


class LabResults(QObject):
    """``report`` is as ``lab … --json`` prints it, None before anything has run.

    ``changed`` says that there is more of it or another, ``began`` and ``ended`` that a run did.
    While one goes on ``doing`` is what happens (``starting``, ``running``) to the row ``current``,
    ``share`` from 0 to 1 of it is done, and at most ``left`` seconds of it are left, None where
    that is not known. ``fault`` is why a run gave nothing. ``is_whole`` is whether the report was
    not cut short. ``last`` is the last event that came. ``key_of`` names a row.
    """

    began = Signal()
    changed = Signal()
    ended = Signal()

    def __init__(self, run: LabRun, key_of: Callable[[Row], str]) -> None:
        super().__init__(run)
        self.run, self._key_of = run, key_of
        self.report: Report | None = None
        self.doing = self.current = self.fault = ""
        self.share, self.left = 0.0, None
        self.is_whole = True
        self.last: dict[str, Any] = {}
        run.told.connect(self._take)
        run.ended.connect(self._end)

    left: float | None

    @property
    def rows(self) -> list[Row]:
        """One for each who takes part, in order."""
        return list(self.report["results"]) if self.report is not None else []

    @property
    def keys(self) -> list[str]:
        """The names of the rows."""
        return [self._key_of(row) for row in self.rows]

    def row(self, key: str) -> Row | None:
        """The row of that name."""
        return next((row for row in self.rows if self._key_of(row) == key), None)

    def begin(self, lab: str, settings: dict[str, Any]) -> None:
        """Run the lab; what was shown stays until the first event."""
        if self.run.active:
            return
        self.doing = self.current = self.fault = ""
        self.share, self.left, self.is_whole = 0.0, None, False
        self.last = {}
        self.run.start(lab, settings)
        self.began.emit()

    def show(self, report: Report, *, is_whole: bool = True) -> None:
        """Show an earlier run, unless one goes on."""
        if not self.run.active:
            self.report, self.is_whole, self.fault = report, is_whole, ""
            self.changed.emit()

    def _take(self, event: dict[str, Any]) -> None:
        self.last = event
        what = event.get("event")
        if what in ("begun", "report"):
            self.report = event["report"]
            self.is_whole = what == "report"
        elif self.report is not None:
            self._replace(event)
        self.changed.emit()

    def _replace(self, event: dict[str, Any]) -> None:
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
            key = self._key_of(row)
            self.report["results"] = [row if self._key_of(one) == key else one for one in rows]

    def _end(self, fault: str) -> None:
        self.fault = fault
        self.doing = self.current = ""
        self.ended.emit()
        self.changed.emit()
