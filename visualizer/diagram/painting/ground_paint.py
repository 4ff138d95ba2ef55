"""Paints the regions of memory: grounds with their names, behind everything."""

from PySide6.QtGui import QPainter, QPen

from visualizer.diagram.fonts import text_width, written_in
from visualizer.diagram.painting.lettering import Room, write
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import pixels_of
from visualizer.layout.blocks.block import Align
from visualizer.layout.composing.regions import NAME_GAP, NAME_LEFT, NAME_RIGHT, TITLE
from visualizer.layout.measure import TextStyle
from visualizer.layout.picture import Rect
from visualizer.layout.sheet import Ground

_RADIUS = 8.0


def paint_ground(painter: QPainter, ground: Ground, look: Look) -> None:
    """Paint a ground at its place on the sheet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pixels = pixels_of(painter)
    painter.setPen(QPen(look.colour("hair"), pixels.width(look.edge)))
    painter.setBrush(look.colour(ground.kind.value))
    painter.drawRoundedRect(pixels.rect(ground.rect), _RADIUS, _RADIUS)
    left, line = ground.rect.x + NAME_LEFT, Rect(ground.rect.x, ground.rect.y, 0, TITLE)
    for text, style, ink in (
        (ground.title, TextStyle.HEADING, "ink"),
        (ground.note, TextStyle.NOTE, "ink2"),
    ):
        said, written = look.translate(text), written_in(text, style)
        room = line._replace(x=left, width=max(ground.rect.right - left - NAME_RIGHT, 0))
        painter.setPen(look.colour(ink))
        write(painter, pixels, said, written, Room(room, Align.LEFT, lined=False))
        left += text_width(said, written) + NAME_GAP
