"""The inside of a card: which rows and cells an object has, and how large that is."""

from collections.abc import Mapping
from dataclasses import replace

from visualizer.layout import contents
from visualizer.layout.array_grid import value_grid
from visualizer.layout.measure import Text, TextMeasure, TextStyle, phrase
from visualizer.layout.picture import Card, CardKind, Part, PartKind, Slot
from visualizer.layout.rows import Rows, Surroundings, cells
from visualizer.layout.sight import Call
from visualizer.layout.sizes import (
    COMPACT_HEADER,
    COMPACT_ROW,
    FOLDED_HEADER,
    FRAME_HEADER,
    LABEL_CUT,
    MOST_NAMES,
    NARROWEST,
    PILL,
    PORT_INSET,
    ROW,
    WIDEST,
    WIDEST_GRID,
    cut,
    header_label,
    label_aside,
    written_size,
)
from visualizer.model import (
    Array,
    FrameKind,
    Function,
    HeapObject,
    Instance,
    Lock,
    Scalar,
    Sequence,
)
from visualizer.model import Mapping as MappingContent

_FUNCTION_SIGN = 46
"""Width of the sign before a function's name, and of what is free at both sides."""
_WITH_ADDRESS = (Array, Instance, MappingContent, Sequence)
"""What has room for its address and its size; others have it for their size, and say both where
there is room anyway."""


def object_card(thing: HeapObject, around: Surroundings, upright: bool = False) -> Card:
    """The card of an object; ``upright`` keeps a sequence in rows though it holds no reference."""
    if isinstance(thing.content, Scalar):
        return pill_card(thing, around.measure, brief=thing.type in around.brief)
    lines = contents.lines(thing, around.heap, upright, around.in_cells)
    if isinstance(thing.content, Lock):
        lines = replace(lines, lines=(*lines.lines, *around.locks(thing.serial)))
    if isinstance(thing.content, Function):
        called = replace(lines.lines[0], label=around.called(thing.content))
        lines = replace(lines, lines=(called, *lines.lines[1:]))
    compact = isinstance(thing.content, Instance) and thing.content.cls in around.compact
    values = [x for x in lines.lines if x.kind is PartKind.CELL] if lines.columns else []
    if values:
        lines = replace(lines, lines=lines.lines[: -len(values)])
    rows = Rows(around, lines, COMPACT_HEADER, COMPACT_ROW) if compact else Rows(around, lines)
    if lines.cells:
        parts, width, height = cells(lines, around)
        key_column = 0.0
    else:
        parts, key_column, width, height = rows.made()
        if values:
            more, right, height = value_grid(values, lines, height, around.measure)
            parts, width = (*parts, *more), max(width, right)
    widest = WIDEST_GRID if any(part.kind is PartKind.CELL for part in parts) else WIDEST
    least = _header_width(thing, lines.title, around.measure, compact)
    if lines.function:
        least = max(least, _FUNCTION_SIGN + around.measure.width(parts[0].label, TextStyle.CODE))
    return Card(
        CardKind.CARD,
        lines.title,
        "",
        rows.header,
        parts,
        min(max(round(max(width, least)), 0 if compact else NARROWEST), widest),
        height,
        0,
        key_column,
        lines.locked,
        lines.function,
        lines.hidden,
    )


def call_card(call: Call, rows: Mapping[str, int], measure: TextMeasure) -> Card:
    """The card of a call; of a folded one the header alone, of several in one how many they are."""
    if not call.folded:
        return _frame_card(call, rows, measure)
    whole = _frame_card(replace(call, names=(), handed_out=(), aside=()), {}, measure)
    if not call.more:
        return replace(whole, height=float(FOLDED_HEADER), header=FOLDED_HEADER)
    title = phrase("more-calls", n=call.more)
    return replace(whole, title=title, note="", height=float(FOLDED_HEADER), header=FOLDED_HEADER)


