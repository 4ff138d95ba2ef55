"""Says what the figures of a comparison mean, and whether the article's advice holds here.

Everything follows from the rows of a report; rows without figures are ignored. A method counts as
faster than another only if their intervals do not overlap.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Any

from visualizer.labs.concurrency.comparison import MOST_REPEATS
from visualizer.labs.concurrency.contestants import BASELINE
from visualizer.labs.concurrency.turns import meeting
from visualizer.labs.message import Argument, Message, message
from visualizer.labs.statistics import LEAST_TO_COMPARE, too_few

THREADS = ("threading", "thread-pool")
STARTED_AS_USUAL = ("multiprocessing", "process-pool")
"""They start processes by the method that Python chooses on this system."""
PROCESSES = (
    *STARTED_AS_USUAL,
    "multiprocessing-fork",
    "multiprocessing-forkserver",
    "multiprocessing-spawn",
)
OWN_LOCKS = ("interpreters", "free-threading")
_ALIKE, _DEARER, _HELD = 0.10, 0.10, 0.10
"""Shares: medians within the first are alike, workers above the second are expensive, the article's
figures hold within the third."""
_LARGE = 0.1
"""From this scale on, waiting takes most of the time, not the start of workers."""
_BUSY = 1.5
"""If two processes do less than this many times the work of one, they share a processor."""
_OWN = 0.8
"""A computing method that had a processor for less than this share of its time waited for one."""


@dataclass(frozen=True, slots=True)
class _Figures:
    """A row with figures; ``meets`` is the result of ``meeting`` for its jobs, ``computed`` the
    median of the repeats' processor time as a share of their time.
    """

    key: str
    median: float
    low: float
    high: float
    published: float | None
    repeats: int
    meets: str
    computed: float

    def is_faster(self, other: "_Figures", allowed: float = 0.0) -> bool:
        """Whether the repeats show that this takes less time than the other; ``allowed`` is a share
        by which it may take longer."""
        enough = min(self.repeats, other.repeats) >= LEAST_TO_COMPARE
        return enough and self.high < other.low * (1 + allowed)


type _Rows = Mapping[str, _Figures]
type _Describe = Callable[[_Rows, Mapping[str, Any]], Iterator[Message]]


def verdict(report: Mapping[str, Any], *, is_whole: bool = True) -> tuple[Message, ...]:
    """Return the main sentence and further ones; none before the first measurement. An unfinished
    run gives only its progress until each method has enough repeats to compare.
    """
    rows = {row["contestant"]: _figures(row) for row in report["results"] if row["seconds"]}
    if not rows:
        return ()
    settings = report["settings"]
    computing = partial(_computing, gil=report.get("host", {}).get("gil", True))
    ways: dict[str, _Describe] = {"cpu": computing, "io": _requests}
    describe = ways.get(settings["workload"], _waiting)
    if settings["jobs"] < 2:
        describe = _single
    found: list[Message] = []
    few = too_few(len(row["seconds"]) for row in report["results"] if not row["error"])
    if is_whole or few is None:
        found.extend(describe(rows, settings))
    if few is not None:
        found.append(few)
    failed = sum(row["error"] is not None for row in report["results"])
    if failed:
        found.append(message("verdict.failed", n=failed))
    if not is_whole:
        done, wanted = progress(report)
        key = "verdict.so_far" if settings.get("repeats") else "verdict.so_far_most"
        found.append(message(key, n=done, all=wanted))
    return tuple(found)


def progress(report: Mapping[str, Any]) -> tuple[int, int]:
    """Return the finished repeats of all methods, and their highest possible number."""
    each = report["settings"].get("repeats") or MOST_REPEATS
    counts = [(len(row["seconds"]), row["error"] is None) for row in report["results"]]
    return sum(count for count, _ in counts), sum(each if on else count for count, on in counts)


def _figures(row: Mapping[str, Any]) -> _Figures:
    low, high = row["ci95"]
    key, repeats, meets = row["contestant"], len(row["seconds"]), meeting(row["spans"])
    times = zip(row.get("cpu_seconds", ()), row["seconds"], strict=False)
    computed = median([cpu / seconds for cpu, seconds in times if seconds] or [1.0])
    return _Figures(key, row["median"], low, high, row["published"], repeats, meets, computed)


def _least(rows: Iterable[_Figures]) -> _Figures | None:
    """Return the row with the smallest median."""
    return min(rows, key=lambda row: row.median, default=None)


def _of(rows: _Rows, keys: tuple[str, ...]) -> _Figures | None:
    """Return the row with the smallest median among these keys."""
    return _least(rows[key] for key in keys if key in rows)


def _fastest(rows: _Rows) -> Iterator[Message]:
    """Yield the sentence about the fastest method."""
    best, *others = sorted(rows.values(), key=lambda row: row.median)
    key = "verdict.fastest" if others else "verdict.alone"
    if not all(best.is_faster(other) for other in others):
        key = "verdict.fastest_unclear"
    yield message(key, name=best.key, seconds=best.median)


def _overlapping(rows: _Rows) -> list[_Figures]:
    """Return the rows whose jobs ran at the same time."""
    return [row for key, row in rows.items() if key != BASELINE and row.meets == "overlap"]


def _single(rows: _Rows, settings: Mapping[str, Any]) -> Iterator[Message]:
    """Yield the sentences about one job: no method can be better than another, nor any advice."""
    yield message("verdict.one_job")
    if settings["workload"] == "cpu":
        yield from _shared(rows.get(BASELINE))


def _overlap(rows: _Rows) -> Iterator[Message]:
    """Yield the sentences about methods whose waits overlap, and the time that this saves."""
    base, together = rows.get(BASELINE), _overlapping(rows)
    if base is None:
        yield from _fastest(rows)
        return
    if not together:
        yield message("verdict.no_overlap", base=base.median)
        return
    faster = [row.median for row in together if row.is_faster(base)]
    given: dict[str, Argument] = {"n": len(together), "base": base.median}
    if faster:
        usual = median(faster)
        given |= {"seconds": usual, "times": f"{base.median / usual:.1f}", "faster": len(faster)}
    key = "verdict.overlap_some" if faster else "verdict.overlap_unclear"
    yield message("verdict.overlap" if len(faster) == len(together) else key, **given)


def _waiting(rows: _Rows, settings: Mapping[str, Any]) -> Iterator[Message]:
    yield from _overlap(rows)
    yield from _unpatched(rows, "verdict.gevent_sleeps")
    yield from _dearer(rows)
    yield from _published(rows, settings)
    yield message("verdict.advice_sleep")


def _unpatched(rows: _Rows, key: str) -> Iterator[Message]:
    """Yield the sentence that gevent gains nothing as printed, and the effect of patching."""
    plain, patched = rows.get("gevent"), rows.get("gevent-patched")
    if plain is not None and plain.meets == "in turn":
        yield message(key)
        if patched is not None and patched.meets == "overlap":
            yield message("verdict.patched", seconds=patched.median)


def _dearer(rows: _Rows) -> Iterator[Message]:
    """Yield the sentence about the overlapping method with the most expensive workers."""
    together = _overlapping(rows)
    best = _least(together)
    made = [row for row in together if row.key in (*PROCESSES, *OWN_LOCKS)]
    last = max(made, key=lambda row: row.median, default=None)
    if best is None or last is None:
        return
    if best.is_faster(last) and last.median > best.median * (1 + _DEARER):
        more = last.median - best.median
        yield message("verdict.dearer", name=last.key, seconds=more, best=best.key)


def _published(rows: _Rows, settings: Mapping[str, Any]) -> Iterator[Message]:
    """Yield the sentences that compare the article's figures at this scale with these."""
    scale: float = settings["scale"]
    printed = {row: row.published * scale for row in rows.values() if row.published}
    if not printed or scale < _LARGE:
        return

    def off(row: _Figures) -> float:
        return abs(row.median / printed[row] - 1)

    less, more = 1 - _HELD, 1 + _HELD
    outside = [
        row
        for row, value in printed.items()
        if row.repeats >= LEAST_TO_COMPARE and (row.low > value * more or row.high < value * less)
    ]
    held = all(
        row.repeats >= LEAST_TO_COMPARE and row.low >= value * less and row.high <= value * more
        for row, value in printed.items()
    )
    key = "verdict.published_held" if held else "verdict.published_unclear"
    worst = max(outside or printed, key=off)
    found = "verdict.published_not" if outside else key
    yield message(found, name=worst.key, percent=round(100 * off(worst)))


