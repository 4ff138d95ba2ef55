"""Yields a comparison as events with the finished share, and reports which method pays."""

import math
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from visualizer.labs.report import Report, make_report
from visualizer.labs.shared_memory.comparison.comparison import MOST_REPEATS, Comparison, News
from visualizer.labs.shared_memory.comparison.growth import sizes_up_to
from visualizer.labs.shared_memory.comparison.results import Result
from visualizer.labs.shared_memory.comparison.sweep import (
    SIZES,
    WAYS,
    wins_from,
)
from visualizer.labs.shared_memory.comparison.workplace import Settings
from visualizer.labs.shared_memory.methods.registry import method
from visualizer.labs.shared_memory.tables.table import Failure
from visualizer.labs.shared_memory.tables.writing import Layout
from visualizer.labs.statistics import SWEEP_REPEATS, overlap

_BRIEF = frozenset({"watching", "started", "loaded", "transferred", "written", "dropped", "ended"})
"""Events of a watched run, which leave its row unchanged."""
_MORE = frozenset({"limits", "size", "growth", "reader", "killed", "file", "over"})
_LIMITS, _START, _START_DASK, _WATCH, _KILL, _SCRIPT, _SWEPT = 1.5, 0.6, 4.0, 0.6, 1.5, 2.0, 0.3
_GREW, _READ = 1.0, 1.0
"""Assumed seconds of these, before the first measurement on this machine."""
_SECONDS_A_ROW = 0.6e-6
_LEAST = 0.2


def lab_events(settings: Mapping[str, Any]) -> Generator[dict[str, Any]]:
    """Run the comparison and yield its events.

    Each event has the ``row`` of its subject, but in a watched run ``watched``, the parts of the
    row that have been observed so far; ``more`` has other new parts of the report. ``share`` is the
    finished part of the work, ``left`` its remaining seconds. In the settings ``output`` is the
    file to write, ``sweep`` asks for sizes, ``growth`` for rows. A failure is an ``error``.
    """
    asked = dict(settings)
    output, sweep = asked.pop("output", None), asked.pop("sweep", False)
    grow = asked.pop("growth", False)
    for key in ("methods", "sources"):
        if key in asked:
            asked[key] = tuple(asked[key])
    if "layout" in asked:
        asked["layout"] = Layout(**asked["layout"])
    comparison = Comparison(Settings(**asked), asked_by_name=asked.get("methods", ()))
    more = {"output": str(output) if output else None, "sweep": bool(sweep), "growth": bool(grow)}
    yield {"event": "begun", "report": _report(comparison, more)}
    outlook = Outlook(comparison, sweep=bool(sweep), output=bool(output), grow=bool(grow))
    path = Path(output) if output else None
    try:
        with closing(comparison.run(path, sweep_sizes=sweep, grow=grow)) as happening:
            for news in happening:
                share, left = outlook.update(news)
                yield {**_event(comparison, news), "share": share, "left": left}
    except Failure as failure:
        yield {"event": "error", "message": str(failure)}
        return
    yield {"event": "report", "report": _report(comparison, more)}


def _event(comparison: Comparison, news: News) -> dict[str, Any]:
    event: dict[str, Any] = {"event": news.what, "key": news.method}
    if news.method and news.what not in _BRIEF:
        event["row"] = _row(comparison, comparison.results[news.method])
    if news.what in _MORE:
        event["more"] = _more(comparison)
    if news.what in _BRIEF:
        result = comparison.results[news.method]
        event["watched"] = {"method": news.method, "copies": result.copies, **result.watched}
    return event


def _report(comparison: Comparison, more: Mapping[str, Any]) -> Report:
    """Return the report, with the settings of its further parts."""
    report = shared_memory_report(comparison)
    return {**report, "settings": {**report["settings"], **more}}


def shared_memory_report(comparison: Comparison) -> Report:
    """Return the results so far, as the command line prints them."""
    rows = _rows(comparison)
    settings = asdict(comparison.settings)
    return {**make_report("shared-memory", settings, rows, comparison.absent), **_more(comparison)}


