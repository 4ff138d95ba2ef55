"""By which reference each object is placed: that which is held longest."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from visualizer.layout.chains import Rows
from visualizer.layout.foresight import Foresight
from visualizer.layout.picture import Key
from visualizer.layout.sizes import CARD_GAP
from visualizer.layout.spans import Reference, Stay

ROW_GAP = CARD_GAP + 28
"""From the lower edge of a row of a chain to where an arrow enters the next: two lanes pass."""

_FEW = 8
"""So many references are looked through one by one."""

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Home:
    """The reference that an object is placed by: the stay it comes from, and its port."""

    parent: Stay
    port: float


class Homes:
    """Knows all references. ``columns`` are those decided on so far, ``rows`` those of chains.

    ``height`` tells what is kept for a card.
    """

    def __init__(
        self,
        foresight: Foresight,
        columns: Mapping[int, int],
        rows: Rows,
        height: Callable[[Key], float],
    ) -> None:
        self._foresight = foresight
        self._columns = columns
        self._rows = rows
        self._height = height
        self._into: dict[int, list[Reference]] = defaultdict(list)

    def add(self, references: Iterable[Reference]) -> None:
        """Take in further references."""
        for reference in references:
            self._into[reference.target].append(reference)
        if self._foresight.closed:
            for into in self._into.values():
                into.sort(key=_start)

    def home(self, stay: Stay) -> Home | None:
        """What a stay of an object hangs on; None where nothing refers to it then."""
        return self._beneath(stay) or self._longest(stay)

    def _beneath(self, stay: Stay) -> Home | None:
        """The first of a further row of a chain hangs on the first of the row above it."""
        above = self._rows.above.get(int(stay.key.name))
        if above is None:
            return None
        key = Key("object", above)
        parent = self._foresight.stay(key, stay.start)
        if parent is None:
            parent = next((s for s in self._foresight.stays[key] if s.end > stay.start), None)
        return Home(parent, self._height(key) + ROW_GAP) if parent is not None else None

    def _longest(self, stay: Stay) -> Home | None:
        """Where the reference comes from that is held longest, out of the column before if any."""
        column = self._columns[int(stay.key.name)]
        best: tuple[bool, float, float] | None = None
        home = None
        for reference in self._in(stay):
            if reference.start >= stay.end or reference.end <= stay.start:
                continue
            start, end = max(reference.start, stay.start), min(reference.end, stay.end)
            parent = self._foresight.stay(reference.holder, reference.start)
            if start >= end or parent is None or parent is stay:
                continue
            holder = reference.holder
            before = self._columns.get(int(holder.name), 0) if holder.kind == "object" else 0
            held = min(end, self._foresight.horizon + 1) - start
            rank = (before == column - 1, held, -reference.port)
            if best is None or rank > best:
                best, home = rank, Home(parent, reference.port)
        return home

    def _in(self, stay: Stay) -> Iterable[Reference]:
        """Those to an object that begin during one of its stays; for few of them all there are."""
        references = self._into[int(stay.key.name)]
        if not self._foresight.closed or len(references) <= _FEW:
            return references
        first = bisect_left(references, stay.start, key=_start)
        return references[first : bisect_left(references, stay.end, first, key=_start)]
