"""Frames folded to a line: callers that wait, and suspended frames."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from visualizer.layout.blocks.block import Align, Block, Field, Form, Ink, ReferenceDisplay, Shape
from visualizer.layout.blocks.frames import (
    MAX_TEXT,
    FrameContent,
    FrameRow,
    fitting,
    frame_content,
    label_ink,
    shown_label,
)
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import FOLDED, MAX_LETTERS, PAD
from visualizer.layout.blocks.values import truncate
from visualizer.layout.blocks.watched import depends_on_room, has_room
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Rect, object_key
from visualizer.model import Generator

_BETWEEN = 10
"""The gap between the values of a folded frame."""
_BRIEF = 9
"""The maximum number of letters of a value in a line with others, an arrow before it included."""
_ARROW = "→ "
_MIN_VALUE = 36
"""The minimum width for a shortened value to be useful."""
_FIRST_VALUE = 48
"""The width that the function's name leaves to the first value."""
_SUSPENDED = 360
"""The maximum width of the line of a suspended frame."""
_BELOW_LINE = 3


def folded_width(maker: Maker, call: FrameContent, letters: int = _BRIEF) -> float:
    """Return the preferred width of a folded frame, with values of at most ``letters``."""
    values = [one.width for one in _in_line(maker, call, letters)[:2]]
    return maker.width(call.function, Ink.FUNCTION) + 2 * PAD + sum(values)


def folded(maker: Maker, call: FrameContent, width: float) -> Block:
    """Return the block of a frame on one line, with as many values as fit."""
    made = Block(width, FOLDED)
    made.shapes.append(Shape(Rect(0, 0, width, FOLDED), Form.FOLDED))
    values = _in_line(maker, call)
    # Shorten a long function name, so that one value has space.
    kept = values[0].before + min(values[0].after, _FIRST_VALUE) + _BETWEEN if values else 0
    function = call.function
    if isinstance(function, str):
        function = fitting(maker, function, width - 2 * PAD - kept, Ink.FUNCTION)
    name = maker.width(function, Ink.FUNCTION)
    made.write(function, Ink.FUNCTION, Rect(PAD, 0, min(name, width - PAD), FOLDED))
    x = PAD + name + _BETWEEN
    for one, text in _with_room(maker, values, width - PAD - x):
        after = maker.width(text, Ink.VALUE)
        made.write(one.label, label_ink(one.row), Rect(x, 0, one.before, FOLDED))
        rect = Rect(x + one.before, 0, after, FOLDED)
        made.write(text, Ink.VALUE, rect, type=maker.values.type_of(one.row.target))
        whole = Rect(x, 0, one.before + after, FOLDED)
        made.fields.append(
            Field(call.key, one.row.slot, whole, one.row.target, ReferenceDisplay.TEXT)
        )
        x += one.before + after + _BETWEEN
    return made


def suspended_lines(maker: Maker, serials: Iterable[int]) -> Block:
    """Return a line for each generator's suspended frame: values, and the line where it waits."""
    calls = [_suspended_call(maker, serial) for serial in serials]
    notes = [phrase("generator-suspended", line=call.line) for call in calls]
    room = max(maker.width(note, Ink.NOTE) for note in notes) + PAD
    wanted = max(folded_width(maker, call) for call in calls)
    width = min(wanted, _SUSPENDED - room)
    if not has_room(maker, width + room, maker.room):
        depends_on_room(maker)
        width = max(maker.room - room, _FIRST_VALUE)
    made = Block(width + room)
    for call, note in zip(calls, notes, strict=True):
        line = folded(maker, call, width)
        line.width = made.width
        line.shapes[0] = Shape(line.rect, Form.FOLDED)
        line.write(note, Ink.NOTE, Rect(width, 0, room - PAD, FOLDED), Align.RIGHT)
        assert isinstance(call.key.name, int)
        line.anchors[call.key.name] = line.rect
        made.append(line)
        made.height += _BELOW_LINE
    made.height -= _BELOW_LINE
    return made


def _suspended_call(maker: Maker, serial: int) -> FrameContent:
    content = maker.heap[serial].content
    assert isinstance(content, Generator)
    name, key = maker.generator_name(serial), object_key(serial)
    return frame_content(maker, key, name, content.line, content.locals)


class _InLine(NamedTuple):
    """A name and value in the line of a folded frame, and their widths with a brief text."""

    row: FrameRow
    label: Text
    arrow: str
    before: float
    after: float

    @property
    def width(self) -> float:
        """The width with the gap after it."""
        return self.before + self.after + _BETWEEN


def _in_line(maker: Maker, call: FrameContent, letters: int = _BRIEF) -> list[_InLine]:
    """Return the values in a line, arguments before variables: they tell the calls apart.

    Of each, plain values come first. Those that show only their type are last.
    """
    parameters = maker.facts.source.parameters.get(str(call.function), ())
    found: list[tuple[tuple[bool, bool, int], _InLine]] = []
    for row in call.rows:
        rank, text = 0, maker.values.text(row.target, letters)
        if not row.is_text or maker.values.is_line(row.target):
            rank, text = _brief_object(maker, row.target)
        label, arrow = shown_label(maker, row), _ARROW if rank else ""
        label = f"{label} " if isinstance(label, str) else label
        widths = maker.width(label, label_ink(row)), maker.width(arrow + text, Ink.VALUE)
        order = rank > 1, row.slot.name not in parameters, rank
        found.append((order, _InLine(row, label, arrow, *widths)))
    return [one for _, one in sorted(found, key=lambda ranked: ranked[0])]


def _brief_object(maker: Maker, serial: int) -> tuple[int, str]:
    """Return the rank of an object in a line, and the shortest text that says more than a type."""
    kind = maker.values.type_of(serial)
    least = _BRIEF - len(_ARROW)
    for letters in range(least, MAX_LETTERS + 1):
        text = maker.values.text(serial, letters)
        if text.removeprefix(kind).strip(" ()[]{}…,") and text != truncate(kind, letters):
            return 1, text
    return 2, maker.values.text(serial, least)


def _with_room(
    maker: Maker, values: Sequence[_InLine], room: float
) -> Iterator[tuple[_InLine, str]]:
    """Yield the values that fit in a line, and as much of their texts as fits."""
    shown: list[_InLine] = []
    for one in values:
        left = room - one.before
        if one.after > left and (shown or left < _MIN_VALUE):
            continue
        shown.append(one)
        room -= one.width
    for one in shown:
        text = _text_in_line(maker, one, one.after + room + _BETWEEN)
        room -= maker.width(text, Ink.VALUE) - one.after
        yield one, text


def _text_in_line(maker: Maker, one: _InLine, room: float) -> str:
    for letters in range(MAX_TEXT, 3, -1):
        text = one.arrow + maker.values.text(one.row.target, letters)
        if maker.width(text, Ink.VALUE) <= room:
            return text
    return fitting(maker, text, room)
