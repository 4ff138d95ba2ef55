"""Repaints the place that an item leaves."""

from PySide6.QtWidgets import QGraphicsItem


def leave(item: QGraphicsItem) -> None:
    """Repaint the place of an item that is about to move, shrink or disappear.

    Qt remembers the place where it last painted an item, and repaints it in the event loop. An
    earlier repaint (for an earlier change) would remember the new place instead, and the old one
    would keep its pixels (``drawSubtreeRecursive`` and ``processDirtyItemsRecursive`` of
    qgraphicsscene.cpp).
    """
    if (scene := item.scene()) is not None:
        scene.update(item.sceneBoundingRect())
