"""What no name reaches any more: is it dead, or does it live on?"""

from __future__ import annotations

import gc

from visualizer.recorder.contents import has_holes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

_get_objects = gc.get_objects

first: list[object] | None = None
"""The first container that the recorder made in this callback; set anew by each.

With other threads, which may make some meanwhile, the first behind the lock."""
brought: list[object] | None = None
"""The container that was made before it, to bring an object into the callback."""
waiting: set[int] = set()
"""The addresses of such containers of other threads, which wait for their step."""


def find(addresses: AbstractSet[int]) -> list[object]:
    """The objects at these addresses that the collector knows, and so are alive.

    What the youngest generation lists behind ``first`` is the recorder's own, perhaps at the very
    address that the program has just given back.
    """
    found = []
    for thing in _get_objects(0):
        if thing is first:
            break
        if id(thing) in addresses and thing is not brought:
            found.append(thing)
    for older in (1, 2):
        known = _get_objects(older)
        found += [one for one in known if id(one) in addresses and one is not brought]
    if waiting:
        found = [thing for thing in found if id(thing) not in waiting]
    # What is only being made lies at the address of one that was known, and is another.
    return [thing for thing in found if not has_holes(thing)]


def held_by_nothing(
    addresses: Iterable[int],
    children: Callable[[int], Iterable[int]],
    true_count: Callable[[int], int | None],
) -> set[int]:
    """Those of the addresses that only a cycle among themselves keeps alive.

    What the collector itself does (Python/gc.c, deduce_unreachable): take away from each count the
    references from within; what has some left is held from outside, with all that it reaches.
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
