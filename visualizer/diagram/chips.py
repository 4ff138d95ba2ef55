"""A code object on the ground of the program's code: its name, and the lines its frames are at."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from visualizer.diagram.brush import Line, Look, draw_running, pen, write, write_centred
from visualizer.diagram.fonts import metrics_of, text_width, word_font
from visualizer.layout import Chip, TextStyle, phrase

_RADIUS = 8
_SMALL, _SMALL_INSET = 12.0, 4.0


def draw_chip(painter: QPainter, look: Look, chip: Chip) -> None:
    """Its name and first line, below them where it is running or waiting."""
    rect = QRectF(*chip.rect)
    running = any(at.running for at in chip.at)
    painter.setBrush(look.colour("card"))
    painter.setPen(pen(look.colour("accent" if running else "line"), 2 if running else 1))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    note = look.say(chip.note)
    room = text_width(note, TextStyle.SMALL)
    painter.setPen(look.colour("ink"))
    y = rect.y() + 16
    name = Line(rect.x() + 12, y, rect.width() - 32 - room)
    write(painter, look, chip.name, TextStyle.CODE, name)
    painter.setPen(look.colour("ink2"))
    line = Line(rect.right() - 12 - room, y, room + 1)
    write(painter, look, chip.note, TextStyle.SMALL, line)
    _draw_lines(painter, look, chip, rect)


def draw_small_chip(painter: QPainter, look: Look, chip: Chip, detail: float) -> None:
    """Its name alone, each letter 12 pixels high on screen."""
    rect = QRectF(*chip.rect)
    running = any(at.running for at in chip.at)
    painter.setBrush(look.colour("card"))
    painter.setPen(pen(look.colour("accent" if running else "line"), 2 if running else 1))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    font = word_font(_SMALL / detail)
    room = rect.width() - 2 * _SMALL_INSET / detail
    said = metrics_of(font).elidedText(chip.name, Qt.TextElideMode.ElideRight, room)
    painter.setPen(look.colour("ink"))
    write_centred(painter, said, font, rect.center())


def _draw_lines(painter: QPainter, look: Look, chip: Chip, rect: QRectF) -> None:
    x, y = rect.x() + 12, rect.y() + 39
    if not chip.at:
        painter.setPen(look.colour("ink3"))
        write(painter, look, phrase("not-running"), TextStyle.SMALL, Line(x, y, rect.width() - 20))
    for at in chip.at:
        if at.running:
            ground = QRectF(x - 6, y - 12, rect.width() - (x - rect.x()) - 0, 24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accentSoft"))
            painter.drawRoundedRect(ground.intersected(rect.adjusted(4, 0, -6, 0)), 4, 4)
            draw_running(painter, look.colour("accent"), QPointF(x + 5, y))
        else:
            painter.setPen(pen(look.colour("ink2"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(x, y - 5, 3, 10))
            painter.drawRect(QRectF(x + 6, y - 5, 3, 10))
        said = phrase("line-number", line=at.line)
        painter.setPen(look.colour("ink"))
        x += 16 + write(painter, look, said, TextStyle.TITLE, Line(x + 16, y, 90))
        if at.frames > 1:
            painter.setPen(look.colour("ink2"))
            x += 6 + write(painter, look, f"×{at.frames}", TextStyle.TITLE, Line(x + 6, y, 40))
        x += 14
