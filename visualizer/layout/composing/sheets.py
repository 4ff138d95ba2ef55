"""Lays out the steps of a recording: plans over all steps, then draws each step by itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from visualizer.layout.blocks.block import Block, Form
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.stub_cards import spacings_of
from visualizer.layout.blocks.watched import BlockCache
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.composing.arranged import Arrangement
from visualizer.layout.composing.changes import Changes, changes_of
from visualizer.layout.composing.crowding import Crowding
from visualizer.layout.composing.generators import GeneratorNames
from visualizer.layout.composing.leads import index_marks, wanted_arrows
from visualizer.layout.composing.opening import opened
from visualizer.layout.composing.reach import ReachedBlocks, ports_of, reach, roots
from visualizer.layout.composing.regions import (
    AROUND,
    BETWEEN,
    NO_CODE,
    TITLE,
    CodeShelf,
    code_boxes,
    code_shelf,
    grounds,
)
from visualizer.layout.composing.stack import Column, column_of, column_width, stack, wanted_width
from visualizer.layout.composing.telling_steps import StepFilter
from visualizer.layout.composing.units import LANE, UnitCollector
from visualizer.layout.composing.walking import Start, Walk, walk_of
from visualizer.layout.course.course import FactCollector
from visualizer.layout.course.facts import Facts, Level
from visualizer.layout.course.focus import Focus
from visualizer.layout.folding.deciding import names_of, windows_of
from visualizer.layout.folding.folds import NOTHING, Folds
from visualizer.layout.folding.hidden import HiddenCache
from visualizer.layout.folding.structures import folded_structures
from visualizer.layout.measure import TextMeasure
from visualizer.layout.picture import Key, Point, Rect, object_key
from visualizer.layout.placing import Placement, best_scale, place
from visualizer.layout.placing.scale import STEPS
from visualizer.layout.placing.unit import Size, Unit
from visualizer.layout.routing import Router
from visualizer.layout.sheet import MARGINS, BoxKind, Count, Ground, Placed, Sheet
from visualizer.model import Delta, State

__all__ = ["CANVAS", "Plan", "Scales", "Sheets", "Start", "Walk", "walk_of"]

CANVAS = Size(745, 595)
PART = 5_000
"""The number of steps that are planned together: a longer recording is planned in parts."""
SHARES = (0.85, 0.65, 0.5, 0.38)
"""The shares of the canvas that all objects may take, tried in order until everything fits."""
STRUCTURE_SHARE = 0.85
"""The share of the canvas height that a chain or tree may take."""
MAX_MOVES = 0.03
"""Moved boxes per step above which folding more is tried."""
BASES = (1.0, 0.85, 0.7)
"""The scales at which folding is decided, tried in order until everything fits."""
GAP = 18
"""The gap between blocks that have no planned place."""


def room_in(canvas: Size, scale: float = 1.0) -> Size:
    """Return the room for boxes in a canvas at a scale, in pixels at 100 %."""
    width = canvas.width / scale - MARGINS.left - MARGINS.right
    return Size(width, canvas.height / scale - MARGINS.top - MARGINS.bottom)


def part_of(steps: int, step: int) -> tuple[int, int]:
    """Return the first and last step of the part that contains ``step``."""
    first = (step - 1) // PART * PART + 1
    return first, min(first + PART - 1, steps)


class Scales(NamedTuple):
    """The maximum scale of sheets, 1 being 100 %, and the scale if nothing fits."""

    highest: float = 1.6
    without_room: float = 1.0


USUAL = Scales()


@dataclass(frozen=True, slots=True)
class Plan:
    """The decisions for the whole recording."""

    facts: Facts
    arranged: Arrangement
    placement: Placement
    column: float
    scale: float
    shelf: CodeShelf
    canvas: Size
    """The room for frames and objects at that scale, in pixels at 100 %."""

    @property
    def room_of_labels(self) -> Rect | None:
        """The room for labels, which includes the margins; None if not even the boxes fit."""
        if self.placement.has_grown:
            return None
        return Rect(0, 0, *self.canvas).with_margins(MARGINS).grown(-2)


@dataclass(frozen=True, slots=True)
class _PlacementInput:
    """The units to place over the whole recording."""

    units: tuple[Unit, ...]
    width: float
    """The width of the column of frames."""
    lowest: float
    """The lower edge of all frames at their greatest height."""
    last: int
    shelf: CodeShelf

    def room(self, canvas: Size, scale: float) -> Size:
        """Return the room for frames and objects."""
        return _beside(self.shelf, room_in(canvas, scale))

    def place(self, room: Size, *, until_unsteady: bool = False) -> Placement:
        beside = _beside(self.shelf, room)
        return place(self.units, beside, self.width + LANE, self.last, until_unsteady)

    def best_scale(self, canvas: Size, scales: Scales, tried: "_Attempt") -> float:
        """Return the largest scale at which everything fits, at least 100 % if that fits."""
        lowest = BASES[-1] if tried.has_grown else tried.scale
        highest = scales.highest
        while highest > 1.0 and self.room(canvas, highest).height < self.lowest:
            highest = round(highest - 1 / STEPS, 2)

        def trial(scale: float) -> Placement:
            return self.place(room_in(canvas, scale), until_unsteady=True)

        scale = best_scale(trial, lowest=lowest, highest=highest)
        if scale != 1.0 or (tried.scale == 1.0 and not tried.has_grown):
            return scale
        for smaller in (1.0, 0.9, 0.8, BASES[-1]):
            if not self.place(room_in(canvas, smaller)).has_grown:
                return smaller
        return scales.without_room


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One way to fold and place everything, for the room at a scale."""

    scale: float
    canvas: Size
    room: float
    folds: Folds
    arranged: Arrangement
    placing: _PlacementInput
    placement: Placement
    moved: int

    @property
    def has_grown(self) -> bool:
        """Whether some step does not fit."""
        return self.placement.has_grown

    @property
    def rank(self) -> tuple[bool, int]:
        """The rank of the attempt: the lowest is the best."""
        return self.has_grown, self.moved


