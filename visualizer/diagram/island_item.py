"""The area of an island behind its cards, with what is to be said of it."""

from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsRectItem,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from visualizer.diagram.brush import Line, Look, dashed, draw_sign, standing_at, write
from visualizer.diagram.fonts import metrics_of, text_width, word_font
from visualizer.diagram.island_area import INSET, LINE, TITLE
from visualizer.diagram.islands import APART, SIGN_ROOM, Island
from visualizer.diagram.small_card import FULL_DETAIL, SOME_DETAIL
from visualizer.diagram.surface import Surface
from visualizer.layout import Mark, Rect, TextStyle

_RADIUS = 14.0
_SMALL_SIGN = 0.8
"""How large the sign is where all is small, beside what it is on a card."""


class IslandItem(QGraphicsRectItem):
    """One island; a click on its last line leads to the step in which it is collected."""

    def __init__(self, island: Island, look: Look, surface: Surface) -> None:
        super().__init__()
        self.island = island
        self._look, self._surface = look, surface
        self._outline = _outline(island.area.pieces)
        self._small_outline = _outline(island.area.without_words)
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(1)
        self.setRect(QRectF(*island.rect).adjusted(-12, -12, 12, 12))
        if island.step is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def shape(self) -> QPainterPath:
        """Its grounds: what lies between them is no part of it."""
        return self._outline

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """A dashed area; its words where they can be read, its title as long as cards have any."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, island = self._look, self.island
        painter.setBrush(look.colour("islandSoft"))
        painter.setPen(dashed(look.colour("island"), 2, 7, 5))
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.drawPath(self._outline if detail >= FULL_DETAIL else self._small_outline)
        if not island.area.title.width or detail < SOME_DETAIL:
            return
        if detail < FULL_DETAIL:
            self._paint_small_title(painter, detail)
            return
        self._paint_title(painter, _line(island.area.title, TITLE / 2 + 3))
        if island.area.words.width:
            self._paint_words(painter)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Where its end is told, that is a way to there."""
        if self.island.step is not None and self.link_rect().contains(event.pos()):
            self._surface.ask_for_step(self.island.step)
            event.accept()
        else:
            event.ignore()

    def link_rect(self) -> QRectF:
        """Where the last line stands; null where no words do."""
        x, y, width, _ = self.island.area.words
        if not width:
            return QRectF()
        middle = y + _FIRST + LINE * (len(self.island.words) - 1)
        wide = 12 + text_width(self._look.say(self.island.words[-1]), TextStyle.TITLE)
        return QRectF(x + INSET - 6, middle - 12, wide, 24)

    def _paint_title(self, painter: QPainter, line: Line) -> None:
        look, island = self._look, self.island
        x, y, room = line.x, line.y, line.width
        draw_sign(painter, look, Mark.UNREACHABLE, QPointF(x + 8, y))
        painter.setPen(look.colour("island"))
        left = Line(x + SIGN_ROOM, y, room - SIGN_ROOM)
        used = SIGN_ROOM + APART + write(painter, look, island.title, TextStyle.TITLE, left)
        painter.setPen(look.colour("ink"))
        write(painter, look, island.size, TextStyle.SMALL, Line(x + used, y, room - used))

    def _paint_small_title(self, painter: QPainter, detail: float) -> None:
        """Each letter 12 pixels high on screen; what has no room is left out, nothing is cut."""
        look, (x, y, width, height) = self._look, self.island.area.title
        bold, plain = word_font(12 / detail, QFont.Weight.DemiBold), word_font(12 / detail)
        title, size = look.say(self.island.title), look.say(self.island.size)
        sign, apart = SIGN_ROOM * _SMALL_SIGN / detail, APART / 2 / detail
        left, right, middle = x + INSET / 2, x + width - INSET / 2, y + height / 2
        with standing_at(painter, QPointF(left + sign / 3, middle), _SMALL_SIGN / detail):
            draw_sign(painter, look, Mark.UNREACHABLE, QPointF())
        left += sign
        wide = metrics_of(bold).horizontalAdvance(title)
        if left + wide > right:
            return
        base = middle + metrics_of(bold).capHeight() / 2
        painter.setPen(look.colour("island"))
        painter.setFont(bold)
        painter.drawText(QPointF(left, base), title)
        left += wide + apart
        if left + metrics_of(plain).horizontalAdvance(size) <= right:
            painter.setPen(look.colour("ink"))
            painter.setFont(plain)
            painter.drawText(QPointF(left, base), size)

    def _paint_words(self, painter: QPainter) -> None:
        look = self._look
        for number, words in enumerate(self.island.words):
            painter.setPen(look.colour("island" if number else "ink"))
            style = TextStyle.TITLE if number else TextStyle.SMALL
            line = _line(self.island.area.words, _FIRST + number * LINE)
            write(painter, look, words, style, line)


_FIRST = 14.0
"""From the upper edge of the words to the middle of their first line."""


def _line(room: Rect, middle: float) -> Line:
    return Line(room.x + INSET, room.y + middle, room.width - 2 * INSET)


def _outline(pieces: Iterable[Rect]) -> QPainterPath:
    """One line around pieces that overlap."""
    return reduce(QPainterPath.united, map(_rounded, pieces))


def _rounded(rect: Rect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(*rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    return path
