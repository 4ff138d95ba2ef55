"""The diagram: sheets painted on a scene, themes, and pictures of a step.

Names are imported on first use: the window needs only the colours for its first painting, and
everything else takes a hundred times as long.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.diagram.picture import export_picture
    from visualizer.diagram.themes import THEMES, Theme, system_theme, theme
    from visualizer.diagram.words import LANGUAGES, say

__all__ = [
    "LANGUAGES",
    "THEMES",
    "Theme",
    "export_picture",
    "say",
    "system_theme",
    "theme",
]
_MODULES = {
    "LANGUAGES": "words",
    "THEMES": "themes",
    "Theme": "themes",
    "export_picture": "picture",
    "say": "words",
    "system_theme": "themes",
    "theme": "themes",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
