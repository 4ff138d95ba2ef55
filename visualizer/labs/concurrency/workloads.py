"""The work in each step of the lab's jobs. The window shows the source that runs."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Step(Protocol):
        """One step of a job: called where it may block, awaited in an event loop."""

        def __call__(self) -> None:
            """Do the work, and return when it is done."""

        async def in_loop(self) -> None:
            """Do the work, letting other tasks run if the library can."""


class Sleep:
    """Waits, as the article's functions do."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __call__(self) -> None:
        """Wait."""
        time.sleep(self.seconds)

    async def in_loop(self) -> None:
        """Wait, and let other tasks run."""
        import asyncio

        await asyncio.sleep(self.seconds)

    def __repr__(self) -> str:
        return f"Sleep({self.seconds!r})"


class Spin:
    """Counts down in pure Python; in an event loop it has no other form."""

    def __init__(self, iterations: int) -> None:
        self.iterations = iterations

    def __call__(self) -> None:
        """Count."""
        count = self.iterations
        while count:
            count -= 1

    async def in_loop(self) -> None:
        """Count; no other task runs meanwhile."""
        self()

    def __repr__(self) -> str:
        return f"Spin({self.iterations!r})"


class Fetch:
    """Requests a page from a slow server on this machine."""

    def __init__(self, port: int) -> None:
        # No step has to wait for this import.
        import socket

        self.port, self.open = port, socket.socket

    def __call__(self) -> None:
        """Send the request, and read the whole answer."""
        with self.open() as connection:
            connection.settimeout(60)
            connection.connect(("127.0.0.1", self.port))
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            while connection.recv(1 << 16):
                pass

    async def in_loop(self) -> None:
        """Send the request, and let other tasks run until the whole answer has come."""
        import asyncio

        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(b"GET / HTTP/1.0\r\n\r\n")
        await reader.read()
        writer.close()
        await writer.wait_closed()

    def __repr__(self) -> str:
        return f"Fetch({self.port!r})"


WORKLOADS: dict[str, Callable[[float], Step]] = {
    "sleep": Sleep,
    "cpu": lambda size: Spin(int(size)),
    "io": lambda size: Fetch(int(size)),
}
"""Each makes a step of the size that all contestants share: seconds, iterations, or a port."""
_LEAST_TICKS = 8


def calibrate(seconds: float) -> int:
    """Return how many iterations of ``Spin`` take so many seconds of processor time on this
    machine. Processor time keeps other programs from shrinking the work of a whole run.
    """
    import timeit

    from visualizer.platform.usage import CLOCK_TICK

    iterations, taken = 50_000, 0.0
    while taken < _LEAST_TICKS * CLOCK_TICK:
        iterations *= 4
        taken = min(timeit.repeat(Spin(iterations), timer=time.process_time, number=1))
    return max(1, round(iterations * seconds / taken))
