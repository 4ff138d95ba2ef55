"""Finds the containers that an iterator iterates over, through inner iterators and tuples."""

from collections.abc import Iterator, Set

from visualizer.model import Heap, HeapObject, Named, Other, held_by
from visualizer.model import Iterator as WalkingIterator

_RECORDED_BY_REFERENTS = frozenset(
    {"zip", "map", "filter", "zip_longest", "islice", "chain", "pairwise"}
)
_TUPLES = frozenset({"ittuple", "iters"})
"""References to a tuple with an iterator for each argument."""
_SOURCE, _ACTIVE = "source", "active"
"""A chain's references to the iterator over its arguments, and to that over the current one."""
_WALKED = _TUPLES | {"it", _SOURCE, _ACTIVE}
_REUSED = "result"
"""The reference to the tuple that an iterator reuses for each item."""

type Walked = tuple[int, int]
"""An object, and the iterator or tuple that refers to it."""


def is_iterator(thing: HeapObject) -> bool:
    """Whether an object is an iterator over other objects, without code of the program."""
    return isinstance(thing.content, WalkingIterator) or thing.type in _RECORDED_BY_REFERENTS


def reused_tuples(thing: HeapObject) -> Iterator[int]:
    """Yield the tuple that an iterator reuses for each item."""
    if is_iterator(thing) and isinstance(thing.content, Other):
        yield from (serial for name, serial in thing.content.named if name == _REUSED)


def own_parts(thing: HeapObject) -> list[tuple[int, int]]:
    """Return an iterator's references, by index, to objects that it does not iterate over.

    That is a function; or every object, if the references have no names.
    """
    if not isinstance(thing.content, Other):
        return []
    left_out = {serial for name, serial in _named(thing) if name in _WALKED | {_REUSED}}
    found = enumerate(thing.content.referents)
    return [(index, serial) for index, serial in found if serial not in left_out]


def gone_over(thing: HeapObject, heap: Heap, shared: Set[int]) -> list[Walked]:
    """Return the objects that an iterator iterates over.

    Also search iterators inside it, unless they are ``shared`` or apply functions.
    """
    found: list[Walked] = []
    waiting = [(thing, thing, "")]
    while waiting:
        one, holder, name = waiting.pop()
        is_passed = name in _TUPLES or (is_iterator(one) and not own_parts(one))
        if one is thing or (is_passed and one.serial not in shared):
            # A chain's iterator over its arguments refers to a tuple of them.
            whose = {_SOURCE: "ittuple", _ACTIVE: _ACTIVE}.get(name)
            held = [(heap.get(serial), whose or inner) for inner, serial in _walked(one)]
            waiting += [(each, one, inner) for each, inner in reversed(held) if each is not None]
        elif name == _ACTIVE and one.serial in (known := [serial for serial, _ in found]):
            found[known.index(one.serial)] = one.serial, holder.serial
        else:
            found.append((one.serial, holder.serial))
    return found


def _walked(thing: HeapObject) -> list[tuple[str, int]]:
    if isinstance(thing.content, Other):
        return [(name, one) for name, one in _named(thing) if name in _WALKED]
    return [("", serial) for _, serial in held_by(thing.content)]


def _named(thing: HeapObject) -> Named:
    """Return an iterator's references with names; a chain that has not begun has its source."""
    content = thing.content
    if not isinstance(content, Other):
        return ()
    if thing.type == "chain" and not content.named:
        return tuple((_SOURCE, one) for one in content.referents)
    return content.named


def holder_inside(thing: HeapObject, target: int, heap: Heap) -> int:
    """Return what holds an object that an iterator iterates over: the iterator or a part of it."""
    waiting = [thing]
    for one in waiting:
        held = [serial for _, serial in held_by(one.content)]
        if target in held:
            return one.serial
        inner = (heap[serial] for serial in held if serial in heap)
        waiting += (each for each in inner if is_iterator(each) or each.type == "tuple")
    return thing.serial
