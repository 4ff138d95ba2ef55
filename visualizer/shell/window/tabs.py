"""The window's rooms, one of which is shown: where one starts, the program, and a lab each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visualizer.shell.notifications.program_news import ProgramNews

if TYPE_CHECKING:
    from visualizer.shell.comparing.page import ComparePage
    from visualizer.shell.labs.common.page import LabPage
    from visualizer.shell.start_page.page import StartPage
    from visualizer.shell.window.window import MainWindow

    type Page = LabPage | StartPage


@dataclass(frozen=True, slots=True)
class Room:
    """``page`` is the module whose ``make_page`` builds it when it is first seen.

    The program's is the window's own.
    """

    key: str
    symbol: str
    keys: str
    page: str = ""


START, PROGRAM = "start", "program"
ROOMS = (
    Room(START, "house", "Alt+Home", "visualizer.shell.start_page.page"),
    Room(PROGRAM, "square-terminal", "Ctrl+1"),
    Room("concurrency", "chart-gantt", "Ctrl+2", "visualizer.shell.labs.concurrency.page"),
    Room("shared_memory", "memory-stick", "Ctrl+3", "visualizer.shell.labs.shared_memory.page"),
    Room("streaming", "waves-horizontal", "Ctrl+4", "visualizer.shell.labs.streaming.page"),
)
"""In the order of their tabs; each is chosen by a command ``room_`` with its key."""
_EVERYWHERE = frozenset(
    {
        *("new", "open", "preferences", "quit", "next_pane", "previous_pane"),
        *("text_larger", "text_smaller", "text_usual"),
        *("theme_system", "theme_light", "theme_dark", "theme_high_contrast", "theme"),
        *("language", "reduced_motion", "help", "guide", "about"),
        *(f"room_{room.key}" for room in ROOMS),
    }
)
"""Commands that mean something in every room; the others are the program's, and gone elsewhere."""
_COMPARED = frozenset(
    {"level_1", "level_2", "level_3", "level_4", "present", "export_picture", "copy_picture"}
)
"""Commands that mean something besides while something covers the program."""
_PREFERENCE = "room"


class Rooms(QObject):
    """Shows one at a time, and remembers which. ``changed`` says that it is another.

    A comparison may cover the program; ``uncovered`` says that it does so no more.
    """

    changed = Signal(str)
    uncovered = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown = PROGRAM
        self._complete = False
        self._pages: dict[str, Page] = {}
        self._cover: ComparePage | None = None
        keys = tuple(room.key for room in ROOMS)
        self._remembered = window.preferences.text(_PREFERENCE, keys, PROGRAM)
        for key in keys:
            command = window.commands[f"room_{key}"]
            command.triggered.connect(_shower(self, key))
            command.setChecked(key == PROGRAM)
        # What is opened is to be seen, and what is asked or said about it.
        for signal in (
            window.workbench.program_changed,
            window.files.not_opened,
            window.files.not_saved,
            window.drop.asked,
            window.sessions.offered,
        ):
            signal.connect(self.show_program)
        news = ProgramNews(
            *(window.workbench, window.header.tabs.tabs[PROGRAM]),
            is_shown=lambda: self.shown == PROGRAM,
            words=window.words,
        )
        self.changed.connect(lambda _: news.show())

    def recall(self, *, begins: bool = False) -> None:
        """Show the room in which the last window was closed; where one ``begins``, that for it."""
        self.show(START if begins and self._remembered == PROGRAM else self._remembered)

    def show_program(self) -> None:
        """Show the program."""
        self.show(PROGRAM)

    def show(self, key: str) -> None:
        """Show a room from now on; it is built the first time."""
        window = self._window
        self._end_cover()
        if window.presentation.on and key != PROGRAM:
            window.presentation.leave()
        if key != PROGRAM:
            # Steps that nobody sees are not played.
            window.playback.pause()
        page = self._page(key)
        window.arrangement.show_page(page)
        for name, command in window.commands.items():
            if name not in _EVERYWHERE:
                command.setVisible(key == PROGRAM)
        window.commands[f"room_{key}"].setChecked(True)
        window.header.tabs.show_picked(key)
        window.preferences.put(_PREFERENCE, key)
        if key != self.shown:
            self.shown = key
            self.changed.emit(key)
            (page or window.source.editor).setFocus()

    def cover(self, page: ComparePage | None) -> None:
        """Show a comparison over the program, which is not remembered; None ends it."""
        window = self._window
        if page is None:
            self._end_cover()
            window.arrangement.show_page(None)
            window.diagram.view.setFocus()
        else:
            self.show_program()
            self._cover = page
            page.set_theme(window.appearance.theme)
            page.resize_words()
            window.arrangement.show_page(page)
            window.presentation.hold_escape(True)
            window.pictures.paint_instead = page.painted
        for name, command in window.commands.items():
            if name not in _EVERYWHERE:
                command.setVisible(page is None or name in _COMPARED)

    def _end_cover(self) -> None:
        if self._cover is not None:
            self._cover = None
            self._window.presentation.hold_escape(False)
            self._window.pictures.paint_instead = None
            self.uncovered.emit()

    @property
    def page(self) -> Page | ComparePage | None:
        """The page that is shown; None while the program is."""
        return self._cover or self._pages.get(self.shown)

    @property
    def _shown_pages(self) -> list[Page | ComparePage]:
        """All that have been built and are there."""
        return [*self._pages.values(), *([self._cover] if self._cover is not None else [])]

    @property
    def lab(self) -> LabPage | None:
        """The lab that is shown; None where none is."""
        from visualizer.shell.start_page.page import StartPage

        page = self._pages.get(self.shown)
        return None if isinstance(page, StartPage) else page

    def _page(self, key: str) -> Page | None:
        room = next(room for room in ROOMS if room.key == key)
        if room.page and key not in self._pages:
            page: Page = import_module(room.page).make_page(self._window)
            self._pages[key] = page
            page.set_theme(self._window.appearance.theme)
            if self._complete:
                page.complete()
        return self._pages.get(key)

    def complete(self) -> None:
        """What plots needs is there."""
        self._complete = True
        for page in self._pages.values():
            page.complete()

    def set_theme(self) -> None:
        """Draw what has been built in other colours."""
        for page in self._shown_pages:
            page.set_theme(self._window.appearance.theme)

    def resize_words(self) -> None:
        """Words are larger or smaller now."""
        for page in self._shown_pages:
            page.resize_words()

    def shut_down(self) -> None:
        """End what runs in any of them."""
        for page in self._pages.values():
            page.shut_down()


def _shower(rooms: Rooms, key: str) -> Callable[[], None]:
    """Qt hands the checked state along, which nobody wants."""

    def show() -> None:
        rooms.show(key)

    return show
