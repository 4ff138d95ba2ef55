"""Queues the signals that ask us to end, instead of letting them interrupt at any point."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple, Self

_SENT_BY_KERNEL = 0x80
"""``si_code`` of a signal that a terminal sends to its whole foreground group (SI_KERNEL)."""

END_SIGNALS: tuple[signal.Signals, ...]
"""The signals that ask a process to end."""
if sys.platform == "win32":
    END_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGBREAK)
else:
    END_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def leaving_in_order() -> Iterator[None]:
    """Have SIGTERM and SIGHUP raise ``SystemExit`` within, so that nothing is left behind.

    Signals that are ignored, as under nohup, stay ignored.
    """

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    usual = [one for one in END_SIGNALS if signal.getsignal(one) is signal.SIG_DFL]
    for one in usual:
        signal.signal(one, leave)
    try:
        yield
    finally:
        for one in usual:
            signal.signal(one, signal.SIG_DFL)


class ReceivedSignal(NamedTuple):
    """A queued signal; ``by_terminal`` if the terminal sent it to the program as well."""

    number: int
    by_terminal: bool


if sys.platform == "win32":

    class Interrupts:
        """Queues Ctrl+C while it is entered.

        ``mask`` is None: no signals are blocked. ``window`` has an effect on other systems only,
        which send a signal when the window's size changes.
        """

        def __init__(self, *, window: bool = False) -> None:
            self.mask: frozenset[int] | None = None
            self._queue: list[int] = []

        def __enter__(self) -> Self:
            self._before = signal.signal(
                signal.SIGINT, lambda number, _: self._queue.append(number)
            )
            return self

        def received(self) -> list[ReceivedSignal]:
            """Return the signals since the last call."""
            received, self._queue = self._queue, []
            return [ReceivedSignal(number, by_terminal=True) for number in received]

        def __exit__(self, *_: object) -> None:
            signal.signal(signal.SIGINT, self._before)

    def is_window_resize(number: int) -> bool:
        """Return False: no signal reports a change of the window's size here."""
        return False

    def interrupt_main_thread(thread: int) -> None:
        """Raise SIGTERM in the main ``thread``; a blocking call may have to end first."""
        signal.raise_signal(signal.SIGTERM)

else:

    class Interrupts:
        """Queues Ctrl+C, SIGTERM and SIGHUP while it is entered.

        With ``window`` it queues changes of the window's size too. ``mask`` are the signals that
        were blocked before, to restore in a new program.
        """

        def __init__(self, *, window: bool = False) -> None:
            self._window = window
            self.mask: frozenset[int] | None = None
            self._watched: set[int] = set()

        def __enter__(self) -> Self:
            names = [*END_SIGNALS, signal.SIGWINCH] if self._window else [*END_SIGNALS]
            # Signals that are ignored, as under nohup, stay ignored.
            self._watched = {one for one in names if signal.getsignal(one) is not signal.SIG_IGN}
            self.mask = frozenset(signal.pthread_sigmask(signal.SIG_BLOCK, self._watched))
            return self

        def received(self) -> list[ReceivedSignal]:
            """Return the signals since the last call."""
            return _pending(self._watched)

        def __exit__(self, *_: object) -> None:
            if self.mask is not None:
                # A late signal must not interrupt when the mask is restored.
                self.received()
                signal.pthread_sigmask(signal.SIG_SETMASK, self.mask)

    def is_window_resize(number: int) -> bool:
        """Whether a signal reports a change of the window's size."""
        return number == signal.SIGWINCH

    def interrupt_main_thread(thread: int) -> None:
        """Send SIGTERM to the main ``thread``, which interrupts its blocking call."""
        signal.pthread_kill(thread, signal.SIGTERM)

    if sys.platform == "linux":

        def _pending(watched: set[int]) -> list[ReceivedSignal]:
            received = []
            while (one := signal.sigtimedwait(watched, 0)) is not None:
                received.append(ReceivedSignal(one.si_signo, one.si_code == _SENT_BY_KERNEL))
            return received

    else:

        def _pending(watched: set[int]) -> list[ReceivedSignal]:
            received = []
            while pending := signal.sigpending() & watched:
                received.append(ReceivedSignal(signal.sigwait(pending), by_terminal=True))
            return received
