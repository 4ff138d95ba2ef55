"""Describes the machine on which a lab runs."""

import os
import platform
import sys
from dataclasses import dataclass

from visualizer.platform.memory import installed
from visualizer.platform.system import describe_system


@dataclass(frozen=True, slots=True)
class Host:
    """``gil`` is whether this interpreter lets only one thread run Python at a time."""

    python: str
    cpus: int
    memory_bytes: int
    os: str
    gil: bool


def describe_host() -> Host:
    """Return the current machine; ``cpus`` are those that this process may use."""
    asked = getattr(sys, "_is_gil_enabled", None)
    return Host(
        python=platform.python_version(),
        cpus=os.process_cpu_count() or 1,
        memory_bytes=installed(),
        os=describe_system(),
        gil=True if asked is None else bool(asked()),
    )
