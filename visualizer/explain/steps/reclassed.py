"""Objects whose class a step changes: `self.__class__ = Closed`.

The type of a serial never changes, so the recording continues such an object under another one.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace

from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.steps.outcomes import parts_that_ran
from visualizer.model import Delta, Heap, HeapObject, Instance, Named, held_by


def reclassed(delta: Delta, here: FrameChange | None) -> dict[int, int]:
    """Return the serials of the objects whose class the line changed, and their serials now.

    The code distinguishes them from objects that lie where a freed one lay.
    """
    gone = {
        one.old.address: one.old
        for one in delta.objects
        if one.new is None and one.old is not None and isinstance(one.old.content, Instance)
    }
    found = {
        gone[one.new.address].serial: one.serial
        for one in delta.objects
        if one.old is None
        and one.new is not None
        and one.new.address in gone
        and one.new.type != gone[one.new.address].type
    }
    return found if found and _sets_class(here) else {}


def _sets_class(here: FrameChange | None) -> bool:
    attributes = (one for one in parts_that_ran(here) if isinstance(one, ast.Attribute))
    return any(one.attr == "__class__" and isinstance(one.ctx, ast.Store) for one in attributes)


def without(again: Mapping[int, int], delta: Delta) -> Delta:
    """Return a step without the end and the beginning of these serials: no object came or went."""
    apart = {*again, *again.values()}
    return replace(delta, objects=tuple(one for one in delta.objects if one.serial not in apart))


def holds_the_same(old: HeapObject, new: HeapObject, again: Mapping[int, int]) -> bool:
    """Whether an object refers to the same objects as before; ``again`` are their new serials."""
    before = [(slot, again.get(target, target)) for slot, target in held_by(old.content)]
    return before == [*held_by(new.content)]


def describe_reclassed(again: Mapping[int, int], heap: Heap) -> Iterator[Sentence]:
    """Yield a sentence for each object that has another class now."""
    for old, new in again.items():
        what = describe(old, heap)
        yield sentence("class-changed", "change", new, what=what, new=describe(new, heap))


def under_new(names: Named | None, again: Mapping[int, int]) -> Named | None:
    """Return names with the new serials of objects whose class has changed."""
    return names and tuple((name, again.get(target, target)) for name, target in names)
