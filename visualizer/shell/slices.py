"""What the window is made of is imported in slices, after its first painting."""

from collections.abc import Iterator
from importlib import import_module

_MODULES = (
    "PySide6.QtSvg",
    "visualizer.words",
    "visualizer.recording",
    "visualizer.layout.composing.sheets",
    "visualizer.explain",
    "visualizer.diagram.sheet.scene",
    "visualizer.diagram.sheet.view",
    "visualizer.shell.player",
    "visualizer.shell.workbench",
    "visualizer.shell.source_pane",
    "visualizer.shell.diagram_pane",
    "visualizer.shell.dock",
    "visualizer.shell.transport",
    "visualizer.shell.arrangement",
    "visualizer.shell.session_keeper",
    "visualizer.shell.furnishing",
)
"""Each with what it needs, in an order in which none takes long."""


def imports() -> Iterator[None]:
    """Bring them in, one at each ``next``."""
    for module in _MODULES:
        import_module(module)
        yield
