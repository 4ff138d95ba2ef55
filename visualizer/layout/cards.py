"""The inside of a card: which rows and cells an object has, and how large that is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from visualizer.layout import contents
from visualizer.layout.measure import Text, TextMeasure, TextStyle, phrase
from visualizer.layout.picture import Card, CardKind, Part, PartKind, Slot
from visualizer.layout.sizes import (
    CELL_HEIGHT,
    CELL_INSET,
    CELL_WIDTH,
    FRAME_HEADER,
    HEADER,
    INDEX_HEIGHT,
    KEY_NARROWEST,
    KEY_WIDEST,
    LABEL_CUT,
    MOST_NAMES,
    NARROWEST,
    PILL,
    PORT_INSET,
    ROW,
    SMALL_PILL_BADGE,
    WIDEST,
    cut,
    header_label,
)
from visualizer.model import Frame, FrameKind, HeapObject, Named, Scalar

type InPlace = Callable[[int], bool]
"""Whether a counted value is drawn inside the one slot that refers to it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a card needs to know of the rest: the heap, text widths, values drawn in place."""

    heap: Mapping[int, HeapObject]
    measure: TextMeasure
    in_place: InPlace


def object_card(thing: HeapObject, around: Surroundings, upright: bool = False) -> Card:
    """The card of an object; ``upright`` keeps a sequence in rows though it holds no reference."""
    if isinstance(thing.content, Scalar):
        return _pill(thing, around.measure)
    lines = contents.lines(thing, around.heap, upright)
    if lines.cells:
        parts, width, height = _cells(lines, around.measure)
        key_column = 0.0
    else:
        parts, key_column, width = _rows(lines, around)
        height = parts[-1].y + parts[-1].height if parts else HEADER + ROW
    return Card(
        CardKind.CARD,
        lines.title,
        "",
        HEADER,
        parts,
        _clamped(max(width, _header_width(thing, lines.title, around.measure))),
        height,
        0,
        key_column,
        lines.locked,
        lines.function,
        lines.hidden,
    )


def frame_card(
    frame: Frame,
    names: Named,
    rows: Mapping[str, int],
    handed_out: tuple[tuple[str, int | None], ...],
    measure: TextMeasure,
) -> Card:
    """The card of a call. ``rows`` gives each name its place; a place without a name stays empty.

    ``handed_out`` are the rows below the names: a phrase's key and the object it speaks of,
    if it speaks of one.
    """
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
    used = 1 + max((row for row, _, _ in shown), default=-1)
    missing = sum(rows[name] >= MOST_NAMES for name, _ in names)
    if missing:
        text = phrase("more-names", n=missing)
        parts.append(_below(PartKind.MORE, Slot("more"), used, text))
        used += 1
    for key, target in handed_out:
        parts.append(_below(PartKind.NAME, Slot(key), used, phrase(key), target))
        used += 1
    note = phrase("line-number", line=frame.line)
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


def _below(kind: PartKind, slot: Slot, row: int, label: Text, target: int | None = None) -> Part:
    return Part(kind, slot, FRAME_HEADER + ROW * row, ROW, label, target=target)


def _name(name: str) -> str:
    return cut(name, LABEL_CUT)


def _hidden(name: str) -> bool:
    return name in contents.HIDDEN_NAMES


def _clamped(width: float) -> float:
    return min(max(round(width), NARROWEST), WIDEST)


def _header_width(thing: HeapObject, title: Text, measure: TextMeasure) -> float:
    title_width = measure.width(title, TextStyle.TITLE)
    serial = measure.width(f"#{thing.serial}", TextStyle.TITLE)
    label = header_label(thing.address, thing.size)
    return 10 + title_width + 5 + serial + 14 + measure.width(label, TextStyle.ADDRESS) + 16


def _pill(thing: HeapObject, measure: TextMeasure) -> Card:
    assert isinstance(thing.content, Scalar)
    text = cut(thing.content.text)
    kind = "" if text in ("None", "Ellipsis") else thing.type
    width = 28 + measure.width(text, TextStyle.VALUE)
    if kind:
        width += measure.width(kind, TextStyle.SMALL) + 8
    label = f"#{thing.serial} · {header_label(thing.address, thing.size)}"
    aside = 18 + measure.width(label, TextStyle.ADDRESS)
    part = Part(PartKind.TEXT, Slot("value"), 0, PILL, kind, text)
    return Card(CardKind.PILL, kind, "", 0, (part,), round(max(width, 48)), PILL, round(aside))


def _cells(lines: contents.Lines, measure: TextMeasure) -> tuple[tuple[Part, ...], float, float]:
    parts = []
    kind = PartKind.ROUND if lines.unordered else PartKind.CELL
    index = 0 if lines.unordered else INDEX_HEIGHT
    x, y, widest = float(CELL_INSET), HEADER + index + 4.0, 0.0
    for line in lines.lines:
        more = line.kind is PartKind.MORE
        wanted = measure.width(line.text, TextStyle.CODE) + 16
        width = wanted if more else max(CELL_WIDTH, round(wanted))
        if x > CELL_INSET and x + width > WIDEST - CELL_INSET:
            x, y = float(CELL_INSET), y + CELL_HEIGHT + index + 6
        shape = PartKind.MORE if more else kind
        parts.append(
            Part(shape, line.slot, y, CELL_HEIGHT, line.label, line.text, x=x, width=width)
        )
        x += width + (4 if lines.unordered else 0)
        widest = max(widest, x)
    return tuple(parts), widest + CELL_INSET, y + CELL_HEIGHT + 10


def _rows(lines: contents.Lines, around: Surroundings) -> tuple[tuple[Part, ...], float, float]:
    measure = around.measure
    key_column = 0.0
    if lines.key_column:
        labels = [measure.width(x.label, TextStyle.CODE) for x in lines.lines if x.in_column]
        widest = max(labels, default=0.0) + 24
        low, high = (KEY_NARROWEST, KEY_WIDEST) if not lines.narrow else (44, KEY_WIDEST)
        key_column = min(max(round(widest), low), high)
    parts, width = [], 0.0
    for row, line in enumerate(lines.lines):
        part = _row(line, HEADER + ROW * row, around)
        parts.append(part)
        width = max(width, *_row_widths(part, key_column, measure))
    return tuple(parts), key_column, width


def _row(line: contents.Line, y: float, around: Surroundings) -> Part:
    pill = line.target is not None and not line.weak and around.in_place(line.target)
    text = line.text
    if pill and line.target is not None:
        content = around.heap[line.target].content
        assert isinstance(content, Scalar)
        text = cut(content.text, 14)
    label = cut(line.label, LABEL_CUT) if isinstance(line.label, str) else line.label
    return Part(line.kind, line.slot, y, ROW, label, text, line.target, pill, line.weak)


def _row_widths(part: Part, key_column: float, measure: TextMeasure) -> Iterator[float]:
    start = key_column if part.kind is PartKind.PAIR and key_column else 12.0
    label = measure.width(part.label, TextStyle.CODE)
    if start == 12.0 and part.label:
        start += label + 12
    text = measure.width(part.text, TextStyle.CODE) + 12 if part.text else 0.0
    yield start + text + (SMALL_PILL_BADGE + 16 if part.pill else 12)
    if part.target is not None and not part.pill:
        yield start + text + 2 * PORT_INSET
