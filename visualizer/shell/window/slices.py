"""What the window is made of is imported in slices, after its first painting."""

from collections.abc import Iterator
from importlib import import_module

_MODULES = (
    "PySide6.QtSvg",
    "visualizer.words",
    "visualizer.recording",
    "visualizer.layout.composing.sheets",
    "visualizer.explain",
    "visualizer.diagram.view.scene",
    "visualizer.diagram.view.view",
    "visualizer.shell.playback.player",
    "visualizer.shell.program.workbench",
    "visualizer.shell.source.pane",
    "visualizer.shell.canvas.pane",
    "visualizer.shell.dock.dock",
    "visualizer.shell.playback.transport",
    "visualizer.shell.window.arrangement",
    "visualizer.shell.sessions.keeper",
    "visualizer.shell.window.assembly",
)
"""Each with what it needs, in an order in which none takes long."""


def imports() -> Iterator[None]:
    """Bring them in, one at each ``next``."""
    for module in _MODULES:
        import_module(module)
        yield
