"""Runs the styles, a fresh process for each figure, in an order that is drawn anew each time."""

import random
import tempfile
from collections.abc import Generator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.janitor import Janitor
from visualizer.labs.statistics import interval_of_median, median
from visualizer.labs.streaming.styles import STYLES, style

REPEATS = 5
_START = 30.0
_SECONDS_AN_ITEM = 2e-5
"""More than the slowest style takes on a slow machine, traced: beyond it a style hangs."""


@dataclass(slots=True)
class Result:
    """What was found of one style; ``error`` says why there is no more of it."""

    style: str
    firsts: list[float] = field(default_factory=list)
    totals: list[float] = field(default_factory=list)
    peak_bytes: int | None = None
    checksum: str | None = None
    error: str | None = None

    def as_json(self) -> dict[str, Any]:
        """A RESULT of the command line's contract, and the interval of the total."""
        done = self.error is None and bool(self.totals)
        interval = interval_of_median(self.totals) if done else None
        return {
            "style": self.style,
            "seconds": {
                "first": median(self.firsts) if done else None,
                "total": median(self.totals) if done else None,
            },
            "peak_bytes": self.peak_bytes,
            "checksum": self.checksum,
            "error": self.error,
            "ci95": [interval.low, interval.high] if interval else None,
            "repeats": self.totals,
        }


class Comparison:
    """``results`` has a row for each style that takes part, ``absent`` why the others do not.

    Iterating over ``run`` does the work; to stop iterating ends every process at once.
    """

    def __init__(self, items: int, repeats: int = REPEATS) -> None:
        self.items, self.repeats = items, repeats
        self.absent = {one.key: reason for one in STYLES if (reason := one.absent())}
        self.results = {one.key: Result(one.key) for one in STYLES if one.key not in self.absent}

    def run(self) -> Generator[str]:
        """Do it, naming the style of which a figure has come."""
        dice = random.Random()
        with ExitStack() as stack:
            janitor = stack.enter_context(closing(Janitor()))
            file = self._write_numbers(stack)
            for trace in (*(False for _ in range(self.repeats)), True):
                order = [key for key, result in self.results.items() if result.error is None]
                dice.shuffle(order)
                for key in order:
                    try:
                        self._measure(key, file, trace=trace, janitor=janitor)
                    except ChildFailed as error:
                        self.results[key].error = str(error)
                    yield key

    def _write_numbers(self, stack: ExitStack) -> Path:
        """The file that the styles which read one are given."""
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="visualizer-lab-"))
        file = Path(folder, "numbers.txt")
        if any(style(key).reads for key in self.results):
            with file.open("w", encoding="ascii") as out:
                out.writelines(f"{number}\n" for number in range(self.items))
        return file

    def _measure(self, key: str, file: Path, *, trace: bool, janitor: Janitor) -> None:
        result = self.results[key]
        settings = {"style": key, "items": self.items, "file": str(file), "trace": trace}
        patience = _START + self.items * _SECONDS_AN_ITEM
        with closing(Child("visualizer.labs.streaming.child", settings, janitor, _START)) as child:
            told = child.ask("go", patience)
        if trace:
            result.peak_bytes = told["peak_bytes"]
            return
        if result.checksum not in (None, told["checksum"]):
            raise ChildFailed("its sum is another than the time before")
        result.checksum = told["checksum"]
        result.firsts.append(told["first"])
        result.totals.append(told["total"])
