"""A column that would become too high stands in two: every second card goes further right."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from visualizer.layout.chains import Rows
from visualizer.layout.occupancy import KEPT_AFTER, Known, Span, together
from visualizer.layout.orders import USUAL, Limits
from visualizer.layout.sizes import CARD_GAP
from visualizer.layout.spans import Reference, Stay

_MOST_TURNS = 12
_WORTH_IT = 60
"""A column is left for one that is lower by so much at least."""
_MOST_MORE = 2
"""So many columns are added for what leads on."""
_COLUMN_WIDTH = 280
_WINDOW = 1440, 860
_BESIDE_DOCKS = 782, 653
"""What of such a window editor and inspector leave."""
_FRAMES, _GUTTER = 310, 80
_AROUND = 170
"""What stands above and below a column, titles and margins included."""
_ALWAYS = Known(-math.inf, math.inf)


@dataclass(frozen=True, slots=True, eq=False)
class _Movable:
    """An object that may stand further right; ``order`` is that of the slots that lead to it."""

    serial: int
    stays: tuple[Stay, ...]
    height: float
    order: tuple[float, ...]

    def is_there(self, time: float) -> bool:
        """Whether it takes room at a step."""
        return any(stay.start <= time < stay.end + KEPT_AFTER for stay in self.stays)


def spread(
    heights: Mapping[Stay, float],
    references: Iterable[Reference],
    columns: Mapping[int, int],
    rows: Rows,
    *,
    limits: Limits = USUAL.limits,
    fixed: Collection[int] = (),
) -> dict[int, int]:
    """In which other columns some objects are to stand; what is ``fixed`` stays.

    ``heights`` are those that all stays need. Of what leads nowhere and stands in a column too high
    every second goes, or every third, …, as many as have to. Where that does not do what leads on
    goes too, with all that it leads to; but no member of a chain or a tree.
    """
    found = _Spread(heights, list(references), dict(columns), rows, limits=limits, fixed=fixed)
    last = found.loads.last
    found.move_leaves()
    column = 1
    while column <= found.loads.last:
        found.move_half(column, last + _MOST_MORE)
        column += 1
    found.move_leaves()
    return {serial: to for serial, to in found.columns.items() if to != columns[serial]}


class _Spread:
    """The columns as they are so far, what stands in them, and what of that may go."""

    def __init__(
        self,
        heights: Mapping[Stay, float],
        references: list[Reference],
        columns: dict[int, int],
        rows: Rows,
        *,
        limits: Limits,
        fixed: Collection[int],
    ) -> None:
        self.columns = columns
        self._high, self._too_high = limits
        self._heights = heights
        self._width = rows.width
        self._fixed = frozenset(fixed)
        self._stays: dict[int, list[Stay]] = defaultdict(list)
        for stay in heights:
            self._stays[int(stay.key.name)].append(stay)
        self.loads = self._loads()
        self._leads: dict[int, set[int]] = defaultdict(set)
        self._holders: set[int] = set()
        order: dict[int, tuple[float, ...]] = {}
        bound = set(self._fixed)
        for reference in references:
            target = reference.target
            order.setdefault(target, (reference.start, reference.port))
            if reference.holder.kind != "object":
                continue
            holder = int(reference.holder.name)
            self._holders.add(holder)
            if rows.kind(holder) == rows.kind(target):
                bound |= {holder, target}
            if columns.get(holder, math.inf) < columns.get(target, 0):
                self._leads[holder].add(target)
        self._movable = [
            _Movable(serial, tuple(stays), heights[stays[0]], order[serial])
            for serial, stays in self._stays.items()
            if serial in order and serial not in bound
        ]
        self._movable.sort(key=lambda one: one.order)

    def move_leaves(self) -> None:
        """Let some of what leads nowhere stand further right, until all columns are low enough."""
        for column in range(1, self.loads.last + 1):
            self._move_leaves(column)

    def _move_leaves(self, column: int) -> None:
        for _ in range(_MOST_TURNS):
            peak, at = self.loads.peak(column)
            if peak <= self._high or (peak <= self._too_high and self._is_wide(peak)):
                return
            there = [one for one in self._in(column, at) if one.serial not in self._holders]
            to, going = self._chosen(there, column, peak)
            if not going:
                return
            for one in going:
                self.columns[one.serial] = to
                self.loads.move(one.stays, column, to)

    def move_half(self, column: int, last: int) -> None:
        """Let every second of what stands in a column far too high go on, with what follows it.

        No column is begun beyond the ``last``.
        """
        for _ in range(_MOST_TURNS):
            peak, at = self.loads.peak(column)
            going = self._in(column, at)[1::2] if peak > self._too_high else []
            if not going:
                return
            before, loads = dict(self.columns), self.loads
            for one in going:
                self._shift(one.serial, column + 1)
            self.loads = self._loads()
            if (
                self.loads.last > last
                or self.loads.size() > loads.size()
                or self.loads.peak(column)[0] >= peak
            ):
                self.columns, self.loads = before, loads
                return

    def _is_wide(self, peak: float) -> bool:
        """Whether so high a column would be seen as large as the picture is for its width."""
        widest: dict[int, float] = defaultdict(float)
        for serial in self._stays:
            column = self.columns[serial]
            widest[column] = max(widest[column], self._width(serial))
        wide = _FRAMES + sum(width + _GUTTER for width in widest.values())
        return wide / _BESIDE_DOCKS[0] >= (peak + _AROUND) / _BESIDE_DOCKS[1]

    def _in(self, column: int, time: float) -> list[_Movable]:
        return [
            one
            for one in self._movable
            if self.columns[one.serial] == column and one.is_there(time)
        ]

    def _shift(self, serial: int, column: int) -> None:
        waiting = [(serial, column)]
        while waiting:
            serial, column = waiting.pop()
            if self.columns[serial] < column:
                self.columns[serial] = column
                targets = self._leads[serial] - self._fixed
                waiting += [(target, column + 1) for target in targets]

    def _loads(self) -> "_Loads":
        loads = _Loads()
        for serial, stays in self._stays.items():
            for stay in stays:
                loads.add(self.columns[serial], stay, self._heights[stay])
        return loads

    def _chosen(
        self, leaves: list[_Movable], column: int, peak: float
    ) -> tuple[int, list[_Movable]]:
        """Which go, and into which column: the lowest of those beside it while they are there."""
        stays = [stay for leaf in leaves for stay in leaf.stays]
        last = self.loads.last + (peak > self._too_high and self.loads.is_high)
        if not stays or last == column:
            return column, []
        while_there = Known(min(s.start for s in stays), max(s.end for s in stays))
        beside = {to: self.loads.peak(to, while_there)[0] for to in range(column + 1, last + 1)}
        to = min(beside, key=lambda to: (beside[to] > self._high, to, beside[to]))
        too_much = min(peak - self._high, (peak - beside[to]) / 2)
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
        self._peaks: dict[int, tuple[float, float]] = {}

    @property
    def last(self) -> int:
        """The last column."""
        return max((column for column, there in self._there.items() if there), default=0)

    def add(self, column: int, stay: Stay, height: float) -> None:
        """Enter a card."""
        self._there[column][stay] = height + CARD_GAP
        self._peaks.pop(column, None)

    def move(self, stays: Iterable[Stay], column: int, to: int) -> None:
        """Put a card into another column."""
        for stay in stays:
            self._there[to][stay] = self._there[column].pop(stay)
        for changed in (column, to):
            self._peaks.pop(changed, None)

    @property
    def is_high(self) -> bool:
        """Whether it would still be higher than wide, for a window, with one column more."""
        wide, high = self._size()
        return wide + _COLUMN_WIDTH / _WINDOW[0] < high

    def size(self) -> float:
        """How large all of it is, compared to a window."""
        return max(self._size())

    def _size(self) -> tuple[float, float]:
        highest = max(self.peak(column)[0] for column in list(self._there))
        return (self.last + 1) * _COLUMN_WIDTH / _WINDOW[0], highest / _WINDOW[1]

    def peak(self, column: int, span: Span = _ALWAYS) -> tuple[float, float]:
        """The greatest height of a column in the course of a span, and a step at which it is so."""
        if span is not _ALWAYS:
            return self._peak(column, span)
        if column not in self._peaks:
            self._peaks[column] = self._peak(column, span)
        return self._peaks[column]

    def _peak(self, column: int, span: Span) -> tuple[float, float]:
        events = []
        for stay, height in self._there.get(column, {}).items():
            if together(stay, span):
                events.append((max(stay.start, span.start), height))
                events.append((stay.end + KEPT_AFTER, -height))
        now = most = at = 0.0
        for time, by in sorted(events):
            now += by
            if now > most:
                most, at = now, time
        return most, at
