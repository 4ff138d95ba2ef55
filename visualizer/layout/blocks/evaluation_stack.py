"""The evaluation stack of a frame: values that its expressions have made and nothing has used yet.

CPython keeps them in the frame, above its variables (``Include/internal/pycore_interpframe.h``).
"""

from collections.abc import Container
from typing import NamedTuple

from visualizer.layout.blocks.block import (
    Block,
    Field,
    Form,
    Ink,
    ReferenceDisplay,
    Shape,
    Side,
)
from visualizer.layout.blocks.frames import PORT_INSET, fitting
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import FUNCTION_ROW, PAD, PORT, ROW
from visualizer.layout.blocks.places import more_rows
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Point, Rect, Slot

MOST = 6
"""The maximum number of values shown, the newest first."""
_NOT_IN_HEAP = 0
"""The serial used for an object that the step does not have."""
_SECOND_LINE = 19
"""The height of a value's line below that of its expression."""
_CLOSER = 4
"""The height that the two lines of its title save."""
_AROUND, _BEFORE_COUNT, _INSET = 6, 4, 4
"""The gaps left and right of a value, before its count, and between its card and the edge."""


class StackValue(NamedTuple):
    """A value on an evaluation stack; ``expression`` made it.

    ``text``, ``type`` and ``refcount`` (None: immortal) were read when it was made. ``serial`` is
    None for a temporary object, to which no later name refers either.
    """

    expression: str
    text: str
    type: str
    serial: int | None
    refcount: int | None

    def is_new(self, heap: Container[int]) -> bool:
        """Whether its object is not in the ``heap`` of the step: the stack draws it."""
        return self.refcount is not None and self.serial not in heap


class EvaluationStack(NamedTuple):
    """The stack of the call with the serial ``frame``; the newest value comes last."""

    frame: int
    values: tuple[StackValue, ...]

    @property
    def key(self) -> Key:
        """The key of its block."""
        return Key("stack", self.frame)


def slot_of(place: int) -> Slot:
    """Return the slot of a value; ``place`` counts from the bottom of the stack."""
    return Slot("operand", place)


def count_key(place: int) -> int:
    """Return the key of a new object's count, in place of a serial, which it may not have."""
    return -1 - place


def evaluation_stack(
    maker: Maker, stack: EvaluationStack, function: Text, width: float, drawn: Container[int]
) -> Block:
    """Return the block of a stack; an arrow starts at the values that are ``drawn`` objects.

    The block has the name of the ``function`` if that is not empty.
    """
    made = Block(width)
    if function:
        made.write(function, Ink.FUNCTION, Rect(PAD, 0, width - 2 * PAD, FUNCTION_ROW))
        made.height = FUNCTION_ROW - _CLOSER
    note = Rect(PAD, made.height, width - 2 * PAD, FUNCTION_ROW)
    made.write(phrase("evaluation-stack"), Ink.NOTE, note)
    header = made.height = note.bottom
    newest = list(enumerate(stack.values))[: -MOST - 1 : -1]
    for place, value in newest:
        made.rule(0, made.height, width, made.height)
        has_arrow = value.serial in drawn
        made.fields.append(_write(maker, made, stack.key, place, value, has_arrow=has_arrow))
    if len(newest) < len(stack.values):
        made.rule(0, made.height, width, made.height)
        made.append(more_rows(maker, len(stack.values) - len(newest)))
    made.height += 2
    made.shapes.insert(0, Shape(Rect(0, 0, width, made.height), Form.FRAME, header))
    return made


def _field(
    key: Key, place: int, value: StackValue, whole: Rect, display: ReferenceDisplay
) -> Field:
    slot = slot_of(place)
    target = _NOT_IN_HEAP if display is ReferenceDisplay.INLINED else value.serial or _NOT_IN_HEAP
    if display is not ReferenceDisplay.PORT:
        return Field(key, slot, whole, target, display)
    port = Point(whole.right - PORT_INSET, whole.y + ROW / 2)
    room = Rect(whole.right - PORT, whole.y, PORT, ROW)
    return Field(key, slot, whole, target, display, port, Side.RIGHT, room)


def _write(
    maker: Maker, made: Block, key: Key, place: int, value: StackValue, *, has_arrow: bool
) -> Field:
    """Write a row: the expression, and the value behind it, or below it if it is long."""
    around = _around(maker, value)
    wanted = maker.width(value.expression, Ink.NAME) + 2 * PAD
    room = PORT if has_arrow else maker.width(value.text, Ink.VALUE) + around
    lines = 1 if has_arrow or wanted + room <= made.width else 2
    whole = Rect(0, made.height, made.width, ROW + (lines - 1) * _SECOND_LINE)
    name = Rect(PAD, whole.y, made.width - (room if lines == 1 else 0) - 2 * PAD, ROW)
    if not has_arrow:
        row = Rect(0, whole.bottom - ROW, made.width, ROW)
        _write_value(maker, made, place, value, row)
    made.write(fitting(maker, value.expression, name.width, Ink.NAME), Ink.NAME, name)
    made.height += whole.height
    shown = ReferenceDisplay.PORT if has_arrow else ReferenceDisplay.TEXT
    if value.is_new(maker.heap):
        shown = ReferenceDisplay.INLINED
    return _field(key, place, value, whole, shown)


def _around(maker: Maker, value: StackValue) -> float:
    """Return the width of the space around a value's text, its count included."""
    count = 0.0
    if value.is_new(maker.heap) and maker.facts.level.has_counts:
        count = maker.count_width(len(str(value.refcount))) + _BEFORE_COUNT
    return count + 2 * _AROUND + _INSET


def _write_value(maker: Maker, made: Block, place: int, value: StackValue, row: Rect) -> None:
    """Write a value at the right of its row.

    A new object is a small card, with its count at levels with counts.
    """
    is_new, around = value.is_new(maker.heap), _around(maker, value)
    text = fitting(maker, value.text, row.width - around - _INSET)
    width = maker.width(text, Ink.VALUE)
    whole = width + around
    card = Rect(row.right - whole, row.y + 2, whole - _INSET, ROW - 3)
    if is_new:
        made.shapes.append(Shape(card, Form.VALUE_LABEL, serial=_NOT_IN_HEAP))
    made.write(text, Ink.VALUE, Rect(card.x + _AROUND, row.y, width, ROW), type=value.type)
    if is_new and maker.facts.level.has_counts:
        x = card.x + _AROUND + width + _BEFORE_COUNT
        digits = len(str(value.refcount))
        made.shapes.append(maker.count_shape(count_key(place), x, card, digits))
