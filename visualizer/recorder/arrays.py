"""Read numpy arrays by numpy's own functions, which are found in its types, never imported.

The values that are told are those of a corner of the array, up to 8 rows of 12, of the first plane
where there are more dimensions: they are read one by one, as the way numpy prints can be changed
by the program.
"""

from __future__ import annotations

from visualizer.recorder import wire
from visualizer.recorder.classes import HEAP_TYPE, name_of_type, type_dict, type_flags, type_mro
from visualizer.recorder.packing import pack
from visualizer.recorder.texts import cut, safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from visualizer.recorder.plans import Reach, Text

ARRAY = "numpy.ndarray"
ARRAY_PARTS = ("shape", "strides", "dtype", "base", "nbytes")
ROWS, COLUMNS = slice(8), slice(12)
LONGEST = 40
"""Characters of one value that are told."""


def reader_of_arrays(number: Callable[[str], int]) -> Callable[[Any, Reach], bytes]:
    """Reads an array's shape, size, type and base, and what stands for the values that are told."""

    def read_array(array: Any, reach: Reach) -> bytes:
        own = type_dict(type(array))
        part = {name: own[name].__get__(array) for name in ARRAY_PARTS}
        shape, strides = part["shape"], part["strides"]
        dtype, base = part["dtype"], part["base"]
        offset = -1
        if base is not None:
            reach.append(base)
            offset = _offset(array, base, own, dtype)
        values = own["tobytes"](_corner(array, own, len(shape)))
        kind = number(_of_dtype(dtype, "str") or "?")
        head = (len(shape), part["nbytes"], kind, *shape, *strides)
        return pack((*head, 0 if base is None else id(base), offset, hash(values)))

    return read_array


def array_text(array: Any) -> Text:
    """The values that are told, with separators between them and between rows."""
    own = type_dict(type(array))
    shape = own["shape"].__get__(array)
    values = list(map(_item_text, own["flat"].__get__(_corner(array, own, len(shape)))))
    width = min(shape[-1], COLUMNS.stop) if shape else 1
    rows = [values[start : start + width] for start in range(0, len(values), width or 1)]
    return cut(wire.ROW_END.join(map(wire.VALUE_END.join, rows)))


def _corner(array: Any, own: Any, dimensions: int) -> Any:
    """The part of the array that is told, as an array that shares its memory."""
    if not dimensions:
        return array
    leading = (slice(1),) * (dimensions - 2)
    return own["__getitem__"](array, (*leading, ROWS, COLUMNS)[-dimensions:])


def _offset(array: Any, base: Any, own: Any, dtype: Any) -> int:
    """How many bytes into the memory of its base the array begins; -1 where that is not known.

    Of a dtype with fields numpy would run Python code to tell it.
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
    """An array of objects gives the program's own, which are not to be asked."""
    cls = type(value)
    plain = any(name_of_type(base) == "numpy.generic" for base in type_mro(cls))
    text = safe_repr(value.item() if plain and not type_flags(cls) & HEAP_TYPE else value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
