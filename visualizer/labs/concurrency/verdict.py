"""Says what the figures of a comparison mean, and whether the article's advice holds here.

Everything follows from the rows of a report; rows without figures are ignored.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from visualizer.labs.message import Message, message

BASELINE = "sequential"
THREADS = ("threading", "thread-pool")
PROCESSES = (
    "multiprocessing",
    "process-pool",
    "multiprocessing-fork",
    "multiprocessing-forkserver",
    "multiprocessing-spawn",
)
OWN_LOCKS = ("interpreters", "free-threading")
_ALIKE, _DEARER, _HELD = 0.10, 0.10, 0.10
"""Shares: up to which medians are alike, from which on workers are dear, within which the
article's figures hold."""
_LARGE = 0.1
"""Scale from which on the waits, not the making of workers, are most of what takes time."""
_BUSY = 1.5
"""Two processes that get less done than this, against one, have no two processors."""


@dataclass(frozen=True, slots=True)
class _Figures:
    """A row that has figures."""

    key: str
    median: float
    low: float
    high: float
    published: float | None


type _Describe = Callable[[Mapping[str, _Figures], Mapping[str, Any]], Iterator[Message]]


def verdict(report: Mapping[str, Any], *, is_whole: bool = True) -> tuple[Message, ...]:
    """A sentence, and what else there is to say; empty before anything was measured."""
    measured = [row for row in report["results"] if row["median"] is not None]
    rows = {row["contestant"]: _figures(row) for row in measured}
    if not rows:
        return ()
    settings = report["settings"]
    describe: _Describe = {"cpu": _computing, "io": _requests}.get(settings["workload"], _waiting)
    found = list(describe(rows, settings))
    failed = sum(row["error"] is not None for row in report["results"])
    if failed:
        found.append(message("verdict.failed", n=failed))
    if not is_whole:
        counts = [len(row["seconds"]) for row in report["results"]]
        found.append(message("verdict.so_far", n=sum(counts)))
    return tuple(found)


def _figures(row: Mapping[str, Any]) -> _Figures:
    low, high = row["ci95"]
    return _Figures(row["contestant"], row["median"], low, high, row["published"])


def _fastest(rows: Mapping[str, _Figures], keys: tuple[str, ...]) -> _Figures | None:
    """The one of these with the smallest median."""
    there = [rows[key] for key in keys if key in rows]
    return min(there, key=lambda row: row.median, default=None)


def overlapping(rows: Mapping[str, float], jobs: int) -> list[str]:
    """Those whose jobs ran at the same time, by their medians against one after the other."""
    base = rows.get(BASELINE)
    if base is None or jobs < 2:
        return []
    # Half-way between one after the other and all at once.
    limit = base * (1 + 1 / jobs) / 2
    return [key for key, taken in rows.items() if key != BASELINE and taken < limit]


def _overlap(rows: Mapping[str, _Figures], settings: Mapping[str, Any]) -> Iterator[Message]:
    """Whether waiting overlaps."""
    medians = {key: row.median for key, row in rows.items()}
    together = overlapping(medians, settings["jobs"])
    base = rows.get(BASELINE)
    if base is None or settings["jobs"] < 2:
        best = min(rows.values(), key=lambda row: row.median)
        yield message("verdict.fastest", name=best.key, seconds=best.median)
    elif together:
        usual = median(medians[key] for key in together)
        times = f"{base.median / usual:.1f}"
        yield message(
            "verdict.overlap", n=len(together), seconds=usual, times=times, base=base.median
        )
    else:
        yield message("verdict.no_overlap", base=base.median)


def _waiting(rows: Mapping[str, _Figures], settings: Mapping[str, Any]) -> Iterator[Message]:
    yield from _overlap(rows, settings)
    yield from _unpatched(rows, settings, "verdict.gevent_sleeps")
    yield from _dearer(rows, settings)
    yield from _published(rows, settings)
    yield message("verdict.advice_sleep")


def _unpatched(
    rows: Mapping[str, _Figures], settings: Mapping[str, Any], key: str
) -> Iterator[Message]:
    """gevent gains nothing as printed, and what patching does about it."""
    together = overlapping({name: row.median for name, row in rows.items()}, settings["jobs"])
    if BASELINE in rows and "gevent" in rows and "gevent" not in together:
        yield message(key)
        if "gevent-patched" in together:
            yield message("verdict.patched", seconds=rows["gevent-patched"].median)


