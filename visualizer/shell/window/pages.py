"""Makes the pages of rooms from the parts of the window that they use."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING, cast

from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.window.tabs import START, PageEntry

if TYPE_CHECKING:
    from visualizer.shell.comparing.page import ComparePage
    from visualizer.shell.labs.common.page import LabPage
    from visualizer.shell.window.tabs import Page
    from visualizer.shell.window.window import MainWindow


def make_page(window: MainWindow, entry: PageEntry) -> Page:
    """Import and make the page of ``entry``."""
    context = _start_context if entry.key == START else _lab_context
    page: Page = resolve_name(f"visualizer.shell.{entry.page}")(context(window))
    if entry.key != START:
        _follow_running(cast("LabPage", page), window, entry.key)
    return page


def _follow_running(page: LabPage, window: MainWindow, key: str) -> None:
    """Show on a lab's tab that the lab runs."""
    tab, words = window.header.tabs.tabs[key], window.words

    def show() -> None:
        name = words(f"command.page_{key}")
        tab.show_news(words("tab.lab_runs", lab=name) if page.run.active else "")

    for signal in (page.results.began, page.results.ended, words.changed):
        signal.connect(show)


def make_compare_page(window: MainWindow) -> ComparePage:
    """Pause playback and make the page of a comparison."""
    from visualizer.shell.comparing.page import ComparePage

    window.playback.pause()
    return ComparePage(
        *(window.player, window.presentation, window.appearance, window.words),
        sessions=window.places.sessions,
        settings=window.workbench.settings,
        wait=window.workbench.wait,
    )


def _start_context(window: MainWindow) -> object:
    from visualizer.shell.start_page.shelf import StartContext

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
        window.commands["to_breakpoint"],
        window.commands["stop"],
        window.files.open_text,
        lambda: window.pages.running_lab,
    )
