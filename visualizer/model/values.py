"""Values of recorded objects, rebuilt from their text for exact builtin types.

This runs no code of the program; every other object is a ``Thing``, known by its serial.
"""

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import cast

from visualizer.model.content import Content, Instance, Mapping, Scalar, Sequence
from visualizer.model.run import HeapObject

_PLAIN = ("int", "float", "complex", "bool", "str", "bytes", "NoneType", "ellipsis")
_WORDS = {"True": True, "False": False, "None": None}
_NUMBERS = {"inf": float("inf"), "-inf": float("-inf"), "nan": float("nan")}
_INDEXED = ("list", "tuple", "deque")
SEQUENCES: dict[str, Callable[[list[object]], object]] = {
    "list": list,
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
}
"""The constructors of containers, by the names of their types."""
DEEPEST = 50
"""The deepest nesting of containers that is rebuilt."""


class Unavailable(Enum):
    """Why there is no value."""

    CUT = "cut"
    """The recording does not have the whole of it, or it is too large to be made."""
    UNKNOWN = "unknown"
    """The recording does not have it, or its text cannot be read."""
    OTHER = "other"
    """The object is not of the requested kind."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An object that is no plain value."""

    serial: int


type Value = object
"""A plain value, ``Unavailable``, or a ``Thing``."""
type Whole = tuple[object, int, list[int], Unavailable | None]
"""A value with everything in it; how many more items may be made; the things in it, in the order
found; and why the making ended early, if it did: then there is no value."""
type Found = tuple[int | None, list[int], Unavailable | None]
"""The object found, if any; the things compared before; and why the search failed, if it did."""


def plain(serial: int, type_: str, content: Content) -> object:
    """The value of an object, ``Unavailable``, or the ``Thing`` that it is."""
    if not isinstance(content, Scalar) or type_ not in (*_PLAIN, "range"):
        return Thing(serial)
    text = content.text
    try:
        if type_ == "range":
            return range(*ast.literal_eval(text.removeprefix("range")))
        if content.length is not None:
            return Unavailable.CUT
        if text in _WORDS:
            return _WORDS[text]
        if text in _NUMBERS:
            return _NUMBERS[text]
        return ... if type_ == "ellipsis" else _read(type_, text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return Unavailable.UNKNOWN


def _read(type_: str, text: str) -> object:
    # Reading nearly all texts without a parser takes a tenth of the time.
    if type_ == "int" and text.removeprefix("-").isdecimal():
        return int(text)
    if type_ == "complex":
        return complex(text)
    if type_ == "str" and text.isprintable() and "\\" not in text:
        quote, inside = text[:1], text[1:-1]
        if len(text) > 1 and quote in ("'", '"') and text[-1] == quote and quote not in inside:
            return inside
    return ast.literal_eval(text)


class Values:
    """Gives the values of the objects that ``shown`` returns.

    The follower in C does the same from its own data, much faster (``recording/follow/values.c``);
    the tests compare both.
    """

    def shown(self, serial: int, /) -> HeapObject | None:
        """An object, None where there is none of that serial."""
        raise NotImplementedError

    def plain(self, serial: int, /) -> object:
        """The value of an object, ``Unavailable``, or the ``Thing`` that it is."""
        one = self.shown(serial)
        return Unavailable.UNKNOWN if one is None else plain(serial, one.type, one.content)

    def whole(self, serial: int, most: int, /) -> Whole:
        """The value with everything in it, ``most`` items in all.

        Raises ``TypeError`` if an item of a set, or a key of a dict, is not hashable.
        """
        making = _Making(self, most)
        value = making.of(serial, ())
        made = value if making.fault is None else None
        return made, making.left, making.things, making.fault

    def length(self, serial: int, /) -> int | None:
        """The number of items of a container; None for other objects."""
        one = self.shown(serial)
        content = None if one is None else one.content
        return content.length if isinstance(content, Sequence | Mapping) else None

    def item(self, serial: int, at: int, /) -> int | Unavailable | None:
        """The item at an index of a list, a tuple or a deque; a negative one counts from the end.

        None where there is none.
        """
        one = self.shown(serial)
        if one is None or not isinstance(one.content, Sequence) or one.type not in _INDEXED:
            return Unavailable.OTHER
        content, place = one.content, at + one.content.length if at < 0 else at
        if not 0 <= place < content.length:
            return None
        return content.items[place] if place < len(content.items) else Unavailable.CUT

    def entry(self, serial: int, key: object, most: int, /) -> Found:
        """The value of the entry of a dict under ``key``; each of its keys is made ``whole``."""
        one = self.shown(serial)
        if one is None or not isinstance(one.content, Mapping) or one.type != "dict":
            return None, [], Unavailable.OTHER
        things = list[int]()
        for known, found in one.content.entries:
            value, _, inside, fault = self.whole(known, most)
            things += inside
            if fault is not None:
                return None, things, fault
            if value == key:
                return found, things, None
        is_whole = len(one.content.entries) == one.content.length
        return None, things, None if is_whole else Unavailable.CUT

    def attribute(self, serial: int, name: str, /) -> tuple[int, int | None] | None:
        """The class of an instance, and its own attribute of that name; None for other objects."""
        one = self.shown(serial)
        if one is None or not isinstance(one.content, Instance):
            return None
        return one.content.cls, dict(one.content.attributes).get(name)


class _Making:
    """Makes one whole value."""

    def __init__(self, values: Values, left: int) -> None:
        self._values, self.left = values, left
        self.things: list[int] = []
        self.fault: Unavailable | None = None

    def of(self, serial: int, around: tuple[int, ...]) -> object:
        """Return the value, which is invalid once there is a fault."""
        found = self._values.plain(serial)
        if isinstance(found, Unavailable):
            self.fault = found
        if not isinstance(found, Thing):
            return found
        if serial in around or len(around) > DEEPEST:
            self.fault = Unavailable.CUT
            return None
        one = cast(HeapObject, self._values.shown(serial))
        content, inside = one.content, (*around, serial)
        if isinstance(content, Sequence) and one.type in SEQUENCES:
            items = content.items if self._charge(len(content.items), content.length) else ()
            made = [*self._all(items, inside)]
            return None if self.fault else SEQUENCES[one.type](made)
        if isinstance(content, Mapping) and one.type == "dict":
            return self._dict(content, inside)
        self.things.append(serial)
        return found

    def _dict(self, content: Mapping, inside: tuple[int, ...]) -> object:
        made = dict[object, object]()
        entries = content.entries if self._charge(len(content.entries), content.length) else ()
        for entry in entries:
            key_and_value = [*self._all(entry, inside)]
            if self.fault is not None:
                return None
            made[key_and_value[0]] = key_and_value[1]
        return made

    def _all(self, serials: Iterable[int], inside: tuple[int, ...]) -> Iterable[object]:
        for serial in serials:
            yield self.of(serial, inside)
            if self.fault is not None:
                return

    def _charge(self, known: int, length: int) -> bool:
        self.left -= length
        if known != length or self.left < 0:
            self.fault = Unavailable.CUT
        return self.fault is None
