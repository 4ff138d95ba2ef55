"""The report of a run: one object for the command line, the window and its history."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from visualizer.labs.host import describe_host

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