class Sheets:
    """The pictures of all steps; a step's picture does not depend on those requested before.

    ``plan`` must run first; it reads all steps. ``hidden`` are the types of objects that are
    not drawn.
    """

    def __init__(
        self,
        walk: Walk,
        texts: Mapping[str, str],
        measure: TextMeasure,
        level: Level = Level.VALUES,
        canvas: Size = CANVAS,
        *,
        scales: Scales = USUAL,
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self._walk, self._texts = walk, texts
        self._measure = measure
        self._level = level
        self._canvas, self._usual_room = canvas, room_in(canvas)
        self._scales, self._hidden_types = scales, hidden
        self._known: BlockCache = {}
        self._router = Router(measure)
        self._facts = Facts()
        self._folds = self._opened = Folds()
        self._hidden: HiddenCache = {}
        self._room = 0.0
        self._steps: Sequence[int] = ()
        """The steps that change more of the drawing than a plain value."""
        self._plan: Plan | None = None

    def plan(self) -> None:
        """Read the whole recording and decide all places, with checkpoints on the way."""
        collector = FactCollector(self._texts)
        step_filter = StepFilter(draws_values=self._level is not Level.VALUES)
        for state, delta in self._walk():
            collector.observe(state, delta)
            step_filter.observe(state, delta)
        self._facts = facts = collector.facts(self._level, self._hidden_types)
        focus = collector.focus
        self._folds = Folds(windows_of(facts, focus), names=names_of(focus))
        self._steps = step_filter.drawn
        best: _Attempt | None = None
        for scale in BASES:
            found = self._best_at(scale, collector, step_filter, state)
            if best is None or not found.has_grown:
                best = found
            if not found.has_grown:
                break
        assert best is not None
        placing, placement = best.placing, best.placement
        self._usual_room, self._room, self._folds = best.canvas, best.room, best.folds
        self._known.clear()  # from other attempts
        scale = placing.best_scale(self._canvas, self._scales, best)
        room = room_in(self._canvas, scale)
        if scale != best.scale:
            placement = placing.place(room)
        canvas = _beside(placing.shelf, room)
        self._plan = Plan(
            facts, best.arranged, placement, placing.width, scale, placing.shelf, canvas
        )
        # It keeps the objects of its first step.
        del self._walk

    def _best_at(
        self, scale: float, collector: FactCollector, step_filter: StepFilter, last: State
    ) -> "_Attempt":
        """Try shares of the room at a scale; return the best attempt: it fits, and moves least."""
        canvas = self._usual_room = room_in(self._canvas, scale)
        facts, widest = self._facts, 0.0
        for state, _ in self._walk(step_filter.wide):
            maker = self._maker(state, canvas.width)
            widest = max(widest, wanted_width(maker, column_of(maker, state, canvas.height)))
        width = column_width(widest, canvas.width)
        self._room = canvas.width - width - LANE
        shelf = self._shelf(last)
        sizes = self._node_sizes() if facts.nodes else {}
        arranged = self._arrange(collector, sizes)
        best: _Attempt | None = None
        for share in (None, *SHARES):
            if share is not None:
                known = self._folds.structures
                if sizes:
                    arranged = self._arrange(collector, sizes, share)
                self._make_room(collector.focus, arranged, share)
                if not self._folds.crowded and self._folds.structures == known:
                    continue
            units = UnitCollector(facts, arranged, width, canvas.height)
            self._observe_units(units)
            units_there = tuple(units.units(step_filter.last))
            placing = _PlacementInput(units_there, width, units.tallest, step_filter.last, shelf)
            placement = placing.place(canvas)
            moved = (
                placement.all_moved if placement.all_moved > MAX_MOVES * step_filter.count else 0
            )
            tried = _Attempt(
                scale, canvas, self._room, self._folds, arranged, placing, placement, moved
            )
            if best is None or tried.rank < best.rank:
                best = tried
            if tried.rank == (False, 0):
                break
        assert best is not None
        return best

    def _observe_units(self, units: UnitCollector) -> None:
        for state, delta in self._walk(sorted(self._folds.steps().union(self._steps) - {0})):
            units.observe(self._maker(state, self._room), state, delta)

    def _make_room(self, focus: Focus, arranged: Arrangement, share: float) -> None:
        """Fold distant objects, so that no step takes more than a share of the canvas."""
        room = Size(self._room, self._usual_room.height)
        crowding = Crowding(self._facts, focus, arranged, room, share)
        self._folds = replace(self._folds, crowded=crowding.folded)
        comes = {step: added for step, added, _ in focus.near.events}
        others = self._folds.steps().union(self._steps) - {0}
        for state, delta in self._walk(sorted(others | comes.keys())):
            step = delta.step.number
            added = comes.get(step, frozenset())
            if step in others or crowding.has_folded(added):
                maker = self._maker(state, self._room)
                column = column_of(maker, state, self._usual_room.height)
                crowding.observe(maker, roots(maker, column, state), step, added)

    def _arrange(
        self, collector: FactCollector, sizes: Mapping[int, Size], share: float = 1.0
    ) -> Arrangement:
        """Arrange chains and trees; fold those too large for a share of the room."""
        facts = self._facts
        room = Size(share * self._room, share * STRUCTURE_SHARE * self._usual_room.height)
        spacings = spacings_of(facts, sizes, room, self._measure, is_tight=share < 1)
        structures = folded_structures(facts, collector.focus, spacings)
        self._folds = replace(self._folds, structures=structures)
        self._known.clear()
        return Arrangement(facts, sizes, self._room)

    @property
    def scale(self) -> float:
        """The scale at which the window would show it, 1 being 100 %."""
        return self._plan.scale if self._plan is not None else 1.0

    def _node_sizes(self) -> dict[int, Size]:
        found: dict[int, Size] = {}
        for state, delta in self._walk(self._steps):
            touched = [
                change.serial for change in delta.objects if change.serial in self._facts.nodes
            ]
            maker = self._maker(state, self._room) if touched else None
            for serial in touched:
                checkpoint()
                if maker is None or serial not in state.heap:
                    continue
                block, known = maker.whole(serial), found.get(serial, Size(0, 0))
                width, height = max(known.width, block.width), max(known.height, block.height)
                found[serial] = Size(width, height)
        return found

    def _open(self, maker: Maker, found: ReachedBlocks, selected: int | None) -> bool:
        """Open the selected object; return whether that changes the drawing."""
        thing = opened(maker, found, selected) if selected is not None else NOTHING
        if thing != self._opened.opened:
            self._opened = replace(self._folds, opened=thing)
            self._known.clear()
        return thing != NOTHING

    def _shelf(self, state: State) -> CodeShelf:
        if self._level is not Level.REGIONS:
            return NO_CODE
        width = self._usual_room.width - 2 * AROUND
        return code_shelf(self._maker(state, self._room), state, width)

    def _maker(self, state: State, room: float, folds: Folds | None = None) -> Maker:
        step = state.step.number if state.step is not None else 0
        names = GeneratorNames(state)
        facts, known = self._facts, self._known
        folds = folds or self._folds
        return Maker(
            state.heap, facts, self._measure, step, room, names, known, folds, self._hidden
        )

    def sheet(self, state: State, delta: Delta | None = None, selected: int | None = None) -> Sheet:
        """Return the picture of ``state``; ``delta`` is the change that led to it.

        The ``selected`` object is not folded.
        """
        if self._plan is None:
            self.plan()
        plan = self._plan
        assert plan is not None
        assert state.step is not None
        step = state.step.number
        maker = self._maker(state, self._room)
        height = min(self._usual_room.height, plan.canvas.height)
        column = column_of(maker, state, height)
        found = reach(maker, roots(maker, column, state))
        if self._open(maker, found, selected):
            maker = self._maker(state, self._room, self._opened)
            column = column_of(maker, state, height)
            found = reach(maker, roots(maker, column, state))
        boxes = (*stack(maker, column, plan.column), *_cards(maker, found, plan, step))
        changes = changes_of(state, delta)
        wanted = wanted_arrows(maker, column, found, boxes, changes)
        marks = index_marks(maker, state, boxes)
        rects = {box.key: box.rect for box in boxes}
        routes = self._router.route(rects, wanted, marks, plan.room_of_labels)
        behind: tuple[Ground, ...] = ()
        if self._level is Level.REGIONS:
            boxes = (*boxes, *code_boxes(maker, state, plan.shelf))
            behind = grounds(boxes, state, plan.shelf, plan.column, plan.canvas)
        bounds = _bounds((*(box.rect for box in boxes), *(one.rect for one in behind)))
        must = _must_see(column, found, boxes, changes)
        by_key = {box.key: box for box in boxes}
        seen = _to_be_seen(must, column, found, by_key)
        view = _view(seen, bounds.with_margins(MARGINS), self._canvas, plan.scale)
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
            _unreachable(boxes, state) if plan.facts.has_unreachable else frozenset(),
            _counts(boxes, state, delta) if self._level.has_counts else {},
            behind,
            by_key,
        )


