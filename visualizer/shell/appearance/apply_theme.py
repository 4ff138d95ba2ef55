"""Gives a theme to all widgets of a part of the window."""

from typing import Protocol, TypeGuard, runtime_checkable

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
    if _is_themed(widget):
        widget.set_theme(theme)
    elif _is_coloured(widget):
        widget.set_colours(theme.colour)


def _is_themed(widget: QWidget) -> TypeGuard[Themed]:
    return _follows(type(widget), Themed)


def _is_coloured(widget: QWidget) -> TypeGuard[Coloured]:
    return _follows(type(widget), Coloured)


_KNOWN: dict[tuple[type, type], bool] = {}


def _follows(kind: type, protocol: type) -> bool:
    """Whether widgets of a class follow a protocol; to find out for each widget takes long."""
    found = _KNOWN.get((kind, protocol))
    if found is None:
        found = _KNOWN[kind, protocol] = issubclass(kind, protocol)
    return found
