"""Draws what is around the boxes: regions, arrows with their stubs, and names."""

from collections.abc import Sequence

from visualizer.layout.blocks.block import Align, Side
from visualizer.layout.composing.regions import NAME_GAP, NAME_LEFT, NAME_RIGHT, TITLE
from visualizer.layout.drawing.canvas import Canvas, Edge, Room
from visualizer.layout.measure import TextStyle, written_in
from visualizer.layout.picture import Point, Rect
from visualizer.layout.routing.lines import STRONG_HEAD, USUAL_HEAD
from visualizer.layout.sheet import Arrow, Ground, Label, Tag, TagKind

PLAIN, LIT, STRONG = 1.5, 2.0, 2.6
"""The widths of lines: usual, selected or under the pointer, changed."""
DOT = 3.5
"""The radius of the dot where an arrow starts."""
STRONG_HALF = 8.0
_POINTER, _POINTER_HALF = 6.0, 5.0
"""The height and half the width of the pointer above a name that indexes a cell."""
_PADDING, _RADIUS = 4.0, 8.0


def draw_region(canvas: Canvas, ground: Ground) -> None:
    """Draw the background of a memory region, with its name and note."""
    rect, pixels = ground.rect, canvas.pixels
    edge = Edge("hair", pixels.width(canvas.outline))
    canvas.rounded(pixels.rect(rect), _RADIUS, ground.kind.value, edge)
    left = rect.x + NAME_LEFT
    for text, style, ink in (
        (ground.title, TextStyle.HEADING, "ink"),
        (ground.note, TextStyle.NOTE, "ink2"),
    ):
        room = Rect(left, rect.y, max(rect.right - left - NAME_RIGHT, 0), TITLE)
        written = written_in(text, style)
        canvas.write(text, written, ink, Room(room, lined=False))
        left += canvas.text_width(text, written) + NAME_GAP


def draw_pill(canvas: Canvas, rect: Rect, ground: str, edge: Edge) -> None:
    """Draw a ground with round ends, and an outline inside it."""
    width = canvas.pixels.width(edge.width)
    middle = canvas.pixels.rect(rect).grown(-width / 2)
    canvas.rounded(middle, middle.height / 2, ground, edge._replace(width=width))


def draw_arrow(canvas: Canvas, arrow: Arrow) -> None:
    """Draw an arrow at its place on the sheet, or its stub if it has no way."""
    if arrow.points:
        draw_way(canvas, arrow, arrow.points)
    elif arrow.stub is not None:
        draw_stub(canvas, arrow, arrow.stub)


def draw_way(canvas: Canvas, arrow: Arrow, points: Sequence[Point], is_lit: bool = False) -> None:
    """Draw the line of an arrow along ``points``."""
    is_strong = arrow.is_changed
    width = STRONG if is_strong else LIT if is_lit else PLAIN
    edge = Edge(_line_colour(arrow, is_lit), width)
    canvas.way(points, edge, STRONG_HEAD if is_strong else USUAL_HEAD)


def draw_stub(canvas: Canvas, arrow: Arrow, stub: Label) -> None:
    """Draw a stub: in a row like a value, elsewhere in a capsule."""
    if len(arrow.leader) > 1:
        canvas.way(arrow.leader, Edge(_line_colour(arrow), PLAIN))
    ink = "change" if arrow.is_changed else "ink2"
    if stub.is_in_row:
        canvas.write(stub.text, TextStyle.NAME, ink, Room(stub.rect))
        return
    edge, ground = ("changeLine", "changeSoft") if arrow.is_changed else ("line", "card")
    draw_pill(canvas, stub.rect, ground, Edge(edge, canvas.outline))
    canvas.write(stub.text, TextStyle.NOTE, ink, Room(stub.rect, Align.CENTRE, lined=False))


def _line_colour(arrow: Arrow, is_lit: bool = False) -> str:
    if arrow.is_changed:
        return "changeLine"
    return "accent" if is_lit or arrow.is_running else "arrow"


def draw_tag(canvas: Canvas, tag: Tag) -> None:
    """Draw a name at its target, or under the cell that it indexes."""
    if tag.kind is TagKind.INDEX:
        _draw_index(canvas, tag)
        return
    ground, edge, ink = "cardHead", "line", "ink2"
    if tag.is_changed:
        ground, edge, ink = "changeSoft", "changeLine", "change"
    elif tag.is_running:
        ground, edge, ink = "accentSoft", "accent", "accent"
    x, y, width, height = tag.label.rect
    draw_pill(canvas, tag.label.rect, ground, Edge(edge, canvas.outline + tag.is_changed))
    room = Rect(x + _PADDING, y, max(width - 2 * _PADDING, 0), height)
    canvas.write(tag.label.text, TextStyle.HEADING, ink, Room(room, Align.CENTRE, lined=False))


def _draw_index(canvas: Canvas, tag: Tag) -> None:
    """Draw a pointer to the cell, and the name; the pointer of a changed name is wider."""
    colour = "changeLine" if tag.is_changed else "accent" if tag.is_running else "ink2"
    corners, room = _pointer(canvas, tag, STRONG_HALF if tag.is_changed else _POINTER_HALF)
    canvas.polygon(corners, colour)
    for part in tag.leader if tag.pointer_side is None else ():
        canvas.fill(canvas.pixels.rect(part), colour)
    ink = "change" if tag.is_changed else colour
    canvas.write(tag.label.text, TextStyle.HEADING, ink, Room(room, Align.CENTRE))


def _pointer(canvas: Canvas, tag: Tag, half: float) -> tuple[Sequence[Point], Rect]:
    """Return the pointer of an index name, beside or above it, and the room of the name."""
    rect, side, pixels = tag.label.rect, tag.pointer_side, canvas.pixels
    if side is not None:
        is_left = side is Side.LEFT
        tip = Point(pixels.x(rect.x if is_left else rect.right), rect.y + rect.height / 2)
        back = _POINTER if is_left else -_POINTER
        room = Rect(rect.x, rect.y, rect.width - _POINTER - 2, rect.height)
        corners = (tip, tip.moved(back, -half), tip.moved(back, half))
        return corners, room.moved(_POINTER + 2, 0) if is_left else room
    at = tag.pointer_top
    x, top = pixels.centre_of_line(at.moved(0.5, 0), 1).x, pixels.y(at.y) + pixels.width(1)
    low = top + _POINTER - 1
    corners = (Point(x, top), Point(x + half, low), Point(x - half, low))
    return corners, Rect(rect.x, rect.y + _POINTER, rect.width, rect.height - _POINTER)
