"""A step on paper, or as a page of PDF: caption, what the step did, the diagram below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF
from PySide6.QtGui import QPageLayout, QPainter

from visualizer.diagram.painting.step_page import StepPage, paint_step_page, source_of
from visualizer.diagram.words import say
from visualizer.layout.sheet import Sheet
from visualizer.model import NotKept
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.dialogs import Asks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DOTS = 96
"""Dots an inch in which everything on the page is measured: those of the window at 100 %."""
_MARGIN = 12.0
"""Millimetres."""


def step_title(player: Player, words: Words) -> str:
    """Return which step of which program is shown, in words."""
    recording, step = player.recording, player.state.step
    return words(
        "print.title",
        name=Path(recording.header.program).name if recording is not None else "",
        step=f"{player.step:,}",
        steps=f"{player.steps:,}",
        line=step.line if step is not None else 0,
    )


class Printing(QObject):
    """Paints what the pane shows by the very painter that shows it, on a light ground."""

    def __init__(
        self,
        pane: DiagramPane,
        player: Player,
        dialogs: Asks,
        announcements: Announcements,
        words: Words,
    ) -> None:
        super().__init__(pane)
        self._pane, self._player, self._dialogs = pane, player, dialogs
        self._announcements, self._words = announcements, words

    def ask(self) -> None:
        """Ask for a printer, and print the step that is shown."""
        if not self._player.step:
            return
        # Printers are looked for when it is loaded, which is for those who print.
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(step_title(self._player, self._words))
        printer.setCreator("visualizer")
        rect = source_of(self._sheet)
        wide = rect.width() > rect.height()
        sides = QPageLayout.Orientation
        printer.setPageOrientation(sides.Landscape if wide else sides.Portrait)
        printer.setPageMargins(
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter
        )
        if not self._dialogs.printer(printer):
            return
        place = printer.outputFileName()
        try:
            if place:
                Path(place).open("ab").close()
            if not self._print_on(printer):
                raise NotKept("{file}: not printed", file=place or printer.printerName())
        except OSError as error:
            told = NotKept("{file}: cannot be written: {reason}", file=place, reason=error.strerror)
            self._announcements.problem("band.not_printed", told)
        except NotKept as error:
            self._announcements.problem("band.not_printed", error)

    def _print_on(self, printer: QPrinter) -> bool:
        """Print it; False where the printer does not take it."""
        painter = QPainter()
        if not painter.begin(printer):
            return False
        scale = printer.resolution() / _DOTS
        painter.scale(scale, scale)
        page = printer.pageLayout().paintRectPixels(printer.resolution())
        self.paint(painter, QRectF(0, 0, page.width() / scale, page.height() / scale))
        return painter.end()

    def paint(self, painter: QPainter, page: QRectF) -> None:
        """Paint a page whose measures are those of the window at 100 %."""
        look = self._pane.scene.look
        told = tuple(say(one, self._words.language) for one in self._player.sentences)
        paint_step_page(
            painter, page, StepPage(step_title(self._player, self._words), told, self._sheet, look)
        )

    @property
    def _sheet(self) -> Sheet:
        sheet = self._pane.shown_sheet
        assert sheet is not None
        return sheet
