"""A page as the canvas of a sheet: shapes that the page draws without changes.

A shape is a list that begins with its kind and the number of its class, lengths in pixels at 100 %:
``[RECT, class, x, y, width, height, radius]``, ``[PATH, class, d]`` and
``[TEXT, class, x, y, anchor, room, text]``, where ``y`` is the middle of the line and ``room`` its
width in the fonts of the exporter. Classes are names of colours and styles in the style sheet of
the page.
"""

import math
from collections.abc import Callable, Iterable, Sequence

from visualizer.export.page.tables import Table
from visualizer.layout.blocks.block import Align, Block, Form, ReferenceDisplay
from visualizer.layout.blocks.outlines import radius_of
from visualizer.layout.drawing.canvas import HAIR, Edge, Inside, Room
from visualizer.layout.drawing.labels import DOT, PLAIN, STRONG
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
)
from visualizer.layout.drawing.pixels import UNALIGNED
from visualizer.layout.measure import TOLERANCE, Text, TextMeasure, TextStyle, shortened
from visualizer.layout.picture import Point, Rect
from visualizer.layout.routing.lines import Head, head_corners, head_for, rounded_line
from visualizer.layout.sheet import Sheet

RECT, PATH, TEXT = range(3)
_ANCHORS = (Align.LEFT, Align.CENTRE, Align.RIGHT)
_WIDTHS = {PLAIN: "way", MARK_EDGE: "wide", STRONG: "strong"}
"""The classes of lines that are wider than one pixel."""

type PageShape = list[int | float | str]
type Translate = Callable[[Text], object]
"""Returns a text in every language, as a page stores it."""


class Drawing:
    """Collects shapes with the classes of one page, and with texts by number."""

    pixels, outline = UNALIGNED, 1.0

    def __init__(
        self, classes: Table, texts: Table, translate: Translate, measure: TextMeasure
    ) -> None:
        self._classes, self._texts = classes, texts
        self._translate, self._measure = translate, measure
        self._said: dict[Text, int] = {}
        """The numbers of texts."""
        self._shapes: list[PageShape] = []

    def drawn[*A](self, draw: Callable[["Drawing", *A], None], *parts: *A) -> list[PageShape]:
        """Return the shapes that a function draws of some parts of a sheet."""
        self._shapes = []
        draw(self, *parts)
        return self._shapes

    def fill(self, rect: Rect, colour: str) -> None:
        """Fill a rectangle."""
        self.rounded(rect, 0, colour)

    def rounded(self, rect: Rect, radius: float, ground: str, edge: Edge | None = None) -> None:
        """Draw a round rectangle with a line along its edge; without a ``ground`` only the line."""
        lengths = [_r(one) for one in (*rect, *([radius] if radius else []))]
        self._shapes.append([RECT, self._class(ground, edge), *lengths])

    def band(self, rect: Rect, radius: float, colour: str) -> None:
        """Fill a rectangle whose upper corners are round."""
        r = min(radius, rect.width / 2, rect.height)
        self._path(_rounded(rect, (r, r, 0, 0)), colour)

    def cell(self, inside: Inside, rect: Rect, ground: str, line: str) -> None:
        """Draw a cell; neighbours share a line, and cells at the block's edges its outline."""
        self.framed(inside, self.pixels.boxed(rect, HAIR), ground, Edge(line, HAIR))

    def framed(self, inside: Inside, rect: Rect, ground: str, edge: Edge) -> None:
        """Draw a rectangle with a line inside its edge, round where it fills a round corner."""
        half, whole = edge.width / 2, inside.block.rect
        x, y, width, height = rect = rect.common(whole).grown(-half)
        most = radius_of(inside.block.shapes[0]) - half if inside.has_outline else 0
        ends = {_r(half), _r(whole.width - half)}, {_r(half), _r(whole.height - half)}
        corners = [
            most if _r(left) in ends[0] and _r(top) in ends[1] else 0
            for left, top in ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        ]
        if any(corners):
            self._path(_rounded(rect, corners), ground, edge)
        else:
            self.rounded(rect, 0, ground, edge)

    def polygon(self, corners: Iterable[Point], colour: str) -> None:
        """Fill a polygon."""
        self._path("M" + "L".join(map(_at, corners)) + "Z", colour)

    def line(self, start: Point, end: Point, edge: Edge) -> None:
        """Draw a line at any angle."""
        self._path(f"M{_at(start)}L{_at(end)}", "", edge)

    def way(self, points: Sequence[Point], edge: Edge, head: Head | None = None) -> None:
        """Draw a line with round corners; one with a ``head`` begins with a dot."""
        way = [one.moved(HAIR / 2, HAIR / 2) for one in points]
        if head is None:
            self._path(_line(way, 0), "", edge)
            return
        # The end stays at the edge of the target.
        before, tip = points[-2:]
        way[-1] = tip._replace(y=way[-1].y) if before.y == tip.y else tip._replace(x=way[-1].x)
        head, start = head_for(way, head), Rect(*way[0], 0, 0)
        self._path(_line(way, head.length - 1), "", edge)
        self.rounded(start.grown(DOT), DOT, edge.colour)
        self.polygon(head_corners(way, head), edge.colour)

    def write(self, text: Text, style: TextStyle, colour: str, room: Room) -> None:
        """Write a line of text, cut to its room."""
        (x, y, width, height), align, is_lined = room
        anchor = _ANCHORS.index(align)
        said = text
        if isinstance(text, str):
            said = shortened(text, width + TOLERANCE, lambda one: self.text_width(one, style))
        number = self._said.get(said)
        if number is None:
            number = self._said[said] = self._texts.number(self._translate(said))
        names = f"s-{style.value.replace(' ', '-')} c-{colour}"
        middle = _r(y + (height + is_lined) / 2)
        # A reader's fonts may be wider: the page squeezes its texts into this width.
        most = _r(min(width, math.ceil(self.text_width(said, style))))
        place = _r(x + width * anchor / 2), middle, anchor, most
        self._shapes.append([TEXT, self._classes.number(names), *place, number])

    def text_width(self, text: Text, style: TextStyle) -> float:
        """Return the width of a text; for a phrase, the maximum over all languages."""
        return self._measure.width(text, style)

    def _path(self, d: str, ground: str, edge: Edge | None = None) -> None:
        self._shapes.append([PATH, self._class(ground, edge), d])

    def _class(self, ground: str, edge: Edge | None) -> int:
        names = ["fill", f"c-{ground}"] if ground else []
        if edge is not None:
            wide = _WIDTHS.get(edge.width)
            names += ["edge", f"e-{edge.colour}", *([wide] if wide else [])]
            names += ["lost"] if edge.is_dashed else []
        return self._classes.number(" ".join(names))


