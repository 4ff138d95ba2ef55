"""The results of a comparison for one contestant, and the shape of a stored report of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from visualizer.labs.concurrency.contestants import CONTESTANTS
from visualizer.labs.concurrency.turns import Turns
from visualizer.labs.concurrency.workloads import WORKLOADS
from visualizer.labs.reading import MACHINE, amount, count, pair, text
from visualizer.labs.statistics import ends_of_median


@dataclass(frozen=True, slots=True)
class Repeat:
    """One run: seconds by the clock and of processors; spans are (worker, start, end, step)."""

    seconds: float
    cpu: float
    spans: Sequence[tuple[str, float, float, int]]
    peak_bytes: int


@dataclass(slots=True)
class Result:
    """Collects the repeats; ``error`` says why they stopped. ``turns`` shows which worker ran when
    in an extra run of counting, None for other work.
    """

    contestant: str
    published: float | None
    start_up: float | None = None
    imports: float | None = None
    repeats: list[Repeat] = field(default_factory=list)
    error: str | None = None
    turns: Turns | None = None

    @property
    def seconds(self) -> list[float]:
        """Seconds of each repeat."""
        return [repeat.seconds for repeat in self.repeats]

    @property
    def median(self) -> float | None:
        """Of the seconds."""
        return median(self.seconds) if self.repeats else None

    @property
    def typical(self) -> Repeat | None:
        """The repeat nearest the median."""
        middle = self.median
        if middle is None:
            return None
        return min(self.repeats, key=lambda repeat: abs(repeat.seconds - middle))

    def as_json(self) -> dict[str, Any]:
        """Return a RESULT of the command line's contract with all other measurements."""
        typical = self.typical
        spans = typical.spans if typical else ()
        return {
            "contestant": self.contestant,
            "seconds": self.seconds,
            "median": self.median,
            "ci95": ends_of_median(self.seconds),
            "published": self.published,
            "spans": [
                {"worker": worker, "start": start, "end": end, "step": step}
                for worker, start, end, step in spans
            ],
            "error": self.error,
            "start_up": self.start_up,
            "imports": self.imports,
            "cpu_seconds": [repeat.cpu for repeat in self.repeats],
            "peak_bytes": max((repeat.peak_bytes for repeat in self.repeats), default=None),
            "turns": self.turns.as_json() if self.turns is not None else None,
        }


_FEW = count(1_000)
_SPAN = {"worker": text, "start": amount, "end": amount}
_ROW = {
    "contestant": tuple(one.key for one in CONTESTANTS),
    "published": (None, amount),
    "start_up": (None, amount),
    "error": (None, text),
    "cpu_seconds": [amount],
    "spans": [{**_SPAN, "step": _FEW}],
    "turns": (
        None,
        {"running": [_SPAN], "switches": lambda one: type(one) is int, "at_once": amount},
    ),
}
SHAPE = {
    "lab": "concurrency",
    "host": MACHINE,
    "settings": {
        "workload": tuple(WORKLOADS),
        "scale": lambda one: amount(one) and one > 0,
        "jobs": _FEW,
        "steps": _FEW,
        "repeats": (None, _FEW),
        "start_method": (None, text),
        "two_process_speedup": (None, amount),
    },
    "results": [
        (
            {**_ROW, "seconds": [], "median": None, "ci95": None},
            {**_ROW, "seconds": [amount], "median": amount, "ci95": pair},
        )
    ],
}
