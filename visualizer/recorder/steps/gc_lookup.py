"""Looks up in the collector's lists whether unreachable objects are alive."""

from __future__ import annotations

import gc

from visualizer.recorder.objects.contents import has_unset_items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

_get_objects = gc.get_objects

first_own: list[object] | None = None
"""The first container that the recorder created in this callback.

With other threads, which may create some meanwhile, the first one after taking the lock.
"""
carrier: list[object] | None = None
"""The container created before it, which brings an object into the callback."""
waiting_carriers: set[int] = set()
"""Addresses of such containers of other threads, which wait for their step."""


def find_tracked(addresses: AbstractSet[int]) -> list[object]:
    """Return the tracked objects at these addresses, which are alive.

    Objects after ``first_own`` in the youngest generation are the recorder's, possibly at an
    address that the program has just freed.
    """
    found = []
    for thing in _get_objects(0):
        if thing is first_own:
            break
        if id(thing) in addresses and thing is not carrier:
            found.append(thing)
    for older in (1, 2):
        known = _get_objects(older)
        found += [one for one in known if id(one) in addresses and one is not carrier]
    if waiting_carriers:
        found = [thing for thing in found if id(thing) not in waiting_carriers]
    # An object under construction has the address of a known one, and is another.
    return [thing for thing in found if not has_unset_items(thing)]


def only_in_cycles(
    addresses: Iterable[int],
    children: Callable[[int], Iterable[int]],
    true_count: Callable[[int], int | None],
) -> set[int]:
    """Return the addresses that only cycles among themselves keep alive.

    Like the collector (Python/gc.c, deduce_unreachable): subtract internal references from each
    count; a remainder means an external reference to that object and everything it reaches.
    """
    inside = dict.fromkeys(addresses, 0)
    for address in addresses:
        for child in children(address):
            if child in inside:
                inside[child] += 1
    held = [a for a, n in inside.items() if (count := true_count(a)) is None or count > n]
    for address in held:
        if inside.pop(address, None) is not None:
            held += [child for child in children(address) if child in inside]
    return set(inside)
