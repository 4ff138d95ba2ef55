"""The window: editor, transport, output, and what connects them."""

from pathlib import Path


def run_window(path: Path | None = None) -> int:
    """Show the window on ``path`` until it is closed; on the call example without one.

    Raises ``VisualizerError`` before anything is shown when ``path`` cannot be opened.
    """
    from visualizer.shell.app import run

    return run(path)
