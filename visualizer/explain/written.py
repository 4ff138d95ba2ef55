"""Formats an object's value on one line: ``[5, 2, 4]``."""

from collections.abc import Iterable, Iterator

from visualizer.explain.exceptions import given_to
from visualizer.explain.naming import BRACKETS, cut, describe
from visualizer.model import (
    Array,
    Cell,
    ExceptionBody,
    Heap,
    HeapObject,
    Instance,
    Scalar,
    Sequence,
    Thing,
    attributes_in_order,
    item_names,
    library_value,
    shape_of,
)
from visualizer.model import Mapping as MappingContent

MAX_LENGTH = 120
"""The maximum number of characters of a value."""
_MAX_DEPTH, _MAX_ITEMS = 3, 40


def value_text(serial: int, heap: Heap) -> tuple[str, frozenset[int]]:
    """Return the value on one line, and the serials of all objects that the text depends on."""
    writer = _Writer(heap)
    return cut("".join(writer.pieces(serial, ())), MAX_LENGTH), frozenset(writer.seen)


def computed_text(value: object, heap: Heap) -> tuple[str, frozenset[int]]:
    """Return ``value_text`` of a computed value, which may contain objects.

    Raises ``ValueError`` for a number with more digits than Python prints.
    """
    writer = _Writer(heap)
    return cut("".join(writer.computed(value)), MAX_LENGTH), frozenset(writer.seen)


class _Writer:
    """Formats values; reads no more objects than fit on a line."""

    def __init__(self, heap: Heap) -> None:
        self._heap = heap
        self._length = 0
        self.seen: set[int] = set()

    def pieces(self, serial: int, around: tuple[int, ...]) -> Iterator[str]:
        """Yield the text of an object in pieces; ``around`` are the containers it is in."""
        for piece in self._pieces(serial, around):
            self._length += len(piece)
            yield piece

    def _pieces(self, serial: int, around: tuple[int, ...]) -> Iterator[str]:
        self.seen.add(serial)
        thing = self._heap.get(serial)
        if thing is None or serial in around:
            yield "…" if serial in around else describe(serial, self._heap)
            return
        if len(around) > _MAX_DEPTH and (folded := _short_form(thing)):
            yield folded
            return
        inside = (*around, serial)
        match thing.content:
            case Scalar(text=text):
                yield text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH]}…"
            case Instance() as content:
                yield from self._instance(thing, content, inside)
            case Sequence() | MappingContent() as content:
                yield from self._container(thing.type, content, inside)
            case ExceptionBody(args=int(args)):
                self.seen.add(args)
                items = given_to(thing, self._heap)
                yield f"{thing.type}("
                yield from self._joined(((item,) for item in items), inside, len(items))
                yield ")"
            case Cell(contents=int(contents)):
                yield from self._pieces(contents, inside)
            case Array(text=text):
                yield text
            case _:
                yield describe(serial, self._heap)

    def computed(self, value: object) -> Iterator[str]:
        """Yield the text of a computed value in pieces."""
        match value:
            case Thing(serial=serial):
                yield from self.pieces(serial, ())
            case dict():
                yield "{"
                for number, (key, one) in enumerate(value.items()):
                    before = ", " if number else ""
                    yield from (before, *self.computed(key), ": ", *self.computed(one))
                yield "}"
            case list() | tuple() | set() | frozenset() if value:
                opening, closing = BRACKETS.get(type(value).__name__, ("[", "]"))
                yield opening
                texts = ["".join(self.computed(inside)) for inside in value]
                if isinstance(value, set | frozenset):
                    texts.sort(key=lambda one: (len(one), one))  # an order that all runs share
                yield ", ".join(texts)
                yield f",{closing}" if isinstance(value, tuple) and len(value) == 1 else closing
            case _:
                yield repr(value)

    def _instance(
        self, thing: HeapObject, content: Instance, inside: tuple[int, ...]
    ) -> Iterator[str]:
        if (value := library_value(thing, self._heap)) is not None:
            self.seen |= {serial for _, serial in content.attributes}
            yield value
            return
        base, pairs = content.base, attributes_in_order(thing, self._heap)
        names = item_names(content, self._heap)
        if names and isinstance(base, Sequence):
            pairs = tuple(zip(names, base.items, strict=True))
            base = None
        yield f"{thing.type}("
        if isinstance(base, Scalar):
            yield base.text[:MAX_LENGTH]
        elif isinstance(base, Sequence | MappingContent):
            yield from self._container(shape_of(thing, self._heap), base, inside)
        else:
            yield from self._joined(((f"{name}=", one) for name, one in pairs), inside, len(pairs))
        yield ")"

    def _container(
        self, name: str, content: Sequence | MappingContent, inside: tuple[int, ...]
    ) -> Iterator[str]:
        if isinstance(content, MappingContent):
            entries = content.entries
            yield "{"
            yield from self._joined(
                ((key, ": ", one) for key, one in entries), inside, len(entries)
            )
            yield "}"
            return
        if not content.length and name in ("set", "frozenset"):
            yield f"{name}()"
            return
        opening, closing = BRACKETS.get(name, ("[", "]"))
        yield opening
        yield from self._joined(((item,) for item in content.items), inside, content.length)
        yield f",{closing}" if name == "tuple" and content.length == 1 else closing

    def _joined(
        self, parts: Iterable[tuple[str | int, ...]], inside: tuple[int, ...], length: int
    ) -> Iterator[str]:
        """Yield some of ``length`` parts, each of texts and of objects by serial."""
        shown = 0
        for part in parts:
            if shown:
                yield ", "
            if shown >= _MAX_ITEMS or self._length > MAX_LENGTH:
                yield "…"
                return
            for one in part:
                yield from (one,) if isinstance(one, str) else self.pieces(one, inside)
            shown += 1
        if shown < length:
            yield ", …"


def _short_form(thing: HeapObject) -> str:
    """Return the short form of a container that is nested too deep; empty for other objects."""
    match thing.content:
        case MappingContent(length=length):
            return "{…}" if length else "{}"
        case Sequence(length=length):
            opening, closing = BRACKETS.get(thing.type, ("[", "]"))
            return f"{opening}{'…' * bool(length)}{closing}"
        case Instance(attributes=attributes, base=base):
            return f"{thing.type}({'…' * bool(attributes or base)})"
    return ""
