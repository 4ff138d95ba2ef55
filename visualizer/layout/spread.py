"""A column that would become too high stands in two: what leads nowhere gives way to the right."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from visualizer.layout.occupancy import KEPT_AFTER, Known, Span, together
from visualizer.layout.sizes import CARD_GAP
from visualizer.layout.spans import Reference, Stay

HIGHEST = 760
"""So much of a column, and what stands around it, is seen at 70 % beside editor and inspector."""
FAR_TOO_HIGH = 1080
"""A higher one is worth a column more at the right."""
_MOST_TURNS = 40
_WORTH_IT = 60
"""A column is left for one that is lower by so much at least."""
_ALWAYS = Known(-math.inf, math.inf)


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    """A card that nothing leads on from; ``order`` is that of the slots that lead to it."""

    serial: int
    column: int
    stay: Stay
    height: float
    order: tuple[float, ...]


def spread(
    heights: Mapping[Stay, float],
    references: Iterable[Reference],
    columns: Mapping[int, int],
    kind: Callable[[int], object],
) -> dict[int, int]:
    """In which other columns some cards are to stand, by serial.

    ``heights`` are those that all stays need. Of what leads nowhere and stands in a column too high
    every second goes, or every third, …, as many as have to; but no member of a chain or a tree.
    """
    loads = _Loads()
    staying: dict[int, list[_Leaf]] = defaultdict(list)
    for leaf in _leaves(heights, references, columns, kind, loads):
        staying[leaf.column].append(leaf)
    moved: dict[int, int] = {}
    for column in range(1, loads.last + 1):
        for _ in range(_MOST_TURNS):
            peak, at = loads.peak(column)
            if peak <= HIGHEST:
                break
            there = [x for x in staying[column] if x.stay.start <= at < x.stay.end + KEPT_AFTER]
            to, going = _chosen(there, loads, column, peak)
            if not going:
                break
            for leaf in going:
                loads.move(leaf.stay, column, to)
                moved[leaf.serial] = to
            staying[column] = [leaf for leaf in staying[column] if leaf.serial not in moved]
    return moved


def _leaves(
    heights: Mapping[Stay, float],
    references: Iterable[Reference],
    columns: Mapping[int, int],
    kind: Callable[[int], object],
    loads: "_Loads",
) -> list[_Leaf]:
    """What may go; all stays are entered into ``loads``."""
    bound: set[int] = set()
    order: dict[int, tuple[float, ...]] = {}
    for reference in references:
        order.setdefault(reference.target, (reference.start, reference.port))
        if reference.holder.kind == "object":
            holder = int(reference.holder.name)
            bound.add(holder)
            if kind(holder) == kind(reference.target):
                bound.add(reference.target)
    stays = Counter(int(stay.key.name) for stay in heights)
    found = []
    for stay, height in heights.items():
        serial = int(stay.key.name)
        column = columns[serial]
        loads.add(column, stay, height)
        # One that comes and goes stands in the same column each time.
        if serial in order and serial not in bound and stays[serial] == 1:
            found.append(_Leaf(serial, column, stay, height, order[serial]))
    return sorted(found, key=lambda leaf: leaf.order)


def _chosen(
    leaves: list[_Leaf], loads: "_Loads", column: int, peak: float
) -> tuple[int, list[_Leaf]]:
    """Which cards go, and into which column: the lowest of those beside it while they are there."""
    if not leaves:
        return column, []
    while_there = Known(min(x.stay.start for x in leaves), max(x.stay.end for x in leaves))
    beside = {
        to: loads.peak(to, while_there)[0]
        for to in range(column + 1, max(loads.last, column) + 1 + (peak > FAR_TOO_HIGH))
    }
    if not beside:
        return column, []
    to = min(beside, key=lambda to: (beside[to] > HIGHEST, to, beside[to]))
    too_much = min(peak - HIGHEST, (peak - beside[to]) / 2)
    if too_much < _WORTH_IT:
        return column, []
    whole = sum(leaf.height + CARD_GAP for leaf in leaves)
    part, due, found = min(too_much / whole, 1.0), 0.0, []
    for leaf in leaves:
        due += part * (leaf.height + CARD_GAP)
        if due >= (leaf.height + CARD_GAP) / 2:
            due -= leaf.height + CARD_GAP
            found.append(leaf)
    return to, found


class _Loads:
    """How high everything in each column stands on each other, at any step."""

    def __init__(self) -> None:
        self._there: dict[int, dict[Stay, float]] = defaultdict(dict)

    @property
    def last(self) -> int:
        """The last column."""
        return max(self._there, default=0)

    def add(self, column: int, stay: Stay, height: float) -> None:
        """Enter a card."""
        self._there[column][stay] = height + CARD_GAP

    def move(self, stay: Stay, column: int, to: int) -> None:
        """Put a card into another column."""
        self._there[to][stay] = self._there[column].pop(stay)

    def peak(self, column: int, span: Span = _ALWAYS) -> tuple[float, float]:
        """The greatest height of a column in the course of a span, and a step at which it is so."""
        events = []
        for stay, height in self._there[column].items():
            if together(stay, span):
                events.append((max(stay.start, span.start), height))
                events.append((stay.end + KEPT_AFTER, -height))
        now = most = at = 0.0
        for time, by in sorted(events):
            now += by
            if now > most:
                most, at = now, time
        return most, at
