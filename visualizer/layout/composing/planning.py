"""Plans a recording: reads all its steps and decides what no single step may decide.

The plan says what is folded, where everything stands, and at which scale.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from visualizer.layout.analysis.collector import FactCollector
from visualizer.layout.analysis.facts import Facts, Level
from visualizer.layout.analysis.focus import Focus
from visualizer.layout.analysis.source import Source
from visualizer.layout.blocks.measures import NAME_LETTERS
from visualizer.layout.blocks.stub_cards import spacings_of
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.composing.arranged import Arrangement
from visualizer.layout.composing.attempts import (
    BASES,
    SHARES,
    Attempt,
    Base,
    PlacementInput,
    Scales,
    Share,
    beside,
    best_of,
    room_in,
)
from visualizer.layout.composing.crowding import Crowding, TightPacking, Unfolded
from visualizer.layout.composing.making import Making
from visualizer.layout.composing.reach import DrawnStep, drawn_step
from visualizer.layout.composing.regions import (
    NO_CODE,
    CodeShelf,
    code_chips,
)
from visualizer.layout.composing.stack import WantedWidth, column_of, column_width, wanted_width
from visualizer.layout.composing.telling_steps import StepFilter
from visualizer.layout.composing.units import LANE, UnitCollector
from visualizer.layout.composing.walking import Walk
from visualizer.layout.folding.deciding import columns_of, names_of, windows_of
from visualizer.layout.folding.folds import Folds
from visualizer.layout.folding.structures import folded_structures
from visualizer.layout.measure import TextMeasure
from visualizer.layout.picture import Rect
from visualizer.layout.placing import Placement
from visualizer.layout.placing.unit import Size
from visualizer.layout.sheet import MARGINS
from visualizer.model import Delta, State

STRUCTURE_SHARE = 0.85
"""The share of the canvas height that a chain or tree may take."""
MAX_MOVES = 0.03
"""Moved boxes per step above which folding more is tried."""
SAMPLE, BRIEF_SAMPLE = 150, 5
"""The number of steps at which a way to fold is tried before it is tried at all of them; for a
brief plan."""
_GOOD = (False, 0)
"""The rank of an attempt that always fits and hardly moves."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The decisions for the whole recording; lengths are in pixels at 100 %."""

    facts: Facts
    folds: Folds
    arranged: Arrangement
    placement: Placement
    column: float
    """The width of the column of frames."""
    names: int
    """The maximum number of letters of a name in a frame."""
    room: float
    """The maximum width of a block."""
    height: float
    """The height that frames may take together."""
    scale: float
    shelf: CodeShelf
    canvas: Size
    """The room for frames and objects at that scale."""

    @property
    def room_of_labels(self) -> Rect | None:
        """The room for labels, which includes the margins; None if not even the boxes fit."""
        if self.placement.has_grown:
            return None
        return Rect(0, 0, *self.canvas).with_margins(MARGINS).grown(-2)


