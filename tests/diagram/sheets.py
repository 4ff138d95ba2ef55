"""Sheets made by hand: a frame with two rows, a list of cells, an instance with a nested list."""

from dataclasses import replace

from PySide6.QtGui import QColor, QImage, QPainter

from visualizer.diagram.items.marks import NO_MARKS, Marks
from visualizer.diagram.painting.block_paint import paint_block
from visualizer.diagram.painting.look import Look
from visualizer.diagram.themes import theme
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
from visualizer.layout.picture import Key, Point, Rect, Slot, object_key
from visualizer.layout.sheet import Arrow, BoxKind, Label, Placed, Sheet, Tag, TagKind

FRAME = Key("frame", 1)
ROW, HEADER, TITLE, CELL, INDEX = 21, 22, 17, 22, 13
NUMBERS = 7
"""The serial of the list."""

LIGHT = Look(theme("light"))
PINK = QColor("#FF00FF")
"""A colour that no sheet uses."""


def frame(*names: str, form: Form = Form.RUNNING, key: Key = FRAME, target: int = NUMBERS) -> Block:
    """A frame whose first name has a port, and whose others are small numbers."""
    width, height = 120, HEADER + ROW * len(names) + 2
    block = Block(width, height, [Shape(Rect(0, 0, width, height), form, HEADER)])
    block.words.append(Words(Rect(20, 0, 60, HEADER), "module", Ink.FUNCTION))
    block.words.append(Words(Rect(0, 0, width - 7, HEADER), "line 3", Ink.NOTE, Align.RIGHT))
    for number, name in enumerate(names):
        y = HEADER + ROW * number
        row = Rect(0, y, width, ROW)
        block.rules.append(Rule(Point(0, y), Point(width, y)))
        block.words.append(Words(Rect(7, y, 50, ROW), name, Ink.NAME))
        if number:
            block.words.append(Words(Rect(60, y, 50, ROW), str(number), Ink.VALUE, type="int"))
            block.fields.append(
                Field(key, Slot("name", name), row, 100 + number, ReferenceDisplay.TEXT)
            )
        else:
            port = Point(width - 11, y + ROW / 2)
            slot = Slot("name", name)
            block.fields.append(Field(key, slot, row, target, ReferenceDisplay.PORT, port))
    return block


def cells(*values: str, serial: int = NUMBERS, form: Form = Form.CARD) -> Block:
    """A list of numbers in a row, with their indices."""
    width, height = 10 + 30 * len(values), TITLE + INDEX + CELL + 6
    block = Block(width, height, [Shape(Rect(0, 0, width, height), form, TITLE, serial)])
    block.words.append(Words(Rect(7, 0, width - 7, TITLE), "list", Ink.TITLE))
    for number, value in enumerate(values):
        rect = Rect(5 + 30 * number, TITLE + INDEX, 30, CELL)
        above = Rect(rect.x, TITLE, rect.width, INDEX)
        block.shapes.append(Shape(rect, Form.CELL))
        block.words.append(Words(above, str(number), Ink.INDEX, Align.CENTRE))
        block.words.append(Words(rect, value, Ink.VALUE, Align.CENTRE, "int"))
        holder = object_key(serial)
        block.fields.append(
            Field(holder, Slot("item", number), rect, 200 + number, ReferenceDisplay.TEXT)
        )
    block.anchors[serial] = Rect(0, 0, width, height)
    return block


def nested(inner: Block, serial: int = 20, inner_serial: int = NUMBERS) -> Block:
    """Return an instance with a list drawn inside it."""
    width, height = inner.width + 80, TITLE + inner.height + 9
    block = Block(width, height, [Shape(Rect(0, 0, width, height), Form.CARD, TITLE, serial)])
    rect = Rect(70, TITLE, inner.width + 10, inner.height + 6)
    block.fields.append(
        Field(
            object_key(serial), Slot("attribute", "a"), rect, inner_serial, ReferenceDisplay.INLINED
        )
    )
    block.insert(inner, 74, TITLE + 3)
    block.anchors[serial] = Rect(0, 0, width, height)
    return block


def placed(block: Block, x: float, y: float, key: Key) -> Placed:
    """Place a block."""
    kind = BoxKind.FRAME if key.is_call else BoxKind.CARD
    return Placed(key, kind, x, y, block)


def arrow(*points: tuple[float, float], changed: bool = False, running: bool = True) -> Arrow:
    """The reference of the frame's first name, ``a``."""
    way = tuple(Point(*point) for point in points)
    slot, end = Slot("name", "a"), object_key(NUMBERS)
    return Arrow(FRAME, slot, NUMBERS, FRAME, end, way, is_changed=changed, is_running=running)


def stub(text: str, rect: Rect, start: Key = FRAME) -> Arrow:
    """Return the stub of an arrow that is not drawn."""
    return Arrow(start, Slot("name", "a"), NUMBERS, start, None, (), Label(text, rect))


def tag(text: str, rect: Rect, kind: TagKind = TagKind.NAME, changed: bool = False) -> Tag:
    """Return a name's tag at the list."""
    return Tag(Label(text, rect), object_key(NUMBERS), kind, changed, True)


def sheet(list_x: float = 170, list_y: float = 12, **more: object) -> Sheet:
    """Return a frame with the names a and b, and the list of a; ``more`` replaces fields."""
    y = HEADER + ROW / 2
    boxes = (
        placed(frame("a", "b"), 0, 0, FRAME),
        placed(cells("4", "5", "6"), list_x, list_y, object_key(NUMBERS)),
    )
    way = arrow((109, y), (150, y), (150, list_y + 9), (list_x, list_y + 9))
    made = Sheet(1, boxes, (way,), (), Rect(0, 0, max(list_x + 100, 300), 140), running=FRAME)
    return replace(made, **more)  # type: ignore[arg-type]


def image_of(
    block: Block,
    marks: Marks = NO_MARKS,
    look: Look = LIGHT,
    scale: float = 1.0,
    around: int = 10,
) -> QImage:
    """Paint a block on pink, with that many pixels around it."""
    width, height = (round(size * scale) + 2 * around for size in (block.width, block.height))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(PINK)
    painter = QPainter(image)
    painter.translate(around, around)
    painter.scale(scale, scale)
    paint_block(painter, block, look, marks)
    painter.end()
    return image


def count(image: QImage, colour: QColor) -> int:
    """Count the pixels of exactly that colour."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == colour for x, y in places)


def alike(one: QColor, other: QColor) -> bool:
    """Whether two colours are equal but for the rounding of their channels."""
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[call-overload]
    return all(abs(first - second) <= 2 for first, second in pairs)
