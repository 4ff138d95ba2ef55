"""Decides which containers are nested in their holder, for their whole life or never."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from typing import NamedTuple

from visualizer.layout.analysis.holdings import passes_over
from visualizer.layout.analysis.matrices import Lists
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.nodes.structures import Links, Structures
from visualizer.model import Heap, HeapObject, Instance, Scalar, Sequence, held_by
from visualizer.model import Mapping as MappingContent

MIN_SHARE = 0.35
"""The minimum share of an object's life for which the container must hold it."""
MAX_ELSEWHERE = 0.4
"""The maximum share of its life for which freed containers may have held it, too."""
MAX_SHARED = 2
"""The maximum number of steps in which two slots hold an object that moves between them."""
MAX_TWICE = 0.4
"""The maximum share of its life for which two slots of its holder may refer to it."""
MAX_ATTRIBUTES = 5
MAX_ITEMS = 14
"""The maximum number of items of a nested container; rows of a matrix may have more."""
MAX_HOME = 100
"""The maximum number of items of a container that nests what moves from one to another."""
MAX_DEPTH = 2
_ENDLESS = 1 << 30
"""The depth of objects that contain each other."""


class OwnershipHistory(NamedTuple):
    """The references between objects, by serial; times are steps.

    ``held_by`` is for how long a holder refers to an object, ``held_often`` for how long several
    do, without references in passing, ``held_twice`` for how long only several slots of one holder
    do, ``named`` for how long a lasting name does. ``freed`` are objects that died. ``linked`` are
    containers that ever hold objects with cards. ``apart`` are nodes of chains and trees,
    ``child_lists`` the lists with their children, ``pieces`` the pieces of boards, and ``plain``
    objects that are written in slots.
    """

    things: Heap
    lives: Mapping[int, int]
    held_by: Mapping[tuple[int, int], int]
    held_often: Mapping[int, int]
    held_twice: Mapping[int, int]
    named: Mapping[int, int]
    longest: Mapping[int, int]
    linked: Set[int]
    plain: Set[int]
    freed: Set[int] = frozenset()
    apart: Set[int] = frozenset()
    pieces: Set[int] = frozenset()
    child_lists: Set[int] = frozenset()

    @property
    def lists(self) -> Lists:
        """The facts that identify rows of a matrix."""
        return Lists(self.things, self.linked, self.longest)


class Nesting(NamedTuple):
    """The container of each nested object; ``homes`` are all containers of one that moves."""

    containers: dict[int, int]
    homes: dict[int, tuple[int, ...]]

    def every_home(self) -> list[tuple[int, int]]:
        """Return the nested objects, each with all of its containers."""
        found = self.containers.items()
        return [(one, home) for one, main in found for home in self.homes.get(one, (main,))]


def nested_structures(
    links: Links, known: OwnershipHistory, end: int
) -> tuple[Structures, Nesting]:
    """Return the chains and trees, and the containers of nested objects.

    The list of a node's children is nested in the node. If something else refers to the list too,
    its links are part of no tree. ``end`` is the step after the last.
    """
    barred: set[int] = set()
    while True:
        found = links.structures(end, barred)
        lists = found.child_lists
        known = known._replace(apart=found.nodes.keys(), child_lists=lists.keys())
        nesting = find_containers(known)
        elsewhere = {one for one, node in lists.items() if nesting.containers.get(one) != node}
        if not elsewhere:
            found.find_telling(known.things)
            return found, nesting
        barred |= elsewhere


def find_containers(known: OwnershipHistory) -> Nesting:
    """Find the objects that contain others.

    An object is nested if only one slot at a time refers to it, and no global name does for long:
    then nesting hides nothing. An object that moves is nested in each container in turn. While
    another object or only a name holds it, it has a card. References in passing do not count if the
    object stays in place, nor do containers that held it for a short time and were freed. Siblings
    are nested together, as rows of a matrix.
    """
    every = _every_holder(known)
    holders = _only_holders(known, every)
    only = {serial: holder for serial, holder in holders.items() if serial not in known.plain}
    moving = _moving(only, every, known)
    containers = {
        serial: container
        for serial, container in with_checkpoints(only.items())
        if _can_be_nested(serial, container, moving.get(serial, (container,)), known)
    }
    _nest_siblings(containers, only, known)
    _unnest_beside_nodes(containers, known)
    _nest_short_tuples(containers, holders, known)
    _unnest_deep(containers, _homes(containers, only, moving, known))
    return Nesting(containers, _homes(containers, only, moving, known))


class _Holders(NamedTuple):
    """The holders of each object, and the objects with references in passing."""

    of: Mapping[int, list[int]]
    passed: Set[int]


