"""Reads numpy's arrays, those of the module array, and views of memory, by their own functions.

These are found in their types and never imported. Only the values of one corner are recorded, up
to 8 rows of 12, of the first plane if there are more dimensions. They are read one by one, because
a program can change how numpy prints.
"""

from __future__ import annotations

from itertools import product
from sys import byteorder

from visualizer.recorder import wire
from visualizer.recorder.objects.classes import (
    HEAP_TYPE,
    name_of_type,
    referents,
    type_dict,
    type_flags,
    type_mro,
)
from visualizer.recorder.objects.packing import HOLDS, UNSENT, pack
from visualizer.recorder.objects.texts import cut, safe_repr, stand_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from visualizer.recorder.objects.plans import Text, Worklist

ARRAY = "numpy.ndarray"
PLAIN_ARRAY = "array.array"
_NO_CHARACTERS = (ValueError, SystemError)
ARRAY_PARTS = ("shape", "strides", "dtype", "base", "nbytes")
_ORDER = "<" if byteorder == "little" else ">"
ROWS, COLUMNS = slice(8), slice(12)
LONGEST = 40
"""Characters of one value that are recorded."""
_TRUTH, _CHARACTER = "?", "c"
_NUMBERS = "bBhHiIlLqQnNefdP"
"""Codes of the formats of a view (PEP 3118) that stand for numbers."""


class Arrays:
    """Reads arrays; ``number`` numbers names."""

    def __init__(self, number: Callable[[str], int]) -> None:
        self._number = number

    def read_array(self, array: Any, worklist: Worklist) -> bytes:
        """Return shape, size, dtype, base, and a hash of the values."""
        own = type_dict(type(array))
        part = {name: own[name].__get__(array) for name in ARRAY_PARTS}
        shape, strides = part["shape"], part["strides"]
        dtype, base = part["dtype"], part["base"]
        offset = -1
        if base is not None:
            worklist.append(base)
            offset = _offset(array, base, own, dtype)
        values = own["tobytes"](_corner(array, own, len(shape)))
        kind = self._number(_of_dtype(dtype, "str") or "?")
        first = (0 if base is None else HOLDS | id(base), offset, part["nbytes"])
        return pack((*first, len(shape), *shape, *strides, kind, UNSENT, stand_in(values)))

    def read_plain_array(self, array: Any, worklist: Worklist) -> bytes:
        """Return the same for an array of the module array."""
        own = type_dict(type(array))
        length, itemsize = own["__len__"](array), own["itemsize"].__get__(array)
        values = own["tobytes"](own["__getitem__"](array, COLUMNS))
        kind = self._number(_dtype_of(own["typecode"].__get__(array), itemsize))
        first = (0, -1, length * itemsize)
        return pack((*first, 1, length, itemsize, kind, UNSENT, stand_in(values)))

    def read_view(self, view: Any, worklist: Worklist) -> bytes:
        """Return the same for a view of memory.

        Its base is the object that it holds, which holds the owner of the memory. A view that was
        released has no items.
        """
        held = referents(view)
        worklist.extend(held)
        base = HOLDS | id(held[0]) if held else 0
        try:
            shape, strides, code, size = view.shape, view.strides, view.format, view.nbytes
            kind = self._number(_dtype_of_format(code, view.itemsize))
        except ValueError:
            shape, strides, kind, size = (0,), (1,), self._number(_dtype_of_format("B", 1)), 0
        shown = stand_in(view_text(view))
        return pack((base, -1, size, len(shape), *shape, *strides, kind, UNSENT, shown))


def array_text(array: Any) -> Text:
    """Return the recorded values, with separators between them and between rows; none of an array
    of text with numbers that are no characters.
    """
    own = type_dict(type(array))
    shape = own["shape"].__get__(array)
    try:
        values = list(map(_item_text, own["flat"].__get__(_corner(array, own, len(shape)))))
    except _NO_CHARACTERS:
        return cut("")
    width = min(shape[-1], COLUMNS.stop) if shape else 1
    return _in_rows(values, width)


def _dtype_of(code: str, itemsize: int) -> str:
    """Return numpy's name for a type code of the module array."""
    if code in "uw":
        return f"{_ORDER}U1"
    kind = "f" if code in "fd" else "u" if code.isupper() else "i"
    return f"{_ORDER if itemsize > 1 else '|'}{kind}{itemsize}"


def plain_array_text(array: Any) -> Text:
    """Return the same for an array of the module array."""
    own = type_dict(type(array))
    try:
        values = own["tolist"](own["__getitem__"](array, COLUMNS))
    except _NO_CHARACTERS:
        return cut("")
    return cut(wire.VALUE_END.join(map(_item_text, values)))


def _dtype_of_format(code: str, itemsize: int) -> str:
    """Return numpy's name for a format."""
    code = code.removeprefix("@")
    if code == _TRUTH:
        return "|b1"
    if code == _CHARACTER:
        return "|S1"
    if len(code) != 1 or code not in _NUMBERS:
        return "?"
    return f"{_ORDER}f{itemsize}" if code == "e" else _dtype_of(code, itemsize)


def view_text(view: Any) -> Text:
    """Return the recorded values of a view, with separators; none in a format of several parts."""
    try:
        shape = view.shape
        leading = [range(min(length, 1)) for length in shape[:-2]]
        rows = range(min(shape[-2], ROWS.stop)) if len(shape) > 1 else range(1)
        columns = range(min(shape[-1], COLUMNS.stop)) if shape else range(1)
        places = [*product(*leading, rows, columns)]
        values = [_item_text(view[place[-len(shape) :] if shape else ()]) for place in places]
    except (ValueError, NotImplementedError):
        return cut("")
    return _in_rows(values, len(columns))


def _in_rows(values: list[str], width: int) -> Text:
    """Return values with separators between them and between rows."""
    rows = [values[start : start + width] for start in range(0, len(values), width or 1)]
    return cut(wire.ROW_END.join(map(wire.VALUE_END.join, rows)))


def _corner(array: Any, own: Any, dimensions: int) -> Any:
    """Return the recorded part of the array, as an array that shares its memory."""
    if not dimensions:
        return array
    leading = (slice(1),) * (dimensions - 2)
    return own["__getitem__"](array, (*leading, ROWS, COLUMNS)[-dimensions:])


def _offset(array: Any, base: Any, own: Any, dtype: Any) -> int:
    """Return the distance in bytes from the base's memory to the array's; -1 if unknown.

    For a dtype with fields numpy would run Python code to compute it.
    """
    if name_of_type(type(base)) != ARRAY or _of_dtype(dtype, "fields") is not None:
        return -1
    if _of_dtype(own["dtype"].__get__(base), "fields") is not None:
        return -1
    memory = own["__array_interface__"]
    start: int = memory.__get__(array)["data"][0] - memory.__get__(base)["data"][0]
    return start if start >= 0 else -1


def _of_dtype(dtype: Any, name: str) -> Any:
    for base in type_mro(type(dtype)):
        if name in type_dict(base):
            return type_dict(base)[name].__get__(dtype)
    return None


def _item_text(value: Any) -> str:
    """Return the text of an item; an array of objects has objects of the program, which run no
    code.
    """
    cls = type(value)
    plain = any(name_of_type(base) == "numpy.generic" for base in type_mro(cls))
    text = safe_repr(value.item() if plain and not type_flags(cls) & HEAP_TYPE else value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
