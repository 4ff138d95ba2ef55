"""Makes the page of a room from the parts of the window that it uses."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.window.tabs import START, PageEntry

if TYPE_CHECKING:
    from visualizer.shell.comparing.page import ComparePage
    from visualizer.shell.window.tabs import Page
    from visualizer.shell.window.window import MainWindow


def make_page(window: MainWindow, entry: PageEntry) -> Page:
    """Import and make the page of ``entry``."""
    module = import_module(entry.page)
    context = _start_context if entry.key == START else _lab_context
    page: Page = module.make_page(context(window))
    return page


def make_compare_page(window: MainWindow) -> ComparePage:
    """Make the page of a comparison."""
    from visualizer.shell.comparing.page import ComparePage

    window.playback.pause()
    return ComparePage(
        *(window.player, window.presentation, window.appearance, window.words),
        sessions=window.places.sessions,
        settings=window.workbench.settings,
    )


def _start_context(window: MainWindow) -> object:
    from visualizer.shell.start_page.context import StartContext

    return StartContext(
        window.words,
        window.preferences,
        window.commands,
        window.lessons,
        window.places.lessons,
        window.files.open_path,
        window.open_example,
    )


def _lab_context(window: MainWindow) -> object:
    return LabContext(
        window.words,
        window.files.dialogs,
        window.places.labs,
        window.source.editor.font(),
        window.commands["record"],
        window.commands["stop"],
        window.files.open_text,
    )
