"""Nodes of chains and trees: links below the values, in little room without names.

The list or dict in which a node of a tree has its children is a row of cells at its bottom; so is
a dict that is a node under any keys, and a list.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from visualizer.layout.analysis.facts import NodeForm, Structure, StructureKind
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
from visualizer.layout.blocks.values import truncate
from visualizer.layout.nodes.links import Place, is_list, places_of
from visualizer.layout.picture import Point, Rect, object_key
from visualizer.model import HeapObject, Instance, Mapping, content_of
from visualizer.model import Sequence as SequenceContent

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

_CHILD = 19
_SMALL_VALUE, _SMALL_CHILD = 19, 8
_FEW_LETTERS = 8
_KEY, _KEY_LETTERS = 16, 22
"""The height of a key above its cell, and the maximum number of its letters."""
_LETTERS = {NodeForm.VALUES: 16, NodeForm.SHORT_VALUES: 10, NodeForm.VALUE: _FEW_LETTERS}
"""The maximum number of letters of a value in a compact node."""


def node(maker: "Maker", thing: HeapObject, structure: Structure, form: NodeForm) -> Block | None:
    """Return the block of a node; None if it has an ordinary card."""
    is_tree, is_named = structure.kind is StructureKind.TREE, form is NodeForm.NAMED
    if is_tree and (not structure.links or (is_list(thing) and is_named)):
        return keyed_cells(maker, thing, 0, has_title=is_named)
    if is_tree and is_named:
        return _tree_node(maker, thing, structure)
    if is_tree:
        return _small_tree_node(maker, thing, structure, form)
    return None if is_named else _small_chain_node(maker, thing, structure, _LETTERS[form])


def _tree_node(maker: "Maker", thing: HeapObject, structure: Structure) -> Block:
    """Return a node with its title, a row for each value, and a cell for each child."""
    made = maker.begin(thing.serial, thing.type)
    lists, children = _branches(maker, thing, structure)
    below = {*lists, *children}
    rows = [one for one in own_places(maker, thing) if one not in below]
    slots = [maker.slot(_link(thing.serial, one), 0, 200) for one in rows]
    slots += [maker.slot(_link(thing.serial, one), 0, maker.room) for one in lists]
    rows += lists
    texts = [_label(maker, one) for one in rows]
    column = max((maker.width(text, ink) for text, ink, _ in texts), default=0) + PAD
    across = max((piece.width for piece in slots), default=0)
    child = max((_child_width(maker, _link(thing.serial, one)) for one in children), default=0)
    made.width = max(made.width, child * len(children), column + across)
    labels: dict[float, float] = {}
    for (text, ink, kind), piece in zip(texts, slots, strict=True):
        labels[made.height] = PAD - 2 + maker.width(text, ink)
        made.write(text, ink, Rect(PAD - 2, made.height, column, ROW), type=kind)
        made.append(piece, made.width - piece.width)
    give_rooms(made, object_key(thing.serial), labels)
    width = made.width / max(1, len(children))
    for place, one in enumerate(children):
        rect = Rect(place * width, made.height, width, _CHILD)
        made.cell(rect)
        _draw_link(maker, made, _link(thing.serial, one), rect, Side.BELOW)
    made.height += _CHILD if children else 0
    return maker.finish(made, thing.serial, 0)


def _small_tree_node(
    maker: "Maker", thing: HeapObject, structure: Structure, form: NodeForm
) -> Block:
    """Return a compact node: its values or one of them, above its children.

    It has its type if there is no value, and if nodes with several values are of several types.
    """
    own = own_places(maker, thing)
    values = [] if form is NodeForm.VALUE else _plain_values(maker, own, structure)
    values, most = values or first_value(maker, own, structure), _LETTERS[form]
    lists, children = _branches(maker, thing, structure)
    slots = [maker.slot(_link(thing.serial, one), 0, maker.room) for one in lists]
    is_empty = not places_of(thing.content, maker.heap)
    has_title = (structure.has_types and form is not NodeForm.VALUE) or not (values or is_empty)
    kind = truncate(thing.type, most) if values else thing.type
    title = [(kind, Ink.NOTE)] if has_title else []
    texts = [(maker.values.slot_text(one.target, most), Ink.VALUE) for one in values]
    width = max([MIN_CELL] + [maker.width(*text) + 8 for text in (*title, *texts)])
    width = max([width, *(piece.width for piece in slots)])
    made = Block(width, _SMALL_VALUE * max(1, len(title) + len(values)))
    for text in title:
        made.write(*text, Rect(0, 0, width, _SMALL_VALUE), Align.CENTRE)
    for number, one in enumerate(values, len(title)):
        rect = Rect(0, number * _SMALL_VALUE, width, _SMALL_VALUE)
        maker.value_in(made, _link(thing.serial, one), rect, most)
    made.rule(0, made.height, width, made.height)
    for piece in slots:
        made.append(piece, (width - piece.width) / 2)
    part = width / max(1, len(children))
    for place, one in enumerate(children):
        rect = Rect(place * part, made.height, part, _SMALL_CHILD)
        link = _link(thing.serial, one)
        _draw_link(maker, made, link, rect, Side.BELOW, is_small=True)
    made.height += _SMALL_CHILD if children or not slots else 0
    return maker.finish(made, thing.serial, 0)


def own_places(maker: "Maker", thing: HeapObject) -> list[Place]:
    """Return the places of a node, of an instance without the internals of a library."""
    places = places_of(thing.content, maker.heap)
    if not isinstance(thing.content, Instance):
        return places
    own = maker.values.own_attributes(thing)
    return [one for one in places if (one.name, one.target) in own]


def _label(maker: "Maker", one: Place) -> tuple[str, Ink, str]:
    """Return the label of a place, its role, and its type if it is the key of a dict."""
    if one.slot.kind != "value":
        return one.name, Ink.INDEX if one.slot.kind == "item" else Ink.NAME, ""
    key = int(one.slot.name)
    return maker.values.text(key, _KEY_LETTERS), Ink.KEY, maker.values.type_of(key)


def _branches(
    maker: "Maker", thing: HeapObject, structure: Structure
) -> tuple[list[Place], list[Place]]:
    """Return the places with a list or dict of children, and those with a child or none."""
    places = places_of(thing.content, maker.heap)
    found = [one for one in places if one.name in structure.links]
    lists = [one for one in found if maker.is_nested_in(one.target, thing.serial, 0)]
    nodes, values = maker.facts.nodes, maker.values

    def is_child(target: int) -> bool:
        is_text = values.is_text(target)
        is_node = target in nodes or target in maker.facts.sentinels
        is_container = isinstance(content_of(target, maker.heap), SequenceContent | Mapping)
        return is_node or (is_text and not is_container)

    return lists, [one for one in found if is_child(one.target)]


def first_value(maker: "Maker", own: Sequence[Place], structure: Structure) -> list[Place]:
    """Return the place by which nodes differ, or else the first that is not a link.

    It is not None if possible.
    """
    values = [one for one in own if one.name not in structure.links]

    def rank(one: Place) -> tuple[bool, bool]:
        return maker.values.type_of(one.target) == "NoneType", one.name != structure.telling

    return sorted(values, key=rank)[:1]


def _plain_values(maker: "Maker", own: Sequence[Place], structure: Structure) -> list[Place]:
    """Return the places with plain values, and the one by which nodes differ, without None."""
    return [
        one
        for one in own
        if one.name not in structure.links
        and (thing := maker.heap.get(one.target)) is not None
        and (one.name == structure.telling or is_plain(thing, maker.heap))
        and maker.values.type_of(one.target) != "NoneType"
    ]


def keyed_cells(maker: "Maker", thing: HeapObject, depth: int, *, has_title: bool) -> Block:
    """Return a dict or list of nodes, or one that is a node: a cell below each key or index."""
    made = maker.begin(thing.serial, thing.type, has_title=has_title)
    places = places_of(thing.content, maker.heap)
    above = _KEY if isinstance(thing.content, Mapping) else INDEX
    top, x = made.height, 0.0
    if not places:
        at = Rect(0, top, max(MIN_CELL, made.width), CELL)
        made.write(maker.values.text(thing.serial), Ink.VALUE, at, Align.CENTRE)
        above, x = 0, at.width
    for place in places:
        text, ink, kind = _label(maker, place)
        one = _link(thing.serial, place)._replace(target=maker.values.reached(place.target))
        is_text = maker.values.is_text(one.target)
        inner = None
        if not is_text and maker.is_nested_in(one.target, thing.serial, depth):
            inner = maker.slot(one, depth, maker.room)
        letters = maker.values.slot_text(one.target, _FEW_LETTERS) if is_text else ""
        least = inner.width if inner is not None else maker.width(letters, Ink.VALUE) + 8
        width = max(MIN_CELL, maker.width(text, ink) + 6, least)
        made.write(text, ink, Rect(x, top, width, above), Align.CENTRE, kind)
        cell = Rect(x, top + above, width, CELL)
        made.cell(cell)
        if is_text:
            maker.value_in(made, one, cell, _FEW_LETTERS)
        elif inner is not None:
            made.insert(inner, x, cell.y)
        else:
            made.fields.append(maker.port(one, cell, Side.BELOW))
        x += width
    made.width = max(made.width, x)
    made.height = top + above + CELL
    return maker.finish(made, thing.serial, depth)


def _small_chain_node(
    maker: "Maker", thing: HeapObject, structure: Structure, letters: int
) -> Block:
    """Return a compact node of a chain: its values and links side by side."""
    made = Block(0, CELL)
    values = [one for one in own_places(maker, thing) if one.name not in structure.links]
    places = places_of(thing.content, maker.heap)
    for place in (*values, *(one for one in places if one.name in structure.links)):
        if made.width:
            made.rule(made.width, 0, made.width, CELL)
        reached = maker.values.reached(place.target)
        is_nothing = maker.values.type_of(reached) == "NoneType" and place.name in structure.links
        if maker.values.is_text(reached) and not is_nothing:
            text = maker.values.slot_text(reached, letters)
            width = max(CELL, maker.width(text, Ink.VALUE) + 8)
            rect = Rect(made.width, 0, width, CELL)
            link = _link(thing.serial, place)._replace(target=reached)
            maker.value_in(made, link, rect, letters)
        else:
            width = 20
            rect = Rect(made.width, 0, width, CELL)
            link = _link(thing.serial, place)._replace(target=reached)
            _draw_link(maker, made, link, rect, Side.RIGHT)
        made.width += width
    return maker.finish(made, thing.serial, 0)


def _link(holder: int, one: Place) -> Reference:
    return Reference(object_key(holder), one.slot, one.target)


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
