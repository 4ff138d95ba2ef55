"""Describes iterators: the next item of the container, or the end."""

from collections.abc import Collection
from dataclasses import replace

from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.naming import kind_of
from visualizer.explain.paths import path_to
from visualizer.explain.recorded_values import OfHeap, Undecidable, length_of, value_of
from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import COUNTING_ITERATORS, RANGE_ITERATORS, Heap, HeapObject, Other
from visualizer.model import Iterator as WalkedIterator

type Names = Collection[tuple[str, int]]


def describe_walk(
    new: HeapObject, written: Names, names: Names, heap: Heap, rewritten: Collection[int]
) -> Sentence | None:
    """Return the sentence for an iterator that has moved; None for any other object.

    For an iterator without a name it has level 2. ``written`` are the names on the line, which may
    lead to its container, ``rewritten`` the objects that the step changed.
    """
    match new.content:
        case WalkedIterator(over=None):
            key, more = "iterator-ended", {}
        case WalkedIterator(position=number) if new.type in COUNTING_ITERATORS:
            key, more = "enumerate-moved", {"index": str(number)}
        case WalkedIterator(over=int(over), position=position):
            key, more = _place(over, position, "reverse" in new.type, heap)
            if over in rewritten:
                # If the container has changed size, the number of items left is not known.
                key = "iterator-moved-in"
            path = path_to(over, written, heap) if over in heap else None
            more["over"] = f"{kind_of(heap[over].type)} `{path}`" if path else describe(over, heap)
        case Other(facts=facts) if new.type in RANGE_ITERATORS:
            upcoming = dict(facts).get("next")
            key = "iterator-ended" if upcoming is None else "iterator-counted"
            more = {} if upcoming is None else {"value": upcoming}
        case _:
            return None
    known = (name for name, target in names if target == new.serial and name.isidentifier())
    name = next(known, None)
    holder = f"{new.type} `{name}`" if name else describe(new.serial, heap)
    said = sentence(key, "change", new.serial, holder=holder, **more)
    return said if name else replace(said, level=2)


def _place(over: int, position: int, is_back: bool, heap: Heap) -> tuple[str, dict[str, str]]:
    """Return the sentence for a position in a container, with the index of an ordered one."""
    objects = OfHeap(heap)
    try:
        length = length_of(value_of(over, objects, ""), objects, "")
    except Undecidable:
        length = position + 1
    left = position + 1 if is_back else length - position
    if position < 0 or left <= 0:
        return "iterator-at-end", {}
    kind = heap[over].type if over in heap else ""
    if kind in ("list", "tuple", "str", "bytes", "bytearray"):
        return "iterator-moved", {"index": str(position)}
    return "iterator-moved-in", {}
