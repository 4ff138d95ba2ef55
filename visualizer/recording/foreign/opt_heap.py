"""Gives the objects of a trace serials and contents of the wire.

A trace identifies objects by small numbers, and reuses a number once its object is unreachable.
Numbers, texts and None are inline, without identity: equal ones become one object.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from visualizer.model import program_tree
from visualizer.recorder import wire
from visualizer.recording.foreign.opt_file import Fault, need

type Key = tuple[str, ...]
"""The identity of an object while it lives: the kind of key, then its parts."""

_LAMBDA = re.compile(r"(.*?)\(.*?(?: <line (\d+)>)?\Z", re.DOTALL)
_SPECIAL_FLOATS = {"Infinity": "inf", "-Infinity": "-inf", "NaN": "nan"}
_SEQUENCES = {"LIST": "list", "TUPLE": "tuple", "SET": "set"}


class Thing(NamedTuple):
    """An object at a step: its type, the kind of its content, its operands and its text."""

    type: str
    kind: int
    operands: tuple[int, ...]
    text: bytes = b""


class Names:
    """Numbers names in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._new: list[str] = []

    def number(self, text: str) -> int:
        """Return the number of a name."""
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = len(self._numbers)
            self._new.append(text)
        return found

    def take_new(self) -> list[bytes]:
        """Return the names that were not sent yet."""
        new, self._new = self._new, []
        return [text.encode("utf-8", "surrogatepass") for text in new]


