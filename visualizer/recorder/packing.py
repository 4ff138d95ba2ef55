"""Numbers as bytes: what is read of an object is kept so.

Bytes and not tuples: bytes do not count towards the collector's thresholds.
"""

from __future__ import annotations

import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def pack(values: Sequence[int]) -> bytes:
    """The numbers of a sequence, eight bytes each."""
    return struct.pack(f"<{len(values)}q", *values)


def unpack(content: bytes) -> tuple[int, ...]:
    """The numbers that ``pack`` put there."""
    return struct.unpack(f"<{len(content) // 8}q", content)
