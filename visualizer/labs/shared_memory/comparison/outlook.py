"""How much of a run is done, and how long the rest may take."""

import time
from collections.abc import Callable

from visualizer.labs.shared_memory.comparison.comparison import MOST_REPEATS, Comparison, News
from visualizer.labs.shared_memory.comparison.growth import sizes_up_to
from visualizer.labs.shared_memory.comparison.results import Result
from visualizer.labs.shared_memory.comparison.sweep import SIZES, WAYS
from visualizer.labs.shared_memory.methods.registry import method

_LIMITS, _START, _START_DASK, _WATCH, _KILL, _SCRIPT, _SWEPT = 1.5, 0.6, 4.0, 0.6, 1.5, 2.0, 0.3
_GREW, _READ = 1.0, 1.0
"""Seconds that these take, before anything is known of this machine."""
_SECONDS_A_ROW = 0.6e-6
_LEAST = 0.2


class Outlook:
    """Estimates the rest of a run; ``update`` returns the ``share`` done, which never falls, and
    the seconds left.

    Durations that are unknown for a method are estimated from the others, or before any has run
    from its rows.
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
        """Share and seconds left."""
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
            left += max(0, len(SIZES) * len(WAYS) - len(comparison.sweep)) * _SWEPT
        if self._grow:
            left += self._growing()
        if settings.kill and "killed" not in self._seen:
            left += _KILL
        return left + (each if self._output and "file" not in self._seen else 0.0)

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
        """Seconds of a run of a method of which nothing is known yet."""
        results = self._comparison.results.values()
        known = [_seconds(result) for result in results if result.repeats and result.starts]
        known += [r.samples[-1].at / 2 for r in results if r.samples and not r.repeats]
        if known:
            return sum(known) / len(known)
        settings = self._comparison.settings
        return max(_LEAST, settings.rows * settings.files * _SECONDS_A_ROW)


def _seconds(result: Result) -> float:
    """Of the last run of a method, with the start of its workers."""
    return result.totals[-1] + (result.starts[-1] if result.starts else 0.0)
