"""Runs the styles in a new random order each time, a fresh process for each figure."""

import random
import shutil
import tempfile
from collections.abc import Generator, Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from errno import ENOSPC
from pathlib import Path
from statistics import median
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.janitor import Janitor
from visualizer.labs.statistics import ends_of_median
from visualizer.labs.streaming.styles import STYLES, style
from visualizer.platform.memory import available

REPEATS = 5
PATIENCE = 30.0
"""Seconds that a style may take to get ready, and in addition to its items."""
_NO_ROOM = "not run: not enough space for its file"
_SECONDS_AN_ITEM = 2e-5
"""More than the slowest style takes traced on a slow machine; a longer run hangs."""


@dataclass(slots=True)
class Result:
    """The results for one style; ``error`` says why they stopped."""

    style: str
    firsts: list[float] = field(default_factory=list)
    totals: list[float] = field(default_factory=list)
    resident: list[int] = field(default_factory=list)
    peak_bytes: int | None = None
    checksum: str | None = None
    error: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return a RESULT of the command line's contract with all other measurements."""
        done = self.error is None and bool(self.totals)
        return {
            "style": self.style,
            "seconds": {
                "first": median(self.firsts) if done else None,
                "total": median(self.totals) if done else None,
            },
            "peak_bytes": self.peak_bytes,
            "checksum": self.checksum,
            "error": self.error,
            "ci95": ends_of_median(self.totals) if done else None,
            "ci95_first": ends_of_median(self.firsts) if done else None,
            "repeats": self.totals,
            "firsts": self.firsts,
            "resident_bytes": max(self.resident) if done and self.resident else None,
        }


@dataclass(frozen=True, slots=True)
class News:
    """The measurement of a figure of ``style`` begins (``done`` false) or has ended. With ``trace``
    the figure is memory, else time. ``start_up`` is the seconds until its process was ready,
    ``seconds`` those of the work alone; ``needed`` is the growth of the process in bytes.
    """

    style: str
    trace: bool
    done: bool
    start_up: float = 0.0
    seconds: float = 0.0
    needed: int = 0


def event_of(*, done: bool, error: str | None) -> str:
    """Return the name of an event about a style."""
    if error is not None:
        return "failed"
    return "repeat" if done else "running"


BYTES_AN_ITEM = 100
"""The assumed bytes of an item, before a large measurement."""


class Comparison:
    """``results`` has a row for each style, ``absent`` the reasons of the others.

    ``styles`` are all by default, ``untraced`` those whose memory is not measured. Iterating over
    ``run`` does the work; ending the iteration ends every process at once.
    """

    def __init__(
        self,
        items: int,
        repeats: int = REPEATS,
        styles: Iterable[str] | None = None,
        untraced: Iterable[str] = (),
        patience: float = PATIENCE,
    ) -> None:
        self.items, self.repeats, self.patience = items, repeats, patience
        chosen = [one.key for one in STYLES] if styles is None else list(styles)
        self.absent = {key: reason for key in chosen if (reason := style(key).absent())}
        self.results = {key: Result(key) for key in chosen if key not in self.absent}
        self._untraced = frozenset(untraced)

    def leave_out_what_does_not_fit(self) -> None:
        """Give an error to styles that need more than half of the free memory or disk."""
        memory, disk = available(), shutil.disk_usage(tempfile.gettempdir()).free
        for key, result in self.results.items():
            one = style(key)
            wanted = self.items * BYTES_AN_ITEM
            if not one.lazy and memory is not None and wanted > memory // 2:
                result.error = f"not run: needs about {wanted / 1e9:,.0f} GB of memory"
            elif one.reads and self.items * len(f"{self.items}\n") > disk // 2:
                result.error = _NO_ROOM

    def run(self) -> Generator[News]:
        """Run the comparison, yielding news before and after each figure."""
        dice = random.Random()
        with ExitStack() as stack:
            janitor = stack.enter_context(closing(Janitor()))
            file = self._write_numbers(stack, janitor)
            for trace in (*(False for _ in range(self.repeats)), True):
                out = self._untraced if trace else frozenset()
                order = [key for key, one in self.results.items() if one.error is None]
                dice.shuffle(order)
                for key in order:
                    if key not in out:
                        yield News(key, trace, done=False)
                        yield self._measure(key, file, trace=trace, janitor=janitor)

    def _write_numbers(self, stack: ExitStack, janitor: Janitor) -> Path:
        """Write the file for styles that read one; without room for it, they fail."""
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="visualizer-lab-"))
        janitor.removes(folder)
        file = Path(folder, "numbers.txt")
        readers = [one for key, one in self.results.items() if style(key).reads and not one.error]
        try:
            if readers:
                with file.open("w", encoding="ascii") as out:
                    out.writelines(f"{number}\n" for number in range(self.items))
        except OSError as error:
            for one in readers:
                one.error = _NO_ROOM if error.errno == ENOSPC else str(error)
        return file

    def _measure(self, key: str, file: Path, *, trace: bool, janitor: Janitor) -> News:
        try:
            return self._ask(key, file, trace=trace, janitor=janitor)
        except ChildFailed as error:
            self.results[key].error = str(error)
            return News(key, trace, done=True)

    def _ask(self, key: str, file: Path, *, trace: bool, janitor: Janitor) -> News:
        """Measure one figure. Raises ``ChildFailed``."""
        settings = {"style": key, "items": self.items, "file": str(file), "trace": trace}
        module, patience = "visualizer.labs.streaming.child", self.patience
        with closing(Child(module, settings, janitor, patience)) as child:
            reply = child.ask("go", patience + self.items * _SECONDS_AN_ITEM)
        self._add_reply(self.results[key], reply)
        # The child's own time: the time until its answer includes more, such as the import that
        # reads memory on Windows, and a forecast multiplies it by the items.
        took, needed = reply["seconds"], reply["resident_bytes"]
        return News(key, trace, True, child.start_up, took, needed)

    def _add_reply(self, result: Result, reply: dict[str, Any]) -> None:
        if "peak_bytes" in reply:
            result.peak_bytes = reply["peak_bytes"]
            return
        if result.checksum not in (None, reply["checksum"]):
            raise ChildFailed("its sum is another than the time before")
        result.checksum = reply["checksum"]
        result.firsts.append(reply["first"])
        result.totals.append(reply["total"])
        result.resident.append(reply["resident_bytes"])
