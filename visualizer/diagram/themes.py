"""The colours: three themes, read from ``resources/themes.json``.

What each colour is for stands in the table of names below; a test keeps the contrast of every
colour over the grounds that it is used on.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from visualizer.resources import resource

THEMES = ("light", "dark", "high-contrast")


@dataclass(frozen=True, slots=True)
class Theme:
    """A named set of colours. ``outline`` is how thick a card's edge is drawn."""

    name: str
    colours: Mapping[str, QColor]
    outline: float = 1.0

    def colour(self, name: str) -> QColor:
        """Return the colour of that name; raise KeyError if there is none."""
        return self.colours[name]


@cache
def theme(name: str) -> Theme:
    """Return the theme of that name, one of ``THEMES``. Raises KeyError for another."""
    table = json.loads(resource("themes.json").read_text(encoding="utf-8"))[name]
    colours = {colour: QColor(value) for colour, value in table.items()}
    return Theme(name, colours, 2.0 if name == "high-contrast" else 1.0)


def system_theme() -> str:
    """The theme that the system asks for: light where it says nothing."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