def draw_behind(drawing: Drawing, block: Block, part: Rect | None = None) -> None:
    """Draw what is under the marks of a step, or a part: grounds, cells and lines between rows."""
    inside, around = inside_of(drawing, block), (part or block.rect).grown(HAIR)

    def is_drawn(start: Point, end: Point) -> bool:
        return part is None or (around.contains(*start) and around.contains(*end))

    for number, shape in enumerate(block.shapes):
        rect = shape.rect
        if not is_drawn(Point(rect.x, rect.y), Point(rect.right, rect.bottom)):
            continue
        draw_ground(drawing, inside, shape)
        if number:
            draw_outline(drawing, inside, shape)
        if shape.form is Form.RUNNING:
            draw_running(drawing, shape)
    for rule in block.rules:
        if is_drawn(rule.start, rule.end):
            draw_rule(drawing, inside, rule)


def draw_marks(drawing: Drawing, block: Block, sheet: Sheet) -> None:
    """Draw the marks of a step in a block, and its outline over everything in it.

    What is nested in a changed field is drawn again, over the ground of the mark.
    """
    inside = inside_of(drawing, block)
    for field in block.fields if sheet.changed else ():
        if (field.holder, field.slot) in sheet.changed:
            draw_changed(drawing, inside, field)
            if field.display is ReferenceDisplay.INLINED:
                draw_behind(drawing, block, field.rect)
    first = block.shapes[:1]
    for shape in (*block.shapes[1:], *first):
        mark = sheet.outlines.get(shape.serial or 0)
        if mark is not None or shape in first:
            draw_outline(drawing, inside, shape, mark)


def draw_front(drawing: Drawing, block: Block) -> None:
    """Draw the texts of a block."""
    for words in block.words:
        draw_words(drawing, block, words)


def draw_counts(drawing: Drawing, block: Block, sheet: Sheet) -> None:
    """Draw the reference counts in a block."""
    for shape in block.shapes if sheet.counts else ():
        count = sheet.counts.get(shape.serial or 0) if shape.form is Form.COUNT else None
        if count is not None:
            draw_count(drawing, shape.rect, count)


def _line(points: Sequence[Point], cut: float) -> str:
    line = rounded_line(points, cut)
    if line is None:
        return ""
    parts = [f"M{_at(line.start)}"]
    parts += [f"L{_at(one.start)}Q{_at(one.corner)} {_at(one.end)}" for one in line.bends]
    return "".join(parts) + f"L{_at(line.end)}"


def _rounded(rect: Rect, corners: Sequence[float]) -> str:
    """Return a rectangle with a radius for each corner, clockwise from the upper left one."""
    (a, b, c, d), (left, top), right, low = corners, rect[:2], rect.right, rect.bottom
    return (
        f"M{_n(left + a)} {_n(top)}H{_n(right - b)}Q{_n(right)} {_n(top)} {_n(right)} {_n(top + b)}"
        f"V{_n(low - c)}Q{_n(right)} {_n(low)} {_n(right - c)} {_n(low)}"
        f"H{_n(left + d)}Q{_n(left)} {_n(low)} {_n(left)} {_n(low - d)}V{_n(top + a)}"
        f"Q{_n(left)} {_n(top)} {_n(left + a)} {_n(top)}Z"
    )


def _at(point: Point) -> str:
    return f"{_n(point.x)} {_n(point.y)}"


def _n(length: float) -> str:
    return f"{_r(length):g}"


def _r(length: float) -> float:
    rounded = round(length, 1)
    return int(rounded) if rounded == int(rounded) else rounded