def _every_holder(known: OwnershipHistory) -> _Holders:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    passed: set[int] = set()
    for (serial, holder), time in with_checkpoints(known.held_by.items()):
        if not time or serial not in known.things or holder not in known.things:
            continue
        if passes_over(known.things[holder]):
            passed.add(serial)
        else:
            holders[serial].append(holder)
    return _Holders(holders, passed)


def _only_holders(known: OwnershipHistory, every: _Holders) -> dict[int, int]:
    only = {}
    for serial, holders in with_checkpoints(every.of.items()):
        found = _lasting_holders(serial, holders, known)
        if len(found) != 1 or serial in known.apart or serial in known.pieces:
            continue
        if known.held_twice.get(serial, 0) > MAX_TWICE * known.lives[serial]:
            continue
        if serial not in every.passed or _stays(serial, found[0], known):
            only[serial] = found[0]
    return only


def _lasting_holders(serial: int, holders: list[int], known: OwnershipHistory) -> list[int]:
    """Return the holders of an object without brief ones; none if several slots share it.

    For an object that moves between containers, return the one that holds it longest.
    """
    if _is_alone(serial, known):
        return [max(holders, key=lambda one: known.held_by[serial, one])]
    brief = [one for one in holders if one in known.freed]
    elsewhere = sum(known.held_by[serial, one] for one in brief)
    if len(brief) == len(holders) or elsewhere > MAX_ELSEWHERE * known.lives[serial]:
        brief, elsewhere = [], 0
    is_shared = known.held_often.get(serial, 0) > elsewhere
    return [] if is_shared else [one for one in holders if one not in brief]


def _is_alone(serial: int, known: OwnershipHistory) -> bool:
    """Whether only one slot at a time refers to an object, but for the moments of a move."""
    return known.held_often.get(serial, 0) <= min(MAX_SHARED, 0.05 * known.lives[serial])


def _moving(
    only: Mapping[int, int], every: _Holders, known: OwnershipHistory
) -> dict[int, tuple[int, ...]]:
    """Return the containers of each object that goes from one to another, in order."""
    found = {}
    for serial in with_checkpoints(only):
        holders = every.of[serial]
        longest = max(known.longest.get(one, 0) for one in holders)
        if len(holders) > 1 and longest <= MAX_HOME and _is_alone(serial, known):
            homes = tuple(one for one in holders if _has_room(serial, one, known))
            if len(homes) > 1:
                found[serial] = homes
    return found


def _homes(
    nested: Mapping[int, int],
    only: Mapping[int, int],
    moving: Mapping[int, tuple[int, ...]],
    known: OwnershipHistory,
) -> dict[int, tuple[int, ...]]:
    """Return the containers that nest each moving object.

    A container is left out if its other items of that type have cards, or if it is ever inside the
    object: the nesting of two lists that have moved into each other would never end.
    """
    closed = {(at, known.things[one].type) for one, at in only.items() if one not in nested}
    around = {serial: {container} for serial, container in nested.items()}
    found = {}
    for serial in with_checkpoints(moving.keys() & nested.keys()):
        kind = known.things[serial].type
        homes = tuple(
            one
            for one in moving[serial]
            if (one, kind) not in closed and not _is_inside(one, serial, around)
        )
        if len(homes) > 1:
            found[serial] = homes
            around[serial] |= {*homes}
    return found


def _is_inside(inner: int, outer: int, around: Mapping[int, Set[int]]) -> bool:
    """Whether ``inner`` is ``outer``, or ever inside it."""
    waiting, seen = [inner], set[int]()
    while waiting:
        one = waiting.pop()
        if one == outer:
            return True
        waiting += around.get(one, set()) - seen
        seen.add(one)
    return False


def _stays(serial: int, holder: int, known: OwnershipHistory) -> bool:
    """Whether an object stays in place while iterators and names refer to it.

    That is an attribute's value, an instance, what a node has, a list or dict of values, a matrix.
    """
    if holder in known.apart:
        return True
    content = known.things[serial].content
    contents = content, known.things[holder].content
    if any(isinstance(one, Instance) for one in contents) or _has_values(serial, known):
        return True
    rows = content.items[:MAX_ITEMS] if isinstance(content, Sequence) else ()
    return bool(rows) and all(_has_values(one, known) for one in rows)


def _has_values(serial: int, known: OwnershipHistory) -> bool:
    """Whether it is a list that never held an object with a card, or a dict of plain values."""
    thing = known.things.get(serial)
    if thing is None or isinstance(thing.content, Sequence):
        return thing is not None and serial not in known.linked
    return isinstance(thing.content, MappingContent) and all(
        one in known.plain or isinstance(known.things[one].content, Scalar)
        for _, one in held_by(thing.content)
        if one in known.things
    )


