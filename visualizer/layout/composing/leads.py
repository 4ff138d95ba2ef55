"""Collects the input of routing: references that leave their boxes, and index names."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from visualizer.layout.analysis.facts import StructureKind
from visualizer.layout.analysis.source import index_number, named_object, names_in_scope
from visualizer.layout.blocks.block import Field, Side
from visualizer.layout.blocks.evaluation_stack import EvaluationStack, StackValue
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.values import truncate
from visualizer.layout.composing.changes import Changes
from visualizer.layout.composing.reach import ReachedBlocks
from visualizer.layout.composing.stack import Column
from visualizer.layout.measure import Text
from visualizer.layout.picture import Key, Rect, Slot, object_key
from visualizer.layout.routing import IndexMark, Rank, WantedArrow
from visualizer.layout.sheet import Placed
from visualizer.model import Frame, HeapObject, Sequence, State, attribute_place, is_set
from visualizer.model import Mapping as MappingContent

_LETTERS = 14
"""The maximum number of letters of an expression in a tag."""

_MAX_LETTERS = 26
"""The maximum number of letters of a slot and its holder in a tag."""
_MIN_LETTERS = 12
"""The number of letters that the holder has at least."""

_MAX_DEPTH = 2
"""The number of slots before the last one in a tag, as in ``self.rows[2][1]``."""


def wanted_arrows(
    maker: Maker,
    column: Column,
    found: ReachedBlocks,
    boxes: Iterable[Placed],
    changes: Changes,
    *,
    operands: EvaluationStack | None = None,
) -> list[WantedArrow]:
    """Return every reference that leaves its box; ``operands`` is the drawn evaluation stack."""
    places = {box.key: box for box in boxes}
    texts = _SlotTexts(maker, column, places.values())
    values = operands.values if operands is not None else ()
    labels = {(call.key, row.slot): row.label for call in column.calls for row in call.rows}
    wanted = []
    for box in places.values():
        for one in box.block.ports:
            assert one.port is not None
            end, rect, beside = _end(one.target, found, places)
            wanted.append(
                WantedArrow(
                    one.holder,
                    one.slot,
                    one.target,
                    box.key,
                    one.port.moved(box.x, box.y),
                    one.side,
                    end,
                    rect,
                    _rank(box, column, is_value=one.target in maker.facts.value_labels),
                    (one.holder, one.slot) in changes.fields,
                    _leads_into(maker, one, box.key),
                    maker.values.text(one.target),
                    _name(one, texts, values, labels),
                    one.room.moved(box.x, box.y) if one.room else None,
                    beside,
                    indent=one.indent,
                )
            )
    return wanted


def _end(
    target: int, found: ReachedBlocks, places: dict[Key, Placed]
) -> tuple[Key | None, Rect | None, Rect | None]:
    """Return the box of a target, its rectangle, and the free part of the box beside it."""
    inside = found.inside.get(target)
    if inside is None:
        return None, None, None
    box = places.get(found.key_of(inside[0]))
    if box is None:
        return None, None, None
    # An arrow ends at the edge of the box, level with the nested target: no line crosses a card.
    y, height = inside[1].y + box.y, inside[1].height
    beside = box.block.beside(inside[1]).moved(box.x, box.y)
    return box.key, Rect(box.x, y, box.block.width, height), beside


def _rank(box: Placed, column: Column, *, is_value: bool) -> Rank:
    if box.key == column.running:
        return Rank.RUNNING
    if box.key.is_call:
        return Rank.FRAME
    return Rank.VALUE if is_value else Rank.SLOT


def _leads_into(maker: Maker, one: Field, start: Key) -> bool:
    """Whether a name refers to a node that is not the first of its structure."""
    node = maker.facts.node(one.target, maker.step)
    if node is None or not start.is_call:
        return False
    is_chain = maker.facts.structures[node.structure].kind is StructureKind.CHAIN
    return (node.column if is_chain else node.row) > 0


def _names(column: Column) -> dict[int, str]:
    """Return the name of each object that has one; an equal name in a later call hides it."""
    shown: dict[str, int] = {}
    for call in column.calls:
        for row in call.rows:
            if row.slot.kind == "name":
                shown.pop(str(row.slot.name), None)
                shown[str(row.slot.name)] = row.target
    return {target: name for name, target in shown.items()}


class _SlotTexts:
    """The texts in tags for slots."""

    def __init__(self, maker: Maker, column: Column, boxes: Collection[Placed]) -> None:
        self._maker, self._boxes = maker, boxes
        self._names = _names(column)

    @cached_property
    def _leading(self) -> dict[int, Field]:
        """For each object, the first drawn slot of an object that refers to it."""
        found: dict[int, Field] = {}
        for box in self._boxes:
            for one in box.block.fields:
                if one.holder.kind == "object":
                    found.setdefault(one.target, one)
        return found

    def text(self, one: Field, depth: int = 0) -> str:
        """Return a slot as ``grid[2]``, ``self.rows[2]`` or ``Node 62.key``."""
        assert isinstance(one.holder.name, int)
        holder, name = one.holder.name, str(one.slot.name)
        match one.slot.kind:
            case "item" if is_set(self._maker.heap[holder], self._maker.heap):
                return f"in {self._holder(holder, depth, _MAX_LETTERS)}"
            case "item":
                place = f"[{name}]"
            case "value":
                place = f"[{self._maker.values.text(int(name), 10)}]"
            case "attribute":
                place = attribute_place(name)
            case "closure" | "name" | "exception":
                place = f".{name}"
            case _ if depth:
                return ""
            case kind:
                place = "(" if kind == "default" else ""
        room = max(_MAX_LETTERS - len(place), _MIN_LETTERS)
        return f"{self._holder(holder, depth, room)}{place}"

    def _holder(self, serial: int, depth: int, letters: int) -> str:
        """Return an object by its name; a container by its slot, a generator by its function.

        The contents of containers and generators say little.
        """
        if serial in self._names:
            return _without_middle(self._names[serial], letters)
        thing = self._maker.heap[serial]
        if not isinstance(thing.content, Sequence | MappingContent):
            function = self._maker.generator_name(serial)
            return _without_middle(function or self._maker.values.text(serial), letters)
        slot = self._leading.get(serial) if depth < _MAX_DEPTH else None
        path = self.text(slot, depth + 1) if slot is not None else ""
        return _without_middle(path or thing.type, letters)


def _without_middle(text: str, letters: int) -> str:
    """Return a text of at most ``letters`` letters: the two ends say most."""
    half = (letters - 1) // 2
    return text if len(text) <= letters else f"{text[: letters - 1 - half]}…{text[-half:]}"


def _name(
    one: Field,
    texts: _SlotTexts,
    values: tuple[StackValue, ...],
    labels: Mapping[tuple[Key, Slot], Text],
) -> Text:
    """Return the text of a tag at the target: label of a row, expression, or slot and holder."""
    name = str(one.slot.name)
    if one.slot.kind == "operand":
        return truncate(values[int(name)].expression, _LETTERS)
    if one.holder.is_call:
        return labels.get((one.holder, one.slot), name or one.slot.kind)
    return texts.text(one)


def _is_row(one: Field, fields: Iterable[Field]) -> bool:
    """Whether a slot has its row to itself: then a name does not fit below it."""
    return not any(
        other.holder == one.holder and other is not one and other.rect.y == one.rect.y
        for other in fields
    )


def index_marks(maker: Maker, state: State, boxes: Iterable[Placed]) -> list[IndexMark]:
    """Return the running function's index names, placed at the cells that they index."""
    if not state.frames:
        return []
    frame = state.frames[-1]
    names = names_in_scope(frame, state)
    wanted: dict[tuple[Key, Slot], list[str]] = {}
    across = _column_names(maker, names, frame)
    for name, index in maker.facts.source.marks_at(frame):
        place = _index(maker, frame.function, names, name, index)
        if place is None:
            continue
        matrix = maker.values.container_of(int(place[0].name)) or 0
        in_column = across.get(matrix, {}).get(int(place[1].name), ())
        if index not in (*in_column, *wanted.setdefault(place, [])):
            wanted[place].append(index)
    if not wanted and not across:
        return []
    found = []
    for box in boxes:
        feet = _feet(maker, box)
        for one in box.block.fields:
            for index in wanted.get((one.holder, one.slot), ()):
                # The next row is directly below a cell of a matrix.
                foot = feet.get(maker.values.container_of(int(one.holder.name)) or 0)
                side = Side.LEFT if _is_row(one, box.block.fields) and not foot else Side.BELOW
                cell = one.rect.moved(box.x, box.y)
                found.append(IndexMark(index, cell, box.key, side, foot))
        if across:
            found += _column_marks(maker, across, box)
    return found


