"""Says in a band that the window itself has a fault, and copies what there is to know of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from visualizer.shell.notifications.notification import Action

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow


def show_fault(window: MainWindow, error: BaseException) -> None:
    """Say that ``error`` happened; the window goes on as well as it can."""
    words, page = window.words, window.rooms.page
    band = page.band if page is not None else window.diagram.bands.fault
    band.show_words(
        lambda: (words("band.fault"), words("band.fault_kind", kind=type(error).__name__)),
        Action(lambda: words("band.copy_diagnostic"), partial(_copy, window, error, False)),
        Action(lambda: words("band.copy_with_program"), partial(_copy, window, error, True)),
    )


def _copy(window: MainWindow, error: BaseException, with_program: bool) -> None:
    from visualizer.shell.notifications.diagnostic import diagnostic

    program = window.source.text if with_program else None
    QGuiApplication.clipboard().setText(diagnostic(error, program=program))
