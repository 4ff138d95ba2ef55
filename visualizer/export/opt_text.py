"""Composes the result of ``str`` and ``repr`` of an object from its recorded content.

It runs no code of the program: a class with its own ``__repr__`` or ``__str__`` has no text here.
Texts contain no addresses. Only what the interpreter and its library would print is composed:
builtin containers and their subclasses, ``collections``, exceptions.
"""

import ast
import builtins
from collections.abc import Callable, Iterator, Mapping

from visualizer.model import (
    ClassBody,
    ExceptionBody,
    Function,
    HeapObject,
    Instance,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
)
from visualizer.model import Mapping as Entries

MAX_DEPTH = 100
"""The nesting depth beyond which a text is ``...``."""

type Find = Callable[[int], HeapObject | None]


def string_value(text: str) -> str:
    """Return the string whose ``repr`` is ``text``, which may be cut at its end."""
    for end in range(len(text), max(len(text) - 11, 0), -1):
        # A cut may be within an escape sequence, whose maximum length is ten.
        tail = "" if end == len(text) and text[-1:] == text[:1] and len(text) > 1 else text[:1]
        try:
            value = ast.literal_eval(text[:end] + tail)
        except (SyntaxError, ValueError):
            continue
        if isinstance(value, str):
            return value
    return text


