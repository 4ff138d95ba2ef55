"""Fills the gaps of a template.

Gaps are ``{name}``, and ``%n`` for the number that chooses a plural form. A Korean particle depends
on the last sound before it, which is known only once the gaps are filled: templates give both
forms, as ``[을/를]``.
"""

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"\{(\w+)\}|(%n)|\[([^\[\]/{}]*)/([^\[\]/{}]*)\]")
_HANGUL = range(0xAC00, 0xD7A4)
_L_SOUND = 8
_SILENT = "`'\"()[]{}<>.,:;!?…·_ "
_DIGITS = "013678", "178"
_LETTERS = "lmnr", "lr"
_WORD_ENDS = re.compile(
    r"(?:[lmn]|ng|ck|(?<![aeiou])[aeiou]p|.[lmn]e|type|heap|[bp]ut|[iu]nit|split)$"
)
_UNDERSCORES = re.compile(r"(?<![^\s`])_+`?$")
_L_ENDS = re.compile(r"(?:l|.le)$")


def fill(template: str, arguments: Mapping[str, str | int]) -> str:
    """Return a template with its gaps filled and its particles chosen.

    Raises KeyError if ``arguments`` lack a gap.
    """
    text, position = "", 0
    for found in _TOKEN.finditer(template):
        text += template[position : found.start()]
        position = found.end()
        if found[1] is not None:
            text += str(arguments[found[1]])
        elif found[2] is not None:
            text += f"{arguments['n']:,}"
        else:
            text += particle(text, found[3], found[4])
    return text + template[position:]


def particle(text: str, closed: str, open_: str) -> str:
    """Return the Korean particle that fits the last sound of ``text``.

    ``closed`` follows a final consonant, ``open_`` a vowel. An exception is 으로/로, which has the
    form for vowels after ㄹ too. Digits are read as numbers, a single Latin letter by its name,
    longer words by their ending.
    """
    # A name of underscores alone is read as they are called.
    final, l_sound = _last_sound("" if _UNDERSCORES.search(text) else text.rstrip(_SILENT))
    if closed == "으로" and l_sound:
        return open_
    return closed if final else open_


def _last_sound(text: str) -> tuple[bool, bool]:
    """Return whether the last sound is a consonant, and whether that consonant is ㄹ."""
    if not text:
        return False, False
    last = text[-1].lower()
    if ord(last) in _HANGUL:
        final = (ord(last) - _HANGUL.start) % 28
        return final != 0, final == _L_SOUND
    if last.isdigit():
        return last in _DIGITS[0], last in _DIGITS[1]
    word = re.search(r"[a-z]+$", text.lower())
    if word is None:
        return False, False
    if len(word[0]) == 1:
        return last in _LETTERS[0], last in _LETTERS[1]
    return _WORD_ENDS.search(word[0]) is not None, _L_ENDS.search(word[0]) is not None
