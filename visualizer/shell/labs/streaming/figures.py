"""The figures of a streaming lab's report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from visualizer.labs.reading import MACHINE, amount, count, pair, taken, text
from visualizer.labs.streaming.styles import STYLES

NUMBERS, FILE, ENDLESS = "numbers", "file", "endless"
TASKS = (NUMBERS, FILE, ENDLESS)


@dataclass(frozen=True, slots=True)
class Figure:
    """The measurements of a style at a size, as in a report: medians in seconds, and bytes.

    ``ci95`` is the 95 % interval of the total, or its range; ``ci95_first`` that of the first item.
    ``not_run`` says why the size was not run, or not traced, with the ``needed`` amount and its
    ``limit``, in bytes or seconds.
    """

    style: str
    items: int
    seconds: Mapping[str, float | None] = field(default_factory=dict)
    repeats: Sequence[float] = ()
    peak_bytes: float | None = None
    ci95: Sequence[float] | None = None
    ci95_first: Sequence[float] | None = None
    checksum: str | None = None
    error: str | None = None
    not_run: Mapping[str, Any] | None = None

    @property
    def first(self) -> float | None:
        """Seconds to the first item."""
        return self.seconds.get("first")

    @property
    def total(self) -> float | None:
        """Seconds to the last item."""
        return self.seconds.get("total")


@dataclass(frozen=True, slots=True)
class Stream:
    """The measurements of a style with an endless stream; ``samples`` are seconds and bytes."""

    style: str
    first: float | None = None
    items: float | None = None
    seconds: float | None = None
    samples: Sequence[tuple[float, float]] = ()
    stopped: str | None = None
    said: str | None = None
    error: str | None = None

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
    """Return the figures of a report."""
    if report is None:
        return Found(NUMBERS)
    settings, rows = report["settings"], report["results"]
    task, limit = settings["task"], settings.get("limit")
    if task == ENDLESS:
        return Found(task, streams=tuple(taken(Stream, row) for row in rows), limit=limit)
    return Found(task, tuple(taken(Figure, row) for row in rows), limit=limit)


_STYLE = {"style": tuple(one.key for one in STYLES), "error": (None, text)}
_KNOWN = (None, amount)
_FIGURE = {
    **_STYLE,
    "items": count(10**12),
    "seconds": {"first": _KNOWN, "total": _KNOWN},
    "repeats": [amount],
    "peak_bytes": _KNOWN,
    "ci95": (None, pair),
    "ci95_first": (None, pair),
    "checksum": (None, text),
    "not_run": (None, {"reason": text, "needed": amount, "limit": amount}),
}
_STREAM = {
    **_STYLE,
    "first": _KNOWN,
    "items": _KNOWN,
    "seconds": _KNOWN,
    "samples": [pair],
    "stopped": (None, text),
    "said": (None, text),
}
_REPORT = {"lab": "streaming", "host": MACHINE}
SHAPE = (
    {**_REPORT, "settings": {"task": ENDLESS, "limit": _KNOWN}, "results": [_STREAM]},
    {**_REPORT, "settings": {"task": (NUMBERS, FILE), "limit": _KNOWN}, "results": [_FIGURE]},
)
"""The shapes of reports that can be shown."""
