"""Detects a started program that runs without the recorder."""

import time

from visualizer.platform.activity import activity

_POLL_EVERY = 0.05
_SECONDS_OF_WORK = 0.9
"""Processor time; an interpreter that has used so much has finished its start-up."""
_SECONDS_UNTIL_REST = 0.8
_RESTING_LOOKS = 8
"""Polls in a row without any processor time; an interpreter that starts up does not idle."""
_PATIENCE = 8.0
"""Seconds, if the system does not report a process's activity."""


class Greeting:
    """Detects that the recorder's first record is overdue.

    A busy machine may need long to start Python. So it measures the processor time of the process,
    or whether it idles, instead of elapsed time, if the system reports that.
    """

    def __init__(self, process: int) -> None:
        self._process = process
        self._start = self._looked = time.monotonic()
        self._resting = 0
        self._worked = 0.0

    def is_overdue(self) -> bool:
        """Whether the program must be running without the recorder."""
        now = time.monotonic()
        if now - self._looked < _POLL_EVERY:
            return False
        self._looked = now
        seen = activity(self._process)
        if seen is None:
            return now - self._start > _PATIENCE
        rests = seen.sleeping and seen.seconds == self._worked
        self._resting = self._resting + 1 if rests else 0
        self._worked = seen.seconds
        rested = self._resting >= _RESTING_LOOKS and now - self._start > _SECONDS_UNTIL_REST
        return rested or seen.seconds > _SECONDS_OF_WORK
