"""Leaves the memory that the program gave back last where it will take it from first.

What is freed is used again in reverse order: by blocks of a size (Objects/obmalloc.c) and, for
short tuples and dicts, by whole objects. ``hold`` takes the first few of each, so that what a step
makes, and what it keeps, comes from behind them. ``drop``, and the end of the tuple that ``hold``
gives, free them in reverse order, so that they lie where they lay. (A list would not do: the
memory of its items is freed last.) Before a simple line's step the few it needs are enough.

Blocks lie in pools. Where a step frees what an earlier one kept, and that lay in a full pool, this
pool comes before others from then on, and so before what the program gave back there.
``drop_few`` takes such blocks again.
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
_SMALL, _MIDDLE = _INTS[1], _INTS[3]
_few: list[tuple[object, ...] | None] = [None]
_blocks: deque[int] = deque()
_take, drop = _blocks.extendleft, _blocks.clear
_FAR = 2300
"""So far to the left an address is an int too long for any block that is held."""
_plugs: list[object] = [None] * 100
"""What keeps blocks that would come too early; too long itself for a block."""
_MOST = 8
"""So many of them at a time: where the program's own pool is gone, there is no end of them."""


def hold(a: object = None) -> tuple[object, ...]:
    """Take two blocks of every size, dicts, and tuples of each length up to six."""
    _take(map(neg, _INTS))
    return (
        {}, {}, (a,), (a,), (a, a), (a, a), (a, a, a), (a, a, a), (a, a, a, a), (a, a, a, a),
        (a, a, a, a, a), (a, a, a, a, a), (a, a, a, a, a, a), (a, a, a, a, a, a),
    )  # fmt: skip


def hold_few() -> None:
    """Take the few that the step of a simple line needs."""
    _few[0] = (-_SMALL, -_SMALL, -_MIDDLE, -_MIDDLE, {})


def drop_few() -> None:
    """Free them, if they were taken, and let the two ``_MIDDLE`` ones be the next of their size.

    Short text, bytes and tuples of one are of this size: what the recorder frees of its own.
    """
    few, _few[0] = _few[0], None
    if few is None:
        return
    first, second = id(few[2]) << _FAR, id(few[3]) << _FAR
    del few
    one = _block_at(first)
    other = _block_at(second)
    del other
    del one


def _block_at(place: int) -> object:
    """The block there, if it is about to come."""
    block = -_MIDDLE
    tries = 0
    while id(block) << _FAR != place:  # a loop over a range would take blocks of this size
        if tries == _MOST:
            del _plugs[-_MOST:]
            break
        tries += 1
        _plugs.append(block)
        block = -_MIDDLE
    return block
