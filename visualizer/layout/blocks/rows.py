"""The contents of a card's rows, before they are measured."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, repeat
from typing import overload

from visualizer.layout.analysis.facts import Facts, Level, RaisePoint
from visualizer.layout.analysis.references import (
    class_data,
    is_group,
    shown_arguments,
    shown_fields,
)
from visualizer.layout.blocks.values import Values, truncate
from visualizer.layout.blocks.watched import TrackedHeap
from visualizer.layout.iterators import gone_over, is_iterator, own_parts
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Slot
from visualizer.model import (
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    Heap,
    HeapObject,
    Instance,
    Method,
    Named,
    Other,
    Scalar,
    WeakReference,
    cached_calls,
    content_of,
    is_of_library,
    is_set,
    item_names,
    library_base,
    shown_attributes,
)
from visualizer.model import Iterator as WalkingIterator
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent
from visualizer.model.files import file_attributes, is_closed, is_file

_OF_PROGRAM = Function | Generator | Instance | SequenceContent | WalkingIterator
"""The contents of a library object that concern the program: a function, what it iterates over."""

_LONG = 60
"""The number of a dict's entries above which rows are made on demand."""
_LONGEST_VALUE = 40
"""The maximum number of letters of the value that an instance has beside its attributes."""
_MAX_PASSED, _FIRST_PASSED = 7, 3
"""The maximum number of functions of an exception's path, and how many of them are the first."""
_WRAPPERS = ("FutureIter", "coroutine_wrapper")
"""The types of the iterators that ``await`` makes of futures and coroutines."""


def file_facts(content: Other, heap: Heap) -> tuple[str, ...]:
    """Return a file's recorded attributes, its position, and whether it is closed."""
    kept = file_attributes(content, heap)
    facts = [
        f"{name} {truncate(kept[key])}" for name in ("name", "mode") if (key := f"'{name}'") in kept
    ]
    closed = is_closed(content, heap)
    if not closed:
        facts += [f"{name} {value}" for name, value in content.facts if name != "text"]
    return (*facts, f"closed {closed}")


@dataclass(frozen=True, slots=True)
class Row:
    """A slot with its label, and the serial of its target."""

    label: Text
    slot: Slot
    target: int
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A card's title and rows; ``value`` is a text above, ``notes`` are lines of text below."""

    title: Text
    rows: Sequence[Row] = ()
    notes: tuple[Text, ...] = ()
    value: str = ""


def rows_of(
    thing: HeapObject,
    values: Values,
    facts: Facts,
    step: int,
    generator_name: Callable[[int], str] = lambda _: "",
) -> Rows:
    """Return the contents of a card; ``generator_name`` returns the function of a generator."""
    content = thing.content
    match content:
        case MappingContent():
            title = thing.type if content.length else phrase("empty-type", type=thing.type)
            return Rows(title, _entries(content, values))
        case Instance():
            return _instance(thing, content, values)
        case ClassBody():
            data = class_data(thing, values.heap, facts.source.texts)
            return Rows(f"class {content.name}", _named("attribute", data))
        case Function():
            return _function(content, values, facts)
        case Method():
            bound = Row(".__self__", Slot("self"), content.self)
            return Rows(values.text(content.function), (bound,))
        case Generator():
            return _generator(thing, content, values, generator_name)
        case ExceptionBody():
            return _exception(thing, content, values, facts, step)
        case WeakReference():
            if content.referent is None:
                return Rows(thing.type, notes=(phrase("weak-dead"),))
            return Rows(thing.type, (Row("→", Slot("referent"), content.referent),))
        case SequenceContent(items=items):
            return Rows(thing.type, _items(items))
        case WalkingIterator() | Other() if is_iterator(thing):
            return _iterator(thing, values, facts)
        case Other():
            return _other(thing, content, values)
    return Rows(thing.type)


def _named(kind: str, names: Named) -> tuple[Row, ...]:
    return tuple(Row(name, Slot(kind, name), serial) for name, serial in names)


def _items(
    items: tuple[int, ...], names: Sequence[str] = (), others: Sequence[Row] = ()
) -> Sequence[Row]:
    def made(index: int) -> Row:
        label = names[index] if index < len(names) else str(index)
        return Row(label, Slot("item", index), items[index])

    return _LongRows(len(items), made, others)


class _LongRows(Sequence[Row]):
    """Rows that are each made on demand, and ``others`` behind them."""

    def __init__(self, count: int, make: Callable[[int], Row], others: Sequence[Row] = ()) -> None:
        self._count, self._make, self._others = count, make, others

    def __len__(self) -> int:
        return self._count + len(self._others)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        return self._make(place) if place < self._count else self._others[place - self._count]


def _has_plain_keys(content: MappingContent, values: Values) -> bool:
    heap = values.heap.untracked if isinstance(values.heap, TrackedHeap) else values.heap
    return all(isinstance(content_of(key, heap), Scalar) for key, _ in content.entries)


