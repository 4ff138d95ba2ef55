"""Formats a recorded object as Python would write it."""

from collections.abc import Iterable

from visualizer.explain.naming import describe
from visualizer.model import (
    Cell,
    ClassBody,
    ExceptionBody,
    Function,
    Heap,
    HeapObject,
    Instance,
    Module,
    Named,
    Scalar,
    shape_of,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

_BRACKETS = {"list": ("[", "]"), "tuple": ("(", ")"), "set": ("{", "}")} | {
    "frozenset": ("frozenset({", "})")
}
_EMPTY = {"set": "set()", "frozenset": "frozenset()"}
_DEEPEST = 3
"""The maximum depth of nested containers; deeper ones are written as their types."""


def written(serial: int, heap: Heap, most: int | None = None) -> str:
    """Return the value of an object, in at most ``most`` letters if that is given."""
    said = _Writing(heap, most).object(serial, ())
    return said if most is None or len(said) <= most else f"{said[: most - 1]}…"


class _Writing:
    """Writes nested objects, and stops at the maximum length."""

    def __init__(self, heap: Heap, most: int | None) -> None:
        self._heap, self._most = heap, most

    def object(self, serial: int, around: tuple[int, ...]) -> str:
        thing = self._heap.get(serial)
        if thing is None:
            return "?"
        if serial in around:
            return "[...]" if thing.type == "list" else "..."
        if isinstance(thing.content, Scalar):
            return thing.content.text
        if len(around) > _DEEPEST:
            return f"<{describe(serial, self._heap)}>"
        return self._content(thing, (*around, serial))

    def _content(self, thing: HeapObject, around: tuple[int, ...]) -> str:
        match thing.content:
            case SequenceContent(items=items, length=length):
                return self._sequence(thing.type, items, length, around)
            case MappingContent():
                return self._mapping(thing.type, thing.content, around)
            case Instance(base=None, attributes=attributes):
                return f"{thing.type}({self._named(attributes, around)})"
            case Instance(base=Scalar(text=text)):
                return text
            case Instance(base=SequenceContent(items=items, length=length)):
                shape = shape_of(thing, self._heap)
                return f"{thing.type}({self._sequence(shape, items, length, around)})"
            case Instance(base=MappingContent() as base):
                return f"{thing.type}({self._mapping('dict', base, around)})"
            case ExceptionBody(args=int(args)):
                return f"{thing.type}{self.object(args, around)}"
            case Cell(contents=int(contents)):
                return self.object(contents, around)
            case Function(name=name) | ClassBody(name=name) | Module(name=name):
                return name
        return f"<{describe(thing.serial, self._heap)}>"

    def _sequence(
        self, kind: str, items: tuple[int, ...], length: int, around: tuple[int, ...]
    ) -> str:
        if not length and kind in _EMPTY:
            return _EMPTY[kind]
        said = self._joined((self.object(one, around) for one in items), length)
        if kind == "tuple" and length == 1:
            said += ","
        opening, closing = _BRACKETS.get(kind, (f"{kind}([", "])"))
        return f"{opening}{said}{closing}"

    def _mapping(self, kind: str, content: MappingContent, around: tuple[int, ...]) -> str:
        pairs = (
            f"{self.object(key, around)}: {self.object(value, around)}"
            for key, value in content.entries
        )
        said = f"{{{self._joined(pairs, content.length)}}}"
        return said if kind == "dict" else f"{kind}({said})"

    def _named(self, names: Named, around: tuple[int, ...]) -> str:
        parts = (f"{name}={self.object(one, around)}" for name, one in names)
        return self._joined(parts, len(names))

    def _joined(self, parts: Iterable[str], count: int) -> str:
        """Join parts with commas; parts beyond the maximum are neither written nor read."""
        said: list[str] = []
        letters = 0
        for part in parts:
            said.append(part)
            letters += len(part) + 2
            if self._most is not None and letters > self._most:
                break
        more = [] if len(said) == count else ["…"]
        return ", ".join([*said, *more])