def _rows(comparison: Comparison) -> list[dict[str, Any]]:
    return [_row(comparison, result) for result in comparison.results.values()]


def _row(comparison: Comparison, result: Result) -> dict[str, Any]:
    """Add how many times the machine's least time the transfer took: against writing into new
    shared memory, and against copying in used memory; None if unknown."""
    row = result.as_json()
    speeds, here = comparison.limits.get("gb_s", {}), row["transfer_gb_s"]
    for key, limit in (("times_first_touch", "first_touch"), ("times_memcpy", "memcpy")):
        row[key] = speeds[limit] / here if here and limit in speeds else None
    return row


def _more(comparison: Comparison) -> dict[str, Any]:
    """Return the parts of a report besides its rows."""
    more: dict[str, Any] = {"limits": comparison.limits, "output": comparison.output}
    if comparison.sweep:
        more["sweep"] = comparison.sweep
        more["wins_from_bytes"] = wins_from(comparison.sweep)
    if comparison.growth:
        more["growth"] = comparison.growth
    if comparison.readers:
        more |= {"readers": comparison.readers, "reader_pays": reader_pays(comparison.readers)}
    if found := dask_pays(_rows(comparison), comparison.settings.workers):
        more["dask_pays"] = found
    for key in ("killed", "left"):
        if found := getattr(comparison, key):
            more[key] = dict(found)
    return more


type Row = Mapping[str, Any]


def reader_pays(rows: Sequence[Row]) -> dict[str, Any]:
    """``from_rows`` is the size from which the repeats show that reading with the import beats
    ``loadtxt``, None if never; ``times`` is the speed-up at each size; ``import`` the seconds of
    the import."""
    times: list[list[float]] = []
    found, cost = None, None
    for size in sorted({row["rows"] for row in rows}):
        at = {row["reader"]: row for row in rows if row["rows"] == size and row["ci95"]}
        if {"loadtxt", "fast"} <= at.keys():
            plain, fast = (at[key]["import"] + at[key]["seconds"] for key in ("loadtxt", "fast"))
            times.append([size, plain / fast])
            is_faster = at["fast"]["ci95"][1] < at["loadtxt"]["ci95"][0]
            found, cost = (found or size) if is_faster else None, at["fast"]["import"]
    return {"from_rows": found, "times": times, "import": cost}


def dask_pays(rows: Iterable[Row], workers: int) -> dict[str, Any] | None:
    """Return the extra cost of Dask over the fastest local method, and the number of workers from
    which Dask would win; None if one of the two has no figures.

    Its parsing is divided among workers, its transfer into the one parent is not:
    ``workers_to_pay`` is None if the transfer alone takes longer than the other method. The
    estimate assumes a running scheduler and a network as fast as this machine's loopback.
    ``is_unclear`` says that the repeats do not show which of the two takes longer.
    """
    timed = {row["method"]: row for row in rows if row["seconds"]["total"] and not row["error"]}
    dask = timed.pop("dask", None)
    local = [row for row in timed.values() if not row["method"].startswith("printed")]
    if dask is None or not local:
        return None
    fastest = min(local, key=lambda row: float(row["seconds"]["total"]))
    total, load = dask["seconds"]["total"], dask["seconds"]["load"]
    left = fastest["seconds"]["total"] - (total - load)
    repeats = min(len(dask["repeats"]), len(fastest["repeats"]))
    return {
        "start_seconds": dask["cluster_start"],
        "fastest": fastest["method"],
        "extra_seconds": total - fastest["seconds"]["total"],
        "is_unclear": overlap(dask["ci95"]["total"], fastest["ci95"]["total"], repeats),
        "workers_to_pay": max(1, math.ceil(load * workers / left)) if left > 0 else None,
    }


