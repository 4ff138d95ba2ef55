"""The differences between two sheets: marks that items paint, and signs next to them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from visualizer.explain.comparison.differences import Kind, SideDifferences
from visualizer.layout.blocks.block import ReferenceDisplay
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.picture import Key, Rect, object_key
from visualizer.layout.sheet import Count, FieldKey, Placed, Sheet

_OUT = 4.0
"""The distance of a sign from the edge of its row, in pixels."""
_IN_CELLS = 0.65
"""The size of a sign at the corner of a cell, where a larger one would hide the next value."""
_EDGE = 4.0
"""A field at this distance or less from an edge of the box reaches the edge, in pixels."""
_OF_CONTAINERS = frozenset(("item", "key", "value"))
"""The kinds of slots of which a card may leave some out."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """The differences of this side at ``step``; ``counts`` are those of the counterparts.

    ``words`` describe the difference at a field, or of an object or call by its key.
    """

    step: int
    side: SideDifferences
    counts: Mapping[int, int | None] = field(default_factory=dict)
    words: Mapping[object, str] = field(default_factory=dict)


class DifferenceSign(NamedTuple):
    """A sign for a difference: its box, its centre in the box, and its relative size."""

    box: Key
    kind: Kind
    x: float
    y: float
    size: float = 1.0


def contrasted(sheet: Sheet, contrast: Contrast | None) -> Sheet:
    """Return the sheet with marks for the differences instead of the step's changes.

    Without a contrast nothing is marked.
    """
    side = contrast.side if contrast is not None else SideDifferences()
    fields = frozenset((Key(*holder), slot) for holder, slot in side.fields)
    # The marks of unreachable objects come first.
    outlines = {
        **{serial: Outline.NEW for serial, kind in side.objects.items() if kind is Kind.ONLY},
        **{serial: mark for serial, mark in sheet.outlines.items() if mark is Outline.LOST},
    }
    others = contrast.counts if contrast is not None else {}
    counts = {
        serial: Count(count.now, others.get(serial, count.now))
        for serial, count in sheet.counts.items()
    }
    arrows = tuple(
        one if one.is_changed == (one.key in fields) else replace(one, is_changed=one.key in fields)
        for one in sheet.arrows
    )
    tags = tuple(replace(tag, is_changed=False) if tag.is_changed else tag for tag in sheet.tags)
    return replace(
        sheet, changed=fields, outlines=outlines, counts=counts, arrows=arrows, tags=tags
    )


def difference_signs(sheet: Sheet, contrast: Contrast | None) -> Iterator[DifferenceSign]:
    """Yield a sign for each difference that the sheet shows, then for those that it folds."""
    if contrast is None:
        return
    side = contrast.side
    fields = {(Key(*holder), slot): kind for (holder, slot), kind in side.fields.items()}
    calls = {Key(*holder) for holder in side.calls}
    taken: set[tuple[Key, float, float]] = set()
    for sign in (*_shown_signs(sheet, side, fields, calls), *_folded_signs(sheet, side, fields)):
        place = sign.box, sign.x, sign.y
        if place not in taken:
            taken.add(place)
            yield sign


def _shown_signs(
    sheet: Sheet, side: SideDifferences, fields: Mapping[FieldKey, Kind], calls: Collection[Key]
) -> Iterator[DifferenceSign]:
    for box in sheet.boxes:
        if box.key in calls:
            yield DifferenceSign(box.key, Kind.CALL, 0, 0)
        marked = list(_field_signs(box, fields))
        yield from (sign for sign, _ in marked)
        rects = [rect for _, rect in marked]
        for serial, rect in box.block.anchors.items():
            kind = side.objects.get(serial)
            if kind is not None and not any(_is_within(rect, one) for one in rects):
                yield DifferenceSign(box.key, kind, rect.x, rect.y)


def _folded_signs(
    sheet: Sheet, side: SideDifferences, fields: Mapping[FieldKey, Kind]
) -> Iterator[DifferenceSign]:
    """Yield signs for differences that are not drawn, at the parts that represent them.

    These are the stub of a chain, the value in a slot for an object without a card, the card of a
    container that leaves the item out, or a frame that leaves names out.
    """
    shown = {(one.holder, one.slot) for box in sheet.boxes for one in box.block.fields}
    # The first of several differences decides.
    hidden = [(key, kind) for key, kind in fields.items() if key not in shown][::-1]
    holders = {holder: kind for (holder, _), kind in hidden}
    left_out = {holder: kind for (holder, slot), kind in hidden if slot.kind in _OF_CONTAINERS}
    for box in sheet.boxes:
        if box.key.is_call and box.key in holders:
            yield DifferenceSign(box.key, holders[box.key], 0, 0)
        for serial in box.block.stands_for:
            kind = holders.get(object_key(serial), side.objects.get(serial))
            if kind is not None:
                yield DifferenceSign(box.key, kind, 0, 0)
        for serial, rect in box.block.anchors.items():
            if (kind := left_out.get(object_key(serial))) is not None:
                yield DifferenceSign(box.key, kind, rect.x, rect.y)
        for one in box.block.fields:
            kind = holders.get(object_key(one.target))
            if one.display is ReferenceDisplay.TEXT and kind is not None:
                yield DifferenceSign(box.key, kind, *_beside(one.rect))


def _field_signs(
    box: Placed, fields: Mapping[FieldKey, Kind]
) -> Iterator[tuple[DifferenceSign, Rect]]:
    for one in box.block.fields:
        kind = fields.get((one.holder, one.slot))
        if kind is not None:
            yield DifferenceSign(box.key, kind, *_beside(one.rect)), one.rect


def _beside(rect: Rect) -> tuple[float, float, float]:
    """Return the place and size of a sign that hides no name, value, index or arrow."""
    if rect.x <= _EDGE:
        return rect.x - _OUT, rect.y + rect.height / 2, 1.0
    return rect.right, rect.bottom, _IN_CELLS


def _is_within(inner: Rect, outer: Rect) -> bool:
    return outer.grown(1).overlaps(inner) and inner.width <= outer.width + 2
