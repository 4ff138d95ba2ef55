"""Reads a text table once by one reader, in a fresh process that imports only this reader. It is
ready after the imports, and answers ``read`` with the seconds of reading.
"""

import time
from pathlib import Path
from typing import Any

import numpy as np

from visualizer.labs.children import serve
from visualizer.labs.shared_memory.tables.reading import most_rows, reader
from visualizer.labs.shared_memory.tables.table import DTYPE, Table


class Reading:
    """``settings`` has the reader and the path."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._reader = reader(settings["reader"])
        self._path = Path(settings["path"])

    def ready(self) -> dict[str, Any]:
        """Import the libraries of this reader."""
        begun = time.monotonic()
        self._reader.parser()
        return {"import": time.monotonic() - begun}

    def handle(self, command: Any) -> dict[str, Any]:
        """Read into one array, as a worker does."""
        begun = time.monotonic()
        table = np.empty(most_rows(self._path), DTYPE)
        count = 0

        def keep(some: Table) -> None:
            nonlocal count
            table[count : count + len(some)] = some
            count += len(some)

        self._reader.read(self._path, keep)
        return {"seconds": time.monotonic() - begun}


if __name__ == "__main__":
    serve(Reading)
