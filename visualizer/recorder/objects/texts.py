"""Formats values like ``repr``, without running anything that a program may have changed."""

from __future__ import annotations

from visualizer.recorder import wire
from visualizer.recorder.objects.classes import type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PIECE = 1 << 16
"""Characters or bytes of a long value that are processed at once."""

_PLAIN = bytes(byte for byte in range(32, 127) if byte != 92)
"""The bytes that are one character in a ``repr``."""


def stand_in(value: object) -> int:
    """Return a number to compare in place of a value that is not kept, of few enough bits."""
    return hash(value) >> 8


def cut(text: str) -> tuple[bytes, int]:
    """Return the text as bytes, truncated, and its full length if truncated, else -1."""
    whole = len(text)
    if whole <= wire.MOST_ITEMS:
        return text.encode("utf-8", "surrogatepass"), -1
    return text[: wire.MOST_ITEMS].encode("utf-8", "surrogatepass"), whole


def repr_text(value: object) -> tuple[bytes, int]:
    """Return the ``repr`` of a builtin value."""
    return cut(repr(value))


def quoted_text(value: str | bytes | bytearray) -> tuple[bytes, int]:
    """Return the ``repr`` of a text or bytes, which may be long."""
    return cut(repr(value)) if len(value) <= wire.MOST_ITEMS else _long_text(type(value), value)


def own_quoted_text(base: Any, value: Any) -> tuple[bytes, int]:
    """Return the ``repr`` of an instance of a class derived from ``base``, by ``base``'s
    methods.
    """
    if base.__len__(value) <= wire.MOST_ITEMS:
        return cut(base.__repr__(value))
    return _long_text(base, value)


def _long_text(base: Any, value: Any) -> tuple[bytes, int]:
    """Return a long ``repr``, piece by piece: the whole could be many times as large.

    The quotes around it, and so the escapes in it, depend on the whole value; appending these
    quotes to each piece has the same effect.
    """
    single, double = ("'", '"') if base is str else (39, 34)
    behind = "'" if base.__contains__(value, single) else ""
    if behind and base.__contains__(value, double):
        behind += '"'
    ending = behind if base is str else behind.encode()
    first = repr(base.__getitem__(value, slice(wire.MOST_ITEMS)) + ending)
    bare = len(repr(base() + ending))
    whole = len(first) - bare + len(repr(base()))
    # A bytearray may escape a single quote between double quotes.
    is_single_escaped = base is not str and len(repr(base(b"'") + ending)) - bare > 1
    for start in range(wire.MOST_ITEMS, base.__len__(value), PIECE):
        piece = base.__getitem__(value, slice(start, start + PIECE))
        if base is str:
            whole += len(repr(piece + ending)) - bare
        else:
            whole += _length_in_repr(piece) + piece.count(b"'") * is_single_escaped
    if base is bytearray and type(value) is not bytearray:
        name = type_name(type(value))
        whole += len(name) - len("bytearray")
        first = name + first.removeprefix("bytearray")
    return first[: wire.MOST_ITEMS].encode("utf-8", "surrogatepass"), whole


def _length_in_repr(piece: bytes | bytearray) -> int:
    """Return how many characters the bytes take in a ``repr``, single quotes unescaped: one, two
    (as ``\\n``) or four (as ``\\x00``) each (bytes_repr of Objects/bytesobject.c).
    """
    escaped = piece.translate(None, _PLAIN)
    return len(piece) + len(escaped) + 2 * len(escaped.translate(None, b"\t\n\r\\"))


def int_encoded(value: int) -> tuple[bytes, int]:
    """Return the digits of an int."""
    more = (value.bit_length() + 3) // 4 - wire.MOST_ITEMS
    if more <= 0:
        return cut(int_text(value))
    # Convert only the digits that are shown.
    sign = "-" if value < 0 else ""
    text = sign + hex((-value if sign else value) >> 4 * more)
    return text[: wire.MOST_ITEMS].encode(), len(text) + more


def int_text(value: int) -> str:
    """Return the digits; in hexadecimal beyond Python's limit for decimal."""
    if value.bit_length() > 14_300:
        return hex(value)
    try:
        text = int.__repr__(value)
    except ValueError:
        return hex(value)
    return text if len(text) <= 4_301 else hex(value)


def own_int_encoded(value: int) -> tuple[bytes, int]:
    """Return the digits of an instance of a subclass of int, whose methods may be the program's."""
    return int_encoded(int.__add__(value, 0))


def range_text(value: range) -> str:
    """Return the ``repr`` of a range."""
    parts = (value.start, value.stop) if value.step == 1 else (value.start, value.stop, value.step)
    return f"range({', '.join(map(safe_repr, parts))})"


def slice_text(value: slice[Any, Any, Any]) -> tuple[bytes, int]:
    """Return the ``repr`` of a slice."""
    parts = (value.start, value.stop, value.step)
    return cut(f"slice({', '.join(map(safe_repr, parts))})")


def safe_repr(value: object) -> str:
    """Return the ``repr`` of a value of builtin types; the type of any other."""
    if type(value) is int:
        return int_text(value)
    if value is None or any(type(value) is cls for cls in (str, float, bool, bytes, complex)):
        return repr(value)
    if type(value) is tuple:
        inner = ", ".join(map(safe_repr, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    return f"<{type_name(type(value))}>"