def _computing(rows: _Rows, settings: Mapping[str, Any], *, gil: bool) -> Iterator[Message]:
    process, thread, base = _of(rows, PROCESSES), _of(rows, THREADS), rows.get(BASELINE)
    if process is None or thread is None:
        yield from _fastest(rows)
    else:
        key = "verdict.no_processes" if thread.is_faster(process) else "verdict.processes_unclear"
        key = "verdict.processes" if process.is_faster(thread) else key
        times = f"{thread.median / process.median:.2f}"
        yield message(key, seconds=process.median, times=times, threads=thread.median)
    if thread is not None and gil:
        yield from _lock(thread, base, _of(rows, OWN_LOCKS))
    speedup = settings.get("two_process_speedup")
    shared = [*_shared(base)]
    if speedup is not None and speedup < _BUSY:
        yield message("verdict.busy", speedup=f"{speedup:.2f}")
    elif shared:
        yield from shared
    elif process is not None and thread is not None:
        yield from _gain(process, thread, speedup)
    if process is not None and thread is not None and process.is_faster(thread):
        yield message("verdict.advice_cpu_held")


def _shared(base: _Figures | None) -> Iterator[Message]:
    """Yield the sentence that other programs took processor time, if they did."""
    if base is not None and base.computed < _OWN:
        yield message("verdict.shared", name=base.key, percent=round(100 * base.computed))


