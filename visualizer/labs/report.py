"""Describes the machine on which a lab runs, in the report of a run."""

import os
import platform
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

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


type Report = dict[str, Any]
"""``lab``, ``host``, ``settings``, ``results`` and ``absent``, as JSON has them."""


def make_report(
    lab: str,
    settings: Mapping[str, Any],
    rows: Iterable[Mapping[str, Any]],
    absent: Mapping[str, str],
) -> Report:
    """Return the report of a lab on this machine."""
    return {
        "lab": lab,
        "host": asdict(describe_host()),
        "settings": dict(settings),
        "results": [dict(row) for row in rows],
        "absent": dict(absent),
    }


def row_name(row: Mapping[str, Any]) -> str:
    """Return the subject of a row of results, with its size if it was measured at sizes."""
    name = str(row.get("contestant") or row.get("method") or row.get("style"))
    return f"{name}/{row['items']}" if "not_run" in row else name
