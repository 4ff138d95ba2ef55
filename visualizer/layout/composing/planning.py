"""Plans a recording: reads all its steps and decides everything that must hold for all of them.

The plan has all foldings, all places, and the scale.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from visualizer.layout.analysis.collector import FactCollector
from visualizer.layout.analysis.facts import Facts, Level, NodeForm
from visualizer.layout.analysis.focus import Focus
from visualizer.layout.analysis.source import Source
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import ALL_LINES, NAME_LETTERS, ROOMY_LETTERS
from visualizer.layout.composing.arranged import Arrangement, Chosen, NodeForms, node_sizes
from visualizer.layout.composing.attempts import (
    BASES,
    LARGE,
    SHARES,
    Attempt,
    Base,
    PlacementInput,
    Plan,
    Scales,
    Share,
    beside,
    best_of,
    room_in,
)
from visualizer.layout.composing.crowding import Crowding, TightPacking
from visualizer.layout.composing.making import maker_at
from visualizer.layout.composing.reach import DrawnStep, drawn_step
from visualizer.layout.composing.regions import NO_CODE, code_chips
from visualizer.layout.composing.stack import WantedWidth, column_of, column_width, wanted_width
from visualizer.layout.composing.step_filter import StepFilter
from visualizer.layout.composing.units import LANE, UnitCollector, pressing_calls
from visualizer.layout.composing.walking import Walk
from visualizer.layout.folding.deciding import folds_of, in_columns
from visualizer.layout.folding.folds import FoldEvents, Folds, lasting
from visualizer.layout.folding.structures import FoldedStructure, folded_structures
from visualizer.layout.folding.windows import summed
from visualizer.layout.measure import TextMeasure
from visualizer.layout.placing.unit import Size
from visualizer.model import Delta, State

STRUCTURE_SHARE = 0.85
"""The share of the canvas height that a chain or tree may take."""
MAX_MOVES = 0.03
"""Moved boxes per step above which folding more is tried."""
SAMPLE, BRIEF_SAMPLE = 150, 5
"""The number of steps at which a way to fold is tried first; the second is for a brief plan."""
_WHOLE = tuple(Share(one) for one in (1.0, *SHARES))
"""The shares of the canvas for objects, with all of the room for chains and trees."""
_FOLDED = tuple(Share(one, one) for one in SHARES)
_COMPACT = tuple(Share(1.0, form=one) for one in (NodeForm.VALUES, NodeForm.SHORT_VALUES))
_MOST_OPENED = 3_000
"""Up to this product of folded objects and steps, each object is tried unfolded."""
_GOOD = (False, 0)
"""The rank of an attempt that always fits and hardly moves."""


class Planner:
    """Plans a recording for a canvas; call ``plan`` once.

    ``hidden`` are the types of objects that are not drawn. An ``is_brief`` plan takes the first way
    to fold that fits; it is used until the full plan is ready.
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
        self._maker = Maker({}, Facts(), measure, 0, 0.0)
        self._focus = Focus(Source())
        self._filter = StepFilter(draws_values=level is not Level.VALUES)
        self._usual = Folds()
        """The foldings that do not depend on the room."""
        self._used: Base | None = None
        self._tried: dict[float, Attempt | None] = {}
        """The best attempts with whole structures by scale."""
        self._untried: tuple[Base, Share] | None = None
        """The best share of the last search, if none passed its sample."""
        self._scale_of = cache(lambda one: one.placing.best_scale(canvas, scales, one))
        self._pressed: set[float] = set()
        """The scales at which some callers lack room."""
        self._parts: dict[tuple[float, ...], dict[int, FoldedStructure]] = {}
        """The shown parts of chains and trees, by scale and share of the room."""

    def plan(self) -> Plan:
        """Read the whole recording and decide all places, with checkpoints on the way."""
        collector = FactCollector(self._texts)
        for state, delta in self._walk():
            collector.observe(state, delta)
            self._filter.observe(state, delta)
        facts = collector.facts(self._level, self._hidden)
        self._focus = focus = collector.focus
        self._usual = folds_of(facts, focus)
        self._maker = Maker({}, facts, self._measure, 0, 0.0, folds=self._usual)
        best = self._best(cache(partial(self._base, state)))
        if not self._is_brief:
            best = self._opened(best)
        if facts.short_entries:
            folds = in_columns(best.folds, facts, focus)
            best = self._roomier(best, best.base, folds)
        # The nodes of chains and trees have no more room.
        if collector.has_long_values and not facts.structures:
            best = self._roomier(best, replace(best.base, letters=ROOMY_LETTERS))
        if best.hides_marks and not best.lacks_room:
            best = self._roomier(best, replace(best.base, lines=ALL_LINES))
        if best.base.with_names is not None:
            best = self._roomier(best, best.base.with_whole_names())
        return self._plan_of(best)

    def _best(self, base_at: Callable[[float], Base]) -> Attempt:
        """Return the best attempt of all scales.

        Chains and trees are rather drawn whole at the second scale than folded at the first.
        """
        for scale in self._scales_of_whole(base_at):
            found = self._whole(base_at(scale))
            if found is not None and self._is_good(found):
                return found
        first: Attempt | None = None
        untried: tuple[Base, Share] | None = None
        usual = self._usual
        for scale in BASES:
            found = self._best_at(base_at(scale))
            if found is not None and not found.has_grown:
                return found
            if first is None and untried is None:
                first, untried, usual = found, self._untried, self._usual
        if first is None and untried is not None:
            self._usual = usual
            first = self._attempt(*untried)
        assert first is not None
        return first

    def _scales_of_whole(self, base_at: Callable[[float], Base]) -> Iterator[float]:
        """Yield the scales at which structures are tried whole, if there are any structures."""
        if not self._maker.facts.structures:
            return
        usual, smaller = BASES[:2]
        loss = self._chosen(base_at(usual), Share(1.0)).loss
        if loss and self._chosen(base_at(smaller), Share(1.0)).loss < loss:
            yield smaller
        yield usual
        found = self._whole(base_at(usual))
        if found is None or found.has_grown:
            yield smaller

    def _plan_of(self, best: Attempt) -> Plan:
        usual = self._scale_of(best)
        scale, placing, placement = best.placing.widened(self._canvas, self._scales, best, usual)
        room = room_in(self._canvas, scale)
        return Plan(
            self._maker.facts,
            best.folds,
            best.arranged,
            placement,
            placing.width,
            placing.gap,
            best.base.names,
            best.base.letters,
            best.base.lines,
            best.base.room,
            best.base.canvas.height,
            scale,
            placing.chips.shelf(room.width),
            beside(placing.chips, room),
        )

    def _base(self, last: State, scale: float) -> Base:
        canvas = room_in(self._canvas, scale)
        usual, wanted = self._maker, dict.fromkeys((ROOMY_LETTERS, *NAME_LETTERS), WantedWidth())
        usual.room, usual.column = canvas.width, 0.0
        self._used = None
        for state, _ in self._walk(self._filter.wide):
            maker = maker_at(usual, state)
            column = column_of(maker, state, canvas.height)
            for letters, known in wanted.items():
                wanted[letters] = known.widened(wanted_width(maker, column, letters))
        whole = wanted.pop(ROOMY_LETTERS)
        width, names = column_width(wanted, canvas.width, self._canvas.width)
        with_names = whole if whole.names > wanted[names].names else None
        room = canvas.width - width - LANE
        has_code = self._level is Level.REGIONS
        chips = code_chips(maker_at(usual, last), last) if has_code else NO_CODE
        forms = {has_lines: NodeForms(usual) for has_lines in (False, True)}
        packing = TightPacking(Size(room, canvas.height))
        most = wanted[names].most
        return Base(scale, canvas, width, most, names, room, chips, forms, packing, with_names)

    def _use(self, base: Base) -> None:
        """Set the maker to the room of a base."""
        if self._used is not base:
            usual, self._used = self._maker, base
            if usual.letters != base.letters:
                usual.known.clear()
            usual.names, usual.room, usual.column = base.names, base.room, base.width
            usual.letters, usual.lines = base.letters, base.lines

    def _best_at(self, base: Base) -> Attempt | None:
        """Try shares of the room at a scale; return the attempt that fits and moves least.

        Folding other objects comes first, then compact nodes, then folded chains and trees.
        """
        if not self._maker.facts.structures:
            return self._best_of(_WHOLE, base)
        whole = self._whole(base)
        if whole and self._is_good(whole):
            return whole
        folded = self._best_of(_FOLDED, base)
        if folded and folded.folds.structures and (found := self._compact(base)):
            return found
        return min(filter(None, (whole, folded)), key=lambda one: one.rank, default=None)

    def _whole(self, base: Base) -> Attempt | None:
        """Return the best attempt at a scale at which structures have all of the room."""
        if base.scale not in self._tried:
            self._tried[base.scale] = self._best_of(_WHOLE, base)
        return self._tried[base.scale]

    def _compact(self, base: Base) -> Attempt | None:
        """Return a good attempt with whole structures of compact nodes, or None."""
        forms = self._chosen(base, _WHOLE[0]).forms
        shares = [one for one in _COMPACT if self._chosen(base, one).forms != forms]
        found = self._best_of(shares, base) if shares else None
        return found if found and self._is_good(found) else None

    def _best_of(self, shares: Sequence[Share], base: Base) -> Attempt | None:
        """Try shares in order until one is good; return the best attempt.

        A share at which a sample of the steps does not fit is not tried at all steps, and if not
        even the smallest share fits, no share between is tried. If no share passes, return None;
        ``_untried`` is then the best one.
        """
        steps = self._steps
        many = BRIEF_SAMPLE if self._is_brief else SAMPLE
        sample = steps[:: len(steps) // many] if len(steps) >= 2 * many else []
        self._maker.known.steps = frozenset(steps)
        tried: dict[Share, Attempt] = {}
        sampled: dict[Share, Attempt] = {}
        waiting = [*shares]
        while waiting:
            share = waiting.pop(0)
            is_probe = share == shares[-1] and bool(waiting)
            found = sampled.get(share)
            if sample and found is None:
                found = self._attempt(base, share, sample)
            # A probe only asks whether the share may fit, which the sample answers.
            is_good = not is_probe and found is not None and self._is_good(found)
            is_whole = not sample or is_good
            if is_whole:
                found = self._attempt(base, share)
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
        self._untried = (base, best_of(sampled)) if sampled and not tried else None
        return tried[best_of(tried)] if tried else None

    def _is_good(self, found: Attempt) -> bool:
        """Whether an attempt ends the search for a better one."""
        return not found.has_grown if self._is_brief else found.rank == _GOOD

    @property
    def _steps(self) -> list[int]:
        """The steps that change the drawing, or the way it is folded."""
        return sorted(self._maker.folds.steps().union(self._filter.drawn) - {0})

    def _attempt(self, base: Base, share: Share, sample: Sequence[int] = ()) -> Attempt | None:
        """Fold for a share of the room and place everything; None if the share folds nothing.

        With a ``sample``, only its steps count.
        """
        usual = self._maker
        arranged = self._arrange(base, share)
        steps = sample or self._steps
        units = UnitCollector(usual.facts, arranged, base.width, base.canvas.height)
        if share.cards == 1:
            for drawn, delta in self._drawn_steps(base, steps):
                units.observe(drawn, delta)
        else:
            crowding = Crowding(usual.facts, self._focus, arranged, base.packing, share.cards)
            usual.folds = replace(
                usual.folds, crowded=crowding.folded, shortened=crowding.shortened
            )
            for drawn, delta in self._crowded(crowding, base.canvas.height, steps, sample):
                units.observe(drawn, delta)
            if share.structures == 1 and not crowding.folded:
                return None
        if units.folds_callers and base.scale not in self._pressed:
            self._pressed.add(base.scale)
            walk = partial(self._walk, self._filter.calls)
            pressing = pressing_calls(usual, walk, base.canvas.height, self._filter.last)
            if pressing != self._usual.pressing:
                self._usual = replace(self._usual, pressing=pressing)
                return self._attempt(base, share, sample)
        return self._placed(base, arranged, units)

    def _placed(self, base: Base, arranged: Arrangement, units: UnitCollector) -> Attempt:
        last, most = self._filter.last, MAX_MOVES * self._filter.count
        every = tuple(units.units(last))
        placing = PlacementInput(
            every, base.width, units.tallest, tuple(units.leading.values()), last, base.chips
        )
        placement = placing.place(base.canvas)
        moved = placement.all_moved if placement.all_moved > most else 0
        seen = units.lacks_room, units.hides_marks
        return Attempt(base, self._maker.folds, arranged, placing, placement, moved, *seen)

    def _opened(self, found: Attempt) -> Attempt:
        """Drop folds if without them everything still fits and no more units move.

        Try first all folds that end soon, then those of one object after another.
        """
        folded = found.folds.crowded
        tries = [{serial: lasting(events) for serial, events in folded.items()}]
        if len(folded) * self._filter.count <= _MOST_OPENED:
            tries += [{serial: ()} for serial in folded]
        for dropped in tries:
            crowded = {**found.folds.crowded, **dropped}
            if crowded != found.folds.crowded:
                found = min((self._refolded(found, crowded), found), key=lambda one: one.rank)
        return found

    def _roomier(self, found: Attempt, base: Base, folds: Folds | None = None) -> Attempt:
        """Write more in cards or frames if the picture stays large and moves no more."""
        longer = replace(found, base=base, folds=folds or found.folds)
        longer = self._refolded(longer, found.folds.crowded)
        has_less = longer.rank > found.rank or longer.lacks_room > found.lacks_room
        if has_less or self._scale_of(longer) < min(self._scale_of(found), LARGE):
            return found
        return longer

    def _refolded(self, found: Attempt, crowded: Mapping[int, FoldEvents]) -> Attempt:
        base, arranged = found.base, found.arranged
        self._use(base)
        if self._maker.folds.across != found.folds.across:
            self._maker.known.clear()
        self._maker.folds = replace(found.folds, crowded=crowded)
        units = UnitCollector(self._maker.facts, arranged, base.width, base.canvas.height)
        for drawn, delta in self._drawn_steps(base, self._steps):
            units.observe(drawn, delta)
        return self._placed(base, arranged, units)

    def _drawn_steps(self, base: Base, steps: Sequence[int]) -> Iterator[tuple[DrawnStep, Delta]]:
        for state, delta in self._walk(steps):
            yield drawn_step(maker_at(self._maker, state), state, base.canvas.height), delta

    def _crowded(
        self, crowding: Crowding, height: float, steps: Sequence[int], sample: Sequence[int]
    ) -> Iterator[tuple[DrawnStep, Delta]]:
        """Fold distant objects; yield ``steps``, and other steps at which a folding changes."""
        comes = {step: added for step, added, _ in self._focus.near.events}
        if sample:
            comes = summed(comes, sample)
        drawn = set(steps)
        for state, delta in self._walk(sorted(drawn | comes.keys())):
            step = delta.step.number
            added = comes.get(step, frozenset())
            if step in drawn or crowding.has_folded(added):
                found = crowding.observe(maker_at(self._maker, state), state, height, added)
                if step in drawn or crowding.has_changed:
                    yield found, delta

    def _arrange(self, base: Base, share: Share) -> Arrangement:
        """Arrange chains and trees; fold those too large for a share of the room."""
        usual, chosen = self._maker, self._chosen(base, share)
        key = base.scale, share.cards < 1, *share[1:]
        if key not in self._parts:
            self._parts[key] = folded_structures(usual.facts, self._focus, chosen.folded)
        usual.folds = replace(self._usual, structures=self._parts[key], forms=chosen.forms)
        return Arrangement(usual.facts, chosen.places)

    def _chosen(self, base: Base, share: Share) -> Chosen:
        """Choose the form of the nodes of chains and trees for a share of the room."""
        self._use(base)
        part = share.structures
        room = Size(part * base.room, part * STRUCTURE_SHARE * base.canvas.height)
        has_lines = share.cards < 1
        walk = partial(self._walk, self._filter.drawn)
        sizes = partial(node_sizes, self._maker, self._usual, walk, has_lines=has_lines)
        return base.forms[has_lines].chosen(room, sizes, share.form, is_tight=part < 1)
