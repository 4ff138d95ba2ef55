"""Measures each style's growth with n: the comparison at each size, from the smallest. A
measurement that would need too much memory or time is left out with a reason.
"""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Any

from visualizer.labs.streaming.comparison import (
    BYTES_AN_ITEM,
    PATIENCE,
    REPEATS,
    Comparison,
    News,
    Result,
    event_of,
)
from visualizer.labs.streaming.styles import STYLES, style
from visualizer.platform.memory import available

LONGEST = 60.0
"""Seconds that one measurement may take."""
_START_UP = 0.1
_SLOWEST, _SLOWEST_TRACED = 1e-7, 1e-6
"""Assumed seconds of a process's start and of an item, before the first measurement."""
_NOISE = 1 << 20
"""A process may grow by so many bytes for any reason; less predicts nothing."""
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_SHARE = 0.5
"""Share of the free memory; the rest is for other programs and the window."""
_UNKNOWN = 2 << 30
"""The assumed free memory if the system does not say."""


@dataclass(frozen=True, slots=True)
class NotRun:
    """Why a style is not measured at a size: ``memory``, ``time``, ``trace`` or ``failed``.

    With ``trace`` only its memory is left out, since a traced run would take too long. ``needed``
    and ``limit`` are bytes or seconds.
    """

    reason: str
    needed: float = 0.0
    limit: float = 0.0


class Forecast:
    """``limit`` is the number of bytes that a style may need. ``note`` adds a measurement."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._taken: dict[tuple[str, bool], tuple[int, News]] = {}

    def note(self, news: News, items: int) -> None:
        """Add the measurement of one size."""
        self._taken[news.style, news.trace] = items, news

    def seconds(self, key: str, trace: bool, items: int) -> float:
        """Return the estimated seconds of one measurement, with the start of its process."""
        taken = self._taken.get((key, trace))
        if taken is None:
            return _START_UP + items * (_SLOWEST_TRACED if trace else _SLOWEST)
        measured, news = taken
        return news.start_up + news.seconds * items / measured

    def bytes(self, key: str, items: int) -> float:
        """Return the estimated growth of its process in bytes, in the largest run."""
        known = [
            news.needed * items / measured
            for (style_, _), (measured, news) in self._taken.items()
            if style_ == key and news.needed >= _NOISE
        ]
        return max(known, default=0.0 if style(key).lazy else float(BYTES_AN_ITEM * items))

    def reason(self, key: str, items: int) -> NotRun | None:
        """Return why a style should not be measured at that size."""
        needed = self.bytes(key, items)
        if needed > self.limit:
            return NotRun("memory", needed, self.limit)
        for trace, what in ((False, "time"), (True, "trace")):
            seconds = self.seconds(key, trace, items)
            if seconds > LONGEST:
                return NotRun(what, seconds, LONGEST)
        return None


@dataclass(frozen=True, slots=True)
class Settings:
    """``limit`` is the memory in bytes that a style may need; from the machine if not given."""

    styles: tuple[str, ...] = tuple(one.key for one in STYLES if not one.reads)
    sizes: tuple[int, ...] = SIZES
    repeats: int = REPEATS
    limit: int | None = None
    patience: float = PATIENCE


class Growth:
    """``results`` are by style and size, ``not_run`` has the omitted measurements, ``absent`` the
    missing styles.

    Iterating over ``run`` does the work; ending the iteration ends every process at once.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        free = available()
        known = int(_SHARE * (_UNKNOWN if free is None else free))
        self.limit = known if settings.limit is None else settings.limit
        self.absent = {key: why for key in settings.styles if (why := style(key).absent())}
        self.results: dict[tuple[str, int], Result] = {}
        self.not_run: dict[tuple[str, int], NotRun] = {}
        self._forecast = Forecast(self.limit)
        self._spent = 0.0

    def run(self) -> Generator[dict[str, Any]]:
        """Run all sizes; yield an event before and after each figure, and for each left out."""
        sizes = sorted(self.settings.sizes)
        for number, items in enumerate(sizes):
            going, untraced = self._those_that_fit(items)
            for key, size in self.not_run:
                if size == items:
                    yield {"event": "not-run", "key": key, "row": self.row(key, items)}
            comparison = Comparison(
                items, self.settings.repeats, going, untraced, self.settings.patience
            )
            for key, result in comparison.results.items():
                self.results[key, items] = result
            with closing(comparison.run()) as happening:
                for news in happening:
                    share, left = self._outlook(news, comparison, untraced, sizes[number + 1 :])
                    row = self.row(news.style, items)
                    yield {
                        "event": event_of(done=news.done, error=row["error"]),
                        "key": news.style,
                        "items": items,
                        "trace": news.trace,
                        "row": row,
                        "share": share,
                        "left": left,
                    }

    def rows(self) -> list[dict[str, Any]]:
        """Return the results so far: a row for each style and size."""
        styles = [key for key in self.settings.styles if key not in self.absent]
        return [self.row(key, items) for key in styles for items in sorted(self.settings.sizes)]

    def row(self, key: str, items: int) -> dict[str, Any]:
        """Return the RESULT of a style at a size, and the reason of missing figures."""
        why = self.not_run.get((key, items))
        result = self.results.get((key, items), Result(key))
        return {"items": items, **result.as_json(), "not_run": why and asdict(why)}

    def _those_that_fit(self, items: int) -> tuple[list[str], list[str]]:
        """Return the styles to measure at a size, and those of them without memory."""
        going, untraced = [], []
        for key in self.settings.styles:
            if key in self.absent:
                continue
            why = self._reason(key, items)
            if why is not None:
                self.not_run[key, items] = why
                if why.reason != "trace":
                    continue
                untraced.append(key)
            going.append(key)
        return going, untraced

    def _reason(self, key: str, items: int) -> NotRun | None:
        if any(one.style == key and one.error is not None for one in self.results.values()):
            return NotRun("failed")
        return self._forecast.reason(key, items)

    def _outlook(
        self, news: News, now: Comparison, untraced: Sequence[str], later: Sequence[int]
    ) -> tuple[float, float]:
        """Return the finished share of the work, and the seconds left."""
        if news.done:
            self._spent += news.start_up + news.seconds
            if now.results[news.style].error is None:
                self._forecast.note(news, now.items)
        left = sum(
            self._left_of(result, now.items, traced=result.style not in untraced)
            for result in now.results.values()
        ) + sum(
            self._left_of(Result(key), items, traced=True) for items in later for key in now.results
        )
        share = self._spent / (self._spent + left) if self._spent + left else 1.0
        return share, left

    def _left_of(self, result: Result, items: int, *, traced: bool) -> float:
        """Return the remaining seconds of one style at one size."""
        why = self._reason(result.style, items)
        if why is not None and why.reason != "trace":
            return 0.0
        repeats = self.settings.repeats - len(result.totals)
        seconds = repeats * self._forecast.seconds(result.style, False, items)
        if traced and why is None and result.peak_bytes is None:
            seconds += self._forecast.seconds(result.style, True, items)
        return seconds
