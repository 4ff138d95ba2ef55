"""Lays out the steps of a recording: the whole of it decides, then each step is drawn by itself."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from visualizer.layout.blocks.block import Block
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.watched import Known
from visualizer.layout.composing.arranged import Arranged
from visualizer.layout.composing.changes import Changes, changes_of
from visualizer.layout.composing.leads import index_marks, wanted_arrows
from visualizer.layout.composing.reach import Reached, ports_of, reach
from visualizer.layout.composing.stack import Column, column_of, column_width, stack, wanted_width
from visualizer.layout.composing.units import LANE, Units
from visualizer.layout.course.course import Course
from visualizer.layout.course.facts import Facts, Level
from visualizer.layout.measure import TextMeasure
from visualizer.layout.picture import Key, Point, Rect, object_key
from visualizer.layout.placing import Placement, best_scale, place
from visualizer.layout.placing.unit import Size
from visualizer.layout.routing import Router
from visualizer.layout.sheet import BoxKind, Placed, Sheet
from visualizer.layout.sight import caught
from visualizer.model import Delta, Generator, State

type Walk = Callable[[], Iterable[tuple[State, Delta]]]
"""Goes through a recording from its first step, with the state that each delta leads to."""

CANVAS = Size(745, 595)
MARGIN = 12
GAP = 18
"""Between blocks for which no place was kept."""


class Recorded(Protocol):
    """A recording, as far as it is asked for here."""

    @property
    def steps(self) -> int:
        """How many steps it has."""
        ...

    def cursor(self) -> "Standing":
        """One that stands before the first step."""
        ...


class Standing(Protocol):
    """Goes to a step."""

    def seek(self, step: int) -> State:
        """The state at a step."""
        ...

    def delta(self, step: int) -> Delta:
        """What a step changed."""
        ...


def walk_of(recording: Recorded, first: int = 1, last: int | None = None) -> Walk:
    """Goes through a recording, or from a step to another."""

    def walk() -> Iterator[tuple[State, Delta]]:
        cursor = recording.cursor()
        for number in range(first, (recording.steps if last is None else last) + 1):
            yield cursor.seek(number), cursor.delta(number)

    return walk


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided for the whole recording."""

    facts: Facts
    arranged: Arranged
    placement: Placement
    column: float
    scale: float


class Sheets:
    """``sheet`` gives the picture of any step: the same, whichever way one has come to it.

    Before that ``planning`` is gone through, which looks at all steps.
    """

    def __init__(
        self,
        walk: Walk,
        texts: Mapping[str, str],
        measure: TextMeasure,
        level: Level = Level.VALUES,
        canvas: Size = CANVAS,
        *,
        highest: float = 1.6,
    ) -> None:
        self._walk, self._texts = walk, texts
        self._measure = measure
        self._level = level
        self._canvas = Size(canvas.width - 2 * MARGIN, canvas.height - 2 * MARGIN)
        self._highest = highest
        self._known: Known = {}
        self._router = Router(measure)
        self._facts = Facts()
        self._room = 0.0
        self._plan: Plan | None = None

    def planning(self) -> Iterator[None]:
        """Look at the whole recording, a step at a time, and decide where everything stands."""
        course = Course(self._texts)
        for state, delta in self._walk():
            course.observe(state, delta)
            yield
        self._facts = facts = course.facts(self._level)
        canvas, widest = self._canvas, 0.0
        for state, delta in self._walk():
            if delta.stacks or delta.globals or not widest:
                maker = self._maker(state, canvas.width)
                widest = max(widest, wanted_width(maker, column_of(maker, state, canvas.height)))
                yield
        width = column_width(widest, canvas.width)
        self._room = canvas.width - width - LANE
        arranged = Arranged(facts, self._node_sizes() if facts.nodes else {}, self._room)
        units = Units(facts, arranged, width, canvas.height)
        last = 0
        for state, delta in self._walk():
            last = delta.step.number
            if not units.is_quiet(delta, state):
                units.observe(self._maker(state, self._room), state, delta)
                yield
        every, left = list(units.units(last)), width + LANE

        def trial(room: Size) -> Placement:
            return place(every, room, left, last, until_unsteady=True)

        scale = best_scale(trial, canvas, highest=self._highest)
        placement = place(every, Size(canvas.width / scale, canvas.height / scale), left, last)
        self._plan = Plan(facts, arranged, placement, width, scale)

    @property
    def scale(self) -> float:
        """How large the window would show it, 1 being 100 %."""
        return self._plan.scale if self._plan is not None else 1.0

    def _node_sizes(self) -> dict[int, Size]:
        found: dict[int, Size] = {}
        for state, delta in self._walk():
            touched = [
                change.serial for change in delta.objects if change.serial in self._facts.nodes
            ]
            maker = self._maker(state, self._room) if touched else None
            for serial in touched:
                if maker is None or serial not in state.heap:
                    continue
                block, known = maker.whole(serial), found.get(serial, Size(0, 0))
                width, height = max(known.width, block.width), max(known.height, block.height)
                found[serial] = Size(width, height)
        return found

    def _maker(self, state: State, room: float) -> Maker:
        step = state.step.number if state.step is not None else 0
        names = _generator_names(state)
        facts, known = self._facts, self._known
        return Maker(state.heap, facts, self._measure, step, room, names, known)

    def sheet(self, state: State, delta: Delta | None = None) -> Sheet:
        """The picture of the step that ``state`` is at; ``delta`` is what led to it."""
        if self._plan is None:
            deque(self.planning(), 0)
        plan = self._plan
        assert plan is not None
        assert state.step is not None
        step = state.step.number
        maker = self._maker(state, self._room)
        column = column_of(maker, state, self._canvas.height)
        found = reach(maker, [*column.targets, *caught(state)])
        boxes = (*stack(maker, column, plan.column), *_cards(maker, found, plan, step))
        changes = changes_of(state, delta)
        wanted = wanted_arrows(maker, column, found, boxes, changes)
        marks = index_marks(maker, state, boxes)
        rects = {box.key: box.rect for box in boxes}
        routes = self._router.route(rects, wanted, marks)
        bounds = _bounds(boxes)
        must = _must_see(column, found, boxes, changes)
        by_key = {box.key: box for box in boxes}
        seen = _to_be_seen(must, column, found, by_key)
        view = _view(seen, bounds, self._canvas, plan.scale)
        return Sheet(
            step,
            boxes,
            routes.arrows,
            routes.tags,
            bounds,
            plan.scale,
            view,
            column.running,
            changes.fields,
            changes.new,
            must,
            by_key,
        )


