"""An arrow in the scene: level parts below, upright parts above with a gap for what they cross."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from visualizer.diagram.brush import Look, dashed, write_centred
from visualizer.diagram.fonts import word_font
from visualizer.diagram.hints import as_tool_tip
from visualizer.layout import Arrow, ArrowKind, Point
from visualizer.layout.sizes import PORT_INSET

CORNER = 8.0
HEAD_LENGTH, HEAD_HALF = 10.0, 4.5
GAP = 2.0
"""What is left free at each side of a line that crosses over another."""

_COLOURS = {
    ArrowKind.PLAIN: "arrow",
    ArrowKind.WEAK: "arrow",
    ArrowKind.NEW: "gain",
    ArrowKind.REBOUND: "changeLine",
    ArrowKind.FORMER: "ghost",
}
_WIDTHS = {ArrowKind.NEW: 2.4, ArrowKind.REBOUND: 2.4}
_FAINT = 0.45
FULL_DETAIL = 0.7


class ArrowItem(QGraphicsItem):
    """One reference. ``uprights`` is a second item for the parts that run over others."""

    def __init__(self, arrow: Arrow, look: Look) -> None:
        super().__init__()
        self.arrow = arrow
        self.look = look
        self.lit = False
        self._hovered = False
        self.level = QPainterPath()
        self.upright = QPainterPath()
        self.uprights = UprightsItem(self)
        self.setAcceptHoverEvents(True)
        self._trace()
        self._stack()

    def show_arrow(self, arrow: Arrow, look: Look) -> None:
        """Take on the arrow of another step."""
        if arrow == self.arrow and look is self.look:
            return
        self.arrow, self.look = arrow, look
        self._show_way()

    def light(self, lit: bool, faint: bool) -> None:
        """Show it in the accent, or step back behind those that are."""
        opacity = _FAINT if faint else 1.0
        if lit != self.lit or self.opacity() != opacity:
            self.lit = lit
            self.setOpacity(opacity)
            self.uprights.setOpacity(opacity)
            self._show_way()

    def line(self) -> QPen:
        """How its line is drawn."""
        colour = self.colour()
        width = 2.0 if self.lit or self._hovered else _WIDTHS.get(self.arrow.kind, 1.6)
        if self.arrow.kind is ArrowKind.FORMER:
            return dashed(colour, 1.6, 4, 4)
        if self.arrow.kind is ArrowKind.WEAK:
            return dashed(colour, width, 4, 3)
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def colour(self) -> QColor:
        """Its colour: the accent if it belongs to what is selected or is pointed at."""
        accent = self.lit or self._hovered
        return self.look.colour("accent" if accent else _COLOURS[self.arrow.kind])

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Say in words what it means, and show its whole way."""
        scene = self.scene()
        self.setToolTip(as_tool_tip(getattr(scene, "hint", lambda _: "")(self.arrow)))
        self._hovered = True
        self._show_way()
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Back to how it was."""
        self._hovered = False
        self._show_way()
        super().hoverLeaveEvent(event)

    @property
    def points(self) -> tuple[Point, ...]:
        """Its corners: of a chip only those of its stub, until one asks to see its way."""
        return self.arrow.full if self._in_full else self.arrow.points

    @property
    def _in_full(self) -> bool:
        return bool(self.arrow.full) and (self.lit or self._hovered)

    def boundingRect(self) -> QRectF:
        """Its whole way and its head."""
        rect = self.level.boundingRect().united(self.upright.boundingRect())
        if self.arrow.chip:
            rect = rect.united(self._chip_rect())
        return rect.adjusted(-6, -6, 6, 6)

    def shape(self) -> QPainterPath:
        """A band around the line, wide enough to be pointed at; of a chip that and its stub."""
        stroker = QPainterPathStroker()
        stroker.setWidth(8)
        both = QPainterPath()
        if not self.arrow.chip:
            both.addPath(self.level)
            both.addPath(self.upright)
        elif self.arrow.points:
            # Not its whole way: else it would stay once one has pointed at it.
            both.moveTo(*self.arrow.points[0])
            both.lineTo(*self.arrow.points[-1])
        shape = stroker.createStroke(both)
        if self.arrow.chip:
            shape.addRect(self._chip_rect())
        return shape

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """The level parts, the head, and the chip where there is no way."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.line())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.level)
        if self.points:
            self._paint_head(painter, self.points[-1])
        if self.arrow.chip and not self._in_full:
            detail = option.levelOfDetailFromTransform(painter.worldTransform())
            self._paint_chip(painter, detail >= FULL_DETAIL)

    def _show_way(self) -> None:
        self.prepareGeometryChange()
        self.uprights.prepareGeometryChange()
        self._trace()
        self._stack()
        self.update()
        self.uprights.update()

    def _stack(self) -> None:
        """A former reference under all others, what is lit or changed over them."""
        over = self.lit or self._hovered or self.arrow.kind in _WIDTHS
        level = 2.5 if self.arrow.kind is ArrowKind.FORMER else 5 if over else 3
        self.setZValue(level)
        self.uprights.setZValue(level + 0.2 if level < 3 else level + 1)

    def _paint_head(self, painter: QPainter, tip: Point) -> None:
        colour = self.colour()
        points = [
            QPointF(tip.x, tip.y),
            QPointF(tip.x - HEAD_LENGTH, tip.y - HEAD_HALF),
            QPointF(tip.x - HEAD_LENGTH, tip.y + HEAD_HALF),
        ]
        hollow = self.arrow.kind in (ArrowKind.FORMER, ArrowKind.WEAK)
        painter.setPen(QPen(colour, 1.4) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("card") if hollow else colour)
        painter.drawPolygon(QPolygonF(points))

    def _chip_rect(self) -> QRectF:
        """Within the row, where the port would be: nothing else stands or passes there."""
        width = 26 + QFontMetricsF(word_font(12)).horizontalAdvance(f"#{self.arrow.target}")
        right = self.arrow.port.x + PORT_INSET - 6
        return QRectF(right - width, self.arrow.port.y - 9, width, 18)

    def _paint_chip(self, painter: QPainter, readable: bool) -> None:
        """An arrow and the number of what it leads to; the arrow alone where that is too small."""
        rect = self._chip_rect()
        painter.setPen(QPen(self.colour(), 1.2))
        painter.setBrush(self.look.colour("card"))
        if not readable:
            rect.setLeft(rect.right() - 24)
        painter.drawRoundedRect(rect, 9, 9)
        y, x = rect.center().y(), rect.x() + 7
        painter.drawLine(QPointF(x, y), QPointF(x + 9, y))
        painter.drawLine(QPointF(x + 6, y - 3), QPointF(x + 9, y))
        painter.drawLine(QPointF(x + 6, y + 3), QPointF(x + 9, y))
        if readable:
            painter.setPen(self.look.colour("ink"))
            middle = rect.center() + QPointF(7, 0)
            write_centred(painter, f"#{self.arrow.target}", word_font(12), middle)

    def _trace(self) -> None:
        """Cut the way into level parts and upright parts; the rounded corners go with these."""
        self.level, self.upright = QPainterPath(), QPainterPath()
        points = _without_repeats(self.points)
        if len(points) < 2:
            return
        end = points[-1]
        # The line ends inside the head, so that its blunt end does not show at the tip.
        points[-1] = Point(end.x - HEAD_LENGTH + 1, end.y)
        corners = [_radius(points, number) for number in range(len(points))]
        for number, (start, stop) in enumerate(pairwise(points)):
            if start.y == stop.y:
                way = 1 if stop.x > start.x else -1
                self.level.moveTo(start.x + way * corners[number], start.y)
                self.level.lineTo(stop.x - way * corners[number + 1], stop.y)
            else:
                self._trace_upright(points, corners, number)

    def _trace_upright(self, points: list[Point], corners: list[float], number: int) -> None:
        start, stop = points[number], points[number + 1]
        down = 1 if stop.y > start.y else -1
        first, last = corners[number], corners[number + 1]
        before = points[number - 1] if number else start
        after = points[number + 2] if number + 2 < len(points) else stop
        self.upright.moveTo(start.x + _toward(start.x, before.x) * first, start.y)
        self.upright.quadTo(start.x, start.y, start.x, start.y + down * first)
        self.upright.lineTo(stop.x, stop.y - down * last)
        self.upright.quadTo(stop.x, stop.y, stop.x + _toward(stop.x, after.x) * last, stop.y)


