"""The figures of a shared-memory lab's report."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from visualizer.labs.reading import MACHINE, amount, difference, each, pair, taken, text
from visualizer.labs.shared_memory.methods.registry import METHODS
from visualizer.labs.statistics import LEAST_FOR_INTERVAL

RUN_STAGES = ("started", "loaded", "transferred", "written", "dropped", "ended")
"""The stages of a run, in order."""


@dataclass(frozen=True)
class SegmentTimeline:
    """A watched run, in the form of a report: names and seconds of ``stages``, names and sizes of
    all ``segments`` that ever existed. A moment has the segments ``there`` from ``at`` seconds on:
    each with the processes ``by`` which it is mapped, and whether its name is ``unlinked``.
    """

    stages: Sequence[tuple[str, float]] = ()
    processes: Sequence[str] = ()
    segments: Sequence[Mapping[str, Any]] = ()
    moments: Sequence[Mapping[str, Any]] = ()

    @cached_property
    def times(self) -> tuple[float, ...]:
        """The seconds of all changes and stages."""
        changes = (one["at"] for one in self.moments)
        return tuple(sorted({*changes, *(at for _, at in self.stages)}))

    def at(self, seconds: float) -> Sequence[Mapping[str, Any]]:
        """Return the segments that existed at that time."""
        place = bisect_right([one["at"] for one in self.moments], seconds) - 1
        return self.moments[place]["there"] if place >= 0 else ()

    def all_mappers(self, seconds: float) -> dict[str, set[str]]:
        """Return the processes that had mapped each segment up to that time, by segment."""
        found: dict[str, set[str]] = {}
        for moment in self.moments:
            if moment["at"] <= seconds:
                for one in moment["there"]:
                    found.setdefault(one["name"], set()).update(one["by"])
        return found

    def stage(self, seconds: float) -> str:
        """Return the last stage reached at that time, empty before the first."""
        reached = [name for name, at in self.stages if at <= seconds]
        return reached[-1] if reached else ""

    def gone(self) -> int:
        """Return how many segments no longer existed at the end."""
        last = {one["name"] for one in self.moments[-1]["there"]} if self.moments else set()
        return sum(one["name"] not in last for one in self.segments)


STAGES = ("load", "transfer", "write")
KINDS = ("rss", "pss", "uss")
_METHODS = {one.key: one for one in METHODS}


@dataclass(frozen=True, slots=True)
class Curve:
    """The memory of a process, or of ``all``; samples are seconds, then bytes as in ``KINDS``."""

    process: str
    samples: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Figure:
    """The measurements of a method.

    ``medians`` and ``spread`` are the median seconds, and their intervals or ranges, of each stage
    and of the total: those of one repeat may be the shortest or longest of all. ``rate`` is that of
    the transfer in GB/s; threads have none: the parent has what they parse. ``peak`` are bytes of
    the resident, proportional and unique set size.
    """

    key: str
    medians: Mapping[str, float] = field(default_factory=dict)
    repeats: Sequence[float] = ()
    spread: Mapping[str, Sequence[float]] = field(default_factory=dict)
    peak: Mapping[str, float] = field(default_factory=dict)
    curves: tuple[Curve, ...] = ()
    timeline: SegmentTimeline = field(default_factory=SegmentTimeline)
    payload: float = 0.0
    rate: float | None = None
    times_payload: float | None = None
    copies: int = 0
    checksum: str = ""
    leaked: int = 0
    findings: Mapping[str, int] | None = None
    error: str = ""

    @property
    def total(self) -> float | None:
        """Median seconds in total, None if never timed."""
        return self.medians.get("total")

    @property
    def transfer(self) -> float | None:
        """Median seconds of the transfer, None if never timed."""
        return self.medians.get("transfer")

    @property
    def is_script(self) -> bool:
        """Whether the method is a script of the document, as printed."""
        return bool(_METHODS[self.key].script)

    @property
    def is_range(self) -> bool:
        """Whether the spread is only a range, because there are too few repeats."""
        return len(self.repeats) < LEAST_FOR_INTERVAL


@dataclass(frozen=True, slots=True)
class Found:
    """The figures of a ``report``, and its other parts."""

    figures: tuple[Figure, ...] = ()
    report: Mapping[str, Any] = field(default_factory=dict)

    def part(self, key: str) -> Any:
        """Return a part of the report, such as its ``settings``; empty if it has none."""
        return self.report.get(key) or {}

    @property
    def keys(self) -> tuple[str, ...]:
        """The methods, in order."""
        return tuple(one.key for one in self.figures)

    def of(self, key: str) -> Figure | None:
        """Return the figures of a method."""
        return next((one for one in self.figures if one.key == key), None)

    @property
    def methods(self) -> tuple[Figure, ...]:
        """The methods except the printed scripts."""
        return tuple(one for one in self.figures if not one.is_script)

    @property
    def scripts(self) -> tuple[Figure, ...]:
        """The printed scripts."""
        return tuple(one for one in self.figures if one.is_script)

    @property
    def timed(self) -> tuple[Figure, ...]:
        """The methods that were timed and did not fail."""
        return tuple(one for one in self.methods if one.total is not None and not one.error)

    @property
    def limits(self) -> Mapping[str, float]:
        """The limits of the machine, in GB/s."""
        return self.part("limits").get("gb_s") or {}

    @property
    def swept(self) -> list[Mapping[str, Any]]:
        """The transfers of single arrays: ``way``, ``bytes``, ``seconds``."""
        return [row for row in self.part("sweep") if row.get("seconds")]

    @property
    def left(self) -> Mapping[str, int]:
        """The remains after the end by kind; empty before."""
        left: Mapping[str, int] = self.part("left")
        return left if "segments" in left else {}


def read(report: Mapping[str, Any] | None) -> Found:
    """Return the figures of a report."""
    return Found(tuple(map(read_row, report["results"])), report) if report else Found()


def read_row(row: Mapping[str, Any]) -> Figure:
    """Return the figures of a row of results, or of a run that is being watched."""
    curves = [Curve("all", row.get("memory") or ())]
    for one in row.get("memory_by_process") or ():
        curves.append(Curve(one["process"], one["memory"]))
    return Figure(
        key=row["method"],
        medians=_known(row, "median_seconds") or _known(row, "seconds"),
        repeats=row.get("repeats") or (),
        spread=_known(row, "ci95"),
        peak=_known(row, "peak_bytes"),
        curves=tuple(one for one in curves if one.samples),
        timeline=taken(SegmentTimeline, row.get("course") or {}),
        payload=row.get("payload_bytes") or 0,
        rate=rate_of(row),
        times_payload=row.get("times_payload"),
        copies=row.get("copies") or 0,
        checksum=row.get("checksum") or "",
        leaked=row.get("leaked_segments") or 0,
        findings=row.get("findings"),
        error=row.get("error") or "",
    )


def rate_of(row: Mapping[str, Any]) -> float | None:
    """Return the rate of a row's transfer; threads transfer nothing."""
    return None if row["method"] == "threads" else row.get("transfer_gb_s")


