"""A card in the scene. It paints what layout decided, with less detail the smaller it is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from visualizer.diagram.badge_item import LiftingItem
from visualizer.diagram.badges import (
    badge_corner,
    badge_rect,
    draw_badge,
    has_room,
    larger_at,
    largest_reach,
)
from visualizer.diagram.brush import (
    SIGN,
    Line,
    Look,
    dashed,
    draw_running,
    draw_sign,
    pen,
    standing_at,
    write,
)
from visualizer.diagram.fold_mark import draw_fold, fold_rect
from visualizer.diagram.folding import can_fold
from visualizer.diagram.fonts import text_width
from visualizer.diagram.group_card import (
    draw_behind,
    draw_cells,
    draw_header,
    draw_legend,
)
from visualizer.diagram.group_card import draw_small as draw_small_group
from visualizer.diagram.group_cells import member_at
from visualizer.diagram.group_words import Noted
from visualizer.diagram.middle_card import draw_middle
from visualizer.diagram.nest_parts import draw_lock
from visualizer.diagram.parts import draw_parts
from visualizer.diagram.small_card import FULL_DETAIL, SOME_DETAIL, draw_small
from visualizer.diagram.stacking import rank
from visualizer.diagram.surface import Row, Surface, row_of
from visualizer.diagram.thread_signs import Owner, draw_owner
from visualizer.diagram.tool_tip import as_tool_tip
from visualizer.layout import Box, CardKind, Key, Mark, Point, TextStyle
from visualizer.layout.sizes import HEADER, PILL, header_label, label_aside

RADIUS = 8
_LEVEL, _GHOST_LEVEL = 2.0, 1.9
_OVERHANG = 34
_ABOVE = 50
"""How far a count reaches above a card that is seen small."""
_OUTLINES = {
    Mark.NEW: "gain",
    Mark.CHANGED: "changeLine",
    Mark.UNREACHABLE: "island",
    Mark.FREED: "ghost",
}


class BoxItem(LiftingItem):
    """One card; ``show_box`` gives it the box of another step."""

    def __init__(self, box: Box, look: Look, surface: Surface) -> None:
        super().__init__(box.key, surface)
        self.box = box
        self._look = look
        self._chosen: Key | None = None
        self._pointed = False
        self._lit: frozenset[Row] = frozenset()
        self.owner: Owner | None = None
        self._noted = Noted()
        self.setPen(Qt.PenStyle.NoPen)
        self.setAcceptHoverEvents(True)
        self._stand()

    def show_box(self, box: Box, look: Look) -> None:
        """Take on another step's box; nothing is painted again if it is the same."""
        if look is self._look and (box is self.box or box == self.box):
            return
        self.box, self._look = box, look
        self._stand()
        self.update()

    def choose(self, chosen: Key | None, pointed: bool, lit: frozenset[Row]) -> None:
        """Mark it as pointed at; ``chosen`` is what is selected, the card or a container in it.

        ``lit`` are the rows of lit arrows.
        """
        if (chosen, pointed, lit) != (self._chosen, self._pointed, self._lit):
            self._chosen, self._pointed, self._lit = chosen, pointed, lit
            self.update()

    def note(self, noted: Noted) -> None:
        """Of a group: show which of its objects are selected, or were found."""
        if noted != self._noted:
            self._noted = noted
            self.update()

    def belong_to(self, owner: Owner | None) -> None:
        """Of a call: show whose it is, where there are several threads."""
        if owner != self.owner:
            self.owner = owner
            self.update()

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Say what the row under the pointer refers to, and light its arrow."""
        row = self.row_at(event.pos())
        member = member_at(self.box, event.pos().x(), event.pos().y())
        said = self._surface.row_hint(self.box.key, row)
        if member is not None:
            said = self._surface.member_hint(member)
        self.setToolTip(as_tool_tip(said))
        self._surface.point_at(self.box.key, row)
        super().hoverMoveEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Back to how it was."""
        self._surface.point_away()
        super().hoverLeaveEvent(event)

    def row_at(self, at: QPointF) -> Row | None:
        """The row at a point of the card if it refers to something; else None."""
        for part in reversed(self.box.card.parts):
            inside = part.y <= at.y() < part.y + part.height
            beside = part.width and not part.x <= at.x() < part.x + part.width
            if inside and not beside and part.target is not None:
                return row_of(self.box, part)
        return None

    def _stand(self) -> None:
        """With badge, sign and label, which stand out of the card."""
        rect = self.box.rect
        width = rect.width + self.box.card.aside
        whole = QRectF(0, 0, width, rect.height)
        whole.adjust(-_OVERHANG, -_ABOVE, _OVERHANG, _OVERHANG)
        if self.box.badge is not None and self.box.badge.changed:
            # Old and new count may be wider than the card.
            whole = whole.united(
                badge_rect(self._look, self.box, SOME_DETAIL).adjusted(-3, 0, 3, 0)
            )
        self.setRect(whole)
        self.place = QPointF(rect.x, rect.y)
        self.setPos(self.place)
        # What is freed lies under what is there.
        level = _GHOST_LEVEL if self.box.ghost else _LEVEL
        self.setZValue(level + rank(Point(rect.x, rect.y), self.box.serial or 0))
        self.stand_above()
        # Calls keep their order: it is that of the stack.
        moves = not (self.box.ghost or self.box.group or self.box.middle)
        self.draggable = self.box.serial is not None and moves

    def stand_above(self) -> None:
        """With what its signs take: at the left corner that of a change."""
        if self.above is None:
            return
        left = -_OVERHANG if self.box.mark is not Mark.NONE else self.box.rect.width
        reach = largest_reach(self.box)
        rect = QRectF(left, -_OVERHANG, _OVERHANG, _OVERHANG + _OVERHANG)
        if reach is not None:
            around = QRectF(*reach).translated(-self.box.rect.x, -self.box.rect.y)
            rect = around if self.box.mark is Mark.NONE else around.united(rect)
        self.above.stand(rect.adjusted(-3, -3, 3, 3))
        self.setZValue(self.zValue())

    def shape(self) -> QPainterPath:
        """The card itself, for clicks."""
        path = QPainterPath()
        path.addRect(QRectF(0, 0, self.box.rect.width, self.box.rect.height))
        if self._shows_fold:
            path.addRect(self.fold_rect)
        return path

    def is_fold(self, at: QPointF) -> bool:
        """Whether a point of the scene is on the mark that folds what hangs under the card.

        What stands for the middle of a chain is one as a whole.
        """
        if self.box.middle:
            return self.contains(at - self.pos())
        return self._shows_fold and self.fold_rect.contains(at - self.pos())

    @property
    def _shows_fold(self) -> bool:
        """Always where something is folded away, else only while one may want that."""
        if self.box.middle:
            return False
        wanted = self._pointed or self._chosen == self.box.key
        return self.box.fold is not None or (wanted and can_fold(self.box))

    @property
    def fold_rect(self) -> QRectF:
        """Where that mark is, in the card's own lengths."""
        return fold_rect(self.box.rect, self.box.fold, self._look)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Everything from 70 % on; below that title and badge; under 40 % a block."""
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.box.group is not None:
            self._paint_group(painter, detail)
        elif self.box.middle:
            self._paint_middle(painter, detail)
        elif detail < FULL_DETAIL:
            self._paint_small(painter, detail)
        elif self.box.card.kind is CardKind.PILL:
            self._paint_pill(painter)
        else:
            self._paint_card(painter)
        self._paint_ring(painter)
        if self.above is None:
            self.paint_signs(painter, detail)
        if self.owner is not None and detail >= SOME_DETAIL:
            draw_owner(painter, self._look, self.owner, QPointF(self.box.rect.width - 6, -5))
        if self._shows_fold and detail >= SOME_DETAIL:
            draw_fold(painter, self._look, self.fold_rect, self.box.fold)

    def paint_signs(self, painter: QPainter, detail: float) -> None:
        """What the step did to it, and its count: never smaller than can be read."""
        box, look = self.box, self._look
        larger = larger_at(detail)
        if box.mark is not Mark.NONE and box.card.kind is not CardKind.FRAME:
            with standing_at(painter, QPointF(2, 0), larger):
                draw_sign(painter, look, box.mark, QPointF(0, 0))
        if box.badge is None or not has_room(box, detail):
            return
        with standing_at(painter, badge_corner(look, box, detail), larger):
            draw_badge(painter, look, box.badge, QPointF(0, 0), self._chosen == box.key)

    def badge_at(self, detail: float) -> QRectF:
        """Where its count is when it is seen at that size; null where that is not shown."""
        badge = self.box.badge
        shown = badge is not None and has_room(self.box, detail)
        return badge_rect(self._look, self.box, detail) if shown else QRectF()

    def _outline(self) -> tuple[str, float]:
        if _raises(self.box):
            return "loss", 2.0
        if self.box.running or self._pointed:
            return "accent", 2.0
        if self.box.unreachable:
            return "island", 2.0
        if self.box.mark in _OUTLINES and self.box.card.kind is not CardKind.FRAME:
            return _OUTLINES[self.box.mark], 2.0
        return "line", self._look.theme.outline

    def _edge(self, painter: QPainter, ground: str) -> QRectF:
        colour, width = self._outline()
        inset = width / 2
        whole = QRectF(0, 0, self.box.rect.width, self.box.rect.height)
        rect = whole.adjusted(inset, inset, -inset, -inset)
        painter.setBrush(self._look.colour(ground))
        if self.box.unreachable or self.box.ghost:
            painter.setPen(dashed(self._look.colour(colour), width, 6, 4))
        else:
            painter.setPen(pen(self._look.colour(colour), width))
        return rect

    def _paint_card(self, painter: QPainter) -> None:
        box, look = self.box, self._look
        ground = "ghostFill" if box.ghost else "islandSoft" if box.unreachable else "card"
        rect = self._edge(painter, ground)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        path = QPainterPath()
        path.addRoundedRect(rect, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        head = "accentSoft" if box.running or self._chosen == box.key else "cardHead"
        head = "lossSoft" if _raises(box) else head
        if not box.ghost:
            painter.fillRect(QRectF(0, 0, box.rect.width, box.card.header), look.colour(head))
        if box.card.parts:
            draw_parts(painter, look, box, self._lit)
        painter.restore()
        self._edge(painter, ground)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        self._paint_header(painter)

    def _paint_header(self, painter: QPainter) -> None:
        box, look = self.box, self._look
        y, width = box.card.header / 2, box.rect.width
        if box.card.kind is CardKind.FRAME:
            self._paint_frame_header(painter, y)
            return
        painter.setPen(look.colour("ink"))
        x = 10 + write(painter, look, box.card.title, TextStyle.TITLE, Line(10, y, width - 30))
        painter.setPen(look.colour("ink3"))
        x += 5 + write(painter, look, f"#{box.serial}", TextStyle.TITLE, Line(x + 5, y, width - x))
        if box.card.locked:
            draw_lock(painter, look, QPointF(x + 10, y))
            x += SIGN + 2
        if box.ghost:
            painter.setPen(look.colour("loss"))
            room = width - x - 16
            if text_width(look.say(box.note), TextStyle.SMALL) <= room:
                write(painter, look, box.note, TextStyle.SMALL, Line(x + 8, y, room, right=True))
            else:
                below = Line(10, box.rect.height + 10, width)
                write(painter, look, box.note, TextStyle.SMALL, below)
        elif box.address and box.card.header >= HEADER:
            painter.setPen(look.colour("ink3"))
            self._write_numbers(painter, Line(x + 8, y, width - 16 - x - 8, right=True))

    def _write_numbers(self, painter: QPainter, line: Line) -> None:
        """Address and size; where there is no room for both, the size alone."""
        label = header_label(self.box.address, self.box.size)
        if text_width(label, TextStyle.ADDRESS) > line.width:
            label = label.split(" · ")[1]
        write(painter, self._look, label, TextStyle.ADDRESS, line)

    def _paint_frame_header(self, painter: QPainter, y: float) -> None:
        box, look = self.box, self._look
        x, width = 12.0, box.rect.width
        if box.running:
            colour = look.colour("loss" if _raises(box) else "accent")
            draw_running(painter, colour, QPointF(18, y))
            x = 32.0
        note = look.say(box.card.note)
        room = text_width(note, TextStyle.TITLE) + 12
        painter.setPen(look.colour("ink"))
        write(painter, look, box.card.title, TextStyle.VALUE, Line(x, y, width - x - room - 6))
        painter.setPen(look.colour("ink2"))
        write(painter, look, note, TextStyle.TITLE, Line(width - room, y, room - 10, right=True))

    def _paint_pill(self, painter: QPainter) -> None:
        box, look = self.box, self._look
        ground = "ghostFill" if box.ghost else "islandSoft" if box.unreachable else "card"
        rect = self._edge(painter, ground)
        radius = min(rect.height(), PILL) / 2
        painter.drawRoundedRect(rect, radius, radius)
        x, y = 13.0, PILL / 2
        if box.card.title:
            painter.setPen(look.colour("ink2"))
            x += 8 + write(painter, look, box.card.title, TextStyle.SMALL, Line(x, y, 200))
        painter.setPen(look.colour("ink"))
        for part in box.card.parts:
            write(painter, look, part.text, TextStyle.VALUE, Line(x, y, box.rect.width - x - 8))
        self._paint_aside(painter, y)

    def _paint_aside(self, painter: QPainter, y: float) -> None:
        """Beside a pill: its number and address, and what is to be said of it."""
        box, look = self.box, self._look
        left = box.rect.width + 16
        if box.address:
            painter.setPen(look.colour("ink3"))
            serial = box.serial or 0
            label = label_aside(serial, box.address, brief=box.card.brief)
            line = Line(left, y - 6 if box.note else y + 3, box.card.aside)
            write(painter, look, label, TextStyle.ADDRESS, line)
        if box.note:
            painter.setPen(look.colour("loss" if box.ghost else "gain"))
            write(painter, look, box.note, TextStyle.SMALL, Line(left, y + 10, 400))

    def _paint_middle(self, painter: QPainter, detail: float) -> None:
        rect = self._edge(painter, "cardHead")
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        draw_middle(painter, self._look, self.box, detail)

    def _paint_group(self, painter: QPainter, detail: float) -> None:
        """Many objects: cells as long as one can tell them apart, and what their colours mean."""
        box, look, noted = self.box, self._look, self._noted
        draw_behind(painter, look, box)
        rect = self._edge(painter, "card")
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if detail >= SOME_DETAIL:
            header = QRectF(2, 2, box.rect.width - 4, box.card.header - 2)
            painter.fillRect(header, look.colour("cardHead"))
        if detail >= FULL_DETAIL:
            draw_header(painter, look, box)
            draw_legend(painter, look, box, noted)
        else:
            draw_small_group(painter, look, box, noted, detail)
        if detail >= SOME_DETAIL:
            draw_cells(painter, look, box, noted)

    def _paint_small(self, painter: QPainter, detail: float) -> None:
        """Text keeps 12 pixels on screen, so there is less of it."""
        box, look = self.box, self._look
        rect = self._edge(painter, "ghostFill" if box.ghost else "card")
        radius = rect.height() / 2 if box.card.kind is CardKind.PILL else RADIUS
        painter.drawRoundedRect(rect, min(radius, PILL / 2), min(radius, PILL / 2))
        draw_small(painter, look, box, detail)

    def _paint_ring(self, painter: QPainter) -> None:
        """Around the card if that is selected, or around the container in it that is."""
        box, chosen = self.box, self._chosen
        if chosen is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self._look.colour("accent"), 2))
        rect = QRectF(0, 0, box.rect.width, box.rect.height).adjusted(-4, -4, 4, 4)
        radius = PILL / 2 + 4 if box.card.kind is CardKind.PILL else RADIUS + 4
        for nested in box.nested:
            if nested.serial == chosen.name and chosen != box.key:
                rect = QRectF(-4, nested.top, box.rect.width + 8, nested.height)
                radius = RADIUS
        painter.drawRoundedRect(rect, radius, radius)


def _raises(box: Box) -> bool:
    """Whether an exception is raised in this frame, or passes through it."""
    return any(part.slot.kind in ("raised", "not-caught") for part in box.card.parts)
