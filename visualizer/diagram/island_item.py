"""The area of an island behind its cards, with what is to be said of it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QGraphicsRectItem,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from visualizer.diagram.brush import Line, Look, dashed, draw_sign, write
from visualizer.diagram.fonts import text_width
from visualizer.diagram.islands import TITLE_LINE, Island
from visualizer.diagram.surface import Surface
from visualizer.layout import Mark, TextStyle

_RADIUS = 14
_LEAST_DETAIL = 0.7


class IslandItem(QGraphicsRectItem):
    """One island; a click on its last line leads to the step in which it is collected."""

    def __init__(self, island: Island, look: Look, surface: Surface) -> None:
        super().__init__()
        self.island = island
        self._look, self._surface = look, surface
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(1)
        self.setRect(QRectF(*island.rect).adjusted(-12, -12, 12, 12))
        if island.step is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """A dashed area; its words where they can be read."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, island = self._look, self.island
        rect = QRectF(*island.rect)
        painter.setBrush(look.colour("islandSoft"))
        painter.setPen(dashed(look.colour("island"), 2, 7, 5))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < _LEAST_DETAIL:
            return
        if island.title_height:
            self._paint_title(painter, Line(rect.x() + 16, rect.y() + 22, rect.width() - 32))
        if island.foot_height:
            inset = island.words_inset
            self._paint_foot(painter, rect.x() + inset, rect.width() - inset - 8)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Where its end is told, that is a way to there."""
        if self.island.step is not None and self.link_rect().contains(event.pos()):
            self._surface.ask_for_step(self.island.step)
            event.accept()
        else:
            event.ignore()

    def link_rect(self) -> QRectF:
        """Where the last line stands."""
        rect = QRectF(*self.island.rect)
        width = 24 + text_width(self._look.say(self.island.words[-1]), TextStyle.TITLE)
        return QRectF(rect.x() + self.island.words_inset - 6, rect.bottom() - 30, width, 24)

    def _paint_title(self, painter: QPainter, line: Line) -> None:
        look, island = self._look, self.island
        x, y, room = line.x, line.y, line.width
        draw_sign(painter, look, Mark.UNREACHABLE, QPointF(x + 8, y))
        painter.setPen(look.colour("island"))
        used = write(painter, look, island.title, TextStyle.TITLE, Line(x + 24, y, room - 24))
        painter.setPen(look.colour("ink"))
        left = Line(x + 36 + used, y, room - 36 - used)
        write(painter, look, island.size, TextStyle.SMALL, left)

    def _paint_foot(self, painter: QPainter, x: float, room: float) -> None:
        look, island = self._look, self.island
        y = island.rect.bottom - island.foot_height + 14
        if island.title_below:
            self._paint_title(painter, Line(x, y, room))
            y += TITLE_LINE
        for number, words in enumerate(island.words):
            painter.setPen(look.colour("island" if number else "ink"))
            style = TextStyle.TITLE if number else TextStyle.SMALL
            write(painter, look, words, style, Line(x, y, room))
            y += 20
