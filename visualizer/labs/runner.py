"""Runs a lab for the window, in a process of its own that prints events, a line of JSON each.

python -m visualizer.labs.runner LAB SETTINGS

``SETTINGS`` is JSON. Every line is an object with ``event``; the last one is a ``report`` with
``report`` as the command line prints it, or an ``error`` with a ``message``. At the end of its
standard input, or on a signal, it ends everything that it started, and then itself.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import closing
from importlib import import_module
from typing import Any, NoReturn

from visualizer.platform.interrupts import END_SIGNALS, interrupt_main_thread
from visualizer.platform.pipes import wait_readable

type Event = dict[str, Any]
type Events = Callable[[dict[str, Any]], Generator[Event]]

LABS = {
    "concurrency": "visualizer.labs.concurrency.comparison",
    "streaming": "visualizer.labs.streaming.events",
    "shared-memory": "visualizer.labs.shared_memory.comparison.events",
}
"""The module of each lab whose ``lab_events`` runs it with settings and yields its events."""
_GRACE = 5.0
"""Seconds for an orderly end; after them the janitor kills the processes."""
_LOOK = 3600.0
_ENDED = 130


def main() -> None:
    """Run the lab that the command line names, and print its events."""
    lab, settings = sys.argv[1], json.loads(sys.argv[2])
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    for number in END_SIGNALS:
        signal.signal(number, _end)
    threading.Thread(target=_watch_input, daemon=True).start()
    lab_events: Events = import_module(LABS[lab]).lab_events
    try:
        with closing(lab_events(settings)) as happening:
            for event in happening:
                _put_event(out, event)
    except BrokenPipeError:
        pass  # the reader has gone
    except Exception as error:
        _put_event(out, {"event": "error", "message": f"{type(error).__name__}: {error}"})
    # Everything is written: a closed pipe is no reason to end otherwise.
    for number in END_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _put_event(out: Any, event: Event) -> None:
    out.write(json.dumps(event, ensure_ascii=False) + "\n")
    out.flush()


def _end(number: int, frame: object) -> NoReturn:
    """Unwind the main thread, which ends its processes; a second signal changes nothing."""
    for again in END_SIGNALS:
        signal.signal(again, signal.SIG_IGN)
    raise SystemExit(_ENDED)


def _watch_input() -> None:
    """Wait for the end of the input: the parent has gone, or wants the run to end."""
    # Read only when data have come: on Windows a waiting read blocks every other call on the pipe,
    # such as passing it to a child.
    while not wait_readable(0, _LOOK) or os.read(0, 1 << 12):
        pass
    main_thread = threading.main_thread().ident
    assert main_thread is not None
    # Signal that thread, which interrupts its waiting.
    interrupt_main_thread(main_thread)
    time.sleep(_GRACE)
    os._exit(_ENDED)


if __name__ == "__main__":
    main()
