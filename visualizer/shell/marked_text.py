"""A sentence with `code` in back ticks, as rich text of Qt."""

import html
import re

from visualizer.diagram.themes import Theme
from visualizer.shell.text_sizes import px

_CODE = re.compile("`([^`]*)`")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")


def rich_text(sentence: str, theme: Theme, family: str) -> str:
    """``sentence`` as HTML; nothing in it but the back ticks and double stars is markup."""
    escaped = html.escape(sentence, quote=False)
    ground, ink = theme.colour("cardHead").name(), theme.colour("ink").name()
    code = (
        f'<span style="background-color:{ground}; color:{ink}; '
        f"font-family:'{family}'; font-size:{px(14)}px;\">&nbsp;\\1&nbsp;</span>"
    )
    return _STRONG.sub(r"<b>\1</b>", _CODE.sub(code, escaped))
