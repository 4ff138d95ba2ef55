"""The table of methods of the shared-memory lab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from visualizer.labs.installed import missing

if TYPE_CHECKING:
    from visualizer.labs.shared_memory.methods.carriers import Carrier
    from visualizer.labs.shared_memory.methods.crews import Crew
    from visualizer.labs.shared_memory.methods.job import Job


@dataclass(frozen=True, slots=True)
class Method:
    """``crew_name`` parses, ``carrier_name`` brings the tables to the parent: classes of ``crews``
    and ``carriers``, imported when used; a method with its own code has neither. ``copies`` counts
    the copies of a row between parsing and the parent's reading, with those of the system.
    ``takes`` is how many times the tables are in memory at most, in all processes together, as
    measured with either reader. ``module`` must be installed. ``script`` is a script of the
    document, as printed, ``small`` a program that shows the method in one process.
    """

    key: str
    crew_name: str = ""
    carrier_name: str = ""
    copies: int = 0
    takes: float = 1.3
    module: str = ""
    script: str = ""
    small: str = ""

    @property
    def crew(self) -> Callable[[Job, Carrier], Crew] | None:
        """Return the crew that parses."""
        return _named("crews", self.crew_name)  # type: ignore[no-any-return]

    @property
    def carrier(self) -> Callable[[Job], Carrier] | None:
        """Return the carrier of the tables."""
        return _named("carriers", self.carrier_name)  # type: ignore[no-any-return]

    @property
    def can_stream(self) -> bool:
        """Whether a table can be written while the workers parse others."""
        return bool(getattr(self.crew, "can_stream", False))

    def absent(self) -> str:
        """Return why the method cannot run on this machine; empty if it can."""
        return missing("h5py") or missing(self.module)


def _named(module: str, name: str) -> Any:
    return getattr(import_module(f"{__package__}.{module}"), name) if name else None


METHODS = (
    Method("process-queue", "Processes", "Private", 4, 4.0, small="pickled"),
    Method("pool-pickle", "Pool", "Private", 4, 3.5, small="pickled"),
    Method("pipe", "PipedProcesses", "Private", 2, 2.0, small="piped"),
    Method("shm-process", "Processes", "WorkersSegments", small="shared"),
    Method("shm-pool", "Pool", "ParentsSegments", small="shared"),
    Method("shm-reused", "KeptProcesses", "KeptSegments", small="shared"),
    Method("shm-manager", "Processes", "ManagersSegments", small="shared"),
    Method("memmap", "Processes", "MappedFiles", small="mapped"),
    Method("threads", "Threads", "Private", small="threads"),
    Method("dask", copies=3, takes=3.5, module="distributed"),
    Method("printed-process", script="with_processes"),
    Method("printed-pool", script="with_pool"),
)
DEFAULT = tuple(one.key for one in METHODS if not one.script)
"""The methods of a run that names none."""
method = {one.key: one for one in METHODS}.__getitem__
"""Returns the method of a key; raises ``KeyError`` if there is none."""
