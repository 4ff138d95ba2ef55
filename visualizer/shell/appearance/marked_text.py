"""A sentence with `code` in back ticks, as rich text of Qt."""

import html
import re

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.text_sizes import px

_CODE = re.compile("`([^`]*)`")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")

_UNBROKEN = re.compile(r"\S{25,}")
_PIECE = re.compile(r"\S{12}(?=\S)")


def breakable(text: str) -> str:
    """``text`` with places to break a line at where it has none: else a pane becomes as wide."""
    return _UNBROKEN.sub(lambda run: _PIECE.sub("\\g<0>\u200b", run[0]), text)


def rich_text(sentence: str, theme: Theme, family: str) -> str:
    """``sentence`` as HTML; nothing in it but the back ticks and double stars is markup."""
    escaped = html.escape(breakable(sentence), quote=False)
    ground, ink = theme.colour("cardHead").name(), theme.colour("ink").name()
    code = (
        f'<span style="background-color:{ground}; color:{ink}; '
        f"font-family:'{family}'; font-size:{px(14)}px;\">&nbsp;\\1&nbsp;</span>"
    )
    marked = _STRONG.sub(r"<b>\1</b>", _CODE.sub(code, escaped))
    return marked.replace("\n", "<br>")
