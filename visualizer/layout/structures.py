"""Chains and trees: objects of one type that lead on to each other, and what of long ones is shown.

Of a chain the ends, of a tree what is not deep down, and of both what is to be seen in any case.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from visualizer.layout.columns import WAYS_BACK
from visualizer.layout.picture import Key

MOST_WHOLE = 60
"""Cards beyond which long chains and trees are not shown whole."""
LEAST = 13
"""What has fewer members is shown whole, as a sequence of so many items is."""
ENDS = 2
"""So many members at either end of a chain are always shown."""
LEAST_CLOSED = 2 * ENDS + 3
"""Where room is given up for them, all are shortened that can be."""
_MOST_LEVELS, _LEAST_LEVELS, _MOST_SHOWN = 5, 2, 40
"""So many levels of a tree are, fewer where these would be more members than that."""
_LEAST_OF_CHAIN, _LEAST_OF_TREE = 3, 2
"""Fewer are never left out."""
_ONE_PLACE = 3
"""Members that are no further apart are open together, with those beside them."""
_TWICE_HELD = 0.1
"""Where more of the members than this are led to by two others, it is neither chain nor tree."""

NO_LEVELS: Mapping[str, int] = MappingProxyType({})

type _Links = dict[Key, dict[Key, str]]
"""Where each member leads to, and through which slot, in the order of its rows."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The members from the ``root`` on, each before what it leads to: all of one ``type``.

    ``links`` are the slots that lead on, as one writes them. It is a chain where none has more than
    one of the ``children``, else a tree; ``depth`` counts from the root.
    """

    type: str
    links: tuple[str, ...]
    members: tuple[Key, ...]
    children: Mapping[Key, tuple[Key, ...]]
    parent: Mapping[Key, Key]
    depth: Mapping[Key, int]
    is_chain: bool

    @property
    def root(self) -> Key:
        """The member that none leads to."""
        return self.members[0]

    @property
    def levels(self) -> int:
        """How many levels of a tree are shown."""
        wide = Counter(self.depth.values())
        return next(
            (
                count
                for count in range(_MOST_LEVELS, _LEAST_LEVELS, -1)
                if sum(wide[level] for level in range(count)) <= _MOST_SHOWN
            ),
            _LEAST_LEVELS,
        )


class Way(NamedTuple):
    """A reference from one card to another, ``name`` the attribute that it is in, if it is."""

    holder: Key
    target: Key
    name: str


def find_structures(
    types: Mapping[Key, str],
    ways: Iterable[Way],
    x_of: Callable[[Key], float],
    least: int = LEAST,
) -> Iterator[Structure]:
    """Those of ``least`` members or more.

    ``types`` are those of what may belong to one, ``x_of`` is where that stands.
    """
    frequent = {name for name, count in Counter(types.values()).items() if count >= least and name}
    if not frequent:
        return
    links: dict[str, _Links] = defaultdict(lambda: defaultdict(dict))
    held = set[Key]()
    for way in ways:
        kind = types.get(way.holder)
        if kind not in frequent or types.get(way.target) != kind:
            held.add(way.target)
        elif way.target != way.holder:
            links[kind or ""][way.holder].setdefault(way.target, way.name)
    for kind in sorted(links):
        yield from _of_type(kind, _forwards(links[kind], x_of), held, least)


def _forwards(links: _Links, x_of: Callable[[Key], float]) -> _Links:
    """Without what leads back to who leads here."""

    def is_back(source: Key, target: Key) -> bool:
        if source not in links.get(target, ()):
            return False
        names = links[source][target], links[target][source]
        back, other = (name in WAYS_BACK for name in names)
        return back if back != other else (x_of(target), target) < (x_of(source), source)

    return {
        source: {target: name for target, name in targets.items() if not is_back(source, target)}
        for source, targets in links.items()
    }


def _of_type(kind: str, links: _Links, held: Iterable[Key], least: int) -> Iterator[Structure]:
    parent: dict[Key, Key] = {}
    twice = 0
    for source, targets in links.items():
        for target in targets:
            twice += target in parent
            parent.setdefault(target, source)
    if twice > _TWICE_HELD * len(parent):
        return
    own: dict[Key, list[Key]] = defaultdict(list)
    for target, source in parent.items():
        own[source].append(target)
    seen = set[Key]()
    # Where all are led to by others, as in a ring, it begins where something else leads to.
    firsts = [key for key in links if key not in parent]
    for first in (*firsts, *(key for key in held if key in own), *sorted(own)):
        if first in seen:
            continue
        depth = {first: 0}
        waiting, order = [first], list[Key]()
        seen.add(first)
        while waiting:
            member = waiting.pop()
            order.append(member)
            for child in reversed(own.get(member, ())):
                if child not in seen:
                    seen.add(child)
                    depth[child] = depth[member] + 1
                    waiting.append(child)
        if len(order) >= least:
            yield _made(kind, links, order, parent, depth)


def _made(
    kind: str, links: _Links, order: list[Key], parent: Mapping[Key, Key], depth: dict[Key, int]
) -> Structure:
    above = {key: parent[key] for key in order[1:]}
    children: dict[Key, list[Key]] = defaultdict(list)
    for key, holder in above.items():
        children[holder].append(key)
    names = dict.fromkeys(links[holder][key] for key, holder in above.items())
    found = {key: tuple(own) for key, own in children.items()}
    is_chain = all(len(own) < 2 for own in found.values())
    links_on = tuple(filter(None, names))
    return Structure(kind, links_on, tuple(order), found, above, depth, is_chain)


def left_out(
    one: Structure, open_: Collection[Key], levels: Mapping[str, int] = NO_LEVELS
) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """The members that are not shown where all that is ``open_`` is, and what stands for them.

    That is what they hang on in a tree, the first of them in a chain. ``levels`` are those that are
    shown of trees of a type where that is settled.
    """
    if one.is_chain:
        return _of_chain(one, open_)
    return _of_tree(one, open_, levels.get(one.type) or one.levels)


def _of_chain(one: Structure, open_: Collection[Key]) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """What follows on each other and is far from the ends and from all that is open.

    The first of them gives the card its place.
    """
    places = [n for n, key in enumerate(one.members) if key in open_]
    inside = [n for n in places if ENDS <= n < len(one.members) - ENDS]
    # What is open in several places has no room for its neighbours, too.
    beside = 1 if not inside or inside[-1] - inside[0] <= _ONE_PLACE else 0
    near = {n + by for n in places for by in range(-beside, beside + 1)}
    near.update(range(ENDS), range(len(one.members) - ENDS, len(one.members)))
    run: list[Key] = []
    for place, key in enumerate(one.members):
        if place not in near:
            run.append(key)
        elif run:
            if len(run) >= _LEAST_OF_CHAIN:
                yield run[0], tuple(run)
            run = []


def _of_tree(
    one: Structure, open_: Collection[Key], levels: int
) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """What is deep down, but for the ways to what is open; by what it hangs on."""
    shown = {key for key in one.members if one.depth[key] < levels}
    for key in one.members:
        above: Key | None = key if key in open_ else None
        while above is not None and above not in shown:
            shown.add(above)
            above = one.parent.get(above)
    under: dict[Key, list[Key]] = defaultdict(list)
    holder: dict[Key, Key] = {}
    for key in one.members:
        if key not in shown:
            above = one.parent[key]
            holder[key] = above if above in shown else holder[above]
            under[holder[key]].append(key)
    for key, members in under.items():
        if len(members) >= _LEAST_OF_TREE:
            yield key, tuple(members)
