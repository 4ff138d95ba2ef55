"""A frame: its name and line, marks for functions and classes, and a row for each name."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from visualizer.layout.analysis.facts import Level
from visualizer.layout.analysis.plain import is_wrapper
from visualizer.layout.blocks.block import (
    Align,
    Block,
    Field,
    Form,
    Ink,
    ReferenceDisplay,
    Shape,
    Side,
)
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.measures import FUNCTION_ROW, MARKS, MAX_LETTERS, PAD, ROW
from visualizer.layout.blocks.places import MORE, fewer_rows, left_out_rows, sign
from visualizer.layout.blocks.values import truncate
from visualizer.layout.measure import Text, columns_of, phrase
from visualizer.layout.picture import Key, Point, Rect, Slot
from visualizer.model import (
    OF_COMPILER,
    ClassBody,
    Function,
    HeapObject,
    Instance,
    Method,
    Module,
    Other,
)
from visualizer.model.scopes import MODULE_CODE

MIN_WIDTH = 110
PORT_INSET = 11
BESIDE_NAMES = 84
"""The width of a frame right of its names, for the text at the beginning of an arrow."""
MARK_GAP = 8
_AROUND_MARK = 3
"""The space between a mark's text and the outline around a changed mark."""
_MAX_MARK = 40
"""The maximum number of letters of a mark; a narrow frame shows fewer."""
_OF_PYTHON = OF_COMPILER | {"__doc__", "__annotations__"}
"""Names that Python sets, such as a method's class for ``super()``, or a class body's facts."""
_WITHOUT_DATA = frozenset(
    {
        *("_Feature", "_SpecialForm", "_TypedCacheSpecialForm", "_SpecialGenericAlias"),
        *("_CallableType", "_TupleType"),
    }
)
"""The types of what a ``__future__`` statement imports, and of the forms of ``typing``."""
MAX_TEXT = 60
"""The maximum number of letters of a value; a long one begins right behind its label."""
_LEAST_OWNER = 5
"""The minimum number of letters of a class before the name of its method."""
_RUNNING = 13
"""The width of the sign before the name of the running frame."""


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A name of a frame, or its return value or exception, and the target's serial.

    ``is_text`` is true if the target is written in the row, ``is_always_text`` if that is so even
    where nothing is folded.
    """

    label: Text
    slot: Slot
    target: int
    is_text: bool = False
    is_always_text: bool = False
    is_event: bool = False


@dataclass(frozen=True, slots=True)
class FrameContent:
    """The contents of a frame; ``line`` is 0 if it has none.

    ``gaps`` maps a row to the number of rows left out before it; ``more_marks`` is the number of
    marks left out; the others then have room in ``mark_lines`` lines. ``whole`` is the content that
    leaves nothing out; a frame that shows it because the user ``is_opened`` can be folded again.
    ``differing`` are the names of a recursive function whose values differ between its calls, None
    of other functions. ``has_ended`` is true if only a traceback keeps the frame. ``owner`` is the
    class of a method whose name others have.
    """

    key: Key
    function: Text
    line: int
    rows: tuple[FrameRow, ...]
    marks: tuple[FrameRow, ...] = ()
    gaps: Mapping[int, int] = field(default_factory=dict)
    more_marks: int = 0
    mark_lines: int = 0
    differing: frozenset[str] | None = None
    has_ended: bool = False
    owner: str = ""
    whole: "FrameContent | None" = field(default=None, repr=False, compare=False)
    is_opened: bool = False

    @property
    def full_name(self) -> Text:
        """The name of the function, after that of its class if others have the same name."""
        return f"{self.owner}.{self.function}" if self.owner else self.function


def frame_content(
    maker: Maker, key: Key, function: str, line: int, names: Iterable[tuple[str, int]]
) -> FrameContent:
    """Return a frame's rows; functions, classes and modules with nothing to show become marks.

    At the level of values, names that Python sets are left out; so are those of ``import *`` that
    the program does not use, at levels without counts.
    """
    source, level = maker.facts.source, maker.facts.level
    file = str(key.name) if key.kind == "globals" and not level.has_counts else ""
    rows: list[FrameRow] = []
    marks: list[FrameRow] = []
    for name, serial in names:
        if (name in _OF_PYTHON and level is Level.VALUES) or source.is_unused(file, name):
            continue
        target = maker.values.reached(serial)
        label: Text = phrase("over") if name == ".0" else name
        row = row_of(maker, label, Slot("name", name), target)
        (marks if _is_mark(maker, row, key) else rows).append(row)
    return FrameContent(key, code_title(function), line, tuple(rows), tuple(marks))


def code_title(name: str) -> Text:
    """Return the title of a frame or of code: its name, or the word for a module."""
    return phrase("module") if name == MODULE_CODE else name


def row_of(
    maker: Maker, label: Text, slot: Slot, target: int, *, is_event: bool = False
) -> FrameRow:
    """Return a row of a frame."""
    is_always_text = maker.values.is_always_text(target)
    is_text = is_always_text or maker.values.is_line(target)
    return FrameRow(label, slot, target, is_text, is_always_text, is_event)


def _is_mark(maker: Maker, row: FrameRow, key: Key) -> bool:
    name, thing = str(row.slot.name), maker.heap.get(row.target)
    if thing is None:
        return False
    if not row.is_text or isinstance(thing.content, Method):
        return _is_imported(maker, name, thing, key)
    match thing.content:
        case Function(name=own) | ClassBody(name=own) | Module(name=own):
            return own.rpartition(".")[2] == name or key.kind == "globals"
    if is_wrapper(thing):
        return maker.values.text(row.target, _MAX_MARK).rpartition(" ")[2] == name
    return thing.type == "builtin_function_or_method" and key.kind == "globals"


def _is_imported(maker: Maker, name: str, thing: HeapObject, key: Key) -> bool:
    """Whether a module imports the name from the library, and the object is not a plain value.

    At levels that draw objects, this holds only for objects without data for the program.
    """
    is_thing = isinstance(thing.content, Instance | Method | Other)
    source, file = maker.facts.source, str(key.name) if key.kind == "globals" else ""
    is_imported = name in source.imported.get(file, ()) or source.is_unused(file, name)
    is_drawn = maker.facts.level is not Level.VALUES and thing.type not in _WITHOUT_DATA
    return is_thing and is_imported and not is_drawn


def natural_width(maker: Maker, call: FrameContent, letters: int = MAX_LETTERS) -> float:
    """Return the preferred width of a frame, in whole pixels, so that its outline is sharp.

    ``letters`` is the maximum number of letters of a value.
    """
    column = name_column(maker, call.rows)
    _, room = _line_note(maker, call)
    widths = [_RUNNING + maker.width(call.function, Ink.FUNCTION) + room + 4 * PAD]
    title = str(call.full_name)
    if call.owner and len(title) <= MAX_LETTERS:  # A long one has room only if others need it.
        line = maker.width(str(call.line), Ink.NOTE)
        widths.append(_RUNNING + maker.width(title, Ink.FUNCTION) + line + 4 * PAD)
    for row in call.rows:
        if row.is_text:
            text = maker.values.text(row.target, letters)
            widths.append(column + maker.width(text, Ink.VALUE) + 8)
        else:
            widths.append(column + BESIDE_NAMES)
    return math.ceil(max(MIN_WIDTH, *widths))


def _line_note(maker: Maker, call: FrameContent) -> tuple[Text, float]:
    """Return the note at the right of a frame's head, and its width."""
    if not call.line:
        return "", 0.0
    line = phrase("ended-call") if call.has_ended else phrase("at-line", line=call.line)
    return line, maker.width(line, Ink.NOTE)


