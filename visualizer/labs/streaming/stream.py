"""Has one style serve a stream without an end: a process of its own each time."""

import itertools
import json
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from visualizer.labs.children import serve
from visualizer.labs.memory import forget_peak, peak_resident
from visualizer.labs.streaming.styles import Style, style

_LOOK = 0xFF
"""The clock is looked at after so many items, one less than a power of two."""
FAR = 10**18
"""Stands for no end where a count is needed, as in numpy, whose own numbers go little further."""
_NUMBERS = """
import itertools, sys
for start in itertools.count(0, 1000):
    sys.stdout.write("".join(f"{number}\\n" for number in range(start, start + 1000)))
"""
"""A program that writes without an end, for those who read."""


class _TimeUp(Exception):
    """The time is up, and no item has come."""


class Endless:
    """``settings`` has the style, for how many seconds it serves, and a limit in bytes."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._writer: subprocess.Popen[bytes] | None = None

    def ready(self) -> dict[str, Any]:
        """What the style needs is brought in; what it reads from has begun to write."""
        self._style = style(self._settings["style"])
        if self._style.module:
            __import__(self._style.module)
        self._given = self._stream(self._style)
        return {}

    def _stream(self, one: Style) -> object:
        if one.takes == "numbers":
            return itertools.count()
        if one.takes == "count":
            return FAR
        command = [sys.executable, "-I", "-S", "-c", _NUMBERS]
        self._writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._writer.stdout is not None
        select.select([self._writer.stdout], [], [])
        return f"/dev/fd/{self._writer.stdout.fileno()}"

    def take(self, command: Any) -> dict[str, Any]:
        """Take items until the time is up, or the memory."""
        seconds, limit = self._settings["seconds"], self._settings["limit"]
        forget_peak()
        before = peak_resident()
        start = time.perf_counter()
        try:
            with _limits(seconds, limit):
                items = iter(self._style.make(self._given))
                first = next(items)
                at_first = time.perf_counter()
                signal.setitimer(signal.ITIMER_REAL, 0)
                return {"first": at_first - start} | _take(items, first, start, seconds, before)
        except (MemoryError, ValueError, _TimeUp) as error:
            kind = "time" if isinstance(error, _TimeUp) else "memory"
            said = None if isinstance(error, _TimeUp) else f"{type(error).__name__}: {error}"
        took, grown = time.perf_counter() - start, peak_resident() - before
        if kind == "memory" and grown < limit / 2:
            kind = "refused"  # it never came to making anything
        return {"stopped": kind, "said": said, "seconds": took, "grown": (grown, grown)}


def _take(
    items: Iterator[Any], first: Any, start: float, seconds: float, before: int
) -> dict[str, Any]:
    """How many came in that time, and what the process had grown by, half-way and at the end."""
    whole = not isinstance(first, int)
    count = len(first) if whole else 1
    look = 0 if whole else _LOOK
    middle, half = 0, start + seconds / 2
    for number, item in enumerate(items):
        count += len(item) if whole else 1
        if number & look:
            continue
        now = time.perf_counter()
        if not middle and now > half:
            middle = peak_resident()
        if now > start + seconds:
            break
    grown = peak_resident() - before
    took = time.perf_counter() - start
    return {"items": count, "seconds": took, "grown": (max(0, middle - before), max(0, grown))}


@contextmanager
def _limits(seconds: float, limit: int) -> Iterator[None]:
    """More memory than that is refused, and after so many seconds it is over."""
    signal.signal(signal.SIGALRM, _time_up)
    signal.setitimer(signal.ITIMER_REAL, 4 * seconds)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm", encoding="ascii") as file:
        mapped = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (mapped + limit, hard))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _time_up(number: int, frame: object) -> NoReturn:
    raise _TimeUp


if __name__ == "__main__":
    serve(Endless(json.loads(sys.argv[1])))
