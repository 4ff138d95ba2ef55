"""Finds the lists of rows: matrices, boards and tables of plain values, for their whole life."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from visualizer.layout.checkpoints import with_checkpoints
from visualizer.model import Heap, Sequence

MAX_COLUMNS = 64
"""The maximum number of columns that are measured one by one."""


class Matrix(NamedTuple):
    """A list that only ever holds rows of plain values; nothing else holds these rows.

    ``letters`` is the maximum width of a value, in letters, in each of the first columns, and
    ``columns`` the maximum number of items of a row, both over the whole recording.
    """

    columns: int
    letters: tuple[int, ...]


class Lists(NamedTuple):
    """The objects of a recording, and facts about them, by serial.

    ``linked`` are containers that ever hold an object with a card, ``longest`` is the maximum
    number of items.
    """

    things: Heap
    linked: Set[int]
    longest: Mapping[int, int]

    def is_row(self, serial: int, holder: int) -> bool:
        """Whether an object may be a row of a matrix: plain values, in a list of several."""
        row, rows = self.things[serial].content, self.things[holder].content
        is_one_of_several = isinstance(rows, Sequence) and self.longest.get(holder, 0) > 1
        return is_one_of_several and isinstance(row, Sequence) and serial not in self.linked


def matrices_of(
    homes: Iterable[tuple[int, int]], known: Lists, letters: Mapping[int, bytearray]
) -> dict[int, Matrix]:
    """Return the matrices by serial.

    ``homes`` maps nested objects to their containers; ``letters`` has the widths of each row's
    first items.
    """
    rows: defaultdict[int, list[int]] = defaultdict(list)
    others: set[int] = set()
    for serial, holder in with_checkpoints(homes):
        if known.is_row(serial, holder):
            rows[holder].append(serial)
        else:
            others.add(holder)
    return {
        holder: Matrix(
            max(known.longest.get(row, 0) for row in inside),
            _widest(letters.get(row, ()) for row in inside),
        )
        for holder, inside in rows.items()
        if len(inside) > 1 and holder not in others
    }


def _widest(rows: Iterable[Iterable[int]]) -> tuple[int, ...]:
    found: list[int] = []
    for row in rows:
        for place, letters in enumerate(row):
            if place == len(found):
                found.append(letters)
            elif letters > found[place]:
                found[place] = letters
    return tuple(found)
