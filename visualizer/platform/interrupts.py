"""Signals that ask us to end, taken one by one instead of breaking in anywhere."""

import signal
import sys
from types import TracebackType
from typing import NamedTuple, Self

_SENT_BY_KERNEL = 0x80
"""``si_code`` of a signal that a terminal sends to all of its foreground processes (SI_KERNEL)."""

ENDING: tuple[signal.Signals, ...]
"""The signals by which a process is asked to end."""
if sys.platform == "win32":
    ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGBREAK)
else:
    ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Asked(NamedTuple):
    """A signal that came; ``by_terminal`` when the program must have got it as well."""

    number: int
    by_terminal: bool


if sys.platform == "win32":

    class Interrupts:
        """While entered, Ctrl+C waits to be taken.

        ``mask`` is None: nothing is blocked for a program to start with. ``window`` is for systems
        that tell of a change of our window's size.
        """

        def __init__(self, *, window: bool = False) -> None:
            self.mask: frozenset[int] | None = None
            self._came: list[int] = []

        def __enter__(self) -> Self:
            self._before = signal.signal(signal.SIGINT, lambda number, _: self._came.append(number))
            return self

        def take(self) -> list[Asked]:
            """What came since the last time."""
            came, self._came = self._came, []
            return [Asked(number, by_terminal=True) for number in came]

        def __exit__(
            self,
            kind: type[BaseException] | None,
            error: BaseException | None,
            trace: TracebackType | None,
        ) -> None:
            signal.signal(signal.SIGINT, self._before)

    def is_of_window(number: int) -> bool:
        """Whether a signal says that our window has another size: none does here."""
        return False

    def break_in(thread: int) -> None:
        """Have the main ``thread`` take a request to end; what it waits for may end first."""
        signal.raise_signal(signal.SIGTERM)

else:

    class Interrupts:
        """While entered, Ctrl+C, SIGTERM and SIGHUP wait to be taken.

        With ``window`` so does a change of our window's size. ``mask`` is what had been blocked
        before, for the program to start with.
        """

        def __init__(self, *, window: bool = False) -> None:
            self._window = window
            self.mask: frozenset[int] | None = None
            self._watched: set[int] = set()

        def __enter__(self) -> Self:
            names = [*ENDING, signal.SIGWINCH] if self._window else [*ENDING]
            # What is ignored, as by nohup, stays so.
            self._watched = {one for one in names if signal.getsignal(one) is not signal.SIG_IGN}
            self.mask = frozenset(signal.pthread_sigmask(signal.SIG_BLOCK, self._watched))
            return self

        def take(self) -> list[Asked]:
            """What came since the last time."""
            return _pending(self._watched)

        def __exit__(
            self,
            kind: type[BaseException] | None,
            error: BaseException | None,
            trace: TracebackType | None,
        ) -> None:
            if self.mask is not None:
                # What came too late to matter must not break in where the mask is lifted.
                self.take()
                signal.pthread_sigmask(signal.SIG_SETMASK, self.mask)

    def is_of_window(number: int) -> bool:
        """Whether a signal says that our window has another size."""
        return number == signal.SIGWINCH

    def break_in(thread: int) -> None:
        """Have the main ``thread`` take a request to end; what it waits for is interrupted."""
        signal.pthread_kill(thread, signal.SIGTERM)

    if sys.platform == "linux":

        def _pending(watched: set[int]) -> list[Asked]:
            asked = []
            while (one := signal.sigtimedwait(watched, 0)) is not None:
                asked.append(Asked(one.si_signo, one.si_code == _SENT_BY_KERNEL))
            return asked

    else:

        def _pending(watched: set[int]) -> list[Asked]:
            asked = []
            while pending := signal.sigpending() & watched:
                asked.append(Asked(signal.sigwait(pending), by_terminal=True))
            return asked
