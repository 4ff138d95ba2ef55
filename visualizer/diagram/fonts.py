"""The fonts, and the widths of texts in them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import east_asian_width

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from visualizer.diagram.words import LANGUAGES, translate
from visualizer.layout.measure import SIZE_OF, Text, TextStyle, written_in
from visualizer.resources import resources_folder

WORD_FAMILIES = ("Pretendard", "NanumGothic", "Malgun Gothic", "Apple SD Gothic Neo")
CODE_FAMILIES = ("D2Coding", "Pretendard", "NanumGothicCoding", "Menlo", "Consolas")

_MOST_KNOWN = 8_192
"""The maximum number of texts whose width is cached."""

_STYLES = {
    TextStyle.NAME: ("code", QFont.Weight.Normal),
    TextStyle.PLAIN_VALUE: ("code", QFont.Weight.Bold),
    TextStyle.HEADING: ("words", QFont.Weight.DemiBold),
    TextStyle.NOTE: ("words", QFont.Weight.Normal),
    TextStyle.INDEX: ("words", QFont.Weight.Normal),
}


class _Chosen:
    """The application's choice of fonts instead of the usual ones."""

    words = code = ""


def choose_families(words: str, code: str) -> None:
    """Use these fonts from now on; an empty name selects the usual font.

    Callers that keep a font or a width must ask for it again.
    """
    _Chosen.words, _Chosen.code = words, code
    for kept in (_families, word_font, code_font, style_font, font_metrics, narrow_families):
        kept.cache_clear()
    text_width.cache_clear()
    _known_metrics.clear()


def chosen_families() -> tuple[str, str]:
    """Return the fonts that were chosen for words and for code; empty for the usual ones."""
    return _Chosen.words, _Chosen.code


def code_family() -> str:
    """Return the name of the font of code."""
    return _families()["code"][0]


def usual_family(kind: str) -> str:
    """Return the font of ``words`` or ``code`` if none was chosen."""
    return _usual_families()[kind][0]


def families_to_choose(kind: str) -> list[str]:
    """Return the fonts on this machine for ``words`` or ``code``."""
    _usual_families()
    every = [name for name in QFontDatabase.families() if not QFontDatabase.isPrivateFamily(name)]
    if kind == "words":
        return every
    return [n for n in every if QFontDatabase.isFixedPitch(n) or n in CODE_FAMILIES[:1]]


@cache
def _families() -> dict[str, list[str]]:
    """Return the chosen families, then the usual ones."""
    chosen = {"words": _Chosen.words, "code": _Chosen.code}
    usual = _usual_families()
    return {kind: [*([name] if name else []), *usual[kind]] for kind, name in chosen.items()}


@cache
def _usual_families() -> dict[str, list[str]]:
    """Return the bundled fonts that are present, then the system's."""
    folder = resources_folder() / "fonts"
    if folder.is_dir():
        for file in sorted(folder.iterdir()):
            if file.suffix in (".otf", ".ttc", ".ttf"):
                QFontDatabase.addApplicationFont(str(file))
    present = set(QFontDatabase.families())
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return {
        "words": [name for name in WORD_FAMILIES if name in present] + [usual],
        "code": [name for name in CODE_FAMILIES if name in present] + [fixed, "monospace"],
    }


@cache
def word_font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of words at a size in pixels."""
    return _font("words", size, weight)


@cache
def code_font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of code at a size in pixels; D2Coding needs even sizes."""
    return _font("code", size, weight)


@cache
def style_font(style: TextStyle) -> QFont:
    """Return the font of one of the diagram's text styles."""
    kind, weight = _STYLES[style]
    return _font(kind, SIZE_OF[style], weight)


@cache
def font_metrics(style: TextStyle) -> QFontMetricsF:
    """Return the metrics of one of the diagram's text styles."""
    return QFontMetricsF(style_font(style))


@lru_cache(maxsize=_MOST_KNOWN)
def text_width(said: str, style: TextStyle) -> float:
    """Return the width of a text."""
    return sum(metrics.horizontalAdvance(run) for metrics, _, run in runs(said, style))


_known_metrics: dict[int, tuple[QFont, QFontMetricsF]] = {}