class Texts:
    """Composes texts of the objects of one step, found by serial."""

    def __init__(self, find: Find) -> None:
        self._find = find

    # ---- what OPT calls pretty-printed ----

    def str_text(self, thing: HeapObject) -> str | None:
        """Return the result of ``str``, or None if code of the program decides it."""
        content = thing.content
        if isinstance(content, ExceptionBody):
            return self.exception(thing)
        if isinstance(content, Instance):
            if self.defines(content.cls, "__str__"):
                return None
            if isinstance(content.base, Scalar) and self.builtin_base(content.cls) == "str":
                return string_value(content.base.text)
            return self._instance(thing, content, ())
        return self.repr(thing)

    def exception(self, thing: HeapObject) -> str:
        """Return the result of ``str`` for an exception, from its ``args`` and names of files."""
        content = thing.content
        if not isinstance(content, ExceptionBody) or content.args is None:
            return ""
        if content.cls is not None and self.defines(content.cls, "__str__"):
            return ""
        args = self._items(content.args)
        kinds = {thing.type, *self._base_names(content.cls)}
        if not args:
            return ""
        if kinds & {"BaseExceptionGroup", "ExceptionGroup"} and len(args) == 2:
            return self._group(args[0], args[1])
        if kinds & OS_ERRORS and 2 <= len(args) <= 5:
            number, words = self._repr(args[0], ()), self._str(args[1])
            fields = dict(content.attributes)
            files = [fields[one] for one in ("filename", "filename2") if one in fields]
            file = " -> ".join(self._repr(one, ()) for one in files)
            return f"[Errno {number}] {words}{': ' * bool(file)}{file}"
        if len(args) == 1:
            return self._repr(args[0], ()) if "KeyError" in kinds else self._str(args[0])
        return f"({self._reprs(args, ())})"

    def _group(self, message: int, members: int) -> str:
        inside = self._find(members)
        n = inside.content.length if inside and isinstance(inside.content, Sequence) else 0
        return f"{self._str(message)} ({n} sub-exception{'' if n == 1 else 's'})"

    def _str(self, serial: int) -> str:
        thing = self._find(serial)
        if thing is None:
            return ""
        if thing.type == "str" and isinstance(thing.content, Scalar):
            return string_value(thing.content.text)
        text = self.str_text(thing)
        return f"<{thing.type} object>" if text is None else text

    # ---- repr ----

    def repr(self, thing: HeapObject, around: tuple[int, ...] = ()) -> str:
        """Return the result of ``repr``, or ``<type object>`` if code of the program decides it."""
        content = thing.content
        if isinstance(content, Scalar):
            # For dates and numpy numbers the value is recorded, but not the form of their repr.
            return content.text if thing.type in LITERAL_TYPES else _opaque(thing)
        if thing.serial in around or len(around) > MAX_DEPTH:
            return RECURSIVE_TEXTS.get(thing.type, "...")
        inside = (*around, thing.serial)
        if isinstance(content, Sequence):
            return self._sequence(thing.type, thing.type, content, inside)
        if isinstance(content, Entries):
            return self._mapping(thing.type, thing.type, content, inside, None)
        if isinstance(content, Instance):
            text = self._instance(thing, content, around)
            return f"<{thing.type} object>" if text is None else text
        if isinstance(content, ExceptionBody):
            return self._exception_repr(thing, content, inside)
        if isinstance(content, ClassBody):
            own = bool(content.bases)
            return f"<class '{'__main__.' if own else ''}{content.name}'>"
        if isinstance(content, Other) and thing.type in VIEWS:
            return self._view(thing.type, content, inside)
        return _opaque(thing)

    def _repr(self, serial: int, around: tuple[int, ...]) -> str:
        thing = self._find(serial)
        return "?" if thing is None else self.repr(thing, around)

    def _reprs(self, serials: tuple[int, ...], around: tuple[int, ...]) -> str:
        return ", ".join(self._repr(one, around) for one in serials)

    def _exception_repr(
        self, thing: HeapObject, content: ExceptionBody, inside: tuple[int, ...]
    ) -> str:
        if content.cls is not None and self.defines(content.cls, "__repr__"):
            return f"<{thing.type} object>"
        return f"{thing.type}({self._reprs(self._items(content.args), inside)})"

    def _sequence(self, kind: str, name: str, content: Sequence, inside: tuple[int, ...]) -> str:
        items = self._reprs(content.items, inside)
        if kind == "list":
            return f"[{items}]"
        if kind == "tuple":
            return f"({items},)" if len(content.items) == 1 else f"({items})"
        if kind == "deque":
            return f"{name}([{items}])"
        if not content.items:
            return f"{name}()"
        return f"{{{items}}}" if name == "set" else f"{name}({{{items}}})"

    def _mapping(
        self, kind: str, name: str, content: Entries, inside: tuple[int, ...], factory: int | None
    ) -> str:
        entries = content.entries
        if kind == "Counter":
            entries = self._most_common(entries)
        text = ", ".join(
            f"{self._repr(key, inside)}: {self._repr(value, inside)}" for key, value in entries
        )
        if kind == "defaultdict":
            made = "None" if factory is None else self._repr(factory, inside)
            return f"{name}({made}, {{{text}}})"
        if kind in ("OrderedDict", "Counter"):
            return f"{name}({{{text}}})" if entries else f"{name}()"
        return f"{{{text}}}"

    def _most_common(self, entries: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        counts = {}
        for _, value in entries:
            thing = self._find(value)
            if thing is None or thing.type != "int" or not isinstance(thing.content, Scalar):
                return entries
            counts[value] = int(thing.content.text, 0)
        return tuple(sorted(entries, key=lambda entry: -counts[entry[1]]))

    def _view(self, kind: str, content: Other, inside: tuple[int, ...]) -> str:
        under = self._find(content.referents[0]) if content.referents else None
        entries = under.content.entries if under and isinstance(under.content, Entries) else ()
        pairs = [(self._repr(key, inside), self._repr(value, inside)) for key, value in entries]
        texts = {
            "dict_keys": [key for key, _ in pairs],
            "dict_values": [value for _, value in pairs],
            "dict_items": [f"({key}, {value})" for key, value in pairs],
        }[kind]
        return f"{kind}([{', '.join(texts)}])"

    # ---- instances ----

    def _instance(
        self, thing: HeapObject, content: Instance, around: tuple[int, ...]
    ) -> str | None:
        """Return the text of an instance that prints as a builtin or ``collections`` type does."""
        inside = (*around, thing.serial)
        base = content.base
        fields = self._fields(content.cls)
        if fields is not None and isinstance(base, Sequence):
            texts = (self._repr(item, inside) for item in base.items)
            pairs = zip(fields, texts, strict=False)
            return f"{thing.type}({', '.join(f'{name}={text}' for name, text in pairs)})"
        if base is None or isinstance(base, Other) or self.defines(content.cls, "__repr__"):
            return None
        attributes = dict(content.attributes)
        kind = self.builtin_base(content.cls) or thing.type
        if isinstance(base, Scalar):
            return f"{thing.type}({base.text})" if kind == "bytearray" else base.text
        if isinstance(base, Sequence):
            text = self._sequence(kind, thing.type, base, inside)
            maxlen = self._find(attributes.get("maxlen", 0))
            if kind == "deque" and maxlen and isinstance(maxlen.content, Scalar):
                return f"{text[:-1]}, maxlen={maxlen.content.text})"
            return text
        return self._mapping(kind, thing.type, base, inside, attributes.get("default_factory"))

    def defines(self, cls: int, name: str) -> bool:
        """Whether a class of the program defines ``name`` before any builtin base does."""
        for body in self.classes(cls):
            if name in dict(body.attributes):
                return "_field_defaults" not in dict(body.attributes)
        return False

    def builtin_base(self, cls: int) -> str | None:
        """Return the name of the first base that the program did not define."""
        for body in self.classes(cls):
            if not body.bases and body.name != "object":
                return body.name
        return None

    def _fields(self, cls: int) -> list[str] | None:
        """Return the fields of a named tuple, unless the program defines its ``__repr__``."""
        for body in self.classes(cls):
            attributes = dict(body.attributes)
            if "_field_defaults" in attributes and "_fields" in attributes:
                return self.strings(attributes["_fields"])
            if "__repr__" in attributes:
                return None
        return None

    def strings(self, serial: int) -> list[str]:
        """Return the strings in a recorded tuple."""
        return [self._str(item) for item in self._items(serial)]

    def _items(self, serial: int | None) -> tuple[int, ...]:
        """Return the items of a recorded sequence; none if it is not recorded."""
        found = self._find(serial) if serial is not None else None
        return found.content.items if found and isinstance(found.content, Sequence) else ()

    def _base_names(self, cls: int | None) -> set[str]:
        return {body.name for body in self.classes(cls)} if cls is not None else set()

    def classes(self, cls: int) -> Iterator[ClassBody]:
        """Yield the class and its bases, depth first, which is close to the resolution order."""
        waiting = [cls]
        seen = set()
        while waiting:
            serial = waiting.pop()
            thing = self._find(serial)
            if serial in seen or thing is None or not isinstance(thing.content, ClassBody):
                continue
            seen.add(serial)
            yield thing.content
            waiting.extend(reversed(thing.content.bases))


def _opaque(thing: HeapObject) -> str:
    content = thing.content
    if isinstance(content, Function):
        return f"<function {content.name}>"
    if isinstance(content, Method):
        return "<bound method>"
    if isinstance(content, Module):
        return f"<module '{content.name}'>"
    return f"<{thing.type} object>"


RECURSIVE_TEXTS: Mapping[str, str] = {
    "list": "[...]",
    "dict": "{...}",
    "tuple": "(...)",
    "set": "set(...)",
}
LITERAL_TYPES = frozenset(
    (
        *("NoneType", "NotImplementedType", "bool", "bytearray", "bytes", "complex", "ellipsis"),
        *("float", "int", "range", "slice", "str"),
    )
)
VIEWS = frozenset(("dict_keys", "dict_values", "dict_items"))
OS_ERRORS = frozenset(
    one.__name__
    for one in vars(builtins).values()
    if isinstance(one, type) and issubclass(one, OSError)
)
