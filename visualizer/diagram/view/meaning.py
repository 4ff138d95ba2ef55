"""Finds what the user means by pointing at, or focusing, a place of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsItem

from visualizer.diagram.items.arrow import ArrowItem
from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.tag import TagItem
from visualizer.layout.blocks.block import Field
from visualizer.layout.picture import Key

if TYPE_CHECKING:
    from visualizer.diagram.view.scene import SheetScene
    from visualizer.diagram.view.walk import Place


class NameOf(NamedTuple):
    """A name of a frame."""

    frame: Key
    name: str


class Meant(NamedTuple):
    """An object, or None, and the name whose row or arrow leads to it."""

    serial: int | None = None
    name: NameOf | None = None


def meant_at(scene: SheetScene, at: QPointF) -> Meant:
    """Return the meaning of a point: that of the topmost place with one."""
    found: list[QGraphicsItem] = scene.items(at)
    for item in found:
        if isinstance(item, TagItem):
            return Meant(_object_of(item.tag.box))
        if isinstance(item, ArrowItem):
            return Meant(item.arrow.target, name_of(item.arrow.holder, item.arrow.slot))
        if isinstance(item, BoxItem):
            inside = at - item.pos()
            field = item.field_at(inside)
            if item.box.key.is_call and field is not None:
                return _by_field(field)
            return Meant(item.object_at(inside))
    return Meant()


def meant_by(scene: SheetScene, place: Place) -> Meant:
    """Return the meaning of the focused place."""
    item = scene.shown.boxes.get(place.key)
    fields = item.box.block.fields if item is not None else ()
    field = next((one for one in fields if one[:2] == place.field), None)
    return _by_field(field) if field is not None else Meant(_object_of(place.key))


def name_of(holder: Key, slot: tuple[str, int | str]) -> NameOf | None:
    """The name that a reference is, if it is one."""
    kind, name = slot
    return NameOf(holder, str(name)) if holder.is_call and kind == "name" else None


def _by_field(field: Field) -> Meant:
    return Meant(field.target, name_of(field.holder, field.slot))


def _object_of(key: Key) -> int | None:
    return int(key.name) if key.kind == "object" else None
