"""While a lab is shown: that the program waits for input or has ended, on the program's tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from visualizer.shell.window.tabs import Rooms
    from visualizer.shell.window.window import MainWindow


class ProgramNews(QObject):
    """What happened while nobody looked is news until the program is shown."""

    def __init__(self, window: MainWindow, rooms: Rooms, program: str) -> None:
        super().__init__(rooms)
        self._window, self._rooms, self._program = window, rooms, program
        self._ended = False
        self._shown = ""
        bench = window.workbench
        for signal in (bench.run_began, bench.run_progressed, rooms.changed, window.words.changed):
            signal.connect(self._show)
        for end in (bench.run_ended, bench.run_failed):
            end.connect(self._end)

    def _end(self) -> None:
        self._ended = True
        self._show()

    def _show(self) -> None:
        bench, here = self._window.workbench, self._rooms.shown == self._program
        if here or bench.run.active:
            self._ended = False
        key = "room.program_waits" if bench.asks else "room.program_ended" if self._ended else ""
        key = "" if here else key
        tab = self._window.header.tabs.tabs[self._program]
        tab.show_news(self._window.words(key) if key else "")
        if key != self._shown:
            self._shown = key
            if key and QAccessible.isActive():
                said = QAccessibleAnnouncementEvent(tab, tab.accessibleName())
                QAccessible.updateAccessibility(said)
