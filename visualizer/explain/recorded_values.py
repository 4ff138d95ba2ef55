"""Values of a recorded state, as far as it tells them; what it cannot tell is said, not guessed.

Nothing of the program is run: values of exact builtin types are made again from their text, all
else stays a ``Thing`` that is known by its serial.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import (
    Array,
    ClassBody,
    Function,
    Generator,
    HeapObject,
    Instance,
    Iterator,
    Method,
    Module,
    Scalar,
    Sequence,
)
from visualizer.model import Mapping as MappingContent

type Heap = Mapping[int, HeapObject]

_PLAIN = ("int", "float", "complex", "bool", "str", "bytes", "NoneType", "ellipsis")
_NUMBERS = {"inf": float("inf"), "-inf": float("-inf"), "nan": float("nan")}
_SEQUENCES: dict[str, Callable[[list[object]], object]] = {
    "list": list,
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
}
MOST_ITEMS = 20_000
"""Items that are compared at most, so that no condition takes long at any step."""


class CannotTell(Exception):
    """The recording does not answer this; ``told`` says what of it, and why."""

    def __init__(self, told: Sentence) -> None:
        super().__init__(told.key)
        self.told = told


@dataclass(frozen=True, slots=True)
class Thing:
    """An object that is no plain value."""

    serial: int


def value_of(serial: int, heap: Heap, text: str) -> object:
    """A plain value, or the ``Thing`` that the object is; ``text`` is what was asked for."""
    found = heap.get(serial)
    if found is None:
        raise CannotTell(sentence("condition.not_recorded", text=text))
    content = found.content
    if not isinstance(content, Scalar):
        return Thing(serial)
    if found.type == "range":
        return _range(content, text)
    if found.type not in _PLAIN:
        return Thing(serial)
    if content.length is not None:
        raise CannotTell(sentence("condition.too_long", text=text))
    if content.text in _NUMBERS:
        return _NUMBERS[content.text]
    try:
        if found.type == "int" and content.text.isdecimal():
            return int(content.text)  # as nearly all are, at a tenth of the time
        return ... if found.type == "ellipsis" else ast.literal_eval(content.text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        raise CannotTell(sentence("condition.not_recorded", text=text)) from None


def _range(content: Scalar, text: str) -> range:
    try:
        numbers = ast.literal_eval(content.text.removeprefix("range"))
        return range(*numbers)
    except (ValueError, SyntaxError, TypeError):
        raise CannotTell(sentence("condition.not_recorded", text=text)) from None


class Whole:
    """Makes the whole value of a container of exact builtin types, as far as that is short."""

    def __init__(self, heap: Heap, text: str) -> None:
        self._heap, self._text = heap, text
        self._left = MOST_ITEMS

    def of(self, value: object, around: tuple[int, ...] = ()) -> object:
        """``value`` with everything in it; raises ``CannotTell``."""
        if not isinstance(value, Thing):
            return value
        found = self._heap[value.serial]
        content = found.content
        if value.serial in around or len(around) > 50:
            raise CannotTell(sentence("condition.too_long", text=self._text))
        inside = (*around, value.serial)
        if isinstance(content, Sequence) and found.type in _SEQUENCES:
            self._take(len(content.items), content.length)
            items = [self._inner(item, inside) for item in content.items]
            return _SEQUENCES[found.type](items)
        if isinstance(content, MappingContent) and found.type == "dict":
            self._take(len(content.entries), content.length)
            pairs = content.entries
            return {self._inner(k, inside): self._inner(v, inside) for k, v in pairs}
        if has_own_look(value, self._heap):
            raise CannotTell(sentence("condition.runs_code", text=self._text))
        # Equal to itself alone, which the same Thing is too.
        return value

    def _inner(self, serial: int, around: tuple[int, ...]) -> object:
        return self.of(value_of(serial, self._heap, self._text), around)

    def _take(self, known: int, length: int) -> None:
        self._left -= length
        if known != length or self._left < 0:
            raise CannotTell(sentence("condition.too_long", text=self._text))


def has_own_look(thing: Thing, heap: Heap) -> bool:
    """Whether comparing it, or asking whether it is true, may be code that is not known here."""
    content = heap[thing.serial].content
    if isinstance(content, Function | Method | Module | Generator | Iterator):
        return False
    if isinstance(content, ClassBody):
        return heap[thing.serial].type != "type"
    if not isinstance(content, Instance) or content.base is not None:
        return True
    classes = lineage(content.cls, heap)
    if classes is None:
        return True
    own = {name for one in classes for name, _ in one.attributes}
    return not own.isdisjoint(("__eq__", "__hash__", "__bool__", "__len__"))


def lineage(cls: int, heap: Heap) -> tuple[ClassBody, ...] | None:
    """A class and all it inherits from, in the order of its ``__mro__``, without ``object``.

    None where one of them is not the program's, so that what it has is not known.
    """
    order = _mro(cls, heap, 0)
    if order is None:
        return None
    found = []
    for serial in order:
        body = heap[serial].content
        assert isinstance(body, ClassBody)
        if body.bases:
            found.append(body)
        elif body.name != "object":
            return None
    return tuple(found)


def _mro(cls: int, heap: Heap, depth: int) -> list[int] | None:
    """C3, as ``type.mro`` has it (https://www.python.org/download/releases/2.3/mro/)."""
    known = heap.get(cls)
    if known is None or not isinstance(known.content, ClassBody) or depth > 50:
        return None
    bases = list(known.content.bases)
    lines = [_mro(base, heap, depth + 1) for base in bases]
    rest = [list(line) for line in lines if line is not None]
    if len(rest) != len(bases):
        return None
    rest.append(bases)
    order = [cls]
    while rest := [line for line in rest if line]:
        heads = (line[0] for line in rest)
        head = next((one for one in heads if all(one not in line[1:] for line in rest)), None)
        if head is None:
            return None
        order.append(head)
        rest = [[one for one in line if one != head] for line in rest]
    return order


def length_of(value: object, heap: Heap, text: str) -> int:
    """``len(value)``; raises ``CannotTell``."""
    if isinstance(value, str | bytes | range | list | tuple | set | dict):
        return len(value)
    if isinstance(value, Thing):
        match heap[value.serial].content:
            case Sequence(length=length) | MappingContent(length=length):
                return length
            case Array(shape=(first, *_)):
                return first
            case Instance():
                raise CannotTell(sentence("condition.runs_code", text=text))
    raise CannotTell(sentence("condition.raises", text=text, error="TypeError"))


def truth_of(value: object, heap: Heap, text: str) -> bool:
    """Whether ``value`` is true as a condition; raises ``CannotTell``."""
    if not isinstance(value, Thing):
        return bool(value)
    content = heap[value.serial].content
    if isinstance(content, Sequence | MappingContent):
        return content.length > 0
    if has_own_look(value, heap):
        raise CannotTell(sentence("condition.runs_code", text=text))
    return True
