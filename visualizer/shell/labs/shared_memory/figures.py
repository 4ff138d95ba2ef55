"""Reads the figures of a shared-memory lab's report, which may hold anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from visualizer.labs.reading import (
    count,
    is_machine,
    mapping,
    number,
    numbers,
    pair,
    pairs,
    rows,
    text,
)
from visualizer.labs.shared_memory.methods.registry import METHODS
from visualizer.labs.statistics import LEAST_FOR_INTERVAL
from visualizer.shell.labs.shared_memory.segment_timeline import SegmentTimeline, read_timeline

STAGES = ("load", "transfer", "write")
KINDS = ("rss", "pss", "uss")
_KNOWN = {one.key: one for one in METHODS}


@dataclass(frozen=True, slots=True)
class Curve:
    """The memory of a process, or of ``all``; samples are seconds, then bytes as in ``KINDS``."""

    process: str
    samples: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """The measurements of a method.

    ``seconds`` are those of the repeat with the median total; ``spread`` are the intervals or
    ranges of each stage and of the total. ``peak`` are bytes of the resident, proportional and
    unique set size.
    """

    key: str
    seconds: Mapping[str, float]
    repeats: tuple[float, ...] = ()
    spread: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    peak: Mapping[str, float] = field(default_factory=dict)
    curves: tuple[Curve, ...] = ()
    timeline: SegmentTimeline = field(default_factory=SegmentTimeline)
    payload: float = 0.0
    times_payload: float | None = None
    copies: int = 0
    rate: float | None = None
    checksum: str = ""
    leaked: int = 0
    findings: Mapping[str, int] | None = None
    error: str = ""

    @property
    def total(self) -> float | None:
        """Seconds in total, None if never timed."""
        return self.seconds.get("total")

    @property
    def transfer(self) -> float | None:
        """Seconds of the transfer, None if never timed."""
        return self.seconds.get("transfer")

    @property
    def is_script(self) -> bool:
        """Whether the method is a script of the document, as printed."""
        return bool(_KNOWN[self.key].script)

    @property
    def is_range(self) -> bool:
        """Whether the spread is only a range, because there are too few repeats."""
        return len(self.repeats) < LEAST_FOR_INTERVAL


@dataclass(frozen=True, slots=True)
class Swept:
    """The seconds that a way of transfer took for ``size`` bytes."""

    way: str
    size: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Grown:
    """A whole job of a method with ``rows`` rows; ``peak`` is in bytes of PSS."""

    method: str
    rows: float
    seconds: Mapping[str, float]
    peak: float | None


@dataclass(frozen=True, slots=True)
class Killed:
    """The outcome of killing a worker, as numbers of segments: after it, after cleanup."""

    error: str
    stayed: int
    left: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class ReaderPays:
    """When the fast reader beats ``loadtxt``.

    It does so from ``from_rows`` rows on, its import of ``cost`` seconds included. At the largest
    size, ``rows``, it is ``times`` as fast.
    """

    from_rows: float | None
    cost: float
    rows: float
    times: float


@dataclass(frozen=True, slots=True)
class DaskPays:
    """When Dask beats the ``fastest`` method.

    Its cluster starts in ``start`` seconds, then it takes ``extra`` seconds more, unless that
    ``is_unclear``. From ``workers`` workers on it would take less; None if no number is enough.
    """

    start: float
    fastest: str
    extra: float
    workers: int | None
    is_unclear: bool


@dataclass(frozen=True, slots=True)
class Found:
    """All figures of a report; ``limits`` are in GB/s, ``left`` counts what remained at the end."""

    figures: tuple[Figure, ...] = ()
    absent: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    swept: tuple[Swept, ...] = ()
    wins_from: float | None = None
    grown: tuple[Grown, ...] = ()
    reader_pays: ReaderPays | None = None
    dask_pays: DaskPays | None = None
    killed: Killed | None = None
    left: Mapping[str, int] | None = None
    output: Mapping[str, Any] = field(default_factory=dict)
    has_gil: bool = True

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
    def output_path(self) -> str:
        """The path of the HDF5 file in the settings."""
        return text(self.settings.get("output"))


def read(report: Mapping[str, Any] | None) -> Found:
    """Return the figures of a report; skip invalid rows."""
    if report is None:
        return Found()
    gb_s = mapping(mapping(report.get("limits")).get("gb_s"))
    limits = {key: value for key, one in gb_s.items() if (value := number(one))}
    left = mapping(report.get("left"))
    return Found(
        tuple(_figure(row) for row in rows(report.get("results")) if row.get("method") in _KNOWN),
        {key: text(value) for key, value in mapping(report.get("absent")).items()},
        mapping(report.get("settings")),
        limits,
        tuple(_swept(row) for row in rows(report.get("sweep")) if number(row.get("seconds"))),
        number(report.get("wins_from_bytes")),
        tuple(_grown(row) for row in rows(report.get("growth")) if "total" in _seconds(row)),
        _reader_pays(mapping(report.get("reader_pays"))),
        _dask_pays(mapping(report.get("dask_pays"))),
        _killed(mapping(report.get("killed"))),
        {key: count(one) for key, one in left.items()} if "segments" in left else None,
        mapping(report.get("output")),
        mapping(report.get("host")).get("gil") is not False,
    )


def is_sound(report: Mapping[str, Any]) -> bool:
    """Whether every row of a report, and its machine, can be shown."""
    return len(read(report).figures) == len(report["results"]) and is_machine(report["host"])


def _figure(row: Mapping[str, Any]) -> Figure:
    spread = {key: pair(one) for key, one in mapping(row.get("ci95")).items()}
    findings = row.get("findings")
    return Figure(
        key=row["method"],
        seconds=_seconds(row),
        repeats=numbers(row.get("repeats")),
        spread={key: one for key, one in spread.items() if one is not None},
        peak=_known(row.get("peak_bytes"), KINDS),
        curves=_curves(row),
        timeline=read_timeline(mapping(row.get("course"))),
        payload=number(row.get("payload_bytes")) or 0.0,
        times_payload=number(row.get("times_payload")),
        copies=count(row.get("copies")),
        # Threads transfer nothing: the parent already has what they parse.
        rate=number(row.get("transfer_gb_s")) if row["method"] != "threads" else None,
        checksum=text(row.get("checksum")),
        leaked=count(row.get("leaked_segments")),
        findings={key: count(one) for key, one in findings.items()}
        if isinstance(findings, dict)
        else None,
        error=text(row.get("error")),
    )


def _curves(row: Mapping[str, Any]) -> tuple[Curve, ...]:
    found = [Curve("all", _samples(row.get("memory")))]
    for one in rows(row.get("memory_by_process")):
        found.append(Curve(text(one.get("process")), _samples(one.get("memory"))))
    return tuple(one for one in found if one.samples)


def _samples(found: object) -> tuple[tuple[float, ...], ...]:
    samples = [numbers(one) for one in found] if isinstance(found, list) else []
    return tuple(one for one in samples if len(one) == 1 + len(KINDS))


def _known(found: object, keys: tuple[str, ...]) -> dict[str, float]:
    """Return the valid numbers among those of ``keys``."""
    given = mapping(found)
    return {key: one for key in keys if (one := number(given.get(key))) is not None}


def _seconds(row: Mapping[str, Any]) -> dict[str, float]:
    return _known(row.get("seconds"), (*STAGES, "total"))


def _swept(row: Mapping[str, Any]) -> Swept:
    size, seconds = number(row.get("bytes")) or 0.0, number(row.get("seconds")) or 0.0
    return Swept(text(row.get("way")), size, seconds)


def _grown(row: Mapping[str, Any]) -> Grown:
    peak = number(mapping(row.get("peak_bytes")).get("pss"))
    return Grown(text(row.get("method")), number(row.get("rows")) or 0.0, _seconds(row), peak)


def _reader_pays(found: Mapping[str, Any]) -> ReaderPays | None:
    times, cost = pairs(found.get("times")), number(found.get("import"))
    if not times or cost is None:
        return None
    return ReaderPays(number(found.get("from_rows")), cost, *max(times))


def _dask_pays(found: Mapping[str, Any]) -> DaskPays | None:
    extra = found.get("extra_seconds")
    if not isinstance(extra, int | float) or not abs(extra) < 1e9:
        return None
    start, workers = number(found.get("start_seconds")), count(found.get("workers_to_pay"))
    unclear, fastest = found.get("is_unclear") is True, text(found.get("fastest"))
    return DaskPays(start or 0.0, fastest, float(extra), workers or None, unclear)


def _killed(found: Mapping[str, Any]) -> Killed | None:
    if not found:
        return None
    return Killed(
        text(found.get("error")),
        count(found.get("stayed")),
        count(found.get("left")),
        number(found.get("seconds")),
    )
