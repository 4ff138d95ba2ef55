"""Finds the object or name that the user means by a place of a sheet, and its tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHelpEvent, QGraphicsView, QToolTip

from visualizer.diagram.items.arrow import ArrowItem
from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.tag import TagItem
from visualizer.diagram.wording.tool_tip import as_tool_tip
from visualizer.layout.blocks.block import Field
from visualizer.layout.picture import Key

if TYPE_CHECKING:
    from visualizer.diagram.view.scene import SheetScene
    from visualizer.diagram.view.walk import Place

_AROUND = 4.0
"""The distance that the pointer may move along an arrow before the hint is computed again."""


class NameOf(NamedTuple):
    """A name of a frame."""

    frame: Key
    name: str


class Meant(NamedTuple):
    """An object, or None, and the name whose row or arrow leads to it."""

    serial: int | None = None
    name: NameOf | None = None


def meant_at(scene: SheetScene, at: QPointF) -> Meant:
    """Return the meaning of a point: that of the topmost item with a meaning."""
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
    """Return the name of a reference from a frame; None for other references."""
    kind, name = slot
    return NameOf(holder, str(name)) if holder.is_call and kind == "name" else None


def _by_field(field: Field) -> Meant:
    return Meant(field.target, name_of(field.holder, field.slot))


def _object_of(key: Key) -> int | None:
    return int(key.name) if key.kind == "object" else None


class Hint(NamedTuple):
    """A text, and the part of the picture that it describes."""

    words: str
    about: QRectF


def hint_at(scene: SheetScene, at: QPointF) -> Hint | None:
    """Return the hint for the topmost object at a place; None if there is nothing."""
    found: list[QGraphicsItem] = scene.items(at)
    for item in found:
        if isinstance(item, TagItem):
            return Hint(scene.describer.tag_words(item.tag), item.sceneBoundingRect())
        if isinstance(item, ArrowItem):
            around = QRectF(at, at).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
            return Hint(item.described(), around)
        if isinstance(item, BoxItem):
            sign = scene.opened.sign_at(at)
            if sign is not None:
                around = QRectF(*sign.rect).translated(item.pos())
                return Hint(scene.describer.sign_words(sign), around)
            field = item.field_at(at - item.pos())
            rect = QRectF(*field.rect).translated(item.pos()) if field is not None else None
            return Hint(item.described(field), rect or QRectF(*item.box.rect))
    return None


def show_hint(hint: Hint | None, event: QGraphicsSceneHelpEvent) -> None:
    """Show a hint as a tool tip until the pointer leaves its place."""
    widget = event.widget()
    view = widget.parent()
    if hint is None or not hint.words or not isinstance(view, QGraphicsView):
        QToolTip.hideText()
        return
    about: QRect = view.mapFromScene(hint.about).boundingRect()
    QToolTip.showText(event.screenPos(), as_tool_tip(hint.words), widget, about)
    event.accept()