def frame_width(maker: Maker, call: FrameContent) -> float:
    """Return the width of a frame: the column's, or its preferred width if that is unknown."""
    return maker.column or natural_width(maker, call)


def frame_height(maker: Maker, call: FrameContent) -> float:
    """Return the height of a frame."""
    lines = lines_of_marks(maker, call)
    marks = MARKS * lines + 2 if lines else 0
    return (
        FUNCTION_ROW + marks + ROW * len(call.rows) + MORE * (len(call.gaps) + call.is_opened) + 2
    )


def lines_of_marks(maker: Maker, call: FrameContent) -> int:
    """Return the number of lines that the marks of a frame take."""
    if not call.marks or call.mark_lines:
        return call.mark_lines
    made = Block(frame_width(maker, call), 0)
    _draw_marks(maker, made, call)
    return round(made.height / MARKS)


def name_column(maker: Maker, rows: Iterable[FrameRow]) -> float:
    """Return the width of the column for the names of rows."""
    labels = [maker.width(shown_label(maker, row), label_ink(row)) for row in rows]
    return max(labels, default=0) + 2 * PAD


def shown_label(maker: Maker, row: FrameRow) -> Text:
    """Return the name of a row, shortened to the maximum for the recording."""
    return truncate(row.label, maker.names) if isinstance(row.label, str) else row.label


def label_ink(row: FrameRow) -> Ink:
    """Return the ink of the name of a row."""
    return Ink.EVENT if row.is_event else Ink.NAME


def frame(maker: Maker, call: FrameContent, width: float, *, is_running: bool) -> Block:
    """Return the block of a frame."""
    made = Block(width, FUNCTION_ROW)
    left = PAD + (_RUNNING if is_running else 0)
    line, room = _line_note(maker, call)
    name, within = call.full_name, width - left
    if not _has_room(maker, name, within - room):
        number = str(call.line) if call.line and not call.has_ended else line
        least = maker.width(number, Ink.NOTE)
        name = _short_name(maker, call, within - least)
        if name != call.function or not _has_room(maker, name, within - room):
            line, room = number, least
    title = Rect(left, 0, width - left - room - 2 * PAD, FUNCTION_ROW)
    made.write(name, Ink.FUNCTION, title)
    if line:
        rect = Rect(width - PAD - room, 0, room, FUNCTION_ROW)
        made.write(line, Ink.NOTE, rect, Align.RIGHT)
    if call.marks:
        _draw_marks(maker, made, call)
    column = name_column(maker, call.rows)
    for place, row in enumerate(call.rows):
        if place in call.gaps:
            made.rule(0, made.height, width, made.height)
            made.append(left_out_rows(maker, call.key, place, call.gaps[place]))
        _draw_row(maker, made, call.key, row, column)
    if call.is_opened:
        made.rule(0, made.height, width, made.height)
        made.append(fewer_rows(maker, call.key))
    made.height += 2
    form = Form.RUNNING if is_running else Form.FRAME
    made.shapes.insert(0, Shape(Rect(0, 0, width, made.height), form, FUNCTION_ROW))
    return made


