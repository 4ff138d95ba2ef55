"""An arrow in the scene: level parts below, upright parts above with a gap for what they cross."""

from dataclasses import dataclass
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from visualizer.diagram.arrow_number import (
    BUNDLE_WIDTH,
    draw_number,
    draw_start,
    joined_rect,
    number_rect,
)
from visualizer.diagram.arrow_path import HEAD_HALF, HEAD_LENGTH, Way, band, traced
from visualizer.diagram.brush import Look, dashed, write_centred
from visualizer.diagram.fonts import word_font
from visualizer.diagram.stacking import rank
from visualizer.diagram.surface import Surface
from visualizer.diagram.tool_tip import as_tool_tip
from visualizer.layout import Arrow, ArrowKind, Point, Rect
from visualizer.layout.sizes import PORT_INSET

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
_SMOOTH, _HOLLOW = QPainter.RenderHint.Antialiasing, QBrush(Qt.BrushStyle.NoBrush)
_ROOM = 6
PORT = 4.0
FULL_DETAIL, SOME_DETAIL = 0.7, 0.4


@dataclass(slots=True)
class _Brushes:
    """What an arrow is painted with, kept as long as that holds."""

    line: QPen
    whole: QPainterPath
    head: QPolygonF | None
    edge: QPen
    fill: QBrush


