"""A progress line on a terminal."""

import time
from collections.abc import Callable
from typing import TextIO

_AFTER, _EVERY = 0.5, 0.2
_ERASE = "\r\x1b[K"


class Progress:
    """Shows progress on the terminal ``stream`` after half a second; nowhere if that is None."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._next = clock() + _AFTER
        self._shown = False

    def show(self, steps: int) -> None:
        """Show the number of recorded steps, at most every 0.2 seconds."""
        if self._stream is not None and self._clock() >= self._next:
            self._next = self._clock() + _EVERY
            self._shown = True
            self._stream.write(f"{_ERASE}{steps:,} steps recorded")
            self._stream.flush()

    def hide(self) -> None:
        """Erase the line before other output."""
        if self._stream is not None and self._shown:
            self._shown = False
            self._stream.write(_ERASE)
            self._stream.flush()
