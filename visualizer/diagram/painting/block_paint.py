"""Paints a block: grounds, lines, changes, texts."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from visualizer.diagram.items.marks import NO_MARKS, Marks, changed_fields
from visualizer.diagram.painting.lettering import Room, style_of, write, write_words
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.pixels import Pixels, draw_frame, pixels_of
from visualizer.diagram.painting.shape_paint import (
    Stand,
    draw_ground,
    draw_outline,
    fill_inside,
    stand_of,
)
from visualizer.diagram.painting.tag_paint import draw_pill
from visualizer.layout.blocks.block import (
    Align,
    Block,
    Field,
    Form,
    Ink,
    ReferenceDisplay,
    Rule,
    Shape,
    Words,
)
from visualizer.layout.measure import TextStyle
from visualizer.layout.picture import Point, Rect
from visualizer.layout.sheet import Count

MARK_EDGE = 2.0
"""The width of the edge of a changed field."""
_HAIR = 1.0
_TRIANGLE = 8.0, 10.0
"""The width and height of the sign of the running frame."""
_TRIANGLE_LEFT = 7.0
_SIGN, _SIGN_HEIGHT = 7.0, 5.0
"""The width and height of the triangle for a count that rose or fell."""
_WIDEST = 2.0
"""The maximum width of a changed count's outline, which leaves room for one digit."""
_BESIDE = 1.5
"""The gap between the sign, the outline and the number."""
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
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stand = stand_of(pixels_of(painter), look, block)
    changed = changed_fields(block, marks)
    _draw_shapes(painter, stand, _shapes_in(block, part), changed, marks)
    for rule in block.rules:
        if not rule.is_slash:
            _draw_rule(painter, stand, rule)
    for field in changed:
        if field.display is not ReferenceDisplay.INLINED:
            _draw_changed(painter, stand, field)
    for rule in block.rules:
        if rule.is_slash:
            _draw_slash(painter, stand, rule)
    if marks.selected is not None:
        _draw_selected(painter, stand, block, marks.selected)
    for shape in block.shapes[:1]:
        # Draw the outline last, because the contents reach into the round corners.
        draw_outline(
            painter, stand, shape, _is_new(shape, marks), is_lost=shape.serial in marks.lost
        )
    for words in _words_in(block, part):
        write_words(painter, stand.pixels, look, words, stand.whole)
    for shape in block.shapes if marks.counts else ():
        count = marks.counts.get(shape.serial or 0) if shape.form is Form.COUNT else None
        if count is not None:
            paint_count(painter, stand.pixels, look, shape.rect, count)


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
    painter: QPainter, stand: Stand, shapes: list[Shape], changed: list[Field], marks: Marks
) -> None:
    """Paint nested shapes over the ground of a changed field."""
    waiting = [field for field in changed if field.display is ReferenceDisplay.INLINED]
    for shape in shapes:
        for field in [one for one in waiting if _is_in(shape, one)]:
            _draw_changed(painter, stand, field)
            waiting.remove(field)
        draw_ground(painter, stand, shape)
        if shape is not shapes[0]:
            draw_outline(
                painter, stand, shape, _is_new(shape, marks), is_lost=shape.serial in marks.lost
            )
        if shape.form is Form.RUNNING:
            _draw_running(painter, stand, shape)
    for field in waiting:
        _draw_changed(painter, stand, field)


def _is_new(shape: Shape, marks: Marks) -> bool:
    return shape.form is not Form.COUNT and shape.serial in marks.new


def _is_in(shape: Shape, field: Field) -> bool:
    """Whether a shape belongs to the object of a field."""
    return (
        shape.form is not Form.COUNT
        and shape.serial == field.target
        and field.rect.overlaps(shape.rect)
    )


