"""Reports a fault of the window, and formats the details that a developer needs."""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6 import __version__ as binding
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from visualizer import __version__
from visualizer.platform.system import describe_system
from visualizer.shell.notifications.notification import Action, Notification

_TELLING = (AttributeError, ImportError, NameError, NotImplementedError, TypeError)
"""Exceptions whose messages quote only names in the code; other messages may quote user input."""
_OWN = str(Path(__file__).resolve().parents[3])


def show_fault(
    notification: Notification, program: Callable[[], str], error: BaseException
) -> None:
    """Report ``error``; ``program`` returns the text that the user may copy with it."""

    def copy(*, with_program: bool) -> None:
        text = diagnostic(error, program=program() if with_program else None)
        QGuiApplication.clipboard().setText(text)

    notification.show_keys(
        "notification.fault",
        "notification.fault_kind",
        Action("notification.copy_diagnostic", lambda: copy(with_program=False)),
        Action("notification.copy_with_program", lambda: copy(with_program=True)),
        kind=type(error).__name__,
    )


def diagnostic(error: BaseException, *, program: str | None = None) -> str:
    """Return the versions, the platform and the traceback, without any text of the user.

    ``program`` is the text of the editor if the user agreed to share it; error messages are then
    complete too.
    """
    lines = [
        f"visualizer {__version__}",
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"PySide6 {binding}, Qt {qVersion()}, {QGuiApplication.platformName()}",
        describe_system(),
        f"locale {QGuiApplication.inputMethod().locale().name()}",
        "",
        *_trace(error, in_full=program is not None),
    ]
    if program is not None:
        lines += ["", "program:", program]
    return "\n".join(lines) + "\n"


def _trace(error: BaseException, *, in_full: bool) -> list[str]:
    lines: list[str] = []
    for each in _chain(error):
        if lines:
            lines.append("which led to:")
        for frame in traceback.extract_tb(each.__traceback__):
            lines.append(f"  {_file(frame.filename)}:{frame.lineno} in {frame.name}")
        is_whole = in_full or type(each) in _TELLING
        lines.append(f"{type(each).__name__}: {each}" if is_whole else type(each).__name__)
    return lines


def _chain(error: BaseException) -> list[BaseException]:
    found = [error]
    while (before := found[-1].__cause__ or found[-1].__context__) and before not in found:
        found.append(before)
    return found[::-1]


def _file(name: str) -> str:
    """Return a file's name without the leading folders, which may contain the user's name."""
    for folder in (_OWN, *sorted(sys.path, key=len, reverse=True)):
        if folder and name.startswith(folder):
            return name[len(folder) :].lstrip("\\/")
    return Path(name).name
