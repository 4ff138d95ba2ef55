"""The results of a comparison for one method, with what was seen of its watched run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field
from statistics import median
from typing import Any

from visualizer.labs.shared_memory.comparison.watching import Mapped, Sample, Watch
from visualizer.labs.shared_memory.methods.job import TRACKER
from visualizer.labs.shared_memory.tables.table import ROW_BYTES
from visualizer.labs.statistics import ends_of_median
from visualizer.platform.usage import Usage

_MOST_SAMPLES, _MOST_MOMENTS = 120, 80
_MOST_LIVE = 60
"""Samples of a run that goes on: all of a long run would take the time that sampling needs."""

type Json = dict[str, Any]


def _memory(samples: Sequence[Sample], who: Mapping[int, str]) -> Json:
    """Return seconds, and bytes of RSS, PSS and USS: of all processes, and of each."""
    some = thinned(samples, _MOST_SAMPLES)
    by_process = [
        {
            "process": role,
            "memory": [
                [one.at, *astuple(one.processes[number])] for one in some if number in one.processes
            ],
        }
        for number, role in who.items()
    ]
    return {
        "memory": [[one.at, *astuple(one.total)] for one in some],
        "memory_by_process": by_process,
    }


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


STAGES = ("load", "transfer", "write", "total")


@dataclass(slots=True)
class Result:
    """Collects the repeats; ``error`` says why they stopped.

    ``before`` is the memory before the first row was parsed. ``roles`` names the processes,
    ``marks`` has the time of each stage of the watched run, ``watched`` the observations.
    ``findings`` count the faults of a printed script.
    """

    method: str
    copies: int
    error: str | None = None
    start_up: float | None = None
    cluster: float | None = None
    repeats: list[dict[str, float]] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    checksum: str | None = None
    rows: int = 0
    before: Usage | None = None
    peak: Usage | None = None
    process_peaks: dict[int, Usage] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)
    marks: list[tuple[str, float]] = field(default_factory=list)
    watched: dict[str, Any] = field(default_factory=lambda: observations([], [], {}))
    leaked: int = 0
    findings: dict[str, int] | None = None

    @property
    def totals(self) -> list[float]:
        """Total seconds of each repeat."""
        return [seconds["total"] for seconds in self.repeats]

    @property
    def typical(self) -> dict[str, float] | None:
        """Seconds of each stage in the repeat with the median total."""
        if not self.repeats:
            return None
        middle = median(self.totals)
        return min(self.repeats, key=lambda seconds: abs(seconds["total"] - middle))

    @property
    def payload(self) -> int:
        """Size of all tables in bytes."""
        return self.rows * ROW_BYTES

    @property
    def times_payload(self) -> float | None:
        """Return how many times the payload is in memory at the peak, beyond the memory before
        (PSS).
        """
        if self.peak is None or self.before is None or not self.payload:
            return None
        return (self.peak.pss - self.before.pss) / self.payload

    def observe(self, watch: Watch) -> None:
        """Take the observations of a run that is being watched, from some of its samples."""
        some = thinned(watch.samples, _MOST_LIVE)
        self.watched = observations(some, self.marks, self.roles)

    def add_samples(self, watch: Watch) -> None:
        """Add the observations of the watched run."""
        self.peak, self.process_peaks = watch.peak, watch.peaks()
        self.samples = watch.samples
        self.watched = observations(self.samples, self.marks, self.roles)

    def as_json(self) -> dict[str, Any]:
        """Return a RESULT of the command line's contract with all other measurements."""
        by_stage = [(stage, [seconds[stage] for seconds in self.repeats]) for stage in STAGES]
        medians = {stage: median(taken) if taken else None for stage, taken in by_stage}
        transfer = medians["transfer"]
        return {
            "method": self.method,
            "seconds": self.typical or dict.fromkeys(STAGES),
            "median_seconds": medians,
            "repeats": self.totals,
            "ci95": {stage: ends_of_median(taken) for stage, taken in by_stage},
            "peak_bytes": _bytes(self.peak),
            "before_bytes": _bytes(self.before),
            "process_peak_bytes": [
                {"process": self.roles[process], **_bytes(usage)}
                for process, usage in self.process_peaks.items()
                if process in self.roles
            ],
            **self.watched,
            "payload_bytes": self.payload,
            "times_payload": self.times_payload,
            "copies": self.copies,
            "transfer_gb_s": self.payload / transfer / 1e9 if transfer else None,
            "checksum": self.checksum,
            "leaked_segments": self.leaked,
            "start_up": self.start_up,
            "cluster_start": self.cluster or None,
            "workers_start": median(self.starts) if self.starts else None,
            "findings": self.findings,
            "error": self.error,
        }


def observations(
    samples: list[Sample], marks: list[tuple[str, float]], who: dict[int, str]
) -> dict[str, Any]:
    """Return what was seen of a run, as a RESULT has it."""
    return {**_memory(samples, who), "course": run_timeline(samples, marks, who)}


def _bytes(usage: Usage | None) -> dict[str, int | None]:
    return dict.fromkeys(("rss", "pss", "uss")) if usage is None else asdict(usage)
