"""Yields the comparison as events, for another process to read."""

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import asdict
from typing import Any

from visualizer.labs.concurrency.comparison import (
    MOST_REPEATS,
    SERVER_SHARE,
    Comparison,
    Settings,
)
from visualizer.labs.concurrency.results import Result
from visualizer.labs.report import Report, make_report


def lab_events(settings: Mapping[str, Any]) -> Generator[dict[str, Any]]:
    """Run the comparison. Each event has the ``row`` of its contestant if there is one, the
    finished ``share`` of the work, and the seconds ``left``."""
    asked = Settings(**{**settings, "contestants": tuple(settings["contestants"])})
    comparison = Comparison(asked, asked_by_name=asked.contestants)
    yield {"event": "begun", "report": concurrency_report(comparison)}
    with closing(comparison.run()) as happening:
        for news in happening:
            share, left = _outlook(comparison)
            yield {
                "event": news.what,
                "key": news.contestant,
                "row": comparison.results[news.contestant].as_json(),
                "share": share,
                "left": left,
            }
    yield {"event": "report", "report": concurrency_report(comparison)}


def concurrency_report(comparison: Comparison) -> Report:
    """Return the results so far, as the command line prints them."""
    rows = [result.as_json() for result in comparison.results.values()]
    settings = {**asdict(comparison.settings), **comparison.facts}
    return make_report("concurrency", settings, rows, comparison.absent)


def _outlook(comparison: Comparison) -> tuple[float, float]:
    """Return the finished share and the seconds left, an upper bound if repeats have no fixed
    number. The estimate rests on each contestant's times so far, or on the size of its work before
    its first run.
    """
    spent = sum(sum(result.seconds) for result in comparison.results.values())
    left = sum(_left(comparison, result) for result in comparison.results.values())
    return spent / (spent + left) if left else 1.0, left


def _left(comparison: Comparison, result: Result) -> float:
    if result.error is not None or (result.repeats and comparison.is_enough(result)):
        return 0.0
    settings = comparison.settings
    wanted = MOST_REPEATS if settings.repeats is None else settings.repeats
    # Nothing takes longer than one job after the other.
    share = SERVER_SHARE if settings.workload == "io" else 1.0
    longest = settings.jobs * settings.steps * settings.scale * share
    each = result.median if result.median is not None else longest
    return max(0, wanted - len(result.repeats)) * each
