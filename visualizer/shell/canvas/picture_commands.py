"""Saves, copies, drags and prints the picture of a step."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMarginsF,
    QMimeData,
    QObject,
    QPoint,
    QRectF,
    Qt,
    QTemporaryDir,
    QUrl,
)
from PySide6.QtGui import (
    QAction,
    QDrag,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QPageLayout,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from visualizer.diagram.painting.sheet_picture import picture_of_sheet
from visualizer.diagram.painting.step_page import StepPage, paint_step_page, source_of
from visualizer.diagram.words import translate
from visualizer.layout.sheet import Sheet
from visualizer.model import NotKept, WrongUsage
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.notifications.announcements import Announcements
from visualizer.shell.playback.player import Player
from visualizer.shell.program.file_commands import FileCommands
from visualizer.shell.widgets.controls import Button, keys_of

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


class _SheetCommands(QObject):
    """The base of commands for the whole sheet of the pane."""

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

    @property
    def _sheet(self) -> Sheet:
        sheet = self._pane.shown_sheet
        assert sheet is not None
        return sheet


class Printing(_SheetCommands):
    """Prints the sheet of the pane on a light ground, with the painter of the window."""

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


SVG = "image/svg+xml"
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&]")
ON_CLIPBOARD = 2.0


class PictureCommands(_SheetCommands):
    """Paints the whole sheet of the pane, with the painter of ``export``."""

    paint_instead: Callable[[str, float], bytes] | None = None
    """Paints the cover of the diagram, in a format and scale; None without a cover."""

    def export(self) -> None:
        """Ask for a file and a scale, and save the picture."""
        if not self._player.step:
            return
        recording = self._player.recording
        name = Path(recording.header.program).stem if recording else ""
        suggestion = self._files.dialogs.place() / f"{name}-{self._player.step}.png"
        if (chosen := self._files.dialogs.place_for_picture(suggestion)) is None:
            return
        path, scale = chosen
        if picture := self.painted(path.suffix[1:].lower(), scale):
            self._files.export(path, picture)

    def copy(self) -> None:
        """Copy the picture to the clipboard, as an image and as SVG."""
        if not self._player.step or not (picture := self.painted("png", ON_CLIPBOARD)):
            return
        clipboard = QGuiApplication.clipboard()
        clipboard.setImage(QImage.fromData(picture))
        # Added to Qt's own QMimeData: one made here would outlive Python and crash at exit.
        clipboard.mimeData().setData(SVG, QByteArray(self.painted("svg", 1.0)))
        self._announcements.note("notification.copied")

    def copy_markdown(self) -> None:
        """Copy the step to the clipboard as Markdown: its sentences and its embedded picture."""
        if not self._player.step or not (painted := self.painted("png", 1.0)):
            return
        picture = base64.b64encode(painted).decode()
        title = step_title(self._player, self._words)
        sentences = [translate(one, self._words.language) for one in self._player.sentences]
        image = f"![{escaped(title)}](data:image/png;base64,{picture})"
        parts = [f"**{escaped(title)}**", *map(with_code, sentences), image]
        QGuiApplication.clipboard().setText("\n\n".join(parts) + "\n")
        self._announcements.note("notification.copied")

    def painted(self, kind: str, scale: float) -> bytes:
        """Return the picture; if it is too large or ``kind`` is no format, say so: no bytes."""
        try:
            if self.paint_instead is not None:
                return self.paint_instead(kind, scale)
            sheet, look = self._sheet, self._pane.scene.look
            return picture_of_sheet(sheet, look.theme, scale, format=kind, language=look.language)
        except (NotKept, WrongUsage) as problem:
            self._announcements.problem("notification.not_saved", problem)
            return b""


def escaped(text: str) -> str:
    """Escape ``text`` for Markdown (https://spec.commonmark.org)."""
    return _MARKUP.sub(r"\\\g<0>", text)


def with_code(sentence: str) -> str:
    """Escape a sentence for Markdown, except for its code in back ticks."""
    return "".join(
        f"`{part}`" if number % 2 else escaped(part)
        for number, part in enumerate(sentence.split("`"))
    )


_SHOWN = 240
"""The longer side of the picture next to the pointer, in pixels."""


class PictureDrag(QObject):
    """Starts a drag when the pointer leaves ``handle`` pressed; a click on ``handle`` copies.

    The drag offers an image, SVG, and a PNG file for programs that take files. The file stays until
    the next drag or the end of the window, because the receiver may read it late.
    """

    def __init__(
        self,
        handle: Button,
        pictures: PictureCommands,
        player: Player,
        copy: QAction,
        words: Words,
    ) -> None:
        super().__init__(handle)
        self._handle, self._pictures, self._player = handle, pictures, player
        self._copy, self._words = copy, words
        self._pressed: QPoint | None = None
        self._folder: QTemporaryDir | None = None
        handle.installEventFilter(self)
        for signal in (copy.changed, words.changed):
            signal.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        self._handle.setToolTip(self._words("picture.drag", keys=keys_of(self._copy)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn mouse events of the handle into a drag."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = event.position().toPoint() if self._player.step else None
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() is QEvent.Type.MouseMove and self._pressed is not None:
            way = event.position().toPoint() - self._pressed
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._handle.setDown(False)
                self._drag()
                return True
        return False

    def _drag(self) -> None:
        if not (png := self._pictures.painted("png", ON_CLIPBOARD)):
            return
        data, image = self._dragged(png)
        drag = QDrag(self._handle)
        drag.setMimeData(data)
        mode = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(QPixmap.fromImage(image.scaled(_SHOWN, _SHOWN, *mode)))
        drag.exec(Qt.DropAction.CopyAction)

    def _dragged(self, png: bytes) -> tuple[QMimeData, QImage]:
        """Return the data to drop, and the image alone."""
        image = QImage.fromData(png)
        data = QMimeData()
        data.setImageData(image)
        data.setData(SVG, QByteArray(self._pictures.painted("svg", 1.0)))
        # Without room for a file the image itself can still be dropped.
        self._folder = QTemporaryDir()
        if self._folder.isValid():
            recording = self._player.recording
            name = Path(recording.header.program).stem if recording is not None else "picture"
            file = Path(self._folder.path(), f"{name}-{self._player.step}.png")
            file.write_bytes(png)
            data.setUrls([QUrl.fromLocalFile(str(file))])
        return data, image
