"""Converts the observations of a watched run to JSON: which process mapped which segment."""

from collections.abc import Mapping, Sequence
from typing import Any

from visualizer.labs.shared_memory.comparison.watching import Mapped, Sample, Seen

_MOST_SAMPLES, _MOST_MOMENTS = 120, 80
_TRACKER = "resource_tracker"

PARENT, MANAGER, TRACKER = "parent", "manager", "tracker"
"""Roles of processes; the others are workers, counted from 1: ``worker 1``."""

type Json = dict[str, Any]


def roles(seen: Mapping[int, Seen], parent: int, *, managed: bool = False) -> dict[int, str]:
    """Who each process is. ``managed``: the first that the parent has started is a manager.

    The resource tracker is known by its command line; the others are counted as they began.
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
    """Seconds, then bytes of all processes: RSS, PSS, USS."""
    return [
        [one.at, one.total.rss, one.total.pss, one.total.uss]
        for one in thinned(samples, _MOST_SAMPLES)
    ]


def memory_by_process(samples: Sequence[Sample], who: Mapping[int, str]) -> list[Json]:
    """The same for each process of which there was ever one."""
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
    """``stages`` when which was reached; ``segments`` all there ever were; ``moments`` when
    something changed: which are ``there``, mapped by whom. Seconds since watching began.

    ``by`` and ``processes`` are roles. A segment that is gone is in no moment any more.
    """
    segments: dict[str, int] = {}
    moments: list[Json] = []
    for sample in samples:
        for one in sample.segments:
            segments[one.name] = max(one.size, segments.get(one.name, 0))
        there = [_there(one, who) for one in sample.segments]
        there.sort(key=lambda one: str(one["name"]))
        if not moments or moments[-1]["there"] != there:
            moments.append({"at": sample.at, "there": there})
    return {
        "stages": [[stage, at] for stage, at in marks],
        "processes": [role for role in who.values() if role != TRACKER],
        "segments": [{"name": name, "size": size} for name, size in sorted(segments.items())],
        "moments": _some(moments, [at for _, at in marks]),
    }


def _there(one: Mapped, who: Mapping[int, str]) -> Json:
    by = sorted(who[number] for number in one.by if number in who)
    return {"name": one.name, "by": by, "unlinked": one.is_unlinked}


def _some(moments: list[Json], marks: Sequence[float]) -> list[Json]:
    """Return a limited number of moments, including those at which a stage was reached."""
    if len(moments) <= _MOST_MOMENTS:
        return moments
    kept = set(range(0, len(moments), len(moments) // _MOST_MOMENTS + 1)) | {len(moments) - 1}
    for mark in marks:
        kept.add(max((at for at, one in enumerate(moments) if one["at"] <= mark), default=0))
    return [moments[at] for at in sorted(kept)]


def thinned(samples: Sequence[Sample], most: int) -> list[Sample]:
    """So many at most; the first and the last are among them, and the one with most."""
    if len(samples) <= most:
        return list(samples)
    step = len(samples) // most + 1
    kept = set(range(0, len(samples), step)) | {len(samples) - 1}
    for kind in ("rss", "pss", "uss"):
        sizes = [getattr(one.total, kind) for one in samples]
        kept.add(sizes.index(max(sizes)))
    return [samples[at] for at in sorted(kept)]
