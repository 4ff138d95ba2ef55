"""Chains: objects of one class that each lead on to the next. Long ones stand in several rows."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

ROW_LENGTH = 8
"""So many members of a chain stand beside each other at the most; the next begins a row below."""
_SHORTEST_ROW = 3
FITS = 2057.0
"""So wide a picture fits a window of 1440 × 900 at 70 %."""
_WINDOW = 1080.0, 770.0
"""What rows are chosen for: between all of such a window and what it leaves beside its docks."""
_ROW_HEIGHT = 104.0
_IN_TURN = 1.2
"""Who leads to others for so much of its own life never leads to two of them for long."""

type Graph = dict[int, dict[int, float]]
"""How long each object refers to each other."""

type Chain = list[list[int]]
"""The members from the first on; more than one where they stand in the same place in turn."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What is to be known of objects, and what is found.

    ``kind`` tells which are alike, ``width`` how wide a card ever is, ``longest`` how many of a
    chain of so many stand beside each other at the most. ``above`` gives for what is the first of a
    further row the first of that above it, ``lengths`` for the same how long rows are.
    """

    kind: Callable[[int], object]
    width: Callable[[int], float]
    longest: Callable[[int], int] = lambda _: ROW_LENGTH
    above: dict[int, int] = field(default_factory=dict)
    lengths: dict[int, int] = field(default_factory=dict)


def find_chains(
    graph: Graph,
    columns: Mapping[int, int],
    kind: Callable[[int], object],
    life: Callable[[int], float],
) -> list[Chain]:
    """All chains. A member leads to one other of its kind at a time, and only one leads to it."""
    forwards: Graph = defaultdict(dict)
    backwards: Graph = defaultdict(dict)
    for holder, targets in graph.items():
        for target, held in targets.items():
            if kind(target) == kind(holder):
                forwards[holder][target] = backwards[target][holder] = held
    found, seen = [], set[int]()
    for first in sorted(forwards):
        if first in seen:
            continue
        members, waiting = {first}, [first]
        while waiting:
            member = waiting.pop()
            beside = {*forwards[member], *backwards[member]} - members
            members |= beside
            waiting += beside
        seen |= members
        if all(
            sum(ways.get(m, {}).values()) <= _IN_TURN * life(m)
            for m in members
            for ways in (forwards, backwards)
        ):
            found.append(_in_order(members, columns))
    return found


def _in_order(members: set[int], columns: Mapping[int, int]) -> Chain:
    places: dict[int, list[int]] = defaultdict(list)
    for member in sorted(members):
        places[columns[member]].append(member)
    return [places[column] for column in sorted(places)]


def row_length(chain: Chain, columns: Mapping[int, int], width: Callable[[int], float]) -> int:
    """How many members of a chain are to stand beside each other.

    Eight, or all there are; fewer where so many would be wider than a window.
    """
    before = columns[chain[0][0]]
    widest: dict[int, float] = defaultdict(float)
    for serial, column in columns.items():
        widest[column] = max(widest[column], width(serial))
    left = 300 + sum(widest[column] + 64 for column in range(1, before))
    pitch = 60 + max(width(member) for members in chain for member in members)
    after = max((widest[c] + 64 for c in widest if c > columns[chain[-1][0]]), default=0.0)
    most = min(len(chain), ROW_LENGTH)
    if left + most * pitch + after <= FITS:
        return most

    def size(length: int) -> float:
        rows = math.ceil(len(chain) / length)
        wide, high = left + length * pitch + after, 200 + rows * _ROW_HEIGHT
        return max(wide / _WINDOW[0], high / _WINDOW[1])

    # None is left alone in the last row.
    lengths = [n for n in range(most, _SHORTEST_ROW - 1, -1) if len(chain) % n != 1]
    return min(lengths, key=size, default=most)


def cut_into_rows(
    graph: Graph,
    chains: list[tuple[Chain, int]],
    columns: dict[int, int],
    life: Callable[[int], float],
    rows: Rows,
) -> None:
    """Let each row of a chain begin in the column in which the chain does: each has its length.

    ``columns`` are the least that everything may stand in.
    """
    for chain, length in chains:
        row_of = {m: place // length for place, members in enumerate(chain) for m in members}
        holders = [holder for holder, targets in graph.items() if chain[0][0] in targets]
        for member, row in row_of.items():
            for target in [t for t in graph[member] if row_of.get(t, row) != row]:
                del graph[member][target]
        for place, members in enumerate(chain):
            for member in members:
                columns[member] = max(columns[member], columns[chain[0][0]] + place % length)
                if place < length or place % length:
                    continue
                for holder in holders:
                    graph[holder][member] = graph[holder][chain[0][0]]
                rows.above[member] = max(chain[place - length], key=life)
                rows.lengths[member] = length
