"""Shows on the program's tab, while another page is open, that it waits for input or has ended."""

from PySide6.QtCore import QObject

from visualizer.shell.appearance.words import Words
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.widgets.layouts import announce
from visualizer.shell.window.tab_bar import Tab
from visualizer.shell.window.tabs import Pages


class ProgramNews(QObject):
    """Shows on the tab what happened while the program was not visible."""

    def __init__(self, bench: Workbench, tab: Tab, pages: Pages, words: Words) -> None:
        super().__init__(tab)
        self._bench, self._tab, self._rooms, self._words = bench, tab, pages, words
        pages.changed.connect(self.show)
        self._ended = False
        self._shown = ""
        for signal in (bench.run_began, bench.run_progressed, words.changed):
            signal.connect(self.show)
        for end in (bench.run_ended, bench.run_failed):
            end.connect(self._end)

    def _end(self) -> None:
        self._ended = True
        self.show()

    def show(self) -> None:
        """Show the news on the tab, or none while the program is visible."""
        bench, here = self._bench, self._rooms.shows_program
        if here or bench.run.active:
            self._ended = False
        key = "tab.program_waits" if bench.asks else "tab.program_ended" if self._ended else ""
        key = "" if here else key
        tab = self._tab
        tab.show_news(self._words(key) if key else "")
        if key != self._shown:
            self._shown = key
            if key:
                announce(tab, tab.accessibleName())