def _feet(maker: Maker, box: Placed) -> dict[int, float]:
    """Return the lower edge of the last row of each matrix in a box."""
    feet: dict[int, float] = {}
    for one in box.block.fields:
        matrix = int(one.holder.name) if one.holder.kind == "object" else 0
        if matrix in maker.facts.matrices:
            feet[matrix] = max(one.rect.bottom + box.y, feet.get(matrix, 0.0))
    return feet


def _column_names(
    maker: Maker, names: Mapping[str, int], frame: Frame
) -> dict[int, dict[int, list[str]]]:
    """Return the names that index the rows of matrices, by matrix and column."""
    wanted: dict[int, dict[int, list[str]]] = {}
    for name, index in maker.facts.source.columns_at(frame):
        matrix = named_object(name, names, maker.heap)
        if matrix is None or matrix.serial not in maker.facts.matrices:
            continue
        rows = matrix.content.items if isinstance(matrix.content, Sequence) else ()
        first = maker.heap.get(rows[0]) if rows else None
        place = _item_slot(first, _number(maker, frame.function, names, index))
        if place is not None:
            columns = wanted.setdefault(matrix.serial, {})
            names_here = columns.setdefault(int(place[1].name), [])
            names_here += [index] if index not in names_here else []
    return wanted


def _column_marks(
    maker: Maker, across: Mapping[int, Mapping[int, list[str]]], box: Placed
) -> Iterator[IndexMark]:
    """Yield the names of columns, below the last row."""
    columns: dict[tuple[int, Slot], tuple[Rect, list[str]]] = {}
    lowest: dict[int, float] = {}
    for one in box.block.fields:
        if one.slot.kind != "item" or one.holder.kind != "object":
            continue
        matrix = maker.values.container_of(int(one.holder.name)) or 0
        if matrix not in across:
            continue
        lowest[matrix] = max(one.rect.y, lowest.get(matrix, 0.0))
        if names := across[matrix].get(int(one.slot.name)):
            columns[matrix, one.slot] = one.rect, names
    for (matrix, _), (rect, names) in columns.items():
        cell = rect._replace(y=lowest[matrix]).moved(box.x, box.y)
        yield from (IndexMark(name, cell, box.key) for name in names)


def _index(
    maker: Maker, function: str, names: Mapping[str, int], name: str, index: str
) -> tuple[Key, Slot] | None:
    thing = named_object(name, names, maker.heap)
    return _item_slot(thing, _number(maker, function, names, index))


def _number(maker: Maker, function: str, names: Mapping[str, int], index: str) -> int | None:
    """Return the value of an index name; None if it indexes nothing.

    A name that is −1 and never less has run past a list's start: it does not index the last item.
    """
    number = index_number(maker.heap.get(names.get(index, 0)))
    if number is None or number >= 0 or (function, index) in maker.facts.from_end:
        return number
    return None


def _item_slot(thing: HeapObject | None, place: int | None) -> tuple[Key, Slot] | None:
    """Return the slot of a list that a number indexes."""
    if thing is None or place is None or not isinstance(thing.content, Sequence):
        return None
    if place < 0:
        place += thing.content.length
    return object_key(thing.serial), Slot("item", place)
