"""Fills the gaps of a template.

Gaps are ``{name}``, and ``%n`` for the number that chooses a plural form. A number in the gap ``n``
is an amount, written with commas. A Korean particle depends on the last sound before it, which is
known only once the gaps are filled: templates give both forms, as ``[을/를]``.
"""

import re
from collections.abc import Mapping
from unicodedata import normalize

_TOKEN = re.compile(r"\{(\w+)\}|%(n)|\[([^\[\]/{}]*)/([^\[\]/{}]*)\]")
_HANGUL = range(0xAC00, 0xD7A4)
_L_SOUND = 8
_SILENT = "`'\"()[]{}<>.,:;!?…·_ "
_DIGITS = "013678", "178"
_LETTERS = "lmnr", "lr"
_LAST_WORD = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+)$")
_VOWEL = re.compile("[aeiouy]")
_WORD_ENDS = re.compile(
    r"(?:[lmn]|ng|(?<!che)ck|ook|.[aeio]c|.[aeo]b|(?<=[^aeiou])[aeiou]p|e[aeu]p"
    r"|(?<=[^aeiou])[aeou]t|out|(?:[iu]n|[lmfs]|bb)it|(?<!the)(?<=.)[lmn]e|type)$"
)
_CLOSED = frozenset(("app", "bag", "big", "club", "deque", "good", "group", "up"))
"""Words of programs that end otherwise than those rules say: 앱, 백, 빅, 클럽, 덱, 굿, 그룹, 업."""
_UNDERSCORES = re.compile(r"(?<![^\s`])_+`?$")
_L_ENDS = re.compile(r"(?:l|.le)$")
_CALLED = frozenset(("#", *map(chr, range(0x3131, 0x314F))))
"""Signs that end in a consonant as they are called: 샵, and consonants alone, 기역, 니은, 리을."""
_EMPTY_TEXT = re.compile(r"""(["']) *\1`?$""")
"""Quotation marks without a letter, called 빈 문자열 or 공백."""


def fill(template: str, arguments: Mapping[str, str | int]) -> str:
    """Return a template with its gaps filled and its particles chosen.

    Raises KeyError if ``arguments`` lack a gap.
    """
    text, position = "", 0
    for found in _TOKEN.finditer(template):
        text += template[position : found.start()]
        position = found.end()
        name = found[1] or found[2]
        if name is None:
            text += particle(text, found[3], found[4])
        else:
            value = arguments[name]
            text += f"{value:,}" if name == "n" and isinstance(value, int) else str(value)
    return text + template[position:]


def particle(text: str, closed: str, open_: str) -> str:
    """Return the Korean particle that fits the last sound of ``text``.

    ``closed`` follows a final consonant, ``open_`` a vowel. An exception is 으로/로, which has the
    form for vowels after ㄹ too. Digits are read as numbers, a single Latin letter by its name,
    longer words by their ending, as Koreans read English words. A word without vowels is spelt.
    """
    if _EMPTY_TEXT.search(text):
        return closed
    # A name of underscores alone is read as they are called.
    final, l_sound = _last_sound("" if _UNDERSCORES.search(text) else text.rstrip(_SILENT))
    if closed == "으로" and l_sound:
        return open_
    return closed if final else open_


def _last_sound(text: str) -> tuple[bool, bool]:
    """Return whether the last sound is a consonant, and whether that consonant is ㄹ."""
    if not text:
        return False, False
    # The file names of macOS come with their syllables taken apart.
    last = normalize("NFC", text[-3:])[-1].lower()
    if last in _CALLED:
        return True, last == "ㄹ"
    if ord(last) in _HANGUL:
        final = (ord(last) - _HANGUL.start) % 28
        return final != 0, final == _L_SOUND
    if last.isdigit():
        return last in _DIGITS[0], last in _DIGITS[1]
    found = _LAST_WORD.search(text)
    if found is None:
        return False, False
    word = found[0].lower()
    if not _VOWEL.search(word):
        return last in _LETTERS[0], last in _LETTERS[1]
    is_closed = word in _CLOSED or _WORD_ENDS.search(word) is not None
    return is_closed, _L_ENDS.search(word) is not None