def _dearer(rows: Mapping[str, _Figures], settings: Mapping[str, Any]) -> Iterator[Message]:
    """Whose workers cost most to make, of those that overlap."""
    together = overlapping({name: row.median for name, row in rows.items()}, settings["jobs"])
    best = _fastest(rows, tuple(together))
    if best is not None:
        last = max((rows[key] for key in together), key=lambda row: row.median)
        if last.low > best.high and last.median > best.median * (1 + _DEARER):
            yield message("verdict.dearer", name=last.key, seconds=last.median - best.median)


def _published(rows: Mapping[str, _Figures], settings: Mapping[str, Any]) -> Iterator[Message]:
    """Whether the article's figures, at this scale, hold here."""
    off = {
        key: abs(row.median / (row.published * settings["scale"]) - 1)
        for key, row in rows.items()
        if row.published and settings["scale"] >= _LARGE
    }
    if off:
        worst = max(off, key=lambda key: off[key])
        held = "verdict.published_held" if off[worst] <= _HELD else "verdict.published_not"
        yield message(held, name=worst, percent=round(100 * off[worst]))


def _computing(rows: Mapping[str, _Figures], settings: Mapping[str, Any]) -> Iterator[Message]:
    process, thread = _fastest(rows, PROCESSES), _fastest(rows, THREADS)
    base = rows.get(BASELINE)
    if process is None or thread is None:
        best = min(rows.values(), key=lambda row: row.median)
        yield message("verdict.fastest", name=best.key, seconds=best.median)
    elif process.high < thread.low:
        times = f"{thread.median / process.median:.2f}"
        yield message(
            "verdict.processes", seconds=process.median, times=times, threads=thread.median
        )
    else:
        yield message("verdict.no_processes", seconds=process.median, threads=thread.median)
    if thread is not None and base is not None and settings["jobs"] > 1:
        yield from _lock(thread, base)
    own = _fastest(rows, OWN_LOCKS)
    if own is not None and thread is not None and own.high < thread.low:
        yield message("verdict.own_lock", name=own.key, seconds=own.median)
    if process is not None and thread is not None:
        speedup = settings.get("two_process_speedup")
        yield from _gain(thread.median / process.median, speedup)
        if process.high < thread.low:
            yield message("verdict.advice_cpu_held")
        elif speedup is None or speedup >= _BUSY:
            yield message("verdict.advice_cpu_not")


def _lock(thread: _Figures, base: _Figures) -> Iterator[Message]:
    """What the lock of the interpreter makes of threads."""
    if thread.low > base.high and thread.median > base.median * (1 + _ALIKE):
        yield message("verdict.lock_costs", seconds=thread.median, base=base.median)
    elif thread.median > base.median * (1 - _ALIKE):
        yield message("verdict.lock", seconds=thread.median, base=base.median)


def _gain(times: float, speedup: float | None) -> Iterator[Message]:
    """How much of what this machine allows was had."""
    if speedup is None:
        return
    reply = f"{speedup:.2f}"
    if speedup < _BUSY:
        yield message("verdict.busy", speedup=reply)
    else:
        share = max(0, round(100 * (times - 1) / (speedup - 1)))
        yield message("verdict.gain", speedup=reply, percent=share)


def _requests(rows: Mapping[str, _Figures], settings: Mapping[str, Any]) -> Iterator[Message]:
    yield from _overlap(rows, settings)
    yield from _unpatched(rows, settings, "verdict.gevent_asks")
    alike = [rows[key] for key in ("threading", "asyncio", "gevent-patched") if key in rows]
    if len(alike) > 1:
        medians = [row.median for row in alike]
        apart = max(medians) / min(medians) - 1
        if apart <= _ALIKE:
            yield message("verdict.alike", percent=max(1, round(100 * apart)))
    if "asyncio" in rows and len(rows) > 1:
        others = (row for key, row in rows.items() if key != "asyncio")
        best, own = min(others, key=lambda row: row.median), rows["asyncio"]
        held = own.low <= best.high or own.median <= best.median * (1 + _ALIKE)
        yield message("verdict.advice_io_held" if held else "verdict.advice_io_not")
