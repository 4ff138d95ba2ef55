"""A ground behind the cards, with its name."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from visualizer.diagram.badges import badge_rect, has_room
from visualizer.diagram.brush import Line, Look, pen, write
from visualizer.diagram.chips import draw_chip, draw_small_chip
from visualizer.diagram.fonts import metrics_of, text_width, word_font
from visualizer.diagram.mark_legend import FOOT, Told, draw_mark_legend
from visualizer.diagram.small_card import FULL_DETAIL, SOME_DETAIL
from visualizer.diagram.thread_grounds import draw_thread_ground, write_thread
from visualizer.diagram.tool_tip import as_tool_tip
from visualizer.layout import Box, Rect, Region, RegionKind, TextStyle

_RADIUS = 12
_HIGHEST = 80.0
"""How much lower than its name cards begin whose counts may reach it where all is small."""
_LEAST_TITLED = 1 / 3


class RegionItem(QGraphicsItem):
    """The heap, or one of the classic picture's other regions."""

    def __init__(self, region: Region, look: Look) -> None:
        super().__init__()
        self.region = region
        self._look = look
        self._lifted = 0.0
        self._signs: tuple[Told, ...] = ()
        self._near: tuple[Box, ...] = ()
        # The ground of a thread lies on that of the stack.
        self.setZValue(0.1 if region.kind is RegionKind.THREAD else 0)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setToolTip(as_tool_tip(look.say(region.hint)))

    def show_region(self, region: Region, look: Look) -> None:
        """Take on the region of another step."""
        self._lifted = 0.0
        if region == self.region and look is self._look:
            return
        if region.rect != self.region.rect:
            self.prepareGeometryChange()
        self.region, self._look = region, look
        self.setToolTip(as_tool_tip(look.say(region.hint)))
        self.update()

    def name_signs(self, signs: tuple[Told, ...]) -> None:
        """Say what these mean, at the lower edge."""
        if signs != self._signs:
            self._signs = signs
            self.update()

    def keep_clear(self, boxes: Iterable[Box]) -> None:
        """Write no line about it where the counts of these cards stand."""
        near = tuple(box for box in boxes if box.badge is not None and box.rect.y < self._low)
        if near != self._near:
            self._near = near
            self.update()

    @property
    def _low(self) -> float:
        """Above it counts of cards reach up to its name."""
        return self.title_at + _HIGHEST

    def cover(self, rect: Rect) -> None:
        """Reach up and down as far as ``rect`` does, which is drawn on it; its name stays, and what
        signs mean is still below."""
        x, y, width, _ = own = self.region.rect
        top, bottom = min(y, rect.y), max(own.bottom, rect.bottom + FOOT)
        if (top, bottom) != (y, own.bottom):
            lifted = self._lifted + y - top
            reaching = replace(self.region, rect=Rect(x, top, width, bottom - top))
            self.show_region(reaching, self._look)
            self._lifted = lifted

    @property
    def title_at(self) -> float:
        """The height of the middle of its name."""
        return self.region.rect.y + self._lifted + 18

    def title_rect(self) -> QRectF:
        """Where its name and the line about it are."""
        x, _, width, _ = self.region.rect
        return QRectF(x, self.title_at - 12, width, 24)

    def words(self) -> Iterator[QRectF]:
        """Where there is something to read on the ground itself."""
        yield self.title_rect()
        if self._signs:
            x, _, width, _ = rect = self.region.rect
            yield QRectF(x, rect.bottom - 2 * FOOT, width, 2 * FOOT)

    def boundingRect(self) -> QRectF:
        """The ground with its edge."""
        return QRectF(*self.region.rect).adjusted(-1, -1, 1, 1)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """The ground, and its name where it can be read."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, region = self._look, self.region
        self._paint_ground(painter, option.exposedRect)
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < FULL_DETAIL:
            if region.kind is RegionKind.THREAD:
                write_thread(painter, look, region, said=False)
                return
            for chip in region.chips:
                draw_small_chip(painter, look, chip, detail)
            # Smaller, and a letter would stand out of its ground.
            if detail >= _LEAST_TITLED and not (region.chips and detail < SOME_DETAIL):
                self._write_small_title(painter, detail)
            draw_mark_legend(painter, look, self._signs, region.rect, detail)
            return
        self._write_title(painter)
        draw_mark_legend(painter, look, self._signs, region.rect, detail)
        for chip in region.chips:
            draw_chip(painter, look, chip)
        if region.foot:
            painter.setPen(look.colour("ink2"))
            line = Line(region.rect.x + 16, region.rect.bottom - 14, region.rect.width - 24)
            write(painter, look, region.foot, TextStyle.SMALL, line)

    def _paint_ground(self, painter: QPainter, exposed: QRectF) -> None:
        """A rounded rectangle; where no edge of it is to be painted, that part is just filled."""
        look, region = self._look, self.region
        if region.kind is RegionKind.THREAD:
            draw_thread_ground(painter, look, region)
            return
        rect, colour = QRectF(*region.rect), look.colour(region.kind.value)
        if rect.adjusted(_RADIUS, _RADIUS, -_RADIUS, -_RADIUS).contains(exposed):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.fillRect(exposed.adjusted(-1, -1, 1, 1), colour)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            return
        painter.setBrush(colour)
        painter.setPen(pen(look.colour("hair")))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)

    def _write_small_title(self, painter: QPainter, detail: float) -> None:
        """The name, and what is said of it at the right; each letter 12 pixels high on screen."""
        look, region = self._look, self.region
        bold, plain = word_font(12 / detail, QFont.Weight.DemiBold), word_font(12 / detail)
        x, right = region.rect.x + 6 / detail, region.rect.right - 6 / detail
        title, note = look.say(region.title), look.say(region.note)
        base = self.title_at + metrics_of(bold).capHeight() / 2
        width, room = (
            metrics_of(bold).horizontalAdvance(title),
            metrics_of(plain).horizontalAdvance(note),
        )
        if x + width > right:
            return
        painter.setFont(bold)
        painter.setPen(look.colour("ink"))
        painter.drawText(QPointF(x, base), title)
        beside, high = x + width + 12 / detail, 14 / detail
        for left in (right - room, beside):
            written = QRectF(left, self.title_at - high / 2, room, high)
            taken = any(written.intersects(self._count(box, detail)) for box in self._near)
            if left >= beside and left + room <= right and not taken:
                painter.setFont(plain)
                painter.setPen(look.colour("ink2"))
                painter.drawText(QPointF(left, base), note)
                return

    def _count(self, box: Box, detail: float) -> QRectF:
        """Where the count of a card is when it is seen at that size; null where it is not."""
        if not has_room(box, detail):
            return QRectF()
        return badge_rect(self._look, box, detail).translated(box.rect.x, box.rect.y)

    def _write_title(self, painter: QPainter) -> None:
        """The name, and beside it, or below where there is no room, a line about it."""
        look, region = self._look, self.region
        if region.kind is RegionKind.THREAD:
            write_thread(painter, look, region)
            return
        x, y, width = region.rect.x + 16, self.title_at, region.rect.width - 32
        painter.setPen(look.colour("ink"))
        used = write(painter, look, region.title, TextStyle.TITLE, Line(x, y, width))
        painter.setPen(look.colour("ink2"))
        room = width - used - 12
        if text_width(look.say(region.note), TextStyle.SMALL) <= room:
            write(painter, look, region.note, TextStyle.SMALL, Line(x + used + 12, y, room))
        elif region.kind is RegionKind.HEAP:
            # Below would be counts.
            write(painter, look, region.note, TextStyle.SMALL, Line(x + used + 12, y, room))
        elif region.kind is not RegionKind.TEXT:
            write(painter, look, region.note, TextStyle.SMALL, Line(x, y + 16, width + 12))
