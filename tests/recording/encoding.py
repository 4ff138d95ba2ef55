"""Encodes the model into the numbers of the wire, by hand: the inverse of the tested code."""

from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    Instance,
    Iterator,
    Lock,
    Mapping,
    Method,
    Module,
    Named,
    Other,
    Scalar,
    Sequence,
    WeakReference,
)
from visualizer.recorder import wire


class Names:
    """Numbers names in the order in which they first occur, and sends new names."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.pending: list[str] = []

    def number(self, text: str) -> int:
        if text not in self.numbers:
            self.numbers[text] = len(self.numbers)
            self.pending.append(text)
        return self.numbers[text]

    def flat(self, named: Named) -> list[int]:
        return [number for name, serial in named for number in (self.number(name), serial)]

    def take_pending(self) -> tuple[list[int], list[bytes]]:
        texts = [encoded(text) for text in self.pending]
        self.pending.clear()
        return [number for text in texts for number in (wire.TEXT, len(text))], texts


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def content_numbers(content: Content, names: Names, texts: list[bytes]) -> list[int]:
    """Return the kind, the number of operands, and the operands."""
    kind, operands = _operands(content, names, texts)
    return [kind, len(operands), *operands]


def _operands(content: Content, names: Names, texts: list[bytes]) -> tuple[int, list[int]]:
    match content:
        case Scalar(text=text, length=length):
            texts.append(encoded(text))
            return wire.SCALAR, [-1 if length is None else length, len(texts[-1])]
        case Sequence(items=items, length=length):
            return wire.SEQUENCE, [length, *items]
        case Mapping(entries=entries, length=length):
            return wire.MAPPING, [length, *(serial for entry in entries for serial in entry)]
        case Instance(cls=cls, attributes=attributes, base=base):
            inner = [] if base is None else content_numbers(base, names, texts)
            return wire.INSTANCE, [cls, len(attributes), *names.flat(attributes), *inner]
        case ClassBody(name=name, bases=bases, attributes=own):
            return wire.CLASS, [names.number(name), len(bases), *bases, *names.flat(own)]
        case Function():
            return wire.FUNCTION, _function(content, names)
        case Array():
            return wire.ARRAY, _array(content, names, texts)
    return _plain_operands(content, names)


def _plain_operands(content: Content, names: Names) -> tuple[int, list[int]]:
    match content:
        case Method(self=owner, function=function):
            return wire.METHOD, [owner, function]
        case Cell(contents=contents):
            return wire.CELL, [contents or 0]
        case Generator():
            return _generator(content, names)
        case Iterator(over=over, position=position):
            return wire.ITERATOR, [over or 0, position]
        case WeakReference(referent=referent):
            return wire.WEAKREF, [referent or 0]
        case ExceptionBody(cls, args, cause, context, traceback, attributes):
            parts = [part or 0 for part in (cls, args, cause, context, traceback)]
            return wire.EXCEPTION_BODY, [*parts, *names.flat(attributes)]
        case Lock(locked=locked, owner=owner, count=count):
            return wire.LOCK, [int(locked), owner or 0, -1 if count is None else count]
        case Module(name=name):
            return wire.MODULE, [names.number(name)]
        case Other():
            return _other(content, names)
    raise AssertionError(content)


def _generator(content: Generator, names: Names) -> tuple[int, list[int]]:
    head = [wire.GENERATOR_STATES.index(content.state), content.line, content.awaits or 0]
    return wire.SUSPENDED, [*head, *names.flat(content.locals)]


def _other(content: Other, names: Names) -> tuple[int, list[int]]:
    if not content.named and not content.facts:
        return wire.OTHER, list(content.referents)
    facts = [names.number(text) for fact in content.facts for text in fact]
    named = [len(content.named), *names.flat(content.named)]
    return wire.STRUCTURE, [len(content.referents), *content.referents, *named, *facts]


def _function(content: Function, names: Names) -> list[int]:
    return [
        *(names.number(content.name), content.line, content.code or 0),
        *(len(content.closure), *names.flat(content.closure)),
        *(len(content.defaults), *content.defaults),
        *names.flat(content.attributes),
    ]


def _array(content: Array, names: Names, texts: list[bytes]) -> list[int]:
    rows = map(wire.VALUE_END.join, content.rows)
    texts.append(encoded(wire.ROW_END.join(rows)))
    offset = -1 if content.offset is None else content.offset
    head = [content.base or 0, offset, content.nbytes, len(content.shape)]
    dtype = names.number(content.dtype)
    return [*head, *content.shape, *content.strides, dtype, len(texts[-1])]
