"""A sentence with `code` in back ticks, as rich text of Qt, in the window's text size."""

from visualizer.diagram.themes import Theme
from visualizer.diagram.wording.marked_text import rich_text_of
from visualizer.shell.appearance.text_sizes import px


def rich_text(sentence: str, theme: Theme, family: str) -> str:
    """Return ``sentence`` as HTML; nothing in it but the back ticks and double stars is markup."""
    return rich_text_of(sentence, theme, family, px(14))
