"""What stands in an object's card, line by line, before anything is measured."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import prod

from visualizer.layout.array_part import dtype_name, part_of_base, start_in_base
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import PartKind, Slot
from visualizer.layout.sizes import (
    FIRST_ATTRIBUTES,
    FIRST_ITEMS,
    FIRST_PAIRS,
    LAST_ITEMS,
    MOST_ATTRIBUTES,
    MOST_ITEMS,
    MOST_PAIRS,
    cut,
)
from visualizer.model import (
    COUNTING_ITERATORS,
    RANGE_ITERATORS,
    Array,
    Cell,
    ClassBody,
    ExceptionBody,
    Function,
    Generator,
    HeapObject,
    Instance,
    Lock,
    Method,
    Module,
    Named,
    Other,
    Scalar,
    Sequence,
    WeakReference,
)
from visualizer.model import (
    Iterator as WalkedIterator,
)
from visualizer.model import (
    Mapping as MappingContent,
)

type Heap = Mapping[int, HeapObject]

HIDDEN_NAMES = frozenset(
    {
        "__module__",
        "__qualname__",
        "__dict__",
        "__weakref__",
        "__doc__",
        "__firstlineno__",
        "__static_attributes__",
        "__classcell__",
        "__classdict__",
        "__classdictcell__",
        "__conditional_annotations__",
        "__annotations__",
        "__annotate__",
        "__annotate_func__",
        "__annotations_cache__",
    }
)
"""What the interpreter itself puts in every class."""

NEVER_CARDS = frozenset({"code", "frame", "traceback", "getset_descriptor", "member_descriptor"})
"""Types that are written in place wherever they are held."""

_LIBRARY_NAMES = frozenset({"__dataclass_params__", "__dataclass_fields__"})
"""What a module of the library keeps in the classes of a program, for itself."""

IN_A_CELL = "through a cell"
"""The kind of part that tells which cell a variable of a paused generator is in."""
NAMESPACE, IN_THE_OBJECT = "own namespace", "values in the object"
"""That of the ``__dict__`` of an object, and of one whose values are in the object all the same."""
DEFAULTS = "defaults tuple"
"""That of the tuple with the default arguments of a function."""

ARRAY_CUT = 12
"""Characters of a value in the grid of an array."""
LINES_PASSED = 6
"""Of a longer traceback the first lines are shown."""

_METHOD_TYPES = frozenset({"staticmethod", "classmethod", "property", "builtin_function_or_method"})
_LOCKED = frozenset({"tuple", "frozenset"})
_UNORDERED = frozenset({"set", "frozenset"})


@dataclass(frozen=True, slots=True)
class Line:
    """One row or cell: a label, and either ``text`` in place or the serial it refers to."""

    kind: PartKind
    slot: Slot
    label: Text = ""
    text: Text = ""
    target: int | None = None
    weak: bool = False

    @property
    def in_column(self) -> bool:
        """Whether its label belongs to the key column."""
        return self.kind is PartKind.PAIR


@dataclass(frozen=True, slots=True)
class Lines:
    """All of an object's lines and how they are to be set.

    With ``columns`` the cells at the end are a grid of so many columns.
    """

    title: Text
    lines: tuple[Line, ...]
    cells: bool = False
    unordered: bool = False
    key_column: bool = False
    narrow: bool = False
    locked: bool = False
    function: bool = False
    hidden: int = 0
    columns: int = 0


def lines(
    thing: HeapObject, heap: Heap, upright: bool, in_cells: Callable[[int], bool] = lambda _: False
) -> Lines:
    """What stands in the card of ``thing``; nothing for a plain value, whose card is a pill.

    ``in_cells`` tells which counted values may stand in a cell.
    """
    content = thing.content
    match content:
        case Sequence():
            return _sequence(thing.type, content, heap, None if upright else in_cells)
        case MappingContent():
            return _dict(thing, content, heap)
        case Instance():
            return _instance(thing, content, heap)
        case ClassBody():
            return _class(content, heap)
        case Function():
            return _function(thing, content, heap)
        case Generator():
            return _generator(thing, content, heap)
        case WalkedIterator():
            return Lines(thing.type, (_walking(thing.type, content),))
        case ExceptionBody():
            return _exception(thing.type, content, heap)
        case Module():
            return Lines("module", (Line(PartKind.TEXT, Slot("module"), content.name),))
        case Array():
            return _array(content, heap)
        case Other():
            return _other(thing.type, content, heap)
        case Method() | Cell() | WeakReference():
            return _one_reference(content, heap)
    return Lines(thing.type, (_lock(content),) if isinstance(content, Lock) else ())


def in_place(serial: int, heap: Heap) -> str | None:
    """What is written in a slot instead of an arrow; None where there is to be an arrow.

    Immortal values have no count to account for, and builtin classes, modules and code are no
    part of the picture.
    """
    thing = heap.get(serial)
    if thing is None:
        return "?"
    match thing.content:
        case Scalar(text=text):
            return cut(text) if thing.refcount is None else None
        case ClassBody(name=name, bases=(), attributes=()):
            return name
        case Module(name=name):
            return name
        case Other() if thing.type in NEVER_CARDS:
            return thing.type
    return None


def _reference(kind: PartKind, slot: Slot, label: Text, serial: int, heap: Heap) -> Line:
    text = in_place(serial, heap)
    if text is None:
        return Line(kind, slot, label, target=serial)
    return Line(kind, slot, label, text)


def _folded(shown: int, length: int) -> tuple[range, range]:
    """The first and the last of ``length`` items that are to be seen, ``shown`` being known."""
    if length <= MOST_ITEMS and length <= shown:
        return range(length), range(0)
    if shown < length:
        return range(min(FIRST_ITEMS + LAST_ITEMS, shown)), range(0)
    return range(FIRST_ITEMS), range(length - LAST_ITEMS, length)


def _items(content: Sequence, heap: Heap, ordered: bool) -> tuple[list[Line], int]:
    first, last = _folded(len(content.items), content.length)
    left_out = content.length - len(first) - len(last)
    found = []
    for part in (first, last):
        for index in part:
            label = str(index) if ordered else ""
            slot = Slot("item", index)
            found.append(_reference(PartKind.PAIR, slot, label, content.items[index], heap))
        if part is first and left_out:
            found.append(Line(PartKind.PAIR, Slot("more"), "…", f"+{left_out:,}"))
    return found, left_out


def _sequence(
    kind: str, content: Sequence, heap: Heap, in_cells: Callable[[int], bool] | None
) -> Lines:
    unordered = kind in _UNORDERED
    found, hidden = _items(content, heap, not unordered)
    cells = bool(found) and in_cells is not None
    if in_cells is not None:
        cells = cells and all(line.target is None or in_cells(line.target) for line in found)
    if cells:
        found = [_as_cell(line) for line in found]
    if not found:
        found = [Line(PartKind.MORE, Slot("empty"), phrase("empty"))]
    return Lines(
        kind,
        tuple(found),
        cells,
        unordered,
        key_column=not unordered,
        narrow=True,
        locked=kind in _LOCKED,
        hidden=hidden,
    )


def _as_cell(line: Line) -> Line:
    if line.slot.kind == "more":
        return Line(PartKind.MORE, line.slot, "", f"… {line.text}")
    return Line(PartKind.CELL, line.slot, line.label, line.text, line.target)


def _mapping(content: MappingContent, heap: Heap) -> tuple[tuple[Line, ...], int]:
    shown = content.entries
    if content.length > MOST_PAIRS:
        shown = shown[:FIRST_PAIRS]
    left_out = content.length - len(shown)
    found = []
    for key, value in shown:
        label = _key_label(key, heap)
        if label is None:
            found.append(Line(PartKind.PAIR, Slot("key", key), phrase("key"), target=key))
            label = "→"
        found.append(_reference(PartKind.PAIR, Slot("value", key), label, value, heap))
    if left_out:
        found.append(Line(PartKind.PAIR, Slot("more"), "…", phrase("more-pairs", n=left_out)))
    if not found:
        found.append(Line(PartKind.MORE, Slot("empty"), phrase("empty")))
    return tuple(found), left_out


def _key_label(serial: int, heap: Heap) -> str | None:
    thing = heap.get(serial)
    if thing is not None and isinstance(thing.content, Scalar):
        return cut(thing.content.text)
    return in_place(serial, heap)


def _named(
    kind: str, names: Named, heap: Heap, most: int = MOST_ATTRIBUTES, first: int = FIRST_ATTRIBUTES
) -> list[Line]:
    shown = names if len(names) <= most else names[:first]
    found = [_reference(PartKind.PAIR, Slot(kind, n), n, serial, heap) for n, serial in shown]
    if len(shown) < len(names):
        more = phrase("more-names", n=len(names) - len(shown))
        found.append(Line(PartKind.PAIR, Slot("more"), "…", more))
    return found


def _dict(thing: HeapObject, content: MappingContent, heap: Heap) -> Lines:
    rows, hidden = _mapping(content, heap)
    if any(part.kind == IN_THE_OBJECT for part in thing.parts):
        rows = tuple(_not_here(row) for row in rows)
    return Lines(thing.type, rows, key_column=True, hidden=hidden)


def _not_here(row: Line) -> Line:
    """The row of a value that the dict does not hold itself."""
    if row.slot.kind != "value":
        return row
    return replace(row, target=None, text=phrase("in-its-object"))


def _without_namespace(thing: HeapObject, content: Instance, heap: Heap) -> tuple[Instance, int]:
    """What an instance holds itself where its ``__dict__`` is an object of its own, and that."""
    whole = _on_heap(thing, NAMESPACE, heap)
    own = heap[whole].content if whole is not None else None
    if whole is None or not isinstance(own, MappingContent):
        return content, 0
    keys = {_key_label(key, heap) for key, _ in own.entries}
    left = tuple(pair for pair in content.attributes if repr(pair[0]) not in keys)
    return replace(content, attributes=left), whole


def _instance(thing: HeapObject, content: Instance, heap: Heap) -> Lines:
    kind = thing.type
    content, namespace = _without_namespace(thing, content, heap)
    shown = _shown_attributes(content, heap)
    found = _named("attribute", shown, heap)
    hidden = max(0, len(content.attributes) - len(found))
    if namespace:
        found.append(_reference(PartKind.PAIR, Slot("namespace"), "__dict__", namespace, heap))
    if len(shown) < len(content.attributes):
        more = phrase("library-names", n=len(content.attributes) - len(shown))
        found.append(Line(PartKind.MORE, Slot("more"), more))
    match content.base:
        case Scalar(text=text):
            found.insert(0, Line(PartKind.TEXT, Slot("value"), cut(text, 24)))
        case Sequence() as base:
            items, left_out = _items(base, heap, ordered=True)
            found, hidden = items + found, hidden + left_out
        case MappingContent() as base:
            entries, left_out = _mapping(base, heap)
            found, hidden = [*entries, *found], hidden + left_out
    if not found:
        found = [Line(PartKind.MORE, Slot("empty"), phrase("no-attributes"))]
    return Lines(kind, tuple(found), key_column=True, hidden=hidden)


def _shown_attributes(content: Instance, heap: Heap) -> Named:
    """All but what a class of the library keeps to itself: a thread has 14 such names.

    A class that the program did not define stands in a recording without bases and attributes.
    """
    cls = heap.get(content.cls)
    if cls is None or cls.content != ClassBody(getattr(cls.content, "name", ""), (), ()):
        return content.attributes
    return tuple(pair for pair in content.attributes if not pair[0].startswith("_"))


def _class(content: ClassBody, heap: Heap) -> Lines:
    methods, library, variables = 0, 0, []
    for name, serial in content.attributes:
        thing = heap.get(serial)
        if thing and (isinstance(thing.content, Function) or thing.type in _METHOD_TYPES):
            methods += 1
        elif name in _LIBRARY_NAMES:
            library += 1
        elif name not in HIDDEN_NAMES:
            variables.append((name, serial))
    note = phrase("methods", n=methods) if methods else ""
    found = [Line(PartKind.TEXT, Slot("class"), content.name, note)]
    for index, base in enumerate(content.bases):
        line = _reference(PartKind.PAIR, Slot("base", index), phrase("base"), base, heap)
        if line.text != "object":
            found.append(line)
    found += _named("attribute", tuple(variables), heap)
    if library:
        found.append(Line(PartKind.MORE, Slot("library"), phrase("library-names", n=library)))
    return Lines("class", tuple(found), key_column=True, hidden=methods + library)


def _on_heap(thing: HeapObject, kind: str, heap: Heap) -> int | None:
    """The serial of a part, where that is an object of its own in the recording."""
    address = next((part.address for part in thing.parts if part.kind == kind), 0)
    if not address:
        return None
    return next((one.serial for one in heap.values() if one.address == address), None)


def _function(thing: HeapObject, content: Function, heap: Heap) -> Lines:
    found = [Line(PartKind.TEXT, Slot("function"), content.name)]
    found += _named("closure", content.closure, heap)
    # A tuple that others have too, as that of the constants of the code around it, has them.
    whole = _on_heap(thing, DEFAULTS, heap) if content.defaults else None
    if whole is not None:
        found.append(_reference(PartKind.PAIR, Slot("defaults"), phrase("defaults"), whole, heap))
    for index, serial in enumerate(content.defaults if whole is None else ()):
        label = phrase("default", number=index + 1)
        found.append(_reference(PartKind.PAIR, Slot("default", index), label, serial, heap))
    found += _named("attribute", content.attributes, heap)
    return Lines("function", tuple(found), key_column=len(found) > 1, function=True)


def _generator(thing: HeapObject, content: Generator, heap: Heap) -> Lines:
    cells = _cells_of(thing, heap)
    state = phrase(f"generator-{content.state}", line=content.line)
    found = [Line(PartKind.STATE, Slot("state"), state)]
    if content.awaits is not None:
        label = phrase("awaits")
        found.append(_reference(PartKind.NAME, Slot("awaits"), label, content.awaits, heap))
    # Like the names of a frame, those of a paused one always point.
    found += [
        Line(PartKind.NAME, Slot("name", name), name, target=cells.get(place, serial))
        for place, (name, serial) in enumerate(content.locals[:MOST_ATTRIBUTES])
    ]
    hidden = max(0, len(content.locals) - MOST_ATTRIBUTES)
    if hidden:
        found.append(Line(PartKind.MORE, Slot("more"), phrase("more-names", n=hidden)))
    return Lines(thing.type, tuple(found), hidden=hidden)


def _cells_of(thing: HeapObject, heap: Heap) -> dict[int, int]:
    """The cells on the heap that variables of a paused generator are in, by their places."""
    places = {part.address: part.through for part in thing.parts if part.kind == IN_A_CELL}
    if not places:
        return {}
    cells = (one for one in heap.values() if isinstance(one.content, Cell))
    return {places[one.address]: one.serial for one in cells if one.address in places}


def _lock(content: Lock) -> Line:
    state = phrase("locked" if content.locked else "unlocked")
    if content.owner is not None and content.count is not None:
        state = phrase("locked-by", thread=content.owner, n=content.count)
    return Line(PartKind.STATE, Slot("state"), state)


def _walking(kind: str, content: WalkedIterator) -> Line:
    """Which item comes next; what counts along tells its number, which is no place of an item."""
    if content.over is None:
        return Line(PartKind.NAME, Slot("iterator"), phrase("used-up"))
    label = phrase("used-up")
    if content.position >= 0 or kind in COUNTING_ITERATORS:
        key = "next-number" if kind in COUNTING_ITERATORS else "next-is"
        label = phrase(key, index=content.position)
    return Line(PartKind.NAME, Slot("iterator"), label, target=content.over)


def _exception(kind: str, content: ExceptionBody, heap: Heap) -> Lines:
    found = []
    for slot in ("args", "cause", "context"):
        serial = getattr(content, slot)
        if serial is not None:
            line = _reference(PartKind.PAIR, Slot("exception", slot), slot, serial, heap)
            if line.text != "None":
                found.append(line)
    passed = _lines_passed(content.traceback, heap)
    if passed:
        found.append(Line(PartKind.PAIR, Slot("exception", "traceback"), "traceback", passed))
    found += _named("attribute", content.attributes, heap)
    if not found:
        found = [Line(PartKind.MORE, Slot("empty"), phrase("no-attributes"))]
    return Lines(kind, tuple(found), key_column=True)


def _lines_passed(serial: int | None, heap: Heap) -> Text:
    """The lines of a chain of tracebacks, from where it was caught to where it was raised."""
    found: list[str] = []
    while serial is not None and serial in heap and len(found) <= LINES_PASSED:
        content = heap[serial].content
        if not isinstance(content, Other):
            break
        found.append(dict(content.facts).get("tb_lineno", "?"))
        serial = dict(content.named).get("tb_next")
    if not found:
        return ""
    if len(found) > LINES_PASSED:
        found = [*found[: LINES_PASSED - 1], "…"]
    key = "line-passed" if len(found) == 1 else "lines-passed"
    return phrase(key, lines=" → ".join(found))


def _array(content: Array, heap: Heap) -> Lines:
    shape = f"({', '.join(map(str, content.shape))}{',' * (len(content.shape) == 1)})"
    found = [Line(PartKind.TEXT, Slot("array"), cut(f"{shape} {dtype_name(content.dtype)}", 28))]
    if content.base is not None:
        found.append(_reference(PartKind.PAIR, Slot("base"), "base", content.base, heap))
        found += _part(content, heap.get(content.base))
    cells = [
        Line(PartKind.CELL, Slot("value", f"{row},{column}"), "", cut(text, ARRAY_CUT))
        for row, values in enumerate(content.rows)
        for column, text in enumerate(values)
    ]
    columns = len(content.rows[0]) if content.rows else 0
    hidden = prod(content.shape) - len(cells)
    return Lines(
        "ndarray",
        (*found, *cells),
        key_column=len(found) > 1,
        hidden=hidden if cells else 0,
        columns=columns,
    )


def _part(content: Array, base: HeapObject | None) -> Iterator[Line]:
    """Which part of its base a view shows, or where in it it begins."""
    if base is None or not isinstance(base.content, Array):
        return
    part = part_of_base(content, base.content)
    if part is not None:
        yield Line(PartKind.PAIR, Slot("part"), phrase("part"), part)
        return
    start = start_in_base(content, base.content)
    if start is not None:
        yield Line(PartKind.PAIR, Slot("part"), phrase("part-from"), start)


def _other(kind: str, content: Other, heap: Heap) -> Lines:
    entered = kind not in NEVER_CARDS
    named = {serial: name for name, serial in content.named}
    known = [serial for serial in content.referents if entered and serial in heap]
    found = [
        _reference(PartKind.PAIR, Slot("referent", i), named.get(serial, str(i)), serial, heap)
        for i, serial in enumerate(known[:FIRST_PAIRS])
    ]
    hidden = len(known) - len(found)
    if hidden:
        found.append(Line(PartKind.MORE, Slot("more"), "…", f"+{hidden:,}"))
    if kind in RANGE_ITERATORS:
        found = [_numbers_left(content)]
    elif not entered:
        # A frame, a traceback: its line, its function, by the names that Python has for them.
        facts = content.facts[:FIRST_PAIRS]
        found = [Line(PartKind.PAIR, Slot("fact", n), n, cut(v, 24)) for n, v in facts]
    if not found:
        found = [Line(PartKind.MORE, Slot("empty"), phrase("not-entered"))]
    return Lines(kind, tuple(found), key_column=True, narrow=True, hidden=hidden)


def _numbers_left(content: Other) -> Line:
    """Where the iterator of a range is: it refers to nothing."""
    facts = dict(content.facts)
    if not facts:
        return Line(PartKind.NAME, Slot("iterator"), phrase("used-up"))
    left = f"range({facts['next']}, {facts['stop']}, {facts['step']})"
    left = left.removesuffix(", 1)") + ")" if left.endswith(", 1)") else left
    told = phrase("numbers-left", value=facts["next"], left=cut(left, 24))
    return Line(PartKind.NAME, Slot("iterator"), told)


def _one_reference(content: Method | Cell | WeakReference, heap: Heap) -> Lines:
    match content:
        case Method(self=receiver, function=function):
            rows = (("self", receiver), ("function", function))
            found = [_reference(PartKind.PAIR, Slot(n), n, s, heap) for n, s in rows]
            return Lines("bound method", tuple(found), key_column=True)
        case Cell(contents=None):
            return Lines("cell", (Line(PartKind.MORE, Slot("empty"), phrase("empty")),))
        case Cell(contents=serial):
            return Lines("cell", (_reference(PartKind.PAIR, Slot("cell"), "", serial or 0, heap),))
        case WeakReference(referent=None):
            return Lines("weakref", (Line(PartKind.MORE, Slot("empty"), phrase("dead")),))
        case WeakReference(referent=serial):
            slot = Slot("weak")
            return Lines("weakref", (Line(PartKind.NAME, slot, phrase("weak"), "", serial, True),))
