"""Presents a lab: its conclusion and its plots, in large type on the full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from visualizer.charts.chart import Chart
from visualizer.shell.appearance.look import percent
from visualizer.shell.labs.common.card import Card, CardGrid
from visualizer.shell.widgets.controls import add_shortcut

if TYPE_CHECKING:
    from visualizer.shell.appearance.theme_choice import Appearance
    from visualizer.shell.labs.common.page import LabPage

LARGE = 175
"""The scale of text, in percent, at which the smallest words can be read across a room."""


class LabPresentation(QObject):
    """Enters and leaves the presentation of a lab; ``changed`` carries whether it is on."""

    changed = Signal(bool)

    def __init__(self, window: QWidget, header: QWidget, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._header, self._appearance = window, header, appearance
        self._page: LabPage | None = None
        self._state, self._percent = window.windowState(), percent()
        self._escape = add_shortcut("Esc", window, self.leave, Qt.ShortcutContext.WindowShortcut)
        self._escape.setEnabled(False)

    def toggle(self, page: LabPage) -> None:
        """Present ``page``, or end its presentation."""
        if self._page is not None:
            self.leave()
            return
        self._page = page
        self._state, self._percent = self._window.windowState(), percent()
        self._header.hide()
        _present(page, on=True)
        self._window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self._appearance.scale_text(max(LARGE, self._percent), keep=False)
        self._show()

    def leave(self) -> None:
        """Restore the window that ``toggle`` found."""
        if self._page is None:
            return
        page, self._page = self._page, None
        self._window.setWindowState(self._state)
        self._header.show()
        _present(page, on=False)
        self._appearance.scale_text(self._percent)
        self._show()

    def _show(self) -> None:
        self._escape.setEnabled(self._page is not None)
        self.changed.emit(self._page is not None)


def _present(page: LabPage, *, on: bool) -> None:
    """Show only the conclusion, the plots and the buttons of a run; or everything again."""
    page.bar.show_controls(not on)
    grids = page.findChildren(CardGrid)
    for grid in grids:
        grid.is_presented = on
        grid.fit()
    cards = page.findChildren(Card)
    for card in cards:
        card.note.setWordWrap(on)  # nobody points at a projected note to read the rest of it
    for part in (*cards, *grids):
        if not part.findChildren(Chart):
            part.setVisible(not on)
    page.show_now()
    if on:
        charts = (chart for chart in page.body.findChildren(Chart) if chart.isVisible())
        next(charts, page).setFocus()
