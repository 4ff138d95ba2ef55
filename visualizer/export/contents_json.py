"""Heap objects as JSON in the jsonl format; each kind of content has its own keys."""

from collections.abc import Callable
from typing import NamedTuple

from visualizer.explain.expressions.composing import Expression
from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    Event,
    ExceptionBody,
    Frame,
    Function,
    Generator,
    HeapObject,
    Instance,
    Iterator,
    Lock,
    LockUse,
    Mapping,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
    State,
    Step,
    WeakReference,
)

type Json = dict[str, object]


def object_json(one: HeapObject) -> Json:
    """Return ``one`` with its type, address, count and size, and the keys of its kind."""
    found: Json = {
        "type": one.type,
        "address": one.address if one.is_measured else None,
        "refcount": one.refcount,
        "size": one.size if one.is_measured else None,
        **(_view_json(one.content) if one.type == "memoryview" else _content_json(one.content)),
    }
    if one.unreachable:
        found["unreachable"] = True
    return found


def frame_json(frame: Frame) -> Json:
    """Return a frame: its function, its place in the program, and its names with serials."""
    return {
        "function": frame.function,
        "file": frame.file,
        "line": frame.line,
        "kind": frame.kind.value,
        "locals": dict(frame.locals),
    }


def place_json(step: Step) -> Json:
    """Return the place and the event of a step."""
    return {
        "step": step.number,
        "event": step.event.value,
        "file": step.file,
        "line": step.line,
        "function": step.function,
        "thread": step.thread,
    }


def expression_json(one: Expression) -> Json:
    """Return an expression and its value; a temporary object has a number instead of a serial."""
    value = one.value
    found: Json = {
        "at": one.at,
        "file": value.file,
        "text": one.text,
        "value": value.serial,
        "repr": value.text,
        "type": value.type,
        "address": value.address,
        "refcount": value.refcount,
    }
    if value.serial is None:
        found["temporary"] = value.temporary
    if value.ended:
        found["ended"] = True
    if one.is_part:
        found["part"] = True
    return found


def rare_facts_json(
    step: Step, state: State, frame_json: Callable[[Frame], Json] = frame_json
) -> Json:
    """Return the facts that only some steps have.

    They are the exception, the collector's runs, the frames of other threads, and locks.
    """
    found: Json = {}
    if step.exception is not None:
        found["exception"] = step.exception
    if step.collections:
        runs = step.collections
        found["collections"] = [{"generation": one.generation, "freed": one.freed} for one in runs]
    others = [thread for thread in sorted(state.stacks) if thread != step.thread]
    if others:
        found["threads"] = {
            str(thread): [frame_json(frame) for frame in state.stacks[thread]] for thread in others
        }
    if state.locks:
        found["locks"] = {str(one): _lock_json(use) for one, use in sorted(state.locks.items())}
    return found


def hands_out_value(step: Step) -> bool:
    """Whether the innermost frame of a step returns or yields a value that is known."""
    return step.value is not None and step.event in (Event.RETURN, Event.YIELD)


def _lock_json(use: LockUse) -> Json:
    """Return which thread holds a lock (null if unknown) and which threads wait for it.

    Optional keys: ``timed`` for threads that wait with a timeout, ``next`` for the step's own
    thread if it is about to wait.
    """
    found: Json = {"held_by": use.held_by, "waiting": use.waiting}
    if use.timed:
        found["timed"] = use.timed
    if use.next:
        found["next"] = use.next
    return found


class _Part(NamedTuple):
    """A key of a kind of content, and its attribute; an ``is_optional`` key needs a value."""

    key: str
    attribute: str
    is_pairs: bool
    is_optional: bool


_RENAMED = {"class": "cls", "value": "text"}
_PAIRS = ("attributes", "closure", "locals", "named", "facts")
"""Attributes that are pairs of names and values."""


def _parts(*keys: str) -> tuple[_Part, ...]:
    """Return the parts under these keys; an optional key ends with a question mark."""
    plain = [(key.removesuffix("?"), key.endswith("?")) for key in keys]
    return tuple(_Part(one, _RENAMED.get(one, one), one in _PAIRS, may) for one, may in plain)


_PARTS: dict[type, tuple[_Part, ...]] = {
    Scalar: _parts("value", "length?"),
    Sequence: _parts("items", "length"),
    Mapping: _parts("entries", "length"),
    Instance: _parts("class", "attributes"),
    ClassBody: _parts("name", "bases", "attributes"),
    Function: _parts("name", "line", "code", "closure", "defaults", "attributes?"),
    # ``awaits`` is the object that the generator waits for.
    Generator: _parts("state", "line", "locals", "awaits?"),
    ExceptionBody: _parts("args", "cause", "context", "traceback", "attributes", "class?"),
    Array: _parts("shape", "dtype", "strides", "base", "nbytes", "value"),
    Method: _parts("self", "function"),
    Cell: _parts("contents"),
    Iterator: _parts("over", "position"),
    WeakReference: _parts("referent"),
    Module: _parts("name"),
    # ``named`` maps names to serials: ``tb_frame`` and ``tb_next``, a frame's variables, the
    # members of types in C (``func`` of a ``partial``). ``facts`` maps names to texts:
    # ``tb_lineno`` and ``position``; ``co_name``, ``co_filename`` and ``f_lineno``.
    Other: _parts("referents", "named?", "facts?"),
}


def _content_json(content: Content) -> Json:
    if isinstance(content, Lock):
        counted = {} if content.count is None else {"owner": content.owner, "count": content.count}
        return {"referents": (), "locked": content.locked, **counted}
    found: Json = {}
    for key, attribute, is_pairs, is_optional in _PARTS[type(content)]:
        value = getattr(content, attribute)
        if value or not is_optional:
            found[key] = dict(value) if is_pairs else value
    if isinstance(content, Instance) and content.base is not None:
        found |= _content_json(content.base)
    return found


def _view_json(content: Content) -> Json:
    """Return the references of a ``memoryview``: the format has values only of numpy's arrays."""
    base = content.base if isinstance(content, Array) else None
    return _content_json(content) if base is None else {"referents": [base]}
