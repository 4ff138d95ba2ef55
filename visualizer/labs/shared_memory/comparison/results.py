"""The results of a comparison for one method."""

from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

from visualizer.labs.shared_memory.comparison.course import (
    memory_by_process,
    memory_of,
    roles,
    run_timeline,
)
from visualizer.labs.shared_memory.comparison.watching import Sample, Watch
from visualizer.labs.shared_memory.tables.table import ROW_BYTES
from visualizer.labs.statistics import ends_of_median
from visualizer.platform.usage import Usage

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
    parent: int = 0
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

    def add_samples(self, watch: Watch, *, managed: bool) -> None:
        """Add the observations of the watched run; ``managed`` says that there was a manager."""
        self.peak, self.process_peaks = watch.peak, watch.peaks()
        self.samples = watch.samples
        self.roles = roles(watch.seen, self.parent, managed=managed)
        self.watched = observations(self.samples, self.marks, self.roles)

    def as_json(self) -> dict[str, Any]:
        """Return a RESULT of the command line's contract with all other measurements."""
        typical = self.typical
        transfer = typical["transfer"] if typical else 0.0
        return {
            "method": self.method,
            "seconds": typical or dict.fromkeys(STAGES),
            "repeats": self.totals,
            "ci95": {
                stage: ends_of_median([seconds[stage] for seconds in self.repeats])
                for stage in STAGES
            },
            "peak_bytes": _bytes(self.peak),
            "before_bytes": _bytes(self.before),
            "process_peak_bytes": [
                {"process": self.roles.get(process, "worker"), **_bytes(usage)}
                for process, usage in self.process_peaks.items()
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
    return {
        "memory": memory_of(samples),
        "memory_by_process": memory_by_process(samples, who),
        "course": run_timeline(samples, marks, who),
    }


def _bytes(usage: Usage | None) -> dict[str, int | None]:
    return dict.fromkeys(("rss", "pss", "uss")) if usage is None else asdict(usage)
