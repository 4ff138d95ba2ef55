"""Work that makes very much and throws nothing away: the collector need not look through it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(pausing: bool) -> Iterator[None]:
    """Let the collector rest meanwhile, if ``pausing``.

    For a whole recording it would go through all that stays, and again for every quarter more: of
    the time for a tree of 1,000 that was a third. What has no cycle goes as always.
    """
    pausing = pausing and gc.isenabled()
    if pausing:
        gc.disable()
    try:
        yield
    finally:
        if pausing:
            gc.enable()
