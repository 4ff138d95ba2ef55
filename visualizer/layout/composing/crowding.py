"""Folds objects far from a change or name to their values if a step has too little space."""

from collections.abc import Iterable, Iterator, Set
from itertools import takewhile
from typing import NamedTuple

from visualizer.layout.analysis.facts import Facts
from visualizer.layout.analysis.focus import Events, Focus, Spans
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.composing.arranged import Arrangement
from visualizer.layout.composing.reach import DrawnStep, ReachedBlocks, Roots, reach, roots
from visualizer.layout.composing.stack import column_of
from visualizer.layout.folding.folds import Fold
from visualizer.layout.folding.windows import windows
from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing.grid import Grid
from visualizer.layout.placing.packing import area
from visualizer.layout.placing.unit import Size
from visualizer.model import HeapObject, Sequence, State, has_attributes_only

_FOLD_TO, _UNFOLD_FROM, _UNFOLD_TO = 0.85, 0.35, 0.6
"""Shares of the canvas, far apart so that foldings change seldom.

Folding stops at the first; unfolding begins below the second and stops at the third.
"""
_SHORT, _SHORT_CELLS = 6, 10
"""The number of rows or cells that a shortened container shows."""
_FULL_SHARE = 0.85
"""The share above which even objects that the step refers to are folded."""
_MAX_ROUNDS = 8
_MAX_TRIED = 40
"""The maximum number of units for which packing is tried; for more, only their area counts."""
_MOST_KNOWN = 2_000
"""The maximum number of cached packings, which take about ten megabytes."""
_LINE = 30.0
"""Objects of this height or less are one line already."""


class _Candidate(NamedTuple):
    """An object that may be folded; ``saved`` is the area that folding frees."""

    serial: int
    saved: float


class TightPacking:
    """Tests whether units fit in a room, packed as tightly as possible."""

    def __init__(self, room: Size) -> None:
        self.room = room
        self._known: dict[tuple[Size, ...], bool] = {}
        self._grid = Grid(0, room.width)
        self._packed: list[tuple[Size, Rect]] = []
        """The sizes in the grid with their places, in the order of packing."""

    def has_room(self, sizes: tuple[Size, ...]) -> bool:
        """Whether units of these sizes fit; they are packed the largest first."""
        ordered = tuple(sorted(sizes, reverse=True))
        known = self._known.get(ordered)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[ordered] = self._fit(ordered)
        return known

    def _fit(self, sizes: tuple[Size, ...]) -> bool:
        """Pack the sizes; a common start with the last sizes stays in place."""
        pairs = zip(sizes, self._packed, strict=False)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1][0], pairs))
        while len(self._packed) > alike:
            self._grid.release(self._packed.pop()[1])
        for size in sizes[alike:]:
            corner = self._grid.nearest(size, Point(0, 0), self.room)
            if corner is None:
                return False
            place = Rect(*corner, *size)
            self._grid.occupy(place)
            self._packed.append((size, place))
        return True


