"""From a state to a picture: cards in their places, arrows on their ways."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from visualizer.layout.arrows import ArrowMaker
from visualizer.layout.boxes import BoxMaker
from visualizer.layout.closing import Closing, plan_closing
from visualizer.layout.code_chips import text_region
from visualizer.layout.condensed import Condensed
from visualizer.layout.drawn import CardMaker, Drawn
from visualizer.layout.foresight import Foresight
from visualizer.layout.groups import Groups, plan_groups
from visualizer.layout.heap_note import HeapAmount, heap_note
from visualizer.layout.kept import Kept, keep
from visualizer.layout.marks import Marks, marks_of
from visualizer.layout.measure import TextMeasure
from visualizer.layout.picture import Arrow, Box, Key, Picture, Point, Rect, object_key
from visualizer.layout.plan import Move, Plan
from visualizer.layout.regions import (
    Reach,
    Regions,
    Said,
    above_all,
    bounds,
    furthest,
    heap_rect,
    make_regions,
    reach_of,
    returns_to,
)
from visualizer.layout.spans import busiest
from visualizer.layout.spots import Spot
from visualizer.layout.standing import Former, Standing
from visualizer.layout.structures import MOST_WHOLE
from visualizer.layout.thread_regions import thread_regions
from visualizer.model import Delta, State, Step

_NOTHING = Rect(0, 0, 0, 0)

FEW, HIGHEST = 400, 4_000.0
"""Beyond so many cards structures are only shortened first where they then are no higher."""
MOST_LOOKED_AT = 1_500
"""Cards beyond which those of a type stand in one before anything else is looked at."""

_MOST_CONDENSED = 4
"""Pictures with one card for all of a type that are kept: each takes as long as a layout of all."""
MOST_AT_ONCE = 2_000
"""References for which ways are found at once when a card is put elsewhere."""


class Layout:
    """Lays out the steps of one recording so that what does not change does not move.

    With a ``foresight`` that has seen the steps, every place is decided by what is to come. A step
    it has not seen, or no foresight at all: places are decided when things are first seen.
    """

    def __init__(
        self,
        measure: TextMeasure,
        foresight: Foresight | None = None,
        moves: Iterable[Move] = (),
        kept: Kept | None = None,
    ) -> None:
        self._kept = kept
        self._measure = measure
        self._moves = list(moves)
        self._pins: dict[Key, Point] = {}
        self._now = 0
        self._displaced: set[Key] = set()
        self._groups: tuple[tuple[int, frozenset[str]], Groups] | None = None
        self._marked: tuple[State, Step | None, Delta | None, Marks] | None = None
        self._crowded_from = math.inf
        self._most: int | None = None
        self._height: float | None = None
        self._closings: dict[Plan, tuple[tuple[int, frozenset[int]], Closing]] = {}
        self._condensed: dict[frozenset[str], Condensed] = {}
        self._condensed_moves: dict[frozenset[str], list[Move]] = {}
        self._begin(foresight or Foresight(measure, observing=True))

    def picture(self, state: State, delta: Delta | None = None, level: int = 3) -> Picture:
        """The step that ``state`` is at; ``delta`` is what led to it, for the marks."""
        if state.step is None:
            return Picture((), (), (), _NOTHING)
        time = self._now = self._time(state, delta)
        plan = self._plan
        plan.extend()
        drawn, standing = self._cards.drawn(state, time, delta), self._standing
        if len(drawn.cards) - len(drawn.calls) > MOST_WHOLE:
            self._crowded_from = min(self._crowded_from, time)
        standing.look_up(drawn, time)
        if self._put_back(drawn.cards):
            standing.look_up(drawn, time)
        # Only now: a card or an arrow that was not foreseen may have widened the grid.
        marks = self._marks(state, delta)
        known = plan.foresight, plan.grid()
        maker = BoxMaker(*known, state.heap, marks, level, drawn.positions, time)
        formers = list(self._formers(marks, time))
        boxes = standing.boxes(maker, drawn, formers, time)
        for thing in marks.freed:
            spot = plan.places.spots.at(object_key(thing.serial), time - 1)
            if spot is not None and spot.key not in boxes:
                boxes[spot.key] = maker.ghost(thing, spot, _heads_at(spot, formers), time)
        arrows = ArrowMaker(boxes, plan.grid(), marks, time)
        ways = standing.arrows(arrows, drawn)
        others = [arrows.former(*former) for former in formers if arrows.reaches(former[2])]
        ghosts = [box for box in boxes.values() if box.ghost]
        reaches = [reach_of(box, (), plan.grid()) for box in ghosts]
        reaches.append(reach_of(None, others, plan.grid()))
        reach = furthest((standing.reach, *reaches))
        regions = self._regions(state, drawn, boxes, reach, level)
        return _finished(state, drawn, (tuple(boxes.values()), (*ways, *others)), regions, reach)

    @property
    def shortens_first(self) -> bool:
        """Whether long structures are shortened before what is of one type is grouped.

        All steps are known then, there are never too many cards to look at each, and there is room
        that can be given up, or they are few.
        """
        most = self._most_at_once
        if not self._plan.foresight.closed or most > MOST_LOOKED_AT:
            return False
        if most > FEW and self._height is None:
            self._height = plan_closing(self._plan, set()).height
        return most <= FEW or 0 < (self._height or 0.0) <= HIGHEST

    def closing(self, spread: frozenset[int], kinds: frozenset[str] = frozenset()) -> Closing:
        """Which room is given up where long structures are shortened, but for what is ``spread``.

        Where one card stands for all of each of the ``kinds``. None before it is known what will
        be.
        """
        if not self._plan.foresight.closed:
            return Closing()
        condensed = self.condensed(kinds) if kinds else None
        plan = condensed.plan if condensed is not None else self._plan
        known = self._closings.get(plan)
        if known is None or known[0] != (plan.version, spread):
            made = plan_closing(plan, set(map(object_key, spread)))
            known = self._closings[plan] = (plan.version, spread), made
        return known[1]

    def most_of_each(self) -> Counter[str]:
        """How many cards there are of each title in the step in which there are most of all."""
        foresight = self._plan.foresight
        time, _ = busiest(foresight.ordered_stays, foresight.horizon)
        extents = foresight.extents
        return Counter(
            str(extents[stay.key].kind)
            for stay in foresight.ordered_stays
            if stay.key.kind == "object" and stay.start <= time < stay.end
        )

    def most_altogether(self) -> Mapping[str, int]:
        """How many objects there ever are at a time of each title that a card has.

        Of plain values none.
        """
        foresight = self._plan.foresight
        titles = {str(extent.kind) for extent in foresight.extents.values() if not extent.aside}
        return {title: n for title, n in foresight.most.items() if title in titles}

    @property
    def _most_at_once(self) -> int:
        """How many cards there are at the most, if all is known."""
        foresight = self._plan.foresight
        if self._most is None and foresight.closed:
            self._most = busiest(foresight.ordered_stays, foresight.horizon)[1]
        return self._most or 0

    @property
    def is_crowded(self) -> bool:
        """Whether the picture made last is one of many cards, or of a recording that comes to that.

        Of one that grows it is only known of the steps since.
        """
        return self._most_at_once > MOST_WHOLE or self._now >= self._crowded_from

    def groups(self, kinds: frozenset[str]) -> Groups:
        """Where one card stands for all objects of each of the ``kinds``, titles of their cards."""
        asked_for = self._plan.version, kinds
        if self._groups is None or self._groups[0] != asked_for:
            self._groups = asked_for, plan_groups(self._plan, kinds)
        return self._groups[1]

    def condensed(self, kinds: frozenset[str]) -> Condensed | None:
        """Where all stands if one card stands for all objects of each of the ``kinds``.

        None before it is known what will be.
        """
        if not self._plan.foresight.closed:
            return None
        found = self._condensed.pop(kinds, None)
        if found is None:
            found = self.new_condensed(kinds)
        self.keep_condensed(found)
        return found

    def takes_long(self, kinds: frozenset[str]) -> bool:
        """Whether ``condensed`` would be waited for: it is not known yet, and there is much."""
        return self.is_large and bool(kinds) and kinds not in self._condensed

    def new_condensed(self, kinds: frozenset[str]) -> Condensed:
        """What ``condensed`` will be, not kept: all of the recording is known.

        On any thread; no text is measured for it.
        """
        return Condensed(self._plan.foresight, kinds, self._condensed_moves.get(kinds, ()))

    def keep_condensed(self, found: Condensed) -> None:
        """Have it at hand, in the place of the one that was not asked for longest."""
        if len(self._condensed) == _MOST_CONDENSED:
            longest_unused = self._condensed.pop(next(iter(self._condensed)))
            self._closings.pop(longest_unused.plan, None)
        self._condensed[found.kinds] = found

    def box_of(self, serial: int, state: State, delta: Delta | None, level: int) -> Box | None:
        """The card of an object of the step last asked for that has none in the picture."""
        thing = state.heap.get(serial)
        if thing is None:
            return None
        card = self._cards.card(thing, state, self._now)
        known, marks = (self._plan.foresight, self._plan.grid()), self._marks(state, delta)
        maker = BoxMaker(*known, state.heap, marks, level, {}, self._now)
        return maker.object(thing, card, Rect(0, 0, card.width, card.height))

    def _marks(self, state: State, delta: Delta | None) -> Marks:
        """What the step changed, found once: it may have changed thousands of objects."""
        known = self._marked
        asked = state, state.step, delta
        if known is None or any(one is not other for one, other in zip(known, asked, strict=False)):
            known = self._marked = *asked, marks_of(delta, state, self._cards.shared)
        return known[3]

    def prepare(self) -> None:
        """Decide on all places and ways that the foresight tells of: no text is measured for it."""
        self._plan.foresight.catch_up()
        self._plan.extend()
        self._plan.grid()
        _ = self._most_at_once

    @property
    def pins(self) -> Mapping[Key, Point]:
        """Where the user wants cards to stand."""
        return self._pins

    @property
    def stands_still(self) -> bool:
        """Whether things stand where they stood before the program was edited."""
        return self._kept is not None

    def keep(self, renamed: Mapping[int, int]) -> Kept:
        """Its places, for the layout of the program as it is edited.

        ``renamed`` says what objects that are the same are called there.
        """
        return keep(self._plan.places.spots, self._plan.grid().left, renamed)

    def with_room(self) -> "Layout":
        """The same with room for what may come: the program is about to be edited."""
        spots, left = self._plan.places.spots, self._plan.grid().left
        own = {int(s.key.name): int(s.key.name) for s in spots if s.key.kind == "object"}
        kept = keep(self._plan.places.spots, left, own).with_room()
        return Layout(self._measure, self._plan.foresight, kept=kept)

    @property
    def is_whole(self) -> bool:
        """Whether all of the recording was known before anything was placed."""
        return self._plan.foresight.closed

    @property
    def is_large(self) -> bool:
        """Whether laying it out anew takes longer than one wants to wait for."""
        foresight = self._plan.foresight
        return foresight.closed and len(foresight.references) > MOST_AT_ONCE

    def pin(self, key: Key, x: float, y: float) -> None:
        """Let a card stand where the user put it: in the nearest column, at the first free height.

        No other card moves; all arrows find their ways anew.
        """
        self.rearrange(self.move_to(key, x, y))

    def nudge(self, key: Key, across: int, rows: int) -> None:
        """Pin a card of the step last asked for that many columns and rows further.

        Upwards and downwards it goes past what is in its way, if there is room for it.
        """
        move = self.move_by(key, across, rows)
        if move is not None:
            self.rearrange(move)

    def move_to(self, key: Key, x: float, y: float) -> Move:
        """What ``pin`` does, not done yet."""
        self._plan.foresight.catch_up()
        self._plan.extend()
        return self._plan.move_to(key, x, y)

    def move_by(self, key: Key, across: int, rows: int) -> Move | None:
        """What ``nudge`` does, not done yet."""
        spot = self._plan.places.spots.at(key, self._now)
        return self._plan.move_by(key, spot, across, rows) if spot is not None else None

    def rearrange(self, move: Move) -> None:
        """Do that now."""
        self._plan.move(move)
        self._moves.append(move)
        self._pins[move.key] = move.wished or self._standing_at(move.key)

    def rearrange_condensed(self, condensed: Condensed, move: Move) -> None:
        """The same in a picture in which one card stands for very many."""
        self._pins[move.key] = condensed.move(move)
        self._condensed_moves.setdefault(condensed.kinds, []).append(move)

    @property
    def now(self) -> int:
        """The time of the step last asked for."""
        return self._now

    def rearranged(self, move: Move | None) -> "Layout":
        """The same with one more move, or as if nothing had been put anywhere; to be prepared.

        This one stays as it is.
        """
        moves = [*self._moves, move] if move is not None else []
        kept = self._kept if move is not None else None
        made = Layout(self._measure, self._plan.foresight, moves, kept)
        if move is not None:
            wished = move.wished or self._standing_at(move.key)
            made._pins = {**self._pins, move.key: wished}
        return made

    def _observing(self) -> Foresight:
        """One that knows nothing ahead, of the same program."""
        signatures = self._plan.foresight.signatures
        return Foresight(self._measure, observing=True, signatures=signatures)

    def _standing_at(self, key: Key) -> Point:
        """Where a card of the step last asked for stands."""
        spot = self._plan.places.spots.at(key, self._now)
        return Point(self._plan.grid().left_of(spot.column), spot.y) if spot else Point(0, 0)

    def unpin_all(self) -> None:
        """Lay everything out as if nothing had been put anywhere ("Tidy up").

        What was only observed is placed anew by what is seen from now on.
        """
        foresight = self._plan.foresight
        observing = self._observing()
        self._moves.clear()
        self._kept = None
        self._begin(observing if foresight.observing else foresight)
        self._pins.clear()
        self._displaced.clear()

    def _put_back(self, placed: Collection[Key]) -> bool:
        """Pin again what was placed anew; whether there was any of that."""
        found = self._displaced.intersection(placed)
        for key in found:
            self._plan.move(self._plan.move_to(key, *self._pins[key]))
        self._displaced -= found
        return bool(found)

    def _formers(self, marks: Marks, time: int) -> Iterator[Former]:
        """The ways of references that led elsewhere until now, if both ends stand as they did."""
        for (key, slot), target in marks.former.items():
            route = self._plan.routes.former((key, slot, target), time)
            if route is None or self._standing.spot(route.source.key) is not route.source:
                continue
            if self._standing.spot(route.target.key) in (None, route.target):
                yield key, slot, route

    def _begin(self, foresight: Foresight) -> None:
        self._plan = Plan(foresight, self._moves, self._kept)
        self._groups = self._most = self._height = None
        self._condensed.clear()
        self._closings.clear()
        self._condensed_moves = {}
        self._standing = Standing(self._plan)
        self._cards = CardMaker(foresight)

    def _time(self, state: State, delta: Delta | None) -> int:
        """The time at which the plan knows this state; a step it never heard of is observed."""
        assert state.step is not None
        number, foresight = state.step.number, self._plan.foresight
        if not foresight.observing:
            foresight.catch_up()
            if delta is not None and number == delta.step.number == foresight.horizon + 1:
                foresight.add(delta)
                foresight.catch_up()
            if number <= foresight.horizon:
                return number
            self._moves.clear()
            self._begin(self._observing())
            self._displaced = set(self._pins)
        return self._plan.foresight.observe(state)

    def _regions(
        self, state: State, drawn: Drawn, boxes: Mapping[Key, Box], reach: Reach, level: int
    ) -> Regions:
        note = heap_note(_amount(state, drawn)) if level >= 3 else ""
        grid, top = self._plan.ground(self._now)
        heap = heap_rect(grid, top, reach, self._plan.heap_bottom())
        frames = tuple(boxes[key] for key in drawn.calls)
        found = make_regions(frames, heap, grid, level, Said(note, returns_to(state)))
        if grid.sides:
            standing = ((call, boxes[key]) for key, call in drawn.calls.items())
            threads = tuple(thread_regions(state, standing))
            found = Regions((*found.shown, *threads), (*found.of_all_levels, *threads))
        if level < 4:
            return found
        # Above all others: what is there is not kept free at the levels that do not show it.
        code = text_region(state, *_span(found), above_all(found))
        return found._replace(shown=(*found.shown, *([code] if code is not None else [])))


def _heads_at(spot: Spot, formers: Iterable[Former]) -> list[float]:
    """The heights at which references that are gone entered a card."""
    found = [route.head for _, _, route in formers if route.target is spot]
    return [head for head in found if head is not None]


def _finished(
    state: State,
    drawn: Drawn,
    shown: tuple[tuple[Box, ...], tuple[Arrow, ...]],
    regions: Regions,
    reach: Reach,
) -> Picture:
    # With the regions of every level: else a change of level would move all in the view.
    every = {region.key: region for region in (*regions.of_all_levels, *regions.shown)}
    left_out = sorted(drawn.left_out.items(), key=lambda found: (-found[1], found[0]))
    around, amount = bounds(every.values(), reach), _amount(state, drawn)
    return Picture(*shown, regions.shown, around, tuple(left_out), amount)


def _amount(state: State, drawn: Drawn) -> HeapAmount:
    return HeapAmount(len(drawn.shown), drawn.size, len(state.heap), drawn.live_size)


def _span(regions: Regions) -> tuple[float, float]:
    """From the left edge of all regions to the right one."""
    rects = [region.rect for region in regions.of_all_levels]
    return min(rect.x for rect in rects), max(rect.right for rect in rects)
