"""Describes iterators: the next item of the container, or the end."""

import ast
import builtins
from collections.abc import Collection, Iterator
from dataclasses import replace

from visualizer.explain.expressions.tree import span_of
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.naming import kind_of
from visualizer.explain.paths import path_to
from visualizer.explain.recorded_values import known_length
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.inner_code import runs_expression
from visualizer.explain.source.scopes import name_bound_by
from visualizer.explain.source.statements import lines_of
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.steps.outcomes import statement_parts, statements_at
from visualizer.model import (
    COUNTING_ITERATORS,
    RANGE_ITERATORS,
    Event,
    Generator,
    Heap,
    HeapObject,
    Other,
    Sequence,
    content_of,
)
from visualizer.model import Iterator as WalkedIterator

_ENDS = ("iterator-ended", "iterator-at-end")
"""The sentences about an iterator that has no more values."""

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


def describe_exhausted(change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence for each iterator without values over which the line iterates by a name.

    A call that gets it may iterate over it. A statement that goes on may have taken its values.
    """
    was, heap = change.was, change.before.heap
    if was is None or change.step.event is Event.EXCEPTION or not change.has_begun:
        return
    roots = [one.node for one in statements_at(was, change.sources)]
    if runs_expression(was) or any(change.came_from in lines_of(one) for one in roots):
        return
    used: list[ast.expr] = []
    bound: set[str | None] = set()
    for node in statement_parts(was, change.sources):
        match node:
            case ast.Call(args=given):
                used += given
            case ast.For(iter=one) | ast.comprehension(iter=one) | ast.Starred(value=one):
                used.append(one)
        if isinstance(node, ast.For | ast.comprehension | ast.NamedExpr):
            bound |= {*map(name_bound_by, ast.walk(node.target))}
    names = (one.id for one in sorted(used, key=span_of) if isinstance(one, ast.Name))
    for name in dict.fromkeys(names):
        # An ended iterator stays so, whatever else the line calls.
        thing = heap.get(change.bindings(name)[0] or 0) if name not in bound else None
        if is_exhausted(thing, heap, change.rewritten):
            yield sentence("values-exhausted", code=name)


def is_exhausted(thing: HeapObject | None, heap: Heap, rewritten: Collection[int] = ()) -> bool:
    """Whether an object is an iterator that certainly has no more values.

    A container among the ``rewritten`` objects may have grown after an iterator reached its end.

    The builtin iterators, such as `map`, end with any iterator that they use; of their references,
    the first is to that, or to a tuple of several.
    """
    match thing:
        case HeapObject(content=Generator(state=state), type=kind):
            return state == "closed" and kind != "coroutine"
        case HeapObject() if (
            walk := describe_walk(thing, (), (), heap, rewritten)
        ) and walk.key in _ENDS:
            return True
        case HeapObject(content=WalkedIterator(over=int(used))):
            return is_exhausted(heap.get(used), heap, rewritten)
        case HeapObject(content=Other(referents=[used, *_]), type=kind) if isinstance(
            getattr(builtins, kind, None), type
        ):
            inner = content_of(used, heap)
            items = inner.items if isinstance(inner, Sequence) else [used]
            return any(is_exhausted(heap.get(one), heap, rewritten) for one in items)
    return False


def _place(over: int, position: int, is_back: bool, heap: Heap) -> tuple[str, dict[str, str]]:
    """Return the sentence for a position in a container, with the index of an ordered one."""
    length = known_length(over, heap)
    length = position + 1 if length is None else length
    left = position + 1 if is_back else length - position
    if position < 0 or left <= 0:
        return "iterator-at-end", {}
    kind = heap[over].type if over in heap else ""
    if kind in ("list", "tuple", "str", "bytes", "bytearray"):
        return "iterator-moved", {"index": str(position)}
    return "iterator-moved-in", {}
