"""Cards in their places, with their badges and the signs of what the step changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from visualizer.layout.cards import object_card, pill_card
from visualizer.layout.cursors import cursor_rects
from visualizer.layout.foresight import Foresight
from visualizer.layout.grid import Grid
from visualizer.layout.marks import Marks
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import (
    Badge,
    Box,
    Card,
    CardKind,
    Mark,
    Nested,
    PartKind,
    Rect,
    object_key,
)
from visualizer.layout.sight import Call
from visualizer.layout.sizes import FRAME_HEADER, MOST_NAMES, ROW, UNDER_LOWEST_HEAD
from visualizer.layout.spots import Spot
from visualizer.model import HeapObject, Scalar


@dataclass(frozen=True, slots=True)
class BoxMaker:
    """Makes the boxes of one step. Counts, addresses and sizes belong to levels 3 and 4."""

    foresight: Foresight
    grid: Grid
    heap: Mapping[int, HeapObject]
    marks: Marks
    level: int
    iterators: Mapping[int, tuple[int, ...]]
    time: int

    def rect(self, spot: Spot, card: Card, lowest: float) -> Rect:
        """A card is as wide as it ever is, and as high as its content and its heads need.

        ``lowest`` is the height of the lowest head.
        """
        width = max(card.width, self.foresight.width(spot.key, self.time))
        width = min(width, self.grid.width_of(spot.column) - card.aside)
        height = max(card.height, lowest - spot.y + UNDER_LOWEST_HEAD)
        left = self.grid.left_of(spot.column)
        if spot.key.kind == "globals" and self.grid.sides and self.foresight.closed:
            # All threads have them: they stand above the calls of all columns.
            right = left + self.grid.width_of(spot.column)
            left = self.grid.sides[-1].left
            width = right - left
        return Rect(left, spot.y, width, height)

    def frame(self, call: Call, card: Card, rect: Rect, time: int) -> Box:
        """The box of a call, with the names that the step deleted, and those it did before."""
        slots = self.marks.slots.get(call.key, {})
        lost: tuple[tuple[str, float], ...] = ()
        if Mark.FREED in slots.values() and not call.folded:
            rows = self.foresight.rows[call.key].lost_at(time)
            lost = tuple((name, _height_of(row)) for name, row in rows)
            bottom = max((y + ROW for _, y in lost), default=0)
            rect = rect._replace(height=max(rect.height, bottom))
        return Box(
            call.key,
            card,
            rect,
            running=call.running,
            mark=self.marks.cards.get(call.key, Mark.NONE),
            marks=tuple(slots.items()),
            lost=lost,
            gone=() if call.folded else self._gone(call, time),
        )

    def _gone(self, call: Call, time: int) -> tuple[tuple[str, float], ...]:
        """The rows that names left empty: no row below moves up, so it is said why."""
        rows = self.foresight.rows[call.key].gone_at(time)
        return tuple((name, _height_of(row)) for name, row in rows if row < MOST_NAMES)

    def object(
        self, thing: HeapObject, card: Card, rect: Rect, turned: tuple[float, ...] = ()
    ) -> Box:
        """The box of an object; ``turned`` are its ports at the left edge."""
        numbers = self.level >= 3
        key = object_key(thing.serial)
        mark = self.marks.cards.get(key, Mark.NONE)
        return Box(
            key,
            card,
            rect,
            self._badge(thing) if numbers else None,
            thing.address if numbers else 0,
            thing.size if numbers else 0,
            mark=mark,
            marks=tuple(self.marks.slots.get(key, {}).items()),
            pills=self._pills(card) if numbers else (),
            nested=tuple(self._nested(card, numbers)),
            cursors=cursor_rects(card, self.iterators.get(thing.serial, ())),
            turned=turned,
            unreachable=thing.unreachable,
            note=_note(thing, mark, card) if numbers else "",
        )

    def ghost(self, thing: HeapObject, spot: Spot, heads: list[float], time: int) -> Box:
        """What was freed in this step, for this one step, with what it held."""
        key = object_key(thing.serial)
        extent = self.foresight.extents[key]
        held = self._held(thing, time - 1)
        lowest = max((head - spot.y + UNDER_LOWEST_HEAD for head in heads), default=0)
        size = (
            max(held.width, self.foresight.width(key, time)),
            max(held.height, extent.least, lowest),
        )
        rect = Rect(self.grid.left_of(spot.column), spot.y, *size)
        card = replace(held, aside=extent.aside)
        note = phrase("freed-from", count=thing.refcount or 0)
        if thing.serial in self.marks.collected:
            note = phrase("freed-collector")
        elif self.level < 3:
            note = phrase("freed-word")
        return Box(key, card, rect, mark=Mark.FREED, ghost=True, note=note)

    def _held(self, thing: HeapObject, time: int) -> Card:
        """The card that an object had before it was freed: words in the place of its arrows."""
        if isinstance(thing.content, Scalar):
            return pill_card(thing, self.foresight.measure)
        around = self.foresight.surroundings(self.marks.old_heap, time)
        card = object_card(thing, around, self.foresight.is_upright(thing.serial, time))
        own = (part for part in card.parts if part.inner is None and part.kind is not PartKind.NEST)
        parts = (
            replace(part, target=None, text=f"#{part.target}", pill=False) if part.points else part
            for part in own
        )
        return replace(card, parts=tuple(parts))

    def _badge(self, thing: HeapObject) -> Badge:
        if thing.serial in self.marks.counts:
            return Badge(thing.refcount, self.marks.counts[thing.serial], changed=True)
        return Badge(thing.refcount)

    def _nested(self, card: Card, numbers: bool) -> Iterator[Nested]:
        for part in card.parts:
            if part.kind is not PartKind.NEST or part.target is None:
                continue
            thing, key = self.heap[part.target], object_key(part.target)
            height = part.height + part.below
            yield Nested(
                *(part.target, thing.type, part.y, height),
                thing.address if numbers else 0,
                thing.size if numbers else 0,
                self.marks.cards.get(key, Mark.NONE),
                tuple(self.marks.slots.get(key, {}).items()),
            )

    def _pills(self, card: Card) -> tuple[tuple[int, Badge], ...]:
        return tuple(
            (part.target, self._badge(self.heap[part.target]))
            for part in card.parts
            if part.pill and part.target is not None
        )


def _note(thing: HeapObject, mark: Mark, card: Card) -> Text:
    """Words beside a pill: there is room for them, and an immortal one was not made just now."""
    if mark is Mark.NEW and card.kind is CardKind.PILL and thing.refcount is None:
        return phrase("first-seen")
    return ""


def _height_of(row: int) -> float:
    """Where a row of names begins in its frame."""
    return FRAME_HEADER + ROW * row
