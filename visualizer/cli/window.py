"""Open the window."""

from pathlib import Path
from threading import Thread

from visualizer.model import CannotRun, check_regular, not_read
from visualizer.platform.screens import has_screen

_SOON = 1.0
"""Seconds after which the window waits for a file instead of the terminal."""


def open_window(file: Path | None) -> int:
    """Open the window on ``file``; return the exit code. Raises ``CannotRun`` if it cannot open."""
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


def find_file(file: Path) -> None:
    """Raise ``CannotRun`` if ``file`` is no file, unless its drive is slow."""
    problems: list[CannotRun] = []

    def look() -> None:
        try:
            check_regular(file)
            file.stat()
        except CannotRun as problem:
            problems.append(problem)
        except FileNotFoundError:
            problems.append(CannotRun("{file}: no such file or command; see --help", file=file))
        except OSError as error:
            problems.append(not_read(file, error))

    looking = Thread(target=look, daemon=True)
    looking.start()
    looking.join(_SOON)
    for problem in problems:
        raise problem
