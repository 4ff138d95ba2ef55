"""Classifies how the jobs of a contestant overlap in time."""

from collections.abc import Mapping, Sequence
from typing import Any

_LEAST = 0.05
"""Two jobs overlap if they share this part of the shortest job."""


def meeting(spans: Sequence[Mapping[str, Any]]) -> str:
    """``in turn``, ``overlap``, or ``alone`` where there is only one job."""
    times: dict[str, list[tuple[float, float]]] = {}
    for span in spans:
        times.setdefault(span["worker"], []).append((span["start"], span["end"]))
    if len(times) < 2:
        return "alone"
    wholes = [(min(start for start, _ in of), max(end for _, end in of)) for of in times.values()]
    shortest = min(end - start for start, end in wholes)
    workers = list(times.values())
    common = max(
        sum(max(0.0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
        for number, one in enumerate(workers)
        for other in workers[number + 1 :]
    )
    return "overlap" if common > _LEAST * shortest else "in turn"
