"""The parts of the window that a lab's page uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QFont

from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.dialogs import Dialogs

if TYPE_CHECKING:
    from visualizer.shell.labs.common.page import LabPage


@dataclass(frozen=True, slots=True)
class LabContext:
    """The parts of the window that a lab's page uses.

    ``folder`` holds the saved runs of all labs; ``code`` is the font of code. ``open_program``
    shows a text in the Program room without running it; it asks about unsaved changes first, and
    returns False if the user cancels. ``run`` records the program; its keys, and those of
    ``go_on``, start a lab, those of ``cancel`` end it. ``running`` returns the page of the lab that
    runs, if one does.
    """

    words: Words
    dialogs: Dialogs
    folder: Path
    code: QFont
    run: QAction
    go_on: QAction
    cancel: QAction
    open_program: Callable[[str], bool]
    running: Callable[[], LabPage | None]
