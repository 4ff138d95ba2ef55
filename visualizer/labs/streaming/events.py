"""Yields the lab as events, for another process to read."""

from collections.abc import Generator, Mapping
from contextlib import closing
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
    if task == "endless":
        yield from _endless(EndlessSettings(**asked))
    else:
        yield from _growth(Settings(**asked), task)


def _growth(settings: Settings, task: str) -> Generator[dict[str, Any]]:
    growth = Growth(settings)
    yield {"event": "begun", "report": growth_report(growth, task)}
    left_out = 0
    with closing(growth.run()) as happening:
        for one in happening:
            for why in growth.not_run[left_out:]:
                yield {
                    "event": "not-run",
                    "key": why.style,
                    "row": growth.row(why.style, why.items),
                }
            left_out = len(growth.not_run)
            row = growth.row(one.news.style, one.items)
            yield {
                "event": _event(one.news.done, row["error"]),
                "key": one.news.style,
                "items": one.items,
                "trace": one.news.trace,
                "row": row,
                "share": one.share,
                "left": one.left,
            }
    yield {"event": "report", "report": growth_report(growth, task)}


def _endless(settings: EndlessSettings) -> Generator[dict[str, Any]]:
    endless = Endless(settings)
    yield {"event": "begun", "report": endless_report(endless)}
    with closing(endless.run()) as happening:
        for one in happening:
            row = endless.results[one.style]
            yield {
                "event": _event(one.done, row.error),
                "key": one.style,
                "row": asdict(row),
                "share": one.share,
                "left": one.left,
            }
    yield {"event": "report", "report": endless_report(endless)}


def _event(done: bool, error: str | None) -> str:
    if error is not None:
        return "failed"
    return "repeat" if done else "running"


def growth_report(growth: Growth, task: str) -> Report:
    """Return the results so far: a row for each style and size, including those without figures."""
    settings = growth.settings
    rows = [
        growth.row(key, items)
        for key in settings.styles
        if key not in growth.absent
        for items in sorted(settings.sizes)
    ]
    reply = {"task": task, **asdict(settings), "limit": growth.limit}
    return make_report("streaming", reply, rows, growth.absent)


def endless_report(endless: Endless) -> Report:
    """Return the results of the endless stream so far."""
    rows = [asdict(row) for row in endless.results.values()]
    settings = {"task": "endless", **asdict(endless.settings)}
    return make_report("streaming", settings, rows, endless.absent)
