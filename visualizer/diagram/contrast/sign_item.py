"""The signs of differences on a scene, each of which belongs to a box."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.contrast.contrast import Sign
from visualizer.diagram.contrast.sign_paint import RADIUS, paint_sign
from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.leaving import leave
from visualizer.diagram.painting.look import Look
from visualizer.layout.picture import Key

_REACH = RADIUS + 2


class SignItem(QGraphicsItem):
    """Moves, comes and goes with its box."""

    def __init__(self, box: QGraphicsItem, sign: Sign, look: Look) -> None:
        super().__init__(box)
        self.sign, self.look = sign, look
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """With the ring around it."""
        return QRectF(self.sign.x - _REACH, self.sign.y - _REACH, 2 * _REACH, 2 * _REACH)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """The sign in its place."""
        paint_sign(painter, self.look, self.sign.kind, QPointF(self.sign.x, self.sign.y))


class Signs:
    """Keeps one item for each sign of the sheet that is shown."""

    def __init__(self, boxes: Mapping[Key, BoxItem]) -> None:
        self._boxes = boxes
        self.items: dict[Sign, SignItem] = {}

    def keep(self, boxes: Collection[Key]) -> None:
        """Let go of the signs of all other boxes, which are about to go."""
        for sign in [sign for sign in self.items if sign.box not in boxes]:
            self._remove(sign)

    def show(self, signs: Iterable[Sign], look: Look) -> None:
        """Show these; what is shown already stays as it is."""
        wanted = dict.fromkeys(sign for sign in signs if sign.box in self._boxes)
        for sign, item in list(self.items.items()):
            box = self._boxes.get(sign.box)
            if sign not in wanted or item.look is not look or item.parentItem() is not box:
                self._remove(sign)
        for sign in wanted:
            if sign not in self.items:
                self.items[sign] = SignItem(self._boxes[sign.box], sign, look)

    def _remove(self, sign: Sign) -> None:
        item = self.items.pop(sign)
        if (scene := item.scene()) is not None:
            leave(item)
            scene.removeItem(item)
