"""Notices the death of a worker, so that the parent does not wait for it forever."""

import os
import threading
import time
from collections.abc import Sequence
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

from visualizer.labs.children import report
from visualizer.labs.shared_memory.tables.table import phrase
from visualizer.platform.processes import KILL_SIGNAL

_PATIENCE = 2.0


def watch(workers: Sequence[BaseProcess]) -> threading.Event:
    """End this process with a message if a worker dies before the event is set.

    A queue may hold half a message, and the dead worker may own its lock: this process cannot
    continue. The lab ends the other workers and removes their segments.
    """
    is_over = threading.Event()
    threading.Thread(target=_watch, args=(list(workers), is_over), daemon=True).start()
    return is_over


def _watch(workers: list[BaseProcess], is_over: threading.Event) -> None:
    left = list(workers)
    while left:
        ended = wait([worker.sentinel for worker in left])
        for worker in [one for one in left if one.sentinel in ended]:
            left.remove(worker)
            end = bad_end(worker)
            if end and not is_over.is_set():
                report({"error": end})
                os._exit(1)


def bad_end(worker: BaseProcess) -> str:
    """Return how a worker failed; empty if it ended well.

    The system reports the end only once, perhaps to another thread.
    """
    until = time.monotonic() + _PATIENCE
    while worker.exitcode is None and time.monotonic() < until:
        time.sleep(0.001)
    code = worker.exitcode or 0
    if not code:
        return ""
    if code == -KILL_SIGNAL:
        return phrase(
            "{worker} was killed by signal {number};"
            " unless you killed it, memory ran out: use fewer rows",
            worker=worker.name,
            number=-code,
        )
    if code < 0:
        return phrase("{worker} was killed by signal {number}", worker=worker.name, number=-code)
    return phrase("{worker} ended with code {number}", worker=worker.name, number=code)
