"""Describes an object for a sentence: ``int 11``, ``list [3, 1, …]``, ``function f2``."""

import ast
import builtins
import re
from collections import ChainMap, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping
from itertools import chain, islice, takewhile
from typing import cast

from visualizer.explain.recorded_values import OfHeap, Undecidable, Whole, leaves
from visualizer.model import (
    EXCEPTION_GROUPS,
    ClassBody,
    ExceptionBody,
    Function,
    HeapObject,
    Instance,
    Module,
    Other,
    Scalar,
    Sequence,
    Thing,
    item_names,
    library_value,
    telling_value,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model.files import file_attributes, is_stored_file

MAX_VALUE_LENGTH = 24
_MOST_COMPARED = 200
"""The maximum number of objects that are compared whether they look alike."""
_MOST_SEARCHED = 2_000
"""The maximum number of objects among which one that looks alike is searched."""

_FEW, _MAX_ITEM_LENGTH = 3, 12
"""Of a long container at least so many items are shown, each with at most so many characters."""
MAX_CONTAINER_LENGTH, _MAX_INNER_LENGTH = 40, 16
"""The maximum number of characters of a container that is shown whole, and of one in it."""
_MAX_MESSAGE_LENGTH = 80
_DISPLAYED = ("list", "tuple", "dict", "set", "frozenset")
"""The types that brackets alone tell."""
BRACKETS = {"tuple": ("(", ")"), "set": ("{", "}"), "frozenset": ("{", "}")}

_KINDS = {"type": "class", "method": "bound method", "ReferenceType": "weakref"}
"""Clearer names for some types of the interpreter."""


def kind_of(type_: str) -> str:
    """Return the name of a type, as cards and sentences show it."""
    return _KINDS.get(type_, type_)


def describe(serial: int, heap: Mapping[int, HeapObject]) -> str:
    """Return a plain value's type and value, a named object's name, or an object's number."""
    thing = heap.get(serial)
    if thing is None:
        return f"#{serial}"
    match thing.content:
        case Scalar(text=text):
            return text if text in (thing.type, "None") else f"{thing.type} {truncate(text)}"
        case Function(name=name):
            return f"function {name}"
        case ClassBody(name=name):
            return f"class {name}"
        case Module(name=name):
            return f"module {name}"
    return f"{kind_of(thing.type)} #{serial}"


class Alike(ChainMap[int, HeapObject]):
    """A heap in which some objects look alike: ``describe_by_value`` adds their numbers.

    ``serials`` are told apart from each other; plain values and functions from all others, too.
    ``beside`` are told apart from these and from each other alone.
    """

    def __init__(
        self,
        heap: Mapping[int, HeapObject],
        serials: Collection[int],
        beside: Collection[int] = (),
    ) -> None:
        super().__init__(cast(MutableMapping[int, HeapObject], heap))
        found: defaultdict[str, list[int]] = defaultdict(list)
        for serial in islice({*serials, *beside}, _MOST_COMPARED):
            thing = heap.get(serial)
            if thing is not None and not isinstance(thing.content, Scalar):
                found[describe_by_value(serial, heap)].append(serial)
        self.numbered = {one for alike in found.values() if len(alike) > 1 for one in alike}
        self.numbered |= with_twins(islice(serials, _MOST_COMPARED), heap)


def with_twins(serials: Iterable[int], heap: Mapping[int, HeapObject]) -> set[int]:
    """Return those plain values and functions of which a living object is described alike."""
    known = {serial: told for serial in serials if (told := _plain(heap.get(serial)))}
    alike: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    if known:
        maps = heap.maps if isinstance(heap, ChainMap) else [heap]
        for thing in islice(chain.from_iterable(one.values() for one in maps), _MOST_SEARCHED):
            if (told := _plain(thing)) is not None:
                alike[told].add(thing.serial)
    return {serial for serial, told in known.items() if len(alike[told] | {serial}) > 1}


def _plain(thing: HeapObject | None) -> tuple[str, str] | None:
    """Return the text of a counted plain value or of a function, None for other objects."""
    match thing:
        case HeapObject(content=Function(name=name)):
            return "function", name
        case HeapObject(content=Scalar(text=text), refcount=int()):
            return thing.type, text
    return None


def describe_by_value(serial: int, heap: Mapping[int, HeapObject]) -> str:
    """Return an object as the picture shows it.

    A container has its first items, other objects the plain value that tells them, or a number.
    """
    if isinstance(heap, Alike) and serial in heap.numbered:
        return f"{describe_by_value(serial, heap.maps[0])} #{serial}"
    thing = heap.get(serial)
    if thing is None:
        return describe(serial, heap)
    match thing.content:
        case ExceptionBody():
            return thing.type
        case Instance():
            return _instance(thing, thing.content, heap) or describe(serial, heap)
        case Sequence() | MappingContent():
            return _container(thing.type, thing.content, heap)
        case Other():
            said = library_value(thing, heap) or _file(thing, heap) or _telling(thing, heap)
            return said or describe(serial, heap)
    return describe(serial, heap)


def _instance(
    thing: HeapObject,
    content: Instance,
    heap: Mapping[int, HeapObject],
    room: int = MAX_CONTAINER_LENGTH,
) -> str | None:
    """Return an instance by its value, of a container at most ``room`` characters.

    None if it has no plain one.
    """
    if (value := library_value(thing, heap)) is not None:
        return value
    kind, base = kind_of(thing.type), content.base
    if isinstance(base, Scalar):
        return f"{kind} {truncate(base.text)}"
    if isinstance(base, Sequence) and (names := item_names(content, heap)):
        named = list(zip(names, base.items, strict=True))
        is_inside = room < MAX_CONTAINER_LENGTH

        def words(most: int) -> Iterator[str]:
            for name, one in named:
                yield f"{name}={_brief(one, heap, most, is_inside=is_inside)}"

        return f"{kind}({_few(words, base.length, room)})"
    if isinstance(base, Sequence | MappingContent):
        return _container(kind, base, heap, room=room)
    return _telling(thing, heap)


def _telling(thing: HeapObject, heap: Mapping[int, HeapObject]) -> str | None:
    """Return an object by the plain value that tells it from others; None if none does."""
    telling = heap[found].content if (found := telling_value(thing, heap)) is not None else None
    if not isinstance(telling, Scalar):
        return None
    return f"{kind_of(thing.type)} {truncate(telling.text)}"


def _file(thing: HeapObject, heap: Mapping[int, HeapObject]) -> str | None:
    """Return a file by its name without its folder; None for anything else."""
    if not isinstance(thing.content, Other) or not is_stored_file(thing):
        return None
    path = file_attributes(thing.content, heap).get("'name'", "")
    name = re.split(r"[/\\]", printed_text(path))[-1] if path[:1] in ("'", '"') else ""
    return f"{thing.type} {truncate(repr(name))}" if name else None


def _container(
    kind: str,
    content: Sequence | MappingContent,
    heap: Mapping[int, HeapObject],
    first: int = 0,
    room: int = MAX_CONTAINER_LENGTH,
) -> str:
    """Return a container of any type with as many items as there is room for, from ``first`` on."""
    if kind in ("set", "frozenset") and not content.length:
        return f"{kind}()"
    return f"{kind} {_items(kind, content, heap, first=first, room=room)}"


def _items(
    kind: str,
    content: Sequence | MappingContent,
    heap: Mapping[int, HeapObject],
    *,
    room: int = MAX_CONTAINER_LENGTH,
    first: int = 0,
) -> str:
    """Return the items of a container in its brackets; what is in a container in it is left out."""
    is_inside = room < MAX_CONTAINER_LENGTH
    before = "…, " if first else ""
    left = content.length - first
    if isinstance(content, MappingContent):
        entries = content.entries[first:]

        def pairs(most: int) -> Iterator[str]:
            for pair in entries:
                yield ": ".join(_brief(one, heap, most, is_inside=is_inside) for one in pair)

        return f"{{{before}{_few(pairs, left, room)}}}"
    if kind in ("set", "frozenset") and not content.length:
        return f"{kind}()"
    opening, closing = BRACKETS.get(kind, ("[", "]"))
    items = content.items[first:]
    within = _few(
        lambda most: (_brief(one, heap, most, is_inside=is_inside) for one in items), left, room
    )
    comma = "," * (kind == "tuple" and content.length == 1)
    return f"{opening}{before}{within}{comma}{closing}"


def told_apart(one: int, other: int, heap: Mapping[int, HeapObject]) -> tuple[str, str]:
    """Describe two objects, with their numbers where they look alike.

    Of two long lists that begin alike the items are shown from where they differ.
    """
    said = describe_by_value(one, heap), describe_by_value(other, heap)
    now, was = (
        None if (found := heap.get(each)) is None else found.content for each in (one, other)
    )
    if isinstance(now, Sequence) and isinstance(was, Sequence) and "…" in "".join(said):
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(now.items, was.items, strict=False))
        first = max(0, sum(1 for _ in alike) - 1)
        if first >= _FEW:
            said = (
                _container(heap[one].type, now, heap, first),
                _container(heap[other].type, was, heap, first),
            )
    return said if said[0] != said[1] else (f"{said[0]} #{one}", f"{said[1]} #{other}")