def _cards(maker: Maker, found: Reached, plan: Plan, step: int) -> list[Placed]:
    """The blocks of objects in their places; below them those that nobody has foreseen."""
    made: list[Placed] = []
    unforeseen = []
    for serial, block in found.blocks.items():
        corner = plan.placement.at(plan.arranged.unit_of(serial), step)
        if corner is None:
            unforeseen.append((serial, block))
            continue
        at = plan.arranged.place_in(serial)
        made.append(_placed(maker, serial, corner.moved(*at), block))
    y = max((box.rect.bottom + GAP for box in made), default=0.0)
    for serial, block in unforeseen:
        made.append(_placed(maker, serial, Point(plan.column + LANE, y), block))
        y += block.height + GAP
    return made


def _placed(maker: Maker, serial: int, at: Point, block: Block) -> Placed:
    kind = BoxKind.VALUE if maker.is_value(maker.heap[serial]) else BoxKind.CARD
    return Placed(object_key(serial), kind, at.x, at.y, block)


def _generator_names(state: State) -> dict[int, str]:
    """The functions that generators run: a paused frame refers to its code."""
    generators = [one for one in state.heap.values() if isinstance(one.content, Generator)]
    if not generators:
        return {}
    names = {code.address: code.name for code in state.codes.values()}
    found = {}
    for thing in generators:
        addresses = (part.address for part in thing.parts)
        found[thing.serial] = next((names[one] for one in addresses if one in names), "")
    return found


def _bounds(boxes: Iterable[Placed]) -> Rect:
    whole = Rect(0, 0, 0, 0)
    for box in boxes:
        whole = whole.united(box.rect)
    return whole


def _must_see(
    column: Column, found: Reached, boxes: tuple[Placed, ...], changes: Changes
) -> tuple[Key, ...]:
    """The frame that runs, what the step changed or made, and what that refers to."""
    keys: dict[Key, None] = {}
    if column.running is not None:
        keys[column.running] = None
    for box in boxes:
        for one in box.block.fields:
            if (one.holder, one.slot) not in changes.fields:
                continue
            keys[box.key] = None
            if one.target in found.inside:
                keys[object_key(found.inside[one.target][0])] = None
        if any(serial in changes.new for serial in box.block.anchors):
            keys[box.key] = None
    return tuple(keys)


def _view(seen: Iterable[Rect], bounds: Rect, canvas: Size, scale: float) -> Rect:
    """All of it where it fits; else as much of what is to be seen as there is room for."""
    width, height = canvas.width / scale, canvas.height / scale
    if bounds.right <= width and bounds.bottom <= height:
        return Rect(0, 0, width, height)
    wanted: Rect | None = None
    for rect in seen:
        both = rect if wanted is None else wanted.united(rect)
        if wanted is None or (both.width <= width and both.height <= height):
            wanted = both
    if wanted is None:
        return Rect(0, 0, width, height)
    return Rect(
        _start(wanted.x, wanted.right, width, bounds.right),
        _start(wanted.y, wanted.bottom, height, bounds.bottom),
        width,
        height,
    )


def _to_be_seen(
    must: Iterable[Key], column: Column, found: Reached, boxes: Mapping[Key, Placed]
) -> Iterator[Rect]:
    """What must be seen, then what else the frame that runs refers to."""
    yield from (boxes[key].rect for key in must if key in boxes)
    running = boxes.get(column.running) if column.running is not None else None
    for one in ports_of(running.block) if running is not None else ():
        inside = found.inside.get(one.target)
        if inside is not None:
            yield boxes[object_key(inside[0])].rect


def _start(low: float, high: float, room: float, end: float) -> float:
    """Where a view begins that shows from ``low`` to ``high``, as near to the origin as it can."""
    if high <= room:
        return 0
    return max(0, min(low, max(high - room, 0), max(end - room, 0)))
