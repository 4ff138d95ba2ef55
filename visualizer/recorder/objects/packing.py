"""Packs contents into bytes: the operands of the wire format, with addresses in place of serials.

The highest byte of a word is its mark, which says what the rest of the word is. An address has
fewer than 56 bits. No mark occurs in a plain number from 0 to 2^63 - 1; a negative one is a mark
and a second word. Bytes, unlike tuples, do not count towards the collector's thresholds.
"""

from __future__ import annotations

import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

_BITS = 56
UNMARKED = (1 << _BITS) - 1
MARK = ~UNMARKED
"""The bits of a number without its mark, and those of the mark."""
HOLDS, IN_DICT, MENTIONS, OWN_DICT, THREAD, UNSENT, NEGATIVE = (
    mark << _BITS for mark in range(0x80, 0x87)
)
"""The marks: the address of an object that this one holds; of one that its ``__dict__`` holds, if
that is recorded itself; of one that is counted elsewhere; of its ``__dict__``; the ident of a
thread; the end of the operands, what follows is only compared; a negative number, whose inverse
follows.
"""


def pack(values: Sequence[int]) -> bytes:
    """Return the numbers as eight bytes each, a negative one as sixteen."""
    try:
        return struct.pack(f"<{len(values)}Q", *values)
    except struct.error:
        return pack([word for one in values for word in ((one,) if one >= 0 else (NEGATIVE, ~one))])


def unpack(content: bytes) -> tuple[int, ...]:
    """Return the numbers that ``pack`` packed."""
    words = struct.unpack(f"<{len(content) // 8}Q", content)
    if NEGATIVE not in words:
        return words
    following = iter(words)
    return tuple(~next(following) if word == NEGATIVE else word for word in following)


def marked(content: bytes, *marks: int) -> list[int]:
    """Return the numbers in a content that have one of the marks, without it."""
    return [number & UNMARKED for number in unpack(content) if number & MARK in marks]


def held(things: Iterable[object], mark: int = HOLDS) -> list[int]:
    """Return the addresses of objects with a mark."""
    return [*map(mark.__or__, map(id, things))]


def pairs(names: Iterable[int], values: Iterable[object], mark: int = HOLDS) -> list[int]:
    """Return each name followed by the marked address of its value."""
    return [one for pair in zip(names, held(values, mark), strict=True) for one in pair]


def pack_instance(
    cls: type,
    names: Sequence[int],
    values: Sequence[object],
    own: dict[Any, object] | None,
    base: bytes = b"",
) -> bytes:
    """Pack the class and the attributes; ``own`` is the ``__dict__`` that has the last of them.

    ``base`` is what ``pack_base`` returns.
    """
    direct = len(values) if own is None else len(values) - dict.__len__(own)
    attributes = pairs(names[:direct], values[:direct])
    attributes += pairs(names[direct:], values[direct:], IN_DICT)
    unsent = () if own is None else (UNSENT, OWN_DICT | id(own))
    return pack((HOLDS | id(cls), len(names), *attributes)) + base + pack(unsent)


def pack_base(kind: int, content: bytes) -> bytes:
    """Return the content that an instance has as a builtin of a kind."""
    return pack((kind, len(unpack(content)))) + content