def describe_exception(serial: int, heap: Mapping[int, HeapObject]) -> str:
    """Return the class and arguments as Python prints an uncaught exception.

    A class of the program may print something else, which only its own code knows.
    """
    thing = heap.get(serial)
    if thing is None or not isinstance(thing.content, ExceptionBody):
        return describe(serial, heap)
    kind, content = thing.type, thing.content
    given = given_to(thing, heap)
    if not given or _has_own_text(content.cls, heap):
        return kind
    if kind in EXCEPTION_GROUPS and (inner := _count_items(given, heap)):
        said = _message(given[0], heap)
        return f"{kind}: {said} ({inner} sub-exception{'s' * (inner != 1)})"
    text = exception_text(thing, heap)
    if text is None:
        shown_items = [_brief(one, heap, _MAX_MESSAGE_LENGTH) for one in given]
        if len(shown_items) == 1:
            is_text = shown_items[0][:1] in "'\"" and kind != "KeyError"
            return f"{kind}: {_message(given[0], heap) if is_text else shown_items[0]}"
        text = f"({', '.join(shown_items)})"
    return f"{kind}: {cut(' '.join(text.splitlines()), _MAX_MESSAGE_LENGTH)}"


def exception_text(exception: HeapObject, heap: Mapping[int, HeapObject]) -> str | None:
    """Return the text that Python makes of an exception's arguments; None if not all are known.

    The classes of the interpreter have texts of their own: ``[Errno 2] …``, ``'utf-8' codec …``.
    """
    content = exception.content
    if not isinstance(content, ExceptionBody) or content.args is None:
        return None
    try:
        values = Whole(OfHeap(heap), "").of(Thing(content.args))
        if not isinstance(values, tuple) or any(isinstance(one, Thing) for one in leaves(values)):
            return None
        return str(_builtin_class(exception.type, content.cls, heap)(*values))
    except (Undecidable, TypeError, ValueError):
        return None