class ArrowItem(QGraphicsRectItem):
    """One reference. ``uprights`` is a second item for the parts that run over others."""

    def __init__(self, arrow: Arrow, look: Look, surface: Surface) -> None:
        super().__init__()
        self.arrow = arrow
        self.look = look
        self.surface = surface
        self.lit = False
        self._island: tuple[Rect, ...] = ()
        self._faint = False
        self._presence = self._reach = 1.0
        self.way = Way()
        self._brushes: _Brushes | None = None
        self.setPen(Qt.PenStyle.NoPen)
        self.uprights = UprightsItem(self)
        self.setAcceptHoverEvents(True)
        self._show_way()

    def show_arrow(self, arrow: Arrow, look: Look) -> None:
        """Take on the arrow of another step."""
        if look is self.look and (arrow is self.arrow or arrow == self.arrow):
            return
        self.arrow, self.look = arrow, look
        self._show_way()
        self._show_presence()

    def light(self, lit: bool, faint: bool) -> None:
        """Show it in the accent, or step back behind those that are."""
        if faint != self._faint:
            self._faint = faint
            self._show_presence()
        if lit != self.lit:
            self.lit = lit
            self._show_way()

    def show_in_island(self, grounds: tuple[Rect, ...]) -> None:
        """Show that both its ends are out of reach for the program, on these grounds; or not."""
        if grounds != self._island:
            self._island = grounds
            self._repaint()

    @property
    def in_island(self) -> bool:
        """Whether both its ends are out of reach for the program."""
        return bool(self._island)

    def ground(self) -> QColor:
        """The colour of what its upright parts lie on."""
        middle = self.uprights.rect().center()
        if any(QRectF(*rect).contains(middle) for rect in self._island):
            return self.look.colour("islandSoft")
        return self.look.colour(self.surface.ground_at(middle.x()))

    def show_presence(self, presence: float) -> None:
        """Show it as far as it has come: 1.0 when it is all there."""
        self._presence = presence
        self._show_presence()

    def show_reach(self, reach: float) -> None:
        """Show it as far along its way as it has come: 1.0 when it is at its target."""
        self._reach = reach
        self._show_way()

    def line(self) -> QPen:
        """How its line is drawn."""
        colour = self.colour()
        width = 2.0 if self.lit else _WIDTHS.get(self.arrow.kind, 1.6)
        if self.arrow.bundle is not None:
            width = BUNDLE_WIDTH
        if self.arrow.kind is ArrowKind.FORMER:
            return dashed(colour, 1.6, 4, 4)
        if self.arrow.kind is ArrowKind.WEAK:
            return dashed(colour, width, 4, 3)
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def colour(self) -> QColor:
        """Its colour: the accent if it belongs to what is selected or is pointed at."""
        if self.lit:
            return self.look.colour("accent")
        if self.in_island and self.arrow.kind is ArrowKind.PLAIN:
            return self.look.colour("island")
        return self.look.colour(_COLOURS[self.arrow.kind])

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Say in words what it means, and show its whole way."""
        self.setToolTip(as_tool_tip(self.surface.hint(self.arrow)))
        self.surface.point_at_arrow(self.arrow)
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Back to how it was."""
        self.surface.point_away()
        super().hoverLeaveEvent(event)

    @property
    def points(self) -> tuple[Point, ...]:
        """Its corners: of a chip only those of its stub, until one asks to see its way."""
        return self.arrow.full if self._in_full else self.arrow.points

    @property
    def _starts_at_left(self) -> bool:
        """Whether its port is at the edge of its card, for which the card draws none."""
        arrow = self.arrow
        shown = self._in_full or not arrow.chip
        return shown and arrow.leftwards and arrow.kind is not ArrowKind.FORMER

    @property
    def _in_full(self) -> bool:
        return bool(self.arrow.full) and self.lit

    def shape(self) -> QPainterPath:
        """A band around the line, wide enough to be pointed at; of a chip that and its stub."""
        if not self.arrow.chip:
            return band((self.way.level, self.way.upright), 8)
        stub = QPainterPath()
        if self.arrow.points:
            # Not its whole way: else it would stay once one has pointed at it.
            stub.moveTo(*self.arrow.points[0])
            stub.lineTo(*self.arrow.points[-1])
        shape = band((stub,), 8)
        shape.addRect(self._chip_rect())
        return shape

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """The level parts, the head, and the chip where there is no way."""
        painter.setRenderHint(_SMOOTH)
        brushes = self._brushes or self._dress()
        painter.setPen(brushes.line)
        painter.setBrush(_HOLLOW)
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.drawPath(brushes.whole if detail < SOME_DETAIL else self.way.level)
        if self._starts_at_left and detail >= FULL_DETAIL:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour())
            painter.drawEllipse(QPointF(*self.points[0]), PORT, PORT)
        if self.arrow.slot.kind == "group":
            draw_start(painter, self.arrow, self.colour())
        if detail >= SOME_DETAIL and self.has_number:
            self.uprights.draw_way(painter)
        if brushes.head is not None:
            painter.setPen(brushes.edge)
            painter.setBrush(brushes.fill)
            painter.drawPolygon(brushes.head)
        if self.arrow.chip and not self._in_full:
            self._paint_chip(painter, detail >= FULL_DETAIL)

    def _show_way(self) -> None:
        self.way = traced(self.points, self._reach)
        whole = self.way.level.boundingRect().united(self.way.upright.boundingRect())
        if self.way.tip is not None:
            tip = self.way.tip
            whole = whole.united(QRectF(tip.x - HEAD_LENGTH, tip.y - 1, HEAD_LENGTH, 2))
        if self.arrow.chip:
            whole = whole.united(self._chip_rect())
        if self.arrow.joined:
            whole = whole.united(joined_rect(self.arrow))
        self.setRect(whole.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.uprights.take(self.way.upright, self._number_room())
        self._stack()
        self._repaint()

    @property
    def has_number(self) -> bool:
        """Whether it is a line that stands for several references."""
        return self.arrow.bundle is not None and not self.arrow.chip

    def _number_room(self) -> QRectF:
        """Room for its number at any size; null where it has none."""
        if not self.has_number:
            return QRectF()
        sizes = (number_rect(self.arrow, detail) for detail in (1.0, FULL_DETAIL, SOME_DETAIL))
        return reduce(QRectF.united, sizes)

    def _repaint(self) -> None:
        self._brushes = None
        self.update()
        self.uprights.update()

    def _show_presence(self) -> None:
        # A chip covers its port: one would see that through it.
        faint = self._faint and not self.arrow.chip
        opacity = self._presence * (_FAINT if faint else 1.0)
        self.setOpacity(opacity)
        self.uprights.setOpacity(opacity)

    def _stack(self) -> None:
        """A former reference under all others, what is lit or changed over them."""
        over = self.lit or self.arrow.kind in _WIDTHS or self.arrow.bundle is not None
        level = 2.5 if self.arrow.kind is ArrowKind.FORMER else 5 if over else 3
        among = rank(self.arrow.port, self.arrow.target)
        self.setZValue(level + among)
        # Nothing runs over a number.
        above = 7 if self.has_number else level + 0.2 if level < 3 else level + 1
        self.uprights.setZValue(above + among)

    def _dress(self) -> _Brushes:
        """Find out what it is painted with: once, not each time."""
        colour = self.colour()
        hollow = self.arrow.kind in (ArrowKind.FORMER, ArrowKind.WEAK)
        edge = QPen(colour, 1.4) if hollow else QPen(Qt.PenStyle.NoPen)
        fill = self.look.colour("card") if hollow else colour
        whole = QPainterPath(self.way.level)
        whole.addPath(self.way.upright)
        self._brushes = _Brushes(self.line(), whole, self._head(), edge, QBrush(fill))
        return self._brushes

    def _head(self) -> QPolygonF | None:
        tip, (right, down) = self.way.tip, self.way.heading
        if tip is None:
            return None
        back_x, back_y = tip.x - right * HEAD_LENGTH, tip.y - down * HEAD_LENGTH
        aside_x, aside_y = down * HEAD_HALF, right * HEAD_HALF
        return QPolygonF(
            [
                QPointF(tip.x, tip.y),
                QPointF(back_x + aside_x, back_y - aside_y),
                QPointF(back_x - aside_x, back_y + aside_y),
            ]
        )

    def _chip_rect(self) -> QRectF:
        """Within the row, where the port would be: nothing else stands or passes there."""
        width = 26 + QFontMetricsF(word_font(12)).horizontalAdvance(self._chip_text)
        right = self.arrow.port.x + PORT_INSET - 6
        return QRectF(right - width, self.arrow.port.y - 9, width, 18)

    @property
    def _chip_text(self) -> str:
        arrow = self.arrow
        if arrow.bundle is not None:
            return f"× {arrow.bundle.references:,}"
        return f"#{arrow.target if arrow.member is None else arrow.member}"

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
            write_centred(painter, self._chip_text, word_font(12), middle)


class UprightsItem(QGraphicsRectItem):
    """The upright parts of an arrow, above all level parts, which break under them."""

    def __init__(self, arrow: ArrowItem) -> None:
        super().__init__()
        self._arrow = arrow
        self.setPen(Qt.PenStyle.NoPen)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def take(self, path: QPainterPath, number: QRectF) -> None:
        """Stand where the arrow's upright parts are now, and its number."""
        whole = path.boundingRect().united(number) if number.isValid() else path.boundingRect()
        self.setRect(whole.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        nothing = path.isEmpty() and not number.isValid()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, nothing)

    def shape(self) -> QPainterPath:
        """Nothing: clicks are for the arrow."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """The way, or only the number above all lines where the arrow has one.

        So small that no gap could be seen, the arrow paints all of its way.
        """
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < SOME_DETAIL:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrow = self._arrow
        if arrow.has_number:
            draw_number(painter, arrow.look, arrow.arrow, arrow.colour(), detail)
        else:
            self.draw_way(painter)

    def draw_way(self, painter: QPainter) -> None:
        """First the gap in the colour of the ground, then the line."""
        path, line = self._arrow.way.upright, self._arrow.line()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._arrow.arrow.kind is not ArrowKind.FORMER:
            ground = QPen(self._arrow.ground(), line.widthF() + 2 * GAP)
            ground.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(ground)
            painter.drawPath(path)
        painter.setPen(line)
        painter.drawPath(path)
