"""Places in lists and dicts: those that a change affects, and the place of an object.

All functions compare tuples, because a list may have thousands of items.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from visualizer.model import Content, Instance
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

MAX_CHANGED = 40
"""The maximum number of places that describe a change."""


def elements(content: Content | None) -> tuple[object, ...]:
    """Return the items of a list or the entries of a dict, or of an instance of a subclass."""
    match content:
        case SequenceContent(items=items):
            return items
        case MappingContent(entries=entries):
            return entries
        case Instance(base=SequenceContent() | MappingContent() as base):
            return elements(base)
    return ()


def differing(before: Sequence[object], now: Sequence[object]) -> tuple[int, int, int]:
    """Return the length of the common start, and the start of the common end in each."""
    most = min(len(before), len(now))
    start = _same(before, now, most)
    left = most - start
    end = _same(before[::-1][:left], now[::-1][:left], left) if left else 0
    return start, len(before) - end, len(now) - end


def _same(one: Sequence[object], other: Sequence[object], most: int) -> int:
    """Return how many of the first ``most`` items are equal in both."""
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def changed_places(before: Content, now: Content) -> tuple[int, ...]:
    """Return the places in a container that a change affects; for a removal, the next place."""
    old, new = elements(before), elements(now)
    if old is new or not new:
        return ()
    start, old_end, end = differing(old, new)
    if start == end:
        return (min(start, len(new) - 1),) if start != old_end else ()
    if old_end == end:
        places = (place for place in range(start, end) if old[place] != new[place])
        return tuple(islice(places, MAX_CHANGED))
    return tuple(range(start, end))[:MAX_CHANGED]


def targets_at(before: Content, now: Content, places: Sequence[int]) -> Iterator[int]:
    """Yield the new targets of a changed container or instance."""
    new = elements(now)
    for place in places:
        one = new[place]
        if isinstance(one, tuple):
            yield from one
        elif isinstance(one, int):
            yield one
    if isinstance(before, Instance) and isinstance(now, Instance):
        known = dict(before.attributes)
        yield from (one for name, one in now.attributes if known.get(name) != one)


def place_of(content: Content, serial: int) -> int | None:
    """Return the place of an object in a container; None if it has none."""
    found = elements(content)
    if not found:
        return None
    if isinstance(found[0], tuple):
        pairs = enumerate(found)
        return next((n for n, one in pairs if isinstance(one, tuple) and serial in one), None)
    return found.index(serial) if serial in found else None
