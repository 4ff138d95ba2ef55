"""Nodes of chains and trees: links below the values, in little room without names.

The list or dict in which a node of a tree has its children is a row of cells at its bottom.
"""

from typing import TYPE_CHECKING

from visualizer.layout.analysis.facts import NodeForm, Structure
from visualizer.layout.analysis.plain import is_plain
from visualizer.layout.blocks.block import (
    Align,
    Block,
    Field,
    Ink,
    Reference,
    ReferenceDisplay,
    Side,
)
from visualizer.layout.blocks.cards import give_rooms
from visualizer.layout.blocks.measures import CELL, INDEX, MIN_CELL, MIN_CHILD, PAD, ROW
from visualizer.layout.picture import Point, Rect, Slot, object_key
from visualizer.model import HeapObject, Instance, Mapping, Named, Sequence

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

_CHILD = 19
_SMALL_VALUE, _SMALL_CHILD = 19, 8
_FEW_LETTERS = 8
_LETTERS = {NodeForm.VALUES: 16, NodeForm.SHORT_VALUES: 10, NodeForm.VALUE: _FEW_LETTERS}
"""The maximum number of letters of a value in a compact node of a tree."""


def tree_node(maker: "Maker", thing: HeapObject, content: Instance, structure: Structure) -> Block:
    """Return a node with its title, a row for each value, and a cell for each child."""
    made = maker.begin(thing.serial, thing.type)
    lists, children = _branches(maker, thing, content, structure)
    below = {*lists, *children}
    rows = [pair for pair in maker.values.own_attributes(thing) if pair not in below]
    slots = [maker.slot(_link(thing.serial, name, one), 0, 200) for name, one in rows]
    slots += [maker.slot(_link(thing.serial, name, one), 0, maker.room) for name, one in lists]
    rows += lists
    column = max((maker.width(name, Ink.NAME) for name, _ in rows), default=0) + PAD
    across = max((piece.width for piece in slots), default=0)
    child = max((_child_width(maker, _link(thing.serial, *pair)) for pair in children), default=0)
    made.width = max(made.width, child * len(children), column + across)
    labels: dict[float, float] = {}
    for (name, _), piece in zip(rows, slots, strict=True):
        labels[made.height] = PAD - 2 + maker.width(name, Ink.NAME)
        made.write(name, Ink.NAME, Rect(PAD - 2, made.height, column, ROW))
        made.append(piece, made.width - piece.width)
    give_rooms(made, object_key(thing.serial), labels)
    width = made.width / max(1, len(children))
    for place, (name, target) in enumerate(children):
        rect = Rect(place * width, made.height, width, _CHILD)
        made.cell(rect)
        _draw_link(maker, made, _link(thing.serial, name, target), rect, Side.BELOW)
    made.height += _CHILD if children else 0
    return maker.finish(made, thing.serial, 0)


def small_tree_node(
    maker: "Maker", thing: HeapObject, content: Instance, structure: Structure, form: NodeForm
) -> Block:
    """Return a compact node: its values or one of them, or else its type, above its children."""
    own = maker.values.own_attributes(thing)
    values = [] if form is NodeForm.VALUE else _plain_values(maker, own, structure)
    values, most = values or first_value(maker, own, structure), _LETTERS[form]
    lists, children = _branches(maker, thing, content, structure)
    slots = [maker.slot(_link(thing.serial, name, one), 0, maker.room) for name, one in lists]
    texts = [(maker.values.slot_text(target, most), Ink.VALUE) for _, target in values]
    if content.attributes and not values:
        texts = [(thing.type, Ink.NOTE)]
    width = max([MIN_CELL] + [maker.width(*text) + 8 for text in texts])
    width = max([width, *(piece.width for piece in slots)])
    made = Block(width, _SMALL_VALUE * max(1, len(values)))
    for number, (name, target) in enumerate(values):
        rect = Rect(0, number * _SMALL_VALUE, width, _SMALL_VALUE)
        maker.value_in(made, _link(thing.serial, name, target), rect, most)
    for text in texts[len(values) :]:
        made.write(*text, Rect(0, 0, width, _SMALL_VALUE), Align.CENTRE)
    made.rule(0, made.height, width, made.height)
    for piece in slots:
        made.append(piece, (width - piece.width) / 2)
    part = width / max(1, len(children))
    for place, (name, target) in enumerate(children):
        rect = Rect(place * part, made.height, part, _SMALL_CHILD)
        link = _link(thing.serial, name, target)
        _draw_link(maker, made, link, rect, Side.BELOW, is_small=True)
    made.height += _SMALL_CHILD if children or not slots else 0
    return maker.finish(made, thing.serial, 0, 0)


