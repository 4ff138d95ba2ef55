"""Paints a block that is too small to read: its ground, its changes, and its name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from visualizer.diagram.items.marks import Marks, changed_fields
from visualizer.diagram.painting.lettering import Room, style_of, write
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import Pixels, pixels_of
from visualizer.diagram.painting.shape_paint import draw_ground, draw_outline, stand_of
from visualizer.layout.blocks.block import Align, Block, Ink, Words
from visualizer.layout.picture import Rect

SMALL = 0.4
"""The scale below which blocks are painted in this way."""
_LEAST = 11.0
"""The minimum height of the name, in pixels."""
_NAMES = frozenset({Ink.TITLE, Ink.FUNCTION})


def paint_small(painter: QPainter, block: Block, look: Look, marks: Marks) -> None:
    """Paint a block at a small scale."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pixels = pixels_of(painter)
    stand = stand_of(pixels, look, block)
    for shape in block.shapes[:1]:
        draw_ground(painter, stand, shape)
    for field in changed_fields(block, marks):
        painter.fillRect(stand.inside(field.rect), look.colour("changeLine"))
    for shape in block.shapes[:1]:
        is_new = shape.serial is not None and shape.serial in marks.new
        draw_outline(painter, stand, shape, is_new)
    name = next((words for words in block.words if words.ink in _NAMES), None)
    if name is not None:
        _write_name(painter, pixels, look, name, block)


def _write_name(painter: QPainter, pixels: Pixels, look: Look, name: Words, block: Block) -> None:
    """Write a name larger than the rest, cut to its place."""
    larger = _LEAST / 12 / pixels.scale
    painter.save()
    painter.scale(larger, larger)
    room = Rect(0, 0, block.width / larger, min(block.height / larger, 20))
    painter.setPen(look.colour_of(name))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    said, style = look.translate(name.text), style_of(name.text, name)
    write(painter, pixels_of(painter), said, style, Room(room, Align.CENTRE, lined=False))
    painter.restore()
