"""The comparison as events, for who watches it from another process, and as a report."""

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from visualizer.labs.report import Report, make_report
from visualizer.labs.shared_memory.comparison import Comparison, News, Settings
from visualizer.labs.shared_memory.sweep import wins_from
from visualizer.labs.shared_memory.writing import Layout


def told(settings: Mapping[str, Any]) -> Generator[dict[str, Any]]:
    """Run it. Each event has the ``row`` of what it is about; of a run that is watched also its
    ``memory`` and ``segments``. ``output`` among the settings is the file to write,
    ``sweep`` whether sizes are swept."""
    asked = dict(settings)
    output, sweep = asked.pop("output", None), asked.pop("sweep", False)
    for key in ("methods", "sources"):
        if key in asked:
            asked[key] = tuple(asked[key])
    if "layout" in asked:
        asked["layout"] = Layout(**asked["layout"])
    comparison = Comparison(Settings(**asked), asked_by_name=asked.get("methods", ()))
    yield {"event": "begun", "report": shared_memory_report(comparison)}
    path = Path(output) if output else None
    with closing(comparison.run(path, sweep_sizes=sweep)) as happening:
        for news in happening:
            yield _event(comparison, news)
    yield {"event": "report", "report": shared_memory_report(comparison)}


def _event(comparison: Comparison, news: News) -> dict[str, Any]:
    event: dict[str, Any] = {"event": news.what, "key": news.method}
    if news.method:
        event["row"] = comparison.results[news.method].as_json()
    if news.sample is not None:
        event["memory"] = {"at": news.sample.at, **asdict(news.sample.total)}
        event["segments"] = [asdict(segment) for segment in news.sample.segments]
    return event


def shared_memory_report(comparison: Comparison) -> Report:
    """What has been found, as the command line prints it."""
    rows = [result.as_json() for result in comparison.results.values()]
    settings = asdict(comparison.settings)
    report = make_report("shared-memory", settings, rows, comparison.absent)
    more: dict[str, Any] = {"limits": comparison.limits, "output": comparison.output}
    if comparison.sweep:
        more["sweep"] = comparison.sweep
        more["wins_from_bytes"] = wins_from(comparison.sweep)
    return {**report, **more}
