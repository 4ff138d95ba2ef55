"""The colours: three themes, read from ``resources/themes.json``.

The table of names below has the use of each colour; a test checks the contrast of every colour with
the grounds on which it is used.
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
    """A named set of colours. ``outline`` is the width of a card's edge."""

    name: str
    colours: Mapping[str, QColor]
    outline: float = 1.0

    def colour(self, name: str) -> QColor:
        """Return the colour with a name; raises KeyError if there is none."""
        return self.colours[name]


@cache
def theme(name: str) -> Theme:
    """Return the theme with a name, one of ``THEMES``. Raises KeyError for another."""
    table = json.loads(resource("themes.json").read_text(encoding="utf-8"))[name]
    colours = {colour: QColor(value) for colour, value in table.items()}
    return Theme(name, colours, 2.0 if name == "high-contrast" else 1.0)


def system_theme() -> str:
    """Return the theme that the system prefers; light if it has no preference."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