def _entry(content: MappingContent, values: Values, place: int) -> Row:
    key, value = content.entries[place]
    return Row(values.text(key, 22), Slot("value", key), value, is_key=True)


def _entries(content: MappingContent, values: Values, others: Sequence[Row] = ()) -> Sequence[Row]:
    count = len(content.entries)
    if count > _LONG and not values.has_value_labels and _has_plain_keys(content, values):
        return _LongRows(count, partial(_entry, content, values), others)
    found = []
    for number, (key, value) in enumerate(content.entries, 1):
        if not values.is_label(key):
            found.append(Row(phrase("key-number", n=number), Slot("key", key), key))
        found.append(Row(values.text(key, 22), Slot("value", key), value, is_key=True))
    return [*found, *others]


def _instance(thing: HeapObject, content: Instance, values: Values) -> Rows:
    """Return an instance's rows; a library object shows its contents and values, no internals.

    It leaves out attributes that are None unless the program names them.
    """
    own, value = values.own_attributes(thing), ""
    rows: Sequence[Row] = _named("attribute", own)
    notes: tuple[Text, ...] = ()
    if is_of_library(thing, values.heap):
        rows = tuple(
            row
            for row in _named("attribute", content.attributes)
            if row in rows
            or (
                not str(row.label).startswith("_")
                and values.is_text(row.target)
                and values.type_of(row.target) != "NoneType"
            )
        )
    elif inner := len(content.attributes) - len(own):
        base = library_base(content.cls, values.heap)
        of_base = phrase("inner-attributes", n=inner, base=base)
        notes = (of_base if base else phrase("further-rows", n=inner),)
    if isinstance(content.base, MappingContent):
        rows = _entries(content.base, values, rows)
    elif isinstance(content.base, Scalar):
        value = truncate(content.base.text, _LONGEST_VALUE)
    elif isinstance(content.base, SequenceContent):
        names = item_names(content, values.heap)
        if is_set(thing, values.heap):
            names = [""] * len(content.base.items)  # a set has no order
        rows = _items(content.base.items, names, rows)
    elif isinstance(content.base, Other) and not is_of_library(thing, values.heap):
        rows = (*_other(thing, content.base, values).rows, *rows)
    return Rows(thing.type, rows, notes, value)


def _function(content: Function, values: Values, facts: Facts) -> Rows:
    rows = [
        Row(name, Slot("closure", name), cell)
        for name, cell in content.closure
        if isinstance((thing := values.heap[cell]).content, Cell) and thing.content.contents
    ]
    names = facts.source.defaults.get(content.name.rpartition(".")[2], ())
    for index, serial in enumerate(content.defaults):
        name = names[index] if index < len(names) else phrase("default", number=index + 1)
        label = f"{name}=" if isinstance(name, str) else name
        rows.append(Row(label, Slot("default", index), serial))
    rows += [
        Row(f".{name}", Slot("attribute", name), one) for name, one in shown_attributes(content)
    ]
    return Rows(f"ƒ {content.name.rpartition('.')[2]}", tuple(rows))


def _generator(
    thing: HeapObject, content: Generator, values: Values, generator_name: Callable[[int], str]
) -> Rows:
    rows = _named("name", content.locals) if content.is_paused else ()
    awaited = _awaited(content, values, generator_name)
    if awaited is not None:
        rows = (*rows, Row(phrase("awaits"), Slot("awaits"), awaited))
    state = phrase(f"generator-{content.state}", line=content.line)
    return Rows(f"{thing.type} {generator_name(thing.serial)}".rstrip(), rows, (state,))


def _awaited(
    content: Generator, values: Values, generator_name: Callable[[int], str]
) -> int | None:
    """Return the object of the program that a suspended frame waits for.

    Skip the iterators that ``await`` makes, and code of a library. None if that code waits for a
    plain ``Future``.
    """
    is_of_library = False
    seen = set[int]()
    awaited = content.awaits
    while awaited is not None and awaited not in seen:
        seen.add(awaited)
        thing = values.heap.get(awaited)
        if thing is None:
            return None
        match thing.content:
            case Generator(awaits=inner) if not generator_name(awaited):
                awaited, is_of_library = inner, True
            case Other(referents=(inner, *_)) if thing.type in _WRAPPERS:
                awaited = inner
            case _:
                return awaited if not is_of_library or thing.type != "Future" else None
    return None


