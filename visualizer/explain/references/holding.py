"""The recorded references that an object holds, by kind.

The kinds are those of the ledger (``held`` in the contract); two references of one kind to the same
object appear twice. An object that is itself on the heap (a ``__dict__``, a tuple of defaults)
holds its own references; its owner then holds only that object.
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

type HeldReference = tuple[str, int]
"""A kind of reference, and the serial of its target."""

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
"""The kind of a reference, by the holder's type, for objects recorded by their referents alone."""
_CONTAINERS = {
    "own namespace": "namespace",
    "closure tuple": "closure",
    "defaults tuple": "default",
    "keyword defaults": "default",
    "bases tuple": "base",
}
"""The containers that may hold a part of the content, and the kind of the reference to them."""
_EVERY = frozenset(_CONTAINERS)


def held_by(holder: HeapObject, left_out: Collection[str] = ()) -> Iterator[HeldReference]:
    """Yield the references of an object's content; a weak reference yields none.

    ``left_out`` are the kinds of ``_CONTAINERS`` whose contents are counted in the container.
    """
    return _held(holder.content, holder.type, left_out)


def held_in_parts(holder: HeapObject) -> Iterator[tuple[str, Part]]:
    """Yield the kind and part of every reference that an object holds beside its content."""
    content = holder.content
    running = isinstance(content, Generator) and is_running(content)
    for part in holder.parts:
        kind = _CONTAINERS.get(part.kind, part.kind)
        if kind in ("through a cell", "values in the object"):
            continue
        yield ("running frame" if running and kind == "paused frame" else kind), part


def is_running(content: Generator) -> bool:
    """Whether the frame of a generator is on a stack."""
    return content.state == "running" and not content.is_paused


def containers(holder: HeapObject) -> list[Part]:
    """Return the containers that hold parts of the content."""
    return [part for part in holder.parts if part.kind in _EVERY]


def _held(content: Content, type_: str, left_out: Collection[str]) -> Iterator[HeldReference]:
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


def _held_by_machinery(content: Content, left_out: Collection[str]) -> Iterator[HeldReference]:
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


def _held_by_function(content: Function, left_out: Collection[str]) -> Iterator[HeldReference]:
    if content.code is not None:
        yield "code", content.code
    if "closure tuple" not in left_out:
        for name, cell in content.closure:
            yield ("self" if name == "__self__" else "closure"), cell
    if "defaults tuple" not in left_out:
        yield from (("default", default) for default in content.defaults)
    for name, serial in content.attributes:
        yield ("self" if name == "__self__" else "attribute"), serial


def _held_by_exception(content: ExceptionBody) -> Iterator[HeldReference]:
    if content.cls is not None:
        yield "class", content.cls
    for part in (content.args, content.cause, content.context, content.traceback):
        if part is not None:
            yield "exception", part
    yield from _named("attribute", content.attributes)


def _named(kind: str, names: Named) -> Iterator[HeldReference]:
    return ((kind, serial) for _, serial in names)
