"""Composes the result of ``str`` and ``repr`` of an object from its recorded content.

Python prints the texts itself: objects of builtin types, of ``collections`` and exceptions are
built anew, and a text stands for everything else. No code of the program runs: a class with its own
``__repr__`` or ``__str__`` has no text here. Texts contain no addresses.
"""

import ast
import builtins
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import MemberDescriptorType
from typing import Any

from visualizer.model import (
    ClassBody,
    ExceptionBody,
    Function,
    HeapObject,
    Instance,
    Mapping,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
    Thing,
    Unavailable,
)
from visualizer.model.values import plain

MAX_DEPTH = 100
"""The nesting depth beyond which a text is ``...``."""
_WRITTEN = ("NotImplementedType", "bytearray", "slice")
"""Further types whose recorded text is their ``repr``."""
_RECURSIVE = {"tuple": "(...)", "set": "set(...)"}
_REFUSALS = (AttributeError, OverflowError, TypeError, ValueError)
"""The errors by which builtin exceptions refuse arguments and attributes."""
_FILLED = {"deque": deque, "Counter": Counter, "OrderedDict": OrderedDict}

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


class _Written:
    """Stands for an object whose texts are known."""

    def __init__(self, text: str, printed: str | None = None) -> None:
        self._text, self._printed = text, text if printed is None else printed

    def __repr__(self) -> str:
        return self._text

    def __str__(self) -> str:
        return self._printed


def _printed(text: str) -> str:
    """Return what ``print`` shows of the object whose ``repr`` is ``text``."""
    return string_value(text) if text.startswith(("'", '"')) else text


def _can_print(made: BaseException) -> bool:
    """Whether Python prints an exception without reading memory of other objects.

    CPython 3.13.0 checks neither the type of ``object`` nor that ``start`` is not negative.
    """
    if not isinstance(made, UnicodeDecodeError | UnicodeEncodeError | UnicodeTranslateError):
        return True
    kind = bytes if isinstance(made, UnicodeDecodeError) else str
    return isinstance(made.object, kind) and made.start >= 0


