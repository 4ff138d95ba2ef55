"""Finds sentinels: objects that stand for nothing, such as the one below all leaves of a tree."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from visualizer.layout.analysis.clocks import Stays
from visualizer.layout.analysis.families import leads_backward
from visualizer.layout.analysis.parents import Link
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.model import HeapObject, held_by


def sentinels_of(stays: Mapping[Link, Stays]) -> set[int]:
    """Return the objects that lead nowhere and to which several lead by two attributes each.

    In a red-black tree each leaf has the same one on its left and on its right.
    """
    ends: defaultdict[tuple[int, int], list[Stays]] = defaultdict(list)
    for link, held in with_checkpoints(stays.items()):
        is_forward = link.container is None and not leads_backward(link.name)
        if is_forward and link.source != link.target:
            ends[link.source, link.target].append(held)
    leading = {source for source, _ in ends}
    often = Counter(target for (_, target), found in ends.items() if _are_together(found))
    return {target for target, many in often.items() if many > 1 and target not in leading}


def _are_together(found: Collection[Stays]) -> bool:
    """Whether the first two of these were ever there at one step."""
    if len(found) < 2:
        return False
    first, second, *_ = found
    return any(a < d and c < b for a, b in first for c, d in second)


def names_of_sentinels(
    sentinels: Iterable[int], holders: Mapping[int, Iterable[int]], things: Mapping[int, HeapObject]
) -> dict[int, str]:
    """Return the name of each: that of the attribute by which something else has it, or its type.

    ``holders`` are the objects that refer to each.
    """
    found = {}
    for serial in sentinels:
        thing = things[serial]
        names = (
            str(slot.name)
            for holder in holders.get(serial, ())
            if holder in things and things[holder].type != thing.type
            for slot, target in held_by(things[holder].content)
            if target == serial and slot.kind == "attribute"
        )
        found[serial] = next(names, thing.type)
    return found