class Outlook:
    """Estimates the rest of a run; ``update`` returns the ``share`` done, which never falls, and
    the seconds left.

    A method without a duration is estimated from the others, or before the first run from its rows.
    """

    def __init__(
        self,
        comparison: Comparison,
        *,
        sweep: bool,
        output: bool,
        grow: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._comparison, self._clock = comparison, clock
        self._sweep, self._output = sweep, output
        self._grow = grow and not comparison.settings.sources
        self._begun = clock()
        self._seen: set[str] = set()
        self._watched: set[str] = set()
        self._scripts = 0
        self.share = 0.0

    def update(self, news: News) -> tuple[float, float]:
        """Return the finished share and the seconds left."""
        self._seen.add(news.what)
        if news.what in ("watched", "failed"):
            self._watched.add(news.method)
        if news.what == "repeat" and method(news.method).script:
            self._scripts += 1
        left = 0.0 if news.what == "over" else self._left()
        gone = self._clock() - self._begun
        self.share = max(self.share, gone / (gone + left) if gone + left > 0 else 0.0)
        return self.share, left

    def _left(self) -> float:
        comparison, settings = self._comparison, self._comparison.settings
        each = self._usual()
        left = 0.0 if "ready" in self._seen else self._start()
        if settings.with_limits and "limits" not in self._seen:
            left += _LIMITS
        for key, result in comparison.results.items():
            if result.error is not None:
                continue
            wanted = settings.repeats or MOST_REPEATS
            if method(key).script:
                left += max(0, (settings.repeats or 3) - self._scripts) * _SCRIPT
                continue
            known = _seconds(result) if result.repeats else each
            is_done = bool(result.repeats) and comparison.is_enough(result)
            left += 0.0 if is_done else max(0, wanted - len(result.repeats)) * known
            left += 0.0 if key in self._watched else known + _WATCH
        if self._sweep:
            left += self._sweeping()
        if self._grow:
            left += self._growing()
        if settings.kill and "killed" not in self._seen:
            left += _KILL
        return left + (each if self._output and "file" not in self._seen else 0.0)

    def _sweeping(self) -> float:
        """Return the seconds left of the sizes: from its last two, a way's time grows in line."""
        left, sweep = 0.0, self._comparison.sweep
        sizes = [size for size in SIZES for _ in WAYS]
        for number in range(len(sweep), len(sizes)):
            way = WAYS[number % len(WAYS)].key
            known = [one for one in sweep if one["way"] == way and not one["error"]]
            guess = 0.0
            if len(known) > 1:
                (shorter, before), (longer, last) = [(k["bytes"], k["seconds"]) for k in known[-2:]]
                growth = max(0.0, last - before) / (longer - shorter)
                guess = SWEEP_REPEATS * (last + growth * (sizes[number] - longer))
            left += max(_SWEPT, guess)
        return left

    def _growing(self) -> float:
        """Return the seconds left of the growth with the rows; the largest size exists already."""
        comparison, settings = self._comparison, self._comparison.settings
        rows, methods = settings.rows, len(comparison.results)
        left = len(sizes_up_to(rows)) * methods - len(comparison.growth)
        readers = 2 * len(sizes_up_to(rows, by_halves=True)) - len(comparison.readers)
        return max(0, left - methods) * _GREW + max(0, readers) * _READ

    def _start(self) -> float:
        kinds = [key for key in self._comparison.results if not method(key).script]
        dask = _START_DASK if "dask" in kinds else 0.0
        return max(dask, _START * len(kinds) / 2)

    def _usual(self) -> float:
        """Return the assumed seconds of a method that has not run yet."""
        results = self._comparison.results.values()
        known = [_seconds(result) for result in results if result.repeats and result.starts]
        known += [r.samples[-1].at / 2 for r in results if r.samples and not r.repeats]
        if known:
            return sum(known) / len(known)
        settings = self._comparison.settings
        return max(_LEAST, settings.rows * settings.files * _SECONDS_A_ROW)


def _seconds(result: Result) -> float:
    """Return the seconds of a method's last run, with the start of its workers."""
    return result.totals[-1] + (result.starts[-1] if result.starts else 0.0)
