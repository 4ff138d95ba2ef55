"""Who ran when, from pieces of counting that each noted the time: the GIL made visible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

type Piece = tuple[str, float, float, int]
"""Worker, from when to when in seconds, number."""

_LONGER, _LEAST = 2.0, 0.001
"""A piece that took so many times as long as most, and at least so many seconds more, was
interrupted. A thread is asked to release the GIL after 0.005 s (``sys.setswitchinterval``).
"""


@dataclass(frozen=True, slots=True)
class Turns:
    """``running`` are the times in which a worker ran without a pause.

    ``switches`` is how often another worker went on than the one before; ``at_once`` the share of
    the time, from the first worker's start to the last one's end, in which more than one ran.
    """

    running: tuple[tuple[str, float, float], ...]
    switches: int
    at_once: float

    def as_json(self) -> dict[str, Any]:
        """As a result has it."""
        return {
            "running": [
                {"worker": worker, "start": start, "end": end}
                for worker, start, end in self.running
            ],
            "switches": self.switches,
            "at_once": self.at_once,
        }


def turns(pieces: Sequence[Piece]) -> Turns | None:
    """What pieces tell; None of none."""
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
    """The times in which one worker ran: of a piece that was held up, only its last part."""
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
    """The share of the whole time in which two or more ran."""
    edges = sorted(edge for _, start, end in running for edge in ((start, 1), (end, -1)))
    both, count = 0.0, 0
    for (at, change), (following, _) in pairwise(edges):
        count += change
        if count > 1:
            both += following - at
    whole = max(end for _, _, end in running) - min(start for _, start, _ in running)
    return both / whole if whole else 0.0
