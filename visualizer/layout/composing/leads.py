"""Collects what to route across the picture: references that leave their boxes, and index names."""

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
from visualizer.model import Frame, HeapObject, Sequence, State, attribute_place
from visualizer.model import Mapping as MappingContent

_LETTERS = 14
"""The maximum number of letters of an expression or a holder in a tag."""

_MAX_DEPTH = 2
"""The number of slots before the last one in a tag, as in ``.rows[2][1]``."""


def wanted_arrows(
    maker: Maker,
    column: Column,
    found: ReachedBlocks,
    boxes: Iterable[Placed],
    changes: Changes,
    *,
    operands: EvaluationStack | None = None,
) -> list[WantedArrow]:
    """Return every reference that leaves its box; ``operands`` is the stack among the boxes."""
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
                    _rank(box, column),
                    (one.holder, one.slot) in changes.fields,
                    _leads_into(maker, one, box.key),
                    maker.values.text(one.target),
                    _name(one, texts, values, labels),
                    one.room.moved(box.x, box.y) if one.room else None,
                    beside,
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
    # A nested target is approached at its own height, at the edge of its box: no line crosses a
    # card.
    y, height = inside[1].y + box.y, inside[1].height
    beside = box.block.beside(inside[1]).moved(box.x, box.y)
    return box.key, Rect(box.x, y, box.block.width, height), beside


def _rank(box: Placed, column: Column) -> Rank:
    if box.key == column.running:
        return Rank.RUNNING
    return Rank.FRAME if box.key.is_call else Rank.SLOT


def _leads_into(maker: Maker, one: Field, start: Key) -> bool:
    """Whether a name refers to a node that is not the first of its structure."""
    node = maker.facts.node(one.target, maker.step)
    if node is None or not start.is_call:
        return False
    is_chain = maker.facts.structures[node.structure].kind is StructureKind.CHAIN
    return (node.column if is_chain else node.row) > 0


def _names(column: Column) -> dict[int, str]:
    """Return the name of each object that has one in the innermost call."""
    return {
        row.target: str(row.slot.name)
        for call in column.calls
        for row in call.rows
        if not row.is_event
    }


class _SlotTexts:
    """The texts in tags for slots."""

    def __init__(self, maker: Maker, column: Column, boxes: Collection[Placed]) -> None:
        self._maker, self._boxes = maker, boxes
        self._names = _names(column)

    @cached_property
    def _leading(self) -> dict[int, Field | None]:
        """The one drawn slot that leads to an object; None if several do."""
        found: dict[int, Field | None] = {}
        for box in self._boxes:
            for one in box.block.fields:
                found[one.target] = None if one.target in found else one
        return found

    def text(self, one: Field, depth: int = 0) -> str:
        """Return a slot as ``grid[2]``, ``Node 62.key``, or ``.rows`` if it leads to another."""
        assert isinstance(one.holder.name, int)
        holder = self._holder(one.holder.name, depth)
        name = str(one.slot.name)
        match one.slot.kind:
            case "item":
                return f"{holder}[{name}]"
            case "value":
                return f"{holder}[{self._maker.values.text(int(name), 10)}]"
            case "attribute":
                return f"{holder}{attribute_place(name)}"
            case "closure" | "name" | "exception":
                return f"{holder}.{name}"
            case "default" if not depth:
                return f"{holder}("
        return "" if depth else holder

    def _holder(self, serial: int, depth: int) -> str:
        """Return a container by its name, slot or type, a generator by its function.

        Their contents say little about them.
        """
        thing = self._maker.heap[serial]
        if not isinstance(thing.content, Sequence | MappingContent):
            function = self._maker.generator_name(serial)
            return "" if depth else function or self._maker.values.text(serial, _LETTERS)
        if serial in self._names:
            return self._names[serial]
        slot = self._leading.get(serial)
        if slot is None or slot.holder.is_call or depth == _MAX_DEPTH:
            return thing.type
        path = self.text(slot, depth + 1)
        return path if 0 < len(path) <= _LETTERS else thing.type


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
    """Whether nothing is beside a slot: the next slot is below it, so a name does not fit there."""
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
        matrix = maker.facts.container_of.get(int(place[0].name), 0)
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
                # Below a cell of a row is the next row.
                foot = feet.get(maker.facts.container_of.get(int(one.holder.name), 0))
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
    containers = maker.facts.container_of
    columns: dict[tuple[int, Slot], tuple[Rect, list[str]]] = {}
    lowest: dict[int, float] = {}
    for one in box.block.fields:
        if one.slot.kind != "item" or one.holder.kind != "object":
            continue
        matrix = containers.get(int(one.holder.name), 0)
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
    """Return the number in a name that indexes; None if it indexes nothing.

    A name that is −1 and never less has run past a list's start: it does not mean the last item.
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
