"""Converts the observations of a watched run to JSON: which process mapped which segment."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from visualizer.labs.shared_memory.comparison.watching import Mapped, Sample, Seen

_MOST_SAMPLES, _MOST_MOMENTS = 120, 80
_TRACKER = "resource_tracker"

PARENT, MANAGER, TRACKER = "parent", "manager", "tracker"
"""Roles of processes; the others are workers, counted from 1: ``worker 1``."""

type Json = dict[str, Any]


def roles(seen: Mapping[int, Seen], parent: int, *, managed: bool = False) -> dict[int, str]:
    """Return the role of each process. With ``managed``, the parent's first child is a manager.

    The resource tracker is known by its command line; the others are counted in the order of their
    start.
    """
    found = {parent: PARENT}
    others = sorted((one.begun, number) for number, one in seen.items() if number != parent)
    count = 0
    for _, number in others:
        if _TRACKER in seen[number].command:
            found[number] = TRACKER
        elif managed and MANAGER not in found.values():
            found[number] = MANAGER
        else:
            count += 1
            found[number] = f"worker {count}"
    return found


def memory_of(samples: Sequence[Sample]) -> list[list[float]]:
    """Return seconds, and bytes of all processes: RSS, PSS, USS."""
    return [
        [one.at, one.total.rss, one.total.pss, one.total.uss]
        for one in thinned(samples, _MOST_SAMPLES)
    ]


def memory_by_process(samples: Sequence[Sample], who: Mapping[int, str]) -> list[Json]:
    """Return seconds and bytes of each process that ever ran."""
    some = thinned(samples, _MOST_SAMPLES)
    return [
        {
            "process": role,
            "memory": [
                [one.at, usage.rss, usage.pss, usage.uss]
                for one in some
                if (usage := one.processes.get(number)) is not None
            ],
        }
        for number, role in who.items()
    ]


def run_timeline(
    samples: Sequence[Sample], marks: Sequence[tuple[str, float]], who: Mapping[int, str]
) -> Json:
    """``stages`` has the time of each stage, ``segments`` every segment that existed, ``moments``
    each change: the segments ``there`` and the processes that map them. Times are seconds since
    watching began; ``by`` and ``processes`` are roles. A removed segment is in no later moment.
    """
    segments: dict[str, int] = {}
    moments: list[Json] = []
    for sample in samples:
        for one in sample.segments:
            segments[one.name] = max(one.size, segments.get(one.name, 0))
        there = [_mapped(one, who) for one in sample.segments]
        there.sort(key=lambda one: str(one["name"]))
        if not moments or moments[-1]["there"] != there:
            moments.append({"at": sample.at, "there": there})
    return {
        "stages": [[stage, at] for stage, at in marks],
        "processes": [role for role in who.values() if role != TRACKER],
        "segments": [{"name": name, "size": size} for name, size in sorted(segments.items())],
        "moments": _some(moments, [at for _, at in marks]),
    }


def _mapped(one: Mapped, who: Mapping[int, str]) -> Json:
    by = sorted(who[number] for number in one.by if number in who)
    return {"name": one.name, "by": by, "unlinked": one.is_unlinked}


def _some(moments: list[Json], marks: Sequence[float]) -> list[Json]:
    """Return a limited number of moments, including those at which a stage was reached."""
    at_marks = (
        max((at for at, one in enumerate(moments) if one["at"] <= mark), default=0)
        for mark in marks
    )
    return [moments[at] for at in _places(len(moments), _MOST_MOMENTS, at_marks)]


def thinned(samples: Sequence[Sample], most: int) -> list[Sample]:
    """Return at most so many samples, including the first, the last and the largest."""
    sizes = ([getattr(one.total, kind) for one in samples] for kind in ("rss", "pss", "uss"))
    largest = (of.index(max(of)) for of in sizes if of)
    return [samples[at] for at in _places(len(samples), most, largest)]


def _places(count: int, most: int, kept: Iterable[int]) -> Sequence[int]:
    """Return places among ``count``, evenly spaced, with the first, the last and those ``kept``."""
    if count <= most:
        return range(count)
    return sorted({*range(0, count, count // most + 1), count - 1, *kept})
