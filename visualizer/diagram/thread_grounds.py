"""The ground of a thread's calls: whose it is, what it does, hatched while it waits."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from visualizer.diagram.brush import Line, Look, pen, write
from visualizer.diagram.thread_signs import draw_thread, thread_width
from visualizer.layout import Region, TextStyle
from visualizer.layout.sizes import THREAD_ROOM

_RADIUS = 10
_INSET = 8


def draw_thread_ground(painter: QPainter, look: Look, region: Region) -> None:
    """A rounded rectangle: outlined where the step is the thread's, hatched where it waits."""
    rect = QRectF(*region.rect)
    painter.setPen(pen(look.colour("accent"), 2) if region.current else pen(look.colour("line")))
    painter.setBrush(look.colour("stack"))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    if region.waiting:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(look.colour("hair"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(rect.adjusted(1, THREAD_ROOM - 6, -1, -1), _RADIUS, _RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def write_thread(painter: QPainter, look: Look, region: Region, said: bool = True) -> None:
    """The sign of the thread, and what it does where that can be read."""
    rect, number = region.rect, region.thread
    y = rect.y + THREAD_ROOM / 2 - 1
    left = rect.x + _INSET
    draw_thread(painter, look, (number, region.current), QPointF(left, y))
    if not said:
        return
    left += thread_width(number) + 8
    painter.setPen(look.colour("accent" if region.current else "ink2"))
    write(painter, look, region.note, TextStyle.SMALL, Line(left, y, rect.right - _INSET - left))
