"""Signals that ask us to end, taken one by one instead of breaking in anywhere."""

import signal
import sys
from types import TracebackType
from typing import NamedTuple

_SENT_BY_KERNEL = 0x80
"""``si_code`` of a signal that a terminal sends to all of its foreground processes (SI_KERNEL)."""


class Asked(NamedTuple):
    """A signal that came; ``by_terminal`` when the program must have got it as well."""

    number: int
    by_terminal: bool


class Interrupts:
    """While entered, Ctrl+C, SIGTERM and SIGHUP wait to be taken.

    With ``window`` so does a change of our window's size. ``mask`` is what had been blocked
    before, for the program to start with.
    """

    def __init__(self, *, window: bool = False) -> None:
        self._window = window
        self.mask: frozenset[int] | None = None
        self._watched: set[int] = set()
        self._came: list[int] = []
        self._before: object = None

    def __enter__(self) -> "Interrupts":
        if sys.platform == "win32":
            self._before = signal.signal(signal.SIGINT, lambda number, _: self._came.append(number))
            return self
        names = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
        if self._window:
            names.append(signal.SIGWINCH)
        # What is ignored, as by nohup, stays so.
        self._watched = {name for name in names if signal.getsignal(name) is not signal.SIG_IGN}
        self.mask = frozenset(signal.pthread_sigmask(signal.SIG_BLOCK, self._watched))
        return self

    def take(self) -> list[Asked]:
        """What came since the last time."""
        if sys.platform == "win32":
            came, self._came = self._came, []
            return [Asked(number, by_terminal=True) for number in came]
        asked = []
        if sys.platform == "linux":
            while (one := signal.sigtimedwait(self._watched, 0)) is not None:
                asked.append(Asked(one.si_signo, one.si_code == _SENT_BY_KERNEL))
        else:
            while pending := signal.sigpending() & self._watched:
                asked.append(Asked(signal.sigwait(pending), by_terminal=True))
        return asked

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if sys.platform == "win32":
            signal.signal(signal.SIGINT, self._before)  # type: ignore[arg-type]
        elif self.mask is not None:
            # What came too late to matter must not break in where the mask is lifted.
            self.take()
            signal.pthread_sigmask(signal.SIG_SETMASK, self.mask)
