"""Packs numbers into bytes, the form in which contents are kept.

Bytes, unlike tuples, do not count towards the collector's thresholds.
"""

from __future__ import annotations

import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def pack(values: Sequence[int]) -> bytes:
    """Return the numbers as eight bytes each."""
    return struct.pack(f"<{len(values)}q", *values)


def unpack(content: bytes) -> tuple[int, ...]:
    """Return the numbers that ``pack`` packed."""
    return struct.unpack(f"<{len(content) // 8}q", content)
