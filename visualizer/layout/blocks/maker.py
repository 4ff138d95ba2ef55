"""Makes the block of an object: chooses its form and the contents of its slots."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from textwrap import wrap

from visualizer.layout.analysis.facts import Facts, Node, NodeForm
from visualizer.layout.blocks import arrays, cards, cells, grids, nodes, tables
from visualizer.layout.blocks.block import (
    Align,
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
from visualizer.layout.blocks.measures import (
    CELL,
    COUNT,
    FEW_LINES,
    MAX_DEPTH,
    MAX_LETTERS,
    NAME_LETTERS,
    PAD,
    PORT,
    ROW,
    TITLE,
    VALUE_LABEL,
)
from visualizer.layout.blocks.values import Values
from visualizer.layout.blocks.watched import (
    EVERY_ROOM,
    Keeping,
    Kept,
    Rooms,
    TrackedHeap,
    kept_of,
)
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.folding.folds import Folding, Folds
from visualizer.layout.folding.hidden import HiddenCache
from visualizer.layout.folding.windows import runs
from visualizer.layout.measure import Text, TextMeasure
from visualizer.layout.picture import Point, Rect
from visualizer.layout.sizes import written_size
from visualizer.model import Array, Heap, HeapObject, Scalar, first_slot, library_value
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

_LINE = 18
"""The line height of a text with several lines."""
_LETTERS_IN_LINE, _MAX_MESSAGE = 32, 160
_BEFORE_COUNT = 6
_AROUND_COUNT = 16
"""The width of a count without its digits: the sign for a change, and the rounded ends."""


@dataclass(slots=True)
class Maker:
    """Makes the blocks of one step; ``room`` is the maximum width of a block in pixels at 100 %.

    ``generator_name`` returns the name of the function that a generator runs; empty for others.
    """

    heap: Heap
    facts: Facts
    measure: TextMeasure
    step: int
    room: float
    generator_name: Callable[[int], str] = lambda _: ""
    known: Keeping = field(default_factory=Keeping)
    folds: Folds = field(default_factory=Folds)
    hidden: HiddenCache = field(default_factory=dict)
    names: int = NAME_LETTERS[-1]
    """The maximum number of letters of a name in a frame."""
    letters: int = MAX_LETTERS
    """The maximum number of letters of a value in a card."""
    lines: int = FEW_LINES
    """The maximum number of lines of functions and classes in a frame with many names."""
    column: float = 0.0
    """The width of the column of frames; 0 while it is not known."""
    values: Values = field(init=False)
    read_foldings: dict[int, Folding] = field(init=False, default_factory=dict)
    """The foldings that were read while making a block, by serial."""
    rooms: Rooms = field(init=False, default=EVERY_ROOM)
    """The maximum widths of a block with which all that is made is the same."""

    def __post_init__(self) -> None:
        self.values = Values(self.heap, self.facts, self._line_test())

    def whole(self, serial: int) -> Block:
        """Return the block of a separate object, which must not be changed."""
        raised = self.facts.raised.get(serial)
        path_length = sum(one.step <= self.step for one in raised) if raised else 0
        node = self.facts.nodes.get(serial)
        form = self._node_form(node) if node is not None else None
        key = serial, path_length, form, id(self.heap[serial].content)
        return self.kept(key, None, lambda maker: maker.object(serial))

    def _node_form(self, node: Node) -> NodeForm:
        """Return the form of the nodes of a chain or tree."""
        usual = self.facts.structures[node.structure].forms[0]
        return self.folds.forms.get(node.structure, usual)

    def kept[T](self, key: Hashable, asked: object, make: "Callable[[Maker], T]") -> T:
        """Return the result of ``make``, or an earlier result that is still valid.

        An earlier result under ``key`` is valid if ``asked`` is equal, and if all objects and
        foldings that it read are unchanged.
        """
        kept = _latest(self, key, asked, make)
        self.known.keep(key, kept)
        return kept.made  # type: ignore[no-any-return]

    def part[T](self, key: Hashable, make: "Callable[[Maker], T]", asked: object = None) -> T:
        """Return the result of ``make`` for a part of a block, or an earlier valid result.

        All that is read for the part counts as read for the block.
        """
        kept = _latest(self, key, asked, make)
        self.known.keep(key, kept)
        self.read_foldings.update(kept.foldings)
        self.rooms = self.rooms.common(kept.rooms)
        return kept.made  # type: ignore[no-any-return]

    def _line_test(self) -> Callable[[int], bool]:
        """Return a function that tests whether an object is folded to a line.

        A bound method in ``values`` would make a reference cycle with this object, which only
        Python's collector frees.
        """
        folds, step, read = self.folds, self.step, self.read_foldings

        def is_line(serial: int) -> bool:
            how = read[serial] = folds.at(serial, step)
            return how is not None and how.is_line

        return is_line

    def folding(self, serial: int) -> Folding:
        """Return how much of an object is folded."""
        how = self.folds.at(serial, self.step)
        self.read_foldings[serial] = how
        return how

    def runs(self, serial: int, length: int, slots: int) -> list[range]:
        """Return the shown places of a container, in runs, if it has room for ``slots``."""
        how, slots = self.folding(serial), self.facts.slots(serial, slots)
        if how is None:
            return runs(length, slots, frozenset())
        return runs(length, how.opened or min(slots, how.slots), how.places)

    def columns(self, serial: int, length: int, slots: int) -> list[range]:
        """Return the shown columns of a matrix, in runs, if it has room for ``slots``."""
        how = self.folding(serial)
        if how is None:
            return runs(length, slots, frozenset())
        return runs(length, how.opened or slots, how.columns)

    def width(self, text: Text, ink: Ink) -> float:
        """Return the width of a text."""
        return self.measure.width(text, STYLE_OF[ink])

    def object(self, serial: int, depth: int = 0, room: float | None = None) -> Block:
        """Return the block of an object; ``depth`` is the number of containers around it."""
        checkpoint()
        thing = self.heap[serial]
        room = self.room if room is None else room
        made = self._form(thing, depth, room)
        made.anchors[serial] = Rect(0, 0, made.width, made.height)
        return made

    def _form(self, thing: HeapObject, depth: int, room: float) -> Block:
        if self.values.is_own_value(thing):
            return self._value_label(thing)
        node = self.facts.nodes.get(thing.serial)
        if node is not None and depth == 0:
            structure, form = self.facts.structures[node.structure], self._node_form(node)
            made = nodes.node(self, thing, structure, form)
            if made is not None:
                return made
        if depth < MAX_DEPTH:
            records = tables.records_of(self, thing)
            if records is not None:
                return tables.table(self, thing, records, depth)
            rows = grids.rows_of_grid(self, thing)
            if rows:
                return grids.grid(self, thing, rows, depth)
        if isinstance(thing.content, SequenceContent):
            return cells.sequence(self, thing, thing.content, depth, room)
        if isinstance(thing.content, MappingContent) and depth and not thing.content.length:
            return cells.empty(self, thing, depth)
        if isinstance(thing.content, MappingContent) and thing.serial in self.facts.child_lists:
            return nodes.keyed_cells(self, thing, depth, has_title=False)
        if isinstance(thing.content, Array):
            return arrays.array(self, thing, thing.content, depth)
        return cards.card(self, thing, depth, room)

    def _value_label(self, thing: HeapObject) -> Block:
        label = f"{thing.type} " if isinstance(thing.content, Scalar) else ""
        text = library_value(thing, self.heap) or self.values.text(thing.serial)
        before, width = self.width(label, Ink.NOTE), self.width(text, Ink.VALUE)
        made = Block(before + width + 22, VALUE_LABEL)
        made.shapes.append(
            Shape(Rect(0, 0, made.width, VALUE_LABEL), Form.VALUE_LABEL, serial=thing.serial)
        )
        if label:
            made.write(label, Ink.NOTE, Rect(11, 0, before, VALUE_LABEL))
        made.write(text, Ink.VALUE, Rect(11 + before, 0, width, VALUE_LABEL), type=thing.type)
        if self.facts.level.has_counts:
            made.width += self.count(made, thing.serial, made.width - 5, 0, VALUE_LABEL)
            made.shapes[0] = made.shapes[0]._replace(rect=made.rect)
        return made

    def count(self, made: Block, serial: int, x: float, y: float, height: float) -> float:
        """Reserve space for an object's reference count, and return its width.

        The width is the same at every step, so nothing moves when a count changes. It is 0 at
        levels without counts.
        """
        if not self.facts.level.has_counts:
            return 0
        digits = self.facts.digits.get(serial, 1)
        shape = self.count_shape(serial, x, Rect(x, y, 0, height), digits)
        made.shapes.append(shape)
        return shape.rect.width

    def count_width(self, digits: int) -> float:
        """Return the width of a reference count."""
        return self.width("0" * digits, Ink.COUNT) + _AROUND_COUNT

    def count_shape(self, serial: int, x: float, line: Rect, digits: int) -> Shape:
        """Return the space of a reference count in the middle of a ``line``."""
        y = line.y + (line.height - COUNT) / 2
        return Shape(Rect(x, y, self.count_width(digits), COUNT), Form.COUNT, serial=serial)

    def is_nested_in(self, serial: int, holder: int, depth: int) -> bool:
        """Whether an object is drawn in the slot of its holder, which is nested ``depth`` deep."""
        is_nested = depth < MAX_DEPTH and self.values.container_of(serial) == holder
        return is_nested and serial in self.heap and not self.is_hidden(serial)

    def is_hidden(self, serial: int) -> bool:
        """Whether the user hides objects of its type."""
        return bool(self.facts.hidden) and self.heap[serial].type in self.facts.hidden

    def slot(self, one: Reference, depth: int, room: float) -> Block:
        """Return the contents of an object's slot: a text, a nested block, or an arrow's port."""
        one = one._replace(target=self.values.reached(one.target))
        holder = one.holder.name
        assert isinstance(holder, int)
        if self.values.is_text(one.target) or self.values.sentinel(one) is not None:
            if isinstance(self.heap[one.target].content, Scalar):
                return self._text_slot(one)
            return self.part(("slot", *one), lambda maker: maker._text_slot(one))
        if self.is_nested_in(one.target, holder, depth) and _is_first(one, self.heap):
            inner = self.object(one.target, depth + 1, room - 60)
            # The line right of the last cell is outside of it, the card's outline inside the card.
            made = Block(inner.width + 7, inner.height + 4)
            made.insert(inner, 3, 2)
            made.fields.append(Field(*one[:2], made.rect, one.target, ReferenceDisplay.INLINED))
            return made
        made = Block(PORT, ROW)
        made.fields.append(self.port(one, made.rect))
        return made

    def _text_slot(self, one: Reference) -> Block:
        """Return a text on one line; the message of an exception is shown in full."""
        is_message = one.slot.kind == "exception"
        written = self.values.written_in(int(one.holder.name), one.target)
        text = self.values.slot_text(written, _MAX_MESSAGE if is_message else self.letters)
        if (name := self.values.sentinel(one)) is not None:
            text = f"→ {name}"
        lines = (wrap(text, _LETTERS_IN_LINE) if is_message else []) or [text]
        widest = max(self.width(line, Ink.VALUE) for line in lines)
        made = Block(widest + 2 * PAD, ROW + _LINE * (len(lines) - 1))
        for number, line in enumerate(lines):
            within = Rect(PAD, _LINE * number, made.width - PAD, ROW)
            made.write(line, Ink.VALUE, within, type=self.values.type_of(written))
        made.fields.append(Field(*one[:2], made.rect, one.target, ReferenceDisplay.TEXT))
        return made

    def port(self, one: Reference, rect: Rect, side: Side = Side.RIGHT) -> Field:
        """Return the field of an arrow that starts in the middle of a rectangle."""
        middle = Point(rect.x + rect.width / 2, rect.y + rect.height / 2)
        return Field(one.holder, one.slot, rect, one.target, ReferenceDisplay.PORT, middle, side)

    def value_in(self, made: Block, one: Reference, rect: Rect, most: int = 22) -> None:
        """Write a plain value in the middle of a cell."""
        text = self.values.slot_text(one.target, most)
        made.write(text, Ink.VALUE, rect, Align.CENTRE, self.values.type_of(one.target))
        made.fields.append(Field(one.holder, one.slot, rect, one.target, ReferenceDisplay.TEXT))

    def begin(self, serial: int, title: Text, *, has_title: bool = True) -> Block:
        """Return an empty card with its title; ``finish`` adds its background."""
        height = TITLE if has_title else 0
        made = Block(height=height, header=height)
        if has_title:
            width = self.width(title, Ink.TITLE)
            made.width = width + 2 * PAD
            made.write(title, Ink.TITLE, Rect(PAD, 0, width, TITLE))
            if self.facts.level.has_counts:
                self._identify(made, serial)
        return made

    def _identify(self, made: Block, serial: int) -> None:
        """Write the count, the object's number and its size after the title."""
        x = made.width - PAD + _BEFORE_COUNT
        x += self.count(made, serial, x, 0, TITLE) + _BEFORE_COUNT
        size = self.heap[serial].size
        note = f"#{serial} · {written_size(size)}" if size else f"#{serial}"
        width = self.width(note, Ink.INDEX)
        made.write(note, Ink.INDEX, Rect(x, 0, width, TITLE))
        made.width = x + width + PAD

    def finish(self, made: Block, serial: int, depth: int) -> Block:
        """Draw the background behind the contents."""
        if not made.header and self.facts.level.has_counts:
            line = _line_without_arrows(made)
            made.height = max(made.height, line.bottom)
            wide = 4 + self.count(made, serial, made.width + 2, line.y, line.height)
            made.widen(made.width + wide)
        form = Form.INLINED if depth else Form.CARD
        rect = Rect(0, 0, made.width, made.height)
        made.shapes.insert(0, Shape(rect, form, 0 if depth else made.header, serial))
        return made


