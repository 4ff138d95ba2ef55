"""Describes an exception for a sentence, as Python prints it: ``KeyError: 'n'``."""

import builtins
import re
from contextlib import suppress
from types import MemberDescriptorType

from visualizer.explain.naming import (
    describe,
    item_text,
    printed_text,
    without_back_ticks,
)
from visualizer.explain.recorded_values import (
    OfHeap,
    Undecidable,
    Whole,
    ancestors,
    leaves,
    unavailable,
)
from visualizer.model import (
    EXCEPTION_GROUPS,
    ClassBody,
    ExceptionBody,
    Heap,
    HeapObject,
    Scalar,
    Sequence,
    Thing,
    Unavailable,
    content_of,
)

_MAX_MESSAGE_LENGTH, _MAX_END = 120, 40
SUGGESTION = re.compile(r"Did you mean:? '([^']+)'\?")
"""What Python adds to a message when it prints an error of a name."""
_FOLDER = re.compile(r"(?<=\(consider renaming ').*[/\\](?=[^/\\]*' )")
"""The folder of a module that hides one of the standard library."""


def describe_exception(serial: int, heap: Heap) -> str:
    """Return the class and arguments as Python prints an uncaught exception.

    A class of the program may print something else, which only its code can compute.
    """
    thing = heap.get(serial)
    if thing is None or not isinstance(thing.content, ExceptionBody):
        return describe(serial, heap)
    kind, content = thing.type, thing.content
    given = given_to(thing, heap)
    if not given or _has_own_text(content.cls, heap):
        return kind
    inner = content_of(given[1], heap) if len(given) == 2 else None
    if kind in EXCEPTION_GROUPS and isinstance(inner, Sequence) and inner.length:
        plural = "s" * (inner.length != 1)
        return f"{kind}: {_message(given[0], heap)} ({inner.length} sub-exception{plural})"
    text = exception_text(thing, heap)
    if text is None:
        shown_items = [item_text(one, heap, _MAX_MESSAGE_LENGTH) for one in given]
        if len(shown_items) == 1:
            is_text = shown_items[0][:1] in "'\"" and kind != "KeyError"
            return f"{kind}: {_message(given[0], heap) if is_text else shown_items[0]}"
        text = f"({', '.join(shown_items)})"
    return f"{kind}: {_on_one_line(without_paths(text, thing, heap))}"


def without_paths(text: str, exception: HeapObject, heap: Heap) -> str:
    """Return an exception's text without the path that Python adds to name a module's file."""
    fields = getattr(exception.content, "attributes", ())
    path = content_of(dict(fields).get("path"), heap)
    if isinstance(path, Scalar) and "ImportError" in names_of_classes(exception, heap):
        text = text.replace(f" ({printed_text(path.text)})", "")
    return _FOLDER.sub("", text)


def names_of_classes(exception: HeapObject, heap: Heap) -> set[str]:
    """Return the names of an exception's class and, if they are known, of those above it."""
    cls = getattr(exception.content, "cls", None)
    classes = ancestors(cls, OfHeap(heap)) if cls else None
    return {exception.type, *(one.name for one in (classes or {}).values())}


def is_error(exception: HeapObject, heap: Heap) -> bool:
    """Whether an exception is an ``Exception``; a class of a library counts as one."""
    cls = getattr(exception.content, "cls", None)
    return issubclass(_builtin_class(exception.type, cls, heap), Exception)


def exception_text(exception: HeapObject, heap: Heap) -> str | None:
    """Return the text that Python makes of an exception's arguments; None if not all are known.

    Built-in classes have texts of their own: ``[Errno 2] …: 'data.txt'``. They also use the known
    fields.
    """
    content = exception.content
    if not isinstance(content, ExceptionBody) or content.args is None:
        return None
    try:
        values = _plain_value(content.args, heap)
        if not isinstance(values, tuple):
            return None
        made = _builtin_class(exception.type, content.cls, heap)(*values)
        for name, serial in content.attributes:
            if isinstance(getattr(type(made), name, None), MemberDescriptorType):
                with suppress(Undecidable, AttributeError):  # unknown, or read-only
                    setattr(made, name, _plain_value(serial, heap))
        return str(made)
    except (Undecidable, TypeError, ValueError):
        return None


def _plain_value(serial: int, heap: Heap) -> object:
    """Return a value of builtin types; raises ``Undecidable`` if not all of it is known."""
    value = Whole(OfHeap(heap), "").of(Thing(serial))
    if any(isinstance(one, Thing) for one in leaves(value)):
        raise unavailable(Unavailable.OTHER, "")
    return value


def _builtin_class(kind: str, cls: int | None, heap: Heap) -> type[BaseException]:
    """Return the built-in class from which an exception inherits its text."""
    known = vars(builtins).get(kind)
    if isinstance(known, type) and issubclass(known, BaseException):
        return known
    found = content_of(cls, heap)
    for base in found.bases if isinstance(found, ClassBody) else ():
        body = content_of(base, heap)
        found_there = _builtin_class(body.name, base, heap) if isinstance(body, ClassBody) else None
        if found_there not in (None, Exception):
            return found_there
    return Exception


def given_to(exception: HeapObject, heap: Heap) -> tuple[int, ...]:
    """Return the arguments with which an exception was made."""
    content = exception.content
    args = content_of(content.args, heap) if isinstance(content, ExceptionBody) else None
    return args.items if isinstance(args, Sequence) else ()


def _message(serial: int, heap: Heap) -> str:
    """Return a text as it is printed, on one line."""
    content = heap[serial].content
    return _on_one_line(printed_text(content.text if isinstance(content, Scalar) else ""))


def _on_one_line(text: str) -> str:
    """Return a message on one line; of a long one, the beginning and the end."""
    text = " ".join(without_back_ticks(text).splitlines())
    if len(text) <= _MAX_MESSAGE_LENGTH:
        return text
    return f"{text[: _MAX_MESSAGE_LENGTH - _MAX_END - 1]}…{text[-_MAX_END:]}"


def _has_own_text(cls: int | None, heap: Heap) -> bool:
    """Whether a class or one of its bases defines its own text."""
    found = content_of(cls, heap)
    if not isinstance(found, ClassBody):
        return False
    names = {name for name, _ in found.attributes}
    return "__str__" in names or any(_has_own_text(base, heap) for base in found.bases)
