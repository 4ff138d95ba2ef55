"""Reads objects of the library in C whose state no function returns without side effects.

Every Python way to the digits of a ``Decimal`` creates the thread's arithmetic context if there is
none, and asking a file for its position flushes it, or fails in a ``for`` loop. So both are read
from memory (Modules/_decimal/_decimal.c, Modules/_io/textio.c and bufferedio.c). Inconsistent state
is omitted.
"""

from __future__ import annotations

import os
from sys import byteorder

from visualizer.recorder import wire
from visualizer.recorder.objects.classes import (
    HEAP_TYPE,
    is_own_import,
    name_of_type,
    referents,
    type_dict,
    type_flags,
    type_mro,
    type_name,
)
from visualizer.recorder.objects.texts import cut, safe_repr
from visualizer.recorder.versions import WRITER_IN_STRING_IO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from visualizer.recorder.objects.plans import Text

    type Words = Callable[[int, int], Sequence[int]]
    type Facts = list[tuple[str, str]]


class MemoryAccess:
    """Reads memory and file positions directly.

    ``words(address, count)`` returns that many words of eight bytes, none if the memory cannot be
    read; ``position(descriptor)`` returns an open file's offset, negative if it has none.
    """

    __slots__ = ("position", "words")

    def __init__(self, words: Words, position: Callable[[int], int]) -> None:
        self.words = words
        self.position = position


DECIMAL = "decimal.Decimal"
_DECIMAL_AT = 24
"""After header and hash: flags, exponent, digits, length, capacity, pointer to the digits."""
_NEGATIVE, _INFINITE, _NAN, _SIGNALS = 1, 2, 4, 8
_DIGITS_OF_WORD = 19
_MOST_WORDS = 1 << 12

_TEXT_WORDS, _BUFFER_WORDS = 20, 13
_BUFFER, _ENCODING, _DECODER, _DECODED, _USED, _PENDING = 4, 5, 7, 15, 16, 18
"""Offsets of the fields of a ``TextIOWrapper``, in words."""
_RAW, _AT, _RAW_AT, _READ_END, _WRITE_END = 2, 8, 9, 10, 12
"""Offsets of the fields of the three buffered files, in words."""
_DESCRIPTOR_AT = 16
"""Offset of a ``FileIO``'s descriptor: half a word."""
_STANDARD, _NONE = 2, 1 << 31
"""The last standard stream, which the recorder does not read as a plain run does; a closed file has
a negative descriptor.
"""
_CHARACTERS, _POSITION, _LENGTH, _STATE, _WRITER = 2, 3, 4, 6, 7
"""Offsets of the fields of a ``StringIO``, in words; a ``BytesIO`` has the first three."""
_STRING_WORDS = 15 if WRITER_IN_STRING_IO else 9
_CLOSED, _IS_CLOSED = _STRING_WORDS - 1, 0x100
_ACCUMULATING, _WIDEST, _HALF = 2, 4, 0xFFFFFFFF
_CODECS = {1: "latin-1", 2: f"utf-16-{byteorder[0]}e", 4: f"utf-32-{byteorder[0]}e"}
_FIRST_BYTE, _WORD = 32, 8
_NO_MORE: Facts = [("closed", "True")]
_MOST_SHOWN = 1000
"""Characters or bytes of their text that are recorded."""
_RAW_FILE = "_io.FileIO"
_NEWLINES = "_io.IncrementalNewlineDecoder"
_NEWLINES_AT = 16
"""After its header: decoder, errors, and in the first bit whether a carriage return is pending."""
_ENCODINGS = frozenset({"utf-8", "UTF-8", "ascii", "latin-1", "iso-8859-1"})
"""Encodings in which a character alone determines its number of bytes."""
_ALIAS, _UNIONS = "types.GenericAlias", ("types.UnionType", "typing.Union")
"""The names of the types; a union was called ``UnionType`` until 3.13."""
_MOST_OF_A_TYPE = 80
"""Characters of a formatted type."""
_DEEPEST = 6

_seek = os.lseek


def file_position(descriptor: int) -> int:
    """Return an open file's offset; -1 if it has none."""
    try:
        return _seek(descriptor, 0, os.SEEK_CUR)
    except OSError:
        return -1


def decimal_text(words: Words) -> Callable[[Any], Text]:
    """Return a function that formats a ``Decimal`` as Python does."""
    return lambda value: cut(f"Decimal('{_digits(words(id(value) + _DECIMAL_AT, 6), words)}')")


