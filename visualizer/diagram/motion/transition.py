"""Shows the moved, added and removed items of a step together, as a short transition."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from visualizer.diagram.items.arrow import ArrowItem
from visualizer.diagram.items.leaving import leave
from visualizer.diagram.motion.movement import FADE, Motion


class Transition:
    """Collects the differences between two sheets; ``begin`` animates them.

    Every item has its final place from the first moment on, and ends there after the animation.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._moves: list[tuple[QGraphicsItem, QPointF, QPointF]] = []
        self._ways: list[ArrowItem] = []
        self._coming: list[QGraphicsItem] = []
        self._going: list[QGraphicsItem] = []

    def move(self, item: QGraphicsItem, place: QPointF) -> None:
        """Move an item to a place."""
        self._moves.append((item, item.pos(), place))
        leave(item)
        item.setPos(place)

    def lead(self, arrow: ArrowItem) -> None:
        """Let an arrow with another way glide there, or fade in if it cannot."""
        (self._ways if arrow.can_glide else self._coming).append(arrow)

    def bring(self, item: QGraphicsItem) -> None:
        """Add an item, which fades in."""
        self._scene.addItem(item)
        self._coming.append(item)

    def remove(self, item: QGraphicsItem) -> None:
        """Fade an item out; it stays in the scene until the end."""
        item.setAcceptHoverEvents(False)
        self._going.append(item)

    def begin(self, motion: Motion) -> None:
        """Play the transition by ``motion``, or show its end at once without motion."""
        if self._moves or self._ways or self._coming or self._going:
            motion.play(FADE, self.show)

    def show(self, share: float) -> None:
        """Show the transition at a share of its time."""
        for item, start, end in self._moves:
            leave(item)
            item.setPos(end if share >= 1 else start + (end - start) * share)
        for arrow in self._ways:
            arrow.show_between(share)
        for item in self._coming:
            item.setOpacity(share)
        for item in self._going:
            item.setOpacity(1 - share)
        if share >= 1:
            self._end()

    def _end(self) -> None:
        for item in self._going:
            leave(item)
            self._scene.removeItem(item)
        self._going.clear()
