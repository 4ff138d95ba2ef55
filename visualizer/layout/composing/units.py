"""Collects the units to place over the whole recording: their sizes and preferred places.

This is the second pass over a recording: ``FactCollector`` has decided which objects are nested.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from visualizer.layout.analysis.clocks import Clocks
from visualizer.layout.analysis.facts import Facts, Level
from visualizer.layout.blocks.block import Block, Field
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.composing.arranged import Arrangement
from visualizer.layout.composing.lanes import LeadingRow, LeadingRows
from visualizer.layout.composing.making import maker_at
from visualizer.layout.composing.reach import SUSPENDED, DrawnStep
from visualizer.layout.composing.regions import EMPTY_STACK, region_of
from visualizer.layout.composing.stack import Column, column_of, stack
from visualizer.layout.folding.callers import Callers, Pressing
from visualizer.layout.picture import Point, RegionKind
from visualizer.layout.placing.unit import Size, Unit, UnitKey, Wish
from visualizer.layout.routing.ways import OWN_LANES
from visualizer.layout.sheet import Placed
from visualizer.model import Delta, HeapObject, Named, Scalar, State, own_names

LANE = 42
"""The usual gap between the frames and the first column of objects."""
_ACROSS, _UP = 30, 12
_MOST_LEADING = 60
"""The maximum number of steps whose rows with arrows are kept."""
_MOST = 0.5
"""A keeper refers to its unit for more than this share of the steps that show it."""
_SHELVED = 1 / 3
"""Global names refer to a unit on a shelf for more than this share of the steps that show it.

