"""Measures one figure of one style, each in a fresh process."""

import time
from collections.abc import Iterable
from typing import Any

from visualizer.labs.children import serve
from visualizer.labs.streaming.styles import Style, style
from visualizer.platform.memory import forget_peak, peak_resident

MODULUS = 1 << 64
"""Sums are modulo this, like numpy's sums of 64 bits."""


class Measured:
    """``settings`` has the style, the number of items, the file of numbers, and ``trace``."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings

    def ready(self) -> dict[str, Any]:
        """Import the style's libraries; do nothing else yet."""
        self._style = style(self._settings["style"])
        if self._style.module:
            __import__(self._style.module)
        if self._settings["trace"]:
            __import__("tracemalloc")  # tracemalloc takes more memory than a lazy style
        return {}

    def handle(self, command: Any) -> dict[str, Any]:
        """Return the seconds to the first item and to the end, or Python's peak memory. No run
        measures both: tracing makes it many times slower. ``resident_bytes`` is the growth of the
        process in this run, ``seconds`` the time of the work, traced or not.
        """
        settings = self._settings
        given = given_to(self._style, settings["items"], settings["file"])
        forget_peak()
        before = peak_resident()
        start = time.perf_counter()
        found = _traced(self._style, given) if settings["trace"] else self._timed(given)
        seconds = time.perf_counter() - start
        return found | {"seconds": seconds, "resident_bytes": max(0, peak_resident() - before)}

    def _timed(self, given: object) -> dict[str, Any]:
        start = time.perf_counter()
        items = iter(self._style.make(given))
        first = next(items, None)
        at_first = time.perf_counter()
        total = _sum(first, items)
        end = time.perf_counter()
        return {
            "first": at_first - start,
            "total": end - start,
            "checksum": f"{total:016x} of {self._settings['items']}",
        }


def given_to(one: Style, count: int, file: str) -> object:
    """Return the arguments of a style."""
    return {"numbers": range(count), "count": count, "file": file}[one.takes]


def _traced(one: Style, given: object) -> dict[str, Any]:
    import tracemalloc

    tracemalloc.start()
    try:
        items = iter(one.make(given))
        _sum(next(items, None), items)
        return {"peak_bytes": tracemalloc.get_traced_memory()[1]}
    finally:
        tracemalloc.stop()


def _sum(first: object, rest: Iterable[object]) -> int:
    """Return the sum of numbers, or of arrays of numbers."""
    if first is None:
        return 0
    if not isinstance(first, int):
        return _sum_arrays(first, rest)
    total = first
    for item in rest:
        total += item  # type: ignore[operator]
    return total % MODULUS


def _sum_arrays(first: Any, rest: Iterable[Any]) -> int:
    total = int(first.sum())
    for item in rest:
        total += int(item.sum())
    return total % MODULUS


if __name__ == "__main__":
    serve(Measured)
