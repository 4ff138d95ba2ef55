"""Turns a sentence with `code` in back ticks into Qt's rich text, in the window's text size."""

from visualizer.diagram.themes import Theme
from visualizer.diagram.wording.marked_text import rich_text_of
from visualizer.shell.appearance.text_sizes import px


def rich_text(sentence: str, theme: Theme, family: str) -> str:
    """Return ``sentence`` as HTML; only its back ticks and double stars are markup."""
    return rich_text_of(sentence, theme, family, px(14))
