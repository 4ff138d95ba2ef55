"""Draws what travels from frame to frame, left of the frames."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.brush import Line, Look, write
from visualizer.diagram.frame_path import FramePath, Stop
from visualizer.layout import Point, TextStyle

_WIDTH, _CORNER, _HALF = 2.4, 8.0, 8.0
_WORDS = 220


class PathItem(QGraphicsRectItem):
    """One way: a line along a lane, and a sign at each frame it touches."""

    def __init__(self, path: FramePath, look: Look) -> None:
        super().__init__()
        self.path = path
        self._look = look
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(7)
        rect = QRectF(*path.rect).adjusted(-12, -14, 12, 14)
        self.setRect(rect.adjusted(0, 0, _WORDS if path.end else 0, 0))

    @property
    def colour(self) -> str:
        """The name of its colour."""
        value = self.path.stops[0][1] is Stop.LEAVES
        return "changeLine" if value else "loss"

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """The line with a stub to each stop, then the signs."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, path = self._look, self.path
        pen = QPen(look.colour(self.colour), _WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = self._line()
        if not line.isEmpty():
            # A path without parts is no valid one in a file.
            painter.drawPath(line)
        for point, stop in path.stops:
            self._paint_stop(painter, point, stop)
        if path.end is not None:
            self._paint_end(painter, path.end)

    def _line(self) -> QPainterPath:
        path, line = self.path, QPainterPath()
        points = [point for point, _ in path.stops]
        goal = path.end or points[-1]
        for place, point in enumerate(points):
            if place == 0 and len(points) + bool(path.end) == 1:
                continue
            up = goal.y < point.y
            if point is goal:
                break
            line.moveTo(point.x, point.y)
            line.lineTo(path.lane + _CORNER, point.y)
            turn = point.y + (-_CORNER if up else _CORNER)
            line.quadTo(path.lane, point.y, path.lane, turn)
        first = points[0]
        if goal != first:
            down = goal.y > first.y
            turn = goal.y + (-_CORNER if down else _CORNER)
            line.moveTo(path.lane, first.y + (_CORNER if down else -_CORNER))
            line.lineTo(path.lane, turn)
            line.quadTo(path.lane, goal.y, path.lane + _CORNER, goal.y)
            line.lineTo(goal.x - 6, goal.y)
        return line

    def _paint_stop(self, painter: QPainter, at: Point, stop: Stop) -> None:
        look = self._look
        x, y = at.x, at.y
        colour = look.colour(self.colour)
        painter.setPen(QPen(colour, 2))
        match stop:
            case Stop.RAISED | Stop.PASSED:
                painter.setBrush(colour if stop is Stop.RAISED else look.colour("card"))
                offsets = ((0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0))
                painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in offsets]))
            case Stop.CAUGHT:
                painter.setPen(QPen(look.colour("accent"), 2))
                painter.setBrush(look.colour("card"))
                painter.drawEllipse(QPointF(x, y), _HALF, _HALF)
                tick = [QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3)]
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolyline(QPolygonF(tick))
            case Stop.LEAVES:
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(x, y), 4, 4)
            case Stop.ARRIVES:
                self._paint_head(painter, at)

    def _paint_head(self, painter: QPainter, at: Point) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self.colour))
        offsets = ((0, 0), (-10, -4.5), (-10, 4.5))
        painter.drawPolygon(QPolygonF([QPointF(at.x + a, at.y + b) for a, b in offsets]))

    def _paint_end(self, painter: QPainter, at: Point) -> None:
        look, x, y = self._look, at.x + 8, at.y
        self._paint_head(painter, Point(at.x, at.y))
        painter.setPen(QPen(look.colour("loss"), 1.6))
        painter.setBrush(look.colour("canvas"))
        painter.drawEllipse(QPointF(x, y), 7, 7)
        painter.drawLine(QPointF(x - 3, y - 3), QPointF(x + 3, y + 3))
        painter.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3))
        write(painter, look, self.path.words, TextStyle.TITLE, Line(x + 14, y, _WORDS - 30))
