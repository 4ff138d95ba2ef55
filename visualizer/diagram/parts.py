"""The rows and cells inside a card."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from visualizer.diagram.badges import draw_small_badge
from visualizer.diagram.brush import Line, Look, draw_sign, pen, write
from visualizer.diagram.fonts import text_width
from visualizer.diagram.nest_parts import draw_index, draw_lock, draw_nest
from visualizer.diagram.surface import Row, row_of
from visualizer.diagram.thread_signs import draw_thread
from visualizer.layout import (
    Badge,
    Box,
    CardKind,
    Mark,
    Part,
    PartKind,
    Phrase,
    Rect,
    TextStyle,
    phrase,
)
from visualizer.layout.lock_story import HELD, THREAD_ROWS
from visualizer.layout.sizes import INDEX_HEIGHT, PORT_INSET, ROW, SMALL_PILL_BADGE, THREAD_SIGN

_SOFT = {Mark.NEW: "gainSoft", Mark.REBOUND: "changeSoft", Mark.CHANGED: "changeSoft"}
_PORTS = {Mark.NEW: "gain", Mark.REBOUND: "changeLine"}
_GENERATOR_SIGNS = ("created", "suspended", "running", "closed")


def draw_parts(painter: QPainter, look: Look, box: Box, lit: frozenset[Row]) -> None:
    """Everything below the header; ``lit`` are the rows whose arrows are in the accent."""
    badges = dict(box.pills)
    for part in box.card.parts:
        mark = box.mark_of(part.slot, part.inner)
        badge = badges.get(part.target) if part.target is not None else None
        if part.kind is PartKind.INDEX:
            draw_index(painter, look, part)
            continue
        if part.kind is PartKind.NEST:
            draw_nest(painter, look, box, part)
            continue
        if part.kind in (PartKind.CELL, PartKind.ROUND) or (
            part.kind is PartKind.MORE and part.width
        ):
            _draw_cell(painter, look, part, mark, badge)
            continue
        _draw_ground(painter, look, box, part, mark)
        _draw_row(painter, look, box, part, mark)
        if part.pill and part.target is not None:
            _draw_pill(painter, look, box, part)
            if badge is not None:
                at = QPointF(box.rect.width - PORT_INSET - 4, part.y + part.height / 2)
                draw_small_badge(painter, look, badge, at)
        elif part.target is not None and part.port not in box.turned:
            usual = "loss" if part.slot.kind == "raised" else _PORTS.get(mark, "arrow")
            is_lit = row_of(box, part) in lit
            colour = look.colour("accent" if is_lit else usual)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            at = QPointF(box.rect.width - PORT_INSET, part.y + part.height / 2)
            painter.drawEllipse(at, 4, 4)
    for cursor in box.cursors:
        _draw_cursor(painter, look, box, cursor)
    for name, y in box.gone:
        _draw_gone(painter, look, box, name, y)
    for name, y in box.lost:
        _draw_lost(painter, look, box, name, y)


def _draw_cursor(painter: QPainter, look: Look, box: Box, at: Rect) -> None:
    """A bar before the item that an iterator gives next, with a head that points at the bar."""
    colour = look.colour("accent")
    painter.setPen(pen(colour, 2))
    if at.height:
        top = QPointF(at.x, at.y - 3)
        painter.drawLine(top, QPointF(at.x, at.y + at.height + 2))
        head = (QPointF(-5, -7), QPointF(5, -7), QPointF(0, 0))
    else:
        top = QPointF(at.x + 6, at.y)
        painter.drawLine(top, QPointF(box.rect.width - at.x, at.y))
        head = (QPointF(-6, -5), QPointF(-6, 5), QPointF(1, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon([top + point for point in head])


def _draw_ground(painter: QPainter, look: Look, box: Box, part: Part, mark: Mark) -> None:
    width = box.rect.width
    if mark in _SOFT:
        rect = QRectF(1 + part.x, part.y, width - 2 - part.x, part.height)
        painter.fillRect(rect, look.colour(_SOFT[mark]))
    painter.setPen(pen(look.colour("hair")))
    if part is not box.card.parts[0] or box.card.kind is CardKind.FRAME:
        painter.drawLine(QPointF(1 + part.x, part.y), QPointF(width - 1, part.y))
    column = box.card.key_column
    if part.kind is PartKind.PAIR and column and not part.x:
        painter.drawLine(QPointF(column, part.y), QPointF(column, part.y + part.height))


def _draw_row(painter: QPainter, look: Look, box: Box, part: Part, mark: Mark) -> None:
    width, y = box.rect.width, part.y + part.height / 2
    # In a low row letters with tails would reach the row below.
    y -= 2 if part.height < ROW else 0
    start, column = 12.0 + part.x, box.card.key_column
    room = width - 24 - part.x - (PORT_INSET + 8 if part.target is not None else 0)
    if mark is not Mark.NONE and part.target is not None and not part.pill:
        draw_sign(painter, look, mark, QPointF(width - PORT_INSET - 24, y))
        room -= 20
    painter.setPen(look.colour("ink2" if part.kind is PartKind.MORE else "ink"))
    if part.slot.kind in THREAD_ROWS:
        holds = part.slot.kind == HELD
        draw_thread(painter, look, (int(part.slot.name), holds), QPointF(start, y))
        start += THREAD_SIGN
        painter.setPen(look.colour("ink"))
    elif part.kind is PartKind.STATE:
        start += _draw_state(painter, look, part)
        painter.setPen(look.colour("ink"))
    if part.kind is PartKind.TEXT:
        if box.card.function:
            start += _draw_function_sign(painter, look, y)
        painter.setPen(look.colour("ink"))
        used = write(painter, look, part.label, TextStyle.CODE, Line(start, y, room))
        painter.setPen(look.colour("ink2"))
        left = start + used + 12
        write(painter, look, part.text, TextStyle.SMALL, Line(left, y, width - 12 - left, True))
        return
    in_column = part.kind is PartKind.PAIR and column and not part.x
    quiet = in_column or part.x or part.kind is PartKind.MORE
    painter.setPen(look.colour("ink2" if quiet else "ink"))
    label_room = column - 18 if in_column else room
    used = write(painter, look, part.label, TextStyle.CODE, Line(start, y, label_room))
    if part.text and not part.pill:
        painter.setPen(look.colour("ink2" if part.kind is PartKind.NAME else "ink"))
        left = column + 12 if in_column else start + used + 12
        write(painter, look, part.text, TextStyle.CODE, Line(left, y, width - 8 - left))


def _draw_cell(painter: QPainter, look: Look, part: Part, mark: Mark, badge: Badge | None) -> None:
    rect = QRectF(part.x, part.y, part.width, part.height)
    if part.kind is PartKind.MORE:
        painter.setPen(look.colour("ink2"))
        write(painter, look, part.text, TextStyle.CODE, Line(part.x + 8, rect.center().y(), 200))
        return
    painter.setBrush(look.colour(_SOFT.get(mark, "cell")))
    painter.setPen(pen(look.colour("changeLine" if mark in _SOFT else "line"), 1))
    if part.kind is PartKind.ROUND:
        painter.drawRoundedRect(rect, part.height / 2, part.height / 2)
    else:
        painter.drawRect(rect)
    painter.setPen(look.colour("ink"))
    written = rect.adjusted(0, 0, -SMALL_PILL_BADGE + 8, 0) if badge is not None else rect
    _write_middle(painter, look, str(part.text), TextStyle.CODE, written)
    if badge is not None:
        at = QPointF(rect.right() - 13, rect.center().y())
        draw_small_badge(painter, look, badge, at, min(10.0, rect.height() / 2 - 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    if part.label:
        painter.setPen(look.colour("ink3"))
        above = QRectF(part.x, part.y - INDEX_HEIGHT + 1, part.width, INDEX_HEIGHT)
        _write_middle(painter, look, str(part.label), TextStyle.SMALL, above)


def _write_middle(painter: QPainter, look: Look, text: str, style: TextStyle, rect: QRectF) -> None:
    width = text_width(text, style)
    left = rect.center().x() - width / 2
    write(painter, look, text, style, Line(left, rect.center().y(), width + 1))


def _draw_pill(painter: QPainter, look: Look, box: Box, part: Part) -> None:
    """A value that only this slot refers to, drawn where it is held."""
    text = look.say(part.text)
    width = text_width(text, TextStyle.CODE) + 16
    numbers = 28 if box.pills else 0
    right = box.rect.width - 8 - numbers
    left = max(right - width, 8.0)
    inset = 3 if part.height >= ROW else 1
    rect = QRectF(left, part.y + inset, right - left, part.height - 2 * inset)
    painter.setBrush(look.colour("cell"))
    painter.setPen(pen(look.colour("line")))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(look.colour("ink"))
    middle = rect.center().y() - (0 if part.height >= ROW else 1)
    line = Line(left + 8, middle, rect.width() - 12)
    write(painter, look, text, TextStyle.CODE, line)


def _draw_gone(painter: QPainter, look: Look, box: Box, name: str, y: float) -> None:
    """The row that a name has left empty: no row below may move up."""
    painter.setPen(pen(look.colour("hair")))
    painter.drawLine(QPointF(1, y), QPointF(box.rect.width - 1, y))
    painter.setPen(look.colour("ink3"))
    line = Line(12, y + ROW / 2, box.rect.width - 24)
    write(painter, look, phrase("name-gone", name=name), TextStyle.SMALL, line)


def _draw_lost(painter: QPainter, look: Look, box: Box, name: str, y: float) -> None:
    """The row of a name that this step deleted, struck through."""
    middle = y + 14
    painter.fillRect(QRectF(1, y, box.rect.width - 2, 28), look.colour("ghostFill"))
    said = look.say(phrase("deleted"))
    painter.setPen(look.colour("ink2"))
    right = box.rect.width - PORT_INSET - 14
    room = right - 24 - text_width(name, TextStyle.CODE)
    if text_width(said, TextStyle.SMALL) <= room:
        write(painter, look, said, TextStyle.SMALL, Line(right - room, middle, room, right=True))
    painter.setPen(look.colour("loss"))
    used = write(painter, look, name, TextStyle.CODE, Line(12, middle, box.rect.width / 2))
    painter.setPen(pen(look.colour("loss"), 1.4))
    painter.drawLine(QPointF(10, middle), QPointF(14 + used, middle))
    draw_sign(painter, look, Mark.FREED, QPointF(box.rect.width - PORT_INSET, middle))


def _draw_function_sign(painter: QPainter, look: Look, y: float) -> float:
    rect = QRectF(12, y - 8, 16, 16)
    painter.setPen(pen(look.colour("ink2"), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 3, 3)
    painter.drawLine(QPointF(18, y + 5), QPointF(21.5, y - 5))
    painter.drawLine(QPointF(21.5, y - 5), QPointF(24, y - 5))
    painter.drawLine(QPointF(17, y - 0.5), QPointF(23, y - 0.5))
    return 24


def _draw_state(painter: QPainter, look: Look, part: Part) -> float:
    """Created: a dashed circle; paused: two bars; running: a triangle; closed: a crossed circle.

    A lock that is locked: a padlock; one that is not: a circle.
    """
    x, y = 19.0, part.y + part.height / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(look.colour("ink2"), 1.5))
    state = part.label.key if isinstance(part.label, Phrase) else ""
    match state.removeprefix("generator-"):
        case "locked" | "locked-by":
            draw_lock(painter, look, QPointF(x, y))
        case "unlocked":
            painter.drawEllipse(QPointF(x, y), 6, 6)
        case "created":
            painter.setPen(pen(look.colour("ink2"), 1.5, Qt.PenStyle.DotLine))
            painter.drawEllipse(QPointF(x, y), 6, 6)
        case "suspended":
            painter.drawRect(QRectF(x - 6, y - 6, 4, 12))
            painter.drawRect(QRectF(x + 1, y - 6, 4, 12))
        case "running":
            points = [QPointF(x - 4, y - 6), QPointF(x + 6, y), QPointF(x - 4, y + 6)]
            painter.drawPolygon(points)
        case _:
            painter.drawEllipse(QPointF(x, y), 6, 6)
            painter.drawLine(QPointF(x - 4, y + 4), QPointF(x + 4, y - 4))
    return 20
