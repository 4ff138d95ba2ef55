"""Waits for what another process or thread does."""

import time
from collections.abc import Callable

from tests.systems import let_others_run

PATIENCE = 30.0
"""Seconds, far more than anything takes that a test waits for."""


def wait_until(
    holds: Callable[[], object], otherwise: str = "it never came", patience: float = PATIENCE
) -> None:
    """Return as soon as ``holds`` returns something true; fail with ``otherwise`` if it does not.

    An assertion within ``holds`` ends the wait at once.
    """
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, otherwise
        let_others_run()
