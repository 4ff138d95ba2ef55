"""The comparison as events, for who watches it from another process."""

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import asdict
from typing import Any

from visualizer.labs.concurrency.comparison import Comparison, Settings
from visualizer.labs.concurrency.outlook import outlook
from visualizer.labs.report import Report, make_report


def lab_events(settings: Mapping[str, Any]) -> Generator[dict[str, Any]]:
    """Run it. Each event has the ``row`` of who it is about as far as there is one, ``share`` of
    the work that is done, and the seconds that are ``left``."""
    asked = Settings(**{**settings, "contestants": tuple(settings["contestants"])})
    comparison = Comparison(asked, asked_by_name=asked.contestants)
    yield {"event": "begun", "report": concurrency_report(comparison)}
    with closing(comparison.run()) as happening:
        for news in happening:
            view = outlook(comparison)
            yield {
                "event": news.what,
                "key": news.contestant,
                "row": comparison.results[news.contestant].as_json(),
                "share": view.share,
                "left": view.seconds_left,
            }
    yield {"event": "report", "report": concurrency_report(comparison)}


def concurrency_report(comparison: Comparison) -> Report:
    """Return the results so far, as the command line prints them."""
    rows = [result.as_json() for result in comparison.results.values()]
    settings = {**asdict(comparison.settings), **comparison.facts}
    return make_report("concurrency", settings, rows, comparison.absent)
