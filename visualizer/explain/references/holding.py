"""The recorded references that an object holds, by kind.

The kinds are those of the ledger (``held`` in the contract); two references of one kind to the same
object appear twice. An object that is itself on the heap (a ``__dict__``, a tuple of defaults)
holds its own references; its owner then holds only that object.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

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
    Other,
    Part,
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
"""The kind of a reference, by the holder's type, for objects recorded only by their referents."""
_CONTAINERS = {
    "own namespace": "namespace",
    "closure tuple": "closure",
    "defaults tuple": "default",
    "keyword defaults": "default",
    "bases tuple": "base",
}
"""The containers that may hold a part of the content, and the kind of the reference to them."""
_EVERY = frozenset(_CONTAINERS)
_KEPT_IN = {"base": "bases tuple", "closure": "closure tuple", "default": "defaults tuple"}
"""The containers that may hold all references of a kind."""
_FIELDS: dict[type[Content], tuple[tuple[str, str], ...]] = {
    Sequence: (("item", "items"),),
    Instance: (("class", "cls"), ("attribute", "attributes")),
    Cell: (("cell", "contents"),),
    ClassBody: (("base", "bases"), ("attribute", "attributes")),
    Function: (
        *(("code", "code"), ("closure", "closure")),
        *(("default", "defaults"), ("attribute", "attributes")),
    ),
    Method: (("self", "self"), ("function", "function")),
    Generator: (("generator local", "locals"),),
    WalkedIterator: (("iterator", "over"),),
    ExceptionBody: (
        *(("class", "cls"), ("exception", "args"), ("exception", "cause")),
        *(("exception", "context"), ("exception", "traceback"), ("attribute", "attributes")),
    ),
    Array: (("attribute", "base"),),
}
"""The fields of a content with serials, or names and serials, and the kind of these references."""


def held_by(holder: HeapObject, left_out: Collection[str] = ()) -> Iterator[HeldReference]:
    """Yield the references of an object's content; a weak reference yields none.

    ``left_out`` are the kinds of ``_CONTAINERS`` whose contents are counted in the container.
    """
    return _held(holder.content, holder.type, left_out)


def held_in_parts(holder: HeapObject) -> Iterator[tuple[str, Part]]:
    """Yield the kind and part of every reference that an object holds outside its content."""
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
        case Mapping(entries=entries):
            for key, value in entries:
                yield "key", key
                yield "value", value
                if type_ == "OrderedDict":
                    # The list of entries refers to the key, too (Objects/odictobject.c).
                    yield "key", key
        case Other(referents=referents):
            kind = _OF_TYPE.get(type_, "other")
            yield from ((kind, referent) for referent in referents)
    for kind, field in _FIELDS.get(type(content), ()):
        found = getattr(content, field)
        if isinstance(found, int):
            yield kind, found
        elif found and _KEPT_IN.get(kind) not in left_out:
            yield from _listed(found, kind, isinstance(content, Function))
    if isinstance(content, Instance) and content.base is not None:
        yield from _held(content.base, "", left_out)


def _listed(found: Iterable[Any], kind: str, is_function: bool) -> Iterator[HeldReference]:
    """Yield serials, or the serials of names; a C function's bound object is its ``__self__``."""
    for one in found:
        if isinstance(one, int):
            yield kind, one
        else:
            yield ("self" if is_function and one[0] == "__self__" else kind), one[1]
