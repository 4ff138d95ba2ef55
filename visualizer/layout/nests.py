"""Small containers that one slot holds for the rest of their life are drawn in that slot."""

import math
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Protocol

from visualizer.layout.picture import Key, Slot
from visualizer.layout.sizes import NEST_INSET, NESTED_ROW, ROW, WIDEST

MOST_NESTED = 6
"""Lines of a container that is drawn in the slot that holds it."""
MOST_IN_GRID = 12
MOST_NAMED = 2
"""Names that may lead to it at one time: their arrows end beside its line."""
SELDOM_NAMED, SELDOM_NAMED_ROW = 0.2, 0.6
"""For which part of that time it may have a name: a loop goes through the rows of a matrix."""
TALLEST = 420
"""A card that would become higher by what it holds leaves it to cards of its own."""
_DEEPEST = 2
_ROWS = ("list", "tuple")
_NARROWEST_CELL = 30


class Held(Protocol):
    """What is known of one object: the slot that alone holds it, and since when."""

    alone: tuple[int, Slot] | tuple[int] | None
    since: float
    most_names: int

    def named(self, end: float) -> float:
        """For which part of that time, up to ``end``, names led to it too."""
        ...


class Contained(Protocol):
    """What is known of a container."""

    kind: str
    held: list[tuple[int, int]]
    lines: int
    length: int
    widest: float
    texts: bool


@dataclass(frozen=True, slots=True)
class Nest:
    """A container in the slot of its ``owner``, ``since`` a step.

    ``lines`` are kept free below the slot's own; ``cell`` is the width of a cell, 0 where there are
    rows, ``in_line`` how many stand beside each other. The rows of a ``grid`` have no line but the
    slot's own.
    """

    owner: int
    since: float
    lines: int
    cell: float = 0
    in_line: int = 1
    grid: bool = False

    @property
    def height(self) -> float:
        """What is kept free below the slot's own line."""
        return self.lines * NESTED_ROW


@dataclass(frozen=True, slots=True)
class Structure:
    """What a whole recording tells of how its cards look.

    ``settled`` are values in the one slot that holds them, with the step from which on, ``nests``
    containers in theirs, ``holders`` says who holds either. ``upright`` are the sequences that
    stand in rows, ``compact`` the classes whose instances make up chains and trees. ``starts``
    tells what comes to be drawn in place at a step, ``within`` which containers another ever has in
    its slots. ``deep`` are the calls that ever stand in a stack whose middle is folded, ``aside``
    has the column of each thread that has calls while others have some, 0 or left of it,
    ``brief`` the types of plain values of which containers share many.
    """

    settled: Mapping[int, float] = field(default_factory=dict)
    holders: Mapping[int, int] = field(default_factory=dict)
    nests: Mapping[int, Nest] = field(default_factory=dict)
    upright: Set[int] = frozenset()
    compact: Set[int] = frozenset()
    starts: Mapping[float, list[int]] = field(default_factory=dict)
    within: Mapping[int, list[int]] = field(default_factory=dict)
    deep: Set[Key] = frozenset()
    aside: Mapping[int, int] = field(default_factory=dict)
    brief: Set[str] = frozenset()

    def begun_between(self, one: int, other: int) -> set[int]:
        """What is drawn in place at one of two steps, and not yet at the other."""
        first, last = sorted((one, other))
        steps = self.starts if len(self.starts) < last - first else range(first + 1, last + 1)
        begun = (self.starts.get(step, ()) for step in steps if first < step <= last)
        return {serial for serials in begun for serial in serials}

    def nest(self, serial: int, time: float) -> Nest | None:
        """Where a container is drawn in place at ``time``."""
        nest = self.nests.get(serial)
        return nest if nest is not None and nest.since <= time else None

    def card_of(self, serial: int, time: float) -> int:
        """The object in whose card another is drawn at ``time``: often it is that itself."""
        while (nest := self.nest(serial, time)) is not None:
            serial = nest.owner
        return serial


def find_nests(
    watched: Mapping[int, Held],
    inside: Mapping[int, Contained],
    settled: Mapping[int, float],
    end: float,
) -> dict[int, Nest]:
    """The containers that are drawn in the slot that holds them."""
    owned: dict[int, list[int]] = defaultdict(list)
    for serial in inside:
        held = watched.get(serial)
        if held is not None and held.alone is not None and inside[serial].kind != "str":
            owned[held.alone[0]].append(serial)
    plain = {
        serial
        for serial, found in inside.items()
        if found.texts and all(settled.get(t, math.inf) <= since for t, since in found.held)
    }
    nests: dict[int, Nest] = {}
    for owner, all_owned in owned.items():
        serials = [s for s in all_owned if watched[s].most_names <= MOST_NAMED]
        grid = is_grid(owner, serials, inside, plain)
        if grid and all(watched[s].named(end) <= SELDOM_NAMED_ROW for s in serials):
            found = {s: _grid_row(owner, s, watched, inside, serials) for s in serials}
        else:
            small = [
                serial
                for serial in serials
                if inside[serial].lines <= MOST_NESTED
                and watched[serial].named(end) <= SELDOM_NAMED
            ]
            found = {s: _nest(owner, s, watched, inside, s in plain) for s in small}
        nests |= found
    _cut_loose(nests)
    return nests


def is_grid(owner: int, rows: list[int], inside: Mapping[int, Contained], plain: Set[int]) -> bool:
    """Whether a sequence holds nothing but rows of its own, of one length and with values only."""
    whole = inside.get(owner)
    if whole is None or whole.kind not in _ROWS or not 2 <= whole.length <= MOST_IN_GRID:
        return False
    if {target for target, _ in whole.held} != set(rows):
        return False
    lengths = {inside[row].length for row in rows}
    if len(lengths) != 1 or not 1 <= lengths.pop() <= MOST_IN_GRID:
        return False
    return all(row in plain and inside[row].kind in _ROWS for row in rows)


def _grid_row(
    owner: int,
    serial: int,
    watched: Mapping[int, Held],
    inside: Mapping[int, Contained],
    rows: list[int],
) -> Nest:
    cell = max(_NARROWEST_CELL, *(round(inside[row].widest) for row in rows))
    return Nest(owner, watched[serial].since, 0, cell, inside[serial].length, grid=True)


def _nest(
    owner: int,
    serial: int,
    watched: Mapping[int, Held],
    inside: Mapping[int, Contained],
    plain: bool,
) -> Nest:
    found, since = inside[serial], watched[serial].since
    if not plain or not found.length or found.kind == "dict":
        return Nest(owner, since, found.lines)
    cell = max(_NARROWEST_CELL, round(found.widest))
    in_line = max(1, int((WIDEST - 3 * NEST_INSET) // cell))
    return Nest(owner, since, math.ceil(found.length / in_line), cell, in_line)


def _cut_loose(nests: dict[int, Nest]) -> None:
    """What would go round in circles, nest too deep or become too high has a card of its own."""
    for serial in list(nests):
        if _depth(serial, nests) > _DEEPEST:
            del nests[serial]
    heights: dict[int, float] = defaultdict(float)
    for nest in nests.values():
        owner = nest.owner
        heights[owner] += nest.height + (0 if nest.grid else ROW)
    for serial, nest in list(nests.items()):
        whole = heights[nest.owner]
        outer = nests.get(nest.owner)
        if not nest.grid and max(whole, heights[outer.owner] + whole if outer else 0) > TALLEST:
            del nests[serial]


def _depth(serial: int, nests: Mapping[int, Nest]) -> int:
    depth = 0
    while serial in nests and depth <= _DEEPEST:
        serial, depth = nests[serial].owner, depth + 1
    return depth
