"""What a lab's page is given by the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QFont

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.words import Words
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.widgets.dialogs import Asks

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow


@dataclass(frozen=True, slots=True)
class LabContext:
    """``folder`` is where results of all labs are kept; ``code`` the font of code.

    ``open_program`` puts a text on the program's table, whose room is shown then; it is not run,
    and unsaved changes are asked about before; False where it did not come to that. ``run`` and
    ``cancel`` are the commands whose keys start and end a lab.
    """

    words: Words
    theme: Theme
    preferences: Preferences
    dialogs: Asks
    folder: Path
    code: QFont
    run: QAction
    cancel: QAction
    open_program: Callable[[str], bool]


def context_of(window: MainWindow) -> LabContext:
    """What this window gives."""
    return LabContext(
        window.words,
        window.appearance.theme,
        window.preferences,
        window.files.dialogs,
        window.places.labs,
        window.source.editor.font(),
        window.commands["record"],
        window.commands["stop"],
        window.files.open_text,
    )
