"""What an object holds: every reference that the recording tells of, by kind.

The kinds are those of the ledger (CONTRACT's ``held``); a holder that refers to another object
twice in one kind says so twice. What it holds through something that is on the heap itself (its
``__dict__``, the tuple of its defaults) is held by that, and it holds that only.
"""

from collections.abc import Collection, Iterator

from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    HeapObject,
    Instance,
    Mapping,
    Method,
    Named,
    Other,
    Part,
    Scalar,
    Sequence,
)
from visualizer.model import Iterator as WalkedIterator

type Held = tuple[str, int]
"""A kind of reference, and the serial it leads to."""

_OF_TYPE = {
    "traceback": "traceback",
    "frame": "traceback",
    "code": "constant",
    "member_descriptor": "class internals",
    "getset_descriptor": "class internals",
    "zip": "iterator",
    "map": "iterator",
    "filter": "iterator",
}
"""What the references of a type are called that is shown by its referents alone."""
_CONTAINERS = {
    "own namespace": "namespace",
    "closure tuple": "closure",
    "defaults tuple": "default",
    "keyword defaults": "default",
    "bases tuple": "base",
}
"""Parts that what the content tells of may be in, and what the reference to them is called."""
_EVERY = frozenset(_CONTAINERS)


def held_by(holder: HeapObject, left_out: Collection[str] = ()) -> Iterator[Held]:
    """The references of an object's content; a weak reference holds nothing.

    ``left_out`` are the kinds of ``_CONTAINERS`` whose contents are counted where they are.
    """
    return _held(holder.content, holder.type, left_out)


def held_in_parts(holder: HeapObject) -> Iterator[tuple[str, Part]]:
    """The kind of reference, and the part, of all that an object holds beside its content."""
    content = holder.content
    running = isinstance(content, Generator) and runs(content)
    for part in holder.parts:
        kind = _CONTAINERS.get(part.kind, part.kind)
        if kind in ("through a cell", "values in the object"):
            continue
        yield ("running frame" if running and kind == "paused frame" else kind), part


def runs(content: Generator) -> bool:
    """Whether the frame of a generator is on a stack."""
    return content.state == "running" and not content.is_paused


def containers(holder: HeapObject) -> list[Part]:
    """The parts that what the content tells of is in."""
    return [part for part in holder.parts if part.kind in _EVERY]


def _held(content: Content, type_: str, left_out: Collection[str]) -> Iterator[Held]:
    match content:
        case Scalar():
            return
        case Sequence(items=items):
            yield from (("item", item) for item in items)
        case Mapping(entries=entries):
            for key, value in entries:
                yield "key", key
                yield "value", value
                if type_ == "OrderedDict":
                    # Its list of entries refers to the key too (Objects/odictobject.c).
                    yield "key", key
        case Instance(cls=cls, attributes=attributes, base=base):
            yield "class", cls
            yield from _named("attribute", attributes)
            if base is not None:
                yield from _held(base, "", left_out)
        case Cell(contents=int(contents)):
            yield "cell", contents
        case Other(referents=referents):
            kind = _OF_TYPE.get(type_, "other")
            yield from ((kind, referent) for referent in referents)
        case _:
            yield from _held_by_machinery(content, left_out)


def _held_by_machinery(content: Content, left_out: Collection[str]) -> Iterator[Held]:
    match content:
        case ClassBody(bases=bases, attributes=attributes):
            if "bases tuple" not in left_out:
                yield from (("base", base) for base in bases)
            yield from _named("attribute", attributes)
        case Function():
            yield from _held_by_function(content, left_out)
        case Method(self=receiver, function=function):
            yield "self", receiver
            yield "function", function
        case Generator(locals=names):
            yield from _named("generator local", names)
        case WalkedIterator(over=int(over)):
            yield "iterator", over
        case ExceptionBody():
            yield from _held_by_exception(content)
        case Array(base=int(base)):
            yield "attribute", base


def _held_by_function(content: Function, left_out: Collection[str]) -> Iterator[Held]:
    if content.code is not None:
        yield "code", content.code
    if "closure tuple" not in left_out:
        for name, cell in content.closure:
            yield ("self" if name == "__self__" else "closure"), cell
    if "defaults tuple" not in left_out:
        yield from (("default", default) for default in content.defaults)
    for name, serial in content.attributes:
        yield ("self" if name == "__self__" else "attribute"), serial


def _held_by_exception(content: ExceptionBody) -> Iterator[Held]:
    if content.cls is not None:
        yield "class", content.cls
    for part in (content.args, content.cause, content.context, content.traceback):
        if part is not None:
            yield "exception", part
    yield from _named("attribute", content.attributes)


def _named(kind: str, names: Named) -> Iterator[Held]:
    return ((kind, serial) for _, serial in names)