def _digits(found: Sequence[int], words: Words) -> str:
    if not found:
        return "…"
    flags, exponent, digits, length, _, at = found
    flags &= 0xFF  # one byte
    sign = "-" if flags & _NEGATIVE else ""
    if flags & _INFINITE:
        return f"{sign}Infinity"
    whole = ""
    if length <= _MOST_WORDS:
        parts = [f"{word:0{_DIGITS_OF_WORD}d}" for word in reversed(words(at, length))]
        whole = "".join(parts)[-digits:] if digits else ""
    if flags & (_NAN | _SIGNALS):
        return f"{sign}{'s' * bool(flags & _SIGNALS)}NaN{whole}"
    if len(whole) != digits:
        return "…"
    return sign + _format_digits(whole, _signed(exponent))


def _format_digits(digits: str, exponent: int) -> str:
    """Return the digits with a point, or a power of ten like ``Decimal.__str__``."""
    left = len(digits) + exponent
    if exponent <= 0 and left > -6:
        if left <= 0:
            return f"0.{'0' * -left}{digits}"
        return f"{digits[:left]}.{digits[left:]}" if exponent else digits
    point = f"{digits[0]}.{digits[1:]}" if len(digits) > 1 else digits
    return f"{point}E{left - 1:+d}"


def _signed(word: int) -> int:
    return word - (1 << 64) if word >> 63 else word


def facts_of(cls: type, access: MemoryAccess) -> Callable[[Any], Facts] | None:
    """Return a function for facts about the objects of a type; None if there are none."""
    facts = _FACTS.get(name_of_type(cls))
    is_static = not type_flags(cls) & HEAP_TYPE  # no program can make one of that name
    if facts is None or not (is_static or is_own_import(cls, name_of_type(cls))):
        return None
    return lambda thing: facts(thing, access)


def _of_pattern(pattern: Any, _: MemoryAccess) -> Facts:
    return [("pattern", safe_repr(type_dict(type(pattern))["pattern"].__get__(pattern)))]


def _of_match(match: Any, _: MemoryAccess) -> Facts:
    """Return the matched text and its span."""
    own = type_dict(type(match))
    start, end = own["span"](match)
    text = own["string"].__get__(match)
    span = ("span", f"({start}, {end})")
    if type(text) is not str and type(text) is not bytes:
        return [span]
    return [("match", repr(text[start : min(end, start + wire.MOST_ITEMS)])), span]


def _of_alias(alias: Any, _: MemoryAccess) -> Facts:
    """Return a type that is written in annotations: ``list[int]``, ``int | None``.

    Its own ``repr`` asks each argument for its name, which a metaclass of the program may answer
    (Objects/genericaliasobject.c, Objects/unionobject.c).
    """
    text = _type_text(alias, 0)
    is_short = len(text) <= _MOST_OF_A_TYPE
    return [("value", text if is_short else f"{text[: _MOST_OF_A_TYPE - 1]}…")]


def _type_text(value: Any, depth: int) -> str:
    cls = type(value)
    if any(base is type for base in type_mro(cls)):
        return type_name(value)
    if value is ...:
        return "..."
    name = name_of_type(cls)
    if depth > _DEEPEST or (name != _ALIAS and name not in _UNIONS):
        return safe_repr(value)
    arguments = [_type_text(one, depth + 1) for one in _member(value, "__args__")]
    if name in _UNIONS:
        return " | ".join("None" if one == "NoneType" else one for one in arguments)
    return f"{_type_text(_member(value, '__origin__'), depth + 1)}[{', '.join(arguments) or '()'}]"


def _member(value: Any, name: str) -> Any:
    return type_dict(type(value))[name].__get__(value)


def _of_method(method: Any, _: MemoryAccess) -> Facts:
    """Return the name of a method of a class in C, which runs no code of the program."""
    return [("value", f"method {method.__qualname__}")]


def _of_count(count: Any, _: MemoryAccess) -> Facts:
    """Return its text, which alone shows its position, unless it counts objects of the program."""
    is_plain = all(type(one) in (int, float, type) for one in referents(count))
    return [("value", repr(count))] if is_plain else []


def _of_text_file(file: Any, access: MemoryAccess) -> Facts:
    """Return the file position in bytes, less what was read ahead."""
    found = access.words(id(file), _TEXT_WORDS)
    if not found:
        return []
    parts = {id(part): part for part in referents(file)}
    buffer, decoder = parts.get(found[_BUFFER]), parts.get(found[_DECODER])
    at = None if buffer is None else _position(buffer, access)
    chars, used = parts.get(found[_DECODED], ""), found[_USED]
    ahead = _bytes_from(chars, used, parts.get(found[_ENCODING]))
    undecoded = 0 if decoder is None else _undecoded(decoder, chars, used, access.words)
    if at is None or ahead is None or undecoded is None:
        return []
    return _fact_of(at + found[_PENDING] - ahead - undecoded)


def _bytes_from(chars: str, start: int, encoding: object) -> int | None:
    """Return how many bytes the characters from ``start`` on take in a file; None if unknown."""
    if start == len(chars):
        return 0
    if type(encoding) is not str or encoding not in _ENCODINGS:
        return None
    if chars.isascii():
        return len(chars) - start
    try:
        return len(chars[start:].encode(encoding))
    except UnicodeError:
        return None