def _exception(
    thing: HeapObject, content: ExceptionBody, values: Values, facts: Facts, step: int
) -> Rows:
    rows: list[Row] = []
    shown = shown_arguments(thing, values.heap)
    args = values.heap.get(content.args or 0)
    if len(shown) == 1 or (shown and is_group(thing)):
        rows.append(Row(phrase("message"), Slot("exception", "args"), shown[0]))
        rows += [Row("exceptions", Slot("exception", "exceptions"), inner) for inner in shown[1:]]
    elif shown:
        names = [f"args[{place}]" for place in range(len(shown))]
        rows += [
            Row(name, Slot("exception", name), one) for name, one in zip(names, shown, strict=True)
        ]
    elif args is not None and isinstance(args.content, SequenceContent) and args.content.items:
        rows.append(Row("args", Slot("exception", "args"), args.serial))
    for name in ("cause", "context"):
        serial = getattr(content, name)
        if serial is not None and values.text(serial) != "None":
            rows.append(Row(name, Slot("exception", name), serial))
    has_all = facts.level is not Level.VALUES
    fields = shown_fields(thing, values.heap, facts.source.texts, has_all=has_all)
    rows += _named("attribute", fields)
    passed = [seen for seen in facts.raised.get(thing.serial, ()) if seen.step <= step]
    notes = [
        _passed(seen, is_first=number == 0) for number, seen in enumerate(passed[:_MAX_PASSED])
    ]
    if len(passed) > _MAX_PASSED:
        notes[_FIRST_PASSED:] = [
            phrase("further-rows", n=len(passed) - _MAX_PASSED + 1),
            *(_passed(seen) for seen in passed[_FIRST_PASSED + 1 - _MAX_PASSED :]),
        ]
    return Rows(thing.type, tuple(rows), tuple(notes))


def _passed(seen: RaisePoint, *, is_first: bool = False) -> Text:
    """Return where an exception was raised, or a function that it passed."""
    function = "<module frame>" if seen.function == "<module>" else seen.function
    return phrase("raised-in" if is_first else "passed-through", function=function, line=seen.line)


def _iterator(thing: HeapObject, values: Values, facts: Facts) -> Rows:
    """Return a row for each object that an iterator iterates over, and for its function."""
    walked = gone_over(thing, values.heap, facts.shared)
    rows = [
        Row(phrase("over"), Slot("over", number) if number else Slot("over"), over)
        for number, (over, _) in enumerate(walked)
    ]
    named = thing.content.named if isinstance(thing.content, Other) else ()
    names = {serial: name for name, serial in named}
    rows += [
        Row(names.get(serial, str(index)), Slot("referent", index), serial)
        for index, serial in own_parts(thing)
        if values.heap.get(serial) is not None
    ]
    holders = (values.heap[one].content for _, one in walked if one in values.heap)
    places = {one.position for one in holders if isinstance(one, WalkingIterator)}
    place = places.pop() if len(places) == 1 else -1
    note = (phrase("next-is", index=place),) if place >= 0 else ()
    parts = (values.heap.get(serial) for _, serial in own_parts(thing))
    goes_on = bool(walked) or any(one is not None and is_iterator(one) for one in parts)
    return Rows(thing.type, tuple(rows), note if goes_on else (phrase("used-up"),))


def _other(thing: HeapObject, content: Other, values: Values) -> Rows:
    """Return a library object's rows: what it iterates over, without its internals."""
    if is_file(thing):
        text = truncate(dict(content.facts).get("text", ""), _LONGEST_VALUE)
        return Rows(thing.type, notes=file_facts(content, values.heap), value=text)
    calls = _cached_calls(thing, content, values)
    named = defaultdict[int, list[str]](list)
    for name, serial in reversed(content.named):
        if not (calls and name == "cache"):
            named[serial].append(name)
    found: list[tuple[str, int, int]] = []
    for index, serial in enumerate(content.referents):
        inner = values.heap.get(serial) if index >= 3 * len(calls) else None
        if inner is None:
            continue
        is_shown = inner.type == thing.type or _is_of_program(inner.content, values.heap)
        if not (named[serial] or is_shown):
            continue
        over = inner.content.over if isinstance(inner.content, WalkingIterator) else serial
        if over is not None:
            found.append((named[serial].pop() if named[serial] else "", index, over))
    # Number the shown referents only.
    numbers = count() if len(found) > 1 else repeat("")
    rows = (
        Row(name or str(next(numbers)), Slot("referent", index), over)
        for name, index, over in found
    )
    return Rows(thing.type, (*calls, *rows))


def _cached_calls(thing: HeapObject, content: Other, values: Values) -> list[Row]:
    """Return a row for each call whose result is cached, labelled with its arguments."""
    held = content.referents
    return [
        Row(values.text(held[at], 22), Slot("referent", at + 1), held[at + 1], is_key=True)
        for at in range(0, 3 * cached_calls(thing, values.heap), 3)
    ]


def _is_of_program(content: Content, heap: Heap) -> bool:
    """Whether the program may have made an object with this content.

    Libraries make instances of their own classes, empty containers, and lists of weak references.
    """
    if isinstance(content, SequenceContent):
        items = (heap.get(one) for one in content.items)
        return any(one and not isinstance(one.content, WeakReference) for one in items)
    if not isinstance(content, Instance):
        return isinstance(content, _OF_PROGRAM)
    cls = content_of(content.cls, heap)
    return not isinstance(cls, ClassBody) or bool(cls.bases)