def _latest(usual: Maker, key: Hashable, asked: object, make: Callable[[Maker], object]) -> Kept:
    """Return an earlier result under a key that is still valid, else a new result of ``make``."""
    for before in usual.known.latest.get(key, ()):
        if (
            before.is_for(asked, usual.room)
            and before.is_folded_alike(usual.folds, usual.step)
            and before.holds(usual.heap)
        ):
            return before
    checkpoint()
    heap = TrackedHeap(usual.heap)
    # ``replace`` takes longer, and there are thousands in each plan.
    step = usual.measure, usual.step, usual.room, usual.generator_name, usual.known, usual.folds
    limits = usual.hidden, usual.names, usual.letters, usual.lines, usual.column
    maker = Maker(heap, usual.facts, *step, *limits)
    made = make(maker)
    return kept_of(made, asked, maker.rooms, heap, maker.read_foldings)


def _is_first(one: Reference, heap: Heap) -> bool:
    """Whether no slot before this one refers to the object, which is drawn only once."""
    first = first_slot(heap[int(one.holder.name)].content, one.target)
    return first is None or first == one.slot


def _line_without_arrows(made: Block) -> Rect:
    """Return the first line that no arrow leaves: the first, the last, or a new one below."""
    ports = [one.port.y for one in made.fields if one.port and one.side is Side.RIGHT]
    height = min(made.height, CELL)
    tops = (0.0, made.height - height)
    free = (top for top in tops if not any(top <= y <= top + height for y in ports))
    top = next(free, None)
    return Rect(0, made.height, 0, COUNT + 2) if top is None else Rect(0, top, 0, height)