class Texts:
    """Composes texts of the objects of one step, found by serial."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._unfinished: dict[int, Any] = {}

    def str_text(self, thing: HeapObject) -> str | None:
        """Return the result of ``str``, or None if code of the program decides it."""
        content = thing.content
        if isinstance(content, Instance) and self.defines(content.cls, "__str__"):
            return None
        text = str(self._of(thing.serial, 0))
        return None if text == _name(thing) else text

    def repr(self, thing: HeapObject) -> str:
        """Return the result of ``repr``, or ``<type object>`` if code of the program decides it."""
        return repr(self._of(thing.serial, 0))

    def _of(self, serial: int | None, depth: int) -> Any:
        """Return an object inside ``depth`` others, or what stands for it."""
        thing = self._find(serial) if serial is not None else None
        if serial is None or thing is None:
            return _Written("?")
        if depth > MAX_DEPTH:
            return _Written("...")
        if serial in self._unfinished:
            return self._unfinished[serial]
        self._unfinished[serial] = _Written(_RECURSIVE.get(thing.type, "..."))
        made = self._make(thing, depth + 1)
        del self._unfinished[serial]
        return made

    def _make(self, thing: HeapObject, depth: int) -> Any:
        match thing.content:
            case Scalar() as content:
                text = content.text
                # The digits of a number that Python refuses to print are recorded as hexadecimal.
                is_long = thing.type == "int" and "x" in text
                found = plain(thing.serial, thing.type, content)
                if not is_long and not isinstance(found, Thing | Unavailable):
                    return found
                # Dates are not written as they are recorded, but a part of a long value is.
                is_written = is_long or content.length is not None or thing.type in _WRITTEN
                return _Written(text, _printed(text)) if is_written else _Written(_name(thing))
            case Sequence() | Mapping() as content:
                return self._container(thing, thing.type, content, depth)
            case Instance() as content:
                return self._instance(thing, content, depth)
            case ExceptionBody() as content:
                return self._exception(thing, content, depth)
            case ClassBody(name=name, bases=bases):
                return _Written(f"<class '{'__main__.' * bool(bases)}{name}'>")
            case Other(referents=[under, *_]) if thing.type.startswith("dict_"):
                view = getattr(dict, thing.type.removeprefix("dict_"), None)
                inner = self._of(under, depth)
                return view(inner) if view and isinstance(inner, dict) else _Written(_name(thing))
        return _Written(_name(thing))

    def _container(
        self, thing: HeapObject, kind: str, content: Sequence | Mapping, depth: int
    ) -> Any:
        """Return a container, which exists before its items, as they may refer to it."""
        name = thing.type
        made: Any = [] if isinstance(content, Sequence) else {}
        if kind in _FILLED:
            made = type(name, (_FILLED[kind],), {})() if name != kind else _FILLED[kind]()
        if kind != "tuple":
            self._unfinished[thing.serial] = made
        if isinstance(content, Mapping):
            for key, value in content.entries:
                self._put(made, self._of(key, depth), self._of(value, depth))
            return made
        made += [self._of(item, depth) for item in content.items]
        if kind == "tuple":
            return tuple(made)
        if kind in ("set", "frozenset"):
            # In the order of the recording.
            items = f"{{{repr(made)[1:-1]}}}" if made else ""
            return _Written(items if items and name == "set" else f"{name}({items})")
        return made

    @staticmethod
    def _put(made: dict[Any, Any], key: Any, value: Any) -> None:
        try:
            is_other = key not in made  # the program's class may compare otherwise
        except TypeError:  # a list of a class that can be hashed
            is_other = False
        made[key if is_other else _Written(repr(key))] = value

    # ---- instances ----

    def _instance(self, thing: HeapObject, content: Instance, depth: int) -> Any:
        """Return an instance of a class that prints as a builtin or ``collections`` type does."""
        base, name = content.base, thing.type
        fields = self._fields(content.cls)
        if fields is not None and isinstance(base, Sequence):
            pairs = zip(fields, base.items, strict=False)
            shown = (f"{field}={self._of(item, depth)!r}" for field, item in pairs)
            return _Written(f"{name}({', '.join(shown)})")
        if base is None or isinstance(base, Other) or self.defines(content.cls, "__repr__"):
            return _Written(_name(thing))
        kind, attributes = self.builtin_base(content.cls) or name, dict(content.attributes)
        if isinstance(base, Scalar):
            return _Written(base.text, _printed(base.text))
        made = self._container(thing, kind, base, depth)
        if kind == "defaultdict":
            factory = attributes.get("default_factory")
            made_by = None if factory is None else self._of(factory, depth)
            return _Written(f"{name}({made_by!r}, {made!r})")
        return made

    def _exception(self, thing: HeapObject, content: ExceptionBody, depth: int) -> Any:
        given = [self._of(item, depth) for item in self._items(content.args)]
        names, own = [thing.type], {}
        if content.cls is not None:
            names = [body.name for body in self.classes(content.cls) if not body.bases]
            texts = ("__str__", ""), ("__repr__", _name(thing))
            defined = [one for one in texts if self.defines(content.cls, one[0])]
            own = {name: lambda _, text=text: text for name, text in defined}
        known = (getattr(builtins, one, None) for one in names)
        kinds = (one for one in known if isinstance(one, type) and issubclass(one, BaseException))
        for base in (next(kinds, Exception), Exception):
            # Some builtin classes take their arguments in another way than classes of the program.
            is_base = content.cls is None and base.__name__ == thing.type
            kind = base if is_base else type(thing.type, (base,), own)
            with suppress(*_REFUSALS):
                made = kind(*given)
                for name, serial in content.attributes:
                    if isinstance(getattr(base, name, None), MemberDescriptorType):
                        with suppress(*_REFUSALS):
                            setattr(made, name, self._of(serial, depth))
                if _can_print(made):
                    return made
        return _Written(_name(thing))

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
            # Of a class of the library only its name and its fields are recorded.
            if "_fields" in attributes and ("_field_defaults" in attributes or not body.bases):
                return self.strings(attributes["_fields"])
            if "__repr__" in attributes:
                return None
        return None

    def strings(self, serial: int) -> list[str]:
        """Return the strings in a recorded tuple."""
        return [str(self._of(item, 0)) for item in self._items(serial)]

    def _items(self, serial: int | None) -> tuple[int, ...]:
        """Return the items of a recorded sequence; none if it is not recorded."""
        found = self._find(serial) if serial is not None else None
        return found.content.items if found and isinstance(found.content, Sequence) else ()

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


def _name(thing: HeapObject) -> str:
    match thing.content:
        case Function(name=name):
            return f"<function {name}>"
        case Method():
            return "<bound method>"
        case Module(name=name):
            return f"<module '{name}'>"
    return f"<{thing.type} object>"
