"""The window's rooms, one shown at a time: the start page, the program, and the labs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from visualizer.shell.comparing.page import ComparePage
    from visualizer.shell.labs.common.page import LabPage
    from visualizer.shell.settings.preferences import Preferences
    from visualizer.shell.start_page.page import StartPage
    from visualizer.shell.window.arrangement import Arrangement
    from visualizer.shell.window.header import Tabs

    type Page = LabPage | StartPage


@dataclass(frozen=True, slots=True)
class PageEntry:
    """``page`` names the page's class in ``visualizer.shell``, which is created when first shown.

    The program has no page of its own.
    """

    key: str
    symbol: str
    keys: str
    page: str = ""


START, PROGRAM = "start", "program"
PAGES = (
    PageEntry(START, "house", "Alt+Home", "start_page.page:StartPage"),
    PageEntry(PROGRAM, "square-terminal", "Ctrl+1"),
    PageEntry("concurrency", "chart-gantt", "Ctrl+2", "labs.concurrency.page:ConcurrencyPage"),
    PageEntry(
        "shared_memory", "memory-stick", "Ctrl+3", "labs.shared_memory.page:SharedMemoryPage"
    ),
    PageEntry("streaming", "waves-horizontal", "Ctrl+4", "labs.streaming.page:StreamingPage"),
)
"""The rooms in the order of their tabs; the command ``page_`` + key opens a room."""
_EVERYWHERE = frozenset(
    {
        *("new", "open", "preferences", "quit", "next_pane", "previous_pane"),
        *("text_larger", "text_smaller", "text_usual"),
        *("theme_system", "theme_light", "theme_dark", "theme_high_contrast", "theme"),
        *("language", "reduced_motion", "help", "guide", "about"),
        *(f"page_{entry.key}" for entry in PAGES),
    }
)
"""Commands for every room; the others belong to the program and are hidden elsewhere."""
_COMPARED = frozenset(
    {"level_1", "level_2", "level_3", "level_4", "present", "export_picture", "copy_picture"}
)
"""Commands that also work while a comparison covers the program."""
_IN_LABS = "present"
_PREFERENCE = "room"


class Pages(QObject):
    """Shows one page at a time, and saves its key.

    ``changed`` carries the key of the new page; ``leaves_program`` precedes every page except the
    program, ``program_entered`` follows the program. ``make_page`` makes a page. A comparison may
    cover the program: ``covered`` carries whether it does; closing it also emits ``returned``.
    """

    changed = Signal(str)
    leaves_program = Signal()
    program_entered = Signal()
    covered = Signal(bool)
    returned = Signal()

    def __init__(
        self,
        arrangement: Arrangement,
        tabs: Tabs,
        commands: dict[str, QAction],
        preferences: Preferences,
        make_page: Callable[[PageEntry], Page],
    ) -> None:
        super().__init__(arrangement)
        self._arrangement, self._tabs, self._commands = arrangement, tabs, commands
        self._preferences, self._make_page = preferences, make_page
        self.shown = PROGRAM
        self._pages: dict[str, Page] = {}
        self._cover: ComparePage | None = None
        keys = tuple(entry.key for entry in PAGES)
        self._remembered = preferences.text(_PREFERENCE, keys, PROGRAM)
        for key in keys:
            commands[f"page_{key}"].triggered.connect(partial(self.show, key))
            commands[f"page_{key}"].setChecked(key == PROGRAM)

    def recall(self, *, begins: bool = False) -> None:
        """Show the last window's room; if ``begins``, the start page replaces the program."""
        self.show(START if begins and self._remembered == PROGRAM else self._remembered)

    def show_program(self) -> None:
        """Show the program."""
        self.show(PROGRAM)

    def show(self, key: str) -> None:
        """Show a room; the first call builds its page."""
        self._end_cover()
        if key != PROGRAM:
            self.leaves_program.emit()
        page = self._page(key)
        self._arrangement.show_page(page)
        for name, command in self._commands.items():
            if name not in _EVERYWHERE:
                command.setVisible(key == PROGRAM or (name == _IN_LABS and key != START))
        self._commands[f"page_{key}"].setChecked(True)
        self._tabs.show_picked(key)
        self._preferences.put(_PREFERENCE, key)
        if key != self.shown:
            self.shown = key
            self.changed.emit(key)
            if page is not None:
                page.setFocus()
            else:
                self.program_entered.emit()

    @property
    def shows_program(self) -> bool:
        """Whether the program's room is shown."""
        return self.shown == PROGRAM

    def cover(self, page: ComparePage | None) -> None:
        """Cover the program with a comparison, which is not saved; None closes it."""
        if page is None:
            self._end_cover()
            self._arrangement.show_page(None)
            self.returned.emit()
        else:
            self.show_program()
            self._cover = page
            page.resize_words()
            self._arrangement.show_page(page)
            self.covered.emit(True)
        for name, command in self._commands.items():
            if name not in _EVERYWHERE:
                command.setVisible(page is None or name in _COMPARED)

    def _end_cover(self) -> None:
        if self._cover is not None:
            self._cover = None
            self.covered.emit(False)

    @property
    def page(self) -> Page | ComparePage | None:
        """The visible page; None while the program is visible."""
        return self._cover or self._pages.get(self.shown)

    @property
    def _shown_pages(self) -> list[Page | ComparePage]:
        """All pages that have been built, with the comparison."""
        return [*self._pages.values(), *([self._cover] if self._cover is not None else [])]

    @property
    def _labs(self) -> dict[str, LabPage]:
        return {key: cast("LabPage", page) for key, page in self._pages.items() if key != START}

    @property
    def lab(self) -> LabPage | None:
        """The visible lab, or None."""
        return self._labs.get(self.shown)

    @property
    def running_lab(self) -> LabPage | None:
        """The lab that runs, or None."""
        return next((page for page in self._labs.values() if page.run.active), None)

    def _page(self, key: str) -> Page | None:
        entry = next(entry for entry in PAGES if entry.key == key)
        if entry.page and key not in self._pages:
            self._pages[key] = self._make_page(entry)
        return self._pages.get(key)

    def resize_words(self) -> None:
        """Adapt all pages to a new text size."""
        for page in self._shown_pages:
            page.resize_words()

    def shut_down(self) -> None:
        """Stop everything that runs in any page."""
        for page in self._pages.values():
            page.shut_down()
