"""Turns a sentence with `code` in back ticks into rich text in the window's style."""

from visualizer.diagram.fonts import code_family
from visualizer.diagram.wording.marked_text import rich_text_of
from visualizer.shell.appearance.look import THEME, px


def rich_text(sentence: str, size: int | None = None) -> str:
    """Return ``sentence`` as HTML; only its back ticks and double stars are markup.

    Its code is ``size`` pixels high; by default it follows the size of all text.
    """
    return rich_text_of(sentence, THEME.now, code_family(), px(14) if size is None else size)
