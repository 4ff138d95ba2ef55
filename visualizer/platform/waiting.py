"""Waiting for a process, or for something to come, whichever is first."""

import os
import sys
import time
from contextlib import suppress

if sys.platform == "win32":

    class Waiting:
        """Windows waits for nothing of that kind in common: a wait is a pause."""

        def __init__(self, process: int, readable: tuple[int, ...]) -> None:
            pass

        def wait(self, seconds: float, also: tuple[int, ...]) -> None:
            """For so long."""
            time.sleep(seconds)

        def close(self) -> None:
            """Nothing is held."""

else:
    import select

    class Waiting:
        """A wait is cut short when the process ends, or a descriptor has something to read."""

        def __init__(self, process: int, readable: tuple[int, ...]) -> None:
            self._process = _opened(process)
            self._watched = [one for one in (self._process, *readable) if one >= 0]

        def wait(self, seconds: float, also: tuple[int, ...]) -> None:
            """For so long, or until then; ``also`` has more descriptors."""
            watched = (*self._watched, *also)
            # poll(2) counts in thousandths of a second.
            if not watched or seconds < 0.001:
                time.sleep(seconds)
                return
            looks = select.poll()
            for descriptor in watched:
                looks.register(descriptor, select.POLLIN)
            for descriptor, seen in looks.poll(seconds * 1000):
                # Nobody writes to that terminal any more: it would cut every wait short.
                if seen == select.POLLHUP and descriptor in self._watched:
                    self._watched.remove(descriptor)

        def close(self) -> None:
            """Let go of the process; harmless a second time."""
            if self._process >= 0:
                os.close(self._process)
                self._process = -1
            self._watched.clear()

    if sys.platform == "linux":

        def _opened(process: int) -> int:
            """A descriptor that can be read when it has ended; -1 where there is none."""
            with suppress(OSError):  # Linux before 5.3: an end is then seen a little later
                return os.pidfd_open(process)
            return -1

    else:

        def _opened(process: int) -> int:
            return -1
