"""The diagram: a scene reconciled by serial, themes, and pictures of a step.

What is named here is imported when it is asked for: the window needs the colours alone for its
first painting, and all else takes a hundred times as long.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.diagram.picture import export_picture
    from visualizer.diagram.scene import DiagramScene
    from visualizer.diagram.story import Recorded, Story, ends_of, story_of
    from visualizer.diagram.themes import THEMES, Theme, system_theme, theme
    from visualizer.diagram.view import DiagramView
    from visualizer.diagram.words import LANGUAGES, say

__all__ = [
    "LANGUAGES",
    "THEMES",
    "DiagramScene",
    "DiagramView",
    "Recorded",
    "Story",
    "Theme",
    "ends_of",
    "export_picture",
    "say",
    "story_of",
    "system_theme",
    "theme",
]
_MODULES = {
    "DiagramScene": "scene",
    "DiagramView": "view",
    "LANGUAGES": "words",
    "Recorded": "story",
    "Story": "story",
    "THEMES": "themes",
    "Theme": "themes",
    "ends_of": "story",
    "export_picture": "picture",
    "say": "words",
    "story_of": "story",
    "system_theme": "themes",
    "theme": "themes",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