def _lock(thread: _Figures, base: _Figures | None, own: _Figures | None) -> Iterator[Message]:
    """Yield the sentences about the effect of the GIL on threads, and about methods without it."""
    if base is not None:
        yield from _held_lock(thread, base)
    if own is not None and own.is_faster(thread):
        yield message("verdict.own_lock", name=own.key, seconds=own.median)


def _held_lock(thread: _Figures, base: _Figures) -> Iterator[Message]:
    if base.is_faster(thread) and thread.median > base.median * (1 + _ALIKE):
        yield message("verdict.lock_costs", seconds=thread.median, base=base.median)
    elif base.is_faster(thread, allowed=_ALIKE):
        given = {"seconds": thread.median, "base": base.median}
        yield message("verdict.lock", percent=round(100 * _ALIKE), **given)
    elif not thread.is_faster(base):
        yield message("verdict.lock_unclear", seconds=thread.median, base=base.median)


def _gain(process: _Figures, thread: _Figures, speedup: float | None) -> Iterator[Message]:
    """Yield the share of the machine's possible gain that was reached, or that there is none."""
    if speedup is not None and process.is_faster(thread):
        share = (thread.median / process.median - 1) / (speedup - 1)
        yield message("verdict.gain", speedup=f"{speedup:.2f}", percent=round(100 * share))
    elif thread.is_faster(process):
        yield message("verdict.advice_cpu_not")


def _requests(rows: _Rows, _: Mapping[str, Any]) -> Iterator[Message]:
    yield from _overlap(rows)
    yield from _unpatched(rows, "verdict.gevent_asks")
    yield from _dearer(rows)
    named = ("threading", "asyncio", "gevent-patched")
    if all(key in rows for key in named):
        medians = [rows[key].median for key in named]
        apart = max(medians) / min(medians) - 1
        if apart <= _ALIKE:
            yield message("verdict.alike", percent=max(1, math.ceil(100 * apart)))
    own, best = rows.get("asyncio"), _least(row for row in rows.values() if row.key != "asyncio")
    if own is not None and best is not None:
        key = "verdict.advice_io_unclear"
        if own.is_faster(best, allowed=_ALIKE):
            key = "verdict.advice_io_held"
        elif best.is_faster(own) and own.median > best.median * (1 + _ALIKE):
            key = "verdict.advice_io_not"
        yield message(key)
