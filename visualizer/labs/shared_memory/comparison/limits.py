"""Measures the machine's limits in the same run, in a separate process. It answers ``go`` in GB/s:
copying in memory, the first write into new shared memory and reading it in another process, writing
a file to the disk.
"""

import os
import timeit
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from visualizer.labs.children import serve
from visualizer.labs.shared_memory.methods.segments import Segment
from visualizer.labs.shared_memory.tables.table import DTYPE, ROW_BYTES, read_through

_REPEATS = 5


class Limits:
    """``settings`` has the number of bytes, the beginning of names, and the folder to write in."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._rows = settings["bytes"] // ROW_BYTES
        self._beginning = settings["beginning"]
        self._folder = Path(settings["folder"])

    def ready(self) -> dict[str, Any]:
        """Make the data to copy."""
        self._table = np.zeros(self._rows, DTYPE)
        self._table["pos"] = 1
        return {}

    def handle(self, command: Any) -> dict[str, Any]:
        """Measure all limits."""
        size = self._rows * ROW_BYTES
        other = np.ones_like(self._table)
        found = {
            "memcpy": _best(lambda: np.copyto(other, self._table)),
            "read": _best(lambda: read_through(self._table)),
            "first_touch": _best(self._first_touch),
            "disk": _best(self._write, 2),
        }
        return {"bytes": size, "gb_s": {key: size / best / 1e9 for key, best in found.items()}}

    def _first_touch(self) -> None:
        """Write and read new shared memory: no method through it can be faster."""
        with Segment.create(f"{self._beginning}first", self._rows * ROW_BYTES) as segment:
            segment.put(0, self._table)
            read_through(segment.table(self._rows))

    def _write(self) -> None:
        path = self._folder / "limit"
        try:
            with path.open("wb", buffering=0) as file:
                file.write(self._table.tobytes())
                os.fsync(file.fileno())
        finally:
            path.unlink()


def _best(action: Callable[[], object], repeats: int = _REPEATS) -> float:
    """Return the seconds of the fastest run: disturbances only add time."""
    return min(timeit.repeat(action, number=1, repeat=repeats))


if __name__ == "__main__":
    serve(Limits)
