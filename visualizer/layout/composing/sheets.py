"""Lays out the steps of a recording: a plan decides over all steps, then each is drawn alone."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import reduce

from visualizer.layout.analysis.facts import Facts, Level
from visualizer.layout.blocks.block import Block, Form
from visualizer.layout.blocks.evaluation_stack import EvaluationStack
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.composing.attempts import USUAL, Plan, Scales
from visualizer.layout.composing.changes import Changes, change_in, changes_of, shown_by
from visualizer.layout.composing.leads import index_marks, wanted_arrows
from visualizer.layout.composing.making import maker_at
from visualizer.layout.composing.operands import counts_of, with_operands
from visualizer.layout.composing.planning import Planner
from visualizer.layout.composing.reach import DrawnStep, ReachedBlocks, drawn_step, opened
from visualizer.layout.composing.regions import code_boxes, grounds, title_areas
from visualizer.layout.composing.stack import Column, stack
from visualizer.layout.composing.walking import Start, Walk, walk_of
from visualizer.layout.folding.folds import NOTHING, NOTHING_ASKED, Asked, Folds
from visualizer.layout.measure import TextMeasure
from visualizer.layout.picture import Key, Point, Rect, object_key
from visualizer.layout.placing.growing import with_room
from visualizer.layout.placing.unit import Size
from visualizer.layout.routing import Router
from visualizer.layout.sheet import MARGINS, BoxKind, Count, Ground, Placed, Sheet
from visualizer.model import DamagedRecording, Delta, State
from visualizer.model.delta import SteppedRecording, readable_until

__all__ = ["CANVAS", "Asked", "Plan", "Scales", "Sheets", "Start", "Walk", "walk_of"]

CANVAS = Size(745, 595)
PART = 5_000
"""The number of steps that are planned together: a longer recording is planned in parts."""
GAP = 18
"""The gap between blocks that have no planned place."""


def part_of(steps: int, step: int) -> tuple[int, int]:
    """Return the first and last step of the part that contains ``step``."""
    first = (step - 1) // PART * PART + 1
    return first, min(first + PART - 1, steps)


class Sheets:
    """The pictures of all steps; a step's picture does not depend on those requested before.

    The first sheet runs ``plan``, which reads all steps. ``hidden`` are the types of objects that
    are not drawn. An ``is_brief`` plan takes less time; it is used until the full plan is ready.
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
        is_brief: bool = False,
    ) -> None:
        self._planner: Planner | None = Planner(
            walk, texts, measure, level, canvas, scales=scales, hidden=hidden, is_brief=is_brief
        )
        self._level, self._canvas = level, canvas
        self._router = Router(measure)
        self._maker = Maker({}, Facts(), measure, 0, 0.0)
        self._opened = Folds()
        self._plan: Plan | None = None

    def plan(self) -> None:
        """Read the whole recording and decide all places, with checkpoints on the way."""
        if self._planner is None:
            return
        plan = self._plan = self._planner.plan()
        self._maker = Maker(
            *({}, plan.facts, self._maker.measure, 0, plan.room),
            folds=plan.folds,
            names=plan.names,
            letters=plan.letters,
            lines=plan.lines,
            column=plan.column,
        )
        self._opened = plan.folds
        self._planner = None  # The planner keeps the objects of its first step.

    @property
    def scale(self) -> float:
        """The scale at which the window would show the recording, 1 being 100 %."""
        return self._plan.scale if self._plan is not None else 1.0

    def _open(self, maker: Maker, found: ReachedBlocks, asked: Asked) -> bool:
        """Open what the user asks for; return whether that changes the drawing."""
        thing = opened(maker, found, asked)
        if thing != self._opened.opened:
            self._opened = replace(self._maker.folds, opened=thing)
            self._maker.known.clear()
        return thing != NOTHING

    def _drawn(self, state: State, asked: Asked, height: float) -> tuple[DrawnStep, ReachedBlocks]:
        """Return the frames and blocks of a step, and the blocks as the plan folds them."""
        drawn = planned = drawn_step(maker_at(self._maker, state), state, height)
        if self._open(drawn.maker, drawn.found, asked):
            drawn = drawn_step(maker_at(self._maker, state, self._opened), state, height)
        return drawn, planned.found

    def sheet(
        self,
        state: State,
        delta: Delta | None = None,
        asked: Asked = NOTHING_ASKED,
        operands: EvaluationStack | None = None,
    ) -> Sheet:
        """Return the picture of ``state``; ``delta`` is the change that led to it.

        What the user has ``asked`` for is not folded. For a moment inside a line, ``operands`` are
        the values made since the step; ``state`` is that of the moment, and ``delta`` leads to it
        from the step.
        """
        self.plan()
        plan = self._plan
        assert plan is not None
        assert state.step is not None
        drawn, planned = self._drawn(state, asked, min(plan.height, plan.canvas.height))
        maker, column, found = drawn
        boxes = _boxes(drawn, planned, plan, state, operands)
        changes = changes_of(state, delta) if operands is None else change_in(operands)
        changes = shown_by(boxes, changes)
        wanted = wanted_arrows(maker, column, found, boxes, changes, operands=operands)
        marks = index_marks(maker, state, boxes)
        rects = {box.key: box.rect for box in boxes}
        behind: tuple[Ground, ...] = ()
        if self._level is Level.REGIONS:
            boxes = (*boxes, *code_boxes(maker, state, plan.shelf))
            behind = grounds(
                maker, boxes, state, plan.shelf, column=plan.column, canvas=plan.canvas
            )
            rects |= title_areas(behind)
        routes = self._router.route(rects, wanted, marks, plan.room_of_labels)
        whole = (*(box.rect for box in boxes), *(one.rect for one in behind))
        bounds = reduce(Rect.united, whole, Rect(0, 0, 0, 0))
        must = _must_see(column, found, boxes, changes)
        by_key = {box.key: box for box in boxes}
        seen = _to_be_seen(must, column, found, by_key)
        view = _view(seen, bounds.with_margins(MARGINS), self._canvas, plan.scale)
        return Sheet(
            state.step.number,
            boxes,
            routes.arrows,
            routes.tags,
            bounds,
            plan.scale,
            view,
            column.running,
            changes.fields,
            _outlines(boxes, state, changes, plan.facts),
            must,
            _counts(boxes, state, delta, operands) if self._level.has_counts else {},
            behind,
            by_key,
        )


