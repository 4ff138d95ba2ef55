"""One line on a terminal that says how far a recording is."""

import sys
import time

_AFTER, _EVERY = 0.5, 0.2
_ERASE = "\r\x1b[K"


class Progress:
    """Shown on standard error after half a second, if that is a terminal and nobody wants quiet."""

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + _AFTER
        self._shown = False

    def show(self, steps: int) -> None:
        """Say that ``steps`` were recorded, if it is time to."""
        if self._wanted and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            self._shown = True
            sys.stderr.write(f"{_ERASE}{steps:,} steps recorded")
            sys.stderr.flush()

    def hide(self) -> None:
        """Make room for what the program writes, or for what comes after."""
        if self._shown:
            self._shown = False
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
