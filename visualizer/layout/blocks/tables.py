"""A list or dict of similar records as a table: attribute names appear once, in a header."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from visualizer.layout.blocks.block import Block, Field, Ink, Reference, ReferenceDisplay
from visualizer.layout.blocks.measures import (
    CELL,
    MAX_ROWS,
)
from visualizer.layout.blocks.places import more_rows, shown_places
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


class Columns(NamedTuple):
    """The type of a record, and its slots with their names and targets."""

    type: str
    names: tuple[str, ...]
    slots: tuple[Slot, ...]
    targets: tuple[int, ...]

    def as_in(self, names: tuple[str, ...]) -> "Columns | None":
        """Return the columns in the order of some names; None if they have other names."""
        if self.names == names:
            return self
        place = {name: n for n, name in enumerate(self.names)}
        if not len(place) == len(self.names) == len(names) or place.keys() != {*names}:
            return None
        order = [place[name] for name in names]
        slots, targets = tuple(self.slots[n] for n in order), tuple(self.targets[n] for n in order)
        return Columns(self.type, names, slots, targets)


class Record(NamedTuple):
    """A row of a table: its label, slot and serial, and the slots of the record."""

    label: str
    slot: Slot
    serial: int
    columns: Columns


class Records(NamedTuple):
    """The rows of a table, and the width of their labels and of each column."""

    rows: list[Record]
    labels: float
    widths: list[float]


def records_of(maker: "Maker", thing: HeapObject) -> Records | None:
    """Return the records, if the object holds only records with the same names; else None.

    One record alone is a table where there are others at another step.
    """
    match thing.content:
        case Sequence(items=held) | MappingContent(entries=held):
            pass
        case _:
            return None
    if not held or maker.facts.longest.get(thing.serial, len(held)) <= 1:
        return None
    found: Records | None = None
    for start in range(0, len(held), _PART):
        some = held[start : start + _PART]
        make = partial(_some_records, thing=thing, start=start, held=some)
        part = maker.part(("records", thing.serial, start), make, some)
        if part is None:
            return None
        if found is None:
            found = Records([*part.rows], part.labels, part.widths)
        else:
            names, of_part = (one.rows[0].columns.names for one in (found, part))
            for one in part.rows:
                if (columns := one.columns.as_in(names)) is None:
                    return None
                found.rows.append(one._replace(columns=columns))
            wide = dict(zip(of_part, part.widths, strict=True))
            widths = [max(one, wide[name]) for name, one in zip(names, found.widths, strict=True)]
            found = Records(found.rows, max(found.labels, part.labels), widths)
    return found


def _some_records(
    maker: "Maker", thing: HeapObject, start: int, held: tuple[object, ...]
) -> Records | None:
    rows: list[Record] = []
    for label, slot, serial in _places(maker, start, held):
        make = partial(_columns, holder=thing.serial, serial=serial)
        columns = maker.part(("record", thing.serial, serial), make) if label else None
        if columns is not None and rows:
            columns = columns.as_in(rows[0].columns.names)
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
    return Columns(thing.type, names, slots, targets)


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
    for name, width in zip(records[0].columns.names, widths, strict=True):
        made.write(name, Ink.NOTE, Rect(x + _INSET, made.height, width - _INSET, _HEADING))
        x += width
    right, room = x, 0.0
    made.height += _HEADING
    for place, left_out in shown_places(maker.runs(thing.serial, len(records), MAX_ROWS)):
        if left_out:
            made.append(more_rows(maker, left_out))
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


def _column_widths(maker: "Maker", records: list[Record]) -> list[float]:
    widths = []
    for place, name in enumerate(records[0].columns.names):
        texts = {maker.values.text(one.columns.targets[place], maker.letters) for one in records}
        widest = max(maker.width(text, Ink.VALUE) for text in texts) + 12
        widths.append(max(widest, maker.width(name, Ink.NOTE) + 2 * _INSET))
    return widths


def _draw_record(
    maker: "Maker", made: Block, record: Record, whole: Rect, widths: list[float]
) -> None:
    made.anchors[record.serial] = whole
    x = whole.x
    for slot, target, width in zip(*record.columns[2:], widths, strict=True):
        rect = Rect(x, whole.y, width, CELL)
        x += width
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
