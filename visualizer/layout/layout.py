"""From a state to a picture: cards in their places, arrows on their ways."""

from collections import Counter
from collections.abc import Iterator

from visualizer.layout.arrows import former_arrows, make_arrow
from visualizer.layout.boxes import box_rect, frame_box, ghost_box, object_box
from visualizer.layout.drawn import CardMaker, Drawn
from visualizer.layout.foresight import Foresight
from visualizer.layout.marks import Marks, marks_of
from visualizer.layout.measure import TextMeasure, phrase
from visualizer.layout.picture import Arrow, Box, Key, Picture, Rect, Region, object_key
from visualizer.layout.places import Spot
from visualizer.layout.plan import Plan
from visualizer.layout.regions import bounds, heap_rect, make_regions
from visualizer.layout.routes import Route
from visualizer.layout.sizes import written_size
from visualizer.model import Delta, State

_NOTHING = Rect(0, 0, 0, 0)


class Layout:
    """Lays out the steps of one recording so that what does not change does not move.

    With a ``foresight`` that has seen the steps, every place is decided by what is to come. A step
    it has not seen, or no foresight at all: places are decided when things are first seen.
    """

    def __init__(self, measure: TextMeasure, foresight: Foresight | None = None) -> None:
        self._measure = measure
        self._begin(foresight or Foresight(measure, observing=True))

    def picture(self, state: State, delta: Delta | None = None, level: int = 3) -> Picture:
        """The step that ``state`` is at; ``delta`` is what led to it, for the marks."""
        if state.step is None:
            return Picture((), (), (), _NOTHING)
        time = self._time(state, delta)
        self._plan.extend()
        drawn = self._cards.drawn(state, time)
        spots = {key: self._plan.spot(key, card, time) for key, card in drawn.cards.items()}
        routes = [
            (key, part, self._plan.route(key, part, time)) for key, part in drawn.references()
        ]
        marks = marks_of(delta, state)
        boxes = self._boxes(state, drawn, spots, [route for _, _, route in routes], marks, level)
        boxes |= self._ghosts(marks, spots, time, level)
        grid = self._plan.grid()
        arrows = [make_arrow(key, part, route, boxes, grid, marks) for key, part, route in routes]
        arrows += former_arrows(marks, boxes, self._plan, time)
        grounds = self._regions(state, drawn, tuple(boxes.values()), time, level)
        return _finished(state, drawn, tuple(boxes.values()), tuple(arrows), grounds)

    def _begin(self, foresight: Foresight) -> None:
        self._plan = Plan(foresight)
        self._cards = CardMaker(foresight)

    def _time(self, state: State, delta: Delta | None) -> int:
        """The time at which the plan knows this state; a step it never heard of is observed."""
        assert state.step is not None
        number, foresight = state.step.number, self._plan.foresight
        if not foresight.observing:
            if delta is not None and number == delta.step.number == foresight.horizon + 1:
                foresight.add(delta)
            if number <= foresight.horizon:
                return number
            self._begin(Foresight(self._measure, observing=True))
        return self._plan.foresight.observe(state)

    def _boxes(
        self,
        state: State,
        drawn: Drawn,
        spots: dict[Key, Spot],
        routes: list[Route],
        marks: Marks,
        level: int,
    ) -> dict[Key, Box]:
        heads: dict[Key, list[float]] = {}
        for route in routes:
            if route.head is not None:
                heads.setdefault(route.target.key, []).append(route.head)
        foresight, grid = self._plan.foresight, self._plan.grid()
        time = (
            foresight.horizon if foresight.observing else (state.step.number if state.step else 0)
        )
        boxes = {}
        for key, card in drawn.cards.items():
            into = heads.get(key, [])
            rect = box_rect(spots[key], card, into, foresight, grid)
            if key.kind == "object":
                thing = state.heap[int(key.name)]
                boxes[key] = object_box(thing, key, rect, len(into), card, state.heap, marks, level)
            else:
                lost = foresight.rows[key].lost_at(time)
                boxes[key] = frame_box(key, rect, drawn, marks, lost)
        return boxes

    def _ghosts(
        self, marks: Marks, spots: dict[Key, Spot], time: int, level: int
    ) -> dict[Key, Box]:
        found = {}
        foresight, grid = self._plan.foresight, self._plan.grid()
        for thing in marks.freed:
            key = object_key(thing.serial)
            spot = self._plan.places.spot(key, time - 1)
            if spot is None or key in spots:
                continue
            extent = foresight.extents[key]
            rect = Rect(grid.left[spot.column], spot.y, extent.width, extent.least)
            found[key] = ghost_box(thing, rect, level)
        return found

    def _regions(
        self, state: State, drawn: Drawn, boxes: tuple[Box, ...], time: int, level: int
    ) -> tuple[Region, ...]:
        shown = _shown(drawn)
        size = sum(state.heap[serial].size for serial in shown)
        note = phrase("heap-note", n=len(shown), size=written_size(size)) if level >= 3 else ""
        grid = self._plan.grid()
        heap = heap_rect(grid, *self._plan.heap_span(time))
        return tuple(make_regions(boxes, heap, grid, level, note))


def _finished(
    state: State,
    drawn: Drawn,
    boxes: tuple[Box, ...],
    arrows: tuple[Arrow, ...],
    regions: tuple[Region, ...],
) -> Picture:
    shown = _shown(drawn)
    hidden = Counter(t.type for serial, t in state.heap.items() if serial not in shown)
    whole = bounds(boxes, regions, _ways(arrows))
    return Picture(boxes, arrows, regions, whole, tuple(hidden.most_common()))


def _shown(drawn: Drawn) -> set[int]:
    return {int(key.name) for key in drawn.cards if key.kind == "object"} | drawn.pills


def _ways(arrows: tuple[Arrow, ...]) -> Iterator[Rect]:
    for arrow in arrows:
        if arrow.points:
            xs, ys = [p.x for p in arrow.points], [p.y for p in arrow.points]
            yield Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