def _frame_card(call: Call, rows: Mapping[str, int], measure: TextMeasure) -> Card:
    """The card of a call. ``rows`` gives each name its place; a place without a name stays empty.

    The names that something else has are told here, and lead to their objects there.
    """
    frame, names = call.frame, call.names
    shown = [
        (rows[name], name, target)
        for name, target in names
        if rows[name] < MOST_NAMES and (frame.kind is not FrameKind.CLASS or not _hidden(name))
    ]
    parts = [
        Part(
            PartKind.NAME, Slot("name", name), FRAME_HEADER + ROW * row, ROW, _name(name), target=t
        )
        for row, name, t in shown
    ]
    if call.aside:
        there = dict(call.aside)
        parts = [
            replace(part, text=_told_there(there[part.slot.name]), target=None)
            if part.slot.name in there
            else part
            for part in parts
        ]
    used = 1 + max((row for row, _, _ in shown), default=-1)
    missing = sum(rows[name] >= MOST_NAMES for name, _ in names)
    if missing:
        text = phrase("more-names", n=missing)
        parts.append(_below(PartKind.MORE, Slot("more"), used, text))
        used += 1
    for key, target in call.handed_out:
        parts.append(_below(PartKind.NAME, Slot(key), used, phrase(key), target))
        used += 1
    # Of the program's own names alone there is a card also when their code has ended.
    note = phrase("line-number", line=frame.line) if frame.line else phrase("code-ended")
    # Room for any line number and for the sign of a running frame: neither moves anything.
    wanted = 50 + measure.width(frame.function, TextStyle.VALUE) + 60
    for part in parts:
        wanted = max(wanted, 14 + measure.width(part.label, TextStyle.CODE) + 34 + 2 * PORT_INSET)
    height = FRAME_HEADER + ROW * used
    title = cut(frame.function, LABEL_CUT)
    width = min(max(wanted, 168), WIDEST)
    return Card(
        CardKind.FRAME, title, note, FRAME_HEADER, tuple(parts), width, height, hidden=missing
    )


def _told_there(serial: int) -> Text:
    return phrase("kept-in", serial=serial) if serial else phrase("in-a-cell")


def _below(kind: PartKind, slot: Slot, row: int, label: Text, target: int | None = None) -> Part:
    return Part(kind, slot, FRAME_HEADER + ROW * row, ROW, label, target=target)


def _name(name: str) -> str:
    return cut(name, LABEL_CUT)


def _hidden(name: str) -> bool:
    return name in contents.HIDDEN_NAMES


def _header_width(thing: HeapObject, title: Text, measure: TextMeasure, compact: bool) -> float:
    title_width = measure.width(title, TextStyle.TITLE)
    serial = measure.width(f"#{thing.serial}", TextStyle.TITLE)
    if compact:
        return 10 + title_width + 5 + serial + 16
    has_both = isinstance(thing.content, _WITH_ADDRESS)
    label = header_label(thing.address, thing.size) if has_both else written_size(thing.size)
    return 10 + title_width + 5 + serial + 14 + measure.width(label, TextStyle.ADDRESS) + 16


def pill_card(thing: HeapObject, measure: TextMeasure, *, brief: bool = False) -> Card:
    """The card of a plain value: its type, but for None, and the value.

    Beside it stand its number and address, or the number alone where it is ``brief``.
    """
    assert isinstance(thing.content, Scalar)
    text = cut(thing.content.text)
    kind = "" if text in ("None", "Ellipsis") else thing.type
    width = 28 + measure.width(text, TextStyle.VALUE)
    if kind:
        width += measure.width(kind, TextStyle.SMALL) + 8
    label = label_aside(thing.serial, thing.address, brief=brief)
    aside = 18 + measure.width(label, TextStyle.ADDRESS)
    part = Part(PartKind.TEXT, Slot("value"), 0, PILL, kind, text)
    size = round(max(width, 48)), PILL, round(aside)
    return Card(CardKind.PILL, kind, "", 0, (part,), *size, brief=brief)
