"""Ending work of this process that takes too long, or too much memory."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from visualizer.platform.memory import resident


class TimeUp(Exception):
    """The time is up."""


class Clock:
    """``stop`` it, and there is no limit to the time any more."""

    def __init__(self, stop: Callable[[], None]) -> None:
        self.stop = stop


_LOOK_EVERY = 0.005
_GRACE = 0.5
"""Seconds for what is asked to end; a call into C may hear of it only when it returns."""


@contextmanager
def watched(seconds: float, most: int, give_up: Callable[[str], None]) -> Iterator[Clock]:
    """A limit that another thread watches, where the system refuses no memory.

    ``TimeUp`` or ``MemoryError`` is raised in this thread, or where it does not come to that,
    ``give_up`` is called on the other one, with ``time`` or ``memory``.
    """
    is_over, is_stopped = threading.Event(), threading.Event()
    worker, before = threading.get_ident(), resident()
    until = time.monotonic() + seconds

    def watch() -> None:
        while not is_over.wait(_LOOK_EVERY):
            is_late = time.monotonic() > until and not is_stopped.is_set()
            kind = "memory" if resident() - before > most else "time" if is_late else ""
            if kind:
                _raise_in(worker, MemoryError if kind == "memory" else TimeUp)
                if not is_over.wait(_GRACE):
                    give_up(kind)
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield Clock(is_stopped.set)
    finally:
        is_over.set()
        watcher.join()


def _raise_in(thread: int, kind: type[BaseException]) -> None:
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(kind))


if sys.platform == "linux":
    import os
    import resource
    import signal

    @contextmanager
    def limited(seconds: float, most: int, give_up: Callable[[str], None]) -> Iterator[Clock]:
        """More memory than that is refused, and after so many seconds ``TimeUp`` is raised.

        On the main thread. ``give_up`` is for other systems.
        """
        signal.signal(signal.SIGALRM, _time_up)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        with open("/proc/self/statm", encoding="ascii") as file:
            mapped = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (mapped + most, hard))
        try:
            yield Clock(_stop)
        finally:
            _stop()
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

    def _stop() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _time_up(number: int, frame: object) -> NoReturn:
        raise TimeUp

else:
    # macOS takes a limit of a process's memory and does not keep it; Windows has none.
    limited = watched
