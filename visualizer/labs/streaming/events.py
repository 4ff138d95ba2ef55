"""Yields the lab as events, for another process to read."""

from collections.abc import Generator, Mapping
from dataclasses import asdict
from typing import Any

from visualizer.labs.report import Report, make_report
from visualizer.labs.streaming.endless import Endless
from visualizer.labs.streaming.endless import Settings as EndlessSettings
from visualizer.labs.streaming.growth import Growth, Settings


def lab_events(settings: Mapping[str, Any]) -> Generator[dict[str, Any]]:
    """Run what ``task`` names: ``numbers`` and ``file`` over sizes, or the ``endless`` stream.

    Each event has the ``key`` of the style and, after a figure, its ``row``; the finished ``share``
    of the work, and the seconds ``left``.
    """
    asked: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in settings.items()
    }
    task = asked.pop("task")
    lab = Endless(EndlessSettings(**asked)) if task == "endless" else Growth(Settings(**asked))
    yield {"event": "begun", "report": _report(lab, task)}
    yield from lab.run()
    yield {"event": "report", "report": _report(lab, task)}


def _report(lab: Endless | Growth, task: str) -> Report:
    """Return the results so far, with rows without figures too."""
    settings = {"task": task, **asdict(lab.settings), "limit": lab.limit}
    return make_report("streaming", settings, lab.rows(), lab.absent)
