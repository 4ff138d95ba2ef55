"""The known values of a recorded state; unknown values are refused, not guessed.

No code of the program runs: values of exact builtin types are rebuilt from their text, everything
else stays a ``Thing`` known by its serial.
"""

from collections.abc import Iterable, Mapping
from itertools import chain

from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import (
    Array,
    ClassBody,
    Content,
    Function,
    Generator,
    Heap,
    HeapObject,
    Instance,
    Iterator,
    Method,
    Module,
    Thing,
    Unavailable,
    Values,
)
from visualizer.model.asking import Objects

MOST_ITEMS = 20_000
"""The maximum number of items that are compared, which limits the time of a condition."""
_MOST_CLASSES = 256
_COMPARING, _TRUTH = ("__eq__", "__hash__"), ("__bool__", "__len__")


class Undecidable(Exception):
    """The recording does not answer the question; ``message`` has the part and the reason."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message.key)
        self.message = message


class OfHeap(Values):
    """The values of objects that are all known, by serial."""

    def __init__(self, heap: Heap) -> None:
        self._heap = heap

    def shown(self, serial: int, /) -> HeapObject | None:
        """Return the object with a serial; None if there is none."""
        return self._heap.get(serial)


def doubt(key: str, text: str, **more: str) -> Undecidable:
    """Return the refusal of the part that is written as ``text``."""
    return Undecidable(sentence(key, text=text, **more))


def unavailable(why: Unavailable, text: str) -> Undecidable:
    """Return the refusal for an object without a known value."""
    return doubt("condition.too_long" if why is Unavailable.CUT else "condition.not_recorded", text)


def value_of(serial: int, objects: Objects, text: str) -> object:
    """Return a plain value, or the object as a ``Thing``; ``text`` is the expression."""
    found = objects.plain(serial)
    if isinstance(found, Unavailable):
        raise unavailable(found, text)
    return found


class Whole:
    """Makes the whole values of containers of exact builtin types, up to ``MOST_ITEMS`` items."""

    def __init__(self, objects: Objects, text: str) -> None:
        self._objects, self._text = objects, text
        self._left = MOST_ITEMS

    def of(self, value: object) -> object:
        """Return ``value`` with all its contents; raises ``Undecidable``, and ``TypeError``."""
        if not isinstance(value, Thing):
            return value
        made, self._left, things, fault = self._objects.whole(value.serial, self._left)
        refuse_own_looks(things, self._objects, self._text)
        if fault is not None:
            raise unavailable(fault, self._text)
        return made


def refuse_own_looks(things: list[int], objects: Objects, text: str) -> None:
    """Raise ``Undecidable`` if any of the things may compare by its own code."""
    for serial in things:
        if _may_run(_COMPARING, serial, objects):
            raise doubt("condition.runs_code", text)


def _may_run(methods: tuple[str, ...], serial: int, objects: Objects) -> bool:
    """Whether an object may have one of the methods, whose code is not known here."""
    one = objects.shown(serial)
    content = None if one is None else one.content
    if isinstance(content, Function | Method | Module | Generator | Iterator):
        return False
    if isinstance(content, ClassBody):
        return one is not None and one.type != "type"
    if not isinstance(content, Instance) or content.base is not None:
        return True
    attributes = lineage(content.cls, objects)
    return attributes is None or any(name in attributes for name in methods)


_PLAIN = ("object", "ABC")
"""The classes of the library that no object behaves differently for."""

type _Read = list[tuple[int, Content | None]]

_lineages: dict[int, tuple[_Read, Mapping[str, int] | None]] = {}
"""The known lineages with the objects that they were read from, cached for other steps."""


def lineage(cls: int, objects: Objects) -> Mapping[str, int] | None:
    """Return the attributes of a class and its bases except plain ones, the nearest first.

    None if another base is not the program's, so that its attributes are unknown.
    """
    known = _lineages.get(cls)
    if known is not None and all(
        getattr(objects.shown(serial), "content", None) is content for serial, content in known[0]
    ):
        return known[1]
    read: _Read = []
    found = _attributes(cls, objects, read)
    if len(_lineages) >= _MOST_CLASSES:
        _lineages.clear()
    _lineages[cls] = read, found
    return found


def ancestors(cls: int, objects: Objects) -> Mapping[int, ClassBody] | None:
    """Return a class and the classes that it derives from, by serial; None if one is unknown.

    Classes that the program did not define have no bases.
    """
    bodies = dict[int, ClassBody]()
    return bodies if _mro(cls, objects, 0, [], bodies) is not None else None


def _attributes(cls: int, objects: Objects, read: _Read) -> dict[str, int] | None:
    bodies = dict[int, ClassBody]()
    order = _mro(cls, objects, 0, read, bodies)
    if order is None:
        return None
    found = dict[str, int]()
    for body in (bodies[serial] for serial in reversed(order)):
        if body.bases:
            found |= dict(body.attributes)
        elif body.name not in _PLAIN:
            return None
    return found


def _mro(
    cls: int, objects: Objects, depth: int, read: _Read, bodies: dict[int, ClassBody]
) -> list[int] | None:
    """Return the C3 order, as ``type.mro`` (https://www.python.org/download/releases/2.3/mro/)."""
    known = objects.shown(cls)
    content = None if known is None else known.content
    read.append((cls, content))
    if not isinstance(content, ClassBody) or depth > 50:
        return None
    bodies[cls], bases = content, list(content.bases)
    lines = [_mro(base, objects, depth + 1, read, bodies) for base in bases]
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


def leaves(value: object) -> Iterable[object]:
    """Return the values in a value that are not containers; an empty container has none."""
    if isinstance(value, dict):
        return chain.from_iterable(map(leaves, (*value, *value.values())))
    if isinstance(value, list | tuple | set | frozenset):
        return chain.from_iterable(map(leaves, value))
    return (value,)


def length_of(value: object, objects: Objects, text: str) -> int:
    """Return ``len(value)``; raises ``Undecidable``."""
    if isinstance(value, Thing):
        length = objects.length(value.serial)
        if length is not None:
            return length
        one = objects.shown(value.serial)
        match None if one is None else one.content:
            case Array(shape=(first, *_)):
                return first
            case Instance():
                raise doubt("condition.runs_code", text)
    elif isinstance(value, str | bytes | range | list | tuple | set | dict):
        return len(value)
    raise doubt("condition.raises", text, error="TypeError")


def known_length(serial: int, heap: Heap) -> int | None:
    """Return the length of an object; None if it is not known, or has none."""
    objects = OfHeap(heap)
    try:
        return length_of(value_of(serial, objects, ""), objects, "")
    except Undecidable:
        return None


def truth_of(value: object, objects: Objects, text: str) -> bool:
    """Whether ``value`` is true as a condition; raises ``Undecidable``."""
    if not isinstance(value, Thing):
        return bool(value)
    length = objects.length(value.serial)
    if length is None and _may_run(_TRUTH, value.serial, objects):
        raise doubt("condition.runs_code", text)
    return length is None or length > 0
