"""Lets one style serve an endless stream, each in a fresh process."""

import itertools
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from operator import itemgetter
from typing import Any, NoReturn

from visualizer.labs.children import error_text, report, serve
from visualizer.labs.streaming.styles import Style, style
from visualizer.platform.limits import TimeUp, limited
from visualizer.platform.memory import peak_resident, resident
from visualizer.platform.sources import endless_numbers

_LOOK = 0xFF
"""The clock is read after so many items, one less than a power of two."""
_EVERY = 0.025
"""Seconds between two readings of the memory."""
FAR = 10**18
"""Stands for no end where numpy needs a count; its own numbers go little further."""
_NEARLY = 0.9
_AS_LONG = 4
"""The first item may take this many times the seconds of serving."""


class Endless:
    """``settings`` has the style, the seconds of serving, and a limit in bytes."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._writer: subprocess.Popen[bytes] | None = None

    def ready(self) -> dict[str, Any]:
        """Import the style's libraries; its source has begun to write."""
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
        path, self._writer = endless_numbers()
        return path

    def handle(self, command: Any) -> dict[str, Any]:
        """Take items until the time or the memory runs out."""
        seconds, limit = self._settings["seconds"], self._settings["limit"]
        with _Sampled() as sampled:
            reply = self._served(seconds, limit, sampled)
        return reply | {"samples": until_stopped(sampled.samples, reply)}

    def _served(self, seconds: float, limit: int, sampled: "_Sampled") -> dict[str, Any]:
        def give_up(kind: str) -> NoReturn:
            """End the process for this thread, which is in C code and cannot be interrupted."""
            took = time.perf_counter() - sampled.start
            found = {"stopped": kind, "said": None, "seconds": took}
            report(found | {"samples": until_stopped([*sampled.samples], found)})
            os._exit(0)

        try:
            with limited(_AS_LONG * seconds, limit, give_up) as stop_clock:
                start = time.perf_counter()
                items = iter(self._style.make(self._given))
                first = next(items)
                at_first = time.perf_counter()
                stop_clock()
                pulled = _pull(items, first, start, seconds)
                if not sampled.samples:  # its thread had no turn
                    sampled.note()
                return {"first": at_first - start} | pulled
        except TimeUp:
            kind, said, took = "time", None, time.perf_counter() - sampled.start
        except (MemoryError, ValueError, SystemError) as error:
            took = time.perf_counter() - sampled.start
            grown = sampled.most
            if isinstance(error, SystemError) and grown < limit / 2:
                raise
            # With no memory left CPython 3.13 may lose its MemoryError: "error return without
            # exception set" is all that is said then.
            kind, said = "memory", error_text(error)
            if grown < limit / 2:
                kind = "refused"  # it made no item at all
            else:
                took = filled_at(sampled.samples, grown, took)
                sampled.samples.append((took, grown))
        return {"stopped": kind, "said": said, "seconds": took}


def filled_at(samples: list[tuple[float, int]], grown: int, noticed: float) -> float:
    """Return when the process had ``grown`` so much. The exception may release the objects before
    it is ``noticed``, which takes time. C code gives the sampling thread no turn: then it is not
    known better.
    """
    at, most = max(samples, key=itemgetter(1), default=(noticed, 0))
    return at if most > _NEARLY * grown else noticed


def until_stopped(samples: list[tuple[float, int]], reply: dict[str, Any]) -> list[Any]:
    """Return the samples up to the end of the run, without those of the release after it."""
    there = [one for one in samples if one[0] <= reply["seconds"]]
    if "stopped" not in reply:
        return there or samples[:1]
    if there:
        most = max(there, key=lambda one: one[1])
        there = there[: there.index(most) + 1]
    return there


class _Sampled:
    """While it is entered, ``samples`` regularly gets the seconds and bytes since ``start``."""

    def __init__(self) -> None:
        self.samples: list[tuple[float, int]] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> "_Sampled":
        self._before, self._peak, self.start = resident(), peak_resident(), time.perf_counter()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        if not self.samples:
            self.note()

    @property
    def most(self) -> int:
        """The largest growth of the process in bytes. Samples alone may miss it: C code that makes
        a list in one call gives their thread no turn.
        """
        peak = peak_resident()
        grown = peak - self._before if peak > self._peak else 0
        return max(grown, *(one for _, one in self.samples), 0)

    def note(self) -> None:
        """Return the growth of the process now."""
        grown = max(0, resident() - self._before)
        self.samples.append((time.perf_counter() - self.start, grown))

    def _sample(self) -> None:
        while not self._over.wait(_EVERY):
            self.note()


def _pull(items: Iterator[Any], first: Any, start: float, seconds: float) -> dict[str, Any]:
    """Return how many items came in that time."""
    whole = not isinstance(first, int)
    count = len(first) if whole else 1
    look = 0 if whole else _LOOK
    end = start + seconds
    for number, item in enumerate(items):
        count += len(item) if whole else 1
        if not number & look and time.perf_counter() > end:
            break
    return {"items": count, "seconds": time.perf_counter() - start}


if __name__ == "__main__":
    serve(Endless)
