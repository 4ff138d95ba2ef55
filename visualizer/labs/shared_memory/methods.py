"""The table of methods of the shared-memory lab."""

import importlib.util
import inspect
from collections.abc import Callable
from dataclasses import dataclass

from visualizer.labs.shared_memory import carriers, crews
from visualizer.labs.shared_memory.carriers import Carrier
from visualizer.labs.shared_memory.crews import Crew
from visualizer.labs.shared_memory.job import Job


@dataclass(frozen=True, slots=True)
class Method:
    """``crew`` parses, ``carrier`` brings the tables to the parent; neither for one of its own.

    ``copies``: how often the rows are copied from where they were parsed until the parent can read
    them, those of the system included. ``module`` must be installed. ``script`` is one of the
    document's, as printed; ``scheduler``: it may be elsewhere.
    """

    key: str
    crew: Callable[[Job, Carrier], Crew] | None = None
    carrier: Callable[[Job], Carrier] | None = None
    copies: int = 0
    module: str = ""
    script: str = ""

    @property
    def can_stream(self) -> bool:
        """Whether tables can be written while others are parsed."""
        return isinstance(self.crew, type) and issubclass(self.crew, Crew) and self.crew.can_stream

    def absent(self) -> str:
        """Why it cannot take part on this machine; empty where it can."""
        if self.module and importlib.util.find_spec(self.module) is None:
            return f"{self.module} is not installed; visualizer[labs] brings it"
        return ""

    def source(self) -> str:
        """The code that runs, as a person reads it."""
        if self.script:
            from visualizer.labs.shared_memory.printed import text

            return text(self.script)
        if self.crew is None:
            from visualizer.labs.shared_memory import distributed

            return inspect.getsource(distributed)
        parts = [inspect.getsource(one) for one in (self.carrier, self.crew) if one is not None]
        return "\n\n".join([*parts, inspect.getsource(crews.work)])


METHODS = (
    Method("process-queue", crews.Processes, carriers.Private, copies=4),
    Method("pool-pickle", crews.Pool, carriers.Private, copies=4),
    Method("pipe", crews.PipedProcesses, carriers.Private, copies=2),
    Method("shm-process", crews.Processes, carriers.WorkersSegments),
    Method("shm-pool", crews.Pool, carriers.ParentsSegments),
    Method("shm-manager", crews.Processes, carriers.ManagersSegments),
    Method("memmap", crews.Processes, carriers.MappedFiles),
    Method("threads", crews.Threads, carriers.Private),
    Method("dask", copies=3, module="distributed"),
    Method("printed-process", script="with_processes"),
    Method("printed-pool", script="with_pool"),
)
DEFAULT = tuple(one.key for one in METHODS if not one.script)
"""Those that a run has when none are named."""


def method(key: str) -> Method:
    """The one of that name; ``KeyError`` where there is none."""
    for one in METHODS:
        if one.key == key:
            return one
    raise KeyError(key)