def _builtin_class(
    kind: str, cls: int | None, heap: Mapping[int, HeapObject]
) -> type[BaseException]:
    """Return the class of the interpreter from which an exception has its text."""
    known = vars(builtins).get(kind)
    if isinstance(known, type) and issubclass(known, BaseException):
        return known
    found = heap.get(cls or 0)
    bases = found.content.bases if found and isinstance(found.content, ClassBody) else ()
    for base in bases:
        body = heap[base].content if base in heap else None
        found_there = _builtin_class(body.name, base, heap) if isinstance(body, ClassBody) else None
        if found_there not in (None, Exception):
            return found_there
    return Exception


def given_to(exception: HeapObject, heap: Mapping[int, HeapObject]) -> tuple[int, ...]:
    """Return what an exception was made with."""
    content = exception.content
    args = heap.get(content.args or 0) if isinstance(content, ExceptionBody) else None
    return args.content.items if args is not None and isinstance(args.content, Sequence) else ()


def _message(serial: int, heap: Mapping[int, HeapObject]) -> str:
    """Return a text as it is printed, on one line."""
    content = heap[serial].content
    said = printed_text(content.text if isinstance(content, Scalar) else "")
    return cut(" ".join(said.splitlines()), _MAX_MESSAGE_LENGTH)


def printed_text(written: str) -> str:
    """Return a text as it is printed; as it is written, if it was recorded in part."""
    try:
        return str(ast.literal_eval(written))
    except (ValueError, SyntaxError):
        return written[1:-1]


def _count_items(given: tuple[int, ...], heap: Mapping[int, HeapObject]) -> int | None:
    """Return how many exceptions a group has, from its arguments."""
    thing = heap.get(given[1]) if len(given) == 2 else None
    return thing.content.length if thing and isinstance(thing.content, Sequence) else None


def _has_own_text(cls: int | None, heap: Mapping[int, HeapObject]) -> bool:
    """Whether a class or one of its bases defines its own text."""
    found = heap.get(cls or 0)
    if found is None or not isinstance(found.content, ClassBody):
        return False
    names = {name for name, _ in found.content.attributes}
    return "__str__" in names or any(_has_own_text(base, heap) for base in found.content.bases)


def _few(
    words: Callable[[int], Iterable[str]], length: int, room: int = MAX_CONTAINER_LENGTH
) -> str:
    """Return the items of a container, or as many as there is room for, and an ellipsis.

    ``words`` makes the texts of the items with at most so many characters each.
    """
    shown_items = list[str]()
    for most in (room, _MAX_ITEM_LENGTH):
        shown_items, left = [], room + len(", ")
        for word in words(most):
            left -= len(word) + len(", ")
            if left < 0 and (most == room or len(shown_items) >= _FEW):
                break
            shown_items.append(word)
        else:
            if length <= len(shown_items):
                return ", ".join(shown_items)
    return ", ".join([*shown_items, "…"])


def _brief(
    serial: int, heap: Mapping[int, HeapObject], most: int, *, is_inside: bool = False
) -> str:
    """Return an item of a container: a plain value, a name, or a container that is short."""
    thing = heap.get(serial)
    if thing is None:
        return "…"
    match thing.content:
        case Scalar(text=text):
            return cut(text, most)
        case Sequence() | MappingContent() as content if not is_inside:
            kind = kind_of(thing.type)
            within = _items(kind, content, heap, room=_MAX_INNER_LENGTH)
            return within if kind in _DISPLAYED else f"{kind} {within}"
        case Function(name=name) | ClassBody(name=name):
            return name
        case Instance() as content if not is_inside:
            told = _instance(thing, content, heap, _MAX_INNER_LENGTH)
            return cut(told or kind_of(thing.type), most)
    return "…"


def cut(text: str, most: int) -> str:
    """Return a text of at most ``most`` characters, the last of which says that there is more."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def truncate(text: str) -> str:
    """Return a value cut to the length for a sentence, with its closing quote."""
    if len(text) <= MAX_VALUE_LENGTH:
        return text
    quote = text[-1] if text[-1] in "'\"" else ""
    return cut(text, MAX_VALUE_LENGTH - len(quote)) + quote