def metrics_of(font: QFont) -> QFontMetricsF:
    """Return the metrics of a cached font, such as that of ``word_font``."""
    known = _known_metrics.get(id(font))
    if known is None:
        known = _known_metrics[id(font)] = font, QFontMetricsF(font)
    return known[1]


@cache
def _signs() -> re.Pattern[str]:
    """Return a pattern for letters and signs of ambiguous width: Greek, Cyrillic, ``…``, ``→``.

    An accent that is a letter of its own stays with the letter before it. The shapes that come
    after these letters, such as those of a frame, stay in line with each other.
    """
    found = (one for one in map(chr, range(0x80, 0x2460)) if east_asian_width(one) == "A")
    return re.compile(f"(?![\u0300-\u036f])[{''.join(found)}]+")


_LETTERS = "\u03c9\u0436"
"""A Greek and a Cyrillic letter, wide ones."""
_WIDE = 1.5
"""The width, as a multiple of the usual one, from which a letter of code counts as too wide."""


def runs(text: str, style: TextStyle) -> Iterator[tuple[QFontMetricsF, QFont, str]]:
    """Split a text into parts for its own font and for the font of words.

    Korean fonts for code make signs and letters of ambiguous width (Unicode's annex 11) as wide as
    two. Letters that the font makes no wider than others stay in it.
    """
    (kind, weight), size = _STYLES[style], SIZE_OF[style]
    position = 0
    for found in _signs().finditer(text) if kind == "code" and not text.isascii() else ():
        has_letters = any(map(str.isalpha, found[0]))
        if has_letters and not _is_wide(found[0], style):
            continue
        if found.start() > position:
            yield font_metrics(style), style_font(style), text[position : found.start()]
        signs = word_font(size, weight if has_letters else QFont.Weight.Normal)
        yield metrics_of(signs), signs, found[0]
        position = found.end()
    if position < len(text):
        yield font_metrics(style), style_font(style), text[position:]


def wide_letters(code: str) -> Iterator[re.Match[str]]:
    """Find the words with letters that the font of code makes as wide as two."""
    for found in _signs().finditer(code) if not code.isascii() else ():
        if any(map(str.isalpha, found[0])) and _is_wide(found[0], TextStyle.NAME):
            yield found


@cache
def narrow_families() -> list[str]:
    """Return the fonts for ``wide_letters``: another one for code, else those of words."""
    usual, size = _usual_families(), SIZE_OF[TextStyle.NAME]
    for name in usual["code"]:
        font = QFont(name)
        font.setPixelSize(round(size))
        if not _is_wide(_LETTERS, TextStyle.NAME, QFontMetricsF(font)):
            return [name]
    return usual["words"]


def _is_wide(letters: str, style: TextStyle, metrics: QFontMetricsF | None = None) -> bool:
    """Whether one of the letters has the width of two usual ones, in its own font by default."""
    usual = font_metrics(style)
    width = (metrics or usual).horizontalAdvance
    return max(map(width, letters)) > _WIDE * usual.horizontalAdvance("n")


def _font(kind: str, size: float, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(_families()[kind])
    font.setPixelSize(round(size))
    font.setWeight(weight)
    hinting = QFont.HintingPreference.PreferNoHinting  # hints cut the tails of small bold letters
    if kind == "code":
        hinting = QFont.HintingPreference.PreferVerticalHinting
        font.setStyleHint(QFont.StyleHint.Monospace)
    font.setHintingPreference(hinting)
    return font


class QtMeasure:
    """Measures text as it will be drawn; phrases in all languages."""

    def __init__(self) -> None:
        self._widths: dict[tuple[Text, TextStyle], float] = {}

    def forget(self) -> None:
        """Forget all widths, because the fonts have changed."""
        self._widths.clear()

    def width(self, text: Text, style: TextStyle) -> float:
        """Return the width in pixels; for a phrase, the maximum over all languages."""
        known = self._widths.get((text, style))
        if known is None:
            known = self._measured(text, style)
            self._widths[text, style] = known
        return known

    def _measured(self, text: Text, style: TextStyle) -> float:
        if isinstance(text, str):
            return sum(metrics.horizontalAdvance(run) for metrics, _, run in runs(text, style))
        # Words have their own font, also in place of code.
        words = font_metrics(written_in(text, style))
        return max(words.horizontalAdvance(translate(text, language)) for language in LANGUAGES)
