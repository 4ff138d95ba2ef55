"""What an item leaves behind where it was is painted anew."""

from PySide6.QtWidgets import QGraphicsItem


def leave(item: QGraphicsItem) -> None:
    """Have the place of an item painted that is about to be elsewhere, smaller, or gone.

    Qt keeps for each item where it was painted last, and paints that place when it comes to what
    has changed, in the event loop. A painting before that (of what changed earlier) notes the new
    place instead, and what is seen at the old one would stay (``drawSubtreeRecursive`` and
    ``processDirtyItemsRecursive`` of qgraphicsscene.cpp).
    """
    if (scene := item.scene()) is not None:
        scene.update(item.sceneBoundingRect())
