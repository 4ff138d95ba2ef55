"""Whether a program that has been started was met by the recorder."""

import time

from visualizer.platform.activity import activity

_POLL_EVERY = 0.05
_SECONDS_OF_WORK = 0.9
"""Of processor time; an interpreter that has had so much is long past its start-up."""
_SECONDS_UNTIL_REST = 0.8
_RESTING_LOOKS = 8
"""In a row, without any work between them; one that is starting up does not rest."""
_PATIENCE = 8.0
"""Seconds, where the system does not say what a process does."""


class Greeting:
    """Tells when the recorder's first record is overdue.

    A busy machine may take long to start Python. So it is not the clock that counts where the
    system says what the process does: time it had on a processor, or that it sits and waits.
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
