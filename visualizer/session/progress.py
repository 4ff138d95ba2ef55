"""One line on a terminal that says how far a recording is."""

import time
from collections.abc import Callable
from typing import TextIO

_AFTER, _EVERY = 0.5, 0.2
_ERASE = "\r\x1b[K"


class Progress:
    """Shown on ``stream``, a terminal, after half a second; nowhere if that is None."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._next = clock() + _AFTER
        self._shown = False

    def show(self, steps: int) -> None:
        """Say that ``steps`` were recorded, if it is time to."""
        if self._stream is not None and self._clock() >= self._next:
            self._next = self._clock() + _EVERY
            self._shown = True
            self._stream.write(f"{_ERASE}{steps:,} steps recorded")
            self._stream.flush()

    def hide(self) -> None:
        """Make room for what the program writes, or for what comes after."""
        if self._stream is not None and self._shown:
            self._shown = False
            self._stream.write(_ERASE)
            self._stream.flush()
