"""Reads the data of ctypes: simple values, structures, and arrays of them or of Python objects.

An array of ``py_object`` has an attribute for each place that is set, ``[0]`` and so on. Everything
else has its values as text. Memory is read through the buffer protocol, only if it is the object's
own or that of an object it belongs to: a pointer may lead anywhere. Source:
Modules/_ctypes/_ctypes.c, Modules/_ctypes/cfield.c.
"""

from __future__ import annotations

from itertools import islice
from struct import Struct, calcsize, unpack
from sys import byteorder

from visualizer.recorder import wire
from visualizer.recorder.objects.classes import (
    class_attribute,
    is_own_import,
    name_of_type,
    type_dict,
    type_mro,
)
from visualizer.recorder.objects.packing import UNSENT, pack, pack_instance
from visualizer.recorder.objects.texts import cut, stand_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from visualizer.recorder.objects.attributes import Attributes
    from visualizer.recorder.objects.plans import Shape, Text, Worklist

    type Held = list[tuple[str, object]]

_ARRAY, _SIMPLE, _RECORDS = "Array", "_SimpleCData", ("Structure", "Union")
_KINDS = {f"_ctypes.{name}": name for name in (_ARRAY, _SIMPLE, *_RECORDS)}
_OBJECT, _CHARACTER = "O", "c"
_FIELDS = ("_ctypes.CField", "ctypes.CField")
"""The type of the descriptors of fields: before 3.14, and since."""
_NUMBERS = frozenset("bBhHiIlLqQfd?")
_POINTERS = frozenset("PzZX")
_NATIVE = "__ctype_le__" if byteorder == "little" else "__ctype_be__"
"""The attribute of a simple type with its version in the byte order of this machine."""
_SHOWN, _DEEPEST = 12, 3
_MOST_OBJECTS = 1000
"""The most items of an array of objects: each number of items needs its own layout."""
_LEAST = 2
"""A field is a name, a type, and perhaps a number of bits."""
_UNKNOWN = "…"
_SLOT = calcsize("P")


def foreign_kind(cls: type) -> str | None:
    """Return the type of ctypes that a class derives from; None for pointers and others."""
    for base in type_mro(cls):
        name = name_of_type(base)
        if name in _KINDS and is_own_import(base, name):
            return _KINDS[name]
    return None


def is_foreign(cls: type) -> bool:
    """Whether the data of its objects can be read: no ``__buffer__`` of the program gives it."""
    if foreign_kind(cls) is None:
        return False
    giver = next((base for base in type_mro(cls) if "__buffer__" in type_dict(base)), cls)
    return name_of_type(giver) in _KINDS and is_own_import(giver, name_of_type(giver))


class ForeignData:
    """Reads the data as instances: the objects they hold, then the program's attributes."""

    def __init__(self, attributes: Attributes) -> None:
        self._attributes = attributes

    def read(self, shape: Shape, thing: Any, worklist: Worklist) -> bytes:
        """Return what ``Attributes.read_instance`` returns, followed by a hash of the text."""
        cls = type(thing)
        held = _held(thing, cls)
        names: tuple[int, ...] = (*(self._attributes.number(name) for name, _ in held),)
        values = [one for _, one in held]
        others = self._attributes.referents_of(thing)
        own: dict[Any, object] | None = None
        if len(others) != 1:
            kept = (_member(thing, "_objects"), _member(thing, "_b_base_"))
            others = [one for one in others if not any(one is other for other in kept)]
            more, own_values, own = self._attributes.own(shape, thing, others)
            names, values = (*names, *more), [*values, *own_values]
        worklist.append(cls)
        worklist.extend(values)
        text = b"" if holds_objects(cls) else pack((UNSENT, stand_in(foreign_text(thing))))
        return pack_instance(cls, names, values, own, text)


def holds_objects(cls: type) -> bool:
    """Whether it is an array of ``py_object``, or ``py_object`` itself."""
    return _code(_item_class(cls) if foreign_kind(cls) == _ARRAY else cls) == _OBJECT


def foreign_text(thing: Any) -> Text:
    """Return the recorded values."""
    return cut(_text_of(thing))


def _text_of(thing: Any) -> str:
    if not _owns_memory(thing):
        return _UNKNOWN
    cls, view = type(thing), memoryview(thing)
    length = _length(cls)
    if foreign_kind(cls) != _ARRAY or not length:
        return _format(cls, view.tobytes(), 0)
    return _format_items(cls, view[: _most(cls)].tobytes(), (view.strides or (0,))[0], 0)


def _owns_memory(thing: Any) -> bool:
    """Whether its memory is its own, or in an object that it belongs to."""
    base = thing
    while (outer := _member(base, "_b_base_")) is not None:
        base = outer
        if foreign_kind(type(base)) not in (_ARRAY, *_RECORDS):
            return False
    return bool(_member(base, "_b_needsfree_")) or _is_of_bytearray(_member(base, "_objects"))


