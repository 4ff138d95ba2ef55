"""The window: editor, transport, output, and the code that connects them."""

from pathlib import Path


def run_window(path: Path | None = None) -> int:
    """Show the window with ``path``, or the last program, until it is closed; return an exit code.

    Raises ``VisualizerError`` before the window appears when ``path`` cannot be opened.
    """
    from visualizer.shell.app import run

    return run(path)
