"""Runs a script under known segment names, and logs its operations on segments.

python -m visualizer.labs.shared_memory.printed.sandbox LOG BEGINNING SCRIPT [ARGUMENT …]
"""

import itertools
import json
import multiprocessing
import os
import runpy
import sys
import time
from multiprocessing import shared_memory

from visualizer.labs.shared_memory.methods.starting import USUAL

_LOG, _BEGINNING = sys.argv[1:3] if __name__ == "__main__" else ("", "")
_count = itertools.count()


class Noted(shared_memory.SharedMemory):
    """Logs when a segment is created, attached, closed, unlinked, or ``collected`` while open."""

    _is_closed = True

    def __init__(
        self, name: str | None = None, create: bool = False, size: int = 0, *, track: bool = True
    ) -> None:
        if create and name is None:
            name = f"{_BEGINNING}{os.getpid()}-{next(_count)}"
        super().__init__(name, create, size, track=track)
        self._is_closed = False
        self._note("created" if create else "attached")

    def close(self) -> None:
        """As it does, and say so."""
        if not self._is_closed:
            self._is_closed = True
            self._note("closed")
        super().close()

    def unlink(self) -> None:
        """As it does, and say so."""
        super().unlink()
        self._note("unlinked")

    def __del__(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self._note("collected")
        super().__del__()

    def _note(self, what: str) -> None:
        event = {"what": what, "name": self.name, "process": os.getpid(), "at": time.monotonic()}
        # Each write is one line, so the lines of several processes never mix.
        descriptor = os.open(_LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(descriptor, json.dumps(event).encode() + b"\n")
        os.close(descriptor)


if __name__ == "__main__":
    shared_memory.SharedMemory = Noted  # type: ignore[misc]
    multiprocessing.set_start_method(USUAL)
    sys.argv = sys.argv[3:]
    runpy.run_path(sys.argv[0], run_name="__main__")