class UprightsItem(QGraphicsItem):
    """The upright parts of an arrow, above all level parts, which break under them."""

    def __init__(self, arrow: ArrowItem) -> None:
        super().__init__()
        self._arrow = arrow
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """The arrow's own."""
        return self._arrow.upright.boundingRect().adjusted(-6, -6, 6, 6)

    def shape(self) -> QPainterPath:
        """Nothing: clicks are for the arrow."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """First the gap in the colour of the ground, then the line."""
        path = self._arrow.upright
        if path.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._arrow.line()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._arrow.arrow.kind is not ArrowKind.FORMER:
            ground = QPen(self._ground(), line.widthF() + 2 * GAP)
            ground.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(ground)
            painter.drawPath(path)
        painter.setPen(line)
        painter.drawPath(path)

    def _ground(self) -> QColor:
        scene = self.scene()
        name = getattr(scene, "ground_at", lambda x: "canvas")(self.boundingRect().center().x())
        return self._arrow.look.colour(name)


def _without_repeats(points: tuple[Point, ...]) -> list[Point]:
    """The corners alone: no point twice, none in the middle of a straight part."""
    found: list[Point] = []
    for point in points:
        if found and found[-1] == point:
            continue
        if len(found) > 1 and (
            found[-2].x == found[-1].x == point.x or found[-2].y == found[-1].y == point.y
        ):
            found[-1] = point
        else:
            found.append(point)
    return found


def _radius(points: list[Point], number: int) -> float:
    """How round a corner is: less where two are near each other."""
    if number in (0, len(points) - 1):
        return 0.0
    before, here, after = points[number - 1 : number + 2]
    room = [abs(before.x - here.x) + abs(before.y - here.y)]
    room.append(abs(after.x - here.x) + abs(after.y - here.y))
    return min(CORNER, min(room) / 2)


def _toward(start: float, stop: float) -> int:
    return (stop > start) - (stop < start)
