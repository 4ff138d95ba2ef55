"""When a program has had enough."""

import time

from visualizer.model import EndReason
from visualizer.recording import Writer
from visualizer.session.options import Options
from visualizer.session.process_state import own_memory

_MEMORY_EVERY = 0.01


class Limits:
    """Watches the limits of ``options`` over a running process, from outside of it."""

    def __init__(self, options: Options, writer: Writer, process: int) -> None:
        self._options = options
        self._writer = writer
        self._process = process
        self._start = self._memory_looked = time.monotonic()

    def exceeded(self) -> tuple[EndReason, float] | None:
        """The limit that was reached, if one was, and how much it allows."""
        options, now = self._options, time.monotonic()
        if options.time_limit is not None and now - self._start >= options.time_limit:
            return EndReason.TIME_LIMIT, options.time_limit
        if options.size_limit is not None and self._writer.bytes_written >= options.size_limit:
            return EndReason.SIZE_LIMIT, options.size_limit
        if options.memory_limit is not None and now - self._memory_looked >= _MEMORY_EVERY:
            self._memory_looked = now
            if (own_memory(self._process) or 0) >= options.memory_limit:
                return EndReason.MEMORY_LIMIT, options.memory_limit
        return None
