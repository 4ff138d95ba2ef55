"""Keeps one item for each mark at a box, from sheet to sheet."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsItem

from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.leaving import leave
from visualizer.diagram.painting.look import Look
from visualizer.layout.picture import Key


class Mark(Hashable, Protocol):
    """A mark at a box; equal marks look the same."""

    @property
    def box(self) -> Key:
        """The box."""


class MarkItem(QGraphicsItem):
    """The item of a mark, a child of its box's item; the pointer reaches what is behind it."""

    def __init__(self, box: QGraphicsItem, look: Look) -> None:
        super().__init__(box)
        self.look = look
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)


class KeptMarks[M: Mark, Item: MarkItem]:
    """Keeps the items of the marks that are shown; ``make`` makes one from box, mark and look."""

    def __init__(
        self, boxes: Mapping[Key, BoxItem], make: Callable[[QGraphicsItem, M, Look], Item]
    ) -> None:
        self._boxes, self._make = boxes, make
        self.items: dict[M, Item] = {}

    def show(self, marks: Iterable[M], look: Look) -> None:
        """Show these marks; existing items stay.

        Call it before Qt deletes the boxes that are gone, and their marks with them.
        """
        wanted = dict.fromkeys(mark for mark in marks if mark.box in self._boxes)
        for mark, item in list(self.items.items()):
            is_same = mark in wanted and item.look is look
            if not is_same or item.parentItem() is not self._boxes[mark.box]:
                del self.items[mark]
                if (scene := item.scene()) is not None:
                    leave(item)
                    scene.removeItem(item)
        for mark in wanted:
            if mark not in self.items:
                self.items[mark] = self._make(self._boxes[mark.box], mark, look)