class Planner:
    """Plans a recording for a canvas; call ``plan`` once.

    ``hidden`` are the types of objects that are not drawn. A ``is_brief`` plan stands in until
    another one is ready: the first way to fold that fits will do.
    """

    def __init__(
        self,
        walk: Walk,
        texts: Mapping[str, str],
        measure: TextMeasure,
        level: Level,
        canvas: Size,
        *,
        scales: Scales,
        hidden: frozenset[str],
        is_brief: bool = False,
    ) -> None:
        self._walk, self._texts, self._measure = walk, texts, measure
        self._level, self._canvas, self._scales = level, canvas, scales
        self._hidden, self._is_brief = hidden, is_brief
        self._making = Making(Facts(), measure)
        self._focus = Focus(Source())
        self._drawn: Sequence[int] = ()
        """The steps that change more of the drawing than a plain value."""
        self._count = self._last = 0
        self._unfolded = Unfolded({})

    def plan(self) -> Plan:
        """Read the whole recording and decide all places, with checkpoints on the way."""
        collector = FactCollector(self._texts)
        step_filter = StepFilter(draws_values=self._level is not Level.VALUES)
        for state, delta in self._walk():
            collector.observe(state, delta)
            step_filter.observe(state, delta)
        facts = collector.facts(self._level, self._hidden)
        self._focus = focus = collector.focus
        folds = Folds(windows_of(facts, focus), columns_of(facts, focus), names=names_of(focus))
        self._making = Making(facts, self._measure, folds=folds)
        self._drawn, self._count = step_filter.drawn, step_filter.count
        self._last = step_filter.last
        best: Attempt | None = None
        for scale in BASES:
            base = self._base(scale, step_filter.wide, state)
            found = self._best_at(base, may_fail=best is not None)
            if best is None or (found is not None and not found.has_grown):
                best = found
            if best is not None and not best.has_grown:
                break
        assert best is not None
        return self._plan_of(best)

    def _plan_of(self, best: Attempt) -> Plan:
        placing, placement = best.placing, best.placement
        scale = placing.best_scale(self._canvas, self._scales, best)
        room = room_in(self._canvas, scale)
        if scale != best.base.scale:
            placement = placing.place(room)
        return Plan(
            self._making.facts,
            best.folds,
            best.arranged,
            placement,
            placing.width,
            best.base.names,
            best.room,
            best.base.canvas.height,
            scale,
            placing.chips.shelf(room.width),
            beside(placing.chips, room),
        )

    def _base(self, scale: float, wide: Sequence[int], last: State) -> Base:
        canvas = room_in(self._canvas, scale)
        making, wanted = self._making, dict.fromkeys(NAME_LETTERS, WantedWidth())
        making.give_room(canvas.width)
        for state, _ in self._walk(wide):
            maker = making.maker(state)
            column = column_of(maker, state, canvas.height)
            for letters, width in wanted.items():
                wanted[letters] = width.widened(wanted_width(maker, column, letters))
        column_room, making.names = column_width(wanted, canvas.width, self._canvas.width)
        making.give_room(canvas.width - column_room - LANE, column_room)
        has_code = self._level is Level.REGIONS
        chips = code_chips(making.maker(last), last) if has_code else NO_CODE
        sizes = self._node_sizes() if making.facts.nodes else {}
        packing = TightPacking(Size(making.room, canvas.height))
        return Base(scale, canvas, column_room, making.names, chips, sizes, packing)

    def _best_at(self, base: Base, *, may_fail: bool) -> Attempt | None:
        """Try shares of the room at a scale; return the best attempt: it fits, and moves least.

        Chains and trees are folded more only where it is not enough to fold other objects.
        """
        shares = (1.0, *SHARES)
        if not self._making.facts.structures:
            return self._best_of([Share(one) for one in shares], base, may_fail=may_fail)
        whole = self._best_of([Share(one, 1.0) for one in shares], base, may_fail=True)
        if whole is not None and self._is_good(whole):
            return whole
        folded = self._best_of(
            [Share(one, one) for one in SHARES], base, may_fail=may_fail or whole is not None
        )
        found = [one for one in (whole, folded) if one is not None]
        return min(found, key=lambda one: one.rank, default=None)

    def _best_of(self, shares: Sequence[Share], base: Base, *, may_fail: bool) -> Attempt | None:
        """Try shares in order until one is good; return the best attempt.

        A share at which a sample of the steps does not fit is not tried at all steps, and where
        not even the smallest share fits, none between is tried. If no share passes and it
        ``may_fail``, return None.
        """
        steps = self._steps
        many = BRIEF_SAMPLE if self._is_brief else SAMPLE
        sample = steps[:: len(steps) // many] if len(steps) >= 2 * many else []
        # Of very many steps nothing is kept: planning walks to most of them once.
        self._making.known.steps = frozenset(sample or steps)
        tried: dict[Share, Attempt] = {}
        sampled: dict[Share, Attempt] = {}
        waiting = [*shares]
        while waiting:
            share = waiting.pop(0)
            is_probe = share == shares[-1] and bool(waiting)
            found, is_whole = self._trial(base, share, sample, is_probe=is_probe)
            if found is None:
                continue
            (tried if is_whole else sampled)[share] = found
            if share == shares[-1] and found.has_grown:
                break
            if share != shares[-1] and is_whole and self._is_good(found):
                break
            if share.cards == SHARES[0] and found.has_grown:
                waiting.insert(0, waiting.pop())
            if is_probe and not is_whole:
                waiting.append(share)
        if tried:
            return tried[best_of(tried)]
        return self._attempt(base, best_of(sampled)) if sampled and not may_fail else None

    def _trial(
        self, base: Base, share: Share, sample: Sequence[int], *, is_probe: bool
    ) -> tuple[Attempt | None, bool]:
        """Try a share at a sample, then at all steps if it is good; say whether at all steps.

        A probe asks only whether it may fit: of a sample, that is told without all steps.
        """
        if sample:
            found = self._attempt(base, share, sample)
            if is_probe or found is None or not self._is_good(found):
                return found, False
        return self._attempt(base, share), True

    def _is_good(self, found: Attempt) -> bool:
        """Whether nothing better is looked for."""
        return not found.has_grown if self._is_brief else found.rank == _GOOD

    @property
    def _steps(self) -> list[int]:
        """The steps that change the drawing, or the way it is folded."""
        return sorted(self._making.folds.steps().union(self._drawn) - {0})

    def _attempt(self, base: Base, share: Share, sample: Sequence[int] = ()) -> Attempt | None:
        """Fold for a share of the room and place everything; None if the share folds nothing.

        Of a ``sample``, only these steps count.
        """
        making = self._making
        making.folds = replace(making.folds, crowded={}, shortened={})
        arranged = self._arrange(base, share.structures)
        steps = sample or self._steps
        units = UnitCollector(making.facts, arranged, base.width, base.canvas.height)
        if share.cards == 1:
            self._unfolded = Unfolded(making.folds.structures)
            for state, delta in self._walk(steps):
                drawn = drawn_step(making.maker(state), state, base.canvas.height)
                self._unfolded.sizes[delta.step.number] = units.observe(drawn, delta)
        else:
            crowding = Crowding(making.facts, self._focus, arranged, base.packing, share.cards)
            making.folds = replace(
                making.folds, crowded=crowding.folded, shortened=crowding.shortened
            )
            is_alike = making.folds.structures == self._unfolded.structures
            if is_alike and not self._unfolded.is_crowded(crowding, steps):
                return None
            for drawn, delta in self._crowded(crowding, base.canvas.height, steps, sample):
                units.observe(drawn, delta)
            if is_alike and not crowding.folded:
                return None
        placing = PlacementInput(
            tuple(units.units(self._last)), base.width, units.tallest, self._last, base.chips
        )
        placement = placing.place(base.canvas)
        moved = placement.all_moved if placement.all_moved > MAX_MOVES * self._count else 0
        return Attempt(base, making.room, making.folds, arranged, placing, placement, moved)

    def _crowded(
        self, crowding: Crowding, height: float, steps: Sequence[int], sample: Sequence[int]
    ) -> Iterator[tuple[DrawnStep, Delta]]:
        """Fold distant objects; yield ``steps``, and the others at which something is folded."""
        comes = {step: added for step, added, _ in self._focus.near.events}
        if sample:
            comes = _summed(comes, sample)
        drawn = set(steps)
        for state, delta in self._walk(sorted(drawn | comes.keys())):
            step = delta.step.number
            added = comes.get(step, frozenset())
            if step in drawn or crowding.has_folded(added):
                found = crowding.observe(self._making.maker(state), state, height, added)
                if step in drawn or crowding.has_changed:
                    yield found, delta

    def _arrange(self, base: Base, share: float) -> Arrangement:
        """Arrange chains and trees; fold those too large for a share of the room."""
        making, sizes = self._making, base.node_sizes
        room = Size(share * making.room, share * STRUCTURE_SHARE * base.canvas.height)
        spacings = spacings_of(making.facts, sizes, room, self._measure, is_tight=share < 1)
        structures = folded_structures(making.facts, self._focus, spacings)
        making.folds = replace(making.folds, structures=structures)
        return Arrangement(making.facts, sizes, making.room)

    def _node_sizes(self) -> dict[int, Size]:
        """Return the largest size of each node of a chain or tree."""
        found: dict[int, Size] = {}
        facts = self._making.facts
        nodes = facts.nodes
        for state, delta in self._walk(self._drawn):
            changed = (change.serial for change in delta.objects)
            touched = {one for one in map(facts.card_of, changed) if one in nodes}
            maker = self._making.maker(state) if touched else None
            for serial in touched:
                checkpoint()
                if maker is None or serial not in state.heap:
                    continue
                block, known = maker.whole(serial), found.get(serial, Size(0, 0))
                width, height = max(known.width, block.width), max(known.height, block.height)
                found[serial] = Size(width, height)
        return found


def _summed(
    events: Mapping[int, frozenset[int]], steps: Sequence[int]
) -> dict[int, frozenset[int]]:
    """Return events at ``steps`` alone: each has those since the step before it."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for step, added in events.items():
        place = bisect_left(steps, step)
        if place < len(steps):
            found[steps[place]] |= added
    return {step: frozenset(added) for step, added in found.items()}