def _beside(shelf: CodeShelf, room: Size) -> Size:
    """Return the room for frames and objects that regions leave."""
    if shelf is NO_CODE:
        return room
    return Size(room.width - 2 * AROUND, room.height - shelf.height - TITLE - BETWEEN - AROUND)


def _unreachable(boxes: Iterable[Placed], state: State) -> frozenset[int]:
    """Return the unreachable objects that are drawn."""
    drawn = (serial for box in boxes for serial in box.block.anchors if serial in state.heap)
    return frozenset(serial for serial in drawn if state.heap[serial].unreachable)


def _counts(boxes: Iterable[Placed], state: State, delta: Delta | None) -> dict[int, Count]:
    """Return the counts of all objects whose blocks have space for them."""
    changed = {one.serial: one.old for one in delta.objects} if delta is not None else {}
    found = {}
    for box in boxes:
        for shape in box.block.shapes:
            if shape.form is Form.COUNT and shape.serial in state.heap:
                now = state.heap[shape.serial]
                before = changed.get(shape.serial, now)
                old = before.refcount if before is not None else None
                found[shape.serial] = Count(now.refcount, old, now.is_measured)
    return found


def _cards(maker: Maker, found: ReachedBlocks, plan: Plan, step: int) -> list[Placed]:
    """Return the placed blocks of objects; those that were not planned are put below."""
    made: list[Placed] = []
    unforeseen = []
    for serial, block in found.blocks.items():
        corner = plan.placement.at(plan.arranged.unit_of(serial), step)
        if corner is None:
            unforeseen.append((serial, block))
            continue
        at = plan.arranged.place_in(serial, step, maker.folds)
        made.append(_placed(maker, found, serial, corner.moved(*at), block))
    y = max((box.rect.bottom + GAP for box in made), default=0.0)
    for serial, block in unforeseen:
        made.append(_placed(maker, found, serial, Point(plan.column + LANE, y), block))
        y += block.height + GAP
    return made


