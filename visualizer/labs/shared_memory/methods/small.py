"""Returns the work of a method as a small program of one process, to step through."""

from functools import cache
from pathlib import Path

from visualizer.labs.shared_memory.methods.registry import method

_HERE = Path(__file__).parents[1] / "programs"
_BY_CARRIER = {
    "WorkersSegments": "shared",
    "ParentsSegments": "shared",
    "ManagersSegments": "shared",
    "MappedFiles": "mapped",
}
_BY_CREW = {
    "Processes": "pickled",
    "Pool": "pickled",
    "PipedProcesses": "piped",
    "Threads": "threads",
}


@cache
def small_program(key: str) -> str:
    """Return the program's text; empty for methods that show nothing in one process."""
    one = method(key)
    name = _BY_CARRIER.get(one.carrier_name) or _BY_CREW.get(one.crew_name)
    if not one.shares_memory and one.carrier_name != "Private":
        return ""
    if one.shares_memory and one.carrier_name not in _BY_CARRIER:
        name = "shared"  # one more way through segments
    return (_HERE / f"{name}.py").read_text(encoding="utf-8") if name else ""
