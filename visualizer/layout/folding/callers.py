"""Decides for which steps of a call its caller is a line, so that few frames move."""

from collections.abc import Iterable, Iterator, Mapping, Set

from visualizer.layout.analysis.clocks import Intervals, Stays

BRIEF = 25
"""A caller that would be whole for at most this number of steps of a call is a line there, too."""

type Pressing = Mapping[int, Stays]
"""The steps at which the caller of each call is a line."""


class Callers:
    """Collects at which steps the caller of each call is folded for lack of room."""

    def __init__(self) -> None:
        self._folded: Intervals[int] = Intervals()
        self._lives: Intervals[int] = Intervals()
        self._now: Set[int] = frozenset()

    def observe(self, callers: Mapping[int, bool], step: int) -> None:
        """Note for each call whether its caller is folded from a step on."""
        for call in self._now - callers.keys():
            self._lives.stop(call, step)
            self._folded.stop(call, step)
        self._now = callers.keys()
        for call, is_folded in callers.items():
            self._lives.start(call, step)
            change = self._folded.start if is_folded else self._folded.stop
            change(call, step)

    def pressing(self, end: int, known: Pressing) -> Pressing:
        """Return the calls whose callers are lines also where they have room, with the steps.

        ``end`` is the step after the last. Steps that are ``known`` stay: other callers have room
        because of them.
        """
        found = dict(known)
        lives = self._lives.intervals(end)
        for call, held in self._folded.intervals(end).items():
            (start, _), (_, last) = lives[call][0], lives[call][-1]
            stays = sorted([(start, start), *held, *known.get(call, ()), (last, last)])
            merged = [*_merged(stays)]
            if merged != held:
                found[call] = merged
        return found


def _merged(stays: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the intervals without brief gaps between them, and without empty ones."""
    start = end = -BRIEF - 1
    for first, last in stays:
        if first - end > BRIEF:
            if start < end:
                yield start, end
            start = first
        end = max(end, last)
    if start < end:
        yield start, end
