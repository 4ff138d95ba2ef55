"""Makes a program's output fit to be shown: bounded, decoded, without control characters."""

import re
from collections.abc import Container

SHOWN_AT_MOST = 1 << 20
"""Bytes of output shown; of more, the end."""
_GRAIN = 1 << 18
"""The start moves on in such leaps, so that the text shown mostly only grows."""
LONGEST_LINE = 2_000
"""Characters after which a line is broken: Qt lays a line out as a whole."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_PLACE = re.compile(r'(?m)^(?P<before> +File ")(?P<path>[^"\n]+)(?=", line \d)')
_LONG = re.compile(f"([^\n]{{{LONGEST_LINE}}})(?=[^\n])")


def window_of(end: int) -> int:
    """From which byte on a stream is shown of which ``end`` bytes have been written."""
    if end <= SHOWN_AT_MOST:
        return 0
    return (end - SHOWN_AT_MOST + _GRAIN) // _GRAIN * _GRAIN


def shown(data: bytes, files: Container[str] = ()) -> str:
    """Return ``data`` as text with short lines; bytes that are not UTF-8 text become escapes.

    Tracebacks name the program's own ``files`` without their folder, which tells the author nothing
    and an audience something about the author.
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
    """How many characters two texts begin with alike."""
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
