"""The rows and cells of a card, and of what is drawn inside it."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from operator import attrgetter

from visualizer.layout import contents
from visualizer.layout.lock_story import THREAD_ROWS
from visualizer.layout.measure import TextMeasure, TextStyle
from visualizer.layout.nests import Nest
from visualizer.layout.picture import Part, PartKind, Point, Slot
from visualizer.layout.sizes import (
    CELL_HEIGHT,
    CELL_INSET,
    CELL_WIDTH,
    HEADER,
    IN_PLACE_CUT,
    INDEX_HEIGHT,
    KEY_NARROWEST,
    KEY_WIDEST,
    LABEL_CUT,
    NEST_INSET,
    NESTED_ROW,
    PORT_INSET,
    ROW,
    SIGNATURE_CUT,
    SMALL_PILL_BADGE,
    THREAD_SIGN,
    WIDEST,
    cut,
)
from visualizer.model import Function, HeapObject, Scalar

type InPlace = Callable[[int], bool]
"""Whether a counted value is drawn inside the one slot that refers to it."""

_START = 12.0
_GRID_BADGE = 34


def _no_nest(_: int) -> Nest | None:
    return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a card needs to know of the rest: the heap, text widths, what is drawn in place.

    ``in_cells`` tells which values may stand in a cell, ``nest`` which containers in a slot;
    ``compact`` are the classes whose instances have low rows, ``brief`` the types of plain values
    of which one sees no more than the number, ``called`` says how a function is,
    ``locks`` what is said of the threads that use a lock.
    """

    heap: Mapping[int, HeapObject]
    measure: TextMeasure
    in_place: InPlace
    in_cells: InPlace = lambda _: False
    nest: Callable[[int], Nest | None] = _no_nest
    compact: Set[int] = field(default_factory=frozenset)
    brief: Set[str] = field(default_factory=frozenset)
    called: Callable[[Function], str] = attrgetter("name")
    locks: Callable[[int], tuple[contents.Line, ...]] = lambda _: ()

    def text_in_place(self, serial: int) -> str:
        """What is written in a slot for the value that only it holds."""
        content = self.heap[serial].content
        assert isinstance(content, Scalar)
        return cut(content.text, IN_PLACE_CUT)


def cells(lines: contents.Lines, around: Surroundings) -> tuple[tuple[Part, ...], float, float]:
    """A sequence's values beside each other: the parts, the width and the height they take."""
    index = 0 if lines.unordered else INDEX_HEIGHT
    x, y, widest = float(CELL_INSET), HEADER + index + 4.0, 0.0
    parts = []
    for line in lines.lines:
        part = _cell(line, around, lines.unordered)
        if x > CELL_INSET and x + part.width > WIDEST - CELL_INSET:
            x, y = float(CELL_INSET), y + CELL_HEIGHT + index + 6
        parts.append(replace(part, x=x, y=y))
        x += part.width + (4 if lines.unordered else 0)
        widest = max(widest, x)
    return tuple(parts), widest + CELL_INSET, y + CELL_HEIGHT + 10


def _cell(line: contents.Line, around: Surroundings, unordered: bool) -> Part:
    pill = line.target is not None
    text = around.text_in_place(line.target) if line.target is not None else line.text
    badge = SMALL_PILL_BADGE - 6 if pill else 0
    wanted = around.measure.width(text, TextStyle.CODE) + 16 + badge
    more = line.kind is PartKind.MORE
    kind = PartKind.MORE if more else PartKind.ROUND if unordered else PartKind.CELL
    width = wanted if more else max(CELL_WIDTH, round(wanted))
    target = line.target
    return Part(kind, line.slot, 0, CELL_HEIGHT, line.label, text, target, pill, width=width)


