"""Leaves the memory that the program gave back last where it will take it from first.

What is freed is used again in reverse order: by blocks of a size (Objects/obmalloc.c) and, for
short tuples and dicts, by whole objects. ``hold`` takes the first few of each, so that what a step
makes, and what it keeps, comes from behind them. ``drop``, and the end of the tuple that ``hold``
gives, free them in reverse order, so that they lie where they lay. (A list would not do: the
memory of its items is freed last.) Before a simple line's step the few it needs are enough.
"""

from __future__ import annotations

from _operator import neg

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import deque
else:
    from _collections import deque

_SIZES = range(32, 272, 16)
_INTS = [1 << (30 * ((size - 24) // 4) - 1) for size in _SIZES for _ in range(2)]
"""For blocks of each size, in bytes: an int of n digits of 30 bits takes 24 + 4 n of them."""
SMALL, MIDDLE = _INTS[1], _INTS[3]
_blocks: deque[int] = deque()
_take, drop = _blocks.extendleft, _blocks.clear


def hold(a: object = None) -> tuple[object, ...]:
    """Take two blocks of every size, dicts, and tuples of each length up to six."""
    _take(map(neg, _INTS))
    return (
        {}, {}, (a,), (a,), (a, a), (a, a), (a, a, a), (a, a, a), (a, a, a, a), (a, a, a, a),
        (a, a, a, a, a), (a, a, a, a, a), (a, a, a, a, a, a), (a, a, a, a, a, a),
    )  # fmt: skip
