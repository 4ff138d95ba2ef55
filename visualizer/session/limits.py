"""The limits of a run: time, memory and size of the recording."""

import time
from collections.abc import Callable

from visualizer.model import EndReason
from visualizer.platform.activity import own_memory
from visualizer.recording import Writer
from visualizer.session.options import Options

_MEMORY_EVERY = 0.01


_AFTER_WAITING = 1.0
"""Seconds that a program still has when the input it waited for has arrived."""


class Limits:
    """Checks the limits of ``options`` for a running process, from outside."""

    def __init__(
        self, options: Options, writer: Writer, process: int, waits: Callable[[], bool]
    ) -> None:
        self._options = options
        self._waits = waits
        self._writer = writer
        self._process = process
        self._start = self._memory_looked = time.monotonic()

    def exceeded(self) -> tuple[EndReason, float] | None:
        """Return the limit that was reached and its amount; None if none was."""
        options, now = self._options, time.monotonic()
        if options.time_limit is not None and now - self._start >= options.time_limit:
            if not (options.patient and self._waits()):
                return EndReason.TIME_LIMIT, options.time_limit
            self._start = now - options.time_limit + _AFTER_WAITING
        if options.size_limit is not None and self._writer.bytes_written >= options.size_limit:
            return EndReason.SIZE_LIMIT, options.size_limit
        if options.memory_limit is not None and now - self._memory_looked >= _MEMORY_EVERY:
            self._memory_looked = now
            if (own_memory(self._process) or 0) >= options.memory_limit:
                return EndReason.MEMORY_LIMIT, options.memory_limit
        return None
