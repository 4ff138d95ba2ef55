"""Paints a block with its marks, on a screen that shows all of it or a part."""

from PySide6.QtGui import QPainter

from visualizer.diagram.items.marks import NO_MARKS, Marks, changed_fields
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.painter_canvas import PainterCanvas
from visualizer.layout.blocks.block import (
    Align,
    Block,
    Field,
    Form,
    Ink,
    ReferenceDisplay,
    Shape,
    Words,
)
from visualizer.layout.blocks.ink import colour_name
from visualizer.layout.drawing.canvas import HAIR, Inside, Room
from visualizer.layout.drawing.parts import (
    MARK_EDGE,
    draw_changed,
    draw_count,
    draw_ground,
    draw_outline,
    draw_rule,
    draw_running,
    draw_words,
    inside_of,
    style_of,
    within,
)
from visualizer.layout.picture import Rect

SMALL = 0.4
"""The scale below which blocks are painted in this way."""
_LEAST = 11.0
"""The minimum height of the name, in pixels."""
_NAMES = frozenset({Ink.TITLE, Ink.FUNCTION})


def paint_block(
    painter: QPainter,
    block: Block,
    look: Look,
    marks: Marks = NO_MARKS,
    part: Rect | None = None,
) -> None:
    """Paint a block with its corner at the painter's origin, clipped to its rectangle.

    Cells and texts outside of a ``part`` are left out.
    """
    canvas = PainterCanvas(painter, look)
    inside, changed = inside_of(canvas, block), changed_fields(block, marks)
    _draw_shapes(canvas, inside, _shapes_in(block, part), changed, marks)
    for rule in block.rules:
        if not rule.is_slash:
            draw_rule(canvas, inside, rule)
    for field in changed:
        if field.display is not ReferenceDisplay.INLINED:
            draw_changed(canvas, inside, field)
    for rule in block.rules:
        if rule.is_slash:
            draw_rule(canvas, inside, rule)
    if marks.selected is not None:
        _draw_selected(canvas, inside, marks.selected)
    for shape in block.shapes[:1]:
        # Draw the outline last, because the contents reach into the round corners.
        _draw_outline(canvas, inside, shape, marks)
    for words in _words_in(block, part):
        draw_words(canvas, block, words)
    for shape in block.shapes if marks.counts else ():
        count = marks.counts.get(shape.serial or 0) if shape.form is Form.COUNT else None
        if count is not None:
            draw_count(canvas, shape.rect, count)


def _shapes_in(block: Block, part: Rect | None) -> list[Shape]:
    """Return all shapes except the cells outside of a part."""
    if part is None:
        return block.shapes
    return [one for one in block.shapes if not one.form.is_cell or part.overlaps(one.rect)]


def _words_in(block: Block, part: Rect | None) -> list[Words]:
    if part is None:
        return block.words
    return [one for one in block.words if part.overlaps(one.rect)]


def _draw_shapes(
    canvas: PainterCanvas, inside: Inside, shapes: list[Shape], changed: list[Field], marks: Marks
) -> None:
    """Paint nested shapes over the ground of a changed field."""
    waiting = [field for field in changed if field.display is ReferenceDisplay.INLINED]
    for shape in shapes:
        for field in [one for one in waiting if _is_in(shape, one)]:
            draw_changed(canvas, inside, field)
            waiting.remove(field)
        draw_ground(canvas, inside, shape)
        if shape is not shapes[0]:
            _draw_outline(canvas, inside, shape, marks)
        if shape.form is Form.RUNNING:
            draw_running(canvas, shape)
    for field in waiting:
        draw_changed(canvas, inside, field)


def _draw_outline(canvas: PainterCanvas, inside: Inside, shape: Shape, marks: Marks) -> None:
    draw_outline(canvas, inside, shape, marks.outlines.get(shape.serial or 0))


def _is_in(shape: Shape, field: Field) -> bool:
    """Whether a shape belongs to the object of a field."""
    return (
        shape.form is not Form.COUNT
        and shape.serial == field.target
        and field.rect.overlaps(shape.rect)
    )


def _draw_selected(canvas: PainterCanvas, inside: Inside, serial: int) -> None:
    """Draw an edge around an object in a block, and around each slot with its value."""
    block, width = inside.block, canvas.pixels.width(MARK_EDGE, beyond=HAIR)
    found = [
        one.rect
        for one in block.fields
        if one.target == serial and one.display is ReferenceDisplay.TEXT
    ]
    anchor = block.anchors.get(serial)
    if anchor is not None and anchor != block.rect:
        found.append(anchor)
    for rect in found:
        _draw_frame(canvas, within(canvas, inside, rect), width)


def _draw_frame(canvas: PainterCanvas, rect: Rect, width: float) -> None:
    """Fill the area between a rectangle's edges and lines ``width`` inside of them."""
    width = min(width, rect.width / 2, rect.height / 2)
    top, left = rect._replace(height=width), Rect(rect.x, rect.y + width, width, 0)
    left = left._replace(height=rect.height - 2 * width)
    low, right = top.moved(0, rect.height - width), left.moved(rect.width - width, 0)
    for bar in (top, low, left, right):
        canvas.fill(bar, "accent")


def paint_small(painter: QPainter, block: Block, look: Look, marks: Marks) -> None:
    """Paint a block at a small scale."""
    canvas = PainterCanvas(painter, look)
    inside = inside_of(canvas, block)
    for shape in block.shapes[:1]:
        draw_ground(canvas, inside, shape)
    for field in changed_fields(block, marks):
        canvas.fill(within(canvas, inside, field.rect), "changeLine")
    for shape in block.shapes[:1]:
        _draw_outline(canvas, inside, shape, marks)
    name = next((words for words in block.words if words.ink in _NAMES), None)
    if name is not None:
        _write_name(canvas, name, block)


def _write_name(canvas: PainterCanvas, name: Words, block: Block) -> None:
    """Write a name larger than the rest, cut to its place."""
    larger, painter = _LEAST / 12 / canvas.pixels.scale, canvas.painter
    painter.save()
    painter.scale(larger, larger)
    room = Rect(0, 0, block.width / larger, min(block.height / larger, 20))
    enlarged = PainterCanvas(painter, canvas.look)
    said = Room(room, Align.CENTRE, lined=False)
    enlarged.write(name.text, style_of(name), colour_name(name), said)
    painter.restore()
