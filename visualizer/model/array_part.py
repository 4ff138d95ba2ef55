"""Describes arrays: the name of a dtype, who owns the memory, and the part that a view shows."""

import re
from math import prod

from visualizer.model.content import Array, Other
from visualizer.model.run import Heap

_NUMBERS = {"i": "int", "u": "uint", "f": "float", "c": "complex"}


def dtype_name(dtype: str) -> str:
    """Return numpy's name of a dtype, as ``float64`` for ``<f8``; other texts as they are.

    Numbers in the other byte order keep its sign.
    """
    if dtype in ("|b1", "|O"):
        return "bool" if dtype == "|b1" else "object"
    found = re.fullmatch(r"[<|]([iufc])(\d{1,2})", dtype)
    return f"{_NUMBERS[found[1]]}{8 * int(found[2])}" if found else dtype


def owner_of_memory(base: int, heap: Heap) -> int | None:
    """Return the owner of the memory that a ``memoryview`` shows, for other arrays their base.

    A view holds an object that its slices share (``managedbuffer``), and that holds the owner until
    all of them are released. None if they are.
    """
    thing = heap.get(base)
    if thing is not None and thing.type == "managedbuffer" and isinstance(thing.content, Other):
        return next(iter(thing.content.referents), None)
    return base


def part_of_base(view: Array, base: Array) -> str | None:
    """Return the slices of ``base`` that give ``view``, as ``[1:3, ::2]``; None if slicing cannot.

    Reads both from the outermost dimension on: the offset gives the first index in each dimension
    of the base, the strides give the steps. A dimension of the base that the view lacks becomes one
    index. Views that are transposed, reshaped or of another dtype are not slices.
    """
    if view.offset is None or view.dtype != base.dtype or not _is_ordered(base):
        return None
    steps = iter(zip(view.shape, view.strides, strict=True))
    dimension = next(steps, None)
    rest = view.offset
    found = []
    for length, stride in zip(base.shape, base.strides, strict=True):
        start, rest = divmod(rest, stride)
        if dimension is not None and _is_slice_of(dimension, start, length, stride):
            found.append(_slice(start, dimension[0], dimension[1] // stride, length))
            dimension = next(steps, None)
        else:
            found.append(str(start))
    whole = dimension is None and not rest
    return f"[{', '.join(found)}]" if whole else None


def start_in_base(view: Array, base: Array) -> str | None:
    """Return the index in the base at which a view begins, as ``[1, 0]``."""
    if view.offset is None or not _is_ordered(base):
        return None
    rest, found = view.offset, []
    for stride in base.strides:
        place, rest = divmod(rest, stride)
        found.append(str(place))
    return None if rest else f"[{', '.join(found)}]"


def _is_ordered(base: Array) -> bool:
    """Whether the memory of ``base`` is in row-major order without gaps."""
    size = base.nbytes // prod(base.shape) if prod(base.shape) else 0
    expected = [size * prod(base.shape[place + 1 :]) for place in range(len(base.shape))]
    return size > 0 and list(base.strides) == expected


def _is_slice_of(dimension: tuple[int, int], start: int, length: int, stride: int) -> bool:
    count, step = dimension
    return (
        count > 0
        and step != 0
        and step % stride == 0
        and 0 <= start + (count - 1) * (step // stride) < length
    )


def _slice(start: int, count: int, step: int, length: int) -> str:
    last = start + (count - 1) * step
    if step < 0:
        first = "" if start == length - 1 else str(start)
        return f"{first}:{'' if last + step < 0 else last - 1}:{step}"
    first = "" if start == 0 else str(start)
    end = "" if last + step >= length else str(last + 1)
    return f"{first}:{end}" + (f":{step}" if step != 1 else "")
