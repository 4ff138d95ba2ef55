"""Open the window."""

from pathlib import Path

from visualizer.model import CannotRun
from visualizer.platform.screens import has_screen


def open_window(file: Path | None) -> int:
    """Open the window on ``file``; return the exit code. Raises ``CannotRun`` if it cannot open."""
    if file is not None:
        if file.is_dir():
            raise CannotRun("{file}: is a directory; choose a program or a recording", file=file)
        if not file.exists():
            raise CannotRun("{file}: no such file or command; see --help", file=file)
    if not has_screen():
        raise CannotRun(
            "there is no screen for the window; set DISPLAY or WAYLAND_DISPLAY,"
            " or record without a window: visualizer record"
        )
    try:
        from visualizer.shell import run_window
    except ImportError as error:
        raise CannotRun(
            "the window cannot be loaded: {reason};"
            " install PySide6-Essentials and the libraries it needs",
            reason=error,
        ) from error
    return run_window(file)
