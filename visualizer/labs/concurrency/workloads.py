"""What the jobs of the lab do in each of their steps. The source that is shown is what runs."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Step(Protocol):
        """One step of a job: called where waiting is possible, awaited in an event loop."""

        def __call__(self) -> None:
            """Do it, and come back when it is done."""

        async def in_loop(self) -> None:
            """Do it, letting others run where the library at hand can."""


class Sleep:
    """Waits, as the article's functions do."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __call__(self) -> None:
        """Wait."""
        time.sleep(self.seconds)

    async def in_loop(self) -> None:
        """Wait, and let others run."""
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
        """Count; nobody else runs meanwhile."""
        self()

    def __repr__(self) -> str:
        return f"Spin({self.iterations!r})"


class Fetch:
    """Asks a server on this machine for a page, which takes its time."""

    def __init__(self, port: int) -> None:
        self.port = port

    def __call__(self) -> None:
        """Ask, and read all of the answer."""
        import socket

        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            while connection.recv(1 << 16):
                pass

    async def in_loop(self) -> None:
        """Ask, and let others run until all of the answer is here."""
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
"""Makes a step of the size that is settled for all contestants: seconds, iterations, or the number
of a port."""
_LEAST_TICKS = 8


def calibrate(seconds: float) -> int:
    """How many iterations of ``Spin`` take so many seconds of a processor on this machine.

    By processor time: what else runs at this moment does not make the work of a whole run smaller.
    """
    from visualizer.platform.usage import CLOCK_TICK

    trial = Spin(200_000)
    while (taken := min(_processor_time(trial) for _ in range(5))) < _LEAST_TICKS * CLOCK_TICK:
        trial = Spin(4 * trial.iterations)
    return max(1, round(trial.iterations * seconds / taken))


def _processor_time(step: Step) -> float:
    start = time.process_time()
    step()
    return time.process_time() - start
