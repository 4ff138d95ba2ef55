"""Describes an object for a sentence: ``int 11``, ``list [3, 1, …]``, ``function f2``."""

import ast
import re
from collections import ChainMap, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, MutableMapping
from itertools import chain, dropwhile, islice, takewhile
from typing import cast

from visualizer.model import (
    IDENTIFYING_NAMES,
    Array,
    ClassBody,
    ExceptionBody,
    Function,
    Heap,
    HeapObject,
    Instance,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
    bare_name,
    content_of,
    identifying_value,
    is_of_library,
    item_names,
    library_value,
    own_attributes,
    shape_of,
    short_value,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model.files import file_attributes, is_stored_file

MAX_VALUE_LENGTH = 24
_MOST_COMPARED = 200
"""The maximum number of objects that are compared for equal descriptions."""
_MOST_SEARCHED = 2_000
"""The maximum number of objects that are searched for an equal description."""

_FEW, _MAX_ITEM_LENGTH = 3, 12
"""The minimum number of items of a long container, and the maximum characters of each."""
_LEAST_VALUE = len("'a…'")
"""The minimum number of characters of an instance's value behind its type."""
MAX_CONTAINER_LENGTH, _MAX_INNER_LENGTH = 40, 16
"""The maximum number of characters of a container, and of a container inside it."""
_MOST_OVER = 2
"""Fewer items are shown if they exceed the room of a container by this many times the room."""
_NUMBER_OF_KEY = re.compile(r" #\d+(?=[\]}]$)")
_SINGLETONS = ("None", "NotImplemented", "Ellipsis")
"""The values that are the only ones of their type."""
_DISPLAYED = ("list", "tuple", "dict", "set")
"""The types that their brackets identify."""
BRACKETS = {"tuple": ("(", ")"), "set": ("{", "}"), "frozenset": ("{", "}")}

_KINDS = {"type": "class", "method": "bound method", "ReferenceType": "weakref"}
"""Clearer names for some types of the interpreter."""


def kind_of(type_: str) -> str:
    """Return the name of a type, as cards and sentences show it."""
    return _KINDS.get(type_, type_)


def describe(serial: int, heap: Heap) -> str:
    """Return a plain value's type and value, a named object's name, or an object's number."""
    thing = heap.get(serial)
    if thing is None:
        return f"#{serial}"
    match thing.content:
        case Scalar(text=text):
            if text in (thing.type, *_SINGLETONS) or text.startswith(f"{thing.type}("):
                return truncate(text)
            return f"{thing.type} {truncate(text)}"
        case Function(name=name):
            return f"function {name}"
        case ClassBody(name=name):
            return f"class {name}"
        case Module(name=name):
            return f"module {name}"
        case Method(function=function) if function in heap:
            if isinstance(called := heap[function].content, Function):
                return describe_alone(f"{kind_of(thing.type)} {called.name}", serial, heap)
    return describe_alone(kind_of(thing.type), serial, heap)


class Overlaid(ChainMap[int, HeapObject]):
    """A heap over another: a sentence looks up objects so often that ``get`` must be fast."""

    def get(self, serial: int, default: HeapObject | None = None) -> HeapObject | None:  # type: ignore[override]
        """Return the object of the first heap that has it."""
        for one in self.maps:
            if (thing := one.get(serial)) is not None:
                return thing
        return default


class ByPath(Overlaid):
    """A heap whose objects are named by expressions of the program, because cards have no numbers.

    ``path`` returns the expression that leads to an object, None if there is no short one.
    """

    def __init__(self, heap: Heap, path: Callable[[int], str | None]) -> None:
        super().__init__(cast(MutableMapping[int, HeapObject], heap))
        self.path = path


class OfProgram(Overlaid):
    """A heap with the ``texts`` of the program's files, which distinguish its attributes."""

    texts: Collection[str] = ()


def _below[T](heap: Heap, kind: type[T]) -> T | None:
    """Return the heap of a kind at any depth: ``ByPath`` if its objects have no numbers."""
    while isinstance(heap, ChainMap) and not isinstance(heap, kind):
        heap = heap.maps[-1]
    return heap if isinstance(heap, kind) else None


def _texts(heap: Heap) -> Collection[str]:
    return getattr(_below(heap, OfProgram), "texts", ())


def with_numbers(heap: Heap) -> Heap:
    """Return a heap whose objects have numbers, so that no two slots have one text."""
    named = _below(heap, ByPath)
    return heap if named is None else named.maps[0]


def slot_text(slot: str, heap: Heap) -> str:
    """Return a slot for a sentence: without the number of its key if objects have no numbers."""
    return slot if _below(heap, ByPath) is None else _NUMBER_OF_KEY.sub("", slot)


def describe_alone(said: str, serial: int, heap: Heap) -> str:
    """Add to a description the object's number or path, which no other object has."""
    named = _below(heap, ByPath)
    if named is None:
        return f"{said} #{serial}"
    path = named.path(serial)
    return said if path is None else f"{said} `{path}`"


class Alike(Overlaid):
    """A heap in which some objects look alike: ``describe_by_value`` adds their numbers.

    ``serials`` are distinguished from each other, plain values and functions also from all other
    objects; ``beside`` only from ``serials`` and each other.
    """

    def __init__(self, heap: Heap, serials: Collection[int], beside: Collection[int] = ()) -> None:
        super().__init__(cast(MutableMapping[int, HeapObject], heap))
        found: defaultdict[str, list[int]] = defaultdict(list)
        for serial in islice({*serials, *beside}, _MOST_COMPARED):
            thing = heap.get(serial)
            if thing is not None and not isinstance(thing.content, Scalar):
                found[describe_by_value(serial, heap)].append(serial)
        self.numbered = {one for alike in found.values() if len(alike) > 1 for one in alike}
        self.numbered |= with_twins(islice(serials, _MOST_COMPARED), heap)


def with_twins(serials: Iterable[int], heap: Heap) -> set[int]:
    """Return the plain values and functions with the description of another living object."""
    known = {serial: plain for serial in serials if (plain := _plain(heap.get(serial)))}
    alike: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    if known:
        maps = heap.maps if isinstance(heap, ChainMap) else [heap]
        for thing in islice(chain.from_iterable(one.values() for one in maps), _MOST_SEARCHED):
            if (plain := _plain(thing)) is not None:
                alike[plain].add(thing.serial)
    return {serial for serial, plain in known.items() if len(alike[plain] | {serial}) > 1}


def _plain(thing: HeapObject | None) -> tuple[str, str] | None:
    """Return the text of a counted plain value or of a function, None for other objects."""
    match thing:
        case HeapObject(content=Function(name=name)):
            return "function", name
        case HeapObject(content=Scalar(text=text), refcount=int()):
            return thing.type, text
    return None


def describe_by_value(serial: int, heap: Heap) -> str:
    """Return an object as the picture shows it.

    A container has its first items, other objects their identifying value or a number.
    """
    if isinstance(heap, Alike) and serial in heap.numbered:
        return describe_alone(describe_by_value(serial, heap.maps[0]), serial, heap)
    thing = heap.get(serial)
    if thing is None:
        return describe(serial, heap)
    match thing.content:
        case ExceptionBody():
            return thing.type
        case Array(text=text):
            shown = (
                text if len(text) <= MAX_CONTAINER_LENGTH else f"{text[:MAX_CONTAINER_LENGTH]}…]"
            )
            return f"{thing.type} {without_back_ticks(shown)}"
        case Instance():
            return _instance(thing, thing.content, heap) or describe(serial, heap)
        case Sequence() | MappingContent():
            return _container(thing.type, thing.content, heap)
        case Other():
            said = library_value(thing, heap) or _file(thing, heap) or _identified(thing, heap)
            return said or describe(serial, heap)
    return describe(serial, heap)


def describe_at(place: str, serial: int, heap: Heap) -> str:
    """Return an object by its value, without its path if that equals ``place``."""
    return describe_by_value(serial, heap).removesuffix(f" `{place}`")


def _instance(
    thing: HeapObject, content: Instance, heap: Heap, room: int = MAX_CONTAINER_LENGTH
) -> str | None:
    """Return an instance by its value; ``room`` limits the characters of a container.

    None if it has no plain value.
    """
    if (value := library_value(thing, heap)) is not None:
        return value
    kind, base = kind_of(thing.type), content.base
    if isinstance(base, Scalar):
        return f"{kind} {truncate(base.text)}"
    if isinstance(base, Sequence) and (names := item_names(content, heap)):
        named = list(zip(names, base.items, strict=True))
    elif isinstance(base, Sequence | MappingContent):
        shape = shape_of(thing, heap)
        return kind + _container(shape, base, heap, room=room).removeprefix(shape)
    elif not (named := _identifying_attributes(thing, content, heap)):
        return _identified(thing, heap)
    is_inside = room < MAX_CONTAINER_LENGTH

    def words(most: int) -> Iterator[str]:
        for name, one in named:
            yield f"{name}={item_text(one, heap, most, is_inside=is_inside)}"

    return f"{kind}({_few(words, len(named), room)})"


def _identifying_attributes(
    thing: HeapObject, content: Instance, heap: Heap
) -> list[tuple[str, int]]:
    """Return the attributes of an instance whose first number needs its name.

    ``Fraction 1`` would seem to be the whole value.
    """
    texts = _texts(heap)
    found = identifying_value(thing, heap, texts)
    value = content_of(found, heap)
    if not isinstance(value, Scalar) or value.text[-1:] in ("'", '"'):
        return []
    if any(
        one == found and bare_name(name) in IDENTIFYING_NAMES for name, one in content.attributes
    ):
        return []
    is_inner = is_of_library(thing, heap)
    own = content.attributes if is_inner else own_attributes(thing, heap, texts)
    named = dropwhile(lambda pair: pair[1] != found, own)
    first = next(named)
    is_private = first[0].startswith("_")
    return [first, *(one for one in named if is_private or not one[0].startswith("_"))]


def _identified(thing: HeapObject, heap: Heap) -> str | None:
    """Return an object by its identifying value, a plain one; None if it has none.

    A match of a regular expression shows the matched text, not all of the searched text.
    """
    value = content_of(identifying_value(thing, heap, _texts(heap)), heap)
    text = value.text if isinstance(value, Scalar) else None
    if isinstance(thing.content, Other):
        text = dict(thing.content.facts).get("match", text)
    return text and f"{kind_of(thing.type)} {truncate(text)}"


def _file(thing: HeapObject, heap: Heap) -> str | None:
    """Return a file by its name without its folder; None for anything else."""
    if not isinstance(thing.content, Other) or not is_stored_file(thing):
        return None
    path = file_attributes(thing.content, heap).get("'name'", "")
    name = re.split(r"[/\\]", printed_text(path))[-1] if path[:1] in ("'", '"') else ""
    return f"{thing.type} {truncate(repr(name))}" if name else None


def _container(
    kind: str,
    content: Sequence | MappingContent,
    heap: Heap,
    first: int = 0,
    room: int = MAX_CONTAINER_LENGTH,
) -> str:
    """Return a container of any type with as many items as fit, from ``first`` on."""
    text = _items(kind, content, heap, first=first, room=room)
    return text if text.startswith(kind) else f"{kind} {text}"


def _items(
    kind: str,
    content: Sequence | MappingContent,
    heap: Heap,
    *,
    room: int = MAX_CONTAINER_LENGTH,
    first: int = 0,
) -> str:
    """Return the items of a container in its brackets, without the contents of inner containers."""
    if kind in ("set", "frozenset") and not content.length:
        return f"{kind}()"
    is_inside = room < MAX_CONTAINER_LENGTH
    slots: Iterable[tuple[int, ...]]
    if isinstance(content, MappingContent):
        slots, brackets = content.entries[first:], ("{", "}")
    else:
        slots, brackets = [(one,) for one in content.items[first:]], ("[", "]")

    def words(most: int) -> Iterator[str]:
        for slot in slots:
            yield ": ".join(item_text(one, heap, most, is_inside=is_inside) for one in slot)

    opening, closing = BRACKETS.get(kind, brackets)
    before, comma = "…, " * bool(first), "," * (kind == "tuple" and content.length == 1)
    return f"{opening}{before}{_few(words, content.length - first, room)}{comma}{closing}"


def describe_apart(one: int, other: int, heap: Heap) -> tuple[str, str]:
    """Describe two objects, with their numbers if the descriptions are equal.

    Two long lists or texts with a common start are shown from their first difference on.
    """
    said = describe_by_value(one, heap), describe_by_value(other, heap)
    match [content_of(each, heap) for each in (one, other)]:
        case Sequence() as now, Sequence() as was if "…" in "".join(said):
            first = first_difference(now.items, was.items) - 1
            if first >= _FEW:
                said = (
                    _container(heap[one].type, now, heap, first),
                    _container(heap[other].type, was, heap, first),
                )
        case Scalar() as now, Scalar() as was if said[0] == said[1] and now.text != was.text:
            first = first_difference(now.text, was.text) - _MAX_ITEM_LENGTH
            if first >= _FEW:
                text, earlier = (f"{each.text[0]}…{each.text[first:]}" for each in (now, was))
                kinds = heap[one].type, heap[other].type
                said = f"{kinds[0]} {truncate(text)}", f"{kinds[1]} {truncate(earlier)}"
    if said[0] != said[1]:
        return said
    return describe_alone(said[0], one, heap), describe_alone(said[1], other, heap)


def first_difference(one: Iterable[object], other: Iterable[object]) -> int:
    """Return the length of the common start of two sequences."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in alike)


def printed_text(written: str) -> str:
    """Return a text as it is printed, or as it is written if only a part was recorded."""
    try:
        return str(ast.literal_eval(written))
    except (ValueError, SyntaxError):
        return written[1:-1]


def _few(
    words: Callable[[int], Iterable[str]], length: int, room: int = MAX_CONTAINER_LENGTH
) -> str:
    """Return the items of a container, or as many as fit and an ellipsis.

    ``words`` takes the maximum number of characters of an item and yields the texts.
    """
    shown_items = list[str]()
    for most in (room, _MAX_ITEM_LENGTH):
        shown_items, left = [], room + len(", ")
        for word in words(most):
            left -= len(word) + len(", ")
            fewest = _FEW if left > -_MOST_OVER * room else 1
            if left < 0 and (most == room or len(shown_items) >= fewest):
                break
            shown_items.append(word)
        else:
            if length <= len(shown_items):
                return ", ".join(shown_items)
    return ", ".join([*shown_items, "…"])


def item_text(serial: int, heap: Heap, most: int, *, is_inside: bool = False) -> str:
    """Return an item of a container: a plain value, a name, a short container, or a type."""
    thing = heap.get(serial)
    if thing is None:
        return "…"
    match thing.content:
        case Scalar(text=text):
            return truncate(text, most)
        case Sequence() | MappingContent() as content if not is_inside:
            kind = kind_of(thing.type)
            if kind in _DISPLAYED:
                return _items(kind, content, heap, room=_MAX_INNER_LENGTH)
            return _container(kind, content, heap, room=_MAX_INNER_LENGTH)
        case Function(name=name) | ClassBody(name=name):
            return name
        case Instance() as content if not is_inside:
            kind = kind_of(thing.type)
            text = _instance(thing, content, heap, _MAX_INNER_LENGTH) or kind
            is_cut = len(text) > most
            if is_cut and text.startswith(f"{kind} ") and len(kind) + _LEAST_VALUE >= most:
                return truncate(kind, most)
            if is_cut and text.endswith(")"):
                return truncate(f"{text.partition('(')[0]}(…)", most)
            return truncate(short_value(text) if is_cut else text, most)
        case Sequence() | MappingContent():
            return "…"
        case Instance():
            return truncate(short_value(library_value(thing, heap) or "…"), most)
    return truncate(library_value(thing, heap) or kind_of(thing.type), most)


def without_back_ticks(text: str) -> str:
    """Return a value with a similar letter for its back ticks: in sentences, they enclose code."""
    return text.replace("`", "\N{MODIFIER LETTER GRAVE ACCENT}")


def cut(text: str, most: int) -> str:
    """Return a text of at most ``most`` characters, with an ellipsis if it was longer."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def truncate(text: str, most: int = MAX_VALUE_LENGTH) -> str:
    """Return a value cut to the length for a sentence, with its closing quote."""
    text = without_back_ticks(text)
    if len(text) <= most:
        return text
    quote = text[-1] if text[-1] in "'\"" else ""
    return cut(text, most - len(quote)) + quote
