"""The fonts of the window: those it is drawn for where they are, else the system's for Korean."""

from PySide6.QtGui import QFont, QFontDatabase

_WORDS = ("Pretendard", "NanumGothic", "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR")
_CODE = ("D2Coding", "NanumGothicCoding", "Noto Sans Mono CJK KR", "Menlo", "Consolas")
_WORD_SIZE, _CODE_SIZE = 13, 16


def word_font() -> QFont:
    """The font of everything that is read as prose."""
    return _font(_WORDS, QFontDatabase.SystemFont.GeneralFont, _WORD_SIZE)


def code_font(size: int = _CODE_SIZE) -> QFont:
    """The font of code, names and values."""
    font = _font(_CODE, QFontDatabase.SystemFont.FixedFont, size)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def _font(wanted: tuple[str, ...], otherwise: QFontDatabase.SystemFont, size: int) -> QFont:
    there = set(QFontDatabase.families())
    families = [family for family in wanted if family in there]
    font = QFont(QFontDatabase.systemFont(otherwise))
    font.setFamilies([*families, *font.families()])
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
