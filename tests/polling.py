"""Waits for the work of another process or thread."""

import time
from collections.abc import Callable

PATIENCE = 30.0
"""Seconds, far more than any awaited event takes."""
PAUSE = 0.005
"""Seconds between two checks: without a pause they take the processor from what they wait for."""


def wait_until(
    holds: Callable[[], object], otherwise: str = "it never came", patience: float = PATIENCE
) -> None:
    """Return as soon as ``holds`` returns a true value; fail with ``otherwise`` if it never does.

    An assertion error within ``holds`` ends the wait at once.
    """
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, otherwise
        time.sleep(PAUSE)
