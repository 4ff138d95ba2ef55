"""The ring around the focused place of a sheet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.items.leaving import leave
from visualizer.diagram.painting.look import Look

LEVEL = 9.0
_AWAY, _ROUND = 3.0, 6.0
_GROUND, _LINE = 3.0, 2.0


class FocusRing(QGraphicsRectItem):
    """2 wide, in the accent, and dashed: so it is not taken for that of a selection."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(LEVEL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def surround(self, rect: QRectF, look: Look) -> None:
        """Stand around a part of the picture."""
        self.look = look
        leave(self)
        self.setRect(rect.adjusted(-_AWAY - 2, -_AWAY - 2, _AWAY + 2, _AWAY + 2))
        self.show()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A dashed line on one in the ground's colour."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = self.rect().adjusted(2, 2, -2, -2)
        painter.setPen(QPen(self.look.colour("card"), _GROUND))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        pen = QPen(self.look.colour("accent"), _LINE)
        pen.setDashPattern([3, 1.5])
        painter.setPen(pen)
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
