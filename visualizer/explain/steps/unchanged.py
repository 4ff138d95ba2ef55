"""Finds out whether an assignment to a place in an object, or a call, changes nothing."""

import ast
from collections.abc import Callable, Iterator

from visualizer.explain.naming import describe_at
from visualizer.explain.recorded_values import OfHeap, lineage
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import makes_coroutine
from visualizer.explain.source.inner_code import quoted_code
from visualizer.explain.source.statements import names_in, neighbours
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.steps.truths import value_after, value_before
from visualizer.explain.watched.looks import WatchedValue
from visualizer.model import (
    ClassBody,
    Content,
    Event,
    Function,
    Heap,
    HeapObject,
    Instance,
    Method,
    Other,
    Scalar,
    content_of,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

_OF_A_CLASS = ("staticmethod", "classmethod")
"""The types of what a class keeps of a function that is no method of its objects."""


def changes_nothing(target: ast.expr, value: ast.expr, change: FrameChange) -> bool:
    """Whether the step changed nothing although the contents of the place are recorded.

    That holds for items of lists and dicts, and for attributes of instances. After a call in the
    ``value``, only the assignment itself is left for the step.
    """
    if change.rewritten or not (change.previous.event is Event.LINE or _gave(value, change)):
        return False
    match target:
        case ast.Attribute(value=holder, attr=name):
            held = _value_then(holder, change)
            # A class with unknown bases may look up its attributes in any way.
            return _value_then(target, change) is not None or _has(held, name, change)
        case ast.Subscript(value=holder, slice=place) if not isinstance(place, ast.Slice):
            thing = change.heap.get(_value_then(holder, change) or 0)
            is_recorded = _value_then(target, change) is not None
            return is_recorded or (thing is not None and _is_known(thing))
    return False


def _gave(value: ast.expr, change: FrameChange) -> bool:
    """Whether an expression has called the function that has just returned.

    Others may run later: a ``__del__``, once the assignment has replaced the last reference.
    """
    calls = (one.func for one in ast.walk(value) if isinstance(one, ast.Call))
    names = names_in(calls)
    return change.returned is not None and change.returned.function in {*names, "<lambda>"}


def _value_then(node: ast.expr, change: FrameChange) -> int | None:
    """Return the object that a place was or had when the value was assigned."""
    if change.previous.event is Event.LINE:
        return value_before(node, change).serial
    return value_after(node, change).serial


def was_described_before(node: ast.stmt, target: ast.expr, change: FrameChange) -> bool:
    """Whether the sentences about an earlier line of the block said that it changes the object.

    If the recording does not have the changed contents, nothing else says what the line did.
    """
    name = _changed_name(target)
    if name is None or not change.rewritten:
        return False
    earlier, _ = neighbours(node, change.text)
    before = [one.targets[0] for one in earlier if isinstance(one, ast.Assign)]
    others = (one for one in earlier if isinstance(one, ast.AnnAssign | ast.AugAssign))
    before += [one.target for one in others if one.value is not None]
    return any(_changed_name(one) == name for one in before)


def _changed_name(target: ast.expr) -> str | None:
    """Return the name of the object of which an assignment changes a part."""
    inner = target
    while isinstance(inner, ast.Attribute | ast.Subscript):
        inner = inner.value
    return inner.id if isinstance(inner, ast.Name) and inner is not target else None


_SET_KEYS = {"add": "set-has-it", "discard": "set-has-it-not"}
_CHANGING = ("list", "dict", "set", "deque", "bytearray", "defaultdict", "OrderedDict")
_UNCHANGING = ("str", "bytes", "int", "float", "tuple", "frozenset")


def describe_kept(node: ast.stmt, change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence if the call of a method left its builtin object unchanged.

    Immutable objects never change. Adding a value to a set changes nothing if the set has it.
    """
    match node:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=reached, attr=name))):
            found = value_before(reached, change).serial
            thing = change.before.heap.get(found) if found is not None else None
            if thing is None or found in change.rewritten:
                return
            code = quoted_code(reached, change.text)
            if thing.type in _UNCHANGING:
                what = describe_at(code, thing.serial, change.heap)
                yield sentence("value-stays", "", found, kind=thing.type, code=code, what=what)
            elif thing.type in _CHANGING and _is_known(thing):
                key = _SET_KEYS.get(name, "") if thing.type == "set" else ""
                yield sentence(key or "holder-stays", "", found, holder=f"{thing.type} `{code}`")


def _is_known(thing: HeapObject) -> bool:
    """Whether all items of a container, or the whole text of a `bytearray`, are recorded."""
    content: Content | None = thing.content
    if isinstance(content, Instance) and thing.type in _CHANGING:
        content = content.base  # the `default_factory` is an attribute
    match content:
        case SequenceContent(items=held, length=length):
            return len(held) == length
        case MappingContent(entries=entries, length=length):
            return len(entries) == length
        case Scalar(length=length):
            return length is None
    return False


def _has(serial: int | None, name: str, change: FrameChange) -> bool:
    """Whether an object is an instance, a function or a class with a recorded attribute."""
    content = content_of(serial, change.heap)
    kinds = Instance | Function | ClassBody
    return isinstance(content, kinds) and name in dict(content.attributes)


def unstarted_key(function: ast.expr, change: FrameChange) -> str | None:
    """Return the key for a call that only makes a generator or coroutine, None for another."""
    content = content_of(called_by(function, change, value_before), change.before.heap)
    if isinstance(content, Function):
        is_coroutine = makes_coroutine(content.name, content.line, change.text)
        if is_coroutine is not None:
            return "coroutine-dropped" if is_coroutine else "generator-dropped"
    return None


def is_of_builtin_type(reached: ast.expr, change: FrameChange) -> bool:
    """Whether an object, of which a method is called, is of one of the common builtin types."""
    thing = change.before.heap.get(value_before(reached, change).serial or 0)
    return thing is not None and thing.type in (*_CHANGING, *_UNCHANGING)


def called_by(
    function: ast.expr, change: FrameChange, look: Callable[[ast.expr, FrameChange], WatchedValue]
) -> int | None:
    """Return the function that a call runs, which may be a method of a class of the program.

    ``look`` gives the values of expressions before or after the step.
    """
    heap, found = change.heap, look(function, change).serial
    if found is None and isinstance(function, ast.Attribute):
        found = of_class(look(function.value, change).serial, function.attr, heap)
    content = content_of(found, heap)
    if isinstance(content, Instance):
        return of_class(found, "__call__", heap)
    if isinstance(content, Other) and heap[found or 0].type in _OF_A_CLASS:
        referents = ((one, content_of(one, heap)) for one in content.referents)
        return next((one for one, inner in referents if isinstance(inner, Function)), None)
    return content.function if isinstance(content, Method) else found


def of_class(serial: int | None, name: str, heap: Heap) -> int | None:
    """Return an attribute of a class of the program, or of the class of an object."""
    content = content_of(serial, heap)
    cls = content.cls if isinstance(content, Instance) else serial
    attributes = lineage(cls, OfHeap(heap)) if cls is not None else None
    return (attributes or {}).get(name)
