"""Draws the conclusions of the shared-memory lab, as keys of words and their arguments."""

from collections.abc import Iterable

from visualizer.labs.message import Argument, Message, message
from visualizer.labs.statistics import overlap, too_few
from visualizer.shell.labs.common.amounts import bytes_text
from visualizer.shell.labs.shared_memory.figures import Figure, Found

PICKLED = ("process-queue", "pool-pickle")
_SHARED = "shm"
"""The prefix of the methods that use segments of shared memory."""
_ALIKE = 1.25
"""The largest ratio of two times that the verdict calls about the same."""
_THREADS, _REUSED = "threads", "shm-reused"


def verdict(found: Found, *, is_whole: bool = True) -> tuple[Message, ...]:
    """Return the sentences of the verdict, the most important one first.

    Nothing is concluded from a run that is not whole until it has timed every method often enough.
    """
    missing = not found.figures or any(one.total is None and not one.error for one in found.methods)
    if missing and not is_whole:
        return (message("shm.not_all"),)
    few = too_few(len(one.repeats) for one in found.timed)
    sentences = _of_methods(found) if is_whole or few is None else []
    if few is not None:
        sentences.append(few)
    if not sentences and found.scripts:
        sentences = _of_scripts(found)
    if not sentences:
        failed = any(one.error for one in found.figures)
        nothing = "shm.all_failed" if failed else "shm.nothing_yet"
        return (message(nothing),)
    failures = sum(bool(one.error) for one in found.methods)
    if failures:
        sentences.append(message("shm.some_failed", n=failures))
    if not is_whole:
        sentences.append(message("shm.so_far"))
    return tuple(sentences)


def _of_methods(found: Found) -> list[Message]:
    if not found.timed:
        return []
    pair = compared_pair(found)
    if pair is None:
        one = _fastest(found.timed)
        sentences = [message("shm.alone", name=one.key, size=_size(one), seconds=_transfer(one))]
    else:
        shared, pickled = pair
        sentences = [_first_sentence(shared, pickled)]
        sentences += [*_reused(found, shared), *_share_of_parsing(shared, pickled)]
        sentences += _memory(shared, pickled)
    return [*sentences, *_same_table(found), *_left(found)]


def compared_pair(found: Found) -> tuple[Figure, Figure] | None:
    """Return the fastest transfer through new segments, and the fastest by pickling.

    Methods that keep segments and workers for the next run count only if there are no others.
    """
    shared = [one for one in found.timed if one.key.startswith(_SHARED)]
    shared = [one for one in shared if one.key != _REUSED] or shared
    pickled = [one for one in found.timed if one.key in PICKLED]
    return (_fastest(shared), _fastest(pickled)) if shared and pickled else None


def _fastest(figures: Iterable[Figure]) -> Figure:
    return min(figures, key=_transfer)


def _transfer(one: Figure) -> float:
    return one.transfer or 0.0


def _size(one: Figure) -> str:
    return bytes_text(one.payload)


def _first_sentence(shared: Figure, pickled: Figure) -> Message:
    times = _transfer(pickled) / max(_transfer(shared), 1e-9)
    key = "shm.faster" if times > _ALIKE else "shm.alike"
    if times < 1 / _ALIKE:
        key = "shm.slower"
    if key != "shm.alike" and _overlap(shared, pickled, "transfer"):
        key = "shm.unclear"
    return message(
        key,
        size=_size(shared),
        shared=_transfer(shared),
        pickled=_transfer(pickled),
        times=times_text(times if times >= 1 else 1 / max(times, 1e-9)),
        by=shared.key,
        other=pickled.key,
    )


def _overlap(one: Figure, other: Figure, stage: str) -> bool:
    repeats = min(len(one.repeats), len(other.repeats))
    return overlap(one.spread.get(stage), other.spread.get(stage), repeats)


def _reused(found: Found, shared: Figure) -> list[Message]:
    """Say how long the transfer takes when segments are reused."""
    reused = found.of(_REUSED)
    if reused is None or reused.error or reused.transfer is None or reused.key == shared.key:
        return []
    return [message("shm.reused", seconds=reused.transfer)]


def _share_of_parsing(shared: Figure, pickled: Figure) -> list[Message]:
    """Say which share of the total is parsing, and how much sharing memory gains in total."""
    load, total, other = shared.medians.get("load"), shared.total, pickled.total
    if load is None or not total or not other:
        return []
    percent, gain = round(100 * load / total), round(100 * (other - total) / other)
    has_gain = gain >= 1 and not _overlap(shared, pickled, "total")
    key = "shm.parsing_gain" if has_gain else "shm.parsing_no_gain"
    return [message(key, percent=percent, gain=gain, by=shared.key)]


def _memory(shared: Figure, pickled: Figure) -> list[Message]:
    one, other = shared.times_payload, pickled.times_payload
    if not one or not other or shared.payload < 1e6:
        return []
    return [message("shm.memory", shared=times_text(one), pickled=times_text(other))]


