"""A sentence with `code` in back ticks, as rich text of Qt."""

import html
import re

from visualizer.diagram.themes import Theme

_CODE = re.compile("`([^`]*)`")
_CODE_OR_BACKSLASHES = re.compile(r"`[^`]*`|\\+")
_UNBROKEN = re.compile(r"\S{25,}")
_PIECE = re.compile(r"(?:\S{1,11}[(\[{,.:;/=+*|_-]|\S{12})(?=\S)")
"""A line may break after a sign, rather than in the middle of a name."""


def breakable(text: str) -> str:
    """Return ``text`` with additional places where a line may break."""
    return _UNBROKEN.sub(lambda run: _PIECE.sub("\\g<0>\u200b", run[0]), text)


def rich_text_of(sentence: str, theme: Theme, family: str, size: int) -> str:
    """Return ``sentence`` as HTML, its code in ``family`` and ``size`` pixels high.

    Only back ticks are markup. Backslashes are always in ``family``, because fonts
    of Korean words draw them as the sign of the won.
    """
    escaped = html.escape(breakable(sentence), quote=False)
    backslashes = f"<span style=\"font-family:'{family}'\">{{}}</span>"
    escaped = _CODE_OR_BACKSLASHES.sub(
        lambda one: one[0] if one[0][0] == "`" else backslashes.format(one[0]), escaped
    )
    ground, ink = theme.colour("cardHead").name(), theme.colour("ink").name()
    code = (
        f'<span style="background-color:{ground}; color:{ink}; '
        f"font-family:'{family}'; font-size:{size}px;\">&nbsp;\\1&nbsp;</span>"
    )
    return _CODE.sub(code, escaped).replace("\n", "<br>")
