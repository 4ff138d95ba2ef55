"""What a program wrote, made fit to be shown: bounded, decoded, nothing that moves a cursor."""

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
    """``data`` as text of short lines; what is no UTF-8 and no text becomes an escape.

    Tracebacks name the program's own ``files`` without the folder that they are in: it says nothing
    to who wrote them, and something about a person to who sees it projected.
    """
    text = data.decode("utf-8", "backslashreplace").replace("\r\n", "\n").replace("\r", "\n")
    text = _PLACE.sub(lambda found: found["before"] + _named(found["path"], files), text)
    text = _CONTROL.sub(lambda found: found.group().encode("unicode_escape").decode(), text)
    return _LONG.sub(r"\1\n", text)


def _named(path: str, files: Container[str]) -> str:
    """The end of a path that is one of the files; all of it where none is."""
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
