"""Prints a step, on paper or into a PDF: title, sentences, diagram."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF
from PySide6.QtGui import QPageLayout, QPainter

from visualizer.diagram.painting.step_page import StepPage, paint_step_page, source_of
from visualizer.diagram.words import translate
from visualizer.layout.sheet import Sheet
from visualizer.model import NotKept
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.playback.player import Player
from visualizer.shell.program.file_commands import FileCommands

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DOTS = 96
"""Dots per inch of the page's coordinates, the same as the window at 100 %."""
_MARGIN = 12.0
"""In millimetres."""


def step_title(player: Player, words: Words) -> str:
    """Return a title that names the program, the step shown, and its line."""
    recording, step = player.recording, player.state.step
    return words(
        "print.title",
        name=Path(recording.header.program).name if recording is not None else "",
        step=f"{player.step:,}",
        steps=f"{player.steps:,}",
        line=step.line if step is not None else 0,
    )


class Printing(QObject):
    """Prints the sheet of the pane on a light ground, with the painter of the window."""

    def __init__(
        self,
        pane: DiagramPane,
        player: Player,
        files: FileCommands,
        announcements: Announcements,
        words: Words,
    ) -> None:
        super().__init__(pane)
        self._pane, self._player, self._files = pane, player, files
        self._announcements, self._words = announcements, words

    def ask(self) -> None:
        """Ask for a printer, and print the current step."""
        if not self._player.step:
            return
        # Imported only to print: loading it searches for printers.
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
        if not self._files.dialogs.printer(printer):
            return
        place, failure = printer.outputFileName(), "notification.not_printed"
        try:
            printed = self._print_into(printer, place)
        except OSError as error:
            self._files.temporary_file_failed(error, failure)
        except NotKept as error:
            self._announcements.problem(failure, error)
        else:
            if place:
                self._files.export(Path(place), printed, failure)

    def _print_into(self, printer: QPrinter, place: str) -> bytes:
        """Print the step, and return the file for ``place``, which may be on a slow drive.

        Without a place, it returns nothing. Raises ``NotKept``, and ``OSError`` if the folder for
        temporary files cannot be written.
        """
        with TemporaryDirectory() as folder:
            local = Path(folder, Path(place).name)
            if place:
                printer.setOutputFileName(str(local))
            if not self._print_on(printer):
                raise NotKept("{file}: not printed", file=place or printer.printerName())
            return local.read_bytes() if place else b""

    def _print_on(self, printer: QPrinter) -> bool:
        """Print the step; return False if the printer fails."""
        painter = QPainter()
        if not painter.begin(printer):
            return False
        scale = printer.resolution() / _DOTS
        painter.scale(scale, scale)
        page = printer.pageLayout().paintRectPixels(printer.resolution())
        self.paint(painter, QRectF(0, 0, page.width() / scale, page.height() / scale))
        return painter.end()

    def paint(self, painter: QPainter, page: QRectF) -> None:
        """Paint the step; ``page`` is in pixels of the window at 100 %."""
        look, title = self._pane.scene.look, step_title(self._player, self._words)
        sentences = tuple(translate(one, self._words.language) for one in self._player.sentences)
        paint_step_page(painter, page, StepPage(title, sentences, self._sheet, look))

    @property
    def _sheet(self) -> Sheet:
        sheet = self._pane.shown_sheet
        assert sheet is not None
        return sheet