def _undecoded(decoder: Any, chars: str, start: int, words: Words) -> int | None:
    """Return how many bytes a decoder received beyond those characters; None if unknown."""
    more = 0
    if name_of_type(type(decoder)) == _NEWLINES:
        newlines = type_dict(type(decoder))["newlines"].__get__(decoder)
        if newlines == "\r\n":
            more = chars.count("\n", start)
        elif newlines not in (None, "\n"):
            return None
        inner, _, waits = words(id(decoder) + _NEWLINES_AT, 3)
        more += waits & 1
        decoder = next((part for part in referents(decoder) if id(part) == inner), None)
    return more + sum(len(part) for part in referents(decoder) if type(part) is bytes)


def _of_buffered(file: Any, access: MemoryAccess) -> Facts:
    return _fact_of(_position(file, access))


def _fact_of(position: int | None) -> Facts:
    """Return the fact; none if it is unknown, or negative: a device such as ``/dev/zero`` is always
    at 0, whatever was read ahead.
    """
    return [] if position is None or position < 0 else [("position", str(position))]


def _position(file: Any, access: MemoryAccess) -> int | None:
    """Return the position of a buffered file, which may differ from that of the raw file."""
    if _FACTS.get(name_of_type(type(file))) is not _of_buffered:
        return None
    found = [_signed(word) for word in access.words(id(file), _BUFFER_WORDS)]
    raw = next((part for part in referents(file) if found and id(part) == found[_RAW]), None)
    if raw is None or name_of_type(type(raw)) != _RAW_FILE:
        return None
    descriptor = access.words(id(raw) + _DESCRIPTOR_AT, 1)[0] & 0xFFFFFFFF
    at = access.position(descriptor) if _STANDARD < descriptor < _NONE else -1
    if at < 0:
        return None
    is_filled = found[_READ_END] != -1 or found[_WRITE_END] != -1
    at += found[_AT] - found[_RAW_AT] if is_filled and found[_RAW_AT] >= 0 else 0
    return at if at >= 0 else None


def _of_string_io(file: Any, access: MemoryAccess) -> Facts:
    """Return the text so far and the position, or that it is closed.

    While a program only adds text, a writer has it (Modules/_io/stringio.c).
    """
    found = access.words(id(file), _STRING_WORDS)
    if not found or found[_CLOSED] & _IS_CLOSED:
        return _NO_MORE if found else []
    at, width = found[_CHARACTERS], _WIDEST
    if found[_STATE] & _HALF == _ACCUMULATING:
        writer = found[_WRITER:] if WRITER_IN_STRING_IO else access.words(found[_WRITER], 3)
        if not writer:
            return []
        at, width = writer[1], writer[2] & _HALF
    data = _bytes_at(at, min(found[_LENGTH], _MOST_SHOWN) * width, access)
    # A writer sets its width with the first text.
    codec = _CODECS.get(width, _CODECS[1] if not data else "")
    text = data.decode(codec, "surrogatepass") if codec and data is not None else None
    return _text_and_position(text, found[_POSITION])


def _bytes_at(address: int, size: int, access: MemoryAccess) -> bytes | None:
    """Return ``size`` bytes of memory; None if it cannot be read."""
    found = access.words(address, -(-size // _WORD)) if size else ()
    data = b"".join(word.to_bytes(_WORD, byteorder) for word in found)[:size]
    return data if len(data) == size else None


def _of_bytes_io(file: Any, access: MemoryAccess) -> Facts:
    """Return the bytes so far and the position, or that it is closed."""
    found = access.words(id(file), _LENGTH + 1)
    if not found or not found[_CHARACTERS]:
        return _NO_MORE if found else []
    data = _bytes_at(found[_CHARACTERS] + _FIRST_BYTE, min(found[_LENGTH], _MOST_SHOWN), access)
    return _text_and_position(data, found[_POSITION])


def _text_and_position(text: str | bytes | None, position: int) -> Facts:
    shown = [] if text is None else [("text", repr(text))]
    return [*shown, ("position", str(position))]


_FACTS: dict[str, Callable[[Any, MemoryAccess], Facts]] = {
    "re.Pattern": _of_pattern,
    "re.Match": _of_match,
    "_io.TextIOWrapper": _of_text_file,
    "_io.BufferedReader": _of_buffered,
    "_io.BufferedWriter": _of_buffered,
    "_io.BufferedRandom": _of_buffered,
    "_io.StringIO": _of_string_io,
    "_io.BytesIO": _of_bytes_io,
    **dict.fromkeys((_ALIAS, *_UNIONS), _of_alias),
    "itertools.count": _of_count,
    **dict.fromkeys(("builtins.method_descriptor", "builtins.wrapper_descriptor"), _of_method),
}
