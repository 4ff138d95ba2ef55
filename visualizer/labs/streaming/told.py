"""The lab as events, for who watches it from another process."""

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import asdict
from typing import Any

from visualizer.labs.report import Report, make_report
from visualizer.labs.streaming.endless import Endless
from visualizer.labs.streaming.endless import Settings as EndlessSettings
from visualizer.labs.streaming.growth import Growth, Settings


def told(settings: Mapping[str, Any]) -> Generator[dict[str, Any]]:
    """Run what ``task`` names: ``numbers`` and ``file`` over sizes, or the ``endless`` stream.

    Each event has the ``key`` of the style and, where a figure has come, its ``row``; the ``share``
    of the work that is done, and the seconds that are ``left``.
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
    with closing(growth.run()) as happening:
        for one in happening:
            result = growth.results[one.news.style, one.items]
            yield {
                "event": _event(one.news.done, result.error),
                "key": one.news.style,
                "items": one.items,
                "trace": one.news.trace,
                "row": {"items": one.items, **result.as_json()},
                "not_run": [asdict(why) for why in growth.not_run],
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
    """What has been found; a row for each style and size, those without a figure too."""
    rows = [{"items": items, **result.as_json()} for (_, items), result in growth.results.items()]
    settings = {"task": task, **asdict(growth.settings), "limit": growth.limit}
    report = make_report("streaming", settings, rows, growth.absent)
    return report | {"not_run": [asdict(why) for why in growth.not_run]}


def endless_report(endless: Endless) -> Report:
    """What has been found of the stream without an end."""
    rows = [asdict(row) for row in endless.results.values()]
    settings = {"task": "endless", **asdict(endless.settings)}
    return make_report("streaming", settings, rows, endless.absent)