def _is_of_bytearray(objects: Any) -> bool:
    """Whether the memory is that of a bytearray (``from_buffer``), which a view keeps in place."""
    if type(objects) is not dict:
        return False
    try:
        return any(
            type(one) is memoryview and type(one.obj) is bytearray for one in objects.values()
        )
    except ValueError:  # the program released the view
        return False


def _member(thing: Any, name: str) -> Any:
    for base in type_mro(type(thing)):
        if is_own_import(base, "_ctypes._CData"):
            return type_dict(base)[name].__get__(thing)
    return None


def _held(thing: Any, cls: type) -> Held:
    """Return the objects that it holds, by name: its items, or one object with all of them."""
    objects, base = _member(thing, "_objects"), _member(thing, "_b_base_")
    held: Held = [] if base is None else [("_b_base_", base)]
    if objects is None:
        return held
    if foreign_kind(cls) == _ARRAY and holds_objects(cls) and type(objects) is dict and not held:
        return [*_items(thing, objects)]
    is_value = holds_objects(cls) and type(objects) is not dict
    return [*held, ("value" if is_value else "_objects", objects)]


def _items(thing: Any, objects: dict[object, object]) -> Iterator[tuple[str, object]]:
    """Yield the items of an array of objects in order.

    The array has their addresses, a dict of it the references, under the place in hexadecimal
    (``unique_key``). Something else may have written an address.
    """
    memory = memoryview(thing)[:_MOST_OBJECTS].tobytes()
    slots = unpack(f"{len(memory) // _SLOT}P", memory)
    for place, address in enumerate(slots):
        if address:
            item = objects.get(f"{place:x}", objects)
            if id(item) == address:
                yield f"[{place}]", item


def _item_class(cls: type) -> Any:
    found = class_attribute(cls, "_type_")
    return None if found is None else found[0]


def _is_class(thing: Any) -> bool:
    """Whether it is a class, whatever its ``__class__`` says."""
    return any(base is type for base in type_mro(type(thing)))


def _length(cls: type) -> int:
    found = class_attribute(cls, "_length_")
    length = None if found is None else found[0]
    return length if type(length) is int else 0


def _code(cls: Any) -> str:
    """Return the letter of a simple type; an empty text for others, and in the other byte order."""
    if not _is_class(cls) or foreign_kind(cls) != _SIMPLE:
        return ""
    found, native = _item_class(cls), type_dict(cls).get(_NATIVE, cls)
    if type(found) is not str or native is not cls:
        return ""
    return found


def _most(cls: type) -> int:
    return wire.MOST_ITEMS if _code(_item_class(cls)) == _CHARACTER else _SHOWN


def _format(cls: Any, data: bytes, depth: int) -> str:
    """Return the value of a type in memory."""
    kind = foreign_kind(cls) if _is_class(cls) else None
    if depth > _DEEPEST or kind is None or class_attribute(cls, "_swappedbytes_") is not None:
        return _UNKNOWN
    if kind == _SIMPLE:
        return _format_simple(_code(cls), data)
    if kind == _ARRAY:
        length = _length(cls)
        return _format_items(cls, data, len(data) // length if length else 0, depth)
    return f"({', '.join(_fields(cls, data, depth))})"


def _format_simple(code: str, data: bytes) -> str:
    if code == _CHARACTER:
        return repr(data)
    if code in _NUMBERS:
        form = Struct(code)
        return repr(form.unpack(data)[0]) if form.size == len(data) else _UNKNOWN
    return "None" if code in _POINTERS and not any(data) else _UNKNOWN


def _format_items(cls: Any, data: bytes, size: int, depth: int) -> str:
    """Return the first items of an array whose items take ``size`` bytes each."""
    item, length = _item_class(cls), _length(cls)
    code = _code(item)
    if code == _CHARACTER:
        return repr(data)
    if code in _NUMBERS and size == calcsize(code):
        some = min(length, len(data) // size, _SHOWN)
        return _bracketed(map(repr, unpack(f"{some}{code}", data[: some * size])), length)
    starts = range(0, min(length, _SHOWN) * size, size) if size else ()
    shown = (_format(item, data[start : start + size], depth + 1) for start in starts)
    return _bracketed(shown, length)


def _bracketed(shown: Iterable[str], length: int) -> str:
    """Return items of an array of a length in brackets."""
    texts = [*shown]
    return f"[{', '.join(texts)}{', …' * (len(texts) < length)}]"


def _fields(cls: type, data: bytes, depth: int) -> Iterator[str]:
    """Yield the fields of a structure with their values."""
    for base in reversed(type_mro(cls)):
        own = type_dict(base)
        fields = own.get("_fields_")
        if type(fields) is not list and type(fields) is not tuple:
            continue
        for field in islice(fields, _SHOWN):
            if type(field) is not tuple or len(field) < _LEAST or type(field[0]) is not str:
                continue
            name, kind = field[:_LEAST]
            place: Any = own.get(name)
            if name_of_type(type(place)) not in _FIELDS:
                continue
            start, size = place.offset, place.size
            is_whole = len(field) == _LEAST and start + size <= len(data)
            value = _format(kind, data[start : start + size], depth + 1) if is_whole else _UNKNOWN
            yield f"{name}={value}"