class Crowding:
    """Decides what is folded; call ``observe`` at each step that changes the drawing, in order.

    ``folded`` is the result: how each object is folded from which step on; ``shortened`` has the
    places that shortened containers show. Objects that are needed last are folded first, so that
    foldings change as seldom as possible.
    """

    def __init__(
        self, facts: Facts, focus: Focus, arranged: Arrangement, packing: TightPacking, share: float
    ) -> None:
        self._facts, self._focus, self._arranged = facts, focus, arranged
        self._packing = packing
        self._most = share * area(packing.room)
        self._at_last = max(share, _FULL_SHARE) * area(packing.room)
        self.folded: dict[int, list[tuple[int, Fold]]] = {}
        self.shortened: dict[int, Events] = {}
        self._lines: dict[int, float] = {}
        """The objects folded to a line, and the area that this has freed."""
        self._short: dict[int, int] = {}
        self._had_room = True
        self._reached: ReachedBlocks | None = None
        """The blocks that the last step reaches; None if something was folded or unfolded since."""
        self.has_changed = False
        """Whether something was folded or unfolded at the last step."""

    def has_folded(self, added: Iterable[int]) -> bool:
        """Whether some objects that come into focus are folded."""
        return any(serial in self._lines for serial in added)

    def observe(self, maker: Maker, state: State, height: float, added: Set[int]) -> DrawnStep:
        """Fold as a step requires, and unfold objects in focus; return the drawn frames and blocks.

        ``height`` is that of the canvas, ``added`` are the objects newly in focus.
        """
        column = column_of(maker, state, height)
        starts = roots(maker, column, state)
        self._reached, self.has_changed = None, False
        self._fold_at(maker, starts, maker.step, added)
        if self.has_changed:
            column = column_of(maker, state, height)
            before, starts = starts, roots(maker, column, state)
            self._reached = self._reached if before == starts else None
        return DrawnStep(maker, column, self._reach(maker, starts))

    def _fold_at(self, maker: Maker, roots: Roots, step: int, added: Set[int]) -> None:
        touched = self._focus.touched
        for serial in [one for one in self._lines if one in added or touched.has(one, step)]:
            self._show(serial, step)
        if not self._make_room(maker, roots, step, self._focus.near):
            self._shorten(maker, self._reach(maker, roots), step)
            if not self._make_room(maker, roots, step, touched):
                self._make_room(maker, roots, step, self._focus.changed, self._at_last)

    def _make_room(
        self, maker: Maker, roots: Roots, step: int, spans: Spans, most: float = 0.0
    ) -> bool:
        """Fold objects outside the step's focus; return whether everything fits then.

        ``most`` is the maximum area, if not the usual one.
        """
        for _ in range(_MAX_ROUNDS):
            found = self._reach(maker, roots)
            sizes = tuple(self._arranged.sizes(found.blocks, step, maker.folds).values())
            load = _load(sizes)
            if self._have_space(sizes, load, most or self._most):
                self._unfold(load, step)
                return True
            if not self._fold(self._candidates(maker, found, spans, step), load, step):
                return False
        return False

    def _reach(self, maker: Maker, roots: Roots) -> ReachedBlocks:
        if self._reached is None:
            self._reached = reach(maker, roots)
        return self._reached

    # ---- free space ----

    def _have_space(self, sizes: tuple[Size, ...], load: float, most: float) -> bool:
        """Whether units take no more than the maximum area, and fit in the room."""
        return load <= most and self._fits(sizes)

    def _fits(self, sizes: tuple[Size, ...]) -> bool:
        """Whether units fit in the room; of too many to try, the answer of the last trial."""
        if len(sizes) <= _MAX_TRIED:
            self._had_room = self._packing.has_room(sizes)
        return self._had_room

    # ---- folding ----

    def _candidates(
        self, maker: Maker, found: ReachedBlocks, spans: Spans, step: int
    ) -> list[_Candidate]:
        """Return the objects that are not needed now; those needed last come first."""
        candidates = [
            one
            for one in self._foldable(maker, found)
            if not spans.has(one.serial, step) and one.serial not in self._lines
        ]
        named = self._focus.named

        def rank(one: _Candidate) -> tuple[bool, float, float]:
            return named.has(one.serial, step), -spans.next_use(one.serial, step), -one.saved

        return sorted(candidates, key=rank)

    def _foldable(self, maker: Maker, found: ReachedBlocks) -> Iterator[_Candidate]:
        for serial, block in with_checkpoints(found.blocks.items()):
            is_node = serial in self._facts.nodes
            if found.is_group(serial) or is_node or serial in self._facts.boards.pieces:
                continue
            # Folding the holder of a chain or tree would hide all nodes; structures fold by
            # themselves.
            leads = any(one.target in self._facts.nodes for one in block.fields)
            if not leads and not maker.values.is_own_value(maker.heap[serial]):
                yield _Candidate(serial, area(block.rect))
            for inner, rect in block.anchors.items():
                if inner != serial and rect.height > _LINE:
                    yield _Candidate(inner, (rect.height - _LINE) * block.width)

    def _fold(self, candidates: list[_Candidate], load: float, step: int) -> bool:
        """Fold as many candidates as necessary; return whether there were any."""
        for one in candidates:
            self._lines[one.serial] = one.saved
            self._record_fold(one.serial, step, Fold(is_line=True))
            load -= one.saved
            if load <= _FOLD_TO * self._most:
                break
        return bool(candidates)

    def _shorten(self, maker: Maker, found: ReachedBlocks, step: int) -> None:
        for block in found.blocks.values():
            for serial in block.anchors:
                thing = maker.heap.get(serial)
                slots = _slots(thing, self._facts) if thing is not None else 0
                is_long = self._facts.longest.get(serial, 0) > slots > 0
                if is_long and serial not in self._short:
                    self._short[serial] = slots
                    if events := self._focus.cells.get(serial):
                        self.shortened[serial] = windows(events, slots)
                    self._record_fold(serial, step, Fold(slots=slots))

    def _unfold(self, load: float, step: int) -> None:
        """If there is much free space, unfold the objects that are needed first."""
        if not self._lines or load > _UNFOLD_FROM * self._most:
            return
        near = self._focus.near
        for serial in sorted(self._lines, key=lambda one: near.next_use(one, step)):
            load += self._lines[serial]
            if load > _UNFOLD_TO * self._most:
                break
            self._show(serial, step)

    def _show(self, serial: int, step: int) -> None:
        del self._lines[serial]
        self._record_fold(serial, step, Fold())

    def _record_fold(self, serial: int, step: int, fold: Fold) -> None:
        if serial in self._short and not fold.is_line:
            fold = fold._replace(slots=self._short[serial])
        self._reached, self.has_changed = None, True
        events = self.folded.setdefault(serial, [])
        if events and events[-1][0] == step:
            events.pop()
        if fold != (events[-1][1] if events else Fold()):
            events.append((step, fold))


def _load(sizes: Iterable[Size]) -> float:
    return sum(map(area, sizes))


def _slots(thing: HeapObject, facts: Facts) -> int:
    """Return the number of places that a shortened container shows; 0 for other objects."""
    if has_attributes_only(thing.content):
        return 0
    is_in_cells = thing.serial in facts.short_entries or (
        isinstance(thing.content, Sequence)
        and thing.serial not in facts.linked
        and thing.serial not in facts.siblings
    )
    return _SHORT_CELLS if is_in_cells else _SHORT