@dataclass(slots=True)
class Rows:
    """Sets a card's lines as rows, with the containers that are drawn in their slots."""

    around: Surroundings
    lines: contents.Lines
    header: float = HEADER
    row: float = ROW
    _parts: list[Part] = field(default_factory=list)
    _width: float = 0.0
    _y: float = 0.0
    _key_column: float = 0.0

    def made(self) -> tuple[tuple[Part, ...], float, float, float]:
        """The parts, the width of the key column, the width and the height they take."""
        self._y = self.header
        self._key_column = self._column()
        grid = self._grid()
        if grid is not None:
            self._number_columns(grid)
        for line in self.lines.lines:
            nest = self.around.nest(line.target) if line.target is not None else None
            if nest is None:
                self._add(self._row(line, self._y, self.row))
            elif nest.grid:
                self._add_grid_row(line, nest)
            else:
                self._add_nest(line, nest, 0.0, None)
        if grid is not None:
            self._y += 8
        empty = self.header + self.row if not self._parts else 0.0
        return tuple(self._parts), self._key_column, self._width, max(self._y, empty)

    def _column(self) -> float:
        if not self.lines.key_column:
            return 0.0
        measure = self.around.measure
        labels = [measure.width(x.label, TextStyle.CODE) for x in self.lines.lines if x.in_column]
        low = 44 if self.lines.narrow or self.row < ROW else KEY_NARROWEST
        inset = 24 if self.row == ROW else 20
        return min(max(round(max(labels, default=0.0) + inset), low), KEY_WIDEST)

    def _add(self, part: Part) -> None:
        self._parts.append(part)
        self._y = part.y + part.height
        for width in _widths(part, self._key_column, self.around.measure):
            self._width = max(self._width, width)

    def _row(self, line: contents.Line, y: float, height: float) -> Part:
        pill = line.target is not None and not line.weak and self.around.in_place(line.target)
        text = line.text
        if pill and line.target is not None:
            text = self.around.text_in_place(line.target)
        most = SIGNATURE_CUT if line.slot.kind == "function" else LABEL_CUT
        label = cut(line.label, most) if isinstance(line.label, str) else line.label
        return Part(line.kind, line.slot, y, height, label, text, line.target, pill, line.weak)

    def _grid(self) -> Nest | None:
        targets = (line.target for line in self.lines.lines if line.target is not None)
        nests = (self.around.nest(target) for target in targets)
        return next((nest for nest in nests if nest is not None and nest.grid), None)

    def _number_columns(self, nest: Nest) -> None:
        """The numbers above a matrix's columns."""
        for number in range(nest.in_line):
            x = self._key_column + number * nest.cell
            slot = Slot("column", number)
            self._parts.append(
                Part(PartKind.INDEX, slot, self._y, INDEX_HEIGHT, str(number), x=x, width=nest.cell)
            )
        self._y += INDEX_HEIGHT
        self._width = self._key_column + nest.in_line * nest.cell + _GRID_BADGE

    def _add_grid_row(self, line: contents.Line, nest: Nest) -> None:
        """A list of a matrix: its number, its values and its badge in one line."""
        assert line.target is not None
        y = self._y
        thing, heap = self.around.heap[line.target], self.around.heap
        found = contents.lines(thing, heap, False, self.around.in_cells)
        nested = Part(
            *(PartKind.NEST, line.slot, y, float(CELL_HEIGHT), line.label),
            target=line.target,
            pill=True,
            locked=found.locked,
        )
        self._parts.append(nested)
        corner = Point(self._key_column, y)
        self._parts += self._cells_of(found, line.target, nest, corner, CELL_HEIGHT)
        self._y = y + CELL_HEIGHT

    def _cells_of(
        self, lines: contents.Lines, serial: int, nest: Nest, corner: Point, height: float
    ) -> Iterator[Part]:
        for number, line in enumerate(lines.lines):
            if line.kind is PartKind.MORE:
                continue
            part = _cell(line, self.around, lines.unordered)
            at_x = corner.x + number % nest.in_line * nest.cell
            at_y = corner.y + number // nest.in_line * height
            yield replace(
                part, x=at_x, y=at_y, width=nest.cell, height=height, label="", inner=serial
            )

    def _add_nest(self, line: contents.Line, nest: Nest, inset: float, inner: int | None) -> None:
        """A container in its slot: its header there, its own lines below, standing in."""
        assert line.target is not None
        thing = self.around.heap[line.target]
        upright = not nest.cell
        found = contents.lines(thing, self.around.heap, upright, self.around.in_cells)
        y, height = self._y, self.row if not inset else NESTED_ROW
        label = cut(line.label, LABEL_CUT) if isinstance(line.label, str) else line.label
        self._add(
            Part(
                *(PartKind.NEST, line.slot, y, height, label, found.title, line.target, True),
                x=inset,
                inner=inner,
                locked=found.locked,
                below=nest.height,
            )
        )
        deeper = inset + NEST_INSET
        if nest.cell and not _is_empty(found):
            corner = Point(deeper, self._y + 1)
            made = self._cells_of(found, line.target, nest, corner, NESTED_ROW)
            for part in made:
                self._parts.append(replace(part, height=part.height - 2))
                self._width = max(self._width, part.x + part.width + NEST_INSET)
        elif nest.lines:
            self._add_lines(found, line.target, deeper)
        self._y = max(self._y, y + height + nest.height)

    def _add_lines(self, lines: contents.Lines, serial: int, inset: float) -> None:
        for line in lines.lines:
            nest = self.around.nest(line.target) if line.target is not None else None
            if nest is not None and not nest.grid:
                self._add_nest(line, nest, inset, serial)
                continue
            part = self._row(line, self._y, NESTED_ROW)
            self._add(replace(part, x=inset, inner=serial))


def _is_empty(lines: contents.Lines) -> bool:
    return all(line.kind is PartKind.MORE for line in lines.lines)


def _widths(part: Part, key_column: float, measure: TextMeasure) -> Iterator[float]:
    start = key_column if part.kind is PartKind.PAIR and key_column else _START
    start += part.x
    label = measure.width(part.label, TextStyle.CODE)
    if start == _START + part.x and part.label:
        start += label + 12
    if part.slot.kind in THREAD_ROWS:
        start += THREAD_SIGN - 12
    if part.kind is PartKind.NEST:
        start = max(start, key_column + _START)
        yield start + measure.width(part.text, TextStyle.TITLE) + 56 + SMALL_PILL_BADGE
        return
    text = measure.width(part.text, TextStyle.CODE) + 12 if part.text else 0.0
    yield start + text + (SMALL_PILL_BADGE + 16 if part.pill else 12)
    if part.points:
        yield start + text + 2 * PORT_INSET
