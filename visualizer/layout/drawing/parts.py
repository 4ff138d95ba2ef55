"""Draws the parts of a block: grounds, outlines, lines, changes, texts, counts.

A block's corner is at the origin of the canvas. Whoever draws it decides the order: a page keeps
what the marks of a step cover in a layer of its own.
"""

from visualizer.layout.blocks.block import Align, Block, Field, Form, Rule, Shape, Words
from visualizer.layout.blocks.ink import STYLE_OF, colour_name
from visualizer.layout.blocks.outlines import (
    Outline,
    ground_colour,
    has_outline,
    header_colour,
    is_wide,
    outline_colour,
    radius_of,
)
from visualizer.layout.drawing.canvas import HAIR, Canvas, Edge, Inside, Room
from visualizer.layout.drawing.labels import draw_pill
from visualizer.layout.measure import TextStyle, written_in
from visualizer.layout.picture import Point, Rect
from visualizer.layout.sheet import Count

MARK_EDGE = 2.0
"""The width of the edge of a changed field."""
_TRIANGLE = 8.0, 10.0
"""The width and height of the sign of the running frame."""
_TRIANGLE_LEFT = 7.0
_SIGN, _SIGN_HEIGHT = 7.0, 5.0
"""The width and height of the triangle for a count that rose or fell."""
_WIDEST = 2.0
"""The maximum width of a changed count's outline, which leaves room for one digit."""
_BESIDE = 1.5
"""The gap between the sign, the outline and the number."""


def inside_of(canvas: Canvas, block: Block) -> Inside:
    """Return the area inside a block's outline."""
    whole = canvas.pixels.rect(block.rect)
    inside = Inside(block, whole)
    if inside.has_outline:
        edge = _edge_width(canvas, block.shapes[0])
        return Inside(block, whole.grown(-edge))
    return inside


def _edge_width(canvas: Canvas, shape: Shape, mark: Outline | None = None) -> float:
    """Return the width of a shape's outline, larger for running and marked ones at any scale."""
    if shape.form is Form.RUNNING or is_wide(mark):
        return canvas.pixels.width(canvas.outline + 1, beyond=canvas.outline)
    is_thin = shape.form in (Form.INLINED, Form.FOLDED)
    return canvas.pixels.width(HAIR if is_thin else canvas.outline)


def draw_ground(canvas: Canvas, inside: Inside, shape: Shape) -> None:
    """Draw a shape's ground, and the band at its top."""
    if shape.form is Form.COUNT:
        return
    if shape.form.is_cell:
        canvas.cell(inside, shape.rect, ground_colour(shape), outline_colour(shape))
        return
    rect, radius = _middle(canvas, shape, HAIR)
    canvas.rounded(rect, radius, ground_colour(shape))
    if shape.header:
        low = canvas.pixels.y(shape.rect.y + shape.header)
        canvas.band(rect._replace(height=low - rect.y), radius, header_colour(shape))


def draw_outline(canvas: Canvas, inside: Inside, shape: Shape, mark: Outline | None = None) -> None:
    """Draw a shape's outline, if it has one: cells and containers with cells have lines."""
    if has_outline(shape, inside.block.shapes, mark):
        width = _edge_width(canvas, shape, mark)
        rect, radius = _middle(canvas, shape, width)
        edge = Edge(outline_colour(shape, mark), width, mark is Outline.LOST)
        canvas.rounded(rect, radius, "", edge)


def _middle(canvas: Canvas, shape: Shape, width: float) -> tuple[Rect, float]:
    """Return the middle line of an outline of a width, and its radius."""
    half = width / 2
    return canvas.pixels.rect(shape.rect).grown(-half), max(radius_of(shape) - half, 0)


def draw_running(canvas: Canvas, shape: Shape) -> None:
    """Draw the triangle that points at the name of the running frame."""
    width, height = _TRIANGLE
    middle = shape.rect.y + (shape.header or shape.rect.height) / 2 + HAIR / 2
    at = canvas.pixels.centre_of_line(Point(shape.rect.x + _TRIANGLE_LEFT, middle), HAIR)
    left, y = canvas.pixels.x(at.x), at.y
    corners = Point(left, y - height / 2), Point(left + width, y), Point(left, y + height / 2)
    canvas.polygon(corners, "accent")


def within(canvas: Canvas, inside: Inside, rect: Rect) -> Rect:
    """Return a rectangle with the lines at its edges, as far as it is inside the outline."""
    return canvas.pixels.boxed(rect, HAIR).common(inside.rect)


def draw_rule(canvas: Canvas, inside: Inside, rule: Rule) -> None:
    """Draw a line between rows, which ends at the outline, or through a cell."""
    (x, y), (to_x, to_y), pixels = rule.start, rule.end, canvas.pixels
    width = pixels.width(HAIR)
    if rule.is_slash:
        canvas.line(rule.start, rule.end, Edge("line", width))
        return
    line = within(canvas, inside, Rect(x, y, to_x - x, to_y - y))
    if y == to_y:
        line = line._replace(y=pixels.y(y), height=width)
    else:
        line = line._replace(x=pixels.x(x), width=width)
    canvas.fill(line, "hair")


def draw_changed(canvas: Canvas, inside: Inside, field: Field) -> None:
    """Draw an amber ground with an edge, which identifies it without colours."""
    edge = Edge("changeLine", canvas.pixels.width(MARK_EDGE, beyond=HAIR))
    canvas.framed(inside, within(canvas, inside, field.rect), "changeSoft", edge)


def style_of(words: Words) -> TextStyle:
    """Return the style of a block's text."""
    return written_in(words.text, STYLE_OF[words.ink])


def draw_words(canvas: Canvas, block: Block, words: Words) -> None:
    """Write a text of a block at its place."""
    room = Room(words.rect.common(block.rect), words.align)
    canvas.write(words.text, style_of(words), colour_name(words), room)


def draw_count(canvas: Canvas, rect: Rect, count: Count) -> None:
    """Draw a count on a ground with round ends; a changed one with a triangle and a colour."""
    ground, edge, ink, width = "card", "line", "ink", canvas.outline
    left, right = rect.x, rect.right
    if count.change:
        edge = ink = "gain" if count.change > 0 else "loss"
        ground, width = f"{edge}Soft", min(canvas.outline + 1, _WIDEST)
    draw_pill(canvas, rect, ground, Edge(edge, width))
    if count.change:
        left, middle = left + width + _BESIDE, rect.y + rect.height / 2
        up = _SIGN_HEIGHT / 2 if count.change > 0 else -_SIGN_HEIGHT / 2
        tip = Point(left + _SIGN / 2, middle - up)
        low = middle + up
        canvas.polygon((Point(left, low), tip, Point(left + _SIGN, low)), ink)
        left, right = left + _SIGN, right - width
    room = Room(Rect(left, rect.y, right - left, rect.height), Align.CENTRE, lined=False)
    canvas.write(count.text, TextStyle.INDEX, ink, room)
