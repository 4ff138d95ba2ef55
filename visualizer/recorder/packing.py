"""Numbers as bytes: what is read of an object is kept so.

Bytes and not tuples: bytes do not count towards the collector's thresholds.
"""

from __future__ import annotations

from struct import Struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKERS = [Struct(f"<{n}q").pack for n in range(64)]


def pack(values: Sequence[int]) -> bytes:
    """The numbers of a sequence, eight bytes each."""
    n = len(values)
    return _PACKERS[n](*values) if n < 64 else Struct(f"<{n}q").pack(*values)


def unpack(content: bytes) -> tuple[int, ...]:
    """The numbers that ``pack`` put there."""
    return Struct(f"<{len(content) // 8}q").unpack(content)
