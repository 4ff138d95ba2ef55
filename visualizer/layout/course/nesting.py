"""Decides which containers are nested in their holder, for their whole life or never."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from typing import NamedTuple

from visualizer.model import HeapObject, Instance, Sequence
from visualizer.model import Mapping as MappingContent

LEAST_SHARE = 0.35
"""The minimum share of its life for which the container must hold the object."""
MOST_ATTRIBUTES = 5
MOST_ITEMS = 14
DEEPEST = 2
LONGEST_ROW = 10
"""The maximum number of items of a row of a grid."""


class Kinship(NamedTuple):
    """The references between objects, by serial; times are steps.

    ``held_by`` is for how long a holder refers to an object, ``held_often`` for how long several
    slots of it do, ``named`` for how long a lasting name refers to it. ``linked`` are containers
    that ever hold objects with cards. ``apart`` are nodes of chains and trees, and objects that are
    written in slots.
    """

    things: Mapping[int, HeapObject]
    lives: Mapping[int, int]
    held_by: Mapping[tuple[int, int], int]
    held_often: Mapping[int, int]
    named: Mapping[int, int]
    longest: Mapping[int, int]
    linked: Set[int]
    apart: Set[int]


def find_homes(known: Kinship) -> dict[int, int]:
    """Map each nested object to the object that contains it.

    An object is nested if only one slot, always of the same object, refers to it, and no global
    name does for long: then nesting hides nothing. Siblings are nested together, as rows of a
    matrix.
    """
    only = _only_holders(known)
    homes = {serial: home for serial, home in only.items() if _can_move_in(serial, home, known)}
    _ask_brothers(homes, only, known)
    _bring_out_deep_ones(homes)
    _bring_out_crowds(homes, known)
    return homes


def _only_holders(known: Kinship) -> dict[int, int]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for (serial, holder), time in known.held_by.items():
        if time and serial in known.things and holder in known.things:
            holders[serial].append(holder)
    return {
        serial: found[0]
        for serial, found in holders.items()
        if len(found) == 1 and not known.held_often.get(serial) and serial not in known.apart
    }


def _can_move_in(serial: int, home: int, known: Kinship) -> bool:
    thing, holder = known.things[serial], known.things[home]
    if not _can_be_inside(thing) or not _has_room(holder):
        return False
    if isinstance(thing.content, Instance) and isinstance(holder.content, Instance):
        return False
    if known.named.get(serial, 0) > 1 or known.longest.get(serial, 0) > MOST_ITEMS:
        return False
    return known.held_by[serial, home] >= LEAST_SHARE * known.lives[serial]


def _can_be_inside(thing: HeapObject) -> bool:
    match thing.content:
        case Sequence() | MappingContent():
            return True
        case Instance(base=None, attributes=inner) | Instance(attributes=(), base=Sequence(inner)):
            return len(inner) <= MOST_ATTRIBUTES
    return False


def _has_room(holder: HeapObject) -> bool:
    return isinstance(holder.content, Sequence | MappingContent | Instance)


def _ask_brothers(homes: dict[int, int], only: Mapping[int, int], known: Kinship) -> None:
    """If at least half of a container's objects are nested, nest all others of their type."""
    brothers: defaultdict[int, list[int]] = defaultdict(list)
    for serial, home in only.items():
        brothers[home].append(serial)
    for home, serials in brothers.items():
        inside = [serial for serial in serials if serial in homes]
        if not inside or 2 * len(inside) < len(serials):
            continue
        kind = known.things[inside[0]].type
        for serial in serials:
            is_short = known.longest.get(serial, 0) <= MOST_ITEMS
            is_named = known.named.get(serial, 0) > 0.5 * known.lives[serial]
            if known.things[serial].type == kind and is_short and not is_named:
                homes[serial] = home


def _bring_out_deep_ones(homes: dict[int, int]) -> None:
    for serial in list(homes):
        if _depth(serial, homes) > DEEPEST:
            del homes[serial]


def _depth(serial: int, homes: Mapping[int, int]) -> int:
    depth, seen = 0, set()
    while serial in homes:
        if serial in seen:
            return DEEPEST + 1
        seen.add(serial)
        serial = homes[serial]
        depth += 1
    return depth


def _bring_out_crowds(homes: dict[int, int], known: Kinship) -> None:
    """Nest many objects in one container only as the rows of a table or grid."""
    for home, count in Counter(homes.values()).items():
        if count <= MOST_ITEMS:
            continue
        inside = [serial for serial in homes if homes[serial] == home]
        are_records = all(not isinstance(known.things[one].content, Sequence) for one in inside)
        are_rows = all(
            known.longest.get(one, 0) <= LONGEST_ROW and one not in known.linked for one in inside
        )
        if not are_records and not are_rows:
            for one in inside:
                del homes[one]