def _known(row: Mapping[str, Any], part: str) -> dict[str, Any]:
    """Return a part of a row without unknown figures."""
    return {key: one for key, one in (row.get(part) or {}).items() if one is not None}


_KNOWN, _TEXT = (None, amount), (None, text)
_SECONDS = dict.fromkeys((*STAGES, "total"), _KNOWN)
_SPREADS = (None, each((None, pair)))
_USAGE = (None, dict.fromkeys(KINDS, _KNOWN))
_MEMORY = (
    None,
    [lambda one: isinstance(one, list) and len(one) == 1 + len(KINDS) and all(map(amount, one))],
)
_THERE = [{"name": text, "by": [text], "unlinked": lambda one: isinstance(one, bool)}]
_COURSE = {
    "stages": [
        lambda one: isinstance(one, list) and len(one) == 2 and text(one[0]) and amount(one[1])
    ],
    "processes": [text],
    "segments": [{"name": text, "size": amount}],
    "moments": [{"at": amount, "there": _THERE}],
}
_ROW = {
    "method": tuple(_METHODS),
    "seconds": (None, _SECONDS),
    "median_seconds": (None, _SECONDS),
    "repeats": (None, [amount]),
    "ci95": _SPREADS,
    "peak_bytes": _USAGE,
    "memory": _MEMORY,
    "memory_by_process": (None, [{"process": text, "memory": _MEMORY}]),
    "course": (None, _COURSE),
    "findings": (None, each(amount)),
    **dict.fromkeys(("payload_bytes", "times_payload", "copies", "transfer_gb_s"), _KNOWN),
    "leaked_segments": _KNOWN,
    "checksum": _TEXT,
    "error": _TEXT,
}
_PAYS = {"start_seconds": _KNOWN, "fastest": text, "extra_seconds": difference}
_SWEPT = {
    "way": text,
    "bytes": amount,
    "seconds": _KNOWN,
    "ci95": (None, pair),
    "error": _TEXT,
}
_GROWN = {
    "method": text,
    "rows": amount,
    "seconds": _SECONDS,
    "median_seconds": (None, _SECONDS),
    "repeats": (None, [amount]),
    "ci95": _SPREADS,
    "peak_bytes": _USAGE,
    "error": _TEXT,
}
SHAPE = {
    "lab": "shared-memory",
    "host": MACHINE,
    "absent": each(text),
    "results": [_ROW],
    "settings": {"output": _TEXT, "sources": (None, [text]), "layout": (None, {})},
    "limits": (None, {"gb_s": (None, each(amount))}),
    "sweep": (None, [_SWEPT]),
    "wins_from_bytes": _KNOWN,
    "growth": (None, [_GROWN]),
    "reader_pays": (None, {"from_rows": _KNOWN, "times": [pair], "import": _KNOWN}),
    "dask_pays": (None, {**_PAYS, "workers_to_pay": _KNOWN}),
    "killed": (None, {"stayed": _KNOWN, "left": _KNOWN, "seconds": _KNOWN, "error": _TEXT}),
    "left": (None, each(amount)),
    "output": (None, {"method": _TEXT, "seconds": _KNOWN}),
}
"""The shape of a report that can be shown."""
