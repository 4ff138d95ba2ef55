"""The table of contestants of the concurrency lab."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from visualizer.labs.concurrency import ways
from visualizer.labs.installed import missing
from visualizer.platform.processes import START_METHODS


@dataclass(frozen=True, slots=True)
class Contestant:
    """A way to run jobs: ``run`` runs them, ``before`` precedes any other import.

    ``published`` is the article's figure: seconds for two jobs of five waits of one second;
    ``module`` must be installed, ``python`` is the command of another interpreter, ``method`` a
    start method of processes that the system must have. ``can_be_stepped`` is whether its recording
    shows anything.
    """

    key: str
    run: Callable[[ways.Jobs], ways.Found]
    published: float | None = None
    before: Callable[[], None] | None = None
    module: str = ""
    python: str = ""
    method: str = ""
    can_be_stepped: bool = True

    def absent(self) -> str:
        """Return why the contestant cannot run on this machine; empty if it can."""
        if self.python and shutil.which(self.python) is None:
            return f"{self.python} is not available on this machine"
        if self.method and self.method not in START_METHODS:
            return f"{self.method} is not available on this machine"
        return missing(self.module)


BASELINE = "sequential"
_FREE = "python{}.{}t".format(*sys.version_info)
"""The command of an interpreter of our version without a GIL."""
CONTESTANTS = (
    Contestant(BASELINE, ways.sequential, published=10.07),
    Contestant("threading", ways.threads, published=5.03),
    Contestant("thread-pool", ways.thread_pool, published=5.04),
    Contestant("multiprocessing", ways.processes, published=5.31),
    Contestant("asyncio", ways.event_loop, published=5.02, module="asyncio"),
    Contestant("gevent", ways.greenlets, published=10.06, module="gevent"),
    Contestant("gevent-patched", ways.greenlets, before=ways.patch_all, module="gevent"),
    Contestant("process-pool", ways.process_pool),
    Contestant("interpreters", ways.interpreters, module="_interpreters", can_be_stepped=False),
    *(
        Contestant(f"multiprocessing-{one}", partial(ways.processes, method=one), method=one)
        for one in ("fork", "forkserver", "spawn")
    ),
    Contestant("free-threading", ways.threads, python=_FREE),
)
DEFAULT = tuple(one.key for one in CONTESTANTS[:9])
"""The contestants of a comparison that names none."""
contestant = {one.key: one for one in CONTESTANTS}.__getitem__
"""Returns the contestant of a key; raises ``KeyError`` if there is none."""
