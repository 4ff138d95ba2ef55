"""Formats a program's output for display: bounded, decoded, without control characters."""

import re
from collections.abc import Container

SHOWN_AT_MOST = 1 << 20
"""The maximum number of bytes of output to show; beyond it, the end is shown."""
_GRAIN = 1 << 18
"""The first shown byte advances by this amount, so that the text mostly grows."""
LONGEST_LINE = 2_000
"""Longer lines are broken, because Qt lays out a line as a whole."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_PLACE = re.compile(r'(?m)^(?P<before> +File ")(?P<path>[^"\n]+)(?=", line \d)')
_LONG = re.compile(f"([^\n]{{{LONGEST_LINE}}})(?=[^\n])")


def window_of(end: int) -> int:
    """Return the first byte to show of a stream of ``end`` bytes."""
    if end <= SHOWN_AT_MOST:
        return 0
    return (end - SHOWN_AT_MOST + _GRAIN) // _GRAIN * _GRAIN


def shown(data: bytes, files: Container[str] = ()) -> str:
    """Return ``data`` as text with short lines; bytes that are not UTF-8 text become escapes.

    Tracebacks name the program's own ``files`` without their folder, which is useless to the author
    and could tell an audience private details.
    """
    text = data.decode("utf-8", "backslashreplace").replace("\r\n", "\n").replace("\r", "\n")
    text = _PLACE.sub(lambda found: found["before"] + _named(found["path"], files), text)
    text = _CONTROL.sub(lambda found: found.group().encode("unicode_escape").decode(), text)
    return _LONG.sub(r"\1\n", text)


def _named(path: str, files: Container[str]) -> str:
    """Return the file name if ``path`` is one of ``files``, else the whole path."""
    parts = re.split(r"[/\\]", path)
    ends = ("/".join(parts[place:]) for place in range(1, len(parts)))
    return next((end for end in ends if end in files), path)


def common_prefix(one: str, other: str) -> int:
    """Return the length of the common beginning of two texts."""
    if other.startswith(one):
        return len(one)
    if one.startswith(other):
        return len(other)
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
