"""Finds which worker ran when from timed pieces of counting: it makes the GIL visible."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

type Piece = tuple[str, float, float, int]
"""Worker, start and end in seconds, number of the piece."""

_LONGER, _LEAST = 2.0, 0.001
"""A piece was interrupted if it took this many times the median and at least this many seconds
more. A thread is asked to release the GIL after 0.005 s (``sys.setswitchinterval``).
"""
_COMMON = 0.05
"""Jobs overlap if they share this part of the shortest one."""


@dataclass(frozen=True, slots=True)
class Turns:
    """``running`` has the stretches in which a worker ran without a pause. ``switches`` counts the
    changes from one worker to another; ``at_once`` is the share of the time, from the first start
    to the last end, in which two or more ran.
    """

    running: tuple[tuple[str, float, float], ...]
    switches: int
    at_once: float

    def as_json(self) -> dict[str, Any]:
        """Return the form that a report stores."""
        return {
            "running": [
                {"worker": worker, "start": start, "end": end}
                for worker, start, end in self.running
            ],
            "switches": self.switches,
            "at_once": self.at_once,
        }


def turns(pieces: Sequence[Piece]) -> Turns | None:
    """Evaluate the pieces; return None if there are none."""
    if not pieces:
        return None
    usual = median(end - start for _, start, end, _ in pieces)
    found = sorted(
        (
            part
            for worker in sorted({piece[0] for piece in pieces})
            for part in _running([piece for piece in pieces if piece[0] == worker], usual)
        ),
        key=lambda part: part[1],
    )
    switches = sum(one[0] != other[0] for one, other in pairwise(found))
    return Turns(tuple(found), switches, _at_once(found))


def _running(pieces: Sequence[Piece], usual: float) -> Iterator[tuple[str, float, float]]:
    """Return the stretches in which one worker ran; an interrupted piece counts its last part."""
    worker = pieces[0][0]
    begun = last = None
    for _, start, end, _ in sorted(pieces, key=lambda piece: piece[1]):
        held_up = end - start > max(_LONGER * usual, usual + _LEAST)
        ran_from = end - usual if held_up else start
        if begun is None or last is None or held_up:
            if begun is not None and last is not None:
                yield worker, begun, last
            begun = ran_from
        last = end
    if begun is not None and last is not None:
        yield worker, begun, last


def _at_once(running: Sequence[tuple[str, float, float]]) -> float:
    """Return the share of the whole time in which two or more workers ran."""
    whole = max(end for _, _, end in running) - min(start for _, start, _ in running)
    return _together(running) / whole if whole else 0.0


def _together(running: Iterable[tuple[str, float, float]]) -> float:
    """Return the seconds in which two or more workers ran."""
    edges = sorted(edge for _, start, end in running for edge in ((start, 1), (end, -1)))
    both, count = 0.0, 0
    for (at, change), (following, _) in pairwise(edges):
        count += change
        if count > 1:
            both += following - at
    return both


def meeting(spans: Sequence[Mapping[str, Any]]) -> str:
    """Return how jobs meet: ``in turn``, ``overlap``, or ``alone`` where there is only one."""
    times: dict[str, list[float]] = {}
    for span in spans:
        times.setdefault(span["worker"], []).extend((span["start"], span["end"]))
    if len(times) < 2:
        return "alone"
    shortest = min(max(of) - min(of) for of in times.values())
    common = _together((span["worker"], span["start"], span["end"]) for span in spans)
    return "overlap" if common > _COMMON * shortest else "in turn"
