"""The diagram: a scene reconciled by serial, themes, and pictures of a step."""

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
