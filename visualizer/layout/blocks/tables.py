"""A list or dict of similar records as a table: attribute names appear once, in a header."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from visualizer.layout.blocks.block import Block, Field, Ink, Reference, ReferenceDisplay
from visualizer.layout.blocks.measures import (
    CELL,
    MAX_ROWS,
)
from visualizer.layout.blocks.places import left_out_rows, shown_places, write_left_out
from visualizer.layout.blocks.spare import write_places
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Rect, Slot, object_key
from visualizer.model import HeapObject, Instance, Sequence, item_names
from visualizer.model import Mapping as MappingContent

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

_HEADING = 16
_INSET = 5
_FEW = 4
"""The maximum number of items of a list in a cell."""
_PART = 32
"""The number of records that are read together; an unchanged part is not read again."""
_SIMILAR = 3
"""One in so many cells of a table may be blank."""


class Columns(NamedTuple):
    """The type of a record, and its slots and targets by their names."""

    type: str
    cells: dict[str, tuple[Slot, int]]


class Record(NamedTuple):
    """A row of a table: its label, slot and serial, and the slots of the record."""

    label: str
    slot: Slot
    serial: int
    columns: Columns


class Records(NamedTuple):
    """The rows of a table, the width of their labels, and of each column by its name."""

    rows: list[Record]
    labels: float
    widths: dict[str, float]

    @property
    def are_similar(self) -> bool:
        """Whether few cells are blank, because few records lack a name that others have."""
        filled = sum(len(one.columns.cells) for one in self.rows)
        return filled * _SIMILAR >= len(self.rows) * len(self.widths) * (_SIMILAR - 1)


def records_of(maker: "Maker", thing: HeapObject) -> Records | None:
    """Return the records, if the object holds only records with much the same names; else None.

    One record alone is a table where there are others at another step.
    """
    match thing.content:
        case Sequence(items=held) | MappingContent(entries=held):
            pass
        case _:
            return None
    if not held or maker.facts.longest.get(thing.serial, len(held)) <= 1:
        return None
    found = Records([], 0.0, {})
    for start in range(0, len(held), _PART):
        some = held[start : start + _PART]
        make = partial(_some_records, thing=thing, start=start, held=some)
        part = maker.part(("records", thing.serial, start), make, some)
        if part is None:
            return None
        found.rows.extend(part.rows)
        for name, width in part.widths.items():
            found.widths[name] = max(width, found.widths.get(name, 0.0))
        found = found._replace(labels=max(found.labels, part.labels))
    return found if found.are_similar else None


def _some_records(
    maker: "Maker", thing: HeapObject, start: int, held: tuple[object, ...]
) -> Records | None:
    rows: list[Record] = []
    for label, slot, serial in _places(maker, start, held):
        make = partial(_columns, holder=thing.serial, serial=serial)
        columns = maker.part(("record", thing.serial, serial), make) if label else None
        if columns is None:
            return None
        rows.append(Record(label, slot, serial, columns))
    ink = Ink.KEY if isinstance(thing.content, MappingContent) else Ink.INDEX
    labels = max(maker.width(one.label, ink) for one in rows)
    return Records(rows, labels, _column_widths(maker, rows))


def _places(
    maker: "Maker", start: int, held: tuple[object, ...]
) -> Iterator[tuple[str, Slot, int]]:
    """Yield the contents one by one: the first item usually rules out a table."""
    for place, one in enumerate(held, start):
        match one:
            case int():
                yield str(place), Slot("item", place), one
            case (int(key), int(value)):
                label = maker.values.text(key, 14) if maker.values.is_text(key) else ""
                yield label, Slot("value", key), value


def _columns(maker: "Maker", holder: int, serial: int) -> Columns | None:
    if maker.values.is_always_text(serial) or not maker.is_nested_in(serial, holder, 0):
        return None
    names: tuple[str, ...] = ()
    thing = maker.heap[serial]
    match thing.content:
        case Instance(base=None) if attributes := maker.values.own_attributes(thing):
            names = tuple(name for name, _ in attributes)
            slots = tuple(Slot("attribute", name) for name in names)
            targets = tuple(target for _, target in attributes)
        case Instance(attributes=(), base=Sequence(items=targets)) as one:
            names = tuple(item_names(one, maker.heap))
            slots = tuple(Slot("item", place) for place in range(len(targets)))
            if not names:
                return None
        case MappingContent(entries=entries) if entries:
            if any(maker.values.type_of(key) != "str" for key, _ in entries):
                return None
            names = tuple(maker.values.text(key).strip("'\"") for key, _ in entries)
            slots = tuple(Slot("value", key) for key, _ in entries)
            targets = tuple(value for _, value in entries)
        case _:
            return None
    if not all(_fits_in_a_cell(maker, serial, target) for target in targets):
        return None
    cells = dict(zip(names, zip(slots, targets, strict=True), strict=True))
    return Columns(thing.type, cells) if len(cells) == len(names) else None


def _fits_in_a_cell(maker: "Maker", record: int, target: int) -> bool:
    """Whether a target is a value, or a container of few values that only the record holds."""
    if maker.values.is_text(target):
        return True
    content = maker.heap[target].content
    if maker.facts.level.has_counts:
        return False
    if not maker.is_nested_in(target, record, 1) or not isinstance(content, Sequence):
        return False
    return len(content.items) <= _FEW and all(maker.values.is_text(one) for one in content.items)


def table(maker: "Maker", thing: HeapObject, found: Records, depth: int) -> Block:
    """Return the block of a table. Records of several types have their types in the rows."""
    records, widths = found.rows, found.widths
    types = {one.columns.type for one in records}
    made = maker.begin(thing.serial, _title(maker, thing, records, types), has_title=not depth)
    is_mapping = isinstance(thing.content, MappingContent)
    ink = Ink.KEY if is_mapping else Ink.INDEX
    labels = found.labels + 12
    x = edge = labels + _types_width(maker, types)
    for name, width in widths.items():
        made.write(name, Ink.NOTE, Rect(x + _INSET, made.height, width - _INSET, _HEADING))
        x += width
    right, room = x, 0.0
    made.height += _HEADING
    for place, left_out in shown_places(maker.runs(thing.serial, len(records), MAX_ROWS)):
        if left_out:
            made.append(left_out_rows(maker, object_key(thing.serial), place, left_out))
            continue
        record = records[place]
        rect = Rect(5, made.height, labels - 5, CELL)
        made.write(record.label, ink, rect, type="str" if record.label[:1] == "'" else "")
        if edge > labels:
            within = Rect(labels, made.height, edge - labels, CELL)
            made.write(record.columns.type, Ink.NOTE, within)
        whole = Rect(edge, made.height, right - edge, CELL)
        reference = Reference(object_key(thing.serial), record.slot, record.serial)
        if record.serial in made.anchors:
            made.fields.append(maker.port(reference, whole))
        else:
            _draw_record(maker, made, record, whole, widths)
            inlined = ReferenceDisplay.INLINED
            made.fields.append(Field(*reference[:2], whole, record.serial, inlined))
            room = max(room, maker.count(made, record.serial, right + 3, made.height, CELL))
        made.height += CELL
    made.width = max(made.width, right + room + 3)
    write_left_out(maker, made, thing)
    made.height += 3
    write_places(maker, made, thing, depth)
    return maker.finish(made, thing.serial, depth)


def _title(maker: "Maker", thing: HeapObject, records: list[Record], types: set[str]) -> Text:
    if len(types) == 1 and isinstance(maker.heap[records[0].serial].content, Instance):
        return phrase("table-of", type=thing.type, item=records[0].columns.type)
    return thing.type


def _types_width(maker: "Maker", types: set[str]) -> float:
    if len(types) == 1:
        return 0.0
    return max(maker.width(one, Ink.NOTE) for one in types) + _INSET


def _column_widths(maker: "Maker", records: list[Record]) -> dict[str, float]:
    texts: dict[str, set[str]] = {}
    for one in records:
        for name, (_, target) in one.columns.cells.items():
            texts.setdefault(name, set()).add(maker.values.text(target, maker.letters))
    widths = {}
    for name, some in texts.items():
        widest = max(maker.width(text, Ink.VALUE) for text in some) + 12
        widths[name] = max(widest, maker.width(name, Ink.NOTE) + 2 * _INSET)
    return widths


def _draw_record(
    maker: "Maker", made: Block, record: Record, whole: Rect, widths: dict[str, float]
) -> None:
    made.anchors[record.serial] = whole
    x = whole.x
    for name, width in widths.items():
        rect = Rect(x, whole.y, width, CELL)
        x += width
        if name not in record.columns.cells:
            continue
        slot, target = record.columns.cells[name]
        made.cell(rect)
        if target in made.anchors:
            made.fields.append(maker.port(Reference(object_key(record.serial), slot, target), rect))
            continue
        text = maker.values.text(target, maker.letters)
        within = Rect(rect.x + _INSET, whole.y, width - _INSET, CELL)
        made.write(text, Ink.VALUE, within, type=maker.values.type_of(target))
        is_text = maker.values.is_text(target)
        if not is_text:
            made.anchors[target] = rect
        display = ReferenceDisplay.TEXT if is_text else ReferenceDisplay.INLINED
        made.fields.append(Field(object_key(record.serial), slot, rect, target, display))
