"""A reference in the scene: an arrow or a stub."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from visualizer.diagram.items.leaving import leave
from visualizer.diagram.painting.lines import band_path, line_path
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.painter_canvas import PainterCanvas
from visualizer.layout.drawing.labels import draw_stub, draw_way
from visualizer.layout.picture import Point
from visualizer.layout.routing.lines import are_alike, between
from visualizer.layout.sheet import Arrow

if TYPE_CHECKING:
    from visualizer.diagram.view.scene import SheetScene

LEVEL, CHANGED_LEVEL, LIT_LEVEL = 3.0, 3.1, 3.2
FADED = 0.45
"""The opacity of an arrow while others are emphasized."""
_REACH = 8.0
"""The distance from a way that heads, dots and widths of lines reach."""


class ArrowItem(QGraphicsItem):
    """One reference; ``show_arrow`` updates it for another step. Its position is the origin."""

    def __init__(self, arrow: Arrow, look: Look, pointed: "SheetScene") -> None:
        super().__init__()
        self.arrow = arrow
        self.points: Sequence[Point] = arrow.points
        """The way as it is shown, which during a transition is between the old and the new one."""
        self._look, self._pointed = look, pointed
        self.is_lit = self.is_faded = False
        """Whether the arrow is emphasized, or faded while others are."""
        self._around: QRectF | None = None
        self._came_from: Sequence[Point] = ()
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._rise()

    def show_arrow(self, arrow: Arrow, look: Look) -> bool:
        """Show another step's arrow; return whether its path differs.

        The arrow takes the new path at once; ``show_between`` may animate the change.
        """
        if look is self._look and (arrow is self.arrow or arrow == self.arrow):
            return False
        before, self._came_from = self.arrow, self.points
        self.arrow, self._look = arrow, look
        self._stand(arrow.points)
        self._rise()
        return before.points != arrow.points

    @property
    def can_glide(self) -> bool:
        """Whether the old way can be transformed into the new one."""
        return are_alike(self._came_from, self.arrow.points)

    def show_between(self, share: float) -> None:
        """Show the arrow between its old and its new way."""
        self._stand(between(self._came_from, self.arrow.points, share))

    def light(self, lit: bool, faded: bool) -> None:
        """Emphasize the arrow, or fade it while others are emphasized."""
        self.is_lit, self.is_faded = lit, faded
        self._rise()
        self.update()

    def described(self) -> str:
        """Describe the reference in words."""
        return self._pointed.describer.arrow_words(self.arrow)

    def _rise(self) -> None:
        changed = CHANGED_LEVEL if self.arrow.is_changed else LEVEL
        self.setZValue(LIT_LEVEL if self.is_lit else changed)

    def _stand(self, points: Sequence[Point]) -> None:
        leave(self)
        self.prepareGeometryChange()
        self.points, self._around = points, None
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the bounds of the way, or of the stub and its line."""
        if self._around is None:
            self._around = self._bounds()
        return self._around

    def _bounds(self) -> QRectF:
        if self.points:
            rect = line_path(self.points).boundingRect()
        elif self.arrow.stub is not None:
            rect = QRectF(*self.arrow.stub.rect)
            if self.arrow.leader:
                rect = rect.united(line_path(self.arrow.leader).boundingRect())
        else:
            return QRectF()
        return rect.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def shape(self) -> QPainterPath:
        """Return a band around the line, or the stub; nothing for a stub that is in a row."""
        if self.points:
            return band_path(self.points)
        path = QPainterPath()
        if self.arrow.stub is not None and self.arrow.leader:
            path.addRect(QRectF(*self.arrow.stub.rect))
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the line along the current way, or the stub."""
        canvas, opacity = PainterCanvas(painter, self._look), painter.opacity()
        if self.is_faded:
            painter.setOpacity(opacity * FADED)
        if self.points:
            draw_way(canvas, self.arrow, self.points, self.is_lit)
        elif self.arrow.stub is not None:
            draw_stub(canvas, self.arrow, self.arrow.stub)
        painter.setOpacity(opacity)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Report that the pointer is over the arrow."""
        self._pointed.point_at_arrow(self.arrow)
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Report that the pointer has left."""
        self._pointed.point_away()
        super().hoverLeaveEvent(event)
