"""Reads the figures of a streaming lab's report, which may come from a file and hold anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from visualizer.labs.reading import (
    is_machine,
    mapping,
    number,
    pair,
    pairs,
    rows,
    text,
)
from visualizer.labs.streaming.styles import STYLES

NUMBERS, FILE, ENDLESS = "numbers", "file", "endless"
TASKS = (NUMBERS, FILE, ENDLESS)
_KNOWN = tuple(one.key for one in STYLES)
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", RAISED)


@dataclass(frozen=True, slots=True)
class Why:
    """Why a size was not run, or not traced; ``needed`` and ``limit`` are bytes or seconds."""

    reason: str
    needed: float
    limit: float


@dataclass(frozen=True, slots=True)
class Figure:
    """The measurements of a style at a size: medians in seconds, and bytes.

    ``spread`` is the 95 % interval of the total, or its range.
    """

    style: str
    items: int
    first: float | None
    total: float | None
    peak: float | None
    spread: tuple[float, float] | None
    repeats: int
    checksum: str
    error: str
    why: Why | None


@dataclass(frozen=True, slots=True)
class Stream:
    """The measurements of a style with an endless stream; ``samples`` are seconds and bytes."""

    style: str
    first: float | None
    items: float | None
    seconds: float | None
    samples: tuple[tuple[float, float], ...]
    stopped: str
    reason: str
    error: str

    @property
    def rate(self) -> float | None:
        """Items per second."""
        return self.items / self.seconds if self.items and self.seconds else None

    @property
    def grown(self) -> float:
        """The largest growth of the process, in bytes."""
        return max((grown for _, grown in self.samples), default=0.0)

    @property
    def is_measured(self) -> bool:
        """Whether the style has been measured, or has failed."""
        return bool(self.error or self.stopped or self.first is not None)


@dataclass(frozen=True, slots=True)
class Found:
    """All figures of a report; ``limit`` is in bytes."""

    task: str
    figures: tuple[Figure, ...] = ()
    streams: tuple[Stream, ...] = ()
    limit: float | None = None

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles that took part, in order."""
        rows: tuple[Figure | Stream, ...] = (*self.figures, *self.streams)
        return tuple(dict.fromkeys(row.style for row in rows))

    @property
    def sizes(self) -> tuple[int, ...]:
        """All sizes, the smallest first."""
        return tuple(sorted({figure.items for figure in self.figures}))

    def at(self, style: str, items: int) -> Figure | None:
        """Return the figures of a style at a size."""
        return next((one for one in self.figures if (one.style, one.items) == (style, items)), None)


def read(report: Mapping[str, Any] | None) -> Found:
    """Return the figures of a report; skip invalid rows."""
    if report is None:
        return Found(NUMBERS)
    settings = report["settings"]
    task = settings.get("task")
    task = task if task in TASKS else NUMBERS
    known = [row for row in rows(report["results"]) if row.get("style") in _KNOWN]
    limit = number(settings.get("limit"))
    if task == ENDLESS:
        return Found(task, streams=tuple(map(_stream, known)), limit=limit)
    figures = tuple(_figure(row) for row in known if _is_count(row.get("items")))
    return Found(task, figures, limit=limit)


def is_sound(report: Mapping[str, Any]) -> bool:
    """Whether every row of a report, and its machine, can be shown."""
    found = read(report)
    there = len(found.figures) + len(found.streams)
    return there == len(report["results"]) and is_machine(report["host"])


def _figure(row: Mapping[str, Any]) -> Figure:
    seconds, repeats = mapping(row.get("seconds")), row.get("repeats")
    return Figure(
        row["style"],
        row["items"],
        number(seconds.get("first")),
        number(seconds.get("total")),
        number(row.get("peak_bytes")),
        pair(row.get("ci95")),
        len(repeats) if isinstance(repeats, list) else 0,
        text(row.get("checksum")),
        text(row.get("error")),
        _why(row.get("not_run")),
    )


def _why(found: object) -> Why | None:
    if not isinstance(found, dict):
        return None
    needed, limit = number(found.get("needed")), number(found.get("limit"))
    return Why(str(found.get("reason")), needed or 0.0, limit or 0.0)


def _stream(row: Mapping[str, Any]) -> Stream:
    return Stream(
        row["style"],
        number(row.get("first")),
        number(row.get("items")),
        number(row.get("seconds")),
        pairs(row.get("samples")),
        text(row.get("stopped")),
        text(row.get("said")),
        text(row.get("error")),
    )


def _is_count(found: object) -> bool:
    return isinstance(found, int) and not isinstance(found, bool) and 0 < found <= 10**12


class _Powers:
    """How the application writes powers of ten, as its font allows."""

    raised = True


def raise_powers(raised: bool) -> None:
    """Write 10⁶, or 10^6 if the text font lacks some of the raised digits."""
    _Powers.raised = raised


def size_text(items: float) -> str:
    """Format a size: a power of ten as in 10⁶, other numbers with all digits."""
    digits = str(round(items))
    if digits != "1" + "0" * (len(digits) - 1) or len(digits) < 3:
        return f"{round(items):,}"
    power = str(len(digits) - 1)
    return f"10{power.translate(_RAISED)}" if _Powers.raised else f"10^{power}"
