"""From a state to a picture: cards in their places, arrows on their ways."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from visualizer.layout.arrows import ArrowMaker
from visualizer.layout.boxes import BoxMaker
from visualizer.layout.code_chips import text_region
from visualizer.layout.cursors import standing
from visualizer.layout.drawn import CardMaker, Drawn
from visualizer.layout.foresight import Foresight
from visualizer.layout.marks import Marks, marks_of
from visualizer.layout.measure import Phrase, TextMeasure, phrase
from visualizer.layout.picture import Arrow, Box, Key, Part, Picture, Point, Rect, Slot, object_key
from visualizer.layout.plan import Plan
from visualizer.layout.regions import (
    Regions,
    Said,
    above_all,
    bounds,
    heap_rect,
    make_regions,
    returns_to,
)
from visualizer.layout.routes import Route
from visualizer.layout.sizes import written_size
from visualizer.layout.spots import Spot
from visualizer.layout.standing import Standing
from visualizer.model import Delta, State

_NOTHING = Rect(0, 0, 0, 0)


class Layout:
    """Lays out the steps of one recording so that what does not change does not move.

    With a ``foresight`` that has seen the steps, every place is decided by what is to come. A step
    it has not seen, or no foresight at all: places are decided when things are first seen.
    """

    def __init__(self, measure: TextMeasure, foresight: Foresight | None = None) -> None:
        self._measure = measure
        self._pins: dict[Key, Point] = {}
        self._now = 0
        self._displaced: set[Key] = set()
        self._begin(foresight or Foresight(measure, observing=True))

    def picture(self, state: State, delta: Delta | None = None, level: int = 3) -> Picture:
        """The step that ``state`` is at; ``delta`` is what led to it, for the marks."""
        if state.step is None:
            return Picture((), (), (), _NOTHING)
        time = self._now = self._time(state, delta)
        plan = self._plan
        plan.extend()
        drawn = self._cards.drawn(state, time)
        spots, routes = self._standing.look_up(drawn, time)
        if self._put_back(spots):
            spots, routes = self._standing.look_up(drawn, time)
        # Only now: a card or an arrow that was not foreseen may have widened the grid.
        marks, iterators = marks_of(delta, state), standing(state.heap)
        maker = BoxMaker(plan.foresight, plan.grid(), state.heap, marks, level, iterators)
        formers = list(self._formers(maker.marks, spots, time))
        heads = _heads([*routes, *formers])
        boxes = self._standing.boxes(maker, drawn, spots, heads, time)
        for thing in maker.marks.freed:
            spot = plan.places.spot(object_key(thing.serial), time - 1)
            if spot is not None and spot.key not in boxes:
                boxes[spot.key] = maker.ghost(thing, spot, _heads(formers).get(spot, []))
        arrows = ArrowMaker(boxes, plan.grid(), maker.marks, time)
        ways = [self._standing.arrow(arrows, key, part, route) for key, part, route in routes]
        ways += [arrows.former(*former) for former in formers if arrows.reaches(former[2])]
        regions = self._regions(state, drawn, tuple(boxes.values()), tuple(ways), level)
        return _finished(state, drawn, tuple(boxes.values()), tuple(ways), regions)

    def prepare(self) -> None:
        """Decide on all places and ways that the foresight tells of: no text is measured for it."""
        self._plan.foresight.catch_up()
        self._plan.extend()
        self._plan.grid()

    @property
    def pins(self) -> Mapping[Key, Point]:
        """Where the user wants cards to stand."""
        return self._pins

    def pin(self, key: Key, x: float, y: float) -> None:
        """Let a card stand where the user put it: in the nearest column, at the first free height.

        No other card moves; all arrows find their ways anew.
        """
        self._plan.foresight.catch_up()
        self._plan.extend()
        self._plan.move(key, x, y)
        self._pins[key] = Point(x, y)

    def nudge(self, key: Key, across: int, rows: int) -> None:
        """Pin a card of the step last asked for that many columns and rows further.

        Upwards and downwards it goes past what is in its way, if there is room for it.
        """
        spot = self._plan.places.spot(key, self._now)
        if spot is not None:
            self._pins[key] = self._plan.nudge(key, spot, across, rows)

    def unpin_all(self) -> None:
        """Lay everything out as if nothing had been put anywhere ("Tidy up").

        What was only observed is placed anew by what is seen from now on.
        """
        foresight = self._plan.foresight
        observing = Foresight(self._measure, observing=True)
        self._begin(observing if foresight.observing else foresight)
        self._pins.clear()
        self._displaced.clear()

    def _put_back(self, placed: Collection[Key]) -> bool:
        """Pin again what was placed anew; whether there was any of that."""
        found = self._displaced.intersection(placed)
        for key in found:
            self._plan.move(key, *self._pins[key])
        self._displaced -= found
        return bool(found)

    def _formers(
        self, marks: Marks, spots: dict[Key, Spot], time: int
    ) -> Iterator[tuple[Key, Slot, Route]]:
        """The ways of references that led elsewhere until now, if both ends stand as they did."""
        for (key, slot), target in marks.former.items():
            route = self._plan.routes.former((key, slot, target), time)
            if route is None or spots.get(route.source.key) is not route.source:
                continue
            if spots.get(route.target.key, route.target) is route.target:
                yield key, slot, route

    def _begin(self, foresight: Foresight) -> None:
        self._plan = Plan(foresight)
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
            self._begin(Foresight(self._measure, observing=True))
            self._displaced = set(self._pins)
        return self._plan.foresight.observe(state)

    def _regions(
        self,
        state: State,
        drawn: Drawn,
        boxes: tuple[Box, ...],
        arrows: tuple[Arrow, ...],
        level: int,
    ) -> Regions:
        shown = _shown(drawn)
        size = sum(state.heap[serial].size for serial in shown)
        note = _heap_note(len(shown), len(state.heap), size) if level >= 3 else ""
        grid = self._plan.grid()
        heap = heap_rect(grid, self._plan.heap_top(), boxes, arrows)
        found = make_regions(boxes, heap, grid, level, Said(note, returns_to(state)))
        if level < 4:
            return found
        # Above all others: what is there is not kept free at the levels that do not show it.
        code = text_region(state, *_span(found), above_all(found))
        return found._replace(shown=(*found.shown, *([code] if code is not None else [])))


def _heads(routes: Sequence[tuple[Key, Part | Slot, Route]]) -> dict[Spot, list[float]]:
    """The heights at which arrows enter each card."""
    heads: dict[Spot, list[float]] = defaultdict(list)
    for _, _, route in routes:
        if route.head is not None:
            heads[route.target].append(route.head)
    return heads


def _finished(
    state: State,
    drawn: Drawn,
    boxes: tuple[Box, ...],
    arrows: tuple[Arrow, ...],
    regions: Regions,
) -> Picture:
    shown = _shown(drawn)
    hidden = Counter(t.type for serial, t in state.heap.items() if serial not in shown)
    # With the regions of every level: else a change of level would move all in the view.
    every = {region.kind: region for region in (*regions.of_all_levels, *regions.shown)}
    whole = bounds(boxes, tuple(every.values()), arrows)
    return Picture(boxes, arrows, regions.shown, whole, tuple(hidden.most_common()))


def _span(regions: Regions) -> tuple[float, float]:
    """From the left edge of all regions to the right one."""
    rects = [region.rect for region in regions.of_all_levels]
    return min(rect.x for rect in rects), max(rect.right for rect in rects)


def _heap_note(shown: int, live: int, size: int) -> Phrase:
    """How many objects are drawn, and of how many if that is not all: code, for one, is not."""
    if shown == live:
        return phrase("heap-note", n=shown, size=written_size(size))
    return phrase("heap-note-some", n=shown, live=live, size=written_size(size))


def _shown(drawn: Drawn) -> set[int]:
    return {int(key.name) for key in drawn.cards if key.kind == "object"} | drawn.pills
