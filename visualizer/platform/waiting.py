"""Waits until a process ends or a descriptor becomes readable."""

import os
import sys
import time
from contextlib import suppress

if sys.platform == "win32":

    class ProcessWaiter:
        """Waits by sleeping: Windows cannot wait for a process and a pipe together."""

        def __init__(self, process: int, readable: tuple[int, ...]) -> None:
            pass

        def wait(self, seconds: float, also: tuple[int, ...]) -> None:
            """Wait for ``seconds``."""
            time.sleep(seconds)

        def close(self) -> None:
            """Do nothing: there are no handles to release."""

else:
    import select

    class ProcessWaiter:
        """Waits until the process ends, a descriptor becomes readable, or the time is over."""

        def __init__(self, process: int, readable: tuple[int, ...]) -> None:
            self._process = _opened(process)
            self._watched = [one for one in (self._process, *readable) if one >= 0]

        def wait(self, seconds: float, also: tuple[int, ...]) -> None:
            """Wait for at most ``seconds``; ``also`` has more descriptors."""
            watched = (*self._watched, *also)
            # poll(2) counts in milliseconds.
            if not watched or seconds < 0.001:
                time.sleep(seconds)
                return
            poll = select.poll()
            for descriptor in watched:
                poll.register(descriptor, select.POLLIN)
            for descriptor, seen in poll.poll(seconds * 1000):
                # The terminal's other side is closed: it would end every wait at once.
                if seen == select.POLLHUP and descriptor in self._watched:
                    self._watched.remove(descriptor)

        def close(self) -> None:
            """Close the handle of the process; harmless a second time."""
            if self._process >= 0:
                os.close(self._process)
                self._process = -1
            self._watched.clear()

    if sys.platform == "linux":

        def _opened(process: int) -> int:
            """Return a descriptor that becomes readable when the process ends, or -1."""
            with suppress(OSError):  # Linux before 5.3: the end is noticed a little later
                return os.pidfd_open(process)
            return -1

    else:

        def _opened(process: int) -> int:
            return -1
