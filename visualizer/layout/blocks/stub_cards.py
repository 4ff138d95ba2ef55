"""A card for several folded nodes of a chain or tree: their number, first and last value."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from visualizer.layout.analysis.facts import Facts, NodeForm, Structure, StructureKind
from visualizer.layout.blocks.block import (
    Block,
    Field,
    Form,
    Ink,
    Reference,
    ReferenceDisplay,
    Shape,
    Side,
)
from visualizer.layout.blocks.ink import STYLE_OF
from visualizer.layout.blocks.measures import CELL, PAD
from visualizer.layout.blocks.nodes import first_value, own_places
from visualizer.layout.checkpoints import with_checkpoints
from visualizer.layout.folding.spacing import Spacing
from visualizer.layout.measure import Text, TextMeasure, phrase
from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing.unit import Size

if TYPE_CHECKING:
    from visualizer.layout.blocks.maker import Maker

_LETTERS = 8
_LINE = 16
_TO = " … "
_PORT = 20
_SMALL_PORTS = 8
_GAP = 6
_MANY = 888

type _Word = tuple[Text, Ink, str]
"""A text, its role, and the type of its value."""


def stub_card(maker: "Maker", members: Sequence[int], leads_on: Sequence[Reference]) -> Block:
    """Return the block of folded nodes; in a tree it has two lines, to be as narrow as a node."""
    node = maker.facts.nodes[members[0]]
    structure = maker.facts.structures[node.structure]
    count = phrase("more-nodes", n=len(members))
    words: list[_Word] = [(count, Ink.NOTE, "")]
    words += _values(maker, members, structure)
    made = _upright(maker, words) if _is_tree(structure) else _level(maker, words)
    made.shapes.insert(0, Shape(made.rect, Form.FOLDED))
    made.stands_for = tuple(members)
    _draw_ports(made, leads_on, is_tree=_is_tree(structure))
    return made


def _is_tree(structure: Structure) -> bool:
    return structure.kind is StructureKind.TREE


def _values(maker: "Maker", members: Sequence[int], structure: Structure) -> list[_Word]:
    """Return the values of the first and the last node, in display order."""
    if structure.has_lists:
        # Keep the nodes of the highest row.
        nodes = ((one, maker.facts.node(one, maker.step)) for one in members)
        rows = {one: node.row for one, node in nodes if node is not None}
        members = [one for one in members if rows.get(one) == min(rows.values())]
    ends = [members[0], members[-1]] if len(members) > 1 else members
    words: list[_Word] = []
    for serial in ends:
        own = own_places(maker, maker.heap[serial])
        values = first_value(maker, own, structure)
        if not values:
            return []
        if words:
            words.append((_TO, Ink.NOTE, ""))
        value = values[0].target
        text = maker.values.text(value, _LETTERS)
        words.append((text, Ink.VALUE, maker.values.type_of(value)))
    return words


def _level(maker: "Maker", words: Sequence[_Word]) -> Block:
    made = Block(PAD, CELL)
    _write(maker, made, words[:1], 0, CELL)
    made.width += _GAP
    _write(maker, made, words[1:], 0, CELL)
    made.width += _PORT
    return made


def _upright(maker: "Maker", words: Sequence[_Word]) -> Block:
    lines = [line for line in (words[:1], words[1:]) if line]
    made = Block(0, _LINE * len(lines) + 2 + _SMALL_PORTS)
    widths = [sum(maker.width(text, ink) for text, ink, _ in line) for line in lines]
    made.width = max(widths) + PAD
    across = made.width
    for number, (line, width) in enumerate(zip(lines, widths, strict=True)):
        made.width = (across - width) / 2
        _write(maker, made, line, 1 + number * _LINE, _LINE)
    made.width = across
    return made


def _write(maker: "Maker", made: Block, words: Sequence[_Word], y: float, height: float) -> None:
    """Append words to a line of the block."""
    for text, ink, kind in words:
        width = maker.width(text, ink)
        made.write(text, ink, Rect(made.width, y, width, height), type=kind)
        made.width += width


def _draw_ports(made: Block, leads_on: Sequence[Reference], *, is_tree: bool) -> None:
    """Draw a port for each visible node that a folded one links to."""
    by_target: defaultdict[int, list[Reference]] = defaultdict(list)
    for one in leads_on:
        by_target[one.target].append(one)
    for number, references in enumerate(by_target.values()):
        one = references[0]
        if is_tree:
            part = made.width / len(by_target)
            rect = Rect(number * part, made.height - _SMALL_PORTS, part, _SMALL_PORTS)
        else:
            rect = Rect(made.width - _PORT, 0, _PORT, made.height)
        middle = Point(rect.x + rect.width / 2, rect.y + rect.height / 2)
        side = Side.BELOW if is_tree else Side.RIGHT
        made.fields.append(
            Field(one.holder, one.slot, rect, one.target, ReferenceDisplay.PORT, middle, side)
        )


def spacings_of(
    facts: Facts, form: NodeForm, sizes: Mapping[int, Size], measure: TextMeasure
) -> dict[int, Spacing]:
    """Return the space that the nodes and stubs of each structure need; the room is not known."""
    boxes: defaultdict[int, Size] = defaultdict(lambda: Size(0, 0))
    for serial, size in with_checkpoints(sizes.items()):
        number = facts.nodes[serial].structure
        known = boxes[number]
        boxes[number] = Size(max(known.width, size.width), max(known.height, size.height))
    count = measure.width(phrase("more-nodes", n=_MANY), STYLE_OF[Ink.NOTE])
    to = measure.width(_TO, STYLE_OF[Ink.NOTE])
    whole, cut = "8" * _LETTERS, "8" * (_LETTERS - 1) + "…"
    letters = max(measure.width(text, STYLE_OF[Ink.VALUE]) for text in (whole, cut))
    found = {}
    for number, box in with_checkpoints(boxes.items()):
        values = 2 * min(box.width, letters) + to
        if _is_tree(facts.structures[number]):
            stub = Size(max(count, values) + PAD, 2 * _LINE + 2 + _SMALL_PORTS)
        else:
            stub = Size(PAD + count + _GAP + values + _PORT, CELL)
        found[number] = Spacing(form, sizes, box, stub, Size(0, 0))
    return found