def _placed(maker: Maker, found: ReachedBlocks, serial: int, at: Point, block: Block) -> Placed:
    if serial in found.stubs:
        return Placed(found.key_of(serial), BoxKind.GROUP, at.x, at.y, block, is_folded=True)
    kind = BoxKind.VALUE if maker.is_value(maker.heap[serial]) else BoxKind.CARD
    return Placed(object_key(serial), kind, at.x, at.y, block)


def _bounds(rects: Iterable[Rect]) -> Rect:
    whole = Rect(0, 0, 0, 0)
    for rect in rects:
        whole = whole.united(rect)
    return whole


def _must_see(
    column: Column, found: ReachedBlocks, boxes: tuple[Placed, ...], changes: Changes
) -> tuple[Key, ...]:
    """Return the running frame, the changed and new boxes, and the targets of changes."""
    keys: dict[Key, None] = {}
    if column.running is not None:
        keys[column.running] = None
    for box in boxes:
        for one in box.block.fields:
            if (one.holder, one.slot) not in changes.fields:
                continue
            keys[box.key] = None
            if one.target in found.inside:
                keys[found.key_of(found.inside[one.target][0])] = None
        if any(serial in changes.new for serial in box.block.anchors):
            keys[box.key] = None
    return tuple(keys)


def _view(seen: Iterable[Rect], whole: Rect, canvas: Size, scale: float) -> Rect:
    """Return everything if it fits; else as much of the required rectangles as possible."""
    width, height = canvas.width / scale, canvas.height / scale
    left, top = whole.x, whole.y
    if whole.width <= width and whole.height <= height:
        return Rect(left, top, width, height)
    wanted: Rect | None = None
    for rect in seen:
        both = rect if wanted is None else wanted.united(rect)
        if wanted is None or (both.width <= width and both.height <= height):
            wanted = both
    if wanted is None:
        return Rect(left, top, width, height)
    return Rect(
        left + _start(wanted.x - left, wanted.right - left, width, whole.width),
        top + _start(wanted.y - top, wanted.bottom - top, height, whole.height),
        width,
        height,
    )


def _to_be_seen(
    must: Iterable[Key], column: Column, found: ReachedBlocks, boxes: Mapping[Key, Placed]
) -> Iterator[Rect]:
    """Yield the required rectangles, then those of the running frame's other targets."""
    yield from (boxes[key].rect for key in must if key in boxes)
    running = boxes.get(column.running) if column.running is not None else None
    for one in ports_of(running.block) if running is not None else ():
        inside = found.inside.get(one.target)
        if inside is not None:
            yield boxes[found.key_of(inside[0])].rect


def _start(low: float, high: float, room: float, end: float) -> float:
    """Return the start of a view from ``low`` to ``high``, as small as possible."""
    if high <= room:
        return 0
    return max(0, min(low, max(high - room, 0), max(end - room, 0)))