def _draw_changed(painter: QPainter, stand: Stand, field: Field) -> None:
    """Draw an amber ground with an edge, which identifies it without colours."""
    look, outer, width = (
        stand.look,
        stand.inside(field.rect),
        stand.pixels.width(MARK_EDGE, beyond=_HAIR),
    )
    fill_inside(painter, stand, outer, look.colour("changeLine"))
    ground = outer.adjusted(width, width, -width, -width)
    painter.fillRect(ground, look.colour("changeSoft"))


def _draw_selected(painter: QPainter, stand: Stand, block: Block, serial: int) -> None:
    """Draw an edge around an object in a block, and around each slot with its value."""
    accent, width = stand.look.colour("accent"), stand.pixels.width(MARK_EDGE, beyond=_HAIR)
    found = [
        one.rect
        for one in block.fields
        if one.target == serial and one.display is ReferenceDisplay.TEXT
    ]
    anchor = block.anchors.get(serial)
    if anchor is not None and anchor != stand.whole:
        found.append(anchor)
    for rect in found:
        draw_frame(painter, stand.inside(rect), width, accent)


def _draw_rule(painter: QPainter, stand: Stand, rule: Rule) -> None:
    """Draw a line between rows, which ends at the outline."""
    start, end = rule.start, rule.end
    line = stand.inside(Rect(start.x, start.y, end.x - start.x, end.y - start.y))
    width = stand.pixels.width(_HAIR)
    if start.y == end.y:
        line = QRectF(line.left(), stand.pixels.y(start.y), line.width(), width)
    else:
        line = QRectF(stand.pixels.x(start.x), line.top(), width, line.height())
    painter.fillRect(line, stand.look.colour("hair"))


def _draw_slash(painter: QPainter, stand: Stand, rule: Rule) -> None:
    painter.setPen(QPen(stand.look.colour("line"), stand.pixels.width(_HAIR)))
    painter.drawLine(QPointF(*rule.start), QPointF(*rule.end))


def _draw_running(painter: QPainter, stand: Stand, shape: Shape) -> None:
    """Draw the triangle that points at the name of the running frame."""
    width, height = _TRIANGLE
    middle = shape.rect.y + (shape.header or shape.rect.height) / 2 + _HAIR / 2
    at = stand.pixels.centre_of_line(Point(shape.rect.x + _TRIANGLE_LEFT, middle), _HAIR)
    left, y = stand.pixels.x(at.x), at.y
    corners = ((left, y - height / 2), (left + width, y), (left, y + height / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(stand.look.colour("accent"))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def paint_count(painter: QPainter, pixels: Pixels, look: Look, rect: Rect, count: Count) -> None:
    """Paint a count on a ground with round ends; a changed one with a triangle and a colour."""
    change = count.change
    ground, edge, ink = "card", "line", "ink"
    if change:
        edge = ink = "gain" if change > 0 else "loss"
        ground = f"{edge}Soft"
    width = min(look.strong_edge, _WIDEST) if change else look.edge
    draw_pill(painter, pixels, rect, look.colour(ground), (look.colour(edge), width))
    left, right = rect.x, rect.right
    if change:
        left += width + _BESIDE
        _draw_sign(painter, look, Point(left, rect.y + rect.height / 2), is_up=change > 0)
        left, right = left + _SIGN, right - width
    painter.setPen(look.colour(ink))
    room = Room(Rect(left, rect.y, right - left, rect.height), Align.CENTRE, lined=False)
    write(painter, pixels, count.text, TextStyle.INDEX, room)


def _draw_sign(painter: QPainter, look: Look, at: Point, *, is_up: bool) -> None:
    left, middle = at
    tip = middle - _SIGN_HEIGHT / 2 if is_up else middle + _SIGN_HEIGHT / 2
    base = middle + _SIGN_HEIGHT / 2 if is_up else middle - _SIGN_HEIGHT / 2
    corners = ((left, base), (left + _SIGN / 2, tip), (left + _SIGN, base))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("gain" if is_up else "loss"))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


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
