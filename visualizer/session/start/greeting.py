"""Detects a started program that runs without the recorder."""

import time

from visualizer.platform.activity import activity

_POLL_EVERY = 0.05
_WORKED = 0.9
"""Processor time; an interpreter that has used this much has finished its start-up."""
_IDLE_AFTER = 0.8
_IDLE_POLLS = 8
"""Polls in a row without any processor time; an interpreter that starts up does not idle."""
_PATIENCE = 8.0
"""Seconds, if the system does not report a process's activity."""


class StartupWatch:
    """Detects that the recorder's first record is overdue.

    A busy machine may need long to start Python. So it measures the processor time of the process,
    or whether it idles, instead of elapsed time, if the system reports that.
    """

    def __init__(self, process: int) -> None:
        self._process = process
        self._start = self._polled = time.monotonic()
        self._idle_polls = 0
        self._worked = 0.0

    def is_overdue(self) -> bool:
        """Whether the program must be running without the recorder."""
        now = time.monotonic()
        if now - self._polled < _POLL_EVERY:
            return False
        self._polled = now
        seen = activity(self._process)
        if seen is None:
            return now - self._start > _PATIENCE
        is_idle = seen.sleeping and seen.seconds == self._worked
        self._idle_polls = self._idle_polls + 1 if is_idle else 0
        self._worked = seen.seconds
        was_idle = self._idle_polls >= _IDLE_POLLS and now - self._start > _IDLE_AFTER
        return was_idle or seen.seconds > _WORKED
