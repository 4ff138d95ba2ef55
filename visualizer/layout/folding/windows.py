"""Which places of a long container are shown from which step on, so that this changes seldom."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from visualizer.layout.course.focus import Events

_ENDS = 4
"""Slots that the first and the last, and the signs beside them, take."""


def windows(
    events: Iterable[tuple[int, frozenset[int]]],
    slots: int,
    taken: Callable[[Iterable[int]], int] | None = None,
) -> Events:
    """What to show from which step on, as long as what is asked for later is among it.

    As much of what comes next as there is room for is shown from the beginning: so a loop over a
    list changes what is shown once in many steps. What came before is not asked for. ``taken`` says
    how many slots some places take, else those between them.
    """
    found: Events = []
    slots_of_all = taken or slots_of
    most = max(1, slots - _ENDS)
    for step, wanted in events:
        if found and wanted <= found[-1][1]:
            continue
        both = wanted | found[-1][1] if found else wanted
        if found and slots_of_all(both) <= most:
            found[-1] = found[-1][0], both
        else:
            found.append((step if found else 0, _cut(wanted, most)))
    return found


def window_at(found: Events, step: int) -> frozenset[int]:
    """Those that hold at a step."""
    nth = bisect_right(found, step, key=lambda one: one[0]) - 1
    return found[nth][1] if nth >= 0 else frozenset()


def slots_of(places: Iterable[int]) -> int:
    """The room that places take, with a sign wherever some are left out between two."""
    ordered = sorted(places)
    gaps = sum(after - before > 1 for before, after in pairwise(ordered))
    return len(ordered) + gaps


def _cut(wanted: frozenset[int], most: int) -> frozenset[int]:
    if slots_of(wanted) <= most:
        return wanted
    kept: list[int] = []
    for place in sorted(wanted):
        if slots_of((*kept, place)) > most:
            break
        kept.append(place)
    return frozenset(kept)


def runs(length: int, slots: int, wanted: frozenset[int], *, with_ends: bool = True) -> list[range]:
    """The places of a container that are shown, as runs between which some are left out.

    With the signs between the runs they take ``slots``: the first and the last, those that are
    wanted with their neighbours, and as many of the first as there is room for. Not ``with_ends``
    the first and the last only where nothing is wanted.
    """
    if length <= slots:
        return [range(length)]
    wanted = frozenset(place for place in wanted if place < length)
    shown = {0, length - 1} | wanted if with_ends or not wanted else set(wanted)
    for place in _by_nearness(wanted, length):
        if slots_of(shown) >= slots - 1:
            break
        shown.add(place)
    place = 0
    while slots_of(shown) < slots and place < length:
        if slots_of(shown | {place}) <= slots:
            shown.add(place)
        place += 1
    return list(_joined(sorted(shown)))


def _by_nearness(wanted: frozenset[int], length: int) -> Iterator[int]:
    for away in (1, 2, 3):
        for place in sorted(wanted):
            for side in (place - away, place + away):
                if 0 <= side < length:
                    yield side


def _joined(places: list[int]) -> Iterator[range]:
    start = before = places[0]
    for place in places[1:]:
        if place != before + 1:
            yield range(start, before + 1)
            start = place
        before = place
    yield range(start, before + 1)
