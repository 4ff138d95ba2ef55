"""Makes the block of an object: chooses its form, and what stands in each of its slots."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from visualizer.layout.blocks import cards, cells, grids, nodes, tables
from visualizer.layout.blocks.block import (
    Align,
    Block,
    Field,
    Form,
    Ink,
    Reference,
    Shape,
    Shown,
    Side,
)
from visualizer.layout.blocks.ink import STYLE_OF
from visualizer.layout.blocks.measures import DEEPEST, PAD, PILL, PORT, ROW, TITLE
from visualizer.layout.blocks.values import Values
from visualizer.layout.blocks.watched import Known, Made, Watched
from visualizer.layout.course.facts import Facts, StructureKind
from visualizer.layout.measure import Text, TextMeasure
from visualizer.layout.picture import Point, Rect
from visualizer.model import ClassBody, Function, HeapObject, Instance, Scalar
from visualizer.model import Sequence as SequenceContent


@dataclass(slots=True)
class Maker:
    """Makes the blocks of one step; ``room`` is how wide one may be.

    ``generators`` are the names of the functions of generators, by serial.
    """

    heap: Mapping[int, HeapObject]
    facts: Facts
    measure: TextMeasure
    step: int
    room: float
    generators: Mapping[int, str] = field(default_factory=dict)
    known: Known = field(default_factory=dict)
    values: Values = field(init=False)

    def __post_init__(self) -> None:
        self.values = Values(self.heap, self.facts)

    def whole(self, serial: int) -> Block:
        """The block of an object that stands alone; the one made before, if it is the same still.

        It is to be read only. What was looked at for it is noted: each object by its content.
        """
        seen = sum(one.step <= self.step for one in self.facts.raised.get(serial, ()))
        before = self.known.get(serial)
        if before is not None and before.seen == seen and before.holds(self.heap):
            return before.block
        watched = Watched(self.heap)
        maker = replace(self, heap=watched)
        block = maker.object(serial)
        self.known[serial] = Made(block, tuple(watched.contents.items()), seen)
        return block

    def width(self, text: Text, ink: Ink) -> float:
        """How wide a text is written."""
        return self.measure.width(text, STYLE_OF[ink])

    def object(self, serial: int, depth: int = 0, room: float | None = None) -> Block:
        """The block of an object; ``depth`` counts the containers around it."""
        thing = self.heap[serial]
        room = self.room if room is None else room
        made = self._form(thing, depth, room)
        made.anchors[serial] = Rect(0, 0, made.width, made.height)
        return made

    def _form(self, thing: HeapObject, depth: int, room: float) -> Block:
        if self.is_value(thing):
            return self._pill(thing)
        node = self.facts.nodes.get(thing.serial)
        if node is not None and depth == 0 and isinstance(thing.content, Instance):
            structure = self.facts.structures[node.structure]
            if structure.kind is StructureKind.TREE:
                make = nodes.small_tree_node if structure.is_large else nodes.tree_node
                return make(self, thing, thing.content, structure)
            if structure.is_large:
                return nodes.small_chain_node(self, thing, thing.content, structure)
        if depth < DEEPEST:
            records = tables.records_of(self, thing)
            if records:
                return tables.table(self, thing, records, depth)
            rows = grids.rows_of_grid(self, thing)
            if rows:
                return grids.grid(self, thing, rows, depth)
        if isinstance(thing.content, SequenceContent):
            return cells.sequence(self, thing, thing.content, depth, room)
        return cards.card(self, thing, depth, room)

    def is_value(self, thing: HeapObject) -> bool:
        """Whether it is drawn as a pill: a value that is an object of its own in the picture."""
        if isinstance(thing.content, Scalar):
            return True
        is_code = isinstance(thing.content, Function | ClassBody)
        return is_code and thing.serial not in self.facts.holding

    def _pill(self, thing: HeapObject) -> Block:
        label = f"{thing.type} " if isinstance(thing.content, Scalar) else ""
        text = self.values.text(thing.serial)
        before, width = self.width(label, Ink.NOTE), self.width(text, Ink.VALUE)
        made = Block(before + width + 22, PILL)
        made.shapes.append(Shape(Rect(0, 0, made.width, PILL), Form.PILL, serial=thing.serial))
        if label:
            made.write(label, Ink.NOTE, Rect(11, 0, before, PILL))
        made.write(text, Ink.VALUE, Rect(11 + before, 0, width, PILL), type=thing.type)
        return made

    def is_home(self, serial: int, holder: int, depth: int) -> bool:
        """Whether an object is drawn in the slot of its holder, which stands so deep itself."""
        return self.facts.homes.get(serial) == holder and depth < DEEPEST and serial in self.heap

    def slot(self, one: Reference, depth: int, room: float) -> Block:
        """What stands in the slot of an object: a text, a nested block, or the port of an arrow."""
        one = one._replace(target=self.values.reached(one.target))
        holder = one.holder.name
        assert isinstance(holder, int)
        if self.values.is_written(one.target, depth):
            return self._text_slot(one)
        if self.is_home(one.target, holder, depth):
            inner = self.object(one.target, depth + 1, room - 60)
            made = Block(inner.width + 6, inner.height + 4)
            made.put(inner, 3, 2)
            made.fields.append(Field(*one[:2], made.rect, one.target, Shown.NEST))
            return made
        made = Block(PORT, ROW)
        made.fields.append(self.port(one, made.rect))
        return made

    def _text_slot(self, one: Reference) -> Block:
        text = self.values.text(one.target)
        made = Block(self.width(text, Ink.VALUE) + 2 * PAD, ROW)
        within = Rect(PAD, 0, made.width - PAD, ROW)
        made.write(text, Ink.VALUE, within, type=self.values.type_of(one.target))
        made.fields.append(Field(*one[:2], made.rect, one.target, Shown.TEXT))
        return made

    def port(self, one: Reference, rect: Rect, side: Side = Side.RIGHT) -> Field:
        """The field of an arrow that starts in the middle of a rectangle."""
        middle = Point(rect.x + rect.width / 2, rect.y + rect.height / 2)
        return Field(one.holder, one.slot, rect, one.target, Shown.PORT, middle, side)

    def value_in(self, made: Block, one: Reference, rect: Rect, most: int = 22) -> None:
        """Write a plain value in the middle of a cell that has been drawn."""
        text = self.values.text(one.target, most)
        made.write(text, Ink.VALUE, rect, Align.CENTRE, self.values.type_of(one.target))
        made.fields.append(Field(one.holder, one.slot, rect, one.target, Shown.TEXT))

    def begin(self, serial: int, title: Text, depth: int, *, has_title: bool = True) -> Block:
        """An empty card with its title; ``finish`` gives it its ground."""
        made = Block(height=TITLE if has_title else 0)
        if has_title:
            width = self.width(title, Ink.TITLE)
            made.width = width + 2 * PAD
            made.write(title, Ink.TITLE, Rect(PAD, 0, width, TITLE))
        return made

    def finish(self, made: Block, serial: int, depth: int, header: float = TITLE) -> Block:
        """Put the ground under what has been drawn."""
        form = Form.NEST if depth else Form.CARD
        rect = Rect(0, 0, made.width, made.height)
        made.shapes.insert(0, Shape(rect, form, header if not depth else 0, serial))
        return made
