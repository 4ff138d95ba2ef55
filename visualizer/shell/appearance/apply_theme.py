"""Gives a theme to all widgets of a part of the window."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from visualizer.charts.colours import Coloured
from visualizer.diagram.themes import Theme


@runtime_checkable
class Themed(Protocol):
    """A widget that paints itself in the colours of a theme."""

    def set_theme(self, theme: Theme, /) -> None:
        """Paint in the colours of ``theme``."""
        ...


def apply_theme(widget: QWidget, theme: Theme) -> None:
    """Give ``theme`` to ``widget`` and everything in it, the innermost widgets first.

    A widget with ``set_theme`` need not pass the theme on to the widgets in it.
    """
    for child in widget.children():
        if isinstance(child, QWidget):
            apply_theme(child, theme)
    if isinstance(widget, Themed):
        widget.set_theme(theme)
    elif isinstance(widget, Coloured):
        widget.set_colours(theme.colour)
