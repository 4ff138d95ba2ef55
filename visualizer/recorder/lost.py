"""What no name reaches any more: is it dead, or does it live on?"""

import gc

_get_objects = gc.get_objects


def find(addresses, old, sentinel):
    """The objects at these addresses that the collector knows, and so are alive.

    ``old``: also look in the generations that only a run of the collector, or a start before the
    recording, can have brought an object to; they are large. ``sentinel`` is the first container
    that the recorder made in this step: what the youngest generation lists behind it is the
    recorder's own, perhaps at the very address that the program has just given back.
    """
    found = []
    for thing in _get_objects(0):
        if thing is sentinel:
            break
        if id(thing) in addresses:
            found.append(thing)
    for generation in (1, 2) if old else ():
        if len(found) < len(addresses):
            found += [thing for thing in _get_objects(generation) if id(thing) in addresses]
    return found


def held_by_nothing(addresses, children, true_count):
    """Those of the addresses that only a cycle among themselves keeps alive.

    What the collector itself does (Python/gc.c, deduce_unreachable): take away from each count the
    references from within; what has some left is held from outside, with all that it reaches.
    """
    inside = dict.fromkeys(addresses, 0)
    for address in addresses:
        for child in children(address):
            if child in inside:
                inside[child] += 1
    held = [a for a, n in inside.items() if true_count(a) is None or true_count(a) > n]
    for address in held:
        if inside.pop(address, None) is not None:
            held += [child for child in children(address) if child in inside]
    return set(inside)
