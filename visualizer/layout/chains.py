"""Chains: objects of one class that each lead on to the next. Long ones stand in several rows."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

ROW_LENGTH = 8
"""Members of a chain that stand beside each other; the next begins a row below."""

type Graph = dict[int, dict[int, float]]
"""How long each object refers to each other."""


class Rows(NamedTuple):
    """What objects are of one kind, and what is found: for the first member of each further row of
    a chain that of the row above it."""

    kind: Callable[[int], object]
    above: dict[int, int]


def find_chains(
    graph: Graph, columns: Mapping[int, int], kind: Callable[[int], object]
) -> list[list[int]]:
    """All chains too long for a row, each from its first member on.

    A member leads to one other of its kind in the next column, and only one leads to it.
    """
    after: dict[int, int] = {}
    for holder, targets in graph.items():
        ahead = [
            target
            for target in targets
            if columns[target] == columns[holder] + 1 and kind(target) == kind(holder)
        ]
        if len(ahead) == 1:
            after[holder] = ahead[0]
    held = Counter(after.values())
    after = {holder: target for holder, target in after.items() if held[target] == 1}
    found = []
    for first in after.keys() - set(after.values()):
        chain = [first]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        if len(chain) > ROW_LENGTH:
            found.append(chain)
    return sorted(found)


def cut_into_rows(graph: Graph, chains: list[list[int]], columns: dict[int, int]) -> dict[int, int]:
    """Let each row of a chain begin in the column in which the chain does.

    Returns for the first member of each further row that of the row above it.
    """
    above: dict[int, int] = {}
    for chain in chains:
        holders = [holder for holder, targets in graph.items() if chain[0] in targets]
        for place in range(ROW_LENGTH, len(chain), ROW_LENGTH):
            first = chain[place]
            del graph[chain[place - 1]][first]
            for holder in holders:
                graph[holder][first] = graph[holder][chain[0]]
            columns[first] = max(columns[first], columns[chain[0]])
            above[first] = chain[place - ROW_LENGTH]
    return above
