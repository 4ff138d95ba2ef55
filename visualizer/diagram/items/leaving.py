"""What an item leaves behind where it was is painted anew."""

from PySide6.QtWidgets import QGraphicsItem


def leave(item: QGraphicsItem) -> None:
    """Repaint the place of an item that is about to move, shrink or disappear.

    Qt keeps the place where each item was painted last, and repaints it in the event loop. A
    painting before that (of an earlier change) would note the new place instead, and the old one
    would keep its pixels (``drawSubtreeRecursive`` and ``processDirtyItemsRecursive`` of
    qgraphicsscene.cpp).
    """
    if (scene := item.scene()) is not None:
        scene.update(item.sceneBoundingRect())
