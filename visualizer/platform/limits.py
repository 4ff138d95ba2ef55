"""Limits the time and the memory of work in this process."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from visualizer.platform.memory import resident


class TimeUp(Exception):
    """The time limit is exceeded."""


type Stop = Callable[[], None]
"""Cancels a running time limit."""

_POLL_EVERY = 0.005
_GRACE = 0.5
"""Seconds for the work to end when asked; a call into C sees the request when it returns."""


@contextmanager
def limited_by_thread(seconds: float, most: int, give_up: Callable[[str], None]) -> Iterator[Stop]:
    """Limit time and memory by a second thread, for systems that cannot refuse memory.

    Raises ``TimeUp`` or ``MemoryError`` in this thread. If the work does not end then, the second
    thread calls ``give_up`` with ``time`` or ``memory``.
    """
    is_over, is_stopped = threading.Event(), threading.Event()
    worker, before = threading.get_ident(), resident()
    until = time.monotonic() + seconds

    def watch() -> None:
        while not is_over.wait(_POLL_EVERY):
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
        yield is_stopped.set
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
    def limited(seconds: float, most: int, give_up: Callable[[str], None]) -> Iterator[Stop]:
        """Refuse more than ``most`` bytes of new memory; raise ``TimeUp`` after ``seconds``.

        For the main thread. ``give_up`` is unused: it is for other systems.
        """
        signal.signal(signal.SIGALRM, _time_up)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        with open("/proc/self/statm", encoding="ascii") as file:
            mapped = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (mapped + most, hard))
        try:
            yield _stop
        finally:
            _stop()
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

    def _stop() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _time_up(number: int, frame: object) -> NoReturn:
        raise TimeUp

else:
    # macOS accepts a memory limit but does not enforce it; Windows has none.
    limited = limited_by_thread
