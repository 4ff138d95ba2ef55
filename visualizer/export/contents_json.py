"""Heap objects as JSON in the jsonl format; each kind of content has keys of its own."""

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
    """Return where a step is and what happened there."""
    return {
        "step": step.number,
        "event": step.event.value,
        "file": step.file,
        "line": step.line,
        "function": step.function,
        "thread": step.thread,
    }


def expression_json(one: Expression) -> Json:
    """Return an expression and its value; its own number where no name leads to the object."""
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


def collections_json(step: Step) -> list[Json]:
    """Return the collector's runs in a step."""
    return [{"generation": run.generation, "freed": run.freed} for run in step.collections]


def hands_out_value(step: Step) -> bool:
    """Whether the innermost frame of a step returns or yields a value that is known."""
    return step.value is not None and step.event in (Event.RETURN, Event.YIELD)


def lock_json(use: LockUse) -> Json:
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


def _content_json(content: Content) -> Json:
    match content:
        case Scalar(text=text, length=length):
            return {"value": text} if length is None else {"value": text, "length": length}
        case Sequence(items=items, length=length):
            return {"items": items, "length": length}
        case Mapping(entries=entries, length=length):
            return {"entries": entries, "length": length}
        case Instance(cls=cls, attributes=attributes, base=base):
            inner = {} if base is None else _content_json(base)
            return {"class": cls, "attributes": dict(attributes), **inner}
        case ClassBody(name=name, bases=bases, attributes=attributes):
            return {"name": name, "bases": bases, "attributes": dict(attributes)}
        case Function():
            return _function_json(content)
        case Generator():
            return _generator_json(content)
        case ExceptionBody():
            return _exception_json(content)
        case Array():
            return _array_json(content)
    return _reference_json(content)


def _reference_json(content: Content) -> Json:
    match content:
        case Method(self=owner, function=function):
            return {"self": owner, "function": function}
        case Cell(contents=contents):
            return {"contents": contents}
        case Iterator(over=over, position=position):
            return {"over": over, "position": position}
        case WeakReference(referent=referent):
            return {"referent": referent}
        case Module(name=name):
            return {"name": name}
        case Other():
            return _other_json(content)
        case Lock(locked=locked, count=None):
            return {"referents": (), "locked": locked}
        case Lock(locked=locked, owner=owner, count=count):
            return {"referents": (), "locked": locked, "owner": owner, "count": count}
    raise TypeError(f"no content: {content!r}")


def _function_json(content: Function) -> Json:
    found: Json = {
        "name": content.name,
        "line": content.line,
        "code": content.code,
        "closure": dict(content.closure),
        "defaults": content.defaults,
    }
    if content.attributes:
        found["attributes"] = dict(content.attributes)
    return found


def _generator_json(content: Generator) -> Json:
    """``awaits`` is the object that the generator waits for, if it waits."""
    found: Json = {
        "state": content.state,
        "line": content.line,
        "locals": dict(content.locals),
    }
    if content.awaits is not None:
        found["awaits"] = content.awaits
    return found


def _other_json(content: Other) -> Json:
    """``named`` and ``facts`` describe what is known of the object.

    ``named`` maps names to serials: ``tb_frame`` and ``tb_next``, a frame's variables, the members
    of types in C (``func`` of a ``partial``). ``facts`` maps names to texts: ``tb_lineno``;
    ``co_name`` and ``f_lineno``.
    """
    found: Json = {"referents": content.referents}
    if content.named:
        found["named"] = dict(content.named)
    if content.facts:
        found["facts"] = dict(content.facts)
    return found


def _exception_json(content: ExceptionBody) -> Json:
    found: Json = {
        "args": content.args,
        "cause": content.cause,
        "context": content.context,
        "traceback": content.traceback,
        "attributes": dict(content.attributes),
    }
    if content.cls is not None:
        found["class"] = content.cls
    return found


def _view_json(content: Content) -> Json:
    """Return the references of a ``memoryview``: the format has the values of numpy's arrays."""
    base = content.base if isinstance(content, Array) else None
    return _content_json(content) if base is None else {"referents": [base]}


def _array_json(content: Array) -> Json:
    return {
        "shape": content.shape,
        "dtype": content.dtype,
        "strides": content.strides,
        "base": content.base,
        "nbytes": content.nbytes,
        "value": content.text,
    }
