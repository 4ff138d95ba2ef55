"""The pictures of a level, as the numbers of removed and added items since the one before.

Most of a sheet does not change, so its items are looked up by the data that they are drawn from,
and only new data are turned into shapes.
"""

from collections.abc import Callable
from typing import NamedTuple

from visualizer.export.page.drawing import (
    Drawing,
    draw_behind,
    draw_counts,
    draw_front,
    draw_marks,
)
from visualizer.export.page.tables import Table
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Block, Form
from visualizer.layout.drawing.labels import draw_arrow, draw_region, draw_tag
from visualizer.layout.measure import Text
from visualizer.layout.picture import Key, Rect
from visualizer.layout.sheet import Arrow, FieldKey, Ground, Placed, Sheet, Tag

GROUND, BOX, ARROW, CHANGED_ARROW, TAG = range(5)
"""The layers of a picture, the lowest first."""
MARGIN = 12.0

type Json = dict[str, object]


class _Shown(NamedTuple):
    """A block: its shapes behind and before its marks, and what can be marked."""

    block: Block
    """The block, kept so that no other block gets its address."""
    behind: list[int]
    front: list[int]
    fields: frozenset[FieldKey]
    serials: tuple[int, ...]
    counted: tuple[int, ...]
    """The objects with a count, in the order of its shapes."""


class Pictures:
    """Collects the pictures of a level, one step after another; ``layers`` are the page's."""

    def __init__(self, level: Level, drawing: Drawing, layers: Table) -> None:
        self._level, self._drawing, self._layers = level, drawing, layers
        self._items, self._places = Table(), Table()
        self._pictures: list[list[object]] = []
        self._before: set[int] = set()
        self._blocks: dict[int, _Shown] = {}
        """Blocks by address: an unchanged block is the same object in many steps."""
        self._boxes: dict[object, int] = {}
        self._grounds: dict[Ground, int] = {}
        self._arrows: dict[FieldKey, tuple[Arrow, int]] = {}
        """The last arrow of each field, with its number; ``_tags`` likewise."""
        self._tags: dict[tuple[Key, Text], tuple[Tag, int]] = {}

    def add(self, sheet: Sheet) -> None:
        """Add the picture of the next step."""
        now = {self._ground(one) for one in sheet.grounds}
        now.update([self._box(one, sheet) for one in sheet.boxes])
        now.update([self._arrow(one) for one in sheet.arrows])
        now.update([self._tag(one) for one in sheet.tags])
        place, before = self._places.number(_place_of(sheet)), self._before
        self._pictures.append([place, sorted(before - now), sorted(now - before)])
        self._before = now

    def found(self) -> Json:
        """Return the level in the form of a page."""
        return {
            "name": self._level.value,
            "items": self._items.rows,
            "places": self._places.rows,
            "pictures": self._pictures,
        }

    # ---- the numbers of items: key, layer, place, and numbers of shapes ----

    def _ground(self, ground: Ground) -> int:
        known = self._grounds.get(ground)
        if known is None:
            shapes = self._shapes(draw_region, ground)
            known = self._items.number([f"region {ground.kind.value}", GROUND, 0, 0, shapes])
            self._grounds[ground] = known
        return known

    def _box(self, box: Placed, sheet: Sheet) -> int:
        shown = self._blocks.get(id(box.block)) or self._block(box.block)
        x, y = round(box.x, 1), round(box.y, 1)
        # All data that ``_marked`` reads from the sheet.
        drawn_from = (
            (box.key, x, y, id(box.block)),
            sheet.changed & shown.fields,
            tuple(map(sheet.outlines.get, shown.serials)) if sheet.outlines else (),
            tuple(map(sheet.counts.get, shown.counted)) if sheet.counts else (),
        )
        known = self._boxes.get(drawn_from)
        if known is None:
            key = f"{box.key.kind} {box.key.name}"
            known = self._items.number([key, BOX, x, y, self._marked(shown, sheet)])
            self._boxes[drawn_from] = known
        return known

    def _block(self, block: Block) -> _Shown:
        shapes = block.shapes
        shown = self._blocks[id(block)] = _Shown(
            block,
            self._shapes(draw_behind, block),
            self._shapes(draw_front, block),
            frozenset((one.holder, one.slot) for one in block.fields),
            tuple({one.serial for one in shapes if one.serial is not None}),
            tuple(one.serial or 0 for one in shapes if one.form is Form.COUNT),
        )
        return shown

    def _marked(self, shown: _Shown, sheet: Sheet) -> list[int]:
        """Return the numbers of the shapes of a block, including the step's marks."""
        return [
            *shown.behind,
            *self._shapes(draw_marks, shown.block, sheet),
            *shown.front,
            *self._shapes(draw_counts, shown.block, sheet),
        ]

    def _arrow(self, arrow: Arrow) -> int:
        before, known = self._arrows.get(arrow.key, (None, 0))
        if before is not arrow and before != arrow:
            name = f"{arrow.holder.kind} {arrow.holder.name} {arrow.slot.kind} {arrow.slot.name}"
            layer = CHANGED_ARROW if arrow.is_changed else ARROW
            shapes = self._shapes(draw_arrow, arrow)
            known = self._items.number([name, layer, 0, 0, shapes])
            self._arrows[arrow.key] = arrow, known
        return known

    def _tag(self, tag: Tag) -> int:
        key = tag.box, tag.label.text
        before, known = self._tags.get(key, (None, 0))
        if before is not tag and before != tag:
            name = f"tag {tag.box.kind} {tag.box.name} {tag.label.text}"
            known = self._items.number([name, TAG, 0, 0, self._shapes(draw_tag, tag)])
            self._tags[key] = tag, known
        return known

    def _shapes[*A](self, draw: Callable[[Drawing, *A], None], *parts: *A) -> list[int]:
        shapes = self._drawing.drawn(draw, *parts)
        return [self._layers.number(shapes)] if shapes else []


def _place_of(sheet: Sheet) -> list[list[float]]:
    """Return the area of a step's picture, and the part of it that must be in view."""
    must = [sheet.boxes_by_key[key].rect for key in sheet.must_see if key in sheet.boxes_by_key]
    seen = must[0] if must else sheet.view
    for rect in must[1:]:
        seen = seen.united(rect)
    whole = sheet.drawn.grown(MARGIN)
    return [_lengths(whole), _lengths(seen)]


def _lengths(rect: Rect) -> list[float]:
    return [round(one) for one in rect]
