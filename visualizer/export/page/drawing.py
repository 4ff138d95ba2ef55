"""Turns the parts of a sheet into shapes that a page draws without changes.

A shape is a list that begins with its kind and the number of its class, lengths in pixels at 100 %:
``[RECT, class, x, y, width, height, radius]``, ``[PATH, class, d]`` and
``[TEXT, class, x, y, anchor, room, text]``, where ``y`` is the middle of the line and ``room`` its
width in the fonts of the exporter. Classes are names of colours and styles in the style sheet of
the page.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from visualizer.export.page.tables import Table
from visualizer.layout.blocks.block import (
    Align,
    Block,
    Field,
    Form,
    ReferenceDisplay,
    Rule,
    Shape,
    Side,
)
from visualizer.layout.blocks.ink import STYLE_OF, colour_name
from visualizer.layout.blocks.outlines import (
    ground_colour,
    has_outline,
    header_colour,
    outline_colour,
    radius_of,
)
from visualizer.layout.composing.regions import NAME_GAP, NAME_LEFT, NAME_RIGHT
from visualizer.layout.measure import TOLERANCE, Text, TextMeasure, TextStyle, shortened
from visualizer.layout.picture import Point, Rect
from visualizer.layout.routing.lines import (
    STRONG_HEAD,
    USUAL_HEAD,
    head_corners,
    head_for,
    rounded_line,
)
from visualizer.layout.sheet import Arrow, Count, Ground, Label, Sheet, Tag, TagKind

RECT, PATH, TEXT = range(3)
_LEFT, _CENTRE, _RIGHT = range(3)
_ANCHORS = {Align.LEFT: _LEFT, Align.CENTRE: _CENTRE, Align.RIGHT: _RIGHT}
_DOT = 3.5
_POINTER = 6.0
"""The height of the pointer above a name that indexes a cell."""
_PADDING = 4.0
_TITLE_HEIGHT = 22.0

type PageShape = list[int | float | str]
type Translate = Callable[[Text], object]
"""Returns a text in every language, as a page stores it."""


class _Spot(NamedTuple):
    """The place of a line of text: its middle line, its maximum width, and the anchor."""

    at: Point
    room: float
    anchor: int = _LEFT


class Drawing:
    """Draws sheets with the classes of one page, and with texts by number."""

    def __init__(
        self, classes: Table, texts: Table, translate: Translate, measure: TextMeasure
    ) -> None:
        self._classes, self._texts = classes, texts
        self._translate, self._measure = translate, measure
        self._said: dict[Text, int] = {}
        """The numbers of texts."""

    def ground(self, ground: Ground) -> list[PageShape]:
        """Return the background of a memory region, with its name and note."""
        rect = ground.rect
        middle, x = rect.y + _TITLE_HEIGHT / 2, rect.x + NAME_LEFT
        shapes = [self._rect(rect, 8, "region", f"c-{ground.kind.value}")]
        for text, style, colour in (
            (ground.title, TextStyle.HEADING, "ink"),
            (ground.note, TextStyle.NOTE, "ink2"),
        ):
            room = max(rect.right - x - NAME_RIGHT, 0)
            shapes.append(self._text(text, style, colour, _Spot(Point(x, middle), room)))
            x += self._measure.width(text, style) + NAME_GAP
        return shapes

    def behind(self, block: Block) -> list[PageShape]:
        """Return the shapes under the marks of a step: grounds, cells and lines between rows."""
        shapes: list[PageShape] = []
        for number, shape in enumerate(block.shapes):
            shapes += self._ground_of(shape, block)
            if number and has_outline(shape, block.shapes):
                shapes.append(self._outline(shape))
            if shape.form is Form.RUNNING:
                shapes.append(self._path(_running_sign(shape), *_fill("accent")))
        shapes += [self._rule(rule) for rule in block.rules]
        return shapes

    def marks(self, block: Block, sheet: Sheet) -> list[PageShape]:
        """Return the marks of a step in a block: changed slots, new and unreachable objects."""
        changed = [
            one for one in block.fields if sheet.changed and (one.holder, one.slot) in sheet.changed
        ]
        shapes = [self._changed(one) for one in changed]
        for shape in block.shapes[1:] if sheet.new or sheet.unreachable else ():
            if shape.form is not Form.COUNT and shape.serial is not None:
                is_new, is_lost = shape.serial in sheet.new, shape.serial in sheet.unreachable
                if (is_new or is_lost) and has_outline(shape, block.shapes, is_new=True):
                    shapes.append(self._outline(shape, is_new=is_new, is_lost=is_lost))
        return shapes

    def front(self, block: Block) -> list[PageShape]:
        """Return the texts of a block."""
        shapes = []
        for words in block.words:
            rect, anchor = words.rect.common(block.rect), _ANCHORS[words.align]
            style = STYLE_OF[words.ink]
            if not isinstance(words.text, str) and style is TextStyle.NAME:
                style = TextStyle.NOTE
            middle = Point(_anchored(rect, anchor), rect.y + rect.height / 2 + 0.5)
            spot = _Spot(middle, rect.width, anchor)
            shapes.append(self._text(words.text, style, colour_name(words), spot))
        return shapes

    def outline(self, block: Block, sheet: Sheet) -> list[PageShape]:
        """Return the outline of the whole block, which is drawn over everything in it."""
        first = block.shapes[:1]
        return [
            self._outline(
                one, is_new=one.serial in sheet.new, is_lost=one.serial in sheet.unreachable
            )
            for one in first
            if has_outline(one, block.shapes)
        ]

    def counts(self, block: Block, sheet: Sheet) -> list[PageShape]:
        """Return the reference counts in a block."""
        shapes: list[PageShape] = []
        for shape in block.shapes if sheet.counts else ():
            count = sheet.counts.get(shape.serial or 0) if shape.form is Form.COUNT else None
            if count is not None:
                shapes += self._count(shape.rect, count)
        return shapes

    def arrow(self, arrow: Arrow) -> list[PageShape]:
        """Return an arrow, or its stub if it has no way."""
        colour = "accent" if arrow.is_running else "arrow"
        colour = "changeLine" if arrow.is_changed else colour
        if not arrow.points:
            return self._stub(arrow, arrow.stub, colour) if arrow.stub is not None else []
        usual = STRONG_HEAD if arrow.is_changed else USUAL_HEAD
        points = [point.moved(0.5, 0.5) for point in arrow.points[:-1]]
        before, tip = arrow.points[-2:]
        # The end stays at the edge of the target.
        points.append(tip.moved(0, 0.5) if before.y == tip.y else tip.moved(0.5, 0))
        head = head_for(points, usual)
        return [
            self._path(
                _line(points, head.length - 1),
                "strong" if arrow.is_changed else "way",
                "edge",
                f"c-{colour}",
            ),
            self._rect(
                Rect(points[0].x - _DOT, points[0].y - _DOT, 2 * _DOT, 2 * _DOT),
                _DOT,
                *_fill(colour),
            ),
            self._path(_polygon(head_corners(points, head)), *_fill(colour)),
        ]

    def tag(self, tag: Tag) -> list[PageShape]:
        """Return a name at its target, or under the cell that it indexes."""
        rect = tag.label.rect
        if tag.kind is TagKind.NAME:
            look = "changed" if tag.is_changed else "running" if tag.is_running else "plain"
            ink = {"changed": "change", "running": "accent", "plain": "ink2"}[look]
            return [
                self._pill(rect, f"tag-{look}"),
                self._centred(tag.label.text, TextStyle.HEADING, ink, rect, 2 * _PADDING),
            ]
        colour = "changeLine" if tag.is_changed else "accent" if tag.is_running else "ink2"
        corners, room = _pointer(tag)
        ink = "change" if tag.is_changed else colour
        leader = tag.leader if tag.pointer_side is None else ()
        return [
            self._path(_polygon(corners), *_fill(colour)),
            *(self._rect(part, 0, *_fill(colour)) for part in leader),
            self._centred(tag.label.text, TextStyle.HEADING, ink, room),
        ]

    # ---- parts ----

    def _ground_of(self, shape: Shape, block: Block) -> Iterator[PageShape]:
        if shape.form is Form.COUNT:
            return
        if shape.form.is_cell:
            yield self._cell(shape, block)
            return
        yield self._rect(shape.rect, radius_of(shape), *_fill(ground_colour(shape)))
        if shape.header:
            yield self._path(
                _round_above(shape.rect, shape.header, radius_of(shape)),
                *_fill(header_colour(shape)),
            )

    def _cell(self, shape: Shape, block: Block) -> PageShape:
        """Return a cell, with round corners where it fills a round corner of its block.

        Neighbouring cells share a line, and cells at the block's edges share its outline.
        """
        rect, look = shape.rect, shape.form.value
        left, top = rect.x + 0.5, rect.y + 0.5
        right = min(rect.right + 0.5, block.width - 0.5)
        low = min(rect.bottom + 0.5, block.height - 0.5)
        is_round = bool(block.shapes) and not block.shapes[0].form.is_cell
        radius = max(radius_of(block.shapes[0]) - 0.5, 0) if is_round else 0
        corners = [
            radius if x in {0.5, block.width - 0.5} and y in {0.5, block.height - 0.5} else 0
            for x, y in ((left, top), (right, top), (right, low), (left, low))
        ]
        if any(corners):
            return self._path(_rounded(left, top, right, low, corners), look)
        return self._rect(Rect(left, top, right - left, low - top), 0, look)

    def _outline(self, shape: Shape, *, is_new: bool = False, is_lost: bool = False) -> PageShape:
        colour = outline_colour(shape, is_new=is_new, is_lost=is_lost)
        wide = shape.form is Form.RUNNING or is_new
        half = 1.0 if wide else 0.5
        names = ["edge", f"c-{colour}", *(["wide"] if wide else []), *(["lost"] if is_lost else [])]
        rect = _inset(shape.rect, half)
        return self._rect(rect, max(radius_of(shape) - half, 0), *names)

    def _changed(self, field: Field) -> PageShape:
        """Return the mark of a changed slot: around a nested object, or under a text."""
        look = "changed-edge" if field.display is ReferenceDisplay.INLINED else "changed"
        return self._rect(_inset(field.rect, 1), 0, look)

    def _rule(self, rule: Rule) -> PageShape:
        (x, y), (to_x, to_y) = rule.start, rule.end
        if rule.is_slash:
            return self._path(f"M{_at(rule.start)}L{_at(rule.end)}", "slash")
        shift_x, shift_y = (0.0, 0.5) if y == to_y else (0.5, 0.0)
        return self._path(
            f"M{_n(x + shift_x)} {_n(y + shift_y)}L{_n(to_x + shift_x)} {_n(to_y + shift_y)}",
            "rule",
        )

    def _count(self, rect: Rect, count: Count) -> Iterator[PageShape]:
        said = count.text
        if not count.change:
            yield self._pill(rect, "count")
            yield self._centred(said, TextStyle.INDEX, "ink", rect)
            return
        colour = "gain" if count.change > 0 else "loss"
        yield self._pill(rect, f"count-{colour}")
        left, middle = rect.x + 5, rect.y + rect.height / 2
        up = 2.5 if count.change > 0 else -2.5
        corners = (
            Point(left, middle + up),
            Point(left + 3.5, middle - up),
            Point(left + 7, middle + up),
        )
        yield self._path(_polygon(corners), *_fill(colour))
        room = Rect(rect.x + 10, rect.y, rect.width - 10, rect.height)
        yield self._centred(said, TextStyle.INDEX, colour, room)

    def _stub(self, arrow: Arrow, stub: Label, colour: str) -> list[PageShape]:
        shapes = []
        if len(arrow.leader) > 1:
            way = [point.moved(0.5, 0.5) for point in arrow.leader]
            shapes.append(self._path(_line(way, 0), "way", "edge", f"c-{colour}"))
        ink, rect = "change" if arrow.is_changed else "ink2", stub.rect
        if stub.is_in_row:
            middle = Point(rect.x, rect.y + rect.height / 2 + 0.5)
            shapes.append(self._text(stub.text, TextStyle.NAME, ink, _Spot(middle, rect.width)))
        else:
            shapes.append(self._pill(rect, "tag-changed" if arrow.is_changed else "stub"))
            shapes.append(self._centred(stub.text, TextStyle.NOTE, ink, rect))
        return shapes

    # ---- shapes ----

    def _class(self, names: Sequence[str]) -> int:
        return self._classes.number(" ".join(names))

    def _rect(self, rect: Rect, radius: float, *names: str) -> PageShape:
        lengths = [_r(one) for one in rect]
        return [RECT, self._class(names), *lengths, *([_r(radius)] if radius else [])]

    def _path(self, d: str, *names: str) -> PageShape:
        return [PATH, self._class(names), d]

    def _pill(self, rect: Rect, *names: str) -> PageShape:
        middle = _inset(rect, 0.5)
        return self._rect(middle, middle.height / 2, *names)

    def _centred(
        self, text: Text, style: TextStyle, colour: str, rect: Rect, padding: float = 0
    ) -> PageShape:
        middle = Point(rect.x + rect.width / 2, rect.y + rect.height / 2)
        return self._text(text, style, colour, _Spot(middle, max(rect.width - padding, 0), _CENTRE))

    def _text(self, text: Text, style: TextStyle, colour: str, spot: _Spot) -> PageShape:
        (x, y), room, anchor = spot

        def width(said: Text) -> float:
            return self._measure.width(said, style)

        said = shortened(text, room + TOLERANCE, width) if isinstance(text, str) else text
        # A reader's fonts may be wider: the page squeezes its texts into this width.
        room = min(room, math.ceil(width(said)))
        number = self._said.get(said)
        if number is None:
            number = self._said[said] = self._texts.number(self._translate(said))
        names = f"s-{style.value.replace(' ', '-')}", f"c-{colour}"
        return [TEXT, self._class(names), _r(x), _r(y), anchor, _r(room), number]


def _pointer(tag: Tag) -> tuple[tuple[Point, ...], Rect]:
    """Return the pointer of an index name, beside or above it, and the room of the name."""
    rect, half = tag.label.rect, 8.0 if tag.is_changed else 5.0
    if (side := tag.pointer_side) is not None:
        is_left = side is Side.LEFT
        tip = Point(rect.x if is_left else rect.right, rect.y + rect.height / 2)
        back = _POINTER if is_left else -_POINTER
        room = Rect(rect.x, rect.y, rect.width - _POINTER - 2, rect.height)
        corners = (tip, tip.moved(back, -half), tip.moved(back, half))
        return corners, room.moved(_POINTER + 2, 0) if is_left else room
    tip = tag.pointer_top.moved(0.5, 0)
    corners = (tip, tip.moved(half, _POINTER), tip.moved(-half, _POINTER))
    return corners, Rect(rect.x, rect.y + _POINTER, rect.width, rect.height - _POINTER)


def _line(points: Sequence[Point], cut: float) -> str:
    line = rounded_line(points, cut)
    if line is None:
        return ""
    parts = [f"M{_at(line.start)}"]
    parts += [f"L{_at(one.start)}Q{_at(one.corner)} {_at(one.end)}" for one in line.bends]
    return "".join(parts) + f"L{_at(line.end)}"


def _polygon(corners: Iterable[Point]) -> str:
    return "M" + "L".join(map(_at, corners)) + "Z"


def _running_sign(shape: Shape) -> str:
    """Return the triangle that points at the name of the running frame."""
    x, y = shape.rect.x + 7, shape.rect.y + (shape.header or shape.rect.height) / 2 + 0.5
    return _polygon((Point(x, y - 5), Point(x + 8, y), Point(x, y + 5)))


def _rounded(left: float, top: float, right: float, low: float, corners: Sequence[float]) -> str:
    """Return a rectangle with a radius for each corner, clockwise from the upper left one."""
    a, b, c, d = corners
    return (
        f"M{_n(left + a)} {_n(top)}H{_n(right - b)}Q{_n(right)} {_n(top)} {_n(right)} {_n(top + b)}"
        f"V{_n(low - c)}Q{_n(right)} {_n(low)} {_n(right - c)} {_n(low)}"
        f"H{_n(left + d)}Q{_n(left)} {_n(low)} {_n(left)} {_n(low - d)}V{_n(top + a)}"
        f"Q{_n(left)} {_n(top)} {_n(left + a)} {_n(top)}Z"
    )


def _round_above(rect: Rect, height: float, radius: float) -> str:
    """Return a band whose upper corners are round."""
    r = min(radius, rect.width / 2, height)
    return _rounded(rect.x, rect.y, rect.right, rect.y + height, (r, r, 0, 0))


def _anchored(rect: Rect, anchor: int) -> float:
    return rect.x + (0.0, rect.width / 2, rect.width)[anchor]


def _inset(rect: Rect, by: float) -> Rect:
    return Rect(rect.x + by, rect.y + by, max(rect.width - 2 * by, 0), max(rect.height - 2 * by, 0))


def _fill(colour: str) -> tuple[str, str]:
    return "fill", f"c-{colour}"


def _at(point: Point) -> str:
    return f"{_n(point.x)} {_n(point.y)}"


def _n(length: float) -> str:
    return f"{_r(length):g}"


def _r(length: float) -> float:
    rounded = round(length, 1)
    return int(rounded) if rounded == int(rounded) else rounded