def sheets_around(
    recording: SteppedRecording,
    step: int,
    measure: TextMeasure,
    level: Level,
    canvas: Size = CANVAS,
) -> tuple[Sheets, range]:
    """Plan the part that contains ``step`` as the window does; also return its steps.

    Of a damaged part, these are the readable steps around ``step``. Raises ``DamagedRecording`` if
    the step itself cannot be read.
    """
    first, last = part_of(recording.steps, step)
    steps = range(first, last + 1)
    try:
        return _planned(recording, steps, measure, level, canvas), steps
    except DamagedRecording:
        steps = _readable(recording, steps, step)
        return _planned(recording, steps, measure, level, canvas), steps


def _planned(
    recording: SteppedRecording, steps: range, measure: TextMeasure, level: Level, canvas: Size
) -> Sheets:
    walk = walk_of(recording, steps[0], steps[-1])
    sheets = Sheets(walk, recording.sources, measure, level, canvas)
    sheets.plan()
    return sheets


def _readable(recording: SteppedRecording, steps: range, step: int) -> range:
    """Return the readable ones of ``steps`` before and after ``step``."""
    last, _ = readable_until(recording, step, steps[-1])
    cursor, first = recording.cursor(), step
    with suppress(DamagedRecording):
        while first > steps[0]:
            cursor.delta(first - 1)
            first -= 1
    return range(first, last + 1)


def _boxes(
    drawn: DrawnStep,
    planned: ReachedBlocks,
    plan: Plan,
    state: State,
    operands: EvaluationStack | None,
) -> tuple[Placed, ...]:
    """Return frames and cards at their places, and the evaluation stack below its frame."""
    maker, column, found = drawn
    boxes = (*stack(maker, column, plan.column), *_cards(maker, found, planned, plan))
    if operands is None:
        return boxes
    return with_operands(maker, state, boxes=boxes, found=found, plan=plan, operands=operands)


def _outlines(
    boxes: Iterable[Placed], state: State, changes: Changes, facts: Facts
) -> dict[int, Outline]:
    """Return the marks of objects; those of unreachable objects that are drawn come first."""
    found = dict.fromkeys(changes.less, Outline.LESS) | dict.fromkeys(changes.new, Outline.NEW)
    if facts.has_unreachable:
        drawn = (serial for box in boxes for serial in box.block.anchors if serial in state.heap)
        lost = (serial for serial in drawn if state.heap[serial].unreachable)
        found |= dict.fromkeys(lost, Outline.LOST)
    return found


def _counts(
    boxes: Iterable[Placed],
    state: State,
    delta: Delta | None,
    operands: EvaluationStack | None,
) -> dict[int, Count]:
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
    return found | (counts_of(operands, state.heap) if operands is not None else {})


def _cards(maker: Maker, found: ReachedBlocks, planned: ReachedBlocks, plan: Plan) -> list[Placed]:
    """Return the placed blocks of objects; those that were not planned are put below.

    A block that is larger than planned moves those at its right and below it away.
    """
    made: list[Placed] = []
    unforeseen = []
    step = maker.step
    for serial, block in found.blocks.items():
        corner = plan.placement.at(plan.arranged.unit_of(serial), step)
        if corner is None:
            unforeseen.append((serial, block))
            continue
        at = plan.arranged.place_in(serial, step, maker.folds)
        made.append(_placed(maker, found, serial, corner.moved(*at), block))
    if found is not planned:
        sizes = {found.key_of(one): block.rect for one, block in planned.blocks.items()}
        made = with_room(made, sizes)
    y = max((box.rect.bottom + GAP for box in made), default=0.0)
    for serial, block in unforeseen:
        made.append(_placed(maker, found, serial, Point(plan.column + plan.gap, y), block))
        y += block.height + GAP
    return made


def _placed(maker: Maker, found: ReachedBlocks, serial: int, at: Point, block: Block) -> Placed:
    if found.is_group(serial):
        is_folded = serial in found.stubs
        return Placed(found.key_of(serial), BoxKind.GROUP, at.x, at.y, block, is_folded)
    kind = BoxKind.VALUE if maker.values.is_own_value(maker.heap[serial]) else BoxKind.CARD
    return Placed(object_key(serial), kind, at.x, at.y, block)


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
        if not (changes.new | changes.less).isdisjoint(box.block.anchors):
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
    for one in running.block.ports if running is not None else ():
        inside = found.inside.get(one.target)
        if inside is not None:
            yield boxes[found.key_of(inside[0])].rect


def _start(low: float, high: float, room: float, end: float) -> float:
    """Return the smallest start of a view that shows ``low`` to ``high``."""
    if high <= room:
        return 0
    return max(0, min(low, max(high - room, 0), max(end - room, 0)))
