"""A step on paper, or as a page of PDF: caption, what the step did, the diagram below."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF
from PySide6.QtGui import QPageLayout, QPainter, QTextDocument

from visualizer.diagram.fonts import code_family
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.sheet_picture import MARGIN, paint_sheet
from visualizer.diagram.themes import theme
from visualizer.diagram.words import say
from visualizer.layout.sheet import Sheet
from visualizer.model import NotKept
from visualizer.shell.appearance.marked_text import rich_text
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
_CAPTION_PART, _GAP, _LARGEST = 0.5, 16, 1.25
"""Of the page's height; below the caption; how much larger than at 100 % a diagram may become."""


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
        printer.setDocName(self._title)
        printer.setCreator("visualizer")
        rect = self._source
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

    @property
    def _title(self) -> str:
        recording = self._player.recording
        name = Path(recording.header.program).name if recording is not None else ""
        step = self._player.state.step
        return self._words(
            "print.title",
            name=name,
            step=f"{self._player.step:,}",
            steps=f"{self._player.steps:,}",
            line=step.line if step is not None else 0,
        )

    def paint(self, painter: QPainter, page: QRectF) -> None:
        """Paint a page whose measures are those of the window at 100 %."""
        caption = self._caption(page)
        caption.drawContents(painter)
        top = caption.size().height() + _GAP
        self._paint_diagram(painter, QRectF(0, top, page.width(), page.height() - top))

    def _caption(self, page: QRectF) -> QTextDocument:
        """As many sentences as leave half of the page to the diagram."""
        sentences = self._player.sentences
        told = [say(sentence, self._words.language) for sentence in sentences]
        for shown in range(len(told), -1, -1):
            document = self._document(told[:shown], len(told) - shown, page.width())
            if document.size().height() <= _CAPTION_PART * page.height():
                break
        return document

    def _document(self, told: list[str], more: int, width: float) -> QTextDocument:
        document = QTextDocument()
        font = self._pane.font()
        font.setPixelSize(14)
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        light = theme("light")
        rows = [rich_text(one, light, code_family()) for one in told]
        if more:
            rows.append(escape(self._words("step.more", n=more)))
        said = "".join(f'<p style="margin:4px 0 0 0">{row}</p>' for row in rows)
        ink = light.colour("ink").name()
        head = f'<p style="font-size:18px; font-weight:600; margin:0">{escape(self._title)}</p>'
        document.setHtml(f'<body style="color:{ink}">{head}{said}</body>')
        document.setTextWidth(width)
        return document

    @property
    def _sheet(self) -> Sheet:
        sheet = self._pane.shown_sheet
        assert sheet is not None
        return sheet

    @property
    def _source(self) -> QRectF:
        """The part of the picture that is printed."""
        return QRectF(*self._sheet.drawn.grown(MARGIN))

    def _paint_diagram(self, painter: QPainter, room: QRectF) -> None:
        look = self._pane.scene.look
        # Nobody wants a page of ink.
        shown = theme("light") if look.theme.name == "dark" else look.theme
        source = self._source
        scale = min(room.width() / source.width(), room.height() / source.height(), _LARGEST)
        left = room.left() + (room.width() - source.width() * scale) / 2
        painter.save()
        painter.translate(left, room.top())
        painter.scale(scale, scale)
        painter.translate(-source.topLeft())
        painter.fillRect(source, shown.colour("canvas"))
        paint_sheet(painter, self._sheet, Look(shown, look.language))
        painter.restore()