def _same_table(found: Found) -> list[Message]:
    sums = {one.checksum for one in found.timed if one.checksum}
    if len(found.timed) < 2 or not sums:
        return []
    return [message("shm.same_table" if len(sums) == 1 else "shm.other_table", n=len(found.timed))]


def _left(found: Found) -> list[Message]:
    leaked = sum(one.leaked for one in found.methods)
    if leaked:
        return [message("shm.leaked", n=leaked)]
    return [message("shm.nothing_left")] if found.left else []


def _of_scripts(found: Found) -> list[Message]:
    wrong = [one for one in found.scripts if any((one.findings or {}).values())]
    return [message("shm.scripts_wrong", n=len(wrong))] if wrong else []


def sweep_sentences(found: Found) -> tuple[Message, ...]:
    """Say from which size on shared memory wins."""
    if not found.swept:
        return ()
    wins_from = found.report.get("wins_from_bytes")
    if wins_from is None:
        return (message("shm.never_wins"),)
    sizes = sorted({one["bytes"] for one in found.swept})
    if wins_from <= sizes[0]:
        return (message("shm.always_wins", size=bytes_text(wins_from)),)
    before = max(size for size in sizes if size < wins_from)
    return (
        message("shm.wins_from", before=bytes_text(before), size=bytes_text(wins_from)),
        *_at_largest(found, sizes[-1]),
    )


def _at_largest(found: Found, size: float) -> tuple[Message, ...]:
    at = {one["way"]: one["seconds"] for one in found.swept if one["bytes"] == size}
    if "queue" not in at or "shm" not in at:
        return ()
    times = times_text(at["queue"] / max(at["shm"], 1e-9))
    return (message("shm.at_largest", size=bytes_text(size), times=times),)


def limits_sentences(found: Found) -> tuple[Message, ...]:
    """Compare the fastest transfer through new segments with the limits of this machine."""
    shared = [one for one in found.timed if one.key.startswith(_SHARED) and one.rate]
    shared = [one for one in shared if one.key != _REUSED]
    first, copied = found.limits.get("first_touch"), found.limits.get("memcpy")
    if not shared or not first or not copied:
        return ()
    best = max(shared, key=lambda one: one.rate or 0.0)
    rate = best.rate or 0.0
    return (
        message(
            "shm.limits",
            name=best.key,
            rate=rate_text(rate),
            first=rate_text(first),
            percent=round(100 * rate / first),
            memcpy=rate_text(copied),
        ),
    )


def dask_sentences(found: Found) -> tuple[Message, ...]:
    """Say what the cluster costs, and from how many workers on it would pay off."""
    pays = found.part("dask_pays")
    if not pays:
        return ()
    extra, workers = float(pays["extra_seconds"]), pays.get("workers_to_pay")
    given: dict[str, Argument] = {"name": pays["fastest"]}
    given["start"] = float(pays.get("start_seconds") or 0)
    if pays.get("is_unclear") or extra <= 0:
        said = message("shm.dask_unclear" if pays.get("is_unclear") else "shm.dask_now", **given)
    elif workers is None:
        said = message("shm.dask_never", extra=extra, **given)
    else:
        said = message("shm.dask_workers", n=workers, extra=extra, **given)
    elsewhere = found.part("settings").get("scheduler")
    return (said, message("shm.dask_elsewhere")) if elsewhere else (said,)


def reader_sentences(found: Found) -> tuple[Message, ...]:
    """Say from how many rows on the fast reader pays off, its import included."""
    pays = found.part("reader_pays")
    if not pays or not pays["times"] or pays.get("import") is None:
        return ()
    rows, times = max(pays["times"])
    given: dict[str, Argument] = {"rows": f"{rows:,.0f}", "times": times_text(times)}
    given["cost"] = float(pays["import"])
    if (least := pays.get("from_rows")) is None:
        return (message("shm.reader_never", **given),)
    return (message("shm.reader_pays", least=f"{least:,.0f}", **given),)


def threads_sentences(found: Found) -> tuple[Message, ...]:
    """Say that threads need no transfer but parse more slowly, if that was measured."""
    threads = found.of(_THREADS)
    others = [one for one in found.timed if one.key.startswith(_SHARED) or one.key in PICKLED]
    if threads is None or threads.error or not threads.medians or not others:
        return ()
    quickest = min(others, key=lambda one: one.medians.get("load", 0.0))
    fastest, load = (one.medians.get("load", 0.0) for one in (quickest, threads))
    if not fastest or load < _ALIKE * fastest or _overlap(threads, quickest, "load"):
        return ()
    key = "shm.threads_free" if found.part("host").get("gil") is False else "shm.threads"
    return (message(key, load=load, quickest=fastest, times=times_text(load / fastest)),)


def times_text(times: float) -> str:
    """Format a ratio: with one decimal below ten, else without."""
    return f"{times:.1f}" if times < 10 else f"{times:,.0f}"


def rate_text(rate: float) -> str:
    """Format a rate, as in 1.03 GB/s."""
    return f"{rate:.3g} GB/s" if rate < 100 else f"{rate:,.0f} GB/s"