def _short_name(maker: Maker, call: FrameContent, room: float) -> Text:
    """Return the name of a frame's function, with as much of its class as fits."""
    for letters in range(len(call.owner), _LEAST_OWNER - 1, -1):
        name = f"{truncate(call.owner, letters)}.{call.function}"
        if _has_room(maker, name, room):
            return name
    return call.full_name if _has_room(maker, call.full_name, room) else call.function


def _has_room(maker: Maker, name: Text, room: float) -> bool:
    return maker.width(name, Ink.FUNCTION) + 2 * PAD <= room


def _draw_marks(maker: Maker, made: Block, call: FrameContent) -> None:
    x, top = float(PAD), made.height
    for mark in call.marks:
        shown, width = mark_text(maker, mark)
        x, rect = _next_mark(made, x, width)
        made.write(fitting(maker, shown, rect.width, Ink.NOTE), Ink.NOTE, rect)
        around = rect.moved(-_AROUND_MARK, 0)
        made.fields.append(Field(call.key, mark.slot, around, mark.target, ReferenceDisplay.TEXT))
    if call.more_marks:
        more = phrase("more-rows", n=call.more_marks)
        _, rect = _next_mark(made, x, maker.width(more, Ink.NOTE) + MARK_GAP)
        made.write(more, Ink.NOTE, rect)
        made.signs.append(sign(call.key, -1, rect, call.more_marks))
    made.height = max(made.height + MARKS, top + MARKS * call.mark_lines) + 2


def _next_mark(made: Block, x: float, wanted: float) -> tuple[float, Rect]:
    """Return the x at which the mark after the next one begins, and the place of the next one."""
    width = min(wanted, made.width - 2 * PAD)
    if x + width > made.width - 2 and x > PAD:
        x, made.height = PAD, made.height + MARKS
    return x + width, Rect(x, made.height, width, MARKS)


def mark_text(maker: Maker, mark: FrameRow) -> tuple[str, float]:
    """Return the text of a mark, and its width with the gap after it."""
    thing = maker.heap.get(mark.target)
    match thing.content if thing is not None and not is_wrapper(thing) else None:
        case Instance() | Other():
            shown = str(mark.label)
        case Method():
            shown = f"ƒ {mark.label}"
        case _:
            text = maker.values.text(mark.target, _MAX_MARK)
            shown = text if text.split(" ", 1)[-1] == mark.label else f"{mark.label} = {text}"
    return shown, maker.width(shown, Ink.NOTE) + MARK_GAP


def _draw_row(maker: Maker, made: Block, key: Key, row: FrameRow, column: float) -> None:
    y, width = made.height, made.width
    made.rule(0, y, width, y)
    own = name_column(maker, (row,))
    text = maker.values.slot_text(row.target, MAX_TEXT)
    if row.is_text and maker.width(text, Ink.VALUE) > width - column - 4:
        column = own
    made.write(shown_label(maker, row), label_ink(row), Rect(PAD, y, column - PAD, ROW))
    whole = Rect(0, y, width, ROW)
    if row.is_text:
        rect = Rect(column, y, width - column - 4, ROW)
        text = fitting(maker, text, rect.width)
        made.write(text, Ink.VALUE, rect, type=maker.values.type_of(row.target))
        made.fields.append(Field(key, row.slot, whole, row.target, ReferenceDisplay.TEXT))
    else:
        port = Point(width - PORT_INSET, y + ROW / 2)
        room = Rect(own, y, width - own, ROW)
        how = ReferenceDisplay.PORT, port, Side.RIGHT, room, column - own
        made.fields.append(Field(key, row.slot, whole, row.target, *how))
    made.height += ROW


def fitting(maker: Maker, text: str, width: float, ink: Ink = Ink.VALUE) -> str:
    """Return as much of a text as fits, with an ellipsis; never fewer than three letters."""
    letters = columns_of(text)
    while letters > 3 and maker.width(truncate(text, letters), ink) > width:
        letters -= 1
    return truncate(text, letters)


def folded_content(call: FrameContent) -> FrameContent:
    """Return a folded frame's contents, ``self`` last, or only the names that ever differ."""
    differing = call.differing
    if differing is None:
        rows = sorted(call.rows, key=lambda row: row.slot.name == "self")
    else:
        kinds = "pending", "unfinished"
        rows = [one for one in call.rows if one.slot.kind in kinds or one.slot.name in differing]
    return replace(call, rows=tuple(rows), marks=(), gaps={}, more_marks=0, mark_lines=0)