A shelf keeps room free from the first step on, so a name that comes late gets none.
"""
_GLOBALS = "globals"
"""The global names as a holder."""


class Keepers:
    """Measures for how long each holder, an object or the global names, refers to units."""

    def __init__(self) -> None:
        self._held: dict[Hashable, Mapping[UnitKey, Wish]] = {}
        """The units to which each holder refers now, with the wish to stand beside its slot."""
        self._times: Clocks[tuple[UnitKey, Hashable]] = Clocks()
        self._wishes: defaultdict[UnitKey, dict[Hashable, Wish]] = defaultdict(dict)

    def note(self, holder: Hashable, held: Mapping[UnitKey, Wish], step: int) -> None:
        """Note to which units a holder refers from a step on."""
        before = self._held.pop(holder, {})
        for unit in before.keys() - held.keys():
            self._times.stop((unit, holder), step)
        for unit in held.keys() - before.keys():
            self._times.start((unit, holder), step)
            self._wishes[unit].setdefault(holder, held[unit])
        if held:
            self._held[holder] = held

    def keeper(self, unit: UnitKey, life: int, end: int) -> Wish | None:
        """Return the wish of a unit beside its keeper, if it has one among the holders.

        ``life`` is the number of steps that show the unit, ``end`` the step after the last.
        """
        wishes = self._wishes.get(unit, {})
        times = {holder: self._times.total((unit, holder), end) for holder in wishes}
        longest = max(times, key=times.__getitem__, default=None)
        return wishes[longest] if longest is not None and times[longest] > _MOST * life else None

    def is_shelved(self, unit: UnitKey, life: int, end: int) -> bool:
        """Whether the global names refer to a unit for long enough to have it on the shelf."""
        return self._times.total((unit, _GLOBALS), end) > _SHELVED * life


class UnitCollector:
    """Collects units; call ``observe`` once for each step, in order, then ``units``.

    ``tallest`` is the greatest height of the frames, over steps that show all of them; ``leading``
    has rows of frames that refer to many cards; ``folds_callers`` is true if a step has no room for
    all callers, ``lacks_room`` if one has none for all frames, ``hides_marks`` if a frame leaves
    out functions or classes.
    """

    def __init__(self, facts: Facts, arranged: Arrangement, width: float, height: float) -> None:
        self._facts = facts
        self._arranged = arranged
        self._width, self._height = width, height
        self._intervals: defaultdict[UnitKey, list[list[int]]] = defaultdict(list)
        self._sizes: defaultdict[UnitKey, list[tuple[int, Size]]] = defaultdict(list)
        self._wishes: defaultdict[UnitKey, list[tuple[int, Wish]]] = defaultdict(list)
        self._keepers = Keepers()
        self._cards: set[int] = set()
        """The cards of the previous step."""
        self._rows: dict[str, float] = {}
        self._here: set[UnitKey] = set()
        self._heavy: set[tuple[int, int, int]] = set()
        self.tallest = 0.0
        self.leading: dict[Hashable, LeadingRows] = {}
        self.folds_callers = self.lacks_room = self.hides_marks = False

    def observe(self, drawn: DrawnStep, delta: Delta) -> None:
        """Record the blocks of a step."""
        maker, column, found = drawn
        step, sizes = maker.step, self._arranged.sizes(found.blocks, maker.step, maker.folds)
        self._note_height(maker, column)
        self.folds_callers |= any(
            folds and one not in self._facts.recurring for one, folds in _callers_in(column).items()
        )
        self.lacks_room |= self.folds_callers or column.needed > self._height
        self.hides_marks |= any(call.more_marks for call in column.calls)
        self._record_departures(self._here - sizes.keys(), step)
        added = sizes.keys() - self._here
        boxes = self._stack(maker, column) if added or delta.globals else ()
        self._note_rows(boxes[:1])
        self._note_leading(drawn, boxes)
        for unit, size in sizes.items():
            before = self._sizes[unit]
            if not before or before[-1][1] != size:
                before.append((step, size))
            if unit in added:
                self._intervals[unit].append([step, step + 1])
                self._wishes[unit].append((step, self._wish(maker, unit, found.blocks, boxes)))
        self._here = set(sizes)
        self._note_keepers(maker, found.blocks, delta)
        self._note_names(boxes[:1], step)

    def _note_height(self, maker: Maker, column: Column) -> None:
        weight, below = column.weight, 0.0
        if column.left_out:
            return
        has_regions = maker.facts.level is Level.REGIONS
        if has_regions and all(region_of(call.key) is RegionKind.DATA for call in column.calls):
            below = EMPTY_STACK
        if column.needed + below <= self._height:
            self.tallest = max(self.tallest, column.needed + below)
        if weight in self._heavy:
            return
        self._heavy.add(weight)
        lowest = max((box.rect.bottom for box in self._stack(maker, column)), default=0.0)
        self.tallest = max(self.tallest, lowest + below)

    def _note_leading(self, drawn: DrawnStep, boxes: tuple[Placed, ...]) -> None:
        if not boxes or len(self.leading) >= _MOST_LEADING:
            return
        maker, column, found = drawn
        key = column.weight, *column.targets
        if key in self.leading:
            return
        rows = []
        for box in boxes:
            for one in box.block.ports:
                if one.port is not None and (block := found.blocks.get(one.target)) is not None:
                    unit = self._arranged.unit_of(one.target)
                    top = self._arranged.place_in(one.target, maker.step, maker.folds).y
                    rows.append(LeadingRow(box.y + one.port.y, unit, top, top + block.height))
        if len(rows) > OWN_LANES:
            self.leading[key] = LeadingRows(maker.step, tuple(rows))

    def _stack(self, maker: Maker, column: Column) -> tuple[Placed, ...]:
        return stack(maker, column, self._width, has_lines=False)

    def _note_keepers(self, maker: Maker, blocks: dict[int, Block], delta: Delta) -> None:
        """Note to which other units the cards refer that are new, changed or gone."""
        gone = self._cards - blocks.keys()
        changed = {self._facts.card_of(one.serial) for one in delta.objects} & self._cards
        for serial in gone | changed | (blocks.keys() - self._cards):
            block = blocks.get(serial)
            held = self._held_by(maker, serial, block) if block is not None else {}
            self._keepers.note(serial, held, maker.step)
        self._cards = set(blocks)

    def _held_by(self, maker: Maker, serial: int, block: Block) -> dict[UnitKey, Wish]:
        """Return the other units to which a card refers, with the wishes to stand beside it."""
        held: dict[UnitKey, Wish] = {}
        own = self._arranged.unit_of(serial)
        for one in block.ports:
            unit = self._arranged.unit_of(one.target)
            wish = self._beside(maker, serial, block, one) if unit != own else None
            if wish is not None:
                held.setdefault(unit, wish)
        return held

    def _note_names(self, boxes: tuple[Placed, ...], step: int) -> None:
        """Note to which units the global names refer."""
        for box in boxes:
            held: dict[UnitKey, Wish] = {}
            for one in box.block.ports:
                held.setdefault(self._arranged.unit_of(one.target), self._beside_row(box, one))
            self._keepers.note(_GLOBALS, held, step)

    def _record_departures(self, removed: set[UnitKey], step: int) -> None:
        for unit in removed:
            self._intervals[unit][-1][1] = step

    def _note_rows(self, boxes: tuple[Placed, ...]) -> None:
        for box in boxes:
            for one in box.block.fields:
                self._rows[str(one.slot.name)] = box.y + one.rect.y

    def _wish(
        self, maker: Maker, unit: UnitKey, blocks: dict[int, Block], boxes: tuple[Placed, ...]
    ) -> Wish:
        """Return the wish for the height of a referring slot: a global name's, else a frame's."""
        left = self._width + LANE
        for box in boxes:
            for one in box.block.ports:
                if self._leads_to(one.target, unit, blocks):
                    return self._beside_row(box, one)
        for serial, block in blocks.items():
            owner = self._arranged.unit_of(serial)
            if owner == unit:
                continue
            for one in block.ports:
                if self._leads_to(one.target, unit, blocks):
                    wish = self._beside(maker, serial, block, one)
                    if wish is not None:
                        return wish
        below = max((box.rect.bottom for box in boxes), default=0)
        return Wish(None, Point(left, below if unit == SUSPENDED else 0))

    def _beside_row(self, box: Placed, one: Field) -> Wish:
        return Wish(None, Point(self._width + LANE, max(0, box.y + one.rect.y - 4)))

    def _beside(self, maker: Maker, serial: int, block: Block, one: Field) -> Wish | None:
        """Return the wish to stand right of a slot with an arrow."""
        if one.port is None:
            return None
        at = self._arranged.place_in(serial, maker.step, maker.folds)
        x, y = at.x + block.width + _ACROSS, at.y + one.port.y - _UP
        return Wish(self._arranged.unit_of(serial), Point(x, y))

    def _leads_to(self, target: int, unit: UnitKey, blocks: dict[int, Block]) -> bool:
        if target in blocks:
            return self._arranged.unit_of(target) == unit
        return any(
            target in block.anchors
            for serial, block in blocks.items()
            if self._arranged.unit_of(serial) == unit
        )

    def units(self, last: int) -> Iterator[Unit]:
        """Yield all units in order of appearance; ``last`` is the last step."""
        self._record_departures(self._here, last + 1)
        for unit, stays in self._intervals.items():
            life = sum(end - start for start, end in stays)
            is_shelved = self._keepers.is_shelved(unit, life, last + 1)
            yield Unit(
                unit,
                tuple((start, end) for start, end in stays),
                tuple(self._sizes[unit]),
                tuple(self._wishes[unit]),
                self._shelf(unit) if is_shelved else None,
                self._keepers.keeper(unit, life, last + 1),
            )

    def _shelf(self, unit: UnitKey) -> float | None:
        rows = (
            self._rows[name]
            for name, serial in self._facts.lasting.items()
            if name in self._rows and serial == unit
        )
        return min(rows, default=None)


def is_still(delta: Delta) -> bool:
    """Whether a step leaves all names and objects unchanged."""
    step = delta.step
    is_plain = step.number > 1 and step.exception is None and step.value is None
    return is_plain and not (delta.objects or delta.globals or delta.stacks)


def pressing_calls(
    usual: Maker, walk: Callable[[], Iterable[tuple[State, Delta]]], height: float, last: int
) -> Pressing:
    """Find the calls whose callers are lines even where they have room, with the steps.

    ``walk`` yields the steps at which calls begin or end; ``last`` is the last of all steps.
    """
    found = usual.folds.pressing
    while True:
        callers = Callers()
        folds = replace(usual.folds, pressing=found)
        for state, delta in walk():
            column = column_of(maker_at(usual, state, folds), state, height)
            callers.observe(_callers_in(column), delta.step.number)
        before, found = found, callers.pressing(last + 1, found)
        if found == before:
            return found


def _callers_in(column: Column) -> dict[int, bool]:
    """Return for each call that a shown frame made whether that frame is folded."""
    return {
        int(call.key.name): is_folded
        for is_folded, call, thread in zip(
            column.is_folded, column.calls[1:], column.threads[1:], strict=False
        )
        if call.key.kind == "frame" and not thread
    }


def is_quiet(delta: Delta, state: State) -> bool:
    """Whether a step leaves all cards unchanged and only rebinds names to plain values."""
    step = delta.step
    if step.number == 1 or step.exception is not None:
        return False
    if step.value is not None and not _is_value(state.heap.get(step.value)):
        return False
    if any(not _is_value(change.old or change.new) for change in delta.objects):
        return False
    freed = {change.serial for change in delta.objects if change.new is None}

    def cards(names: Named | None) -> list[tuple[str, int]]:
        """Return the names of objects other than plain values; freed objects were plain values."""
        return [
            pair
            for pair in names or ()
            if pair[1] not in freed and not _is_value(state.heap.get(pair[1]))
        ]

    return all(cards(names.old) == cards(names.new) for names in delta.globals) and all(
        len(change.old or ()) == len(change.new or ())
        and all(
            one is other
            or (one.operands == other.operands and cards(own_names(one)) == cards(own_names(other)))
            for one, other in zip(change.old or (), change.new or (), strict=True)
        )
        for change in delta.stacks
    )


def _is_value(thing: HeapObject | None) -> bool:
    return thing is not None and isinstance(thing.content, Scalar)
