"""What is drawn of a container that stands in the slot of another: its header, its grid row."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from visualizer.diagram.badges import draw_small_badge
from visualizer.diagram.brush import Line, Look, pen, write
from visualizer.diagram.fonts import text_width
from visualizer.layout import Box, Mark, Part, TextStyle
from visualizer.layout.sizes import PORT_INSET

_BAR = 3
_SOFT = {
    Mark.NEW: "gainSoft",
    Mark.REBOUND: "changeSoft",
    Mark.CHANGED: "changeSoft",
    Mark.UNREACHABLE: "islandSoft",
}
_BARS = {Mark.NEW: "gain", Mark.CHANGED: "changeLine", Mark.UNREACHABLE: "island"}


def draw_nest(painter: QPainter, look: Look, box: Box, part: Part) -> None:
    """The slot's label, then type and number of what it holds, its badge; a bar along its lines."""
    mark = box.mark_of(part.slot, part.inner)
    badge = dict(box.pills).get(part.target or 0)
    width, middle = box.rect.width, part.y + part.height / 2
    column = box.card.key_column
    _draw_ground(painter, look, box, part, mark)
    painter.setPen(look.colour("ink2"))
    label = Line(12 + part.x, middle, max(column - 18 - part.x, 24) if column else width / 3)
    used = write(painter, look, part.label, TextStyle.CODE, label)
    if part.text:
        left = max(column, 12 + part.x + used) + 12
        room = width - left - PORT_INSET - 20
        painter.setPen(look.colour("ink"))
        x = left + write(painter, look, part.text, TextStyle.TITLE, Line(left, middle, room))
        painter.setPen(look.colour("ink3"))
        serial = f"#{part.target}"
        if x + 5 + text_width(serial, TextStyle.TITLE) <= left + room:
            x += 5 + write(painter, look, serial, TextStyle.TITLE, Line(x + 5, middle, room))
        if part.locked:
            draw_lock(painter, look, QPointF(x + 10, middle))
    if badge is not None:
        draw_small_badge(painter, look, badge, QPointF(width - PORT_INSET - 2, middle))


def _draw_ground(painter: QPainter, look: Look, box: Box, part: Part, mark: Mark) -> None:
    width = box.rect.width
    own = next((n.mark for n in box.nested if n.serial == part.target), Mark.NONE)
    soft = _SOFT.get(mark) or _SOFT.get(own)
    if part.text or soft:
        rect = QRectF(1 + part.x, part.y, width - 2 - part.x, part.height)
        painter.fillRect(rect, look.colour(soft or "cardHead"))
    if not part.text:
        return
    painter.setPen(pen(look.colour("hair")))
    painter.drawLine(QPointF(1 + part.x, part.y), QPointF(width - 1, part.y))
    bar = QRectF(1 + part.x, part.y, _BAR, part.height + part.below)
    painter.fillRect(bar, look.colour(_BARS.get(own, "line")))


def draw_index(painter: QPainter, look: Look, part: Part) -> None:
    """The number of a column above it."""
    width = text_width(str(part.label), TextStyle.SMALL)
    painter.setPen(look.colour("ink3"))
    left = part.x + (part.width - width) / 2
    line = Line(left, part.y + part.height / 2 + 1, width + 1)
    write(painter, look, part.label, TextStyle.SMALL, line)


def draw_lock(painter: QPainter, look: Look, at: QPointF) -> None:
    """Tuples and frozen sets cannot change."""
    painter.setPen(pen(look.colour("ink2"), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = at.x(), at.y()
    painter.drawRoundedRect(QRectF(x - 5, y - 1, 10, 7), 1.5, 1.5)
    painter.drawArc(QRectF(x - 3, y - 6, 6, 9), 0, 180 * 16)
