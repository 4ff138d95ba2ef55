"""Chooses the shown places of a long container for as many steps as possible."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from visualizer.layout.analysis.focus import Events

_ENDS = 4
"""The slots for the first and last place, and the signs beside them."""


def windows(
    events: Iterable[tuple[int, frozenset[int]]],
    slots: int,
    slots_needed: Callable[[frozenset[int]], int] | None = None,
    first: Callable[[int], frozenset[int]] | None = None,
) -> Events:
    """Return the places to show and their first steps; a choice holds while it covers later events.

    A choice includes as much of the following events as fits, so a loop over a list changes it once
    in many steps; earlier events do not count. ``slots_needed`` returns the slots that some places
    need, by default with signs between them; ``first`` returns the places to keep at a step where
    not all fit.
    """
    found: Events = []
    slots_of_all = slots_needed or slots_of
    most = max(1, slots - _ENDS)
    for step, asked in events:
        wanted = asked
        if first is not None and slots_of_all(asked) > most:
            wanted = _cut(asked & first(step), most)
            for place in sorted(asked - wanted):
                more = wanted | {place}
                wanted = more if slots_of_all(more) <= most else wanted
        if found and wanted <= found[-1][1]:
            continue
        both = wanted | found[-1][1] if found else wanted
        if found and slots_of_all(both) <= most:
            found[-1] = found[-1][0], both
        else:
            found.append((step if found else 0, _cut(wanted, most)))
    return found


def summed(events: Mapping[int, frozenset[int]], steps: Sequence[int]) -> dict[int, frozenset[int]]:
    """Return events at ``steps`` alone: each includes the events since the previous of them."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for step, added in events.items():
        place = bisect_left(steps, step)
        if place < len(steps):
            found[steps[place]] |= added
    return {step: frozenset(added) for step, added in found.items()}


def slots_of(places: Iterable[int]) -> int:
    """Return the slots for places, with a sign in each gap."""
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
    """Return the shown places of a container as runs, between which places are left out.

    With the signs between the runs they need ``slots``: the first and last place, the wanted ones
    with their neighbours, and as many of the first as fit. Without ``with_ends``, the first and
    last are included only if nothing is wanted.
    """
    if length <= slots:
        return [range(length)]
    wanted = frozenset(place for place in wanted if place < length)
    shown = {0, length - 1} | wanted if with_ends or not wanted else set(wanted)
    for place in _by_nearness(wanted, length):
        if place in shown:
            continue
        if slots_of(shown) >= slots - 1:
            break
        shown.add(place)
    free, first, last = slots - slots_of(shown), min(shown), max(shown)
    for place in range(length):
        if free <= 0:
            break
        if place not in shown:
            # The place, and the signs beside it instead of one between those before and after it.
            signs = (place > first and place - 1 not in shown) - (first < place < last)
            needed = 1 + signs + (place < last and place + 1 not in shown)
            if needed <= free:
                shown.add(place)
                free, first, last = free - needed, min(first, place), max(last, place)
    places = sorted(shown)
    # A place takes no more room than the sign for it.
    alone = [before + 1 for before, after in pairwise(places) if after == before + 2]
    return list(_joined(sorted(places + alone)))


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