class Heap:
    """The objects of one step after another; ``things`` has those of the current step."""

    def __init__(self, names: Names, code: str) -> None:
        self._names, self._lines = names, _lines_of_functions(code)
        self._serials: dict[Key, tuple[int, str]] = {}
        self._now: dict[Key, tuple[int, str]] = {}
        self._last = 0
        self._heap: dict[str, list[Any]] = {}
        self._classes: dict[str, str] = {}
        self.things: dict[int, Thing] = {}

    def begin(self, heap: dict[str, list[Any]]) -> None:
        """Begin a step with these objects."""
        self._heap, self._now, self.things = heap, {}, {}
        named = [(str(one[1]), key) for key, one in heap.items() if one[0] == "CLASS" and one[1:]]
        # If classes share a name, a trace does not say to which one an object belongs.
        self._classes = {
            name: key for name, key in named if sum(name == other for other, _ in named) == 1
        }
        for key in heap:
            self._object(key)

    def end(self) -> None:
        """End the step: objects not met in it are gone."""
        self._serials = self._now

    def value(self, found: Any) -> int:
        """Return the serial of a value of the trace. Raises ``Fault``."""
        match found:
            case None | bool() | int() | float() | str():
                return self._scalar(type(found).__name__, repr(found))
            case ["REF", int(number)]:
                if str(number) not in self._heap:
                    raise Fault(f"heap object {number} is not there")
                return self._object(str(number))
            case ["SPECIAL_FLOAT", str(text)]:
                return self._scalar("float", _SPECIAL_FLOATS.get(text, text))
            case ["IMPORTED_FAUX_PRIMITIVE", str(text)]:
                return self._scalar(text, text)
        raise Fault("a value is of no known kind")

    def exception(self, message: str) -> int:
        """Return the serial of an exception known only by its message."""
        name, _, said = message.partition(":")
        return self._scalar(name.strip() or "Exception", said.strip(), "exception")

    def _scalar(self, type_: str, text: str, kind: str = "scalar") -> int:
        serial = self._serial((kind, type_, text), type_)
        if serial not in self.things:
            self.things[serial] = _written(type_, text)
        return serial

    def _serial(self, key: Key, type_: str) -> int:
        found = self._now.get(key)
        if found is None:
            found = self._serials.get(key)
            if found is None or found[1] != type_:
                self._last += 1
                found = self._last, type_
            self._now[key] = found
        return found[0]

    def _object(self, key: str) -> int:
        known = self._now.get(("object", key))
        if known is not None:
            return known[0]
        tag, *rest = self._heap[key]
        read = _READERS.get(tag) if isinstance(tag, str) else None
        if read is None:
            raise Fault(f"heap object {key[:20]} is of no known kind")
        serial = self._serial(("object", key), _type_of(tag, rest))
        # It has its serial already: it may contain itself.
        try:
            self.things[serial] = read(self, tag, rest)
        except RecursionError as error:
            raise Fault("its objects are nested too deeply") from error
        return serial

    # ---- contents by kind ----

    def sequence(self, tag: str, rest: list[Any]) -> Thing:
        """A list, tuple or set."""
        items = tuple(self.value(one) for one in rest[: wire.MOST_ITEMS])
        return Thing(_SEQUENCES[tag], wire.SEQUENCE, (len(rest), *items))

    def mapping(self, _tag: str, rest: list[Any]) -> Thing:
        """A dict."""
        flat = [self.value(one) for pair in rest[: wire.MOST_ITEMS] for one in _pair(pair)]
        return Thing("dict", wire.MAPPING, (len(rest), *flat))

    def instance(self, _tag: str, rest: list[Any]) -> Thing:
        """An object of a class."""
        name = _text(rest, 0)
        own = self._attributes(rest[1:])
        return Thing(name, wire.INSTANCE, (self._class(name), len(own) // 2, *own))

    def printed(self, _tag: str, rest: list[Any]) -> Thing:
        """An object that the trace shows by its text."""
        name = _text(rest, 0)
        thing, own = _written(name, _text(rest, 1)), self._attributes(rest[2:])
        if not own:
            return thing
        base = thing.kind, len(thing.operands), *thing.operands
        operands = (self._class(name), len(own) // 2, *own, *base)
        return Thing(name, wire.INSTANCE, operands, thing.text)

    def primitive(self, _tag: str, rest: list[Any]) -> Thing:
        """A value to which the trace was asked to give an identity."""
        name = _text(rest, 0)
        value = rest[1] if len(rest) > 1 else None
        if isinstance(value, list):
            value = value[-1]
        return _written(name, repr(value) if not isinstance(value, dict) else "?")

    def class_(self, _tag: str, rest: list[Any]) -> Thing:
        """A class of the program."""
        name, bases = _text(rest, 0), need(rest[1] if rest[1:] else None, list, "bases")
        serials = [self._class(need(one, str, "a base")) for one in bases]
        own = self._attributes(rest[2:])
        number = self._names.number(name)
        return Thing("type", wire.CLASS, (number, len(serials), *serials, *own))

    def function(self, _tag: str, rest: list[Any]) -> Thing:
        """A function, of which the trace has the signature."""
        found = _LAMBDA.match(_text(rest, 0))
        name, line = found.groups() if found is not None else (_text(rest, 0), None)
        at = int(line) if line is not None and len(line) < 9 else self._lines.get(name, 0)
        given = rest[2] if rest[2:] and isinstance(rest[2], list) else []
        defaults = [self.value(_pair(one)[1]) for one in given]
        operands = (self._names.number(name), at, 0, 0, len(defaults), *defaults)
        return Thing("function", wire.FUNCTION, operands)

    def _attributes(self, pairs: Sequence[Any]) -> list[int]:
        found: dict[str, int] = {}
        for pair in pairs:
            name, value = _pair(pair)
            found[name if isinstance(name, str) else repr(name)] = self.value(value)
        return [one for name, serial in found.items() for one in (self._names.number(name), serial)]

    def _class(self, name: str) -> int:
        key = self._classes.get(name)
        if key is not None:
            return self._object(key)
        serial = self._serial(("class", name), "type")
        self.things[serial] = Thing("type", wire.CLASS, (self._names.number(name), 0))
        return serial


type _Read = Callable[[Heap, str, list[Any]], Thing]

_READERS: dict[str, _Read] = {
    "LIST": Heap.sequence,
    "TUPLE": Heap.sequence,
    "SET": Heap.sequence,
    "DICT": Heap.mapping,
    "INSTANCE": Heap.instance,
    "INSTANCE_PPRINT": Heap.printed,
    "HEAP_PRIMITIVE": Heap.primitive,
    "CLASS": Heap.class_,
    "FUNCTION": Heap.function,
}


def _written(type_: str, text: str) -> Thing:
    """Return an object known by its text, cut to the length that a recording stores."""
    cut = text[: wire.MOST_ITEMS].encode("utf-8", "surrogatepass")
    length = len(text) if len(text) > wire.MOST_ITEMS else -1
    return Thing(type_, wire.SCALAR, (length, len(cut)), cut)


def _type_of(tag: str, rest: list[Any]) -> str:
    fixed = {**_SEQUENCES, "DICT": "dict", "CLASS": "type", "FUNCTION": "function"}
    return fixed.get(tag) or _text(rest, 0)


def _text(rest: list[Any], at: int) -> str:
    return need(rest[at] if at < len(rest) else None, str, "a heap object's text")


def _pair(found: Any) -> tuple[Any, Any]:
    if not isinstance(found, list) or len(found) != 2:
        raise Fault("a pair does not have two parts")
    return found[0], found[1]


def _lines_of_functions(code: str) -> dict[str, int]:
    """Return the first line of each function, 0 if several share its name."""
    found: dict[str, int] = {}
    for node in ast.walk(program_tree(code)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found[node.name] = 0 if node.name in found else node.lineno
    return found