def _can_be_nested(
    serial: int, container: int, homes: tuple[int, ...], known: OwnershipHistory
) -> bool:
    if not _is_nestable(known.things[serial]) or not _has_room(serial, container, known):
        return False
    if known.named.get(serial, 0) > 1:
        return False
    time = sum(known.held_by[serial, one] for one in homes)
    return time >= MIN_SHARE * known.lives[serial]


def _is_short(serial: int, container: int, known: OwnershipHistory) -> bool:
    is_short = known.longest.get(serial, 0) <= MAX_ITEMS or serial in known.child_lists
    return is_short or known.lists.is_row(serial, container)


def _is_nestable(thing: HeapObject) -> bool:
    match thing.content:
        case Sequence() | MappingContent():
            return True
        case Instance(base=None, attributes=inner) | Instance(attributes=(), base=Sequence(inner)):
            return len(inner) <= MAX_ATTRIBUTES
    return False


def _has_room(serial: int, container: int, known: OwnershipHistory) -> bool:
    """Whether a container can have an object inside it."""
    content = known.things[container].content
    if isinstance(content, Instance) and isinstance(known.things[serial].content, Instance):
        return False
    is_container = isinstance(content, Sequence | MappingContent | Instance)
    return is_container and _is_short(serial, container, known)


def _nest_siblings(
    containers: dict[int, int], only: Mapping[int, int], known: OwnershipHistory
) -> None:
    """Let the items of a container that are of one type look alike, also those with a name.

    If at least half of them are nested, nest all short ones that it alone holds; else none. If
    exactly half are nested and half have names for long, leave each as it is.
    """
    siblings: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for serial, container in with_checkpoints(only.items()):
        siblings[container, known.things[serial].type].append(serial)
    for (container, _), serials in with_checkpoints(siblings.items()):
        inside = [serial for serial in serials if serial in containers]
        named = sum(known.named.get(one, 0) > 0.5 * known.lives[one] for one in serials)
        if inside and 2 * named == len(serials) == 2 * len(inside):
            continue
        if inside and 2 * len(inside) >= len(serials):
            short = (serial for serial in serials if _is_short(serial, container, known))
            containers.update(dict.fromkeys(short, container))
        elif not isinstance(known.things[container].content, Instance):
            for serial in inside:
                del containers[serial]


def _unnest_beside_nodes(containers: dict[int, int], known: OwnershipHistory) -> None:
    """Unnest instances in a container that has nodes of their class: they are chains of one.

    A crowd stays nested, because its cards would need too much room.
    """
    items: Counter[tuple[int, str]] = Counter()
    with_nodes: set[tuple[int, str]] = set()
    for serial, holder in with_checkpoints(known.held_by):
        thing = known.things.get(serial)
        if thing is not None and isinstance(thing.content, Instance):
            items[holder, thing.type] += 1
            if serial in known.apart:
                with_nodes.add((holder, thing.type))
    for serial, container in with_checkpoints(list(containers.items())):
        kind = container, known.things[serial].type
        if kind in with_nodes and items[kind] <= MAX_ITEMS:
            del containers[serial]


def _nest_short_tuples(
    containers: dict[int, int], holders: Mapping[int, int], known: OwnershipHistory
) -> None:
    """Nest short tuples in lists with nested longer ones: together they are a grid."""
    short: defaultdict[int, list[int]] = defaultdict(list)
    with_long: set[int] = set()
    for serial, container in with_checkpoints(holders.items()):
        is_list = isinstance(known.things[container].content, Sequence)
        if not is_list or known.things[serial].type != "tuple":
            continue
        if serial in known.plain:
            short[container].append(serial)
        elif serial in containers:
            with_long.add(container)
    for container in with_long & short.keys():
        containers.update(dict.fromkeys(short[container], container))


def _unnest_deep(containers: dict[int, int], homes: Mapping[int, tuple[int, ...]]) -> None:
    """Unnest objects with too many levels inside; unnesting the innermost needs more cards.

    An object that moves adds a level to each of its homes. Also unnest one of several objects that
    contain each other.
    """
    every = {one: homes.get(one, (main,)) for one, main in containers.items()}
    depths = {serial: _depth(serial, every) for serial in with_checkpoints(every)}
    levels: Counter[int] = Counter()
    for serial in with_checkpoints(sorted(depths, key=lambda one: -depths[one])):
        if levels[serial] >= MAX_DEPTH or _depth(serial, every) == _ENDLESS:
            del containers[serial], every[serial]
            continue
        for container in every[serial]:
            levels[container] = max(levels[container], levels[serial] + 1)


def _depth(serial: int, every: Mapping[int, tuple[int, ...]]) -> int:
    """Return the largest number of containers around an object."""
    depth, around = 0, {serial}
    while around := {home for one in around for home in every.get(one, ())}:
        depth += 1
        if depth > len(every):
            return _ENDLESS
    return depth
