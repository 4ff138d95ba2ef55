"""Tool tips for the place under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHelpEvent, QGraphicsView, QToolTip

from visualizer.diagram.items.arrow import ArrowItem
from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.tag import TagItem
from visualizer.diagram.wording.tool_tip import as_tool_tip

if TYPE_CHECKING:
    from visualizer.diagram.view.scene import SheetScene

_AROUND = 4.0
"""How far the pointer may move along an arrow before the hint is computed again."""


class Hint(NamedTuple):
    """Words, and the part of the picture that they are about."""

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