def _branches(
    maker: "Maker", thing: HeapObject, content: Instance, structure: Structure
) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return the attributes with a list or dict of children, and those with a child or none."""
    found = [pair for pair in content.attributes if pair[0] in structure.links]
    lists = [pair for pair in found if maker.is_nested_in(pair[1], thing.serial, 0)]
    nodes, values = maker.facts.nodes, maker.values

    def is_child(target: int) -> bool:
        is_text = values.is_text(target)
        is_node = target in nodes or target in maker.facts.sentinels
        return is_node or (is_text and not _is_container(maker, target))

    return lists, [pair for pair in found if is_child(pair[1])]


def _is_container(maker: "Maker", serial: int) -> bool:
    thing = maker.heap.get(serial)
    return thing is not None and isinstance(thing.content, Sequence | Mapping)


def first_value(maker: "Maker", own: Named, structure: Structure) -> list[tuple[str, int]]:
    """Return the first attribute that is not a link, if possible one that is not None."""
    values = [pair for pair in own if pair[0] not in structure.links]
    return sorted(values, key=lambda pair: maker.values.type_of(pair[1]) == "NoneType")[:1]


def _plain_values(maker: "Maker", own: Named, structure: Structure) -> list[tuple[str, int]]:
    """Return the attributes that are no links and have plain values, without None."""
    return [
        pair
        for pair in own
        if pair[0] not in structure.links
        and (thing := maker.heap.get(pair[1])) is not None
        and is_plain(thing, maker.heap)
        and maker.values.type_of(pair[1]) != "NoneType"
    ]


def keyed_cells(maker: "Maker", thing: HeapObject, content: Mapping, depth: int) -> Block:
    """Return the dict of a node's children: a cell for each, below its key."""
    made = Block(0, INDEX + CELL)
    for key, target in content.entries:
        text = maker.values.text(key, _FEW_LETTERS)
        width = max(MIN_CELL, maker.width(text, Ink.INDEX) + 6)
        at = Rect(made.width, 0, width, INDEX)
        made.write(text, Ink.INDEX, at, Align.CENTRE, maker.values.type_of(key))
        cell = Rect(made.width, INDEX, width, CELL)
        made.cell(cell)
        reached = maker.values.reached(target)
        one = Reference(object_key(thing.serial), Slot("value", key), reached)
        if maker.values.is_text(reached):
            maker.value_in(made, one, cell, _FEW_LETTERS)
        else:
            made.fields.append(maker.port(one, cell, Side.BELOW))
        made.width += width
    return maker.finish(made, thing.serial, depth, 0)


def small_chain_node(
    maker: "Maker", thing: HeapObject, content: Instance, structure: Structure
) -> Block:
    """Return a node of a long chain: its values and links side by side."""
    made = Block(0, CELL)
    values = [pair for pair in maker.values.own_attributes(thing) if pair[0] not in structure.links]
    links = [pair for pair in content.attributes if pair[0] in structure.links]
    for name, target in (*values, *links):
        if made.width:
            made.rule(made.width, 0, made.width, CELL)
        reached = maker.values.reached(target)
        is_nothing = maker.values.type_of(reached) == "NoneType" and name in structure.links
        if maker.values.is_text(reached) and not is_nothing:
            text = maker.values.slot_text(reached, _FEW_LETTERS)
            width = max(CELL, maker.width(text, Ink.VALUE) + 8)
            rect = Rect(made.width, 0, width, CELL)
            maker.value_in(made, _link(thing.serial, name, reached), rect, _FEW_LETTERS)
        else:
            width = 20
            rect = Rect(made.width, 0, width, CELL)
            link = _link(thing.serial, name, reached)
            _draw_link(maker, made, link, rect, Side.RIGHT)
        made.width += width
    return maker.finish(made, thing.serial, 0, 0)


def _link(holder: int, name: str, target: int) -> Reference:
    return Reference(object_key(holder), Slot("attribute", name), target)


def _child_width(maker: "Maker", one: Reference) -> float:
    """Return the width of the cell of a child, in which the name of a sentinel is whole."""
    return max(MIN_CHILD, maker.width(maker.values.sentinel(one) or "", Ink.NOTE) + 8)


def _draw_link(
    maker: "Maker", made: Block, one: Reference, rect: Rect, side: Side, *, is_small: bool = False
) -> None:
    """Draw a port, a value, the name of a sentinel, or a slash for a link to nothing."""
    sentinel = maker.values.sentinel(one)
    if sentinel is None and not maker.values.is_text(one.target):
        made.fields.append(maker.port(one, rect, side))
        return
    made.fields.append(Field(one.holder, one.slot, rect, one.target, ReferenceDisplay.TEXT))
    if maker.values.type_of(one.target) == "NoneType":
        if not is_small:
            start, end = Point(rect.x + 3, rect.bottom - 3), Point(rect.right - 3, rect.y + 3)
            made.rule(*start, *end, is_slash=True)
    elif not is_small:
        ink = Ink.NOTE if sentinel else Ink.VALUE
        text = sentinel or maker.values.text(one.target, _FEW_LETTERS)
        made.write(text, ink, rect, Align.CENTRE, maker.values.type_of(one.target))
