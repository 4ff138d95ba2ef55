"""What objects of the library in C hold that none of their functions gives without a trace.

Each way of Python's to the digits of a ``Decimal`` makes the thread's arithmetic context where
there is none, and asking a file where it stands writes out what waits, or fails in a ``for`` loop:
so both are read where they lie (Modules/_decimal/_decimal.c, Modules/_io/textio.c and
bufferedio.c). What does not fit together there is not told.
"""

from __future__ import annotations

import gc
import os

from visualizer.recorder import wire
from visualizer.recorder.classes import is_own_import, name_of_type, type_dict
from visualizer.recorder.texts import cut, safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from visualizer.recorder.plans import Text

    type Words = Callable[[int, int], Sequence[int]]
    type Facts = list[tuple[str, str]]


class Look:
    """The two ways to see what no function gives.

    ``words(address, count)`` are so many words of eight bytes that lie there, none where that
    cannot be read; ``stands(descriptor)`` is where an open file stands, below zero where it does
    nowhere.
    """

    __slots__ = ("stands", "words")

    def __init__(self, words: Words, stands: Callable[[int], int]) -> None:
        self.words = words
        self.stands = stands


DECIMAL = "decimal.Decimal"
_DECIMAL_AT = 24
"""Behind head and hash: flags, exponent, digits, length, room, where the digits are."""
_NEGATIVE, _INFINITE, _NAN, _SIGNALS = 1, 2, 4, 8
_DIGITS_OF_WORD = 19
_MOST_WORDS = 1 << 12

_TEXT_WORDS, _BUFFER_WORDS = 20, 13
_BUFFER, _ENCODING, _DECODER, _DECODED, _USED, _PENDING = 4, 5, 7, 15, 16, 18
"""Where a ``TextIOWrapper`` has them, in words."""
_RAW, _AT, _RAW_AT, _READ_END, _WRITE_END = 2, 8, 9, 10, 12
"""Where the three buffered files have them."""
_DESCRIPTOR_AT = 16
"""Where a ``FileIO`` has it: half a word."""
_STANDARD, _NONE = 2, 1 << 31
"""The last of the standard streams, which the recorder reads from elsewhere than a plain run does;
a closed file has a negative one."""
_RAW_FILE = "_io.FileIO"
_NEWLINES = "_io.IncrementalNewlineDecoder"
_NEWLINES_AT = 16
"""Behind its head: decoder, errors, and in the first bit whether a carriage return waits."""
_ENCODINGS = frozenset({"utf-8", "UTF-8", "ascii", "latin-1", "iso-8859-1"})
"""Those that say by a character alone how many bytes it is."""

referents = gc.get_referents
_seek = os.lseek


def where_it_stands(descriptor: int) -> int:
    """Where an open file stands; -1 where it does nowhere."""
    try:
        return _seek(descriptor, 0, os.SEEK_CUR)
    except OSError:
        return -1


def decimal_text(words: Words) -> Callable[[Any], Text]:
    """What gives a ``Decimal`` as Python writes it."""
    return lambda value: cut(f"Decimal('{_digits(words(id(value) + _DECIMAL_AT, 6), words)}')")


def _digits(found: Sequence[int], words: Words) -> str:
    if not found:
        return "…"
    flags, exponent, digits, length, _, at = found
    flags &= 0xFF  # a byte
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
    return sign + _written(whole, _signed(exponent))


def _written(digits: str, exponent: int) -> str:
    """With a point, or a power of ten where Python writes one (``Decimal.__str__``)."""
    left = len(digits) + exponent
    if exponent <= 0 and left > -6:
        if left <= 0:
            return f"0.{'0' * -left}{digits}"
        return f"{digits[:left]}.{digits[left:]}" if exponent else digits
    point = f"{digits[0]}.{digits[1:]}" if len(digits) > 1 else digits
    return f"{point}E{left - 1:+d}"


def _signed(word: int) -> int:
    return word - (1 << 64) if word >> 63 else word


def facts_of(cls: type, look: Look) -> Callable[[Any], Facts] | None:
    """What tells more of the objects of a type than what they refer to; None where nothing does."""
    facts = _FACTS.get(name_of_type(cls))
    if facts is None or not is_own_import(cls, name_of_type(cls)):
        return None
    return lambda thing: facts(thing, look)


def _of_pattern(pattern: Any, _: Look) -> Facts:
    return [("pattern", safe_repr(type_dict(type(pattern))["pattern"].__get__(pattern)))]


def _of_match(match: Any, _: Look) -> Facts:
    """Where in the text it is, and what is there."""
    own = type_dict(type(match))
    start, end = own["span"](match)
    text = own["string"].__get__(match)
    span = ("span", f"({start}, {end})")
    if type(text) is not str and type(text) is not bytes:
        return [span]
    return [("match", repr(text[start : min(end, start + wire.MOST_ITEMS)])), span]


def _of_text_file(file: Any, look: Look) -> Facts:
    """Where it stands in the file, in bytes: what was read and not asked for yet is ahead."""
    found = look.words(id(file), _TEXT_WORDS)
    if not found:
        return []
    parts = {id(part): part for part in referents(file)}
    buffer, decoder = parts.get(found[_BUFFER]), parts.get(found[_DECODER])
    at = None if buffer is None else _position(buffer, look)
    chars, used = parts.get(found[_DECODED], ""), found[_USED]
    ahead = _bytes_from(chars, used, parts.get(found[_ENCODING]))
    undecoded = 0 if decoder is None else _undecoded(decoder, chars, used, look.words)
    if at is None or ahead is None or undecoded is None:
        return []
    return [("position", str(at + found[_PENDING] - ahead - undecoded))]


def _bytes_from(chars: str, start: int, encoding: object) -> int | None:
    """How many bytes of a file the characters are from a place on; None where not known."""
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
    """How many bytes a decoder was given beside those of the characters; None where not known."""
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


def _of_buffered(file: Any, look: Look) -> Facts:
    at = _position(file, look)
    return [] if at is None else [("position", str(at))]


def _position(file: Any, look: Look) -> int | None:
    """Where a buffered file stands, which may be behind or ahead of the file below it."""
    if _FACTS.get(name_of_type(type(file))) is not _of_buffered:
        return None
    found = [_signed(word) for word in look.words(id(file), _BUFFER_WORDS)]
    raw = next((part for part in referents(file) if found and id(part) == found[_RAW]), None)
    if raw is None or name_of_type(type(raw)) != _RAW_FILE:
        return None
    descriptor = look.words(id(raw) + _DESCRIPTOR_AT, 1)[0] & 0xFFFFFFFF
    at = look.stands(descriptor) if _STANDARD < descriptor < _NONE else -1
    if at < 0:
        return None
    is_filled = found[_READ_END] != -1 or found[_WRITE_END] != -1
    return at - found[_RAW_AT] + found[_AT] if is_filled and found[_RAW_AT] >= 0 else at


_FACTS: dict[str, Callable[[Any, Look], Facts]] = {
    "re.Pattern": _of_pattern,
    "re.Match": _of_match,
    "_io.TextIOWrapper": _of_text_file,
    "_io.BufferedReader": _of_buffered,
    "_io.BufferedWriter": _of_buffered,
    "_io.BufferedRandom": _of_buffered,
}
