"""Tells whether an assignment to a place in an object left everything as it was."""

import ast
from collections.abc import Mapping, Sequence

from visualizer.explain.steps.frames import FrameChange
from visualizer.model import Delta, Event, HeapObject, Instance
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

type Heap = Mapping[int, HeapObject]


def changes_nothing(target: ast.expr, change: FrameChange, delta: Delta, heap: Heap) -> bool:
    """Whether nothing changed although the place is one whose contents are recorded.

    That holds for items of lists and dicts, and for attributes of instances.
    """
    if delta.before is None or delta.before.event is not Event.LINE:
        return False
    pairs = ((one.old, one.new) for one in delta.objects)
    if any(old and new and old.content != new.content for old, new in pairs):
        return False
    depth, holder = 0, target
    while isinstance(holder, ast.Subscript) and not isinstance(holder.slice, ast.Slice):
        depth, holder = depth + 1, holder.value

    def named(node: ast.expr) -> HeapObject | None:
        target = change.bindings(node.id)[1] if isinstance(node, ast.Name) else None
        return heap.get(target) if target is not None else None

    if isinstance(holder, ast.Attribute) and not depth:
        return _has_attribute(named(holder.value), holder.attr)
    thing = named(holder)
    for _ in range(depth - 1):
        inner = _elements_of(thing)
        thing = heap.get(inner[0]) if inner else None
    return depth > 0 and bool(_elements_of(thing))


def _has_attribute(thing: HeapObject | None, name: str) -> bool:
    content = thing.content if thing is not None else None
    return isinstance(content, Instance) and name in dict(content.attributes)


def _elements_of(thing: HeapObject | None) -> Sequence[int]:
    """Return the items of a list or the values of a dict."""
    match thing.content if thing is not None else None:
        case SequenceContent(items=items):
            return items
        case MappingContent(entries=entries):
            return [value for _, value in entries]
    return ()
